package org.yiping.console.map;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.yiping.console.map.style.LayerStack;

/// Puts tiles together into the ground of a picture. A tile that is missing is stood in for by what there is of other
/// levels, enlarged or reduced here: a software toolkit scales images ten times slower than this copies them. One
/// thread, but that parts of one ground may be painted by several.
final class GroundCompositor {
    private static final int COARSER = 12;
    private static final int FINER = 5;
    private final TileCache cache;
    private boolean passing;
    /// What of the ground the last complete picture showed.
    private LayerStack shown = LayerStack.plain();

    GroundCompositor(TileCache cache) {
        this.cache = cache;
    }

    /// The tiles of one picture as they are now; to be closed, for they are held until then. `inPassing`: the next
    /// picture is of another scale, so this one may be scaled coarsely.
    Ground look(MapCamera camera, Scene scene, boolean inPassing) {
        passing = inPassing;
        PixelGrid grid = PixelGrid.of(camera);
        List<TileKey> keys = covering(grid, camera.level(), scene.stack().ground());
        return new Ground(grid, keys, scene);
    }

    /// One picture's ground. One thread.
    final class Ground implements AutoCloseable {
        private final PixelGrid grid;
        private final List<TileKey> keys;
        private final TileCache.@Nullable Tile[] tiles;
        private final Scene scene;
        private final long stamp;

        private Ground(PixelGrid grid, List<TileKey> keys, Scene scene) {
            this.grid = grid;
            this.keys = keys;
            this.scene = scene;
            this.tiles = cache.hold(keys);
            this.stamp = cache.stamp();
        }

        /// Draws where the canvas may be changed, with a scaler of the thread's own.
        void paint(Canvas canvas, TileScaler scaler) {
            for (int i = 0; i < tiles.length; i++) {
                Span span = Span.of(keys.get(i), grid);
                if (span.box().meets(canvas.clip())) {
                    TileCache.Tile tile = tiles[i];
                    if (tile == null) {
                        if (!before(canvas, scaler, keys.get(i), span)) {
                            standIn(canvas, scaler, this, keys.get(i), span);
                        }
                    } else if (span.isScaled()) {
                        i += row(canvas, scaler, i) - 1;
                    } else {
                        draw(canvas, scaler, tile, span, span);
                    }
                }
            }
        }

        /// Scales the tiles of one row from the given one up to the first that is missing, all at once; tells how many.
        private int row(Canvas canvas, TileScaler scaler, int first) {
            List<int[]> pixels = new ArrayList<>();
            List<PixelBox> spans = new ArrayList<>();
            for (int i = first;
                    i < tiles.length && keys.get(i).y() == keys.get(first).y();
                    i++) {
                TileCache.Tile tile = tiles[i];
                if (tile == null) {
                    break;
                }
                pixels.add(cache.pixels(tile));
                spans.add(Span.of(keys.get(i), grid).box());
            }
            scaler.draw(pixels, spans, canvas, passing);
            return pixels.size();
        }

        /// Every tile is there, up to date and unscaled.
        boolean isComplete() {
            if (grid.metresPerPixel() != ZoomLevels.metresPerPixel(ZoomLevels.nearest(grid.metresPerPixel()))) {
                return false;
            }
            for (TileCache.Tile tile : tiles) {
                if (tile == null || tile.version != scene.tileVersion()) {
                    return false;
                }
            }
            return true;
        }

        /// What a picture shows of it, to be held against a later one.
        Tiles state() {
            Map<TileKey, Long> versions = new HashMap<>();
            for (int i = 0; i < tiles.length; i++) {
                TileCache.Tile tile = tiles[i];
                if (tile != null) {
                    versions.put(keys.get(i), tile.version);
                }
            }
            return new Tiles(versions, stamp);
        }

        /// Where the tiles look otherwise than in an earlier picture of this scale, in pixels of this one.
        void differences(Tiles other, Consumer<PixelBox> sink) {
            for (int i = 0; i < tiles.length; i++) {
                TileCache.Tile tile = tiles[i];
                Long before = other.versions.get(keys.get(i));
                boolean same = tile == null
                        ? before == null && stamp == other.stamp
                        : before != null && before == tile.version;
                if (!same) {
                    sink.accept(Span.of(keys.get(i), grid).box());
                }
            }
        }

        @Override
        public void close() {
            if (isComplete()) {
                shown = scene.stack().ground();
            }
            cache.release(tiles);
        }
    }

    /// Which tiles, of which version, a picture was drawn of; what is not in it was stood in for by whatever there was
    /// when the cache had this stamp. Immutable; any thread.
    record Tiles(Map<TileKey, Long> versions, long stamp) {}

    /// The same place as the window showed it before its layers were changed: the old picture stays until the new one
    /// is there.
    private boolean before(Canvas canvas, TileScaler scaler, TileKey key, Span span) {
        TileCache.Tile tile =
                shown.equals(key.stack()) ? null : cache.hold(new TileKey(key.level(), key.x(), key.y(), shown));
        if (tile == null) {
            return false;
        }
        draw(canvas, scaler, tile, span, span);
        cache.release(tile);
        return true;
    }

    /// The tiles a camera needs, those nearest to its middle first.
    static List<TileKey> wanted(MapCamera camera, LayerStack stack) {
        PixelGrid grid = PixelGrid.of(camera);
        List<TileKey> keys = covering(grid, camera.level(), stack);
        double middleX = (grid.left() + grid.width() / 2.0) / TileKey.SIDE - 0.5;
        double middleY = (grid.top() + grid.height() / 2.0) / TileKey.SIDE - 0.5;
        keys.sort(Comparator.comparingDouble(k -> Math.hypot(k.x() - middleX, k.y() - middleY)));
        return keys;
    }

