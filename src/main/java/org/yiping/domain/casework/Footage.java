package org.yiping.domain.casework;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.Added;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.identity.Actor;

/// What a camera saw, as evidence in a case (视频取证): `kind` is photo or clip (open codes), `cameraName` the
/// camera's name at that time, `from` and `until` when it was seen (equal for a photo). `clock` says by whose
/// time: source is the camera's own, arrival the console's when the picture came, corrected to the platform's,
/// jumped the same where the stream's own times jumped, recording the platform's when it looked into its
/// recordings, shown the console's when the picture was shown of a stream whose delay nobody knows. `by` is who took it
/// and is written by the platform; `pixels` is absent where nobody said. Immutable; any thread.
public record Footage(
        String kind,
        CameraId camera,
        String cameraName,
        Instant from,
        Instant until,
        String clock,
        @Nullable Actor by,
        @Added @Nullable Pixels pixels) {
    public static final String PHOTO = "photo";
    public static final String CLIP = "clip";

    /// `clock`: the console's corrected time when the bytes came.
    public static final String ARRIVAL = "arrival";

    /// `clock`: the same, of a stream whose own times jumped: how late its bytes came nobody knows.
    public static final String JUMPED = "jumped";

    /// `clock`: the console's corrected time when a picture was shown of a stream whose delay nobody knows.
    public static final String SHOWN = "shown";

    public static final String SOURCE = "source";

    /// `clock`: what a platform was asked for of its recordings, which begin where they can begin.
    public static final String RECORDING = "recording";

    /// How far from the moment that was asked for a recording may begin.
    private static final Duration UNSURE = Duration.ofSeconds(5);

    /// As much as a media server keeps for those who join.
    private static final Duration LATE = Duration.ofSeconds(30);

    public Footage {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(camera);
        Objects.requireNonNull(cameraName);
        Objects.requireNonNull(from);
        Objects.requireNonNull(until);
        Objects.requireNonNull(clock);
    }

    public Footage(
            String kind,
            CameraId camera,
            String cameraName,
            Instant from,
            Instant until,
            String clock,
            @Nullable Actor by) {
        this(kind, camera, cameraName, from, until, clock, by, null);
    }

    /// How large a picture is, in pixels, and of which of the camera's streams: main, sub, recorded, kept (open
    /// codes). It may have fewer pixels than its stream.
    public record Pixels(String stream, int width, int height) {
        private static final int LONGEST = 32;
        private static final int MOST = 65_535;

        public Pixels {
            Objects.requireNonNull(stream);
        }

        public boolean isSound() {
            return !stream.isBlank()
                    && stream.length() <= LONGEST
                    && width > 0
                    && width <= MOST
                    && height > 0
                    && height <= MOST;
        }

        /// As people write it.
        public String size() {
            return width + "×" + height;
        }
    }

    /// By how much its times may be wrong either way, beyond the second they are told in.
    public Duration unsure() {
        return switch (clock) {
            case RECORDING -> UNSURE;
            case JUMPED -> LATE;
            default -> Duration.ZERO;
        };
    }

    public Footage by(Actor who) {
        return new Footage(kind, camera, cameraName, from, until, clock, who, pixels);
    }
}
