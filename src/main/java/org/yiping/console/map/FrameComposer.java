package org.yiping.console.map;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Composes one window's pictures: a whole one where it must, otherwise only what looks otherwise than in the one
/// before (画面合成). One thread at a time.
///
/// What a picture shows is remembered as tiles and drawings, and the next is held against it: so it does not matter why
/// something changed, whether a case, a name that made room for it, a tile that came in or the window's place. A window
/// that is panned keeps its picture, moves it and draws what has come into sight.
final class FrameComposer {
    /// Beyond such a share of a picture, drawing it whole is quicker than by parts.
    private static final double MOST = 0.6;

    private final PictureBuffers buffers;
    private final GroundCompositor ground;
    private final OverlayCompositor overlays = new OverlayCompositor();
    private @Nullable Picture last;

    FrameComposer(TileCache tiles, PictureBuffers buffers) {
        this.buffers = buffers;
        this.ground = new GroundCompositor(tiles);
    }

    /// What is to be shown.
    record View(MapCamera camera, Scene scene, List<OverlayCompositor.Shown> layers, Emphasis emphasis) {}

    /// What a picture that was handed out shows.
    private record Picture(
            PixelGrid grid,
            boolean rests,
            long scene,
            Overlay overlay,
            GroundCompositor.Tiles tiles,
            Emphasis emphasis) {}

    /// A picture, or a part of it; `buffer` is null where nothing looks otherwise than before.
    record Composed(PictureBuffers.@Nullable Buffer buffer, List<PixelBox> changed, boolean complete) {}

    /// Forgets what has been handed out: the next picture is whole.
    void forget() {
        last = null;
        buffers.forget(this);
    }

    Composed compose(View view) {
        PixelGrid grid = PixelGrid.of(view.camera);
        Overlay overlay = overlays.arrange(view.camera, view.scene, view.layers, view.emphasis);
        try (GroundCompositor.Ground tiles = ground.look(view.camera)) {
            boolean complete = tiles.isComplete(view.scene);
            Picture before = last;
            Picture now = new Picture(
                    grid, view.camera.atRest(), view.scene.version(), overlay, tiles.state(), view.emphasis);
            Work work = new Work(view, grid, tiles, overlay);
            // until it is handed out whole, no picture may be built on this one
            last = null;
            Composed composed;
            if (before != null && follows(now, before)) {
                composed = composed(work, before, complete);
            } else {
                buffers.forget(this);
                composed = whole(work, complete);
            }
            last = now;
            return composed;
        }
    }

    private static boolean follows(Picture now, Picture before) {
        return now.rests
                && before.rests
                && now.scene == before.scene
                && now.grid.metresPerPixel() == before.grid.metresPerPixel()
                && now.grid.width() == before.grid.width()
                && now.grid.height() == before.grid.height()
                && (now.emphasis.equals(before.emphasis)
                        || !OverlayCompositor.isLarge(now.emphasis) && !OverlayCompositor.isLarge(before.emphasis));
    }

    private Composed composed(Work work, Picture before, boolean complete) {
        PixelGrid grid = work.grid;
        int dx = (int) (before.grid.left() - grid.left());
        int dy = (int) (before.grid.top() - grid.top());
        boolean moved = dx != 0 || dy != 0;
        DirtyCells dirty = new DirtyCells(grid.width(), grid.height());
        work.tiles.differences(before.tiles, dirty::add);
        work.overlay.differences(before.overlay, grid, dirty::add);
        if (!moved && dirty.isEmpty()) {
            return new Composed(null, List.of(), complete);
        }
        PictureBuffers.Buffer kept = buffers.takeKept(this);
        try {
            boolean large = OverlayCompositor.isLarge(work.view.emphasis);
            if (large || moved && (kept == null || Math.abs(dx) >= grid.width() || Math.abs(dy) >= grid.height())) {
                return whole(work, complete);
            }
            strips(grid, dx, dy, dirty);
            if (dirty.share() > MOST) {
                return whole(work, complete);
            }
            PictureBuffers.Buffer buffer = buffers.take(grid.width() * grid.height());
            if (moved && kept != null) {
                shift(kept.pixels, buffer.pixels, grid, dx, dy);
            }
            List<PixelBox> boxes = dirty.boxes();
            draw(work, buffer, boxes);
            if (moved) {
                buffers.keep(this, buffer);
                return new Composed(buffer, List.of(all(grid)), complete);
            }
            return new Composed(buffer, boxes, complete);
        } finally {
            if (kept != null) {
                kept.release();
            }
        }
    }

    private Composed whole(Work work, boolean complete) {
        PictureBuffers.Buffer buffer = buffers.take(work.grid.width() * work.grid.height());
        List<PixelBox> all = List.of(all(work.grid));
        draw(work, buffer, all);
        if (work.view.camera.atRest()) {
            buffers.keep(this, buffer);
        }
        return new Composed(buffer, all, complete);
    }

    private void draw(Work work, PictureBuffers.Buffer buffer, List<PixelBox> boxes) {
        boolean drawn = false;
        try {
            Canvas canvas = new Canvas(buffer.pixels, work.grid.width(), work.grid.height());
            for (PixelBox box : boxes) {
                Canvas part = canvas.within(box);
                work.tiles.paint(part, work.view.scene);
                overlays.paint(part, work.grid, work.view.scene, work.overlay, work.view.layers, work.view.emphasis);
            }
            drawn = true;
        } finally {
            if (!drawn) {
                buffer.release();
            }
        }
    }

    private static PixelBox all(PixelGrid grid) {
        return new PixelBox(0, 0, grid.width(), grid.height());
    }

    /// What comes into sight when the ground moves by (dx, dy) pixels.
    private static void strips(PixelGrid grid, int dx, int dy, DirtyCells dirty) {
        int w = grid.width();
        int h = grid.height();
        if (dx != 0) {
            dirty.add(dx > 0 ? new PixelBox(0, 0, dx, h) : new PixelBox(w + dx, 0, w, h));
        }
        if (dy != 0) {
            dirty.add(dy > 0 ? new PixelBox(0, 0, w, dy) : new PixelBox(0, h + dy, w, h));
        }
    }

    private static void shift(int[] from, int[] to, PixelGrid grid, int dx, int dy) {
        int w = grid.width();
        int width = w - Math.abs(dx);
        int out = Math.max(0, dx);
        int in = Math.max(0, -dx);
        for (int y = Math.max(0, dy), end = Math.min(grid.height(), grid.height() + dy); y < end; y++) {
            System.arraycopy(from, (y - dy) * w + in, to, y * w + out, width);
        }
    }

    /// All that a picture is drawn of.
    private record Work(View view, PixelGrid grid, GroundCompositor.Ground tiles, Overlay overlay) {}
}
