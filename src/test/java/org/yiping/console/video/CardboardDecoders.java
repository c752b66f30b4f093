package org.yiping.console.video;

import java.util.List;

/// Makes decoders of cardboard, whose pictures stay in this process. Each is put into `made`; `tenthOfASecond` passes
/// before each of their pictures.
record CardboardDecoders(List<CardboardDecoder> made, Runnable tenthOfASecond) implements Decoders {
    @Override
    public Decoder create() {
        made.add(new CardboardDecoder(tenthOfASecond));
        return made.getLast();
    }

    @Override
    public Frames frames(FrameSize size) {
        return Frames.inMemory(size);
    }

    @Override
    public void close() {}
}
