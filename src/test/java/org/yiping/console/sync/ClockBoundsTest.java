package org.yiping.console.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ClockBoundsTest {
    private static final Instant NOON = Instant.parse("2026-09-01T04:00:00Z");

    private final ClockBounds bounds = new ClockBounds();

    @Test
    void slowAnswersMoveNothingThatAQuickOneHasTold() {
        assertThat(ask(90_000, 1, 1)).isEqualTo(90_000);
        for (int i = 0; i < 10; i++) {
            assertThat(ask(90_000, 700, 2)).isBetween(89_999L, 90_001L);
            assertThat(ask(90_000, 2, 900)).isBetween(89_999L, 90_001L);
        }
    }

    @Test
    void itIsNeverFurtherOffThanHalfOfTheQuickestRound() {
        Random random = new Random(3);
        for (int run = 0; run < 200; run++) {
            ClockBounds each = new ClockBounds();
            long truth = random.nextInt(2_000_000) - 1_000_000;
            long quickest = Long.MAX_VALUE;
            for (int i = 0; i < 15; i++) {
                int there = random.nextInt(200);
                int back = random.nextInt(200);
                quickest = Math.min(quickest, there + back);
                assertThat(Math.abs(ask(each, truth, there, back) - truth)).isLessThanOrEqualTo(quickest / 2 + 1);
            }
        }
    }

    @Test
    void aClockThatWasSetIsBelievedAtTheNextAnswer() {
        for (int i = 0; i < 20; i++) {
            ask(5000, 3, 3);
        }
        assertThat(ask(-3_600_000, 10, 10)).isEqualTo(-3_600_000);
        assertThat(ask(-3_600_000, 3, 3)).isEqualTo(-3_600_000);
    }

    @Test
    void whatDriftsIsFollowed() {
        long told = 0;
        for (int i = 0; i < 600; i++) {
            told = ask(i / 10, 2, 2); // a tenth of a millisecond a second, twice what quartz does
        }
        assertThat(told).isBetween(56L, 60L);
    }

    private long ask(long ahead, int there, int back) {
        return ask(bounds, ahead, there, back);
    }

    private static long ask(ClockBounds of, long ahead, int there, int back) {
        Instant theirs = NOON.plusMillis(there + ahead);
        return of.heard(NOON, theirs, NOON.plusMillis(there + back)).toMillis();
    }
}
