package org.yiping.console.video;

import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import uk.co.caprica.vlcj.factory.MediaPlayerFactory;

/// One instance of libvlc and the players made from it, and what fetches RTSP for them. Any thread.
final class VlcDecoders implements Decoders {
    private final MediaPlayerFactory factory;
    private final Executor threads;
    private @Nullable RtspReader rtsp;

    VlcDecoders(MediaPlayerFactory factory, Executor threads) {
        this.factory = factory;
        this.threads = threads;
    }

    @Override
    public Decoder create() {
        return new VlcDecoder(factory, threads, this::rtsp);
    }

    /// Loaded by the first camera that needs it.
    private synchronized RtspReader rtsp() {
        RtspReader there = rtsp;
        if (there == null) {
            there = new RtspReader();
            rtsp = there;
        }
        return there;
    }

    @Override
    public Frames frames(FrameSize size) {
        return Frames.inMemory(size);
    }

    @Override
    public void close() {
        factory.release();
    }
}
