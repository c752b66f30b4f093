package org.yiping.console.map;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Draws what lives above the ground: selection, view cones, names, marks, counts. One thread.
final class OverlayCompositor {
    private static final int LABEL_MARGIN = 192;
    private static final double CONES_TO = 4.1;
    private static final double REGION_OPACITY = 0.06;
    private static final double OVERDUE_WORDS_TO = 3;

    private @Nullable Rasteriser raster;
    private @Nullable LabelSheet sheet;

    void paint(Canvas canvas, MapCamera camera, Scene scene, List<Shown> layers, Emphasis emphasis) {
        PixelGrid grid = PixelGrid.of(camera);
        for (Region region : emphasis.regions()) {
            outline(canvas, grid, scene, region);
        }
        if (grid.metresPerPixel() <= CONES_TO) {
            layers.forEach(layer -> cones(canvas, grid, scene, layer));
        }
        names(camera, scene, layers, emphasis).labels().forEach(label -> label.paint(canvas, grid, scene));
        layers.forEach(layer -> marks(canvas, grid, scene, layer));
        for (Emphasis.Ring ring : emphasis.rings()) {
            ring(canvas, grid, scene, layers, ring);
        }
        emphasis.selected().ifPresent(feature -> selected(canvas, grid, scene, layers, feature));
    }

    /// At rest names are placed for the window and some room around it; in motion the last ones move along.
    private LabelSheet names(MapCamera camera, Scene scene, List<Shown> layers, Emphasis emphasis) {
        LabelSheet last = sheet;
        long still = layers.stream()
                .filter(layer -> layer.spec.still())
                .mapToLong(layer -> layer.version.number() + 1)
                .sum();
        LabelSheet.Key key = new LabelSheet.Key(camera.level(), scene.version(), still, emphasis.selected());
        if (last != null && (!camera.atRest() || last.serves(key, camera.view()))) {
            return last;
        }
        MapCamera wide = camera.settled().sized(camera.width() + 2 * LABEL_MARGIN, camera.height() + 2 * LABEL_MARGIN);
        PixelGrid grid = PixelGrid.of(wide);
        LabelPlacer placer = new LabelPlacer(scene, grid);
        emphasis.selected()
                .ifPresent(feature -> layers.stream()
                        .filter(layer -> layer.spec.name().equals(feature.layer()))
                        .forEach(layer -> selectedWords(placer, layer.version.points(), feature)));
        layers.forEach(layer -> obstacles(placer, grid, layer));
        layers.forEach(layer -> words(placer, grid, layer));
        placer.areas();
        placer.streets();
        sheet = new LabelSheet(placer.placed(), grid.ground(0), key);
        return sheet;
    }

    private static void selectedWords(LabelPlacer placer, PointLayer points, Hit.Feature feature) {
        int row = points.row(feature.id());
        if (row >= 0) {
            placer.keepClear(points.xs[row], points.ys[row], 22);
            if (!points.label(row).isEmpty()) {
                placer.beside(points.xs[row], points.ys[row], 26, points.label(row), Label.Tone.SELECTED);
            }
        }
    }

    private static void obstacles(LabelPlacer placer, PixelGrid grid, Shown layer) {
        if (layer.spec.still() && grid.metresPerPixel() <= layer.spec.farthest()) {
            PointLayer points = layer.version.points();
            if (layer.countsAt(grid)) {
                for (Cluster c : Cluster.of(points, grid.ground(0), grid.metresPerPixel())) {
                    placer.keepClear(c.x(), c.y(), c.pixelRadius());
                }
            } else {
                points.visit(grid.ground(0), row -> placer.keepClear(points.xs[row], points.ys[row], 9));
            }
        }
    }

    private static void words(LabelPlacer placer, PixelGrid grid, Shown layer) {
        PointLayer points = layer.version.points();
        if (grid.metresPerPixel() <= OVERDUE_WORDS_TO) {
            points.visit(grid.ground(0), row -> {
                if (SymbolCode.isOverdue(points.code(row)) && !points.label(row).isEmpty()) {
                    placer.beside(points.xs[row], points.ys[row], 14, points.label(row), Label.Tone.OVERDUE);
                }
            });
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
                    Sprite sprite = scene.symbols().symbol(points.code(row), false);
                    blit(canvas, grid, sprite, points.xs[row], points.ys[row]);
                }
            });
        }
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
