package org.yiping.console.sync;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiping.console.store.TableStore;
import org.yiping.protocol.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;

/// One kind of journal rows and the store they go to, with what the batch under way puts and removes.
/// Confined to the writer's thread, except `decode`.
final class Shelf<K, V> {
    private static final Logger LOG = LoggerFactory.getLogger(Shelf.class);

    private final String kind;
    private final ObjectReader reader;
    private final Completeness complete;
    private final Function<String, K> key;
    private final TableStore<K, V> store;
    private final Map<K, V> put = new HashMap<>();
    private final Set<K> gone = new HashSet<>();

    Shelf(String kind, Class<V> type, Function<String, K> key, TableStore<K, V> store, Completeness complete) {
        this.kind = kind;
        this.reader = Json.mapper().readerFor(type);
        this.key = key;
        this.complete = complete;
        this.store = store;
    }

    String kind() {
        return kind;
    }

    K key(String id) {
        return key.apply(id);
    }

    /// Empty where this console does not understand the row; a newer platform may send such.
    Optional<V> decode(JsonNode row) {
        return read(() -> reader.readValue(row));
    }

    Optional<V> decode(byte[] row) {
        return read(() -> reader.readValue(row));
    }

    private interface Reading<V> {
        @Nullable
        V read();
    }

    private Optional<V> read(Reading<V> reading) {
        try {
            V row = reading.read();
            if (row != null && complete.holds(row)) {
                return Optional.of(row);
            }
            LOG.warn("a row of kind {} is not complete and not shown", kind);
            return Optional.empty();
        } catch (JacksonException | IllegalArgumentException e) {
            LOG.warn(
                    "a row of kind {} is not understood and not shown: {}",
                    kind,
                    e.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    /// A row that is not understood leaves the store: nothing is shown rather than what is no longer true.
    void stage(String id, @Nullable JsonNode row) {
        K k = key(id);
        Optional<V> value = row == null ? Optional.empty() : decode(row);
        if (value.isPresent()) {
            put.put(k, value.get());
            gone.remove(k);
        } else {
            put.remove(k);
            gone.add(k);
        }
    }

    void flush() {
        if (!put.isEmpty() || !gone.isEmpty()) {
            store.apply(Map.copyOf(put), Set.copyOf(gone));
            put.clear();
            gone.clear();
        }
    }

    /// A whole snapshot being read; swapped in at once or not at all. Rows may be added by several threads.
    final class Fill {
        private final Map<K, V> all = new ConcurrentHashMap<>();

        void add(String id, JsonNode row) {
            decode(row).ifPresent(v -> all.put(key(id), v));
        }

        void add(String id, byte[] row) {
            decode(row).ifPresent(v -> all.put(key(id), v));
        }

        void swap() {
            store.replace(all);
        }
    }

    Fill fill() {
        return new Fill();
    }
}
