package org.yiping.console.video;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.IntBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The surface as libvlc calls it, without libvlc.
@SuppressWarnings("restricted")
class VlcSurfaceTest {
    private static final FrameSize SIZE = new FrameSize(64, 36);
    private static final Arena ARENA = Arena.ofAuto();

    private final IntBuffer target = IntBuffer.allocate(SIZE.pixels());
    private @Nullable Stream current;
    private final VlcSurface surface = new VlcSurface(() -> current, false);

    private static final class Stream implements VlcSurface.Canvas {
        final Frames frames = Frames.inMemory(SIZE);
        final List<Frames.Change> shown = new ArrayList<>();

        @Override
        public FrameSize size() {
            return SIZE;
        }

        @Override
        public Frames frames() {
            return frames;
        }

        @Override
        public void shown(Frames.Change change) {
            shown.add(change);
        }
    }

    private Stream play() {
        Stream next = new Stream();
        current = next;
        assertThat(format()).containsExactly(SIZE.width(), SIZE.height());
        return next;
    }

    private int[] format() {
        MemorySegment width = ints(1920);
        MemorySegment height = ints(1088);
        MemorySegment chroma = ARENA.allocate(4);
        MemorySegment pitch = ints(0);
        surface.format(MemorySegment.NULL, chroma, width, height, pitch, ints(0));
        assertThat(name(chroma)).isEqualTo("RV32");
        assertThat(pitch.get(JAVA_INT, 0)).isEqualTo(4 * width.get(JAVA_INT, 0));
        return new int[] {width.get(JAVA_INT, 0), height.get(JAVA_INT, 0)};
    }

    /// Room for one number a plane.
    private static MemorySegment ints(int first) {
        MemorySegment room = ARENA.allocate(JAVA_INT, 5);
        room.set(JAVA_INT, 0, first);
        return room;
    }

    private static String name(MemorySegment chroma) {
        return new String(chroma.toArray(JAVA_BYTE), StandardCharsets.US_ASCII);
    }

    /// libvlc writes a picture that is all of this colour.
    private void write(int colour) {
        MemorySegment where = ARENA.allocate(ADDRESS, 5);
        surface.lock(MemorySegment.NULL, where);
        MemorySegment room = where.get(ADDRESS, 0).reinterpret(SIZE.pixels() * 4L);
        for (long i = 0; i < SIZE.pixels(); i++) {
            room.setAtIndex(JAVA_INT, i, colour);
        }
        surface.unlock(MemorySegment.NULL, MemorySegment.NULL, where);
    }

    private static void display(VlcSurface surface) {
        surface.display(MemorySegment.NULL, MemorySegment.NULL);
    }

    @Test
    void aPictureIsWrittenWhereItIsReadAndSeenWhenItIsDue() {
        Stream stream = play();
        write(0x00445566);
        assertThat(stream.frames.copy(target, 0)).isZero();
        display(surface);
        assertThat(stream.frames.copy(target, 0)).isEqualTo(1);
        assertThat(target.array()).containsOnly(0xFF445566);
        assertThat(stream.shown).extracting(Frames.Change::isNew).containsExactly(true);
    }

    @Test
    void whatTheStreamBeforeStillShowsIsNoPictureOfTheNextOne() {
        Stream before = play();
        write(0xFF000001);
        Stream next = new Stream();
        current = next;
        display(surface);
        write(0xFF000002);
        display(surface);
        assertThat(before.shown).isEmpty();
        assertThat(next.shown).isEmpty();
        assertThat(next.frames.copy(target, 0)).isZero();
    }

    /// They may be another process's by then.
    @Test
    void aStreamThatIsOverIsNotWrittenIntoItsFrames() {
        Stream before = play();
        current = null;
        write(0xFF000001);
        assertThat(before.frames.publish()).as("nothing was lent").isEqualTo(Frames.Change.NONE);
    }

    @Test
    void libvlcMayWriteWhenNobodyWantsToSee() {
        Stream stream = play();
        stream.frames.close();
        write(0xFF000001);
        display(surface);
        assertThat(stream.shown).isEmpty();
        current = null;
        assertThat(format()).containsExactly(2, 2);
    }

