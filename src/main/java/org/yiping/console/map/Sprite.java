package org.yiping.console.map;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.function.Consumer;

/// A small picture drawn once: premultiplied ARGB and the pixel of its anchor. Immutable; any thread.
@SuppressWarnings("ArrayRecordComponent") // a packed column; never compared
record Sprite(int width, int height, int anchorX, int anchorY, int[] pixels) {
    /// Draws around the middle of the pixel (`reach`, `reach`) of a square; the middle is the graphics' origin.
    static Sprite drawn(int reach, Consumer<Graphics2D> drawing) {
        int side = 2 * reach + 1;
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.translate(reach + 0.5, reach + 0.5);
        drawing.accept(g);
        g.dispose();
        int[] pixels =
                image.getRaster().getDataBuffer() instanceof DataBufferInt data ? data.getData() : new int[side * side];
        return new Sprite(side, side, reach, reach, pixels);
    }

    /// The same, of which only `cover` of 256 parts is seen.
    Sprite faded(int cover) {
        int[] thinner = new int[pixels.length];
        for (int i = 0; i < thinner.length; i++) {
            int redBlue = (((pixels[i] & 0x00FF00FF) * cover) >>> 8) & 0x00FF00FF;
            int alphaGreen = (((pixels[i] >>> 8) & 0x00FF00FF) * cover) & 0xFF00FF00;
            thinner[i] = alphaGreen | redBlue;
        }
        return new Sprite(width, height, anchorX, anchorY, thinner);
    }

    /// Lays the sprite over an opaque picture with its anchor on pixel (x, y).
    void blit(int[] target, int targetWidth, int targetHeight, int x, int y) {
        int left = x - anchorX;
        int top = y - anchorY;
        int fromX = Math.max(0, -left);
        int toX = Math.min(width, targetWidth - left);
        for (int row = Math.max(0, -top), end = Math.min(height, targetHeight - top); row < end; row++) {
            int out = (top + row) * targetWidth + left;
            for (int i = fromX; i < toX; i++) {
                int pixel = pixels[row * width + i];
                if (pixel != 0) {
                    target[out + i] = Blend.over(target[out + i], pixel);
                }
            }
        }
    }
}
