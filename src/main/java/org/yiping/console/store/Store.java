package org.yiping.console.store;

import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Rows of one kind as every window reads them. Reading never blocks; any thread.
///
/// Only the ids that changed are told, never the rows: who is told late reads what is true by then.
public sealed interface Store<K, V> permits TableStore {
    /// One consistent picture.
    Rows<K, V> rows();

    Freshness freshness();

    default Optional<V> find(K key) {
        return rows().find(key);
    }

    default Value<V> value(K key) {
        Freshness freshness = freshness();
        return find(key).map(v -> Value.of(v, freshness)).orElseGet(Value.Unknown::new);
    }

    /// Calls at once, on this thread, with all ids, then on the writer's thread with the ids of each
    /// batch. An empty set says that only the freshness changed. A subscriber is quick and does not
    /// throw.
    Subscription subscribe(Consumer<Set<K>> subscriber);
}
