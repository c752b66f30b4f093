package org.yiping.console.map;

/// A name at one scale: its letters as pictures, seen from the first. Immutable; any thread.
final class PlacedLabel implements Drawing {
    private final GlyphSheet.Glyph[] glyphs;
    private final int[] xs;
    private final int[] ys;
    private final int halo;
    private final int fill;
    private final PixelBox box;
    private final long look;
    private final int x;
    private final int y;

    PlacedLabel(Label label, PixelGrid grid, Scene scene) {
        Label.Letter[] letters = label.letters();
        glyphs = new GlyphSheet.Glyph[letters.length];
        xs = new int[letters.length];
        ys = new int[letters.length];
        halo = scene.style().palette().ground().land();
        fill = label.colour(scene.style().palette());
        x = letters.length == 0 ? 0 : x(letters[0], grid);
        y = letters.length == 0 ? 0 : y(letters[0], grid);
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

    private static int x(Label.Letter letter, PixelGrid grid) {
        return (int) Math.floor(grid.x(letter.x()) + letter.dx());
    }

    private static int y(Label.Letter letter, PixelGrid grid) {
        return (int) Math.floor(grid.y(letter.y()) + letter.dy());
    }
}
