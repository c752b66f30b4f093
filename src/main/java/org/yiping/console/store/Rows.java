package org.yiping.console.store;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// An immutable map of rows by id: one consistent picture of a store. Immutable; any thread.
///
/// Sharded by hash, so that a batch of fifty changes to a hundred thousand rows copies fifty small shards
/// and not the whole map. The more rows, the more shards: what a batch copies stays small, and so does what it leaves
/// to be collected. The order of iteration means nothing.
public final class Rows<K, V> {
    private static final int FEWEST_SHARDS = 64;
    /// With more rows a shard than this on average there are four times as many shards.
    private static final int FULL = 32;
    private static final Rows<?, ?> EMPTY = new Rows<>(emptyShards(FEWEST_SHARDS), 0);

    private final List<Map<K, V>> shards;
    private final int size;
    private final UnaryOperator<V> glass;

    private Rows(List<Map<K, V>> shards, int size) {
        this(shards, size, UnaryOperator.identity());
    }

    private Rows(List<Map<K, V>> shards, int size, UnaryOperator<V> glass) {
        this.shards = shards;
        this.size = size;
        this.glass = glass;
    }

    @SuppressWarnings("unchecked") // an empty map holds no value of a wrong type
    public static <K, V> Rows<K, V> empty() {
        return (Rows<K, V>) EMPTY;
    }

    public static <K, V> Rows<K, V> of(Map<K, V> all) {
        return Rows.<K, V>empty().with(all, Set.of());
    }

    public Optional<V> find(K key) {
        return Optional.ofNullable(get(key));
    }

    public @Nullable V get(K key) {
        V row = shards.get(shard(key, shards.size())).get(key);
        return row == null ? null : glass.apply(row);
    }

    /// The same rows as they look through this, worked out for each that is looked at.
    Rows<K, V> through(UnaryOperator<V> other) {
        return new Rows<>(shards, size, other);
    }

    public int size() {
        return size;
    }

    public Stream<V> values() {
        return shards.stream().flatMap(s -> s.values().stream()).map(glass);
    }

    public Set<K> keys() {
        Set<K> keys = HashSet.newHashSet(size);
        shards.forEach(s -> keys.addAll(s.keySet()));
        return keys;
    }

    /// These rows with some put and some gone; a key in both is gone.
    public Rows<K, V> with(Map<K, V> put, Set<K> gone) {
        List<Map<K, V>> next = roomFor(size + put.size());
        BitSet copied = new BitSet(next.size());
        if (next.size() != shards.size()) {
            copied.set(0, next.size()); // all are new
        }
        int grown = size;
        for (Map.Entry<K, V> e : put.entrySet()) {
            if (own(next, copied, e.getKey()).put(e.getKey(), e.getValue()) == null) {
                grown++;
            }
        }
        for (K key : gone) {
            if (next.get(shard(key, next.size())).containsKey(key)) {
                own(next, copied, key).remove(key);
                grown--;
            }
        }
        return new Rows<>(next, grown);
    }

    /// The shards to change: a list of the same, or of more with the same rows.
    private List<Map<K, V>> roomFor(int rows) {
        int count = shards.size();
        while (rows > count * FULL) {
            count *= 4;
        }
        if (count == shards.size()) {
            return new ArrayList<>(shards);
        }
        List<Map<K, V>> more = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            more.add(new HashMap<>());
        }
        for (Map<K, V> shard : shards) {
            shard.forEach((key, value) -> more.get(shard(key, more.size())).put(key, value));
        }
        return more;
    }

    private static <K, V> Map<K, V> own(List<Map<K, V>> shards, BitSet copied, K key) {
        int i = shard(key, shards.size());
        if (!copied.get(i)) {
            shards.set(i, new HashMap<>(shards.get(i)));
            copied.set(i);
        }
        return shards.get(i);
    }

    /// `count` is a power of two.
    private static int shard(Object key, int count) {
        int hash = key.hashCode();
        // Maps inside a shard see the low bits; taking the shard from mixed bits keeps those maps spread.
        return (hash * 0x9E3779B9) >>> (Integer.numberOfLeadingZeros(count) + 1);
    }

    private static List<Map<Object, Object>> emptyShards(int count) {
        List<Map<Object, Object>> shards = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            shards.add(Map.of());
        }
        return shards;
    }
}
