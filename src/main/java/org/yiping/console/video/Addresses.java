package org.yiping.console.video;

import java.util.concurrent.CompletableFuture;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.camera.CameraStream;

/// Where a play address (播放地址) that no longer works is exchanged for a fresh one: a platform gives them out for a
/// while only. Any thread; returns at once.
@FunctionalInterface
public interface Addresses {
    /// Every camera keeps the address it lists.
    Addresses FIXED = (_, stream) -> CompletableFuture.completedFuture(stream);

    /// Asked when `stream` failed, at most as often as it is tried. Answers with the same stream where there is no
    /// other; a failed answer means the same.
    CompletableFuture<CameraStream> fresh(Camera camera, CameraStream stream);
}