    /// The tiles a camera needs, row by row.
    static List<TileKey> covering(MapCamera camera, LayerStack stack) {
        return covering(PixelGrid.of(camera), camera.level(), stack);
    }

    static List<TileKey> covering(PixelGrid grid, int level, LayerStack stack) {
        double side = TileKey.SIDE * ZoomLevels.metresPerPixel(level) / grid.metresPerPixel();
        List<TileKey> keys = new ArrayList<>();
        long bottom = (long) Math.ceil((grid.top() + grid.height()) / side - 1e-9);
        long right = (long) Math.ceil((grid.left() + grid.width()) / side - 1e-9);
        for (long y = (long) Math.floor(grid.top() / side + 1e-9); y < bottom; y++) {
            for (long x = (long) Math.floor(grid.left() / side + 1e-9); x < right; x++) {
                keys.add(new TileKey(level, (int) x, (int) y, stack));
            }
        }
        return keys;
    }

    private void standIn(Canvas canvas, TileScaler scaler, Ground ground, TileKey missing, Span clip) {
        fill(canvas, clip, ground.scene.style().palette().ground().land());
        if (!shown.equals(missing.stack())) {
            TileKey before = new TileKey(missing.level(), missing.x(), missing.y(), shown);
            otherLevels(canvas, scaler, ground.grid, before, clip);
        }
        otherLevels(canvas, scaler, ground.grid, missing, clip);
    }

    private void otherLevels(Canvas canvas, TileScaler scaler, PixelGrid grid, TileKey missing, Span clip) {
        int far = Math.min(ZoomLevels.COARSEST, missing.level() + COARSER);
        int level = missing.level() + 1;
        while (level < far && !coversAll(missing, level)) {
            level++;
        }
        for (int l = level; l > missing.level(); l--) {
            drawLevel(canvas, scaler, grid, covering(gridOf(missing, l), l, missing.stack()), clip);
        }
        for (int l = Math.max(ZoomLevels.FINEST, missing.level() - FINER); l < missing.level(); l++) {
            drawLevel(canvas, scaler, grid, covering(gridOf(missing, l), l, missing.stack()), clip);
        }
    }

    private boolean coversAll(TileKey missing, int level) {
        return covering(gridOf(missing, level), level, missing.stack()).stream().allMatch(this::isThere);
    }

    private boolean isThere(TileKey key) {
        TileCache.Tile tile = cache.hold(key);
        if (tile != null) {
            cache.release(tile);
        }
        return tile != null;
    }

    /// The missing tile's ground as a picture at another level.
    static PixelGrid gridOf(TileKey missing, int level) {
        double scale = ZoomLevels.metresPerPixel(level);
        CityBox ground = missing.ground();
        return new PixelGrid(
                scale,
                ground.west() / scale,
                -ground.north() / scale,
                (int) Math.ceil((ground.east() - ground.west()) / scale),
                (int) Math.ceil((ground.north() - ground.south()) / scale));
    }

    private void drawLevel(Canvas canvas, TileScaler scaler, PixelGrid grid, List<TileKey> keys, Span clip) {
        for (TileKey key : keys) {
            TileCache.Tile tile = cache.hold(key);
            if (tile != null) {
                draw(canvas, scaler, tile, Span.of(key, grid), clip);
                cache.release(tile);
            }
        }
    }

    private static void fill(Canvas canvas, Span span, int argb) {
        PixelBox box = span.box().within(canvas.clip());
        for (int y = box.top(); y < box.bottom() && box.left() < box.right(); y++) {
            int row = y * canvas.width();
            Arrays.fill(canvas.pixels(), row + box.left(), row + box.right(), argb);
        }
    }

    private void draw(Canvas canvas, TileScaler scaler, TileCache.Tile tile, Span span, Span part) {
        PixelBox box = span.box().within(part.box()).within(canvas.clip());
        if (box.isEmpty()) {
            return;
        }
        if (span.isScaled()) {
            scaler.draw(List.of(cache.pixels(tile)), List.of(span.box()), canvas.within(box), passing);
            return;
        }
        int side = TileKey.SIDE;
        int[] pixels = cache.pixels(tile);
        for (int y = box.top(); y < box.bottom(); y++) {
            int from = (y - span.top) * side + box.left() - span.left;
            System.arraycopy(pixels, from, canvas.pixels(), y * canvas.width() + box.left(), box.right() - box.left());
        }
    }

    /// The pixels of a picture that a tile takes.
    static PixelBox box(TileKey key, PixelGrid grid) {
        return Span.of(key, grid).box();
    }

    /// The pixels of the picture that a tile takes; edges of neighbours round to the same pixel.
    private record Span(int left, int top, int right, int bottom) {
        PixelBox box() {
            return new PixelBox(left, top, right, bottom);
        }

        boolean isScaled() {
            return right - left != TileKey.SIDE || bottom - top != TileKey.SIDE;
        }

        static Span of(TileKey key, PixelGrid grid) {
            double side = TileKey.SIDE * ZoomLevels.metresPerPixel(key.level()) / grid.metresPerPixel();
            return new Span(
                    (int) Math.round(key.x() * side - grid.left()),
                    (int) Math.round(key.y() * side - grid.top()),
                    (int) Math.round((key.x() + 1) * side - grid.left()),
                    (int) Math.round((key.y() + 1) * side - grid.top()));
        }
    }
}
