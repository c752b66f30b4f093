package org.yiping.bench;

import java.util.concurrent.locks.LockSupport;

/// A thread that does nothing but look at the clock every 10 ms: how late it wakes is what this machine costs anybody,
/// and no stall of a program below that is the program's.
final class Hiccups implements AutoCloseable {
    private static final long STEP_NANOS = 10_000_000;

    private final Thread thread = new Thread(this::watch, "hiccups");
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
            maxNanos = Math.max(maxNanos, now - last - STEP_NANOS);
            last = now;
        }
    }

    double maxMillis() {
        return maxNanos / 1e6;
    }

    void reset() {
        maxNanos = 0;
    }

    @Override
    public void close() {
        running = false;
    }
}
