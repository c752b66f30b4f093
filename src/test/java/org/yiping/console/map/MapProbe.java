package org.yiping.console.map;

import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;

/// What `bench map` needs of the engine's insides. One thread at a time.
public final class MapProbe {
    private final Scene scene;
    private final TilePainter painter = new TilePainter();

    public MapProbe(CityGround ground, MapStyle style) {
        scene = Scene.of(ground, style);
    }

    /// One tile, and where it lies: `left` and `top` in pixels of the whole map at its scale.
    public record Square(int level, int x, int y) {
        public static final int SIDE = TileKey.SIDE;

        public double metresPerPixel() {
            return ZoomLevels.metresPerPixel(level);
        }
    }

    /// The tile that holds a place at a level.
    public static Square at(CityPoint place, int level) {
        double side = TileKey.SIDE * ZoomLevels.metresPerPixel(level);
        return new Square(level, (int) Math.floor(place.x() / side), (int) Math.floor(-place.y() / side));
    }

    public static double metresPerPixel(int level) {
        return ZoomLevels.metresPerPixel(level);
    }

    public static int levels() {
        return ZoomLevels.COARSEST + 1;
    }

    /// Draws one tile of the ground.
    public void paint(Square square, int[] out) {
        painter.paint(scene, new TileKey(square.level, square.x, square.y), out);
    }

    /// Writes the rows of a layer inside a box into `rows`; tells how many.
    public static int rowsIn(PointLayer layer, CityBox box, int[] rows) {
        int[] n = {0};
        layer.visit(box, row -> rows[n[0]++] = row);
        return n[0];
    }

    /// The groups of a layer that a window shows, as one that asks first has them made; tells how many points they
    /// hold.
    public static int grouped(PointLayer layer, MapCamera camera) {
        int points = 0;
        for (Cluster c : new ClusterSheets(layer)
                .of(PixelGrid.of(camera), Generalisation.DESK, Emphasis.Spoken.OF_NOTHING)
                .clusters()) {
            points += c.count();
        }
        return points;
    }

    /// Whether marks are counted into groups at this scale.
    public static boolean counts(double metresPerPixel) {
        return Generalisation.DESK.counts(metresPerPixel);
    }

    public static double farthest(AreaKind kind) {
        return kind.farthest();
    }

    public static double farthest(RoadClass road) {
        return road.farthest;
    }

    /// Drawn width of a street in pixels.
    public static double pixels(RoadClass road, double metresPerPixel) {
        return road.pixels(metresPerPixel);
    }

    /// The lines between areas, x and y in turn, each once and as it is dashed.
    public static List<double[]> borders(AreaLayer layer) {
        List<double[]> lines = new ArrayList<>();
        for (int i = 0; i < layer.edges().count(); i++) {
            lines.add(layer.edges().toDoubles(i));
        }
        return lines;
    }

    /// A component's mark around the origin.
    public static void mark(Graphics2D g, MajorClass major, MapStyle style) {
        new PostPainter(style).component(g, major);
    }
}
