package org.yiping.console.map;

import java.util.List;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.yiping.console.map.style.LayerStack;

/// Composes one window's pictures: a whole one where it must, otherwise only what looks otherwise than in the one
/// before (画面合成). One thread at a time.
///
/// What a picture shows is remembered as tiles and drawings, and the next is held against it: so it does not matter why
/// something changed, whether a case, a name that made room for it, a tile that came in or the window's place. Of a
/// window that is panned only what has come into sight is drawn: who shows the picture moves the rest.
final class FrameComposer implements Compositor {
    /// Beyond such a share of a picture, drawing it whole is quicker than by parts.
    private static final double MOST = 0.6;

    /// Pixels of a picture from which on two threads draw it sooner than one.
    private static final int LARGE = 1 << 19;

    /// Rows drawn at a time, ground and all over it: so many of a usual window stay in a processor's own cache.
    private static final int BAND = 135;

    private final PictureBuffers buffers;
    private final GroundCompositor ground;
    private final TwoHalves halves;
    private final TileScaler upper = new TileScaler();
    private final TileScaler lower = new TileScaler();
    private final OverlayCompositor overlays = new OverlayCompositor();
    private @Nullable Picture last;

    FrameComposer(TileCache tiles, PictureBuffers buffers, Executor helper) {
        this.buffers = buffers;
        this.halves = new TwoHalves(helper);
        this.ground = new GroundCompositor(tiles);
    }

    /// What is to be shown; `passing`, where the camera is on its way and the next picture follows at once.
    record View(
            MapCamera camera, boolean passing, Scene scene, List<OverlayCompositor.Shown> layers, Emphasis emphasis) {}

    /// What a picture that was handed out shows.
    private record Picture(
            PixelGrid grid,
            boolean rests,
            long scene,
            LayerStack stack,
            Overlay overlay,
            GroundCompositor.Tiles tiles,
            Emphasis emphasis) {}

    /// What became of a view.
    ///
    /// @param pixels a picture as far as it changed, or null where nothing looks otherwise than before
    /// @param ground what lies below, where the picture has holes
    @SuppressWarnings("ArrayRecordComponent") // a packed column; never compared
    record Composed(
            int @Nullable [] pixels,
            Frame.Change change,
            boolean complete,
            @Nullable Pieces ground) {
        Composed(int @Nullable [] pixels, Frame.Change change, boolean complete) {
            this(pixels, change, complete, null);
        }
    }

    @Override
    public void forget() {
        last = null;
        overlays.forget();
    }

    @Override
    public Composed compose(View view) {
        PixelGrid grid = PixelGrid.of(view.camera);
        Overlay overlay = overlays.arrange(view.camera, view.scene, view.layers, view.emphasis);
        try (GroundCompositor.Ground tiles = ground.look(view.camera, view.scene, view.passing)) {
            boolean complete = tiles.isComplete();
            Picture before = last;
            Picture now = new Picture(
                    grid,
                    view.camera.atRest(),
                    view.scene.version(),
                    view.scene.stack(),
                    overlay,
                    tiles.state(),
                    view.emphasis);
            Work work = new Work(view, grid, tiles, overlay);
            // until it is handed out whole, no picture may be built on this one
            last = null;
            Composed composed;
            if (before != null && follows(now, before)) {
                composed = composed(work, before, complete);
            } else {
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
                && now.stack.equals(before.stack)
                && now.grid.metresPerPixel() == before.grid.metresPerPixel()
                && now.grid.width() == before.grid.width()
                && now.grid.height() == before.grid.height()
                && (now.emphasis.equals(before.emphasis)
                        || (!OverlayCompositor.isLarge(now.emphasis) && !OverlayCompositor.isLarge(before.emphasis)));
    }

    private Composed composed(Work work, Picture before, boolean complete) {
        PixelGrid grid = work.grid;
        int dx = (int) (before.grid.left() - grid.left());
        int dy = (int) (before.grid.top() - grid.top());
        DirtyCells dirty = new DirtyCells(grid.width(), grid.height());
        work.tiles.differences(before.tiles, dirty::add);
        work.overlay.differences(before.overlay, grid, dirty::add);
        strips(grid, dx, dy, dirty);
        if (dirty.isEmpty()) {
            return new Composed(null, Frame.Change.NONE, complete);
        }
        boolean far = Math.abs(dx) >= grid.width() || Math.abs(dy) >= grid.height();
        if (far || dirty.share() > MOST || OverlayCompositor.isLarge(work.view.emphasis)) {
            return whole(work, complete);
        }
        return drawn(work, new Frame.Change(dx, dy, dirty.boxes()), complete);
    }

    private Composed whole(Work work, boolean complete) {
        return drawn(work, new Frame.Change(0, 0, List.of(all(work.grid))), complete);
    }

    private Composed drawn(Work work, Frame.Change change, boolean complete) {
        int[] pixels = buffers.take(work.grid.width() * work.grid.height());
        boolean done = false;
        try {
            Canvas canvas = new Canvas(pixels, work.grid.width(), work.grid.height());
            for (PixelBox box : change.boxes()) {
                draw(work, canvas.within(box));
            }
            done = true;
            return new Composed(pixels, change, complete);
        } finally {
            if (!done) {
                buffers.giveBack(pixels);
            }
        }
    }

    /// What is stressed by geometry is drawn with scratch of its own, all of a picture at once.
    private void draw(Work work, Canvas part) {
        PixelBox box = part.clip();
        if (box.width() * box.height() < LARGE || OverlayCompositor.isLarge(work.view.emphasis)) {
            draw(work, part, upper);
            return;
        }
        int middle = (box.top() + box.bottom()) / 2;
        Canvas above = part.within(new PixelBox(box.left(), box.top(), box.right(), middle));
        Canvas below = part.within(new PixelBox(box.left(), middle, box.right(), box.bottom()));
        halves.run(() -> draw(work, above, upper), () -> draw(work, below, lower));
    }

    private void draw(Work work, Canvas part, TileScaler scaler) {
        PixelBox box = part.clip();
        int rows = OverlayCompositor.isLarge(work.view.emphasis) ? box.height() : BAND;
        for (int top = box.top(); top < box.bottom(); top += rows) {
            Canvas band = part.within(new PixelBox(box.left(), top, box.right(), Math.min(box.bottom(), top + rows)));
            work.tiles.paint(band, scaler);
            overlays.paint(band, work.grid, work.view.scene, work.overlay, work.view.layers, work.view.emphasis);
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

    /// All that a picture is drawn of.
    private record Work(View view, PixelGrid grid, GroundCompositor.Ground tiles, Overlay overlay) {}
}
