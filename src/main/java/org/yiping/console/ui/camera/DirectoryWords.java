package org.yiping.console.ui.camera;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Messages;
import org.yiping.console.store.Store;
import org.yiping.console.ui.camera.DirectoryTree.Step;
import org.yiping.console.ui.control.Icons;
import org.yiping.domain.area.Area;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.camera.CameraState;
import org.yiping.domain.camera.Device;

/// How the directory speaks of cameras: where each stands in its trees, and its state. Codes nobody has words for are
/// shown as they are. Any thread.
final class DirectoryWords {
    /// What a tree is made by; the seat's choice is kept by its name.
    enum By {
        AREA,
        GROUP,
        KIND;

        static By kept(String name) {
            return List.of(values()).stream()
                    .filter(b -> b.choice().equals(name))
                    .findFirst()
                    .orElse(AREA);
        }

        String choice() {
            return name().toLowerCase(Locale.ROOT);
        }

        By next() {
            return switch (this) {
                case AREA -> GROUP;
                case GROUP -> KIND;
                case KIND -> AREA;
            };
        }
    }

    private static final String LAST = "\uffff";
    private static final DateTimeFormatter TODAY = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter BEFORE = DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT);
    /// More levels than any city has; ends a ring of parents.
    private static final int MOST_LEVELS = 6;

    private final Messages messages;

    DirectoryWords(Messages messages) {
        this.messages = messages;
    }

    List<Step> path(Camera c, By by, Store<AreaCode, Area> areas) {
        return switch (by) {
            case AREA -> area(c.device(), areas);
            case GROUP -> group(c.device());
            case KIND -> kind(c);
        };
    }

    /// From the district down to the community; the city is all there is, and a cell is too small for cameras.
    private List<Step> area(@Nullable Device device, Store<AreaCode, Area> areas) {
        AreaCode at = device == null ? null : device.area();
        List<Step> path = new ArrayList<>();
        for (int i = 0; at != null && i < MOST_LEVELS; i++) {
            Area area = areas.rows().get(at);
            if (area == null) {
                path.addFirst(new Step(at.value(), at.value()));
                break;
            }
            if (!area.level().equals("city") && !area.level().equals("cell")) {
                path.addFirst(new Step(at.value(), area.name()));
            }
            at = area.parent();
        }
        return path.isEmpty() ? List.of(new Step(LAST, messages.get("directory.no-area"))) : path;
    }

    private List<Step> group(@Nullable Device device) {
        List<String> groups = device == null ? List.of() : device.groups();
        return groups.isEmpty()
                ? List.of(new Step(LAST, messages.get("directory.no-group")))
                : groups.stream().map(g -> new Step(g, g)).toList();
    }

    private List<Step> kind(Camera c) {
        Device device = c.device();
        String type = device == null ? "" : device.type();
        String view = c.view().kind();
        Step first = new Step(type.isEmpty() ? LAST : type, type(type));
        return view.isEmpty() ? List.of(first) : List.of(first, new Step(view, view(view)));
    }

    private String type(String code) {
        return switch (code) {
            case "" -> messages.get("directory.type-none");
            case "111" -> messages.get("directory.type-dvr");
            case "118" -> messages.get("directory.type-nvr");
            case "131" -> messages.get("directory.type-camera");
            case "132" -> messages.get("directory.type-network-camera");
            case "133" -> messages.get("directory.type-monitor");
            case "134" -> messages.get("directory.type-alarm-in");
            case "135" -> messages.get("directory.type-alarm-out");
            case "136" -> messages.get("directory.type-voice-in");
            case Device.LOUDSPEAKER -> messages.get("directory.type-speaker");
            case Device.MOBILE -> messages.get("directory.type-mobile");
            default -> messages.get("directory.type-other", code);
        };
    }

    private String view(String code) {
        return switch (code) {
            case "ball" -> messages.get("directory.view-ball");
            case "half-dome" -> messages.get("directory.view-half-dome");
            case "bullet" -> messages.get("directory.view-bullet");
            case "remote-bullet" -> messages.get("directory.view-remote-bullet");
            case "fixed" -> messages.get("directory.view-fixed");
            default -> code;
        };
    }

    String state(CameraState s) {
        return switch (code(s)) {
            case CameraState.ONLINE -> messages.get("directory.online");
            case CameraState.OFFLINE -> messages.get("directory.offline");
            case CameraState.UNKNOWN -> messages.get("directory.unknown");
            case CameraState.FROZEN -> messages.get("directory.frozen");
            case CameraState.DARK -> messages.get("directory.dark");
            case CameraState.BLURRED -> messages.get("directory.blurred");
            default -> s.code();
        };
    }

    /// Older platforms call offline what they know nothing of.
    static String code(CameraState s) {
        return s.online() || s.offline() ? s.code() : CameraState.UNKNOWN;
    }

    static String icon(CameraState s) {
        return switch (code(s)) {
            case CameraState.ONLINE, CameraState.UNKNOWN -> Icons.CAMERA;
            case CameraState.OFFLINE -> Icons.CAMERA_OFF;
            case CameraState.FROZEN -> Icons.FROZEN;
            case CameraState.DARK -> "mdi2w-weather-night";
            case CameraState.BLURRED -> "mdi2b-blur";
            default -> s.online() ? Icons.CAMERA : Icons.CAMERA_OFF;
        };
    }

    /// Why it is so and since when; empty of a camera that is well, and where nobody said.
    String detail(CameraState s, Instant now, ZoneId zone) {
        if (s.code().equals(CameraState.ONLINE)) {
            return "";
        }
        Instant since = s.since();
        String why = s.reason().isEmpty() ? "" : reason(s.reason());
        if (since == null) {
            return why;
        }
        ZonedDateTime at = since.atZone(zone);
        boolean today = at.toLocalDate().equals(LocalDate.ofInstant(now, zone));
        String from = messages.get("directory.since", (today ? TODAY : BEFORE).format(at));
        return why.isEmpty() ? from : why + " · " + from;
    }

    private String reason(String code) {
        return switch (code) {
            case "no-picture" -> messages.get("directory.reason-no-picture");
            case "seen" -> messages.get("directory.reason-seen");
            case "source" -> messages.get("directory.reason-source");
            case "not-listed" -> messages.get("directory.reason-not-listed");
            case "no-status" -> messages.get("directory.reason-no-status");
            case "no-heartbeat" -> messages.get("directory.reason-no-heartbeat");
            default -> code;
        };
    }
}
