package org.yiping.console.video;

import java.nio.IntBuffer;
import java.util.Optional;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.camera.CameraStream;

/// One look at one camera, until closed. Any thread.
///
/// A tile asks `copy` every pulse or two: it costs nothing when there is no new picture, and else one memory copy.
public interface Watch extends AutoCloseable {
    Camera camera();

    /// The stream that was chosen for the size; empty when the camera lists none.
    Optional<CameraStream> stream();

    FrameSize size();

    /// What can be said of the picture now.
    Picture picture();

    /// Copies a newer picture than `seen` to `target` from its index 0, if there is one, and returns its
    /// number; else leaves `target` alone and returns `seen`. Begin with 0, which asks for the newest; who keeps
    /// up is given each in turn, up to two behind. Numbers rise with every picture that differs from the one
    /// before: a repeated picture is not a new one.
    ///
    /// Pixels are 0xAARRGGBB, opaque, row by row without gaps, `size().pixels()` of them: what JavaFX calls
    /// `PixelFormat.getIntArgbPreInstance()`. The copy is whole: no picture is seen half written.
    long copy(IntBuffer target, long seen);

    /// Whether it is known how late its picture is against when its bytes came. False where libvlc fetches the stream
    /// itself (HLS, MJPEG, files): the age of its newest picture is then no measure of anything but our own
    /// screen.
    ///
    /// Asked of who decodes: the stream that was chosen may have no address of its own.
    boolean isTimed();

    /// What is kept of the stream; empty where none can be, because libvlc fetches it itself (HLS, MJPEG).
    Optional<Tape> tape();

    /// What was recorded stands still at the picture that is shown, or goes on, for all who watch it. False where it
    /// does not: what is live would lose its place, and where nothing plays there is nothing to hold.
    boolean hold(boolean still);

    /// Shows the next picture of what stands still; false of anything else.
    boolean step();

    /// What was refused is tried once more, at most once a minute an account: more would be guessing. False where
    /// nothing was refused, or just now.
    default boolean tryAgain() {
        return false;
    }

    /// Ends the watch; the last watch of a decode stops it. Closing twice does no harm.
    @Override
    void close();
}
