package org.yiping.console.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class FramesTest {
    private static final FrameSize SIZE = new FrameSize(320, 180);

    private final Frames frames = new Frames(SIZE);
    private final IntBuffer target = IntBuffer.allocate(SIZE.pixels());

    @Test
    void aPictureIsCopiedOnceAndOpaque() {
        assertThat(frames.copy(target, 0)).isZero();
        frames.publish(IntBuffer.wrap(plain(0x00123456)));
        assertThat(frames.copy(target, 0)).isEqualTo(1);
        assertThat(target.array()).containsOnly(0xFF123456);
        target.put(0, 7);
        assertThat(frames.copy(target, 1)).isEqualTo(1);
        assertThat(target.get(0)).isEqualTo(7);
    }

    @Test
    void aRepeatedPictureIsNotNewEvenIfBlack() {
        assertThat(frames.publish(IntBuffer.wrap(plain(0xFF000000))).isNew()).isTrue();
        assertThat(frames.publish(IntBuffer.wrap(plain(0xFF000000))).isNew()).isFalse();
        assertThat(frames.copy(target, 0)).isEqualTo(1);
    }

    @Test
    void onePixelBetweenTheSamplesIsAMovement() {
        frames.publish(IntBuffer.wrap(plain(0xFF445566)));
        int[] moved = plain(0xFF445566);
        moved[SIZE.pixels() / 257 * 100 + 1] ^= 0x80;
        Frames.Change change = frames.publish(IntBuffer.wrap(moved));
        assertThat(change.isNew()).isTrue();
        assertThat(change.difference()).isPositive();
    }

    @Test
    void theDifferenceGrowsWithTheMovement() {
        frames.publish(IntBuffer.wrap(plain(0xFF404040)));
        double small = frames.publish(IntBuffer.wrap(plain(0xFF444444))).difference();
        double large = frames.publish(IntBuffer.wrap(plain(0xFFC0C0C0))).difference();
        assertThat(small).isBetween(0.05, 0.5);
        assertThat(large).isBetween(small, 1.0);
    }

    @Test
    void aReaderNeverSeesHalfAPicture() throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            Future<?> writer = threads.submit(() -> {
                for (int i = 1; i <= 3_000; i++) {
                    frames.publish(IntBuffer.wrap(plain(0xFF000000 | i)));
                }
                done.set(true);
            });
            long seen = 0;
            while (!done.get()) {
                long next = frames.copy(target, seen);
                if (next > seen) {
                    int expected = target.get(0);
                    assertThat(Arrays.stream(target.array()).allMatch(pixel -> pixel == expected))
                            .isTrue();
                }
                seen = next;
            }
            writer.get();
        }
        assertThat(frames.copy(target, 0)).isEqualTo(3_000);
    }

    private static int[] plain(int colour) {
        int[] pixels = new int[SIZE.pixels()];
        Arrays.fill(pixels, colour);
        return pixels;
    }
}
