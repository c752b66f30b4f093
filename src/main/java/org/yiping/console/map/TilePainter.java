package org.yiping.console.map;

import java.util.Arrays;
import java.util.BitSet;

/// Draws the ground of one tile: areas, borders, streets, components. Keeps scratch buffers; one thread at a time.
final class TilePainter {
    /// Components are drawn up to this scale, and farther than the second thinned to one a square of the tile.
    static final double COMPONENTS_TO = 2.9;

    private static final double ALL_COMPONENTS_TO = 0.6;
    /// A casing reaches less far beyond a street, in pixels, its soft edge included.
    private static final double CASING = 2.5;

    private final Rasteriser raster = new Rasteriser(TileKey.SIDE, TileKey.SIDE);
    /// The streets of the present tile by class.
    private final PixelLines minor = new PixelLines();

    private final PixelLines mid = new PixelLines();
    private final PixelLines major = new PixelLines();
    private double[] scratch = new double[512];

    void paint(Scene scene, TileKey tile, int[] out) {
        PixelGrid grid = PixelGrid.of(tile);
        Palette palette = scene.style().palette();
        Arrays.fill(out, palette.ground().land());
        for (AreaLayer layer : scene.ground().areas()) {
            if (grid.metresPerPixel() <= layer.kind().farthest()
                    && !layer.kind().isBoundary()) {
                fill(layer, grid, ground(palette, layer.kind()), out);
            }
        }
        for (AreaLayer layer : scene.ground().areas()) {
            if (grid.metresPerPixel() <= layer.kind().farthest()
                    && layer.kind().isBoundary()
                    && layer.kind() != AreaKind.DISTRICT
                    && scene.style().generalisation().details()) {
                border(layer, grid, palette, out);
            }
        }
        streets(scene, grid, out);
        for (AreaLayer layer : scene.ground().areas()) {
            if (layer.kind() == AreaKind.DISTRICT) {
                border(layer, grid, palette, out);
            }
        }
        if (grid.metresPerPixel() <= COMPONENTS_TO
                && scene.style().generalisation().details()) {
            BitSet taken = new BitSet();
            scene.ground().components().forEach(layer -> components(layer, grid, scene, taken, out));
        }
    }

    private static int ground(Palette palette, AreaKind kind) {
        return switch (kind) {
            case BLOCK -> palette.ground().block();
            case GREEN -> palette.ground().green();
            case WATER -> palette.ground().water();
            case BUILDING -> palette.ground().building();
            case CELL -> palette.words().cell();
            case COMMUNITY, STREET, DISTRICT -> palette.words().district();
        };
    }

    /// All areas in one filling, but for those whose outline crosses itself: ground that one of them winds around the
    /// other way would take away from the areas below it.
    private void fill(AreaLayer layer, PixelGrid grid, int colour, int[] out) {
        Paths rings = layer.rings();
        layer.visit(grid.ground(1), area -> {
            boolean tangled = false;
            raster.shape();
            for (int ring = layer.firstRing(area); ring < layer.firstRing(area + 1); ring++) {
                scratch = grid.project(rings, ring, scratch);
                int n = Ring.cleaned(scratch, 2 * (rings.to(ring) - rings.from(ring)));
                if (ring == layer.firstRing(area) && !Ring.turnsOnce(scratch, n)) {
                    raster.paint(out, colour, 1);
                    tangled = true;
                }
                raster.ring(scratch, n);
            }
            if (tangled) {
                raster.paint(out, colour, 1);
            }
        });
        raster.paint(out, colour, 1);
    }

