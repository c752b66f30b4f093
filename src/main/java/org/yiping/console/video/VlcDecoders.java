package org.yiping.console.video;

import java.time.InstantSource;
import java.util.concurrent.Executor;
import uk.co.caprica.vlcj.factory.MediaPlayerFactory;

/// One instance of libvlc and the players made from it, and what fetches streams for them. Any thread.
final class VlcDecoders implements Decoders {
    private final MediaPlayerFactory factory;
    private final Executor threads;
    private final Readers readers;

    VlcDecoders(MediaPlayerFactory factory, Executor threads, InstantSource clock) {
        this.factory = factory;
        this.threads = threads;
        readers = new Readers(clock);
        threads.execute(Planes::prepare);
    }

    @Override
    public Decoder create() {
        return new VlcDecoder(factory, threads, readers);
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
