package org.yiping.console;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiping.console.sync.Sync;

/// What a session's cache has comes to its stores in two steps: the map's layers at once, all rows when the map stands
/// on the screen. Any thread.
///
/// Rows are many and small and keep every core busy for seconds; beside them a map of a million components came last.
/// Should no window ever say that its map stands, the rows come all the same.
final class CacheFill {
    private static final Logger LOG = LoggerFactory.getLogger(CacheFill.class);
    private static final int PATIENCE_SECONDS = 5;

    private final CompletableFuture<Void> mapStands = new CompletableFuture<>();
    private final CompletableFuture<Void> rows;

    CacheFill(Sync sync, Executor workers) {
        workers.execute(() -> layers(sync));
        rows = mapStands
                .completeOnTimeout(null, PATIENCE_SECONDS, TimeUnit.SECONDS)
                .thenRunAsync(() -> rows(sync), workers);
    }

    void mapStands() {
        mapStands.complete(null);
    }

    /// Done when all rows are shown.
    CompletableFuture<Void> rows() {
        return rows;
    }

    /// Rows that are not being read yet never will be.
    void cancel() {
        rows.cancel(false);
    }

    private static void layers(Sync sync) {
        try {
            sync.fillLayers();
        } catch (IOException e) {
            LOG.warn("the cache's layers are not shown; the platform is asked for them", e);
        }
    }

    /// A cache that cannot be read through is no reason to show nothing: the platform has it all.
    private static void rows(Sync sync) {
        try {
            sync.fill();
        } catch (IOException e) {
            LOG.error("the cache could not be shown whole", e);
        }
    }
}
