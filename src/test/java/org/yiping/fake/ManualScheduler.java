package org.yiping.fake;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.Delayed;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/// A timer thread without a thread: what is due runs when the test says so, in order of time. Any thread
/// may add.
public final class ManualScheduler extends AbstractExecutorService implements ScheduledExecutorService {
    private final ManualClock clock;
    private final PriorityQueue<Task<?>> tasks = new PriorityQueue<>(
            Comparator.<Task<?>, Instant>comparing(t -> t.due).thenComparing(t -> t.order));
    private long order;

    public ManualScheduler(ManualClock clock) {
        this.clock = clock;
    }

    /// Runs everything due now, also what that adds.
    public void run() {
        for (Task<?> task = next(clock.instant()); task != null; task = next(clock.instant())) {
            task.run();
        }
    }

    /// Moves the clock from one due task to the next until `by` has passed.
    public void advance(Duration by) {
        Instant end = clock.instant().plus(by);
        run();
        for (Task<?> task = next(end); task != null; task = next(end)) {
            if (task.due.isAfter(clock.instant())) {
                clock.advance(Duration.between(clock.instant(), task.due));
            }
            task.run();
            run();
        }
        clock.advance(Duration.between(clock.instant(), end));
    }

    private synchronized Task<?> next(Instant until) {
        Task<?> first = tasks.peek();
        return first == null || first.due.isAfter(until) ? null : tasks.poll();
    }

    private synchronized <V> Task<V> add(Callable<V> work, Duration delay, Duration every) {
        Task<V> task = new Task<>(work, clock.instant().plus(delay), every, order++);
        tasks.add(task);
        return task;
    }

    private final class Task<V> extends FutureTask<V> implements ScheduledFuture<V> {
        private final Duration every;
        private Instant due;
        private long order;

        Task(Callable<V> work, Instant due, Duration every, long order) {
            super(work);
            this.due = due;
            this.every = every;
            this.order = order;
        }

        @Override
        public void run() {
            if (every.isZero()) {
                super.run();
            } else if (runAndReset()) {
                synchronized (ManualScheduler.this) {
                    due = due.plus(every);
                    order = ManualScheduler.this.order++;
                    tasks.add(this);
                }
            }
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(Duration.between(clock.instant(), due));
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
        }
    }

    @Override
    public void execute(Runnable command) {
        add(
                () -> {
                    command.run();
                    return null;
                },
                Duration.ZERO,
                Duration.ZERO);
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
        return add(
                () -> {
                    command.run();
                    return null;
                },
                Duration.of(delay, unit.toChronoUnit()),
                Duration.ZERO);
    }

    @Override
    public <V> ScheduledFuture<V> schedule(Callable<V> callable, long delay, TimeUnit unit) {
        return add(callable, Duration.of(delay, unit.toChronoUnit()), Duration.ZERO);
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(Runnable command, long first, long period, TimeUnit unit) {
        return add(
                () -> {
                    command.run();
                    return null;
                },
                Duration.of(first, unit.toChronoUnit()),
                Duration.of(period, unit.toChronoUnit()));
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable command, long first, long delay, TimeUnit unit) {
        return scheduleAtFixedRate(command, first, delay, unit);
    }

    @Override
    public void shutdown() {}

    @Override
    public List<Runnable> shutdownNow() {
        return List.of();
    }

    @Override
    public boolean isShutdown() {
        return false;
    }

    @Override
    public boolean isTerminated() {
        return false;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
        return true;
    }
}
