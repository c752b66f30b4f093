package org.yiping.console.map;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Draws what lives above the ground: selection, view cones, names, marks, counts. One thread.
final class OverlayCompositor {
    private static final double CONES_TO = 4.1;
    /// Farther than this, what is no case is a dot.
    static final double FULL_TO = 4.1;

    private static final double REGION_OPACITY = 0.06;

    private @Nullable Rasteriser raster;
    private final Names names = new Names();

    void paint(Canvas canvas, MapCamera camera, Scene scene, List<Shown> layers, Emphasis emphasis) {
        PixelGrid grid = PixelGrid.of(camera);
        for (Region region : emphasis.regions()) {
            outline(canvas, grid, scene, region);
        }
        if (grid.metresPerPixel() <= CONES_TO) {
            layers.forEach(layer -> cones(canvas, grid, scene, layer));
        }
        List<Label> labels = names.place(camera, scene, layers, emphasis).labels();
        labels.stream().filter(label -> !label.isOfMark()).forEach(label -> label.paint(canvas, grid, scene));
        layers.forEach(layer -> marks(canvas, grid, scene, layer));
        labels.stream().filter(Label::isOfMark).forEach(label -> label.paint(canvas, grid, scene));
        for (Emphasis.Ring ring : emphasis.rings()) {
            ring(canvas, grid, scene, layers, ring);
        }
        Hit.Feature selected = emphasis.selected();
        if (selected != null) {
            selected(canvas, grid, scene, layers, selected);
        }
    }

    private static void cones(Canvas canvas, PixelGrid grid, Scene scene, Shown layer) {
        PointLayer points = layer.version.points();
        points.visit(grid.ground(40), row -> {
            int code = points.code(row);
            if (SymbolCode.family(code) == SymbolCode.CAMERA && SymbolCode.view(code) > 0) {
                blit(canvas, grid, scene.symbols().cone(code), points.xs[row], points.ys[row]);
            }
        });
    }

    private static void marks(Canvas canvas, PixelGrid grid, Scene scene, Shown layer) {
        if (grid.metresPerPixel() > layer.spec.farthest()) {
            return;
        }
        PointLayer points = layer.version.points();
        if (layer.countsAt(grid)) {
            for (Cluster c : Cluster.of(points, grid.ground(32), grid.metresPerPixel())) {
                Sprite sprite = c.count() == 1
                        ? scene.symbols().symbol(points.code(c.row()), false)
                        : scene.symbols().cluster(c.count(), c.red(), c.yellow());
                blit(canvas, grid, sprite, c.x(), c.y());
            }
            return;
        }
        // overdue ones last: nothing covers them
        for (boolean overdue : new boolean[] {false, true}) {
            points.visit(grid.ground(24), row -> {
                if (SymbolCode.isOverdue(points.code(row)) == overdue) {
                    Sprite sprite = sprite(scene.symbols(), points.code(row), grid);
                    blit(canvas, grid, sprite, points.xs[row], points.ys[row]);
                }
            });
        }
    }

    private static Sprite sprite(SymbolSheet symbols, int code, PixelGrid grid) {
        int family = SymbolCode.family(code);
        boolean full = family == SymbolCode.CASE || grid.metresPerPixel() <= FULL_TO;
        boolean online = family != SymbolCode.CAMERA || SymbolCode.flagged(code);
        return full ? symbols.symbol(code, false) : symbols.dot(!online);
    }

    private static void selected(Canvas canvas, PixelGrid grid, Scene scene, List<Shown> layers, Hit.Feature feature) {
        for (Shown layer : layers) {
            PointLayer points = layer.version.points();
            int row = layer.spec.name().equals(feature.layer()) ? points.row(feature.id()) : -1;
            if (row >= 0) {
                blit(canvas, grid, scene.symbols().symbol(points.code(row), true), points.xs[row], points.ys[row]);
            }
        }
    }

    private void ring(Canvas canvas, PixelGrid grid, Scene scene, List<Shown> layers, Emphasis.Ring ring) {
        for (Shown layer : layers) {
            PointLayer points = layer.version.points();
            int row = layer.spec.name().equals(ring.feature().layer())
                    ? points.row(ring.feature().id())
                    : -1;
            if (row >= 0) {
                double radius = 12 * (1 + 0.6 * ring.age());
                double[] circle = circle(grid.x(points.xs[row]), grid.y(points.ys[row]), radius);
                Rasteriser into = raster(canvas);
                new Stroker(into, 1.6).line(circle, circle.length, false);
                into.paint(canvas.pixels(), scene.style().palette().marks().accent(), Math.max(0, 1 - ring.age()));
            }
        }
    }

    private void outline(Canvas canvas, PixelGrid grid, Scene scene, Region region) {
        double[] line = switch (region) {
            case Region.Circle(double x, double y, double radius) ->
                circle(grid.x(x), grid.y(y), radius / grid.metresPerPixel());
            case Region.Box(CityBox box) ->
                closed(
                        grid,
                        List.of(
                                new CityPoint(box.west(), box.south()),
                                new CityPoint(box.east(), box.south()),
                                new CityPoint(box.east(), box.north()),
                                new CityPoint(box.west(), box.north())));
            case Region.Polygon(List<CityPoint> corners) -> closed(grid, corners);
        };
        int accent = scene.style().palette().marks().accent();
        Rasteriser into = raster(canvas);
        for (int i = 2; i < line.length - 2; i += 2) {
            into.edge(line[i - 2], line[i - 1], line[i], line[i + 1]);
        }
        into.paint(canvas.pixels(), accent, REGION_OPACITY);
        new Stroker(into, 1.6).line(line, line.length, false);
        into.paint(canvas.pixels(), accent, 1);
    }

    private static double[] circle(double x, double y, double radius) {
        int n = Math.clamp((int) (radius * 1.2), 32, 256);
        double[] line = new double[2 * n + 4];
        for (int i = 0; i <= n + 1; i++) {
            line[2 * i] = x + radius * Math.cos(2 * Math.PI * i / n);
            line[2 * i + 1] = y + radius * Math.sin(2 * Math.PI * i / n);
        }
        return line;
    }

    /// Closed, and one stretch beyond, so that the last corner is bent like the others.
    private static double[] closed(PixelGrid grid, List<CityPoint> corners) {
        int n = corners.size();
        double[] line = new double[2 * n + 4];
        for (int i = 0; i <= n + 1; i++) {
            line[2 * i] = grid.x(corners.get(i % n).x());
            line[2 * i + 1] = grid.y(corners.get(i % n).y());
        }
        return line;
    }

    private Rasteriser raster(Canvas canvas) {
        Rasteriser known = raster;
        if (known == null || known.width() != canvas.width() || known.height() != canvas.height()) {
            known = new Rasteriser(canvas.width(), canvas.height());
            raster = known;
        }
        return known;
    }

    private static void blit(Canvas canvas, PixelGrid grid, Sprite sprite, double x, double y) {
        sprite.blit(canvas.pixels(), canvas.width(), canvas.height(), grid.pixelX(x), grid.pixelY(y));
    }

    /// A live layer as one picture sees it.
    record Shown(LayerSpec spec, LiveLayer.Version version) {
        boolean countsAt(PixelGrid grid) {
            return spec.clusters() && grid.metresPerPixel() > LayerSpec.CLUSTERS_FROM;
        }
    }
}
