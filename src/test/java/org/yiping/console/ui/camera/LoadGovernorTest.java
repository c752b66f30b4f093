package org.yiping.console.ui.camera;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LoadGovernorTest {
    private static final long IN_TIME = 16_666_667;
    private static final long LATE = 60_000_000;

    private final LoadGovernor governor = new LoadGovernor();
    private long now = 1_000_000_000L;

    /// How many of the pulses of this pace drew every tile.
    private int pulses(double seconds, long nanos) {
        int drawn = 0;
        for (long t = 0; t < seconds * 1e9; t += nanos) {
            now += nanos;
            drawn += governor.pulse(now) ? 1 : 0;
        }
        return drawn;
    }

    @Test
    void inTimeEveryPictureIsDrawn() {
        assertThat(pulses(60, IN_TIME)).isEqualTo(3600);
        assertThat(governor.most()).isEmpty();
    }

    @Test
    void aLoadIsAnsweredWithFewerPicturesAndTheyComeBackAfterIt() {
        pulses(3.5, LATE);
        assertThat(governor.most()).contains(8);
        pulses(3, LATE);
        assertThat(governor.most()).contains(4);
        assertThat(pulses(10, LATE)).as("at most four a second").isBetween(30, 40);

        pulses(10, IN_TIME);
        assertThat(governor.most()).as("not before it has been quiet for long").contains(4);
        pulses(2, IN_TIME);
        assertThat(governor.most()).contains(8);
        pulses(11, IN_TIME);
        assertThat(governor.most()).isEmpty();
    }

    @Test
    void whatIsCoveredIsPausedLastAndComesBackFirst() {
        pulses(5.5, LATE);
        assertThat(governor.most()).contains(4);
        assertThat(governor.pauses()).as("drawing seldom may be enough").isFalse();
        pulses(3, LATE);
        assertThat(governor.pauses()).isTrue();
        pulses(60, LATE);
        assertThat(governor.most()).contains(4);
        pulses(12, IN_TIME);
        assertThat(governor.pauses()).isFalse();
    }

    @Test
    void oneLongPauseIsNoLoad() {
        pulses(2, IN_TIME);
        now += 3_600_000_000_000L;
        pulses(20, IN_TIME);
        assertThat(governor.most()).isEmpty();
    }
}
