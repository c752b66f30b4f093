package org.yiping.console.map;

import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.yiping.console.map.style.LayerStack;
import org.yiping.console.map.style.SourceLayer;

/// Draws the ground of one tile by the steps its style comes to. Keeps scratch buffers; one thread at a time.
final class TilePainter {
    private static final int WHOLE = 256;
    private static final Set<SourceLayer> PLAIN =
            EnumSet.of(SourceLayer.BLOCKS, SourceLayer.GREEN, SourceLayer.WATER, SourceLayer.BUILDINGS);

    private final Rasteriser raster = new Rasteriser(TileKey.SIDE, TileKey.SIDE);
    private final AreaFill areas = new AreaFill(raster);
    private final TintPainter tints = new TintPainter(areas);
    /// The streets of the present tile by class.
    private final PixelLines minor = new PixelLines();

    private final PixelLines mid = new PixelLines();
    private final PixelLines major = new PixelLines();
    private boolean found;
    private double[] scratch = new double[512];
    /// The picture below a layer that is seen through.
    private int[] below = new int[0];

    void paint(Scene scene, TileKey tile, int[] out) {
        PixelGrid grid = PixelGrid.of(tile);
        MapPlan.Level level = scene.style().plan().level(tile.level());
        Arrays.fill(out, level.land());
        found = false;
        List<GroundStep> steps =
                tile.stack().arranged(level.steps(), step -> step.layer().key());
        int fillings = fillings(steps);
        for (int from = 0, to; from < steps.size(); from = to) {
            if (from == fillings) {
                tint(scene, tile, grid, out);
            }
            SourceLayer layer = steps.get(from).layer();
            for (to = from + 1; to < steps.size() && steps.get(to).layer() == layer; to++) {}
            LayerStack.Entry entry = tile.stack().entry(layer.key());
            boolean counted = layer == SourceLayer.COMPONENTS
                    && tile.stack().groups()
                    && grid.metresPerPixel() > ComponentGroups.FROM;
            if (entry.shows(ZoomLevels.zoom(tile.level())) && !counted) {
                layer(scene, level, grid, steps.subList(from, to), entry.opacity(), out);
            }
        }
        if (fillings == steps.size()) {
            tint(scene, tile, grid, out);
        }
        Heat heat = scene.heat(tile.stack().heat());
        if (heat != null) {
            Palette.Density ramp = scene.style().palette().density();
            int[] shades = Heat.shades(ramp.low(), ramp.middle(), ramp.high());
            heat.paint(new Canvas(out, TileKey.SIDE, TileKey.SIDE), grid, shades);
        }
    }

    /// How many steps there are up to the last that fills plain ground: a colouring lies over those.
    private static int fillings(List<GroundStep> steps) {
        int last = steps.size();
        while (last > 0 && !PLAIN.contains(steps.get(last - 1).layer())) {
            last--;
        }
        return last;
    }

    private void tint(Scene scene, TileKey tile, PixelGrid grid, int[] out) {
        LayerStack.Tint wanted = tile.stack().tint();
        AreaTint tint = wanted.isShown() ? scene.tint(wanted.name()) : null;
        if (tint != null) {
            tints.paint(tint, grid, scene.style().palette(), wanted.opacity(), out);
        }
    }

    /// All steps of one layer. Seen through, the layer is so as a whole: a street's filling hides its casing all the
    /// same.
    private void layer(
            Scene scene, MapPlan.Level level, PixelGrid grid, List<GroundStep> steps, double opacity, int[] out) {
        if (opacity < 1) {
            below = below.length == 0 ? new int[out.length] : below;
            System.arraycopy(out, 0, below, 0, out.length);
        }
        for (GroundStep step : steps) {
            switch (step) {
                case GroundStep.Fill fill -> each(scene, fill.kind(), layer -> areas.fill(layer, grid, fill, out));
                case GroundStep.Outline line -> each(scene, line.kind(), layer -> outline(layer, grid, line, out));
                case GroundStep.Streets streets -> streets(scene, level, grid, streets, out);
                case GroundStep.Marks marks -> {
                    BitSet taken = new BitSet();
                    scene.ground().components().forEach(layer -> components(layer, grid, scene, marks, taken, out));
                }
            }
        }
        if (opacity < 1) {
            int cover = (int) Math.round(opacity * WHOLE);
            for (int i = 0; i < out.length; i++) {
                out[i] = out[i] == below[i] ? out[i] : Blend.mix(below[i], out[i], cover);
            }
        }
    }

    private static void each(Scene scene, AreaKind kind, java.util.function.Consumer<AreaLayer> work) {
        for (AreaLayer layer : scene.ground().areas()) {
            if (layer.kind() == kind) {
                work.accept(layer);
            }
        }
    }

