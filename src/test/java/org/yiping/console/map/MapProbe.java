package org.yiping.console.map;

import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.yiping.console.map.style.StyleSheet;

/// What `bench map` needs of the engine's insides. One thread at a time.
public final class MapProbe {
    private static final MapPlan PLAN = TestStyle.night().plan();

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

    /// The shipped style with a mark for each major class at all scales: drawings of single classes are left out.
    public static MapStyle withMajorMarks(MapStyle style) {
        StyleSheet shipped = ShippedStyles.of(style.generalisation());
        StyleSheet plain = new StyleSheet(
                shipped.name(),
                shipped.layers().stream()
                        .filter(layer -> !layer.id().equals("components-class"))
                        .toList());
        return new MapStyle(
                style.palette(),
                style.regular(),
                style.bold(),
                style.generalisation(),
                MapPlan.of(plain, style.palette()::colour));
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

    /// Counts layers anew into their pyramids; tells how many points they hold.
    public static int counted(List<PointLayer> layers) {
        return layers.stream().mapToInt(layer -> layer.pyramid().size()).sum();
    }

    /// Whether marks are counted into groups at this scale.
    public static boolean counts(double metresPerPixel) {
        return Generalisation.DESK.counts(metresPerPixel);
    }

    /// The coarsest scale in m/px at which the shipped style draws it.
    public static double farthest(AreaKind kind) {
        return farthest(step -> step.layer() == kind.source);
    }

    public static double farthest(RoadClass road) {
        return farthest(step -> filling(step, road) > 0);
    }

    private static double farthest(Predicate<GroundStep> drawn) {
        for (int level = ZoomLevels.COARSEST; level > 0; level--) {
            if (PLAN.level(level).steps().stream().anyMatch(drawn)) {
                return ZoomLevels.metresPerPixel(level) * (1 + 1e-9);
            }
        }
        return 0;
    }

    /// Drawn width of a street in pixels.
    public static double pixels(RoadClass road, double metresPerPixel) {
        return PLAN.at(metresPerPixel).steps().stream()
                .mapToDouble(step -> filling(step, road))
                .filter(width -> width > 0)
                .min()
                .orElse(0);
    }

    private static double filling(GroundStep step, RoadClass road) {
        return step instanceof GroundStep.Streets streets
                ? streets.pens().stream()
                        .filter(pen -> pen.road() == road)
                        .mapToDouble(GroundStep.Pen::width)
                        .findFirst()
                        .orElse(0)
                : 0;
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
