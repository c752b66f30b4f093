package org.yiping.console.link;

import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.random.RandomGenerator;

/// What the link runs on: this console's clock, one timer thread, threads that may block, and chance for
/// the jitter.
public record LinkTools(
        InstantSource clock, ScheduledExecutorService scheduler, Executor workers, RandomGenerator random) {}
