package org.yiping.console.video;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.IntBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FramesTest {
    private static final FrameSize SIZE = new FrameSize(320, 180);

    private final Frames frames = Frames.inMemory(SIZE);
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

    @TempDir
    Path folder;

    @Test
    void whatOneProcessWritesAnotherReads() throws Exception {
        try (Frames made = Frames.create(folder.resolve("1"), SIZE);
                Frames opened = Frames.open(folder.resolve("1"), SIZE)) {
            opened.publish(IntBuffer.wrap(plain(0xFF123456)));
            assertThat(made.copy(target, 0)).isEqualTo(1);
            assertThat(target.array()).containsOnly(0xFF123456);
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void anotherWriterGoesOnWhereOneWasKilled() throws Exception {
        try (Frames made = Frames.create(folder.resolve("1"), SIZE)) {
            for (int writer = 0; writer < 4; writer++) {
                // Never closed, as by a kill.
                Frames opened = Frames.open(folder.resolve("1"), SIZE);
                assertThat(opened.publish(IntBuffer.wrap(plain(0xFF445501 + writer)))
                                .isNew())
                        .isTrue();
                assertThat(made.copy(target, writer)).isEqualTo(writer + 1);
                assertThat(target.array()).containsOnly(0xFF445501 + writer);
            }
            try (Frames another = Frames.open(folder.resolve("1"), SIZE)) {
                assertThat(another.publish(IntBuffer.wrap(plain(0xFF445504))).isNew())
                        .as("the picture that was there before the kill")
                        .isFalse();
            }
        }
    }

    @Test
    void framesOfAnotherSizeOrNoFramesAreRefused() throws Exception {
        Files.write(folder.resolve("2"), new byte[64 + 4 * 4 * SIZE.pixels()]);
        assertThatThrownBy(() -> Frames.open(folder.resolve("2"), SIZE)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> Frames.open(folder.resolve("2"), new FrameSize(2, 2)))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> Frames.open(folder.resolve("3"), SIZE)).isInstanceOf(IOException.class);
    }

    @Test
    void closedFramesAreSilentForWriterAndReader() {
        frames.publish(IntBuffer.wrap(plain(0xFF123456)));
        frames.close();
        frames.close();
        assertThat(frames.publish(IntBuffer.wrap(plain(0xFF123457)))).isEqualTo(Frames.Change.NONE);
        assertThat(frames.copy(target, 0)).isZero();
    }

    @Test
    void aReaderNeverSeesHalfAPictureOfAnotherProcess() throws Exception {
        try (Frames made = Frames.create(folder.resolve("1"), SIZE);
                Frames opened = Frames.open(folder.resolve("1"), SIZE)) {
            neverHalf(opened, made);
        }
    }

    @Test
    void aReaderNeverSeesHalfAPicture() throws Exception {
        neverHalf(frames, frames);
    }

    @Test
    void whoKeepsUpSeesTwoPicturesThatComeBetweenTwoLooks() {
        show(1);
        assertThat(frames.copy(target, 0)).isEqualTo(1);
        show(2);
        show(3);
        assertThat(frames.copy(target, 1)).isEqualTo(2);
        assertThat(target.array()).containsOnly(0xFF000002);
        assertThat(frames.copy(target, 2)).isEqualTo(3);
        assertThat(target.array()).containsOnly(0xFF000003);
        assertThat(frames.copy(target, 3)).isEqualTo(3);
    }

    @Test
    void whoIsLateSeesTheLastTwo() {
        show(1);
        assertThat(frames.copy(target, 0)).isEqualTo(1);
        for (int i = 2; i <= 9; i++) {
            show(i);
        }
        assertThat(frames.copy(target, 1)).isEqualTo(8);
        assertThat(target.array()).containsOnly(0xFF000008);
        assertThat(frames.copy(target, 8)).isEqualTo(9);
    }

    @Test
    void whoComesAnewSeesTheNewestAndTakesNothingFromOthers() {
        show(1);
        assertThat(frames.copy(target, 0)).isEqualTo(1);
        show(2);
        show(3);
        assertThat(frames.copy(target, 1)).isEqualTo(2);
        assertThat(frames.copy(target, 1)).as("another reader of the same").isEqualTo(2);
        assertThat(frames.copy(target, 0)).as("a new one").isEqualTo(3);
        assertThat(frames.copy(target, 2)).isEqualTo(3);
        show(4);
        show(5);
        assertThat(frames.copy(target, 0)).isEqualTo(5);
        assertThat(target.array()).containsOnly(0xFF000005);
    }

    private void show(int number) {
        frames.publish(IntBuffer.wrap(plain(0xFF000000 | number)));
    }

    @Test
    void whatIsLentIsSeenWhenItIsShownAndNotBefore() {
        MemorySegment room = requireNonNull(frames.lend());
        room.copyFrom(MemorySegment.ofArray(plain(0x00123456)));
        frames.giveBack();
        assertThat(frames.copy(target, 0)).isZero();
        assertThat(frames.publish().isNew()).isTrue();
        assertThat(frames.copy(target, 0)).isEqualTo(1);
        assertThat(target.array()).containsOnly(0xFF123456);
        assertThat(frames.publish()).as("nothing was written since").isEqualTo(Frames.Change.NONE);
    }

    @Test
    void whatIsLentIsThereUntilItIsGivenBack() throws Exception {
        MemorySegment room = requireNonNull(frames.lend());
        Thread closing = new Thread(frames::close);
        closing.start();
        while (closing.getState() != Thread.State.WAITING && closing.isAlive()) {
            Thread.onSpinWait();
        }
        room.fill((byte) 1);
        frames.giveBack();
        closing.join();
        assertThat(frames.publish()).isEqualTo(Frames.Change.NONE);
        assertThat(frames.lend()).isNull();
    }

    @Test
    void whatAnotherWriterHasTakenOverIsNotShown() throws Exception {
        try (Frames made = Frames.create(folder.resolve("1"), SIZE);
                Frames old = Frames.open(folder.resolve("1"), SIZE);
                Frames next = Frames.open(folder.resolve("1"), SIZE)) {
            requireNonNull(old.lend()).copyFrom(MemorySegment.ofArray(plain(0xFF000001)));
            old.giveBack();
            next.publish(IntBuffer.wrap(plain(0xFF000002)));
            next.publish(IntBuffer.wrap(plain(0xFF000003)));
            assertThat(old.publish()).isEqualTo(Frames.Change.NONE);
            assertThat(made.copy(target, 0)).isEqualTo(2);
            assertThat(target.array()).containsOnly(0xFF000003);
        }
    }

    @Test
    void whatWasShownOnceIsNotShownAgainWithoutBeingWritten() throws Exception {
        try (Frames made = Frames.create(folder.resolve("1"), SIZE);
                Frames old = Frames.open(folder.resolve("1"), SIZE);
                Frames next = Frames.open(folder.resolve("1"), SIZE)) {
            old.publish(IntBuffer.wrap(plain(0xFF000001)));
            assertThat(made.copy(target, 0)).isEqualTo(1);
            next.publish(IntBuffer.wrap(plain(0xFF000002)));
            assertThat(made.copy(target, 1)).isEqualTo(2);
            assertThat(old.publish()).isEqualTo(Frames.Change.NONE);
            assertThat(made.copy(target, 2)).isEqualTo(2);
        }
    }

    private void neverHalf(Frames written, Frames read) throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            Future<?> writer = threads.submit(() -> {
                for (int i = 1; i <= 3_000; i++) {
                    written.publish(IntBuffer.wrap(plain(0xFF000000 | i)));
                }
                done.set(true);
            });
            long seen = 0;
            while (!done.get()) {
                long next = read.copy(target, seen);
                if (next > seen) {
                    int expected = target.get(0);
                    assertThat(Arrays.stream(target.array()).allMatch(pixel -> pixel == expected))
                            .isTrue();
                }
                seen = next;
            }
            writer.get();
        }
        assertThat(read.copy(target, 0)).isEqualTo(3_000);
    }

    private static int[] plain(int colour) {
        int[] pixels = new int[SIZE.pixels()];
        Arrays.fill(pixels, colour);
        return pixels;
    }
}