    @Test
    void planesArePaintedIntoTheFrames() {
        Planar planar = new Planar("I420");
        Stream stream = planar.play();
        planar.write(145, 54, 34);
        assertThat(stream.frames.copy(target, 0)).isZero();
        display(planar.surface);
        assertThat(stream.frames.copy(target, 0)).isEqualTo(1);
        int green = target.get(7);
        assertThat(target.array()).containsOnly(green);
        assertThat(green & 0xFFF8F8F8).as("%x", green).isEqualTo(0xFF00F800);
    }

    /// libvlc hands over a picture again when the next one is late: that is no new one, and no work.
    @Test
    void planesThatComeAgainAreNotPaintedAgain() {
        Planar planar = new Planar("I420");
        Stream stream = planar.play();
        planar.write(100, 128, 128);
        display(planar.surface);
        planar.write(100, 128, 128);
        assertThat(stream.frames.publish()).as("nothing was lent").isEqualTo(Frames.Change.NONE);
        display(planar.surface);
        assertThat(stream.shown).extracting(Frames.Change::isNew).containsExactly(true, false);
        planar.write(101, 128, 128);
        display(planar.surface);
        assertThat(stream.shown).extracting(Frames.Change::isNew).containsExactly(true, false, true);
    }

    @Test
    void planesOfFullBrightnessStayFull() {
        Planar planar = new Planar("J420");
        Stream stream = planar.play();
        planar.write(255, 128, 128);
        display(planar.surface);
        assertThat(stream.frames.copy(target, 0)).isEqualTo(1);
        assertThat(target.get(0)).isEqualTo(0xFFFFFFFF);
        planar.write(235, 128, 128);
        display(planar.surface);
        assertThat(stream.frames.copy(target, 1)).isEqualTo(2);
        assertThat(target.get(0) & 0xFF).isBetween(233, 237);
    }

    @Test
    void planesOfAStreamThatIsOverAreNotPaintedIntoItsFrames() {
        Planar planar = new Planar("I420");
        Stream before = planar.play();
        current = null;
        planar.write(100, 128, 128);
        display(planar.surface);
        assertThat(before.frames.publish()).as("nothing was lent").isEqualTo(Frames.Change.NONE);
        assertThat(before.shown).isEmpty();
        Stream closed = planar.play();
        closed.frames.close();
        planar.write(101, 128, 128);
        display(planar.surface);
        assertThat(closed.shown).isEmpty();
    }

    /// libvlc with pictures in planes of this kind.
    private final class Planar {
        final VlcSurface surface = new VlcSurface(() -> current, true);
        final String kind;
        final MemorySegment pitches = ints(0);
        final MemorySegment lines = ints(0);

        Planar(String kind) {
            assumeTrue(Planes.canPaint(SIZE), "no FFmpeg for this machine");
            this.kind = kind;
        }

        Stream play() {
            Stream next = new Stream();
            current = next;
            MemorySegment chroma = ARENA.allocate(4);
            chroma.copyFrom(MemorySegment.ofArray(kind.getBytes(StandardCharsets.US_ASCII)));
            MemorySegment width = ints(1920);
            MemorySegment height = ints(1088);
            surface.format(MemorySegment.NULL, chroma, width, height, pitches, lines);
            assertThat(name(chroma)).isEqualTo(kind);
            assertThat(new FrameSize(width.get(JAVA_INT, 0), height.get(JAVA_INT, 0)))
                    .isEqualTo(SIZE);
            return next;
        }

        void write(int... planes) {
            MemorySegment where = ARENA.allocate(ADDRESS, 5);
            surface.lock(MemorySegment.NULL, where);
            for (int plane = 0; plane < Planes.COUNT; plane++) {
                int pitch = pitches.getAtIndex(JAVA_INT, plane);
                int high = lines.getAtIndex(JAVA_INT, plane);
                MemorySegment of = where.getAtIndex(ADDRESS, plane).reinterpret((long) pitch * high);
                for (long y = 0; y < high; y++) {
                    of.asSlice(y * pitch, plane == 0 ? SIZE.width() : SIZE.width() / 2)
                            .fill((byte) planes[plane]);
                }
            }
            surface.unlock(MemorySegment.NULL, MemorySegment.NULL, where);
        }
    }

    @Test
    void framesCanBeClosedBetweenWritingAndShowing() {
        Stream stream = play();
        write(0xFF000001);
        stream.frames.close();
        display(surface);
        assertThat(stream.shown).containsExactly(Frames.Change.NONE);
    }
}
