package org.yiping.console.map;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Draws what is stressed by geometry: regions that select, rings around new cases (强调图形). All of a picture at once,
/// for what it fills may be as large. Confined to one thread.
final class StressPainter {
    private static final double REGION_OPACITY = 0.06;

    private @Nullable Rasteriser raster;

    void ring(Canvas canvas, PixelGrid grid, Scene scene, List<OverlayCompositor.Shown> layers, Emphasis.Ring ring) {
        for (OverlayCompositor.Shown layer : layers) {
            Points points = layer.version().points();
            int row = layer.spec().name().equals(ring.feature().layer())
                    ? points.row(ring.feature().id())
                    : -1;
            if (row >= 0) {
                double radius = 12 * (1 + 0.6 * ring.age());
                double[] circle = circle(grid.x(points.x(row)), grid.y(points.y(row)), radius);
                Rasteriser into = raster(canvas);
                new Stroker(into, 1.6).line(circle, circle.length, false);
                into.paint(canvas.pixels(), scene.style().palette().marks().accent(), Math.max(0, 1 - ring.age()));
            }
        }
    }

    void outline(Canvas canvas, PixelGrid grid, Scene scene, Region region) {
        if (region instanceof Region.Along along && along.line().size() > 1) {
            corridor(canvas, grid, scene, along);
            return;
        }
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
            case Region.Along(List<CityPoint> point, double metres) ->
                circle(grid.x(point.getFirst().x()), grid.y(point.getFirst().y()), metres / grid.metresPerPixel());
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

    /// The line itself, and the ground that counts as along it.
    private void corridor(Canvas canvas, PixelGrid grid, Scene scene, Region.Along along) {
        double[] line = new double[2 * along.line().size()];
        for (int i = 0; i < along.line().size(); i++) {
            line[2 * i] = grid.x(along.line().get(i).x());
            line[2 * i + 1] = grid.y(along.line().get(i).y());
        }
        int accent = scene.style().palette().marks().accent();
        Rasteriser into = raster(canvas);
        new Stroker(into, 2 * along.metres() / grid.metresPerPixel()).line(line, line.length, true);
        into.paint(canvas.pixels(), accent, REGION_OPACITY);
        new Stroker(into, 1.6).line(line, line.length, true);
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
}
