package org.yiping.console.fx;

import com.sun.javafx.geom.RectBounds;
import com.sun.javafx.geom.transform.BaseTransform;
import com.sun.javafx.sg.prism.NGImageView;
import com.sun.prism.CompositeMode;
import com.sun.prism.Graphics;
import com.sun.prism.Image;
import com.sun.prism.PixelFormat;
import com.sun.prism.RTTexture;
import java.nio.IntBuffer;
import org.jspecify.annotations.Nullable;

/// What stands for an `OpaqueView` where the toolkit paints. Set while both threads are in step, used on the painting
/// thread, as all such are.
final class OpaquePeer extends NGImageView {
    private @Nullable Image image;
    private float x;
    private float y;
    /// The part of the image that is shown, and in which size; without a width all of it is shown.
    private Part part = new Part(0, 0, 0, 0, 0, 0);

    private record Part(float x, float y, float width, float height, float shownWidth, float shownHeight) {
        boolean isAll() {
            return width <= 0 || height <= 0;
        }

        boolean isPixelForPixel(Image of) {
            return isAll()
                    ? shownWidth == of.getWidth() && shownHeight == of.getHeight()
                    : shownWidth == width
                            && shownHeight == height
                            && isWhole(x)
                            && isWhole(y)
                            && x >= 0
                            && y >= 0
                            && x + width <= of.getWidth()
                            && y + height <= of.getHeight();
        }
    }

    @Override
    public void setImage(Object next) {
        super.setImage(next);
        image = (Image) next;
    }

    @Override
    public void setX(float next) {
        super.setX(next);
        x = next;
    }

    @Override
    public void setY(float next) {
        super.setY(next);
        y = next;
    }

    @Override
    public void setViewport(float left, float top, float width, float height, float shownWidth, float shownHeight) {
        super.setViewport(left, top, width, height, shownWidth, shownHeight);
        part = new Part(left, top, width, height, shownWidth, shownHeight);
    }

    /// The toolkit leaves out siblings that such a region covers.
    @Override
    protected boolean hasOpaqueRegion() {
        return image != null
                && part.shownWidth >= 1
                && part.shownHeight >= 1
                && getOpacity() == 1
                && getEffect() == null
                && getClipNode() == null;
    }

    @Override
    protected void renderContent(Graphics g) {
        Image of = image;
        if (of == null || !copied(of, g)) {
            super.renderContent(g);
        }
    }

    /// Whether the picture could be copied to where it is painted. The software pipeline alone shows its pixels.
    private boolean copied(Image of, Graphics g) {
        BaseTransform at = g.getTransformNoClone();
        boolean plain = g.getExtraAlpha() == 1
                && g.getCompositeMode() == CompositeMode.SRC_OVER
                && at.isTranslateOrIdentity()
                && part.isPixelForPixel(of)
                && of.getPixelScale() == 1
                && of.getPixelFormat() == PixelFormat.INT_ARGB_PRE
                && of.getScanlineStride() == of.getWidth() * Integer.BYTES;
        double left = at.getMxt() + x;
        double top = at.getMyt() + y;
        if (!plain
                || !isWhole(left)
                || !isWhole(top)
                || !(of.getPixelBuffer() instanceof IntBuffer from)
                || !from.hasArray()
                || !(g.getRenderTarget() instanceof RTTexture to)) {
            return false;
        }
        int[] window = to.getPixels();
        if (window == null) {
            return false;
        }
        copy(from, of.getWidth(), window, to.getPhysicalWidth(), (int) left, (int) top, g.getFinalClipNoClone());
        return true;
    }

    private void copy(IntBuffer from, int stride, int[] window, int pitch, int left, int top, RectBounds clip) {
        int minX = Math.max(left, (int) clip.getMinX());
        int minY = Math.max(top, (int) clip.getMinY());
        int width = Math.min(left + (int) part.shownWidth, (int) clip.getMaxX()) - minX;
        int maxY = Math.min(top + (int) part.shownHeight, (int) clip.getMaxY());
        if (width <= 0) {
            return;
        }
        int[] pixels = from.array();
        int column = minX - left + (part.isAll() ? 0 : (int) part.x);
        int row = minY - top + (part.isAll() ? 0 : (int) part.y);
        int first = from.arrayOffset() + row * stride + column;
        for (int line = minY; line < maxY; line++) {
            System.arraycopy(pixels, first, window, line * pitch + minX, width);
            first += stride;
        }
    }

    private static boolean isWhole(double pixels) {
        return pixels == Math.rint(pixels);
    }
}
