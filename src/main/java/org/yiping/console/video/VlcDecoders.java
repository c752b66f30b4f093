package org.yiping.console.video;

import java.util.concurrent.Executor;
import uk.co.caprica.vlcj.factory.MediaPlayerFactory;

/// One instance of libvlc and the players made from it. Any thread.
record VlcDecoders(MediaPlayerFactory factory, Executor threads) implements Decoders {
    @Override
    public Decoder create() {
        return new VlcDecoder(factory, threads);
    }

    @Override
    public void close() {
        factory.release();
    }
}
