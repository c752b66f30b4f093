package org.yiping.console.ui.camera;

import java.nio.IntBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.yiping.console.video.CameraPlayer;
import org.yiping.console.video.FrameSize;
import org.yiping.console.video.Picture;
import org.yiping.console.video.Tape;
import org.yiping.console.video.Watch;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.camera.CameraStream;

/// A player whose every watch is live and shows one colour. One thread.
final class MovingPlayer implements CameraPlayer {
    private final int colour;

    MovingPlayer(int colour) {
        this.colour = colour;
    }

    @Override
    public Watch watch(Camera camera, FrameSize size, Listener listener) {
        return new Looked(camera, size, colour);
    }

    @Override
    public void close() {}

    private record Looked(Camera camera, FrameSize size, int colour) implements Watch {
        @Override
        public Optional<CameraStream> stream() {
            return camera.streams().stream().findFirst();
        }

        @Override
        public Picture picture() {
            return new Picture.Live(25, Duration.ZERO, List.of());
        }

        @Override
        public long copy(IntBuffer target, long seen) {
            if (target.hasArray()) {
                Arrays.fill(target.array(), colour);
            }
            return 1;
        }

        @Override
        public Optional<Tape> tape() {
            return Optional.empty();
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
        public void close() {}
    }
}
