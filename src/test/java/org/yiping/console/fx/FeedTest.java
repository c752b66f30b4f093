package org.yiping.console.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FeedTest {
    /// An FX thread that waits to be told.
    private static final class HeldFx implements Fx {
        final Deque<Runnable> tasks = new ConcurrentLinkedDeque<>();
        final List<Duration> delays = new ArrayList<>();

        @Override
        public void execute(Runnable task) {
            tasks.add(task);
        }

        @Override
        public synchronized void after(Duration delay, Runnable task) {
            delays.add(delay);
            tasks.add(task);
        }

        void runAll() {
            for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
                task.run();
            }
        }
    }

    private final HeldFx fx = new HeldFx();
    private long nanos;

    private Feed<Integer> feed(Deque<Set<Integer>> out) {
        return new Feed<>(fx, PaintProbe.Debt.NONE, Feed.LIST_PERIOD, () -> nanos, out::add);
    }

    @Test
    void tenThousandChangesCostOneHop() {
        Deque<Set<Integer>> out = new ArrayDeque<>();
        Feed<Integer> feed = feed(out);
        for (int i = 0; i < 10_000; i++) {
            feed.changed(List.of(i));
        }
        assertThat(fx.tasks).hasSize(1);
        fx.runAll();
        assertThat(out).hasSize(1);
        assertThat(out.getFirst()).hasSize(10_000);
    }

    @Test
    void changesFromManyThreadsLoseNoId() throws InterruptedException {
        Set<Integer> seen = new HashSet<>();
        AtomicInteger calls = new AtomicInteger();
        Feed<Integer> feed = new Feed<>(fx, PaintProbe.Debt.NONE, Duration.ZERO, () -> 0, ids -> {
            seen.addAll(ids);
            calls.incrementAndGet();
        });
        int threads = 8;
        CountDownLatch done = new CountDownLatch(threads);
        for (int t = 0; t < threads; t++) {
            int from = t * 5_000;
            Thread.ofVirtual().start(() -> {
                for (int i = 0; i < 5_000; i++) {
                    feed.changed(List.of(from + i));
                }
                done.countDown();
            });
        }
        while (!done.await(1, TimeUnit.MILLISECONDS)) {
            fx.runAll();
        }
        fx.runAll();
        assertThat(seen).hasSize(threads * 5_000);
        assertThat(calls.get()).isLessThan(threads * 5_000);
    }

    @Test
    void callsAreAPeriodApart() {
        Feed<Integer> feed = feed(new ArrayDeque<>());
        feed.changed(List.of(1));
        assertThat(fx.delays).containsExactly(Duration.ZERO);
        fx.runAll();
        nanos += Duration.ofMillis(30).toNanos();
        feed.changed(List.of(2));
        assertThat(fx.delays.getLast()).isEqualTo(Duration.ofMillis(70));
    }

    @Test
    void whatArrivesWhileTheSinkRunsIsTheNextCalls() {
        Deque<Set<Integer>> out = new ArrayDeque<>();
        List<Feed<Integer>> self = new ArrayList<>();
        Feed<Integer> feed = new Feed<>(fx, PaintProbe.Debt.NONE, Duration.ZERO, () -> 0, ids -> {
            out.add(ids);
            if (ids.contains(1)) {
                self.getFirst().changed(List.of(2));
            }
        });
        self.add(feed);
        feed.changed(List.of(1));
        fx.runAll();
        assertThat(out).containsExactly(Set.of(1), Set.of(2));
    }

    @Test
    void aSinkThatFailsDoesNotStopTheFeed() {
        Deque<Set<Integer>> out = new ArrayDeque<>();
        Feed<Integer> feed = new Feed<>(fx, PaintProbe.Debt.NONE, Duration.ZERO, () -> 0, ids -> {
            if (ids.contains(1)) {
                throw new IllegalStateException("test");
            }
            out.add(ids);
        });
        feed.changed(List.of(1));
        org.assertj.core.api.Assertions.assertThatThrownBy(fx::runAll).isInstanceOf(IllegalStateException.class);
        feed.changed(List.of(2));
        fx.runAll();
        assertThat(out).containsExactly(Set.of(2));
    }

    @Test
    void nothingComesAfterClose() {
        Deque<Set<Integer>> out = new ArrayDeque<>();
        Feed<Integer> feed = feed(out);
        feed.changed(List.of(1));
        feed.close();
        fx.runAll();
        feed.changed(List.of(2));
        assertThat(out).isEmpty();
        assertThat(fx.tasks).isEmpty();
    }
}
