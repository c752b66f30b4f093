package org.yiping.console.map;

/// Lays a colouring of areas over the ground of a tile: each class in its step of the ramp, what is unknown hatched in
/// grey. Keeps a scratch buffer; one thread at a time.
final class TintPainter {
    /// Pixels from one line of the hatch to the next; divides a tile's side, so that lines run on in the next tile.
    private static final int HATCH = 8;

    private static final int LINE = 2;
    private static final double VEIL = 0.12;
    private static final double INK = 0.5;

    private final AreaFill fill;
    /// The picture below the hatch.
    private int[] below = new int[0];

    TintPainter(AreaFill fill) {
        this.fill = fill;
    }

    /// `out` is one tile. `opacity` from 0 to 1.
    void paint(AreaTint tint, PixelGrid grid, Palette palette, double opacity, int[] out) {
        boolean[] seen = new boolean[AreaTint.CLASSES];
        boolean[] unknown = {false};
        tint.areas().visit(grid.ground(1), area -> {
            if (tint.classOf(area) == AreaTint.UNKNOWN) {
                unknown[0] = true;
            } else {
                seen[tint.classOf(area)] = true;
            }
        });
        for (int step = 0; step < seen.length; step++) {
            if (seen[step]) {
                areas(tint, grid, step, new AreaFill.Colour(palette.ramp().step(step), opacity), out);
            }
        }
        if (unknown[0]) {
            hatch(tint, grid, palette.marks().unknown(), opacity, out);
        }
    }

    private void areas(AreaTint tint, PixelGrid grid, int step, AreaFill.Colour colour, int[] out) {
        fill.fill(tint.areas(), grid, area -> tint.classOf(area) == step, colour, out);
    }

    /// Fills whole areas in the colour of the lines and takes it away again between these.
    private void hatch(AreaTint tint, PixelGrid grid, int argb, double opacity, int[] out) {
        areas(tint, grid, AreaTint.UNKNOWN, new AreaFill.Colour(argb, VEIL * opacity), out);
        below = below.length == out.length ? below : new int[out.length];
        System.arraycopy(out, 0, below, 0, out.length);
        areas(tint, grid, AreaTint.UNKNOWN, new AreaFill.Colour(argb, INK * opacity), out);
        for (int y = 0; y < TileKey.SIDE; y++) {
            for (int x = 0; x < TileKey.SIDE; x++) {
                if (((x + y) & (HATCH - 1)) >= LINE) {
                    int at = y * TileKey.SIDE + x;
                    out[at] = below[at];
                }
            }
        }
    }
}
