package org.yiping.console.sync;

import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import org.yiping.domain.component.ComponentTable;

/// What the way down runs on: one thread that is the only writer, threads that may block, this console's
/// clock, and the order in which the map likes to have components.
public record SyncTools(
        ScheduledExecutorService serial, Executor workers, InstantSource clock, ComponentTable.Order order) {}
