package org.yiping.golden;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.nio.IntBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yiping.console.video.CameraPlayer;
import org.yiping.console.video.FrameSize;
import org.yiping.console.video.Picture;
import org.yiping.console.video.Tape;
import org.yiping.console.video.Watch;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.camera.CameraStream;
import org.yiping.simulator.camera.draw.Stills;

/// A player without a decoder: each camera in the order of asking shows one drawn picture and says one of the things
/// that can be said of a picture. One thread.
final class StillCameras implements CameraPlayer {
    private final Instant now;
    private final boolean reachable;
    private final Map<CameraId, Integer> numbers = new HashMap<>();

    StillCameras(Instant now, boolean reachable) {
        this.now = now;
        this.reachable = reachable;
    }

    @Override
    public Watch watch(Camera camera, FrameSize size, Listener listener) {
        int next = numbers.size();
        return new Still(camera, size, numbers.computeIfAbsent(camera.id(), _ -> next));
    }

    private Picture said(int number) {
        Instant retry = now.plusSeconds(8);
        if (!reachable) {
            return new Picture.Offline(Picture.Fault.UNREACHABLE, now.minusSeconds(95), 6, retry);
        }
        return switch (number % 9) {
            case 3 -> new Picture.Stalled(now.minusSeconds(2));
            case 5 -> new Picture.Frozen(now.minusSeconds(47), 2, retry);
            case 7 -> new Picture.Offline(Picture.Fault.NO_PICTURE, now.minusSeconds(130), 4, retry);
            default -> new Picture.Live(24.9, Duration.ofMillis(120), List.of(0.2, 0.5, 0.3, 0.8, 0.6, 0.4));
        };
    }

    @Override
    public void close() {}

    private final class Still implements Watch {
        private final Camera camera;
        private final FrameSize size;
        private final int number;

        Still(Camera camera, FrameSize size, int number) {
            this.camera = camera;
            this.size = size;
            this.number = number;
        }

        @Override
        public Camera camera() {
            return camera;
        }

        @Override
        public Optional<CameraStream> stream() {
            return camera.streams().stream().findFirst();
        }

        @Override
        public FrameSize size() {
            return size;
        }

        @Override
        public Picture picture() {
            return said(number);
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
        public boolean isTimed() {
            return true;
        }

        @Override
        public Optional<Tape> tape() {
            return Optional.empty();
        }

        @Override
        public long copy(IntBuffer target, long seen) {
            if (seen == 0 && reachable) {
                BufferedImage fitted = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_ARGB_PRE);
                Graphics2D g = fitted.createGraphics();
                g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
                g.drawImage(Stills.of(number), 0, 0, size.width(), size.height(), null);
                g.dispose();
                target.put(0, fitted.getRGB(0, 0, size.width(), size.height(), null, 0, size.width()));
                return 1;
            }
            return seen;
        }

        @Override
        public void close() {}
    }
}
