package org.yiping.console.ui.camera;

import java.nio.IntBuffer;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.jspecify.annotations.Nullable;
import org.yiping.console.video.FrameSize;
import org.yiping.console.video.Watch;

/// Where a camera's picture is painted: one buffer of the decoder's size, shown pixel for pixel. FX thread.
///
/// The decoder scales; the software pipeline would need many times as long. The image is made once for a size and
/// never again, because every new one costs a picture's worth of memory.
final class PictureSurface {
    private final ImageView view = new ImageView();
    private @Nullable PixelBuffer<IntBuffer> pixels;
    private @Nullable FrameSize size;
    private long seen;

    PictureSurface() {
        view.setSmooth(false);
    }

    ImageView view() {
        return view;
    }

    /// A new watch counts its pictures anew; the old picture stays until the first one comes.
    void restart() {
        seen = 0;
    }

    void clear() {
        view.setImage(null);
        pixels = null;
        size = null;
        seen = 0;
    }

    /// Takes the newest picture if there is a newer one; says whether it did.
    boolean present(Watch watch, double width, double height) {
        FrameSize wanted = watch.size();
        PixelBuffer<IntBuffer> target = pixels;
        boolean fresh = target == null || !wanted.equals(size);
        if (target == null || fresh) {
            target = new PixelBuffer<>(
                    wanted.width(),
                    wanted.height(),
                    IntBuffer.allocate(wanted.pixels()),
                    PixelFormat.getIntArgbPreInstance());
        }
        long before = seen;
        IntBuffer buffer = target.getBuffer();
        seen = watch.copy(buffer, before);
        if (seen == before) {
            return false;
        }
        if (fresh) {
            pixels = target;
            size = wanted;
            view.setImage(new WritableImage(target));
        } else {
            target.updateBuffer(_ -> null);
        }
        clip(width, height, wanted);
        return true;
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
