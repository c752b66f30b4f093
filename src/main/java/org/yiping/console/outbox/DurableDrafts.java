package org.yiping.console.outbox;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiping.console.cache.DraftTable;

/// Drafts on the outbox's thread. Typing goes on without a disk that takes them: that is logged, once each time.
record DurableDrafts(DraftTable table, OutboxTools tools) implements Drafts {
    private static final Logger LOG = LoggerFactory.getLogger(DurableDrafts.class);

    private interface Writing {
        void now() throws IOException;
    }

    @Override
    public CompletableFuture<SequencedMap<String, Map<String, String>>> all() {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return table.all();
                    } catch (IOException e) {
                        LOG.error("drafts cannot be read", e);
                        return new LinkedHashMap<>();
                    }
                },
                tools.serial());
    }

    @Override
    public void keep(String name, Map<String, String> fields) {
        Map<String, String> now = Map.copyOf(fields);
        write(() -> table.put(name, now, tools.clock().instant()));
    }

    @Override
    public void drop(String name) {
        write(() -> table.remove(name));
    }

    private void write(Writing writing) {
        tools.serial().execute(() -> {
            try {
                writing.now();
            } catch (IOException e) {
                LOG.error("a draft is not kept", e);
            }
        });
    }
}
