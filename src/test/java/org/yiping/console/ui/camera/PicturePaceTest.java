package org.yiping.console.ui.camera;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.LongPredicate;
import org.junit.jupiter.api.Test;

class PicturePaceTest {
    private static final long IN_TIME = 16_666_667;

    private final PicturePace pace = new PicturePace();
    private long now = 1_000_000_000L;

    /// In how many pulses of a second it says yes.
    private int inASecond(long between, LongPredicate asked) {
        int yes = 0;
        for (long t = between; t <= 1_000_000_000L; t += between) {
            now += between;
            yes += asked.test(now) ? 1 : 0;
        }
        return yes;
    }

    @Test
    void manyPicturesAreDrawnTogetherInEverySecondPulse() {
        assertThat(inASecond(IN_TIME, t -> pace.draws(t, 9))).isEqualTo(30);
    }

    @Test
    void aPictureThatStandsAloneIsDrawnAtOnce() {
        assertThat(inASecond(IN_TIME, t -> pace.draws(t, 1))).isEqualTo(59);
    }

    @Test
    void pulsesThatComeLateAreAllUsed() {
        assertThat(inASecond(30_000_000, t -> pace.draws(t, 9))).isEqualTo(33);
    }

    @Test
    void wordsWaitForAPicture() {
        assertThat(pace.writes(now, false)).isTrue();
        assertThat(pace.writes(now + 249_000_000, true)).isFalse();
        assertThat(pace.writes(now + 300_000_000, false)).isFalse();
        assertThat(pace.writes(now + 301_000_000, true)).isTrue();
    }

    @Test
    void wordsAreWrittenWhereNoPictureComes() {
        assertThat(pace.writes(now, false)).isTrue();
        assertThat(inASecond(IN_TIME, t -> pace.writes(t, false))).isEqualTo(2);
    }
}
