package org.yiping.console.video;

import java.io.IOException;
import java.util.Optional;

/// Where decoders come from, and the memory they write into.
interface Decoders {
    Decoder create();

    /// Memory for pictures of this size; the caller closes it. An exception when there is no room for it.
    Frames frames(FrameSize size) throws IOException;

    /// What will be kept of the stream that is decoded into these frames; empty where nothing is.
    default Optional<Tape> tape(Frames frames) {
        return Optional.empty();
    }

    /// Forgets it.
    default void close(Tape tape) {}

    /// Called when all decoders have been released, on any thread.
    void close();
}
