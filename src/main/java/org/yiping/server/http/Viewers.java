package org.yiping.server.http;

import org.yiping.domain.camera.Camera;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.camera.Device;
import org.yiping.domain.identity.PostCode;
import org.yiping.protocol.Json;
import org.yiping.protocol.Kinds;
import org.yiping.server.data.Row;
import org.yiping.server.data.Rows;

/// Who may see what a camera has seen: whoever may see the camera itself. Stateless; any thread.
final class Viewers {
    private Viewers() {}

    /// A camera that is in no directory any more is kept from nobody who sees its area.
    static void check(Rows rows, CameraId id, PostCode post) {
        Device device = rows.find(Kinds.CAMERA, id.value())
                .map(Row::content)
                .map(c -> Json.mapper().readValue(c, Camera.class).device())
                .orElse(null);
        if (device != null && !device.viewedBy(post)) {
            throw Fault.of("VID-4030");
        }
    }
}
