package org.yiping.console.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LatenciesTest {
    private final Latencies latencies = new Latencies();

    @Test
    void quantilesAreThoseOfTheSortedValues() {
        Random random = new Random(5);
        List<Long> all = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            long millis = random.nextInt(900);
            all.add(millis);
            latencies.add(Duration.ofMillis(millis), 1);
        }
        Collections.sort(all);
        assertThat(latencies.summary())
                .isEqualTo(new Latencies.Summary(1000, all.get(499), all.get(989), all.getLast()));
    }

    @Test
    void oneInAHundredDoesNotMoveTheQuantileTwoDo() {
        latencies.add(Duration.ofMillis(20), 99);
        latencies.add(Duration.ofMillis(700), 1);
        assertThat(latencies.summary().p99Millis()).isEqualTo(20);
        latencies.add(Duration.ofMillis(700), 1);
        assertThat(latencies.summary().p99Millis()).isEqualTo(700);
    }

    @Test
    void whatIsLongerThanAnyBucketIsStillToldByItsLength() {
        latencies.add(Duration.ofMinutes(3), 1);
        assertThat(latencies.summary().p99Millis()).isEqualTo(180_000);
        assertThat(latencies.summary().maxMillis()).isEqualTo(180_000);
    }

    @Test
    void aClockThatIsAheadCountsAsNoTime() {
        latencies.add(Duration.ofMillis(-3), 1);
        assertThat(latencies.summary().maxMillis()).isZero();
    }
}
