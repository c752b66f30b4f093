package org.yiping.console.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yiping.fake.ManualClock;
import org.yiping.fake.ManualScheduler;

class TickerTest {
    private static final Instant NOON = Instant.parse("2026-09-01T04:00:00.700Z");

    private final ManualClock machine = new ManualClock(NOON);
    private final ManualScheduler timer = new ManualScheduler(machine);
    private Duration offset = Duration.ZERO;
    private final InstantSource source = () -> machine.instant().plus(offset);
    private final List<Instant> ticks = new ArrayList<>();

    @Test
    void everyFullSecondOfTheSourceTicksOnceAlsoWhenThatBecomesBetterKnown() {
        try (Ticker ticker = new Ticker(Fx.direct(), source)) {
            ticker.now().subscribe(t -> ticks.add(t));
            ticks.clear();
            ticker.start(timer);
            timer.advance(Duration.ofSeconds(3));
            assertThat(seconds()).containsExactly(1, 2, 3);

            offset = Duration.ofMillis(-250); // the platform's clock was thought to be ahead
            timer.advance(Duration.ofSeconds(4));
            assertThat(seconds()).containsExactly(1, 2, 3, 3, 4, 5, 6, 7); // where it was ahead it comes once more
            assertThat(ticks)
                    .last()
                    .satisfies(t -> assertThat(t.toEpochMilli() % 1000).isLessThan(5));
        }
        ticks.clear();
        timer.advance(Duration.ofSeconds(5));
        assertThat(ticks).isEmpty();
    }

    @Test
    void aClockThatIsPutBackByAnHourGoesOnTickingAtOnce() {
        try (Ticker ticker = new Ticker(Fx.direct(), source)) {
            ticker.start(timer);
            timer.advance(Duration.ofSeconds(2));
            offset = Duration.ofHours(-1);
            ticker.now().subscribe(t -> ticks.add(t));
            ticks.clear();
            timer.advance(Duration.ofSeconds(3));
            assertThat(ticks).hasSize(3);
        }
    }

    @Test
    void aTickThatFailsEndsNoTicks() {
        List<String> failures = new ArrayList<>(List.of("no memory", "no memory"));
        Fx failing = new Fx() {
            @Override
            public void execute(Runnable task) {
                if (!failures.isEmpty()) {
                    throw new OutOfMemoryError(failures.removeLast());
                }
                task.run();
            }

            @Override
            public void after(Duration delay, Runnable task) {
                task.run();
            }
        };
        try (Ticker ticker = new Ticker(failing, source)) {
            ticker.now().subscribe(t -> ticks.add(t));
            ticks.clear();
            ticker.start(timer);
            timer.advance(Duration.ofSeconds(5));
        }
        assertThat(failures).isEmpty();
        assertThat(seconds()).containsExactly(3, 4, 5);
    }

    private List<Integer> seconds() {
        return ticks.stream()
                .map(t -> (int) (t.getEpochSecond() - NOON.getEpochSecond()))
                .toList();
    }
}
