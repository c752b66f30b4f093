package org.yiping.server.command;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.yiping.server.data.CommandTable;
import org.yiping.server.data.Remembered;

/// Remembers what was answered to which key, at least seven days. The writer's thread only.
final class Memory {
    static final Duration KEPT = Duration.ofDays(7);

    private final CommandTable table;
    private final KeyIndex keys = new KeyIndex();
    private final Map<String, Remembered> pending = new HashMap<>();
    private long last;

    Memory(CommandTable table, Instant now) {
        this.table = table;
        long newest = table.last(); // before pruning: the ledger goes on counting from there
        table.prune(now.minus(KEPT));
        load();
        last = newest;
    }

    private void load() {
        table.keys(last, (key, place) -> {
            keys.add(key, place);
            last = place;
        });
    }

    Optional<Remembered> find(String key) {
        Remembered own = pending.get(key);
        if (own != null) {
            return Optional.of(own);
        }
        OptionalLong place = keys.find(key);
        return place.isEmpty() ? Optional.empty() : table.at(place.getAsLong()).filter(r -> r.id().equals(key));
    }

    /// Given in the open batch; `kept` when the batch is on disk, `forget` when it failed.
    void add(Remembered answer) {
        pending.put(answer.id(), answer);
    }

    void kept(Iterable<Remembered> inOrder) {
        for (Remembered r : inOrder) {
            keys.add(r.id(), ++last);
        }
        pending.clear();
    }

    /// Some answers of a failed batch may be on disk all the same: the table says which.
    void forget() {
        pending.clear();
        load();
    }
}
