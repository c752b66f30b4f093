package org.yiping.simulator;

import java.time.Duration;
import java.time.InstantSource;

/// Waiting times before trying again: a quarter of a second, doubling to eight. Confined to one thread.
final class Backoff {
    private static final long FIRST = 250;
    private static final long MOST = 8_000;

    private final InstantSource clock;
    private long next = FIRST;

    Backoff(InstantSource clock) {
        this.clock = clock;
    }

    Duration next() {
        long jitter = clock.millis() % 100; // so that a hall full of clients does not come back at one instant
        long wait = next;
        next = Math.min(MOST, next * 2);
        return Duration.ofMillis(wait + jitter);
    }

    void reset() {
        next = FIRST;
    }
}
