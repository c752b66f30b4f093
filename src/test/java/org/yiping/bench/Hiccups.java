package org.yiping.bench;

import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.locks.LockSupport;

/// A thread that does nothing but look at the clock every 10 ms: how late it wakes is what this machine costs anybody,
/// and no stall of a program below that is the program's.
final class Hiccups implements AutoCloseable {
    private static final long STEP_NANOS = 10_000_000;
    private static final long WINDOW_MILLIS = 100;

    private final Thread thread = new Thread(this::watch, "hiccups");
    private final ConcurrentSkipListMap<Long, Long> windows = new ConcurrentSkipListMap<>();
    private volatile boolean running = true;
    private volatile long maxNanos;

    Hiccups() {
        thread.setDaemon(true);
        thread.start();
    }

    private void watch() {
        long last = System.nanoTime();
        while (running) {
            LockSupport.parkNanos(STEP_NANOS);
            long now = System.nanoTime();
            long late = now - last - STEP_NANOS;
            maxNanos = Math.max(maxNanos, late);
            note(System.currentTimeMillis(), late / 1_000_000);
            last = now;
        }
    }

    /// It woke so late at that time: every window it slept through is marked.
    void note(long epochMillis, long lateMillis) {
        for (long w = window(epochMillis - lateMillis); w <= window(epochMillis); w++) {
            windows.merge(w, lateMillis, Math::max);
        }
    }

    /// The worst of the windows of 100 ms that this time touches.
    long during(long fromEpochMillis, long millis) {
        return windows.subMap(window(fromEpochMillis), true, window(fromEpochMillis + millis), true).values().stream()
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
    }

    private static long window(long epochMillis) {
        return Math.floorDiv(epochMillis, WINDOW_MILLIS);
    }

    double maxMillis() {
        return maxNanos / 1e6;
    }

    void reset() {
        maxNanos = 0;
        windows.clear();
    }

    @Override
    public void close() {
        running = false;
    }
}
