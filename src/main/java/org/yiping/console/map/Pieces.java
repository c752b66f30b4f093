package org.yiping.console.map;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yiping.console.map.style.LayerStack;

/// The tiles a picture's ground is put together of, the lowest first, held until they are let go. Below those
/// of its level lies what stands in for missing ones: it may reach beyond them, since the others cover it
/// there. Any thread.
final class Pieces implements AutoCloseable {
    private static final int COARSER = 12;
    private static final int FINER = 3;

    private final TileCache cache;
    private final PixelGrid grid;
    private final List<Piece> pieces = new ArrayList<>();
    private final List<TileCache.Tile> held = new ArrayList<>();

    /// A tile as it was drawn once, or the bare ground's colour.
    private record Drawn(@Nullable TileKey tile, long version) {}

    private Pieces(TileCache cache, PixelGrid grid) {
        this.cache = cache;
        this.grid = grid;
    }

    /// `before` is what of the ground the last complete picture showed: it stays until the new one is there.
    static Pieces of(TileCache cache, MapCamera camera, Scene scene, LayerStack before) {
        Pieces all = new Pieces(cache, PixelGrid.of(camera));
        List<TileKey> keys = GroundCompositor.covering(camera, scene.stack().ground());
        List<TileCache.Tile> there = new ArrayList<>();
        List<TileKey> missing = new ArrayList<>();
        for (TileKey key : keys) {
            TileCache.Tile tile = all.hold(key);
            if (tile == null) {
                missing.add(key);
            } else {
                there.add(tile);
            }
        }
        if (!missing.isEmpty()) {
            all.land(scene.style().palette().ground().land());
            all.standIns(missing, camera.level(), before).forEach(all::add);
        }
        there.forEach(all::add);
        return all;
    }

    List<Piece> list() {
        return List.copyOf(pieces);
    }

    @Override
    public void close() {
        held.forEach(cache::release);
        held.clear();
    }

    private TileCache.@Nullable Tile hold(TileKey key) {
        TileCache.Tile tile = cache.hold(key);
        if (tile != null) {
            held.add(tile);
        }
        return tile;
    }

    private void add(TileCache.Tile tile) {
        PixelBox box = GroundCompositor.box(tile.key, grid);
        pieces.add(new Piece(new Drawn(tile.key, tile.version), TileKey.SIDE, cache.pixels(tile), box));
    }

    private void land(int argb) {
        PixelBox all = new PixelBox(0, 0, grid.width(), grid.height());
        pieces.add(new Piece(new Drawn(null, argb), 1, new int[] {argb}, all));
    }

    /// Coarse ones first, then fine ones, of either the nearest level last.
    private List<TileCache.Tile> standIns(List<TileKey> missing, int level, LayerStack before) {
        TreeMap<TileKey, TileCache.Tile> found = new TreeMap<>(Comparator.comparingInt((TileKey key) ->
                        key.level() > level ? -key.level() : key.level() < level ? key.level() : Integer.MAX_VALUE)
                .thenComparingInt(TileKey::y)
                .thenComparingInt(TileKey::x));
        for (TileKey key : missing) {
            if (!before.equals(key.stack())) {
                take(found, new TileKey(key.level(), key.x(), key.y(), before));
            }
            boolean covered = false;
            for (int coarser = 1; coarser <= COARSER && !covered; coarser++) {
                covered = level + coarser <= ZoomLevels.COARSEST && take(found, at(key, level + coarser));
            }
            for (int finer = 1; finer <= FINER && level - finer >= ZoomLevels.FINEST; finer++) {
                take(found, at(key, level - finer));
            }
        }
        return List.copyOf(found.values());
    }

    private static List<TileKey> at(TileKey missing, int level) {
        return GroundCompositor.covering(GroundCompositor.gridOf(missing, level), level, missing.stack());
    }

    /// Whether all are there.
    private boolean take(Map<TileKey, TileCache.Tile> found, List<TileKey> keys) {
        boolean all = true;
        for (TileKey key : keys) {
            all &= take(found, key);
        }
        return all;
    }

    private boolean take(Map<TileKey, TileCache.Tile> found, TileKey key) {
        if (found.containsKey(key)) {
            return true;
        }
        TileCache.Tile tile = hold(key);
        if (tile != null) {
            found.put(key, tile);
        }
        return tile != null;
    }
}
