package org.yiping.console.outbox;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ScheduledExecutorService;
import java.util.random.RandomGenerator;

/// What the outbox runs on: one thread of its own that may block on the disk, this console's clock,
/// chance for jitter.
public record OutboxTools(
        ScheduledExecutorService serial,
        InstantSource clock,
        RandomGenerator random,
        Duration firstRetry,
        Duration longestRetry) {
    public static OutboxTools of(ScheduledExecutorService serial, InstantSource clock, RandomGenerator random) {
        return new OutboxTools(serial, clock, random, Duration.ofMillis(500), Duration.ofSeconds(30));
    }
}
