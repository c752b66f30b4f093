package org.yiping.console.map;

import java.util.function.IntPredicate;

/// Fills areas of a layer in one colour. Keeps a scratch buffer; one thread at a time.
final class AreaFill {
    private final Rasteriser raster;
    private double[] scratch = new double[512];

    AreaFill(Rasteriser raster) {
        this.raster = raster;
    }

    void fill(AreaLayer layer, PixelGrid grid, GroundStep.Fill fill, int[] out) {
        fill(layer, grid, _ -> true, new Colour(fill.argb(), fill.opacity()), out);
    }

    /// An opaque colour, and how much of it is seen, from 0 to 1.
    record Colour(int argb, double opacity) {}

    /// All chosen areas in one filling, but for those whose outline crosses itself: ground that one of them winds
    /// around the other way would take away from the areas below it.
    void fill(AreaLayer layer, PixelGrid grid, IntPredicate chosen, Colour colour, int[] out) {
        Paths rings = layer.rings();
        layer.visit(grid.ground(1), area -> {
            if (!chosen.test(area)) {
                return;
            }
            boolean tangled = false;
            raster.shape();
            for (int ring = layer.firstRing(area); ring < layer.firstRing(area + 1); ring++) {
                scratch = grid.project(rings, ring, scratch);
                int n = Ring.cleaned(scratch, 2 * (rings.to(ring) - rings.from(ring)));
                if (ring == layer.firstRing(area) && !Ring.turnsOnce(scratch, n)) {
                    raster.paint(out, colour.argb, colour.opacity);
                    tangled = true;
                }
                raster.ring(scratch, n);
            }
            if (tangled) {
                raster.paint(out, colour.argb, colour.opacity);
            }
        });
        raster.paint(out, colour.argb, colour.opacity);
    }
}
