package org.yiping.console.video;

import org.yiping.domain.camera.Camera;

/// Plays cameras (摄像头). Every method returns at once and may be called on any thread, the user interface's too:
/// libvlc, which blocks for up to a second, is spoken to elsewhere.
public interface CameraPlayer extends AutoCloseable {
    /// Starts to watch a camera in pictures of this size in pixels, scaled by the decoder and rounded down to even
    /// numbers (see `FrameSize` for one of the right shape). Watches of one camera in one size share one decode.
    Watch watch(Camera camera, FrameSize size, Listener listener);

    /// Ends all watches and gives the decoders back; waits for them a few seconds at most.
    @Override
    void close();

    /// Told when the kind of picture changes, live to stalled for instance; the numbers inside a kind are there to be
    /// asked for. Called on any thread and expected to return at once.
    @FunctionalInterface
    interface Listener {
        void changed(Picture picture);
    }
}
