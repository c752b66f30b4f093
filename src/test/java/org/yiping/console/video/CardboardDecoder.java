package org.yiping.console.video;

import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/// A decoder of cardboard: remembers what it was told and shows pictures of one colour when asked to.
final class CardboardDecoder implements Decoder {
    private final Runnable tenthOfASecond;
    private int colour = 0xFF000000;

    @Nullable
    String playing;

    @Nullable
    Frames frames;

    int plays;
    boolean held;
    int steps;
    boolean released;
    private @Nullable Target target;

    CardboardDecoder(Runnable tenthOfASecond) {
        this.tenthOfASecond = tenthOfASecond;
    }

    @Override
    public void play(String url, FrameSize size, Frames frames, Target target) {
        playing = url;
        this.frames = frames;
        this.target = target;
        plays++;
    }

    @Override
    public void stop() {
        playing = null;
    }

    @Override
    public void hold(boolean still) {
        held = still;
    }

    @Override
    public void step() {
        steps++;
        move(1);
    }

    @Override
    public void askBytes(LongConsumer answer) {
        answer.accept(0);
    }

    @Override
    public CompletableFuture<Void> release() {
        released = true;
        return CompletableFuture.completedFuture(null);
    }

    Target target() {
        if (target == null) {
            throw new IllegalStateException("never played");
        }
        return target;
    }

    /// Different pictures, a tenth of a second apart.
    void move(int pictures) {
        for (int i = 0; i < pictures; i++) {
            colour += 0x000101;
            show();
        }
    }

    /// The last picture again.
    void show() {
        tenthOfASecond.run();
        Frames into = frames;
        if (into != null) {
            int[] pixels = new int[into.pixels()];
            Arrays.fill(pixels, colour);
            target().frame(into.publish(IntBuffer.wrap(pixels)));
        }
    }
}
