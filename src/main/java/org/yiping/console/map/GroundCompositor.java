package org.yiping.console.map;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.yiping.console.map.style.LayerStack;

/// Puts tiles together into the ground of a picture. A tile that is missing is stood in for by what there is of other
/// levels, enlarged or reduced here: a software toolkit scales images ten times slower than this copies them. One
/// thread.
final class GroundCompositor {
    private static final int COARSER = 12;
    private static final int FINER = 5;
    private final TileCache cache;
    private int[] columns = new int[0];
    /// What of the ground the last whole picture showed.
    private LayerStack shown = LayerStack.plain();

    GroundCompositor(TileCache cache) {
        this.cache = cache;
    }

    /// Draws all of the canvas; tells whether every tile was there, up to date and unscaled.
    boolean paint(Canvas canvas, MapCamera camera, Scene scene) {
        PixelGrid grid = PixelGrid.of(camera);
        boolean good = camera.atRest();
        LayerStack stack = scene.stack().ground();
        for (TileKey key : covering(grid, camera.level(), stack)) {
            Span span = Span.of(key, grid);
            TileCache.Tile tile = cache.hold(key);
            if (tile == null) {
                good = false;
                if (!before(canvas, key, span)) {
                    standIn(canvas, grid, key, span, scene);
                }
            } else {
                good &= tile.version == scene.version();
                draw(canvas, tile, span, span);
                cache.release(tile);
            }
        }
        shown = good ? stack : shown;
        return good;
    }

    /// The same place as the window showed it before its layers were changed: the old picture stays until the new one
    /// is there.
    private boolean before(Canvas canvas, TileKey key, Span span) {
        TileCache.Tile tile =
                shown.equals(key.stack()) ? null : cache.hold(new TileKey(key.level(), key.x(), key.y(), shown));
        if (tile == null) {
            return false;
        }
        draw(canvas, tile, span, span);
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

    private static List<TileKey> covering(PixelGrid grid, int level, LayerStack stack) {
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

    private void standIn(Canvas canvas, PixelGrid grid, TileKey missing, Span clip, Scene scene) {
        fill(canvas, clip, scene.style().palette().ground().land());
        int far = Math.min(ZoomLevels.COARSEST, missing.level() + COARSER);
        int level = missing.level() + 1;
        while (level < far && !coversAll(missing, level)) {
            level++;
        }
        for (int l = level; l > missing.level(); l--) {
            drawLevel(canvas, grid, missing, l, clip);
        }
        for (int l = Math.max(ZoomLevels.FINEST, missing.level() - FINER); l < missing.level(); l++) {
            drawLevel(canvas, grid, missing, l, clip);
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
    private static PixelGrid gridOf(TileKey missing, int level) {
        double scale = ZoomLevels.metresPerPixel(level);
        CityBox ground = missing.ground();
        return new PixelGrid(
                scale,
                ground.west() / scale,
                -ground.north() / scale,
                (int) Math.ceil((ground.east() - ground.west()) / scale),
                (int) Math.ceil((ground.north() - ground.south()) / scale));
    }

    private void drawLevel(Canvas canvas, PixelGrid grid, TileKey missing, int level, Span clip) {
        for (TileKey key : covering(gridOf(missing, level), level, missing.stack())) {
            TileCache.Tile tile = cache.hold(key);
            if (tile != null) {
                draw(canvas, tile, Span.of(key, grid), clip);
                cache.release(tile);
            }
        }
    }

    private static void fill(Canvas canvas, Span span, int argb) {
        int from = Math.max(0, span.left);
        int to = Math.min(canvas.width(), span.right);
        for (int y = Math.max(0, span.top); y < Math.min(canvas.height(), span.bottom) && from < to; y++) {
            Arrays.fill(canvas.pixels(), y * canvas.width() + from, y * canvas.width() + to, argb);
        }
    }

    private void draw(Canvas canvas, TileCache.Tile tile, Span span, Span clip) {
        int left = Math.max(0, Math.max(span.left, clip.left));
        int right = Math.min(canvas.width(), Math.min(span.right, clip.right));
        int top = Math.max(0, Math.max(span.top, clip.top));
        int bottom = Math.min(canvas.height(), Math.min(span.bottom, clip.bottom));
        if (left >= right) {
            return;
        }
        int side = TileKey.SIDE;
        if (span.right - span.left == side && span.bottom - span.top == side) {
            for (int y = top; y < bottom; y++) {
                int from = (y - span.top) * side + left - span.left;
                System.arraycopy(tile.pixels, from, canvas.pixels(), y * canvas.width() + left, right - left);
            }
            return;
        }
        if (columns.length < canvas.width()) {
            columns = new int[canvas.width()];
        }
        double stepX = (double) side / (span.right - span.left);
        double stepY = (double) side / (span.bottom - span.top);
        for (int x = left; x < right; x++) {
            columns[x] = Math.min(side - 1, (int) ((x - span.left + 0.5) * stepX));
        }
        for (int y = top; y < bottom; y++) {
            int row = Math.min(side - 1, (int) ((y - span.top + 0.5) * stepY)) * side;
            int out = y * canvas.width();
            for (int x = left; x < right; x++) {
                canvas.pixels()[out + x] = tile.pixels[row + columns[x]];
            }
        }
    }

    /// The pixels of the picture that a tile takes; edges of neighbours round to the same pixel.
    private record Span(int left, int top, int right, int bottom) {
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
