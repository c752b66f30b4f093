package org.yiping.domain.camera;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.identity.PostCode;

/// A camera as the device it is (设备目录): by what it stands in trees, what it can do, and who may use it.
///
/// `type` are digits 11 to 13 of a 20-digit code (131 camera, 132 network camera, 137 loudspeaker …; GB/T 28181 Annex),
/// an open code that may be empty. `groups` are the names from business group (业务分组) down to virtual organisation
/// (虚拟组织). Where `placed` is false nobody has surveyed the camera and its position stands for its area, so that
/// it is no mark on a map. `abilities` are open codes. `source` names who is asked for its picture; empty: its streams'
/// addresses are played as they are. `viewers` and `steerers` are posts; none means whoever may see cameras. Immutable;
/// any thread.
public record Device(
        String type,
        @Nullable AreaCode area,
        List<String> groups,
        boolean placed,
        List<String> abilities,
        String source,
        List<PostCode> viewers,
        List<PostCode> steerers) {
    public static final String PTZ = "ptz";
    public static final String PRESETS = "presets";
    public static final String SPEAKER = "speaker";
    public static final String PLAYBACK = "playback";
    /// Worn, driven or flown (移动设备): where it stands is what its source said last.
    public static final String MOVES = "moves";

    /// The type of a voice output (语音输出).
    public static final String LOUDSPEAKER = "137";
    /// The type of a mobile transmission device (移动传输): body cameras, vehicles, drones.
    public static final String MOBILE = "138";

    private static final int DIGITS = 20;
    private static final int TYPE_FROM = 10;
    private static final int TYPE_UPTO = 13;

    @SuppressWarnings("NullAway") // absent in what another platform sends
    public Device {
        groups = groups == null ? List.of() : List.copyOf(groups);
        abilities = abilities == null ? List.of() : List.copyOf(abilities);
        viewers = viewers == null ? List.of() : List.copyOf(viewers);
        steerers = steerers == null ? List.of() : List.copyOf(steerers);
        type = type == null ? "" : type;
        source = source == null ? "" : source;
    }

    /// The type in a device's code; empty where the code is none of 20 digits.
    public static String type(String code) {
        return code.length() == DIGITS && code.chars().allMatch(c -> c >= '0' && c <= '9')
                ? code.substring(TYPE_FROM, TYPE_UPTO)
                : "";
    }

    /// What a camera of this kind can do if nobody says more: domes and remote-controlled bullets turn.
    public static List<String> abilities(String kind) {
        return kind.equals("ball") || kind.equals("remote-bullet") ? List.of(PTZ, PRESETS) : List.of();
    }

    public boolean can(String ability) {
        return abilities.contains(ability);
    }

    /// Whether it goes about, so that a place once known holds no longer than the next.
    public boolean moves() {
        return type.equals(MOBILE) || can(MOVES);
    }

    /// Whether somebody in this post may see its picture.
    public boolean viewedBy(PostCode post) {
        return viewers.isEmpty() || viewers.contains(post);
    }

    /// Whether somebody in this post may turn it and speak through it.
    public boolean steeredBy(PostCode post) {
        return viewedBy(post) && (steerers.isEmpty() || steerers.contains(post));
    }

    /// The same in that area.
    public Device in(@Nullable AreaCode where) {
        return new Device(type, where, groups, placed, abilities, source, viewers, steerers);
    }

    /// The same, able to do that as well.
    public Device with(String ability) {
        if (can(ability)) {
            return this;
        }
        List<String> more = new ArrayList<>(abilities);
        more.add(ability);
        return new Device(type, area, groups, placed, more, source, viewers, steerers);
    }
}
