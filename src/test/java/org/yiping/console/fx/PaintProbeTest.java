package org.yiping.console.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.yiping.fake.ManualClock;

class PaintProbeTest {
    private static final Instant NOON = Instant.parse("2026-03-11T04:00:00Z");

    /// Frames that are begun and painted when the test says so.
    private static final class HeldFrames implements Frames {
        private final Deque<Runnable> asked = new ArrayDeque<>();
        private final Deque<Runnable> begun = new ArrayDeque<>();

        @Override
        public <T> void next(Supplier<T> begin, Consumer<T> painted) {
            asked.add(() -> {
                T held = begin.get();
                begun.add(() -> painted.accept(held));
            });
        }

        void begin() {
            asked.remove().run();
        }

        void paint() {
            begun.remove().run();
        }

        void whole() {
            begin();
            paint();
        }
    }

    private final ManualClock clock = new ManualClock(NOON);
    private final HeldFrames frames = new HeldFrames();
    private final PaintProbe probe = new PaintProbe(clock, frames);

    private static List<PaintProbe.Commits> at(Instant oldest, long changes) {
        return List.of(new PaintProbe.Commits(oldest, changes));
    }

    private void after(int millis) {
        clock.advance(Duration.ofMillis(millis));
    }

    private Latencies.Summary latencies() {
        return probe.report().latencies();
    }

    @Test
    void aCommitIsPaintedWhenTheLastViewHasDrawnItAndTheFrameAfterIsOnTheScreen() {
        PaintProbe.Debt queue = probe.debt();
        PaintProbe.Debt map = probe.debt();
        long queueOwes = queue.owe();
        long mapOwes = map.owe();
        probe.arrived(7, at(NOON, 3));
        after(40);
        queue.drawn(queueOwes);
        assertThat(frames.asked).isEmpty();
        after(40);
        map.drawn(mapOwes);
        after(10);
        frames.begin();
        assertThat(latencies().count()).isZero();
        assertThat(probe.report().revision()).isZero();
        after(10);
        frames.paint();
        assertThat(latencies()).isEqualTo(new Latencies.Summary(3, 100L, 100L, 100L));
        assertThat(probe.report().revision()).isEqualTo(7);
    }

    @Test
    void whatIsDrawnAfterAFrameWasBegunIsTheNextFrames() {
        PaintProbe.Debt queue = probe.debt();
        queue.owe();
        probe.arrived(1, at(NOON, 1));
        queue.drawn(queue.owed());
        frames.begin();
        queue.owe();
        probe.arrived(2, at(NOON, 1));
        queue.drawn(queue.owed());
        frames.paint();
        assertThat(probe.report().revision()).isEqualTo(1);
        after(30);
        frames.whole();
        assertThat(probe.report().revision()).isEqualTo(2);
        assertThat(latencies()).isEqualTo(new Latencies.Summary(2, 0L, 30L, 30L));
    }

    @Test
    void aViewThatDrewBeforeTheLatestChangeStillOwesIt() {
        PaintProbe.Debt queue = probe.debt();
        long early = queue.owe();
        queue.owe();
        probe.arrived(5, at(NOON, 1));
        queue.drawn(early);
        assertThat(frames.asked).isEmpty();
        queue.drawn(queue.owed());
        frames.whole();
        assertThat(probe.report().revision()).isEqualTo(5);
    }

    @Test
    void aViewThatHasDrawnBeforeTheBatchWasAnnouncedIsTimedAllTheSame() {
        PaintProbe.Debt queue = probe.debt();
        queue.owe();
        queue.drawn(queue.owed());
        probe.arrived(5, at(NOON, 2));
        after(20);
        frames.whole();
        assertThat(latencies().count()).isEqualTo(2);
        assertThat(latencies().maxMillis()).isEqualTo(20);
    }

    @Test
    void aHiddenViewHoldsNothingBack() {
        PaintProbe.Debt hidden = probe.debt();
        hidden.owe();
        probe.arrived(5, at(NOON, 1));
        assertThat(frames.asked).isEmpty();
        hidden.close();
        frames.whole();
        assertThat(probe.report().revision()).isEqualTo(5);
    }

    @Test
    void commitsNobodySeesMoveTheRevisionAndAreNotTimed() {
        probe.debt();
        probe.arrived(9, at(NOON, 4));
        frames.whole();
        assertThat(probe.report().revision()).isEqualTo(9);
        assertThat(latencies()).isEqualTo(new Latencies.Summary(0, null, null, null));
    }

    @Test
    void aFeedOwesFromTheFirstIdUntilItsSinkHasReturned() {
        List<Runnable> later = new ArrayList<>();
        Fx fx = new Fx() {
            @Override
            public void execute(Runnable task) {
                later.add(task);
            }

            @Override
            public void after(Duration delay, Runnable task) {
                later.add(task);
            }
        };
        List<Set<Integer>> drawn = new ArrayList<>();
        Feed<Integer> feed = new Feed<>(fx, probe.debt(), drawn::add);
        feed.changed(List.of(1));
        probe.arrived(3, at(NOON, 1));
        feed.changed(List.of()); // only the age changed
        assertThat(frames.asked).isEmpty();
        later.removeFirst().run();
        assertThat(drawn).hasSize(1);
        frames.whole();
        assertThat(probe.report().revision()).isEqualTo(3);
        feed.changed(List.of(2));
        probe.arrived(4, at(NOON, 1));
        feed.close();
        frames.whole();
        assertThat(probe.report().revision()).isEqualTo(4);
    }

    @Test
    void aClearedProbeCountsAnewButKnowsWhatIsPainted() {
        PaintProbe.Debt queue = probe.debt();
        queue.owe();
        queue.drawn(queue.owed());
        probe.arrived(5, at(NOON, 1));
        frames.whole();
        probe.clear();
        assertThat(probe.report()).isEqualTo(new PaintProbe.Report(5, new Latencies.Summary(0, null, null, null)));
    }
}
