package org.yiping.console.video;

import org.yiping.domain.camera.Camera;

/// Stands in where there is no decoder: every watch is blank and says the same. Any thread.
record BlindPlayer(Picture answer) implements CameraPlayer {
    @Override
    public Watch watch(Camera camera, FrameSize size, Listener listener) {
        return new BlankWatch(camera, size, () -> answer);
    }

    @Override
    public void close() {}
}
