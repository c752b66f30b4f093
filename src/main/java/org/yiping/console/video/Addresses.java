package org.yiping.console.video;

import java.util.concurrent.CompletableFuture;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.camera.CameraStream;

/// Where play addresses (播放地址) come from: a platform gives them out for a while only. Any thread; returns at once.
@FunctionalInterface
public interface Addresses {
    /// Every camera keeps the address it lists.
    Addresses FIXED = (_, stream) -> CompletableFuture.completedFuture(new Given.At(stream));

    /// Asked before every try at a stream that is listed without an address, and when one that lists one has failed.
    /// Answers with the same stream where there is no other; a failed answer means the same. Who asked ends what
    /// was begun by it when the stream is closed, also where the answer comes too late.
    CompletableFuture<Given> fresh(Camera camera, CameraStream stream);

    /// What became of the question.
    sealed interface Given {
        /// It is played from here. An address may carry what opens the picture: `toString` keeps it to itself.
        record At(CameraStream stream, Viewing viewing) implements Given {
            public At(CameraStream stream) {
                this(stream, Viewing.NONE);
            }

            @Override
            public String toString() {
                return "At[" + stream.grade() + "]";
            }
        }

        /// There is no address to be had now.
        record None(Picture.Fault why) implements Given {}
    }

    /// What was begun by asking. Any thread; ending returns at once, and twice does no harm.
    @FunctionalInterface
    interface Viewing {
        /// Nothing was begun.
        Viewing NONE = () -> {};

        void end();
    }
}