    private void border(AreaLayer layer, PixelGrid grid, Palette palette, int[] out) {
        double width = switch (layer.kind()) {
            case DISTRICT -> 1.6;
            case STREET -> 1.2;
            case BLOCK, GREEN, WATER, BUILDING, CELL, COMMUNITY -> 1;
        };
        Stroker pen = new Stroker(raster, width);
        layer.visitEdges(grid.ground(2), edge -> {
            Paths edges = layer.edges();
            scratch = grid.project(edges, edge, scratch);
            int n = 2 * (edges.to(edge) - edges.from(edge));
            switch (layer.kind()) {
                case DISTRICT -> pen.dashed(scratch, n, 14, 5);
                case STREET -> pen.dashed(scratch, n, 9, 4);
                case BLOCK, GREEN, WATER, BUILDING, CELL, COMMUNITY -> pen.dashed(scratch, n, 4, 4);
            }
        });
        raster.paint(out, ground(palette, layer.kind()), layer.kind() == AreaKind.DISTRICT ? 0.9 : 0.8);
    }

    /// All casings first, then the fillings from small to large: junctions open, large streets run through. Lines are
    /// looked for and projected once and stroked twice.
    private void streets(Scene scene, PixelGrid grid, int[] out) {
        Palette.Roads colours = scene.style().palette().roads();
        find(scene, grid);
        for (RoadClass road : RoadClass.values()) {
            double casing = road.pixels(grid.metresPerPixel()) < 2.5 ? 0.5 : 1.2;
            stroke(road, width(scene, road, grid) + 2 * casing);
        }
        raster.paint(out, colours.casing(), 1);
        stroke(RoadClass.MINOR, width(scene, RoadClass.MINOR, grid));
        raster.paint(out, colours.minor(), 1);
        stroke(RoadClass.MID, width(scene, RoadClass.MID, grid));
        raster.paint(out, colours.mid(), 1);
        stroke(RoadClass.MAJOR, width(scene, RoadClass.MAJOR, grid));
        raster.paint(out, colours.major(), 1);
    }

    private static double width(Scene scene, RoadClass road, PixelGrid grid) {
        return road.pixels(grid.metresPerPixel())
                * scene.style().generalisation().widening(road);
    }

    private void find(Scene scene, PixelGrid grid) {
        LineLayer roads = scene.ground().roads();
        Paths paths = roads.paths(grid.metresPerPixel());
        double widest = 0;
        for (RoadClass road : RoadClass.values()) {
            lines(road).clear();
            if (grid.metresPerPixel() <= road.farthest) {
                widest = Math.max(widest, width(scene, road, grid));
            }
        }
        if (widest > 0) {
            roads.visit(grid.ground(widest / 2 + CASING), line -> {
                RoadClass road = roads.roadClass(line);
                if (grid.metresPerPixel() <= road.farthest) {
                    lines(road).add(paths, line, grid);
                }
            });
        }
    }

    private PixelLines lines(RoadClass road) {
        return switch (road) {
            case MAJOR -> major;
            case MID -> mid;
            case MINOR -> minor;
        };
    }

    private void stroke(RoadClass road, double width) {
        PixelLines lines = lines(road);
        if (!lines.isEmpty()) {
            lines.stroke(new Stroker(raster, width));
        }
    }

    /// Side of the squares that keep one component each. A divisor of a tile's side, so that squares are the same
    /// from whichever tile they are looked at.
    private static int thinning(double metresPerPixel) {
        return metresPerPixel > 1.5 ? 64 : metresPerPixel > 0.8 ? 32 : 16;
    }

    private static void components(PointLayer layer, PixelGrid grid, Scene scene, BitSet taken, int[] out) {
        boolean thin = grid.metresPerPixel() > ALL_COMPONENTS_TO;
        int square = thinning(grid.metresPerPixel());
        int side = TileKey.SIDE / square + 2;
        layer.visit(grid.ground(square), row -> {
            int x = grid.pixelX(layer.xs[row]);
            int y = grid.pixelY(layer.ys[row]);
            int at = (Math.floorDiv(y, square) + 1) * side + Math.floorDiv(x, square) + 1;
            if (!thin || at < 0 || !taken.get(at)) {
                taken.set(Math.max(0, at));
                scene.symbols().symbol(layer.code(row), false).blit(out, TileKey.SIDE, TileKey.SIDE, x, y);
            }
        });
    }
}
