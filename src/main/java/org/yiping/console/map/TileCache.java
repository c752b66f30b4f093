package org.yiping.console.map;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The drawn tiles, in slabs that are used again: the oldest tile nobody looks at gives up its slab. Any thread.
///
/// A tile is held while a compositor copies from it, so no slab is drawn over while it is read.
final class TileCache {
    private static final int LEAST = 64;
    /// What tiles nobody looks at may take of the heap: pictures drawn again cost less than cases pushed out.
    private static final long SHARE = 24;

    private final long spare;
    private final LinkedHashMap<TileKey, Tile> tiles = new LinkedHashMap<>(64, 0.75f, true);
    private final ArrayDeque<int[]> free = new ArrayDeque<>();
    private final Map<Object, Set<TileKey>> watched = new HashMap<>();
    private long stamp;

    /// A drawn tile; its pixels may be read until it is released.
    static final class Tile {
        final TileKey key;
        final int[] pixels;
        final long version;
        private int holders;
        private boolean dropped;

        Tile(TileKey key, int[] pixels, long version) {
            this.key = key;
            this.pixels = pixels;
            this.version = version;
        }
    }

    TileCache() {
        this(Runtime.getRuntime().maxMemory());
    }

    TileCache(long heapBytes) {
        spare = heapBytes / SHARE / (4L * TileKey.SIDE * TileKey.SIDE);
    }

    synchronized @Nullable Tile hold(TileKey key) {
        Tile tile = tiles.get(key);
        if (tile != null) {
            tile.holders++;
        }
        return tile;
    }

    /// All of these at once; what is not there is null.
    synchronized @Nullable Tile[] hold(List<TileKey> keys) {
        @Nullable Tile[] held = new @Nullable Tile[keys.size()];
        for (int i = 0; i < held.length; i++) {
            held[i] = hold(keys.get(i));
        }
        return held;
    }

    synchronized void release(@Nullable Tile[] held) {
        for (Tile tile : held) {
            if (tile != null) {
                release(tile);
            }
        }
    }

    /// Another number whenever another tile is there.
    synchronized long stamp() {
        return stamp;
    }

    synchronized void release(Tile tile) {
        tile.holders--;
        recycle(tile);
    }

    synchronized boolean has(TileKey key, long version) {
        Tile tile = tiles.get(key);
        return tile != null && tile.version == version;
    }

    synchronized int[] slab() {
        int[] slab = free.poll();
        return slab != null ? slab : new int[TileKey.SIDE * TileKey.SIDE];
    }

    synchronized void put(TileKey key, int[] pixels, long version) {
        stamp++;
        Tile old = tiles.put(key, new Tile(key, pixels, version));
        if (old != null) {
            drop(old);
        }
        shrink();
    }

    /// The tiles a window shows; they stay, and three times as many may stay beside them, as far as the heap is large
    /// enough.
    synchronized void watch(Object window, Collection<TileKey> keys) {
        if (keys.isEmpty()) {
            watched.remove(window);
        } else {
            watched.put(window, Set.copyOf(keys));
        }
        shrink();
    }

    synchronized int size() {
        return tiles.size();
    }

    private void shrink() {
        Set<TileKey> needed = new HashSet<>();
        watched.values().forEach(needed::addAll);
        int room = Math.max(LEAST, needed.size() + (int) Math.min(3L * needed.size(), spare));
        if (tiles.size() <= room) {
            return;
        }
        List<Tile> leaving = new ArrayList<>();
        int over = tiles.size() - room;
        for (Tile tile : tiles.values()) {
            if (leaving.size() < over && !needed.contains(tile.key)) {
                leaving.add(tile);
            }
        }
        stamp += leaving.size();
        for (Tile tile : leaving) {
            tiles.remove(tile.key);
            drop(tile);
        }
    }

    private void drop(Tile tile) {
        tile.dropped = true;
        recycle(tile);
    }

    private void recycle(Tile tile) {
        if (tile.dropped && tile.holders == 0) {
            tile.dropped = false;
            keep(tile.pixels);
        }
    }

    /// When the ground changes all tiles are drawn anew, and as many slabs as there were would be left.
    private void keep(int[] slab) {
        if (free.size() < LEAST) {
            free.add(slab);
        }
    }
}
