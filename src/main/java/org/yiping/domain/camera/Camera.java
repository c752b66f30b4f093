package org.yiping.domain.camera;

import java.util.List;
import org.yiping.domain.geo.Position;

/// A camera (摄像头) as the platform lists it: identity, place, what it looks at and where its streams are.
///
/// `headingDegrees` clockwise from north, `viewDegrees` the opening of the view cone. `simulated` pictures carry the
/// mark 模拟 wherever they are shown. Immutable; any thread.
public record Camera(
        CameraId id, String name, Position position, View view, List<CameraStream> streams, CameraState state) {
    public Camera {
        streams = List.copyOf(streams);
    }

    /// What the camera looks at. `kind` is an open code: ball, bullet, half-dome, fixed.
    public record View(double headingDegrees, double viewDegrees, String kind) {}
}
