package org.yiping.domain.camera;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.geo.Position;

/// A camera (摄像头) as the platform lists it: identity, place, what it looks at and where its streams are.
///
/// `headingDegrees` clockwise from north, `viewDegrees` the opening of the view cone. `simulated` pictures carry the
/// mark 模拟 wherever they are shown. A stream without an address is asked for when it is played. `device` is absent on
/// platforms that keep no directory. Immutable; any thread.
public record Camera(
        CameraId id,
        String name,
        Position position,
        View view,
        List<CameraStream> streams,
        CameraState state,
        @Nullable Device device) {
    public Camera {
        streams = List.copyOf(streams);
    }

    public Camera(
            CameraId id, String name, Position position, View view, List<CameraStream> streams, CameraState state) {
        this(id, name, position, view, streams, state, null);
    }

    /// What the camera looks at. `kind` is an open code: ball, bullet, half-dome, fixed.
    public record View(double headingDegrees, double viewDegrees, String kind) {}

    /// Whether its position is its own, so that it may stand on a map and be measured from.
    public boolean standsOnMap() {
        return device == null || device.placed();
    }

    public Camera with(CameraState next) {
        return new Camera(id, name, position, view, streams, next, device);
    }

    public Camera with(Device next) {
        return new Camera(id, name, position, view, streams, state, next);
    }
}
