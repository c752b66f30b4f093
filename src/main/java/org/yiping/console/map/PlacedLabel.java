package org.yiping.console.map;

import org.jspecify.annotations.Nullable;

/// A name at one scale: its letters as pictures, seen from its place, which is that of the mark it belongs to or of the
/// letter in its middle. Immutable but for a kept picture; any thread.
final class PlacedLabel implements Drawing {
    private final GlyphSheet.Glyph[] glyphs;
    private final int[] xs;
    private final int[] ys;
    private final boolean ofMark;
    private final int halo;
    private final int fill;
    private final PixelBox box;
    private final long look;
    private final int x;
    private final int y;
    /// The whole name as one picture, kept once it has moved.
    private volatile @Nullable Sprite whole;

    PlacedLabel(Label label, PixelGrid grid, Scene scene) {
        Label.Letter[] letters = label.letters();
        glyphs = new GlyphSheet.Glyph[letters.length];
        xs = new int[letters.length];
        ys = new int[letters.length];
        ofMark = label.isOfMark();
        halo = scene.style().palette().ground().land();
        fill = label.colour(scene.style().palette());
        x = letters.length == 0 ? 0 : grid.pixelX(letters[letters.length / 2].x());
        y = letters.length == 0 ? 0 : grid.pixelY(letters[letters.length / 2].y());
        PixelBox all = new PixelBox(0, 0, 0, 0);
        long hash = 31L * label.size().hashCode() + label.tone().name().hashCode();
        for (int i = 0; i < letters.length; i++) {
            Label.Letter letter = letters[i];
            GlyphSheet.Glyph glyph = scene.glyphs().glyph(letter.codePoint(), label.size(), letter.step());
            glyphs[i] = glyph;
            xs[i] = x(letter, grid) - x;
            ys[i] = y(letter, grid) - y;
            int left = xs[i] + glyph.left();
            int top = ys[i] + glyph.top();
            all = all.union(new PixelBox(left, top, left + glyph.width(), top + glyph.height()));
            hash = hash * 0x9E3779B97F4A7C15L + letter.codePoint();
            hash = hash * 0x9E3779B97F4A7C15L + ((long) xs[i] << 32 ^ ys[i] << 8 ^ letter.step());
        }
        box = all;
        look = hash;
    }

    int x() {
        return x;
    }

    int y() {
        return y;
    }

    boolean isOfMark() {
        return ofMark;
    }

    /// The same for names that look the same.
    long look() {
        return look;
    }

    @Override
    public PixelBox box() {
        return box;
    }

    /// All halos first: a letter's halo must not eat its neighbour.
    @Override
    public void paint(Canvas canvas, int atX, int atY) {
        for (int i = 0; i < glyphs.length; i++) {
            glyphs[i].paint(canvas, atX + xs[i], atY + ys[i], glyphs[i].halo(), halo);
        }
        for (int i = 0; i < glyphs.length; i++) {
            glyphs[i].paint(canvas, atX + xs[i], atY + ys[i], glyphs[i].fill(), fill);
        }
    }

    /// A street's name keeps its letters side by side while the map grows: at twenty frames between two levels nobody
    /// reads it bent, and one picture is laid on in a tenth of the time its letters take.
    @Override
    public Drawing moving() {
        Sprite known = whole;
        if (known == null) {
            known = drawn();
            whole = known; // two threads that meet here make the same
        }
        return known;
    }

    private Sprite drawn() {
        int width = Math.max(1, box.width());
        int height = Math.max(1, box.height());
        int[] pixels = new int[width * height];
        for (int i = 0; i < glyphs.length; i++) {
            lay(pixels, i, glyphs[i].halo(), halo);
        }
        for (int i = 0; i < glyphs.length; i++) {
            lay(pixels, i, glyphs[i].fill(), fill);
        }
        return new Sprite(width, height, -box.left(), -box.top(), pixels, Sprite.spans(pixels, width));
    }

    private void lay(int[] pixels, int letter, byte[] coverage, int argb) {
        GlyphSheet.Glyph glyph = glyphs[letter];
        int left = xs[letter] + glyph.left() - box.left();
        int top = ys[letter] + glyph.top() - box.top();
        for (int row = 0; row < glyph.height(); row++) {
            int out = (top + row) * box.width() + left;
            for (int i = 0; i < glyph.width(); i++) {
                int cover = coverage[row * glyph.width() + i] & 255;
                if (cover != 0) {
                    int parts = cover + (cover >> 7);
                    pixels[out + i] = Blend.faded(pixels[out + i], 256 - parts) + Blend.faded(argb, parts);
                }
            }
        }
    }

    private static int x(Label.Letter letter, PixelGrid grid) {
        return (int) Math.floor(grid.x(letter.x()) + letter.dx());
    }

    private static int y(Label.Letter letter, PixelGrid grid) {
        return (int) Math.floor(grid.y(letter.y()) + letter.dy());
    }
}
