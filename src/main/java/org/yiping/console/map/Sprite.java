package org.yiping.console.map;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.function.Consumer;

/// A small picture drawn once: premultiplied ARGB, the pixel of its anchor, and of each row the part in which there is
/// anything (of a view cone's square that is a fifth) and the longest run in it that hides all below. Immutable; any
/// thread.
///
/// @param spans of each row four columns: from where and up to where there is anything, and nothing shines through
@SuppressWarnings("ArrayRecordComponent") // a packed column; never compared
record Sprite(int width, int height, int anchorX, int anchorY, int[] pixels, int[] spans) implements Drawing {
    private static final int SPANS = 4;

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
        return new Sprite(side, side, reach, reach, pixels, spans(pixels, side));
    }

    static int[] spans(int[] pixels, int width) {
        int[] spans = new int[pixels.length / width * SPANS];
        for (int row = 0; row < spans.length / SPANS; row++) {
            int from = 0;
            int to = width;
            while (from < to && pixels[row * width + from] == 0) {
                from++;
            }
            while (from < to && pixels[row * width + to - 1] == 0) {
                to--;
            }
            spans[SPANS * row] = from;
            spans[SPANS * row + 1] = to;
            int begun = from;
            for (int i = from; i < to; i++) {
                if (pixels[row * width + i] >>> 24 != 255) {
                    begun = i + 1;
                } else if (i + 1 - begun > spans[SPANS * row + 3] - spans[SPANS * row + 2]) {
                    spans[SPANS * row + 2] = begun;
                    spans[SPANS * row + 3] = i + 1;
                }
            }
        }
        return spans;
    }

    @Override
    public PixelBox box() {
        return new PixelBox(-anchorX, -anchorY, width - anchorX, height - anchorY);
    }

    @Override
    public void paint(Canvas canvas, int x, int y) {
        PixelBox clip = canvas.clip();
        int left = x - anchorX;
        int top = y - anchorY;
        int fromX = Math.max(0, clip.left() - left);
        int toX = Math.min(width, clip.right() - left);
        int end = Math.min(height, clip.bottom() - top);
        for (int row = Math.max(0, clip.top() - top); row < end; row++) {
            lay(canvas.pixels(), (top + row) * canvas.width() + left, row, fromX, toX);
        }
    }

    /// Copies what hides all below and mixes the rest.
    private void lay(int[] target, int out, int row, int from, int to) {
        int in = row * width;
        int first = Math.max(from, spans[SPANS * row]);
        int end = Math.min(to, spans[SPANS * row + 1]);
        int solid = Math.min(Math.max(first, spans[SPANS * row + 2]), end);
        int rest = Math.max(solid, Math.min(end, spans[SPANS * row + 3]));
        mix(target, out, in, first, solid);
        if (solid < rest) {
            System.arraycopy(pixels, in + solid, target, out + solid, rest - solid);
        }
        mix(target, out, in, rest, end);
    }

    /// What is empty is mixed like the rest: asking each pixel took longer.
    private void mix(int[] target, int out, int in, int from, int to) {
        int[] above = pixels;
        for (int i = from; i < to; i++) {
            target[out + i] = Blend.over(target[out + i], above[in + i]);
        }
    }

    /// The same, of which only `cover` of 256 parts is seen.
    Sprite faded(int cover) {
        int[] thinner = new int[pixels.length];
        for (int i = 0; i < thinner.length; i++) {
            thinner[i] = Blend.faded(pixels[i], cover);
        }
        return new Sprite(width, height, anchorX, anchorY, thinner, spans(thinner, width));
    }

    /// Lays the sprite over an opaque picture with its anchor on pixel (x, y).
    void blit(int[] target, int targetWidth, int targetHeight, int x, int y) {
        int left = x - anchorX;
        int top = y - anchorY;
        int fromX = Math.max(0, -left);
        int toX = Math.min(width, targetWidth - left);
        for (int row = Math.max(0, -top), end = Math.min(height, targetHeight - top); row < end; row++) {
            lay(target, (top + row) * targetWidth + left, row, fromX, toX);
        }
    }
}
