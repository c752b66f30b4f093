package org.yiping.domain.casework;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.identity.Actor;

/// What a camera saw, as evidence in a case (视频取证): `kind` is photo or clip (open codes), `cameraName` the camera's
/// name at that time, `from` and `until` when it was seen (equal for a photo). `clock` says by whose time: source is
/// the camera's own, arrival the console's when the picture came, corrected to the platform's. `by` is who took it and
/// is written by the platform. Immutable; any thread.
public record Footage(
        String kind,
        CameraId camera,
        String cameraName,
        Instant from,
        Instant until,
        String clock,
        @Nullable Actor by) {
    public static final String PHOTO = "photo";
    public static final String CLIP = "clip";

    /// `clock`: the console's corrected time when the bytes came.
    public static final String ARRIVAL = "arrival";

    public static final String SOURCE = "source";

    public Footage {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(camera);
        Objects.requireNonNull(cameraName);
        Objects.requireNonNull(from);
        Objects.requireNonNull(until);
        Objects.requireNonNull(clock);
    }

    public Footage by(Actor who) {
        return new Footage(kind, camera, cameraName, from, until, clock, who);
    }
}
