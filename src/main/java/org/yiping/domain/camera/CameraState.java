package org.yiping.domain.camera;

import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is known of a camera: `online` is the platform's last word, `simulated` marks a made-up picture (模拟). `code`
/// is an open code: online, offline, or what players saw of a camera that is online (frozen, dark, blurred); `reason`
/// is an open code, often empty; `since` is when it came to be so. Whether the picture before somebody's eyes moves is
/// not its to say; the console proves that itself. Immutable; any thread.
public record CameraState(
        boolean online,
        boolean simulated,
        String code,
        String reason,
        @Nullable Instant since) {
    public static final String ONLINE = "online";
    public static final String OFFLINE = "offline";
    public static final String FROZEN = "frozen";
    public static final String DARK = "dark";
    public static final String BLURRED = "blurred";

    /// Offline because those who looked saw nothing.
    public static final String NO_PICTURE = "no-picture";

    private static final Set<String> ON = Set.of("on", "online", "ok", "true", "1");
    private static final Set<String> OFF = Set.of("off", "offline", "false", "0");

    @SuppressWarnings("NullAway") // absent in what an older platform sends
    public CameraState {
        code = code == null ? word(online) : code;
        reason = reason == null ? "" : reason;
    }

    public CameraState(boolean online, boolean simulated) {
        this(online, simulated, word(online), "", null);
    }

    /// Whether a picture is to be asked for. Who sees none makes a camera offline; only who looks again finds it back.
    public boolean worthTrying() {
        return online || reason.equals(NO_PICTURE);
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
                : new CameraState(!next.equals(OFFLINE), simulated, next, why, at);
    }
}
