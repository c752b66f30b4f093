package org.yiping.console.ui.camera;

import java.nio.IntBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.yiping.console.video.CameraPlayer;
import org.yiping.console.video.FrameSize;
import org.yiping.console.video.Picture;
import org.yiping.console.video.Tape;
import org.yiping.console.video.Watch;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.camera.CameraStream;

/// Plays every camera without a picture and calls it live.
final class StillPlayer implements CameraPlayer {
    @Override
    public Watch watch(Camera camera, FrameSize size, Listener listener) {
        return new Looked(camera, size);
    }

    @Override
    public void close() {}

    private record Looked(Camera camera, FrameSize size) implements Watch {
        @Override
        public Optional<CameraStream> stream() {
            return Optional.empty();
        }

        @Override
        public Picture picture() {
            return new Picture.Live(25, Duration.ZERO, List.of());
        }

        @Override
        public long copy(IntBuffer target, long seen) {
            return 0;
        }

        @Override
        public boolean hold(boolean still) {
            return false;
        }

        @Override
        public boolean step() {
            return false;
        }

        @Override
        public Optional<Tape> tape() {
            return Optional.empty();
        }

        @Override
        public void close() {}
    }
}
