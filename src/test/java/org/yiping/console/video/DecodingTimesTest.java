package org.yiping.console.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DecodingTimesTest {
    private final DecodingTimes times = new DecodingTimes();

    @Test
    void picturesThatComeAsTheyAreShownWaitForNothing() {
        for (long shown = 0; shown < 900_000; shown += 3_600) {
            assertThat(times.of(shown)).isEqualTo(shown);
        }
    }

    /// I P B B B P B B B: four apart, the middle one of three first.
    @Test
    void picturesThatLieBeforeOthersKeepTheirPlaceOnceTheyAreKnown() {
        List<Long> due = new ArrayList<>();
        for (long group = 0; group < 10; group++) {
            for (long place : group == 0 ? new long[] {0, 4, 2, 1, 3} : new long[] {4, 2, 1, 3}) {
                long shown = (group * 4 + place) * 6_000;
                long decoded = times.of(shown);
                due.add(decoded);
                if (due.size() > 5) {
                    assertThat(decoded).as("of " + shown).isLessThanOrEqualTo(shown);
                }
            }
        }
        assertThat(due).isSorted().doesNotHaveDuplicates();
        // Evenly, and no later behind than the two pictures that may lie before one.
        for (int i = 12; i < due.size(); i++) {
            assertThat(due.get(i) - due.get(i - 1)).isEqualTo(6_000);
        }
    }

    @Test
    void aCameraThatCountsBadlyIsStillInOrder() {
        assertThat(times.told(500)).isEqualTo(500);
        assertThat(times.told(500)).isEqualTo(501);
        assertThat(times.told(10)).isEqualTo(502);
        assertThat(times.of(400)).isEqualTo(503);
    }

    @Test
    void aClockThatIsSetBackMakesNobodyWait() {
        for (long shown = 0; shown < 900_000; shown += 3_600) {
            times.of(10_000_000 + shown);
        }
        long last = times.of(0);
        assertThat(last).isLessThan(11_000_000);
        for (long shown = 3_600; shown < 900_000; shown += 3_600) {
            assertThat(times.of(shown)).isEqualTo(++last);
        }
        assertThat(times.of(20_000_000)).as("no picture is waited for").isEqualTo(20_000_000);
    }

    @Test
    void moreThanTheStandardAllowsIsNotWaitedFor() {
        long all = 90_000;
        for (long i = 0; i < 40; i++) {
            times.of(all - i * 1_000);
        }
        for (long i = 1; i < 40; i++) {
            assertThat(times.of(all + i * 1_000)).isGreaterThan(all - 17_000);
        }
    }
}
