package org.yiping.console.ui.camera;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Messages;
import org.yiping.console.video.Picture;
import org.yiping.console.video.Watch;
import org.yiping.domain.camera.CameraState;
import org.yiping.domain.camera.CameraStream;

/// What a tile says of its picture at one moment (design: camera tile). Immutable; any thread.
///
/// `head` and `words` stand in the middle, `band` across the foot of the picture; `right` and `age` in the caption.
/// `motion` are the last six differences, empty where nothing proves motion.
record TileFace(Kind kind, String head, String words, String right, String age, List<Double> motion) {
    /// The states of design §8; each has its look in the style sheet.
    enum Kind {
        LIVE,
        CONNECTING,
        STALLED,
        FROZEN,
        OFFLINE,
        BLIND
    }

    /// A camera the platform itself calls offline is not asked for a picture.
    static TileFace silent(CameraState state, Messages m) {
        String why = state.reason().equals(CameraState.NOT_LISTED)
                ? m.get("camera.offline-not-listed")
                : m.get("camera.offline-platform");
        return refused(m.get("camera.offline"), why, m.get("camera.offline-short"));
    }

    /// A camera that this post may not see, whatever put it there.
    static TileFace locked(Messages m) {
        return refused(m.get("camera.locked"), m.get("camera.locked-words"), m.get("camera.locked-short"));
    }

    /// A camera that is no longer listed.
    static TileFace gone(Messages m) {
        return refused(m.get("camera.gone"), m.get("camera.gone-words"), m.get("camera.gone-short"));
    }

    private static TileFace refused(String head, String words, String right) {
        return new TileFace(Kind.OFFLINE, head, words, right, "", List.of());
    }

    /// Asked for, and nothing has come yet.
    static TileFace connecting(Messages m) {
        return of(new Picture.Connecting(Instant.EPOCH), null, false, Instant.EPOCH, m);
    }

    /// The same of one that pulled nothing while nobody saw it.
    TileFace paused(Messages m) {
        return new TileFace(kind, m.get("camera.paused"), words, right, age, motion);
    }

    static TileFace of(Watch w, Instant now, Messages m) {
        return of(w.picture(), w.stream().orElse(null), w.isTimed(), now, m);
    }

    /// `timed`: how late a live picture is, is known; where it is not, no number is said.
    static TileFace of(Picture picture, @Nullable CameraStream stream, boolean timed, Instant now, Messages m) {
        return switch (picture) {
            case Picture.Live live ->
                new TileFace(
                        Kind.LIVE,
                        "",
                        "",
                        kind(stream, live.framesPerSecond(), m),
                        timed ? seconds(live.age(), m) : m.get("camera.delay-unknown"),
                        live.motion());
            case Picture.Connecting c -> {
                String since = seconds(Duration.between(c.since(), now), m);
                yield new TileFace(
                        Kind.CONNECTING,
                        m.get("camera.connecting"),
                        m.get("camera.connecting-words"),
                        m.get("camera.connecting-short", since),
                        "",
                        List.of());
            }
            case Picture.Stalled s -> {
                String since = seconds(Duration.between(s.since(), now), m);
                yield new TileFace(
                        Kind.STALLED,
                        "",
                        m.get("camera.stalled", since),
                        m.get("camera.stalled-short", since),
                        "",
                        List.of());
            }
            case Picture.Frozen f ->
                new TileFace(
                        Kind.FROZEN,
                        m.get("camera.frozen"),
                        m.get(
                                "camera.frozen-words",
                                seconds(Duration.between(f.lastChange(), now), m),
                                f.tries(),
                                until(f.nextTry(), now, m)),
                        m.get("camera.frozen-short", seconds(Duration.between(f.lastChange(), now), m)),
                        "",
                        List.of());
            case Picture.Offline o ->
                new TileFace(
                        Kind.OFFLINE,
                        m.get("camera.no-stream"),
                        o.fault() == Picture.Fault.REFUSED
                                ? m.get("camera.refused-words", fault(o.fault(), m))
                                : m.get(
                                        "camera.no-stream-words",
                                        fault(o.fault(), m),
                                        o.tries(),
                                        until(o.nextTry(), now, m)),
                        m.get("camera.offline-short"),
                        "",
                        List.of());
            case Picture.NoDecoder none ->
                new TileFace(
                        Kind.BLIND,
                        m.get(none.otherVersion().isPresent() ? "camera.no-decoder-version" : "camera.no-decoder"),
                        none.otherVersion()
                                .map(found -> m.get("camera.no-decoder-version-words", found))
                                .orElseGet(() -> m.get("camera.no-decoder-words")),
                        m.get("camera.no-decoder-short"),
                        "",
                        List.of());
        };
    }

    private static String kind(@Nullable CameraStream s, double rate, Messages m) {
        if (s == null) {
            return "";
        }
        String grade = s.grade().equals("main") ? m.get("camera.main") : m.get("camera.sub");
        return m.get("camera.stream", grade, Integer.toString(s.height()), Integer.toString((int) Math.round(rate)));
    }

    private static String fault(Picture.Fault fault, Messages m) {
        return switch (fault) {
            case UNREACHABLE -> m.get("camera.fault-unreachable");
            case ENDED -> m.get("camera.fault-ended");
            case NO_PICTURE -> m.get("camera.fault-no-picture");
            case NO_STREAM -> m.get("camera.fault-no-stream");
            case REFUSED -> m.get("camera.fault-refused");
            case DECODER -> m.get("camera.fault-decoder");
            case NO_ROOM -> m.get("camera.fault-no-room");
            case FORBIDDEN -> m.get("directory.fault-forbidden");
            case DEVICE_OFFLINE -> m.get("directory.fault-device-offline");
            case SOURCE_SILENT -> m.get("directory.fault-source-silent");
            case SOURCE_REFUSES -> m.get("directory.fault-source-refuses");
            case NOT_AT_SOURCE -> m.get("directory.fault-not-at-source");
            case NO_PLATFORM -> m.get("directory.fault-no-platform");
            case NO_ADDRESS -> m.get("directory.fault-no-address");
        };
    }

    private static String until(Instant at, Instant now, Messages m) {
        return seconds(Duration.between(now, at), m);
    }

    /// Tenths below ten seconds: motion is judged by them.
    private static String seconds(Duration d, Messages m) {
        double s = Math.max(0, d.toMillis() / 1000.0);
        if (s >= 120) {
            return m.get("camera.minutes", (long) (s / 60));
        }
        return m.get("camera.seconds", s < 10 ? String.format(Locale.ROOT, "%.1f", s) : Long.toString(Math.round(s)));
    }
}
