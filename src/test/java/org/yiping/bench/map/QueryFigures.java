package org.yiping.bench.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;
import org.yiping.console.map.CityBox;
import org.yiping.console.map.CityPoint;
import org.yiping.console.map.MapCamera;
import org.yiping.console.map.MapProbe;
import org.yiping.console.map.PointLayer;
import org.yiping.console.map.Region;
import org.yiping.console.map.Symbol;

/// Index, box, polygon and groups of a million points in one layer, against JTS where it has the like. One thread.
final class QueryFigures {
    private static final int ROUNDS = 15;
    /// Times that all scales are gone through before: the optimizing compiler is done with it by then.
    private static final int WARMING = 200;
    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    private final BigCity city;

    QueryFigures(BigCity city) {
        this.city = city;
    }

    void measure() {
        PointLayer.Builder builder = PointLayer.in(city.projection(), "all");
        List<Point> points = new ArrayList<>(BigCity.COMPONENTS);
        city.components((id, at, major) -> {
            builder.add(id, at, new Symbol.ComponentDot(major));
            points.add(JtsMap.point(city.projection().toCity(at), points.size()));
        });
        PointLayer layer = builder.build();
        STRtree tree = tree(points);
        build(builder, points);
        boxes(layer, tree);
        polygons(layer, tree);
        clusters(layer);
    }

    private static STRtree tree(List<Point> points) {
        STRtree tree = new STRtree();
        points.forEach(point -> JtsMap.insert(tree, point));
        tree.build();
        return tree;
    }

    private static void build(PointLayer.Builder builder, List<Point> points) {
        int rounds = 5;
        double[] ours = new double[rounds];
        double[] theirs = new double[rounds];
        int[] built = {0};
        for (int i = 0; i < 3; i++) {
            built[0] += builder.build().size();
        }
        for (int round = 0; round < rounds; round++) {
            System.gc(); // both need room; neither shall pay for the other's
            ours[round] = Figures.millis(() -> built[0] += builder.build().size());
            System.gc();
            theirs[round] = Figures.millis(() -> built[0] += tree(points).size());
        }
        Figures.say(
                "index of %d points: %.1f ms, STRtree %.1f ms",
                points.size(), Figures.median(ours), Figures.median(theirs));
        Figures.row("index_vs_strtree", Figures.ratio(theirs, ours));
    }

    private void boxes(PointLayer layer, STRtree tree) {
        Random random = new Random(7);
        List<CityBox> boxes = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            double x = random.nextDouble(-9000, 9000);
            double y = random.nextDouble(-8500, 8500);
            boxes.add(new CityBox(x - 1000, y - 1000, x + 1000, y + 1000));
        }
        int[] rows = new int[BigCity.COMPONENTS];
        long[] found = {0, 0};
        Runnable ours = () -> boxes.forEach(box -> found[0] += MapProbe.rowsIn(layer, box, rows));
        Runnable theirs = () -> boxes.forEach(box -> {
            int[] n = {0};
            tree.query(
                    new Envelope(box.west(), box.east(), box.south(), box.north()),
                    item -> rows[n[0]++] = (Integer) ((Point) item).getUserData());
            found[1] += n[0];
        });
        double[][] times = alternated(ours, theirs);
        Figures.say(
                "box of 2 km, %d ids: %.1f µs, STRtree %.1f µs; found %d and %d",
                found[0] / boxes.size() / (ROUNDS + 3),
                Figures.median(times[0]) * 1000 / boxes.size(),
                Figures.median(times[1]) * 1000 / boxes.size(),
                found[0],
                found[1]);
        if (found[0] == found[1]) {
            Figures.row("box_vs_strtree", Figures.ratio(times[1], times[0]));
        }
    }

    /// A star of 200 corners over some three tenths of the city.
    private static void polygons(PointLayer layer, STRtree tree) {
        Random random = new Random(8);
        List<CityPoint> corners = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            double angle = 2 * Math.PI * i / 200;
            double reach = 7000 * (0.75 + 0.25 * random.nextDouble());
            corners.add(new CityPoint(reach * Math.cos(angle), reach * Math.sin(angle)));
        }
        Region.Polygon region = new Region.Polygon(corners);
        Coordinate[] ring = new Coordinate[201];
        for (int i = 0; i < ring.length; i++) {
            ring[i] = new Coordinate(
                    corners.get(i % 200).x(), corners.get(i % 200).y());
        }
        Polygon polygon = GEOMETRY.createPolygon(ring);
        int[] found = {0, 0};
        Runnable ours = () -> found[0] = layer.idsIn(region).size();
        Runnable theirs = () -> {
            PreparedGeometry prepared = PreparedGeometryFactory.prepare(polygon);
            List<Object> ids = new ArrayList<>();
            tree.query(polygon.getEnvelopeInternal(), item -> {
                if (prepared.contains((Point) item)) {
                    ids.add(((Point) item).getUserData());
                }
            });
            found[1] = ids.size();
        };
        double[][] times = alternated(ours, theirs);
        Figures.say(
                "polygon of 200 corners: %.1f ms, JTS %.1f ms; found %d and %d",
                Figures.median(times[0]), Figures.median(times[1]), found[0], found[1]);
        if (Math.abs(found[0] - found[1]) <= 2) { // on the very line JTS holds nothing inside
            Figures.row("polygon_ms", Figures.median(times[0]));
            Figures.row("polygon_vs_jts", Figures.ratio(times[1], times[0]));
        }
    }

    /// A window of a million components at every scale at which marks are counted; the slowest one is the row, once the
    /// code is compiled, as the other rows have it. The slowest of the very first times is told beside.
    private void clusters(PointLayer layer) {
        MapProbe.counted(List.of(layer)); // once for all scales
        double first = clusters(layer, 1, false);
        for (int i = 0; i < WARMING; i++) {
            clusters(layer, 1, false);
        }
        Figures.row("cluster_ms", clusters(layer, ROUNDS, true));
        Figures.row("cluster_first_ms", first);
    }

    /// The slowest scale's median.
    private double clusters(PointLayer layer, int rounds, boolean say) {
        double worst = 0;
        for (int level = 0; level < MapProbe.levels(); level++) {
            double scale = MapProbe.metresPerPixel(level);
            if (!MapProbe.counts(scale)) {
                continue;
            }
            MapCamera camera = new MapCamera(city.heart().x(), city.heart().y(), scale, 1920, 1080);
            double[] times = new double[rounds];
            int[] points = {0};
            for (int i = 0; i < times.length; i++) {
                times[i] = Figures.millis(() -> points[0] = MapProbe.grouped(layer, camera));
            }
            if (say) {
                Figures.say("clusters at %.2f m/px: %d points in %.3f ms", scale, points[0], Figures.median(times));
            }
            worst = Math.max(worst, Figures.median(times));
        }
        return worst;
    }

    private static double[][] alternated(Runnable ours, Runnable theirs) {
        for (int i = 0; i < 3; i++) {
            ours.run();
            theirs.run();
        }
        double[][] times = new double[2][ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            times[0][round] = Figures.millis(ours);
            times[1][round] = Figures.millis(theirs);
        }
        return times;
    }
}
