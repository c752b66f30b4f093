package org.yiping.console.video;

/// Where decoders come from.
interface Decoders {
    Decoder create();

    /// Called when all decoders have been released, on any thread.
    void close();
}
