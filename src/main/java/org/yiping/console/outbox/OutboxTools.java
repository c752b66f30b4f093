package org.yiping.console.outbox;

import java.time.InstantSource;
import java.util.concurrent.ScheduledExecutorService;
import java.util.random.RandomGenerator;

/// What the outbox runs on: one thread of its own that may block on the disk, this console's clock,
/// chance for jitter.
public record OutboxTools(ScheduledExecutorService serial, InstantSource clock, RandomGenerator random) {}
