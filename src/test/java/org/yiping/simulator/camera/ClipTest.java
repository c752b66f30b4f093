package org.yiping.simulator.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClipTest {
    private final List<Clip> clips = Clips.shipped();

    @Test
    void shippedClipsAreAtLeastEightAndSmall() {
        assertThat(clips).hasSizeGreaterThanOrEqualTo(8);
        for (Clip clip : clips) {
            assertThat(clip.pictures()).isEqualTo(120);
            assertThat(clip.ticksPerPicture()).isEqualTo(6_000);
            int bytes = IntStream.range(0, clip.pictures())
                    .map(i -> clip.packets(i).length)
                    .sum();
            assertThat(bytes).isLessThan(300_000);
        }
    }

    @Test
    void aKeyPictureComesEverySecondWithItsTables() {
        for (Clip clip : clips) {
            for (int i = 0; i < clip.pictures(); i++) {
                assertThat(clip.isKey(i)).isEqualTo(i % 15 == 0);
            }
            TsReader reader = new TsReader();
            reader.read(clip.packets(15));
            assertThat(reader.pids.subList(0, 3)).startsWith(0).doesNotHaveDuplicates();
        }
    }

    @Test
    void countersAndTimesRunOnOverTheSeamOfALoop() {
        for (Clip clip : clips) {
            TsReader reader = new TsReader();
            for (long picture = 100; picture < 400; picture++) {
                reader.read(clip.packets(picture));
            }
            assertThat(reader.faults).isEmpty();
            assertThat(reader.shown).hasSize(300);
            assertThat(reader.clocks).hasSize(300);
            for (int i = 1; i < 300; i++) {
                assertThat(reader.shown.get(i) - reader.shown.get(i - 1)).isEqualTo(6_000);
                assertThat(reader.clocks.get(i) - reader.clocks.get(i - 1)).isEqualTo(6_000);
                assertThat(reader.shown.get(i)).isGreaterThan(reader.clocks.get(i));
            }
        }
    }

    @Test
    void timesWrapWhereTheWireWrapsThem() {
        long wrap = 1L << 33;
        long first = wrap / 6_000 - 2;
        TsReader reader = new TsReader();
        for (long picture = first; picture < first + 6; picture++) {
            reader.read(clips.getFirst().packets(picture));
        }
        assertThat(reader.faults).isEmpty();
        for (int i = 1; i < 6; i++) {
            assertThat(Math.floorMod(reader.shown.get(i) - reader.shown.get(i - 1), wrap))
                    .isEqualTo(6_000);
        }
        assertThat(reader.shown.getLast()).isLessThan(reader.shown.getFirst());
    }

    @Test
    void aFrozenCameraSendsTheSamePictureInRunningTime() {
        Programme frozen = clips.getFirst().frozen();
        TsReader reader = new TsReader();
        for (long picture = 7; picture < 40; picture++) {
            reader.read(frozen.packets(picture));
        }
        assertThat(reader.faults).isEmpty();
        assertThat(reader.shown).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void whatIsNoStreamIsRefused() {
        assertThatThrownBy(() -> Clip.read(new byte[188])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Clip.read(new byte[10])).isInstanceOf(IllegalArgumentException.class);
    }
}
