package org.yiping.console.ui.camera;

import java.nio.IntBuffer;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.OpaqueView;
import org.yiping.console.video.FrameSize;
import org.yiping.console.video.Watch;

/// Where a camera's picture is painted: one buffer of the tile's size, shown pixel for pixel. FX thread.
///
/// The decoder scales; the software pipeline would need many times as long. The image is made once for a size and
/// never again, because every new one costs a picture's worth of memory. Only while a tile has just changed its size
/// and the stream of the new size has not come, or a part of the picture is looked at more nearly, is a picture
/// stretched here, by the nearest pixel.
final class PictureSurface {
    private static final IntBuffer NONE = IntBuffer.allocate(0);

    private final ImageView view = new OpaqueView();
    private @Nullable PixelBuffer<IntBuffer> pixels;
    private @Nullable FrameSize size;
    private @Nullable PixelBuffer<IntBuffer> prepared;
    private IntBuffer other = NONE;
    private @Nullable Watch shown;
    private long seen;
    private TileZoom zoom = TileZoom.NONE;

    PictureSurface() {
        view.setSmooth(false);
    }

    ImageView view() {
        return view;
    }

    /// Whether a picture covers a tile of this size.
    boolean covers(double width, double height) {
        Rectangle2D part = view.getViewport();
        return view.getImage() != null
                && part != null
                && part.getWidth() >= Math.floor(width)
                && part.getHeight() >= Math.floor(height);
    }

    void clear() {
        view.setImage(null);
        pixels = null;
        prepared = null;
        other = NONE;
        size = null;
        shown = null;
    }

    /// Shows this part of the picture from the next pulse on, by the nearest pixel: nothing is made up between them.
    void zoom(TileZoom next) {
        zoom = next;
        seen = 0; // the same picture once more
    }

    /// Takes the newest picture if there is a newer one; says whether it did. The first picture of a watch comes in the
    /// place of whatever was there before.
    boolean present(Watch watch, double width, double height) {
        FrameSize of = watch.size();
        FrameSize wanted = fits(of, width, height) ? of : covering(of, width, height);
        PixelBuffer<IntBuffer> target = pixels;
        boolean fresh = target == null || !wanted.equals(size);
        if (target == null || fresh) {
            target = prepare(wanted);
        }
        long before = watch.equals(shown) && !fresh ? seen : 0;
        long now = wanted.equals(of) && !zoom.isZoomed()
                ? watch.copy(target.getBuffer(), before)
                : stretch(watch, before, target.getBuffer(), wanted);
        if (now == before) {
            if (!fresh) {
                clip(width, height, wanted); // a picture that stands still fills its tile too
            }
            return false;
        }
        seen = now;
        shown = watch;
        if (fresh) {
            pixels = target;
            prepared = null;
            size = wanted;
            view.setImage(new WritableImage(target));
        } else {
            target.updateBuffer(_ -> null);
        }
        clip(width, height, wanted);
        return true;
    }

    /// Asked for at each pulse until the first picture of a size comes, so it is made once and kept till then.
    private PixelBuffer<IntBuffer> prepare(FrameSize wanted) {
        PixelBuffer<IntBuffer> made = prepared;
        if (made == null || made.getWidth() != wanted.width() || made.getHeight() != wanted.height()) {
            made = new PixelBuffer<>(
                    wanted.width(),
                    wanted.height(),
                    IntBuffer.allocate(wanted.pixels()),
                    PixelFormat.getIntArgbPreInstance());
            prepared = made;
        }
        return made;
    }

    private long stretch(Watch watch, long before, IntBuffer target, FrameSize wanted) {
        FrameSize of = watch.size();
        if (other.capacity() != of.pixels()) {
            other = IntBuffer.allocate(of.pixels());
        }
        long now = watch.copy(other, before);
        if (now != before) {
            int[] from = other.array();
            int[] to = target.array();
            int[] columns = new int[wanted.width()];
            for (int x = 0; x < columns.length; x++) {
                columns[x] = zoom.column(x, wanted.width(), of.width());
            }
            for (int y = 0; y < wanted.height(); y++) {
                int row = zoom.row(y, wanted.height(), of.height()) * of.width();
                for (int x = 0; x < wanted.width(); x++) {
                    to[y * wanted.width() + x] = from[row + columns[x]];
                }
            }
        }
        return now;
    }

    /// The decoder was asked for pictures of this tile's size: they cover it and jut out on one axis at most.
    private static boolean fits(FrameSize of, double width, double height) {
        boolean covers = of.width() >= width - 2 && of.height() >= height - 2;
        return covers && (of.width() <= width + 3 || of.height() <= height + 3);
    }

    private static FrameSize covering(FrameSize of, double width, double height) {
        double scale = Math.max(width / of.width(), height / of.height());
        return new FrameSize(
                Math.max(2, (int) Math.ceil(of.width() * scale)), Math.max(2, (int) Math.ceil(of.height() * scale)));
    }

    /// What juts out of the tile is cut off evenly on both sides.
    private void clip(double width, double height, FrameSize of) {
        double w = Math.min(width, of.width());
        double h = Math.min(height, of.height());
        double x = Math.floor((of.width() - w) / 2);
        double y = Math.floor((of.height() - h) / 2);
        Rectangle2D part = new Rectangle2D(x, y, Math.max(1, Math.floor(w)), Math.max(1, Math.floor(h)));
        if (!part.equals(view.getViewport())) {
            view.setViewport(part);
        }
    }
}
