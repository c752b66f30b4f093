package org.yiping.console.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Planes against the formulas of BT.601. Skipped where there is no FFmpeg for the machine.
@SuppressWarnings("restricted")
class PlanesTest {
    private static final FrameSize SMALL = new FrameSize(32, 18);
    private static final int UNTOUCHED = 0x12345678;

    @BeforeEach
    void needsFfmpeg() {
        assumeTrue(Planes.canPaint(SMALL), "no FFmpeg for this machine");
    }

    @ParameterizedTest
    @CsvSource({
        "false, 81, 90, 240, FFFF0000",
        "false, 145, 54, 34, FF00FF00",
        "false, 41, 240, 110, FF0000FF",
        "false, 16, 128, 128, FF000000",
        "false, 235, 128, 128, FFFFFFFF",
        "true, 76, 85, 255, FFFF0000",
        "true, 0, 128, 128, FF000000",
        "true, 255, 128, 128, FFFFFFFF"
    })
    void aColourIsItself(boolean full, int bright, int blue, int red, String argb) {
        try (Planes planes = new Planes(SMALL, full);
                Arena arena = Arena.ofConfined()) {
            plane(planes, 0).fill((byte) bright);
            plane(planes, 1).fill((byte) blue);
            plane(planes, 2).fill((byte) red);
            MemorySegment pixels = arena.allocate(SMALL.pixels() * 4L, 8);
            planes.paint(pixels);
            int wanted = Integer.parseUnsignedInt(argb, 16);
            for (int i = 0; i < SMALL.pixels(); i++) {
                near(pixels.getAtIndex(ValueLayout.JAVA_INT, i), wanted, i);
            }
        }
    }

    /// Whatever the width, every pixel is painted and none outside.
    @ParameterizedTest
    @CsvSource({"16, 2", "18, 4", "30, 18", "32, 18", "46, 26", "48, 26", "478, 270", "482, 272", "488, 274", "960, 540"
    })
    void everyPixelIsPaintedAndNoneBesides(int width, int height) {
        FrameSize size = new FrameSize(width, height);
        Random random = new Random(7);
        try (Planes planes = new Planes(size, false);
                Arena arena = Arena.ofConfined()) {
            for (int plane = 0; plane < 3; plane++) {
                MemorySegment of = plane(planes, plane);
                for (long i = 0; i < of.byteSize(); i++) {
                    of.set(ValueLayout.JAVA_BYTE, i, (byte) (plane == 0 ? random.nextInt(16, 236) : 100 + i % 56));
                }
            }
            int[] wanted = new int[size.pixels()];
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    wanted[y * width + x] =
                            argb(at(planes, 0, x, y), at(planes, 1, x / 2, y / 2), at(planes, 2, x / 2, y / 2));
                }
            }
            int around = 64;
            MemorySegment memory = arena.allocate((size.pixels() + 2L * around) * 4, 8);
            for (long i = 0; i < memory.byteSize() / 4; i++) {
                memory.setAtIndex(ValueLayout.JAVA_INT, i, UNTOUCHED);
            }
            planes.paint(memory.asSlice(around * 4L, size.pixels() * 4L));
            for (int i = 0; i < size.pixels(); i++) {
                near(memory.getAtIndex(ValueLayout.JAVA_INT, around + (long) i), wanted[i], i);
            }
            for (int i = 0; i < around; i++) {
                assertThat(memory.getAtIndex(ValueLayout.JAVA_INT, i)).isEqualTo(UNTOUCHED);
                assertThat(memory.getAtIndex(ValueLayout.JAVA_INT, (long) around + size.pixels() + i))
                        .isEqualTo(UNTOUCHED);
            }
        }
    }

    @Test
    void aPictureIsNewWhenAnyOfItIs() {
        try (Planes planes = new Planes(SMALL, false);
                Arena arena = Arena.ofConfined()) {
            MemorySegment pixels = arena.allocate(SMALL.pixels() * 4L, 8);
            assertThat(planes.isNew()).as("the first").isTrue();
            planes.paint(pixels);
            assertThat(planes.isNew()).as("the same once more").isFalse();
            MemorySegment last = plane(planes, 2);
            last.set(ValueLayout.JAVA_BYTE, last.byteSize() - 1 - (planes.pitch(2) - SMALL.width() / 2), (byte) 1);
            assertThat(planes.isNew()).as("its last dot").isTrue();
            planes.paint(pixels);
            assertThat(planes.isNew()).as("the one before it").isTrue();
        }
    }

    private static MemorySegment plane(Planes planes, int plane) {
        long bytes = (long) planes.pitch(plane) * planes.lines(plane);
        return MemorySegment.ofAddress(planes.address(plane)).reinterpret(bytes);
    }

    private static int at(Planes planes, int plane, int x, int y) {
        return plane(planes, plane).get(ValueLayout.JAVA_BYTE, (long) y * planes.pitch(plane) + x) & 0xFF;
    }

    private static int argb(int bright, int blue, int red) {
        double y = 1.164383 * (bright - 16);
        return 0xFF000000
                | clamp(y + 1.596027 * (red - 128)) << 16
                | clamp(y - 0.391762 * (blue - 128) - 0.812968 * (red - 128)) << 8
                | clamp(y + 2.017232 * (blue - 128));
    }

    private static int clamp(double value) {
        return Math.clamp(Math.round(value), 0, 255);
    }

    /// The vectors count in sixteen bits.
    private static void near(int is, int wanted, int at) {
        assertThat(is >>> 24).as("opaque at %d", at).isEqualTo(0xFF);
        for (int shift = 0; shift < 24; shift += 8) {
            if (Math.abs((is >> shift & 0xFF) - (wanted >> shift & 0xFF)) > 4) {
                assertThat(Integer.toHexString(is)).as("pixel %d", at).isEqualTo(Integer.toHexString(wanted));
            }
        }
    }
}
