package org.yiping.console.video;

import java.io.IOException;

/// Where decoders come from, and the memory they write into.
interface Decoders {
    Decoder create();

    /// Memory for pictures of this size; the caller closes it. An exception when there is no room for it.
    Frames frames(FrameSize size) throws IOException;

    /// Called when all decoders have been released, on any thread.
    void close();
}
