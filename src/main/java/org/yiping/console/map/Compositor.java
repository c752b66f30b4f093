package org.yiping.console.map;

import java.util.concurrent.Executor;

/// Puts one window's pictures together (合成器): wholly in the engine's own buffer ([FrameComposer]), or as an
/// overlay and the pieces of the ground that a graphics card places below it ([PieceComposer]). One thread at a
/// time.
interface Compositor {
    FrameComposer.Composed compose(FrameComposer.View view);

    /// Forgets what has been handed out: the next picture is whole.
    void forget();

    /// The one that makes what a sink shows; `helper` may draw a half of a large picture.
    static Compositor of(FrameSink sink, TileCache tiles, PictureBuffers buffers, Executor helper) {
        return sink.takesPieces() ? new PieceComposer(tiles, buffers) : new FrameComposer(tiles, buffers, helper);
    }
}
