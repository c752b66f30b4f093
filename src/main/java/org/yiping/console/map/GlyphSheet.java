package org.yiping.console.map;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/// Letters drawn once each, turned to the street, as coverage of the letter and of its halo. Any thread.
final class GlyphSheet {
    /// Angles come in steps of 3°: finer cannot be seen at these sizes.
    static final int STEPS = 120;

    private static final double HALO = 3;
    private static final double LARGE_HALO = 6;
    private static final double LARGE_FROM = 30;
    private static final int MOST = 12_000;
    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);
    private final Font regular;
    private final Font bold;
    private final Map<Key, Glyph> glyphs = new ConcurrentHashMap<>();
    private final Map<Key, Double> advances = new ConcurrentHashMap<>();

    GlyphSheet(MapStyle style) {
        this.regular = style.regular();
        this.bold = style.bold();
    }

    static int step(double radians) {
        return Math.floorMod(Math.round(radians / (2 * Math.PI) * STEPS), STEPS);
    }

    double advance(int codePoint, TextSize size) {
        return advances.computeIfAbsent(new Key(codePoint, size, 0), k ->
                (double) vector(k).getGlyphMetrics(0).getAdvanceX());
    }

    /// The letter with its optical middle (half its advance, half the height of a capital) as anchor.
    Glyph glyph(int codePoint, TextSize size, int step) {
        Key key = new Key(codePoint, size, step);
        Glyph known = glyphs.get(key);
        if (known == null) {
            if (glyphs.size() > MOST) {
                glyphs.clear();
            }
            known = draw(key);
            glyphs.put(key, known);
        }
        return known;
    }

    private GlyphVector vector(Key key) {
        Font font = (key.size.bold() ? bold : regular).deriveFont(key.size.pixels());
        return font.createGlyphVector(CONTEXT, Character.toString(key.codePoint));
    }

    private Glyph draw(Key key) {
        GlyphVector vector = vector(key);
        AffineTransform turn = AffineTransform.getRotateInstance(key.step * 2 * Math.PI / STEPS);
        turn.translate(-vector.getGlyphMetrics(0).getAdvanceX() / 2, key.size.pixels() * 0.37);
        Shape shape = turn.createTransformedShape(vector.getOutline());
        double around = key.size.pixels() < LARGE_FROM ? HALO : LARGE_HALO;
        Rectangle2D box = shape.getBounds2D();
        int left = (int) Math.floor(box.getMinX() - around);
        int top = (int) Math.floor(box.getMinY() - around);
        int width = Math.max(1, (int) Math.ceil(box.getMaxX() + around) - left);
        int height = Math.max(1, (int) Math.ceil(box.getMaxY() + around) - top);
        byte[] fill = coverage(width, height, left, top, g -> g.fill(shape));
        byte[] halo = coverage(width, height, left, top, g -> {
            g.setStroke(new BasicStroke((float) around, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            g.draw(shape);
            g.fill(shape);
        });
        return new Glyph(width, height, left, top, fill, halo);
    }

    private static byte[] coverage(int width, int height, int left, int top, Consumer<Graphics2D> drawing) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.setColor(Color.WHITE); // not a colour
        g.translate(-left, -top);
        drawing.accept(g);
        g.dispose();
        return image.getRaster().getDataBuffer() instanceof DataBufferByte data
                ? data.getData()
                : new byte[width * height];
    }

    private record Key(int codePoint, TextSize size, int step) {}

    /// Coverage from 0 to 255; `left` and `top` lead from the anchor to the first pixel.
    @SuppressWarnings("ArrayRecordComponent") // a packed column; never compared
    record Glyph(int width, int height, int left, int top, byte[] fill, byte[] halo) {
        void paint(Canvas canvas, int x, int y, byte[] coverage, int argb) {
            PixelBox clip = canvas.clip();
            int fromX = Math.max(0, clip.left() - x - left);
            int toX = Math.min(width, clip.right() - x - left);
            int fromY = Math.max(0, clip.top() - y - top);
            int toY = Math.min(height, clip.bottom() - y - top);
            int[] pixels = canvas.pixels();
            for (int row = fromY; row < toY; row++) {
                int out = (y + top + row) * canvas.width() + x + left;
                for (int i = fromX; i < toX; i++) {
                    int cover = coverage[row * width + i] & 255;
                    if (cover == 255) {
                        pixels[out + i] = argb;
                    } else if (cover != 0) {
                        pixels[out + i] = Blend.mix(pixels[out + i], argb, cover + (cover >> 7));
                    }
                }
            }
        }
    }
}
