package org.yiping.console.map;

/// A placed name: its letters, each at a place of the city plus some pixels, turned by a step of the glyph sheet.
/// Immutable; any thread.
@SuppressWarnings("ArrayRecordComponent") // a packed column; never compared
record Label(String text, TextSize size, Tone tone, Letter[] letters) {
    enum Tone {
        STREET,
        AREA,
        SELECTED,
        OVERDUE
    }

    record Letter(int codePoint, double x, double y, double dx, double dy, int step) {}

    boolean isOfMark() {
        return tone == Tone.SELECTED || tone == Tone.OVERDUE;
    }

    int colour(Palette palette) {
        return switch (tone) {
            case STREET -> palette.words().label();
            case AREA -> palette.words().district();
            case SELECTED -> palette.words().text();
            case OVERDUE -> palette.lights().red().edge();
        };
    }

    void paint(Canvas canvas, PixelGrid grid, Scene scene) {
        int land = scene.style().palette().ground().land();
        int colour = colour(scene.style().palette());
        // all halos first: a letter's halo must not eat its neighbour
        for (Letter letter : letters) {
            GlyphSheet.Glyph glyph = scene.glyphs().glyph(letter.codePoint, size, letter.step);
            glyph.paint(canvas, x(letter, grid), y(letter, grid), glyph.halo(), land);
        }
        for (Letter letter : letters) {
            GlyphSheet.Glyph glyph = scene.glyphs().glyph(letter.codePoint, size, letter.step);
            glyph.paint(canvas, x(letter, grid), y(letter, grid), glyph.fill(), colour);
        }
    }

    private static int x(Letter letter, PixelGrid grid) {
        return (int) Math.floor(grid.x(letter.x) + letter.dx);
    }

    private static int y(Letter letter, PixelGrid grid) {
        return (int) Math.floor(grid.y(letter.y) + letter.dy);
    }
}
