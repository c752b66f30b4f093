package org.yiping.console.video;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The surface as libvlc calls it, without libvlc.
class VlcSurfaceTest {
    private static final FrameSize SIZE = new FrameSize(64, 36);

    private final IntBuffer target = IntBuffer.allocate(SIZE.pixels());
    private @Nullable Stream current;
    private final VlcSurface surface = new VlcSurface(() -> current);

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
        IntByReference width = new IntByReference(1920);
        IntByReference height = new IntByReference(1088);
        PointerByReference chroma = new PointerByReference();
        PointerByReference pitch = new PointerByReference();
        surface.format(null, chroma, width, height, pitch, new PointerByReference());
        assertThat(chroma.getPointer().getByteArray(0, 4)).asString().isEqualTo("RV32");
        assertThat(pitch.getPointer().getInt(0)).isEqualTo(4 * width.getValue());
        return new int[] {width.getValue(), height.getValue()};
    }

    /// libvlc writes a picture that is all of this colour.
    private void write(int colour) {
        Memory planes = new Memory(Native.POINTER_SIZE);
        PointerByReference where = new PointerByReference();
        where.setPointer(planes);
        surface.lock(null, where);
        int[] pixels = new int[SIZE.pixels()];
        Arrays.fill(pixels, colour);
        Pointer room = requireNonNull(planes.getPointer(0));
        room.write(0, pixels, 0, pixels.length);
        surface.unlock();
    }

    @Test
    void aPictureIsWrittenWhereItIsReadAndSeenWhenItIsDue() {
        Stream stream = play();
        write(0x00445566);
        assertThat(stream.frames.copy(target, 0)).isZero();
        surface.display();
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
        surface.display();
        write(0xFF000002);
        surface.display();
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
        surface.display();
        assertThat(stream.shown).isEmpty();
        current = null;
        assertThat(format()).containsExactly(2, 2);
    }

    @Test
    void framesCanBeClosedBetweenWritingAndShowing() {
        Stream stream = play();
        write(0xFF000001);
        stream.frames.close();
        surface.display();
        assertThat(stream.shown).containsExactly(Frames.Change.NONE);
    }
}
