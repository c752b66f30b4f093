package org.yiping.console.map;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Draws what lives above the ground: selection, view cones, names, marks, counts, what a scene speaks of. One thread.
final class OverlayCompositor {
    private static final double CONES_TO = 4.1;
    /// Farther than this, what is no case is a dot.
    static final double FULL_TO = 4.1;

    private static final double REGION_OPACITY = 0.06;

    private @Nullable Rasteriser raster;
    private final Names names = new Names();
    private final SpokenMarks spoken = new SpokenMarks();
    private Prominence.@Nullable Key prominenceOf;
    private @Nullable Prominence prominence;

    void paint(Canvas canvas, MapCamera camera, Scene scene, List<Shown> layers, Emphasis emphasis) {
        PixelGrid grid = PixelGrid.of(camera);
        for (Region region : emphasis.regions()) {
            outline(canvas, grid, scene, region);
        }
        if (!scene.style().generalisation().details()) {
            List<Label> labels =
                    names.place(camera, scene, layers, null, emphasis).labels();
            labels.forEach(label -> label.paint(canvas, grid, scene));
            spoken.paint(canvas, grid, scene, layers, emphasis.spoken());
            return;
        }
        Prominence prominent = prominence(camera, layers, emphasis);
        if (grid.metresPerPixel() <= CONES_TO) {
            layers.forEach(layer -> cones(canvas, grid, scene, layer, prominent));
        }
        List<Label> labels =
                names.place(camera, scene, layers, prominent, emphasis).labels();
        labels.stream().filter(label -> !label.isOfMark()).forEach(label -> label.paint(canvas, grid, scene));
        layers.forEach(layer -> marks(canvas, grid, scene, layer, prominent));
        labels.stream().filter(Label::isOfMark).forEach(label -> label.paint(canvas, grid, scene));
        for (Emphasis.Ring ring : emphasis.rings()) {
            ring(canvas, grid, scene, layers, ring);
        }
        Hit.Feature selected = emphasis.selected();
        if (selected != null) {
            selected(canvas, grid, scene, layers, selected);
        }
    }

    private Prominence prominence(MapCamera camera, List<Shown> layers, Emphasis emphasis) {
        Prominence.Key key = Prominence.key(camera, layers, emphasis);
        Prominence known = prominence;
        if (known == null || !key.equals(prominenceOf)) {
            known = Prominence.of(camera.level(), layers, emphasis);
            prominence = known;
            prominenceOf = key;
        }
        return known;
    }

    private static void cones(Canvas canvas, PixelGrid grid, Scene scene, Shown layer, Prominence prominent) {
        if (!layer.spec.shows(grid.metresPerPixel())) {
            return;
        }
        Points points = layer.version.points();
        points.visit(grid.ground(40), row -> {
            int code = points.code(row);
            if (SymbolCode.family(code) == SymbolCode.CAMERA
                    && SymbolCode.view(code) > 0
                    && prominent.isWhole(points.name(), row)) {
                Sprite cone = scene.symbols().faded(scene.symbols().cone(code), layer.spec.opacity());
                blit(canvas, grid, cone, points.x(row), points.y(row));
            }
        });
    }

    private static void marks(Canvas canvas, PixelGrid grid, Scene scene, Shown layer, Prominence prominent) {
        if (!layer.spec.shows(grid.metresPerPixel())) {
            return;
        }
        Points points = layer.version.points();
        SymbolSheet symbols = scene.symbols();
        Generalisation size = scene.style().generalisation();
        if (layer.countsAt(grid, size)) {
            for (Cluster c :
                    points.clusters().of(grid, size, Emphasis.Spoken.OF_NOTHING).inPaintOrder()) {
                Sprite sprite = symbols.faded(sprite(symbols, points, c), layer.spec.opacity());
                blit(canvas, grid, sprite, c.x(), c.y());
            }
            return;
        }
        boolean far = grid.metresPerPixel() > FULL_TO;
        // small ones first, overdue ones last: nothing covers those
        for (int pass = 0; pass < 3; pass++) {
            int now = pass;
            points.visit(grid.ground(24), row -> {
                int code = points.code(row);
                boolean isCase = SymbolCode.family(code) == SymbolCode.CASE;
                boolean small = !isCase && (far || !prominent.isWhole(points.name(), row));
                if (now == (small ? 0 : SymbolCode.isOverdue(code) ? 2 : 1)) {
                    Sprite sprite = small ? symbols.small(code) : symbols.symbol(code, false);
                    blit(canvas, grid, symbols.faded(sprite, layer.spec.opacity()), points.x(row), points.y(row));
                }
            });
        }
    }

    static Sprite sprite(SymbolSheet symbols, Points points, Cluster c) {
        return c.count() == 1
                ? symbols.symbol(points.code(c.row()), false)
                : symbols.cluster(c.count(), c.red(), c.yellow());
    }

    private static void selected(Canvas canvas, PixelGrid grid, Scene scene, List<Shown> layers, Hit.Feature feature) {
        for (Shown layer : layers) {
            Points points = layer.version.points();
            int row = layer.spec.name().equals(feature.layer()) ? points.row(feature.id()) : -1;
            if (row >= 0) {
                blit(canvas, grid, scene.symbols().symbol(points.code(row), true), points.x(row), points.y(row));
            }
        }
    }

    private void ring(Canvas canvas, PixelGrid grid, Scene scene, List<Shown> layers, Emphasis.Ring ring) {
        for (Shown layer : layers) {
            Points points = layer.version.points();
            int row = layer.spec.name().equals(ring.feature().layer())
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

    private void outline(Canvas canvas, PixelGrid grid, Scene scene, Region region) {
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

    private static void blit(Canvas canvas, PixelGrid grid, Sprite sprite, double x, double y) {
        sprite.blit(canvas.pixels(), canvas.width(), canvas.height(), grid.pixelX(x), grid.pixelY(y));
    }

    /// A live layer as one picture sees it.
    record Shown(LayerSpec spec, LiveLayer.Version version) {
        boolean countsAt(PixelGrid grid, Generalisation size) {
            return spec.clusters() && size.counts(grid.metresPerPixel());
        }
    }
}
