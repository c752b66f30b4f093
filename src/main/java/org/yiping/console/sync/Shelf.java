package org.yiping.console.sync;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiping.console.cache.RecordForm;
import org.yiping.console.cache.Row;
import org.yiping.console.store.Freshness;
import org.yiping.console.store.TableStore;
import org.yiping.domain.Id;
import org.yiping.protocol.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;

/// One kind of journal rows and the store they go to, with what the batch under way puts and removes.
/// Confined to the writer's thread, except `decode`.
final class Shelf<K extends Id, V> {
    private static final Logger LOG = LoggerFactory.getLogger(Shelf.class);

    private final String kind;
    private final ObjectReader reader;
    private final RecordForm<V> form;
    private final Completeness complete;
    private final Function<String, K> key;
    private final Function<V, K> own;
    private final TableStore<K, V> store;
    private final Map<K, V> put = new HashMap<>();
    private final Set<K> gone = new HashSet<>();

    /// `own` is the id a row carries itself.
    Shelf(
            String kind,
            Class<V> type,
            Function<String, K> key,
            Function<V, K> own,
            TableStore<K, V> store,
            Completeness complete) {
        this.kind = kind;
        this.reader = Json.mapper().readerFor(type);
        this.form = RecordForm.of(type);
        this.key = key;
        this.own = own;
        this.complete = complete;
        this.store = store;
    }

    String kind() {
        return kind;
    }

    /// Nobody knows what there is of this kind: no rows and no age, as before anything was heard.
    void unknown() {
        store.replace(Map.of());
        store.freshness(Freshness.NEVER);
    }

    K key(String id) {
        return key.apply(id);
    }

    /// The row as the cache would give it back: of words that repeat by the ten thousand (states, classes, versions) it
    /// has the one copy that all rows share, where JSON makes each anew.
    private V lean(byte[] body) {
        try {
            return form.read(body);
        } catch (IOException e) {
            throw new UncheckedIOException("what was just written", e);
        }
    }

    /// The row's own, which is there anyway: two hundred thousand ids twice are twenty megabytes.
    private K key(String id, V row) {
        K carried = own.apply(row);
        return carried.value().equals(id) ? carried : key(id);
    }

    /// Empty where this console does not understand the row; a newer platform may send such.
    private Optional<V> decode(JsonNode json) {
        try {
            V row = reader.readValue(json);
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

    /// Answers how the row stands in the cache. One that is not understood leaves store and cache: nothing is shown
    /// rather than what is no longer true.
    Row stage(String id, @Nullable JsonNode row) {
        Optional<V> value = row == null ? Optional.empty() : decode(row);
        if (value.isPresent()) {
            byte[] body = form.write(value.get());
            V lean = lean(body);
            K k = key(id, lean);
            put.put(k, lean);
            gone.remove(k);
            return Row.put(kind, id, body);
        }
        K k = key(id);
        put.remove(k);
        gone.add(k);
        return Row.gone(kind, id);
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

        /// One that is not understood is left out.
        void add(String id, JsonNode row) {
            decode(row).map(v -> lean(form.write(v))).ifPresent(v -> all.put(key(id, v), v));
        }

        /// How the rows stand in the cache.
        Stream<Row> rows() {
            return all.entrySet().stream().map(e -> Row.put(kind, e.getKey().value(), form.write(e.getValue())));
        }

        /// A row as it stands in the cache. Throws where it is damaged or another console version's.
        void add(String id, byte[] row) throws IOException {
            V read = form.read(row);
            all.put(key(id, read), read);
        }

        void swap() {
            store.replace(all);
        }
    }

    Fill fill() {
        return new Fill();
    }
}
