package org.yiping.console.sync;

import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;

/// What the way down runs on: one thread that is the only writer, threads that may block, this console's
/// clock.
public record SyncTools(ScheduledExecutorService serial, Executor workers, InstantSource clock) {}
