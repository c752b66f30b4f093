package org.yiping.console.ui.map;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.yiping.console.fx.OpaqueView;
import org.yiping.console.map.Frame;
import org.yiping.console.map.PixelBox;

/// A map view's pixels as the toolkit shows them (画面条带): one picture in memory, and bands of its rows as images one
/// below the other, never scaled. A whole picture takes the place of the one before; of another what changed is copied
/// onto it. FX thread.
///
/// Without a graphics card the toolkit paints the whole of an image in which one pixel has changed: where a case moves
/// in a view at rest, one band of many is then painted instead of everything.
final class PixelBands extends Group {
    /// Rows of the picture that are painted anew together, where no graphics card paints.
    private static final int OPAQUE_ROWS = 64;

    /// Of a band at most.
    private final int rows;
    private final boolean opaque;
    private final List<PixelBuffer<IntBuffer>> bands = new ArrayList<>();
    private int[] pixels = new int[0];
    private int width;
    private int height;

    /// The whole picture: nothing lies below.
    static PixelBands opaque() {
        return new PixelBands(OPAQUE_ROWS, true);
    }

    /// A picture with holes, in one piece, to be laid over what a graphics card shows.
    static PixelBands withHoles() {
        return new PixelBands(Integer.MAX_VALUE, false);
    }

    private PixelBands(int rows, boolean opaque) {
        this.rows = rows;
        this.opaque = opaque;
        setManaged(false);
        setMouseTransparent(true);
        setAutoSizeChildren(false);
    }

    /// Lays frames over the picture in their turn; those of another size than the last are over.
    void show(List<Frame> frames) {
        Frame last = frames.getLast();
        if (width != last.width() || height != last.height()) {
            size(last.width(), last.height());
        }
        List<PixelBox> changed = new ArrayList<>();
        for (Frame frame : frames) {
            if (frame.width() != width || frame.height() != height) {
                continue;
            }
            if (opaque && frame.isWhole() && frame.pixels().length == pixels.length) {
                wrap(frame.exchange(pixels));
                changed.clear();
            } else {
                frame.apply(pixels);
                changed.addAll(frame.changed());
            }
        }
        for (int i = 0; i < bands.size(); i++) {
            update(i, changed);
        }
    }

    /// There is no picture any more, and nothing is kept for the next.
    void clear() {
        width = 0;
        height = 0;
        pixels = new int[0];
        bands.clear();
        getChildren().clear();
    }

    private void size(int newWidth, int newHeight) {
        width = newWidth;
        height = newHeight;
        List<ImageView> views = new ArrayList<>();
        for (int top = 0; top < height; top += rows) {
            ImageView view = opaque ? new OpaqueView() : new ImageView();
            view.setSmooth(false);
            view.setY(top);
            views.add(view);
        }
        getChildren().setAll(views);
        wrap(new int[width * height]);
    }

    /// Shows these pixels from now on, all of them.
    private void wrap(int[] shown) {
        pixels = shown;
        bands.clear();
        for (Node child : getChildren()) {
            int top = bands.size() * rows;
            int tall = Math.min(rows, height - top);
            IntBuffer part = IntBuffer.wrap(pixels, top * width, tall * width).slice();
            PixelBuffer<IntBuffer> band = new PixelBuffer<>(width, tall, part, PixelFormat.getIntArgbPreInstance());
            bands.add(band);
            ((ImageView) child).setImage(new WritableImage(band));
        }
    }

    /// Tells the toolkit what of a band has changed: one box at most.
    private void update(int band, List<PixelBox> changed) {
        int top = band * rows;
        PixelBox all = null;
        for (PixelBox box : changed) {
            int from = Math.max(0, box.top() - top);
            int to = Math.min(bands.get(band).getHeight(), box.bottom() - top);
            if (from < to) {
                PixelBox part = new PixelBox(box.left(), from, box.right(), to);
                all = all == null ? part : all.union(part);
            }
        }
        if (all != null) {
            Rectangle2D dirty = new Rectangle2D(all.left(), all.top(), all.width(), all.height());
            bands.get(band).updateBuffer(_ -> dirty);
        }
    }
}
