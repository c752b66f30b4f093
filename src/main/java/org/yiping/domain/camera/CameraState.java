package org.yiping.domain.camera;

import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is known of a camera: `online` is the platform's last word, `simulated` marks a made-up picture (模拟). `code`
/// is an open code: online, offline, unknown, or what players saw of a camera that is online (frozen, dark, blurred);
/// `reason` is an open code, often empty; `since` is when it came to be so. Whether the picture before somebody's eyes
/// moves is not its to say; the console proves that itself. Immutable; any thread.
public record CameraState(
        boolean online,
        boolean simulated,
        String code,
        String reason,
        @Nullable Instant since) {
    public static final String ONLINE = "online";
    public static final String OFFLINE = "offline";
    /// Nobody said and nobody looked: neither online nor offline.
    public static final String UNKNOWN = "unknown";

    public static final String FROZEN = "frozen";
    public static final String DARK = "dark";
    public static final String BLURRED = "blurred";

    /// Offline because those who looked saw nothing.
    public static final String NO_PICTURE = "no-picture";

    /// Its source lists it and tells no state.
    public static final String NO_STATUS = "no-status";

    /// Its source lists it no longer.
    public static final String NOT_LISTED = "not-listed";

    private static final Set<String> ON = Set.of("on", "online", "ok", "true", "1", "yes", "在线", "上线", "正常");
    private static final Set<String> OFF = Set.of("off", "offline", "false", "0", "no", "离线", "不在线", "下线", "掉线");

    @SuppressWarnings("NullAway") // absent in what an older platform sends
    public CameraState {
        code = code == null ? word(online) : code;
        reason = reason == null ? "" : reason;
    }

    public CameraState(boolean online, boolean simulated) {
        this(online, simulated, word(online), "", null);
    }

    /// The state of one whose source tells none.
    public static CameraState untold(boolean simulated, @Nullable Instant at) {
        return new CameraState(false, simulated, UNKNOWN, NO_STATUS, at);
    }

    /// Whether somebody said or saw that it shows nothing. One of which nobody said anything is neither offline nor
    /// online; older platforms call it offline for want of a word.
    public boolean offline() {
        return !online && !code.equals(UNKNOWN) && !reason.equals(NO_STATUS);
    }

    /// Whether a picture is to be asked for. Who sees none makes a camera offline; only who looks again finds it back.
    public boolean worthTrying() {
        return !offline() || reason.equals(NO_PICTURE);
    }

    private static String word(boolean online) {
        return online ? ONLINE : OFFLINE;
    }

    /// What a device's own word for its status means (GB/T 28181 devices say ON, On, ONLINE, OK …); null where it says
    /// nothing or nothing anybody knows, which is neither online nor offline.
    public static @Nullable Boolean told(@Nullable String word) {
        String plain = word == null ? "" : word.strip().toLowerCase(Locale.ROOT);
        if (ON.contains(plain)) {
            return true;
        }
        return OFF.contains(plain) ? Boolean.FALSE : null;
    }

    /// The same camera as its source tells of it now. That a source says online does not make a frozen picture move.
    public CameraState reached(boolean now, String why, Instant at) {
        return now == online ? this : new CameraState(now, simulated, word(now), why, at);
    }

    /// The same camera as a player saw it.
    public CameraState seen(String next, String why, Instant at) {
        return next.equals(code) && why.equals(reason)
                ? this
                : new CameraState(!next.equals(OFFLINE) && !next.equals(UNKNOWN), simulated, next, why, at);
    }
}