    private void outline(AreaLayer layer, PixelGrid grid, GroundStep.Outline line, int[] out) {
        Stroker pen = new Stroker(raster, line.width());
        double margin = Math.max(2, line.width());
        if (layer.kind().isBoundary()) {
            layer.visitEdges(grid.ground(margin), edge -> stroke(pen, grid, layer.edges(), edge, line.ink(), false));
        } else {
            layer.visit(grid.ground(margin), area -> {
                for (int ring = layer.firstRing(area); ring < layer.firstRing(area + 1); ring++) {
                    stroke(pen, grid, layer.rings(), ring, line.ink(), true);
                }
            });
        }
        raster.paint(out, line.ink().argb(), line.ink().opacity());
    }

    /// A ring comes without its first place at the end; it goes one stretch beyond it, so that this corner too is bent.
    private void stroke(Stroker pen, PixelGrid grid, Paths paths, int path, GroundStep.Ink ink, boolean closed) {
        scratch = grid.project(paths, path, scratch);
        int n = 2 * (paths.to(path) - paths.from(path));
        if (closed) {
            scratch = scratch.length < n + 4 ? Arrays.copyOf(scratch, 2 * n + 4) : scratch;
            System.arraycopy(scratch, 0, scratch, n, 4);
            n += ink.on() > 0 ? 2 : 4;
        }
        if (ink.on() > 0) {
            pen.dashed(scratch, n, ink.on(), ink.off());
        } else {
            pen.line(scratch, n, false);
        }
    }

    /// Lines are looked for and projected once a tile, however often they are stroked.
    private void streets(Scene scene, MapPlan.Level level, PixelGrid grid, GroundStep.Streets streets, int[] out) {
        if (!found) {
            find(scene, level, grid);
            found = true;
        }
        for (GroundStep.Pen pen : streets.pens()) {
            PixelLines lines = lines(pen.road());
            if (!lines.isEmpty()) {
                lines.stroke(new Stroker(raster, pen.width()), streets.ink(), streets.round());
            }
        }
        raster.paint(out, streets.ink().argb(), streets.ink().opacity());
    }

    private void find(Scene scene, MapPlan.Level level, PixelGrid grid) {
        LineLayer roads = scene.ground().roads();
        Paths paths = roads.paths(grid.metresPerPixel());
        Set<RoadClass> drawn = EnumSet.noneOf(RoadClass.class);
        double reach = 0;
        for (GroundStep step : level.steps()) {
            if (step instanceof GroundStep.Streets streets) {
                for (GroundStep.Pen pen : streets.pens()) {
                    drawn.add(pen.road());
                    reach = Math.max(reach, pen.width() / 2 + 1);
                }
            }
        }
        for (RoadClass road : RoadClass.values()) {
            lines(road).clear();
        }
        if (reach > 0) {
            roads.visit(grid.ground(reach), line -> {
                RoadClass road = roads.roadClass(line);
                if (drawn.contains(road)) {
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

    private static void components(
            PointLayer layer, PixelGrid grid, Scene scene, GroundStep.Marks marks, BitSet taken, int[] out) {
        boolean thin = marks.square() > 0;
        int square = thin ? marks.square() : SymbolSheet.COMPONENT_REACH;
        int side = TileKey.SIDE / square + 2;
        // clear of the square's edges, so that no two symbols touch
        int clear = thin && marks.own() ? Math.min(SymbolSheet.COMPONENT_HALF, square / 2 - 1) : 0;
        SymbolSheet symbols = scene.symbols();
        layer.visit(grid.ground(Math.max(square, SymbolSheet.COMPONENT_REACH)), row -> {
            int code = layer.code(row);
            boolean none = marks.own() && SymbolCode.figure(code) == 0;
            if (none || !marks.classes().contains(SymbolCode.major(code))) {
                return;
            }
            int x = grid.pixelX(layer.xs[row]);
            int y = grid.pixelY(layer.ys[row]);
            if (clear > 0 && !(isClear(x, square, clear) && isClear(y, square, clear))) {
                return;
            }
            int at = (Math.floorDiv(y, square) + 1) * side + Math.floorDiv(x, square) + 1;
            if (!thin || at < 0 || !taken.get(at)) {
                taken.set(Math.max(0, at));
                Sprite sprite = symbols.component(code, marks.own());
                symbols.faded(sprite, marks.opacity()).blit(out, TileKey.SIDE, TileKey.SIDE, x, y);
            }
        });
    }

    private static boolean isClear(int pixel, int square, int clear) {
        int within = Math.floorMod(pixel, square);
        return within >= clear && within < square - clear;
    }
}
