package org.yiping.console.map;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiping.console.map.style.LayerStack;

/// Composes one window's pictures for a graphics card (贴图合成): the tiles as they are, which the card places and
/// scales at no cost, and what lies over them as one picture with holes. One thread at a time.
///
/// The engine draws on opaque ground only. So the overlay is drawn over black and over white: what both show is
/// opaque, what shows neither is a hole, and between them the difference tells how much of the ground comes
/// through. Twice the work for the small part of a picture that is drawn at all, and no second way of drawing
/// anything.
final class PieceComposer implements Compositor {
    private static final int BLACK = 0xFF000000;
    private static final int WHITE = 0xFFFFFFFF;

    private final TileCache cache;
    private final PictureBuffers buffers;
    private final GroundCompositor ground;
    private final OverlayCompositor overlays = new OverlayCompositor();
    private LayerStack shown = LayerStack.plain();
    private @Nullable Picture last;

    PieceComposer(TileCache cache, PictureBuffers buffers) {
        this.cache = cache;
        this.buffers = buffers;
        this.ground = new GroundCompositor(cache);
    }

    /// What a picture that was handed out shows.
    private record Picture(
            PixelGrid grid,
            boolean rests,
            long scene,
            LayerStack stack,
            Emphasis emphasis,
            Overlay overlay,
            GroundCompositor.Tiles tiles) {}

    @Override
    public void forget() {
        last = null;
        overlays.forget();
    }

    @Override
    public FrameComposer.Composed compose(FrameComposer.View view) {
        MapCamera camera = view.camera();
        Scene scene = view.scene();
        PixelGrid grid = PixelGrid.of(camera);
        Overlay overlay = overlays.arrange(camera, scene, view.layers(), view.emphasis());
        try (GroundCompositor.Ground tiles = ground.look(camera, scene, view.passing())) {
            boolean complete = tiles.isComplete();
            Picture now = new Picture(
                    grid, camera.atRest(), scene.version(), scene.stack(), view.emphasis(), overlay, tiles.state());
            Picture before = last;
            if (before != null && isSame(now, before, tiles)) {
                last = now;
                return new FrameComposer.Composed(null, Frame.Change.NONE, complete);
            }
            last = null; // until it is handed out
            FrameComposer.Composed composed = drawn(view, grid, overlay, complete);
            last = now;
            if (complete) {
                shown = scene.stack().ground();
            }
            return composed;
        }
    }

    private static boolean isSame(Picture now, Picture before, GroundCompositor.Ground tiles) {
        if (!now.rests
                || !before.rests
                || now.scene != before.scene
                || !now.grid.equals(before.grid)
                || !now.stack.equals(before.stack)
                || !now.emphasis.equals(before.emphasis)) {
            return false;
        }
        DirtyCells differ = new DirtyCells(now.grid.width(), now.grid.height());
        tiles.differences(before.tiles, differ::add);
        now.overlay.differences(before.overlay, now.grid, differ::add);
        return differ.isEmpty();
    }

    private FrameComposer.Composed drawn(FrameComposer.View view, PixelGrid grid, Overlay overlay, boolean complete) {
        int size = grid.width() * grid.height();
        int[] pixels = buffers.take(size);
        int[] onWhite = buffers.take(size);
        Pieces pieces = null;
        try {
            draw(view, grid, overlay, pixels, BLACK);
            draw(view, grid, overlay, onWhite, WHITE);
            cut(pixels, onWhite);
            pieces = Pieces.of(cache, view.camera(), view.scene(), shown);
            List<PixelBox> whole = List.of(new PixelBox(0, 0, grid.width(), grid.height()));
            return new FrameComposer.Composed(pixels, new Frame.Change(0, 0, whole), complete, pieces);
        } finally {
            buffers.giveBack(onWhite);
            if (pieces == null) {
                buffers.giveBack(pixels);
            }
        }
    }

    private void draw(FrameComposer.View view, PixelGrid grid, Overlay overlay, int[] pixels, int below) {
        Arrays.fill(pixels, below);
        Canvas canvas = new Canvas(pixels, grid.width(), grid.height());
        overlays.paint(canvas, grid, view.scene(), overlay, view.layers(), view.emphasis());
    }

    /// Makes premultiplied pixels of those drawn over black.
    static void cut(int[] onBlack, int[] onWhite) {
        for (int i = 0; i < onBlack.length; i++) {
            int black = onBlack[i];
            int white = onWhite[i];
            if (black == BLACK && white == WHITE) {
                onBlack[i] = 0;
            } else if (black != white) {
                onBlack[i] = cut(black, white);
            }
        }
    }

    /// Channels are rounded each by itself: the most opaque one tells for all, or a colour would be brighter
    /// than its cover allows.
    private static int cut(int black, int white) {
        int red = (black >> 16 & 255) - (white >> 16 & 255);
        int green = (black >> 8 & 255) - (white >> 8 & 255);
        int blue = (black & 255) - (white & 255);
        int alpha = Math.clamp(255 + Math.max(red, Math.max(green, blue)), 0, 255);
        return alpha << 24
                | Math.min(black >> 16 & 255, alpha) << 16
                | Math.min(black >> 8 & 255, alpha) << 8
                | Math.min(black & 255, alpha);
    }
}
