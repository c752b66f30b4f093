package org.yiping.console.video;

import java.util.concurrent.CompletableFuture;
import java.util.function.LongConsumer;

/// One player of a decoding library. Its methods return at once and are carried out in order on a thread of its own.
interface Decoder {
    /// Plays an address in pictures of the frames' size and into them; whatever played before is stopped first.
    void play(String url, FrameSize size, Frames frames, Target target);

    void stop();

    /// Stands still at the picture that is shown, or goes on; what is live would lose its place.
    void hold(boolean still);

    /// Shows the next picture of what stands still.
    void step();

    /// Answers with the bytes the present stream has brought so far, not at all when nothing plays.
    void askBytes(LongConsumer answer);

    /// Ends it for good; complete when the library holds nothing of it any more.
    CompletableFuture<Void> release();

    /// Told on a thread of the decoder's.
    interface Target {
        /// A picture came and stands in the frames.
        void frame(Frames.Change change);

        void ended(Picture.Fault why);

        /// There is no library to decode with. `reason` is technical.
        void blind(String reason);
    }
}
