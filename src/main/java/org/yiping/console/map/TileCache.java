package org.yiping.console.map;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The drawn tiles, in slabs that are used again: the oldest tile nobody looks at gives up its slab. Any thread.
///
/// A tile is held while a compositor copies from it, so no slab is drawn over while it is read.
///
/// A wall's windows hardly ever change, and their tiles would be twice their pictures: of those the longest unread are
/// kept as [PackedTile]s, which are a tenth, and opened when a part of their picture is drawn anew.
final class TileCache {
    private static final int LEAST = 64;
    /// What tiles nobody looks at may take of the heap: pictures drawn again cost less than cases pushed out.
    private static final long SHARE = 24;

    /// So many tiles a wall keeps open: more than one of its windows is drawn of at a time.
    private static final int OPEN_ON_WALLS = 64;

    private final long spare;
    private final int mostOpen;
    /// The longest unread first.
    private final LinkedHashMap<Tile, Boolean> open = new LinkedHashMap<>(64, 0.75f, true);
    private final LinkedHashMap<TileKey, Tile> tiles = new LinkedHashMap<>(64, 0.75f, true);
    private final ArrayDeque<int[]> free = new ArrayDeque<>();
    private final Map<Object, Set<TileKey>> watched = new HashMap<>();
    private long stamp;

    /// A drawn tile; its pixels may be asked for and read until it is released.
    static final class Tile {
        final TileKey key;
        final long version;
        private int @Nullable [] pixels;
        private byte @Nullable [] packed;
        private int holders;
        private boolean dropped;

        Tile(TileKey key, int[] pixels, long version) {
            this.key = key;
            this.pixels = pixels;
            this.version = version;
        }
    }

    /// For windows that are panned and zoomed: every tile stays open.
    static TileCache ofDesk() {
        return new TileCache(Runtime.getRuntime().maxMemory(), Integer.MAX_VALUE);
    }

    static TileCache ofWall() {
        return new TileCache(Runtime.getRuntime().maxMemory(), OPEN_ON_WALLS);
    }

    TileCache(long heapBytes, int mostOpen) {
        spare = heapBytes / SHARE / (4L * TileKey.SIDE * TileKey.SIDE);
        this.mostOpen = mostOpen;
    }

    /// The pixels of a held tile.
    int[] pixels(Tile tile) {
        byte[] packed;
        synchronized (this) {
            int[] there = tile.pixels;
            if (there != null) {
                open.put(tile, true);
                return there;
            }
            packed = Objects.requireNonNull(tile.packed);
        }
        int[] opened = slab();
        PackedTile.open(packed, opened);
        int[] pixels = opened(tile, opened);
        pack();
        return pixels;
    }

    /// Unless somebody else has opened it meanwhile.
    private synchronized int[] opened(Tile tile, int[] pixels) {
        int[] there = tile.pixels;
        open.put(tile, true);
        if (there != null) {
            keep(pixels);
            return there;
        }
        tile.pixels = pixels;
        return pixels;
    }

    /// Until no more tiles are open than may be, or the rest is being read.
    private void pack() {
        for (Tile next = unread(); next != null; next = unread()) {
            byte[] packed = PackedTile.of(Objects.requireNonNull(next.pixels));
            synchronized (this) {
                next.packed = packed;
                release(next);
            }
        }
    }

    /// The longest unread tile that is to be packed, held; those that have been packed before are closed on the way.
    private synchronized @Nullable Tile unread() {
        if (open.size() <= mostOpen) {
            return null;
        }
        for (Tile tile : List.copyOf(open.keySet())) {
            if (open.size() <= mostOpen) {
                return null;
            }
            if (tile.holders == 0) {
                if (tile.packed == null) {
                    tile.holders++;
                    return tile;
                }
                close(tile);
            }
        }
        return null;
    }

    private void close(Tile tile) {
        open.remove(tile);
        int[] pixels = tile.pixels;
        tile.pixels = null;
        if (pixels != null) {
            keep(pixels);
        }
    }

    /// How many tiles lie here as they are drawn.
    synchronized int openTiles() {
        return open.size();
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

    void put(TileKey key, int[] pixels, long version) {
        synchronized (this) {
            stamp++;
            Tile tile = new Tile(key, pixels, version);
            open.put(tile, true);
            Tile old = tiles.put(key, tile);
            if (old != null) {
                drop(old);
            }
            shrink();
        }
        pack();
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
            close(tile);
        }
    }

    /// When the ground changes all tiles are drawn anew, and as many slabs as there were would be left.
    private void keep(int[] slab) {
        if (free.size() < Math.min(LEAST, mostOpen / 4)) {
            free.add(slab);
        }
    }
}
