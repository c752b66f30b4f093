package org.yiping.console.store;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// A store with its writing side, which only the way down (`sync`) and the outbox hold. Batches are
/// applied one at a time and told in that order; reading never blocks. Any thread.
public final class TableStore<K, V> implements Store<K, V> {
    private final CopyOnWriteArrayList<Consumer<Set<K>>> subscribers = new CopyOnWriteArrayList<>();
    private final Object writing = new Object();
    private volatile Rows<K, V> rows = Rows.empty();
    private volatile Freshness freshness = Freshness.NEVER;
    private final UnaryOperator<V> hiding;
    private volatile boolean veiled;

    /// Of what holds nothing personal.
    public TableStore() {
        this(UnaryOperator.identity());
    }

    /// `hiding` is how strangers may see a row.
    TableStore(UnaryOperator<V> hiding) {
        this.hiding = hiding;
    }

    @Override
    public Rows<K, V> rows() {
        return veiled ? rows.through(hiding) : rows;
    }

    /// The row as it came, for who goes on writing it.
    public Optional<V> written(K key) {
        return rows.find(key);
    }

    /// Every reader sees rows as strangers may from now on, or as they are; what is written stays as it came.
    void veil(boolean on) {
        synchronized (writing) {
            if (veiled != on) {
                veiled = on;
                tell(rows.keys());
            }
        }
    }

    @Override
    public Freshness freshness() {
        return freshness;
    }

    @Override
    public Subscription subscribe(Consumer<Set<K>> subscriber) {
        synchronized (writing) {
            subscribers.add(subscriber);
            subscriber.accept(rows.keys());
        }
        return () -> subscribers.remove(subscriber);
    }

    /// Swaps in one batch and tells its ids.
    public void apply(Map<K, V> put, Set<K> gone) {
        if (put.isEmpty() && gone.isEmpty()) {
            return;
        }
        synchronized (writing) {
            rows = rows.with(put, gone);
            Set<K> ids = new HashSet<>(put.keySet());
            ids.addAll(gone);
            tell(ids);
        }
    }

    public void put(K key, V value) {
        apply(Map.of(key, value), Set.of());
    }

    public void remove(K key) {
        apply(Map.of(), Set.of(key));
    }

    /// Swaps in a whole snapshot and tells the ids that differ.
    public void replace(Map<K, V> all) {
        synchronized (writing) {
            Rows<K, V> before = rows;
            Map<K, V> next = new HashMap<>(all);
            rows = Rows.of(next);
            Set<K> ids = before.keys();
            next.forEach((key, value) -> {
                @Nullable V old = before.get(key);
                if (Objects.equals(old, value)) {
                    ids.remove(key);
                } else {
                    ids.add(key);
                }
            });
            tell(ids);
        }
    }

    /// Tells subscribers only when liveness turns; an age alone is read when drawn.
    public void freshness(Freshness next) {
        synchronized (writing) {
            boolean turned = freshness.live() != next.live();
            freshness = next;
            if (turned) {
                tell(Set.of());
            }
        }
    }

    /// Keeps the rows and when they were last heard of, as no longer live.
    public void stale() {
        synchronized (writing) {
            freshness(new Freshness(false, freshness.asOf()));
        }
    }

    private void tell(Set<K> ids) {
        Set<K> told = Set.copyOf(ids);
        subscribers.forEach(s -> s.accept(told));
    }
}
