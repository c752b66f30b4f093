package org.yiping.console.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Test;
import org.yiping.fake.ManualClock;

class StallWatchTest {
    private static final Instant NOON = Instant.parse("2026-03-11T04:00:00Z");

    private final ManualClock clock = new ManualClock(NOON);
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final StallWatch watch = new StallWatch(
            new Fx() {
                @Override
                public void execute(Runnable task) {
                    waiting.add(task);
                }

                @Override
                public void after(Duration delay, Runnable task) {
                    waiting.add(task);
                }
            },
            clock);

    private void answeredAfter(int millis) {
        watch.ask();
        clock.advance(Duration.ofMillis(millis));
        waiting.remove().run();
    }

    @Test
    void notesHowLongAnAnswerTookFromTheQuestionOn() {
        answeredAfter(5);
        answeredAfter(120);
        assertThat(watch.stalls()).containsExactly(new StallWatch.Stall(NOON.toEpochMilli() + 5, 120));
        assertThat(watch.maxMillis()).isEqualTo(120);
    }

    @Test
    void asksOneQuestionAtATime() {
        watch.ask();
        watch.ask();
        watch.ask();
        assertThat(waiting).hasSize(1);
    }

    @Test
    void shortWaitsAreOnlyKnownByTheLongestOfThem() {
        answeredAfter(12);
        answeredAfter(7);
        assertThat(watch.stalls()).isEmpty();
        assertThat(watch.maxMillis()).isEqualTo(12);
        watch.clear();
        assertThat(watch.maxMillis()).isZero();
    }
}
