package org.yiping.simulator.city;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.locationtech.jts.algorithm.MinimumAreaRectangle;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.geom.util.AffineTransformation;

/// Houses: rows of slabs in the direction of their block, towers on a wide raster, or courts of L and U shapes. Metres.
///
/// Every house stands inside its own tile of a raster turned with the block, so that none can overlap another.
final class Buildings {
    private static final double SETBACK = 5;
    private static final double SMALLEST = 70;

    private final RandomGenerator random;
    private final List<Polygon> houses = new ArrayList<>();

    private Buildings(RandomGenerator random) {
        this.random = random;
    }

    static List<Polygon> on(List<Polygon> blocks, RandomGenerator random) {
        Buildings buildings = new Buildings(random);
        blocks.forEach(buildings::fill);
        return List.copyOf(buildings.houses);
    }

    /// How a block is built up: tile size and house share of it, along and across.
    private record Style(double along, double across, double depth, double cornered, double vacant) {}

    private Style style(double area) {
        double dice = random.nextDouble();
        if (area < 2_500) {
            return new Style(24, 17, 11, 0.1, 0.04);
        }
        if (dice < 0.52) {
            return new Style(38 + random.nextInt(16), 23 + random.nextInt(5), 12, 0.06, 0.04);
        }
        if (dice < 0.74) {
            return new Style(24 + random.nextInt(8), 19 + random.nextInt(5), 12, 0.22, 0.05);
        }
        if (dice < 0.88) {
            return new Style(42 + random.nextInt(8), 40 + random.nextInt(8), 26, 0.12, 0.1);
        }
        return new Style(56 + random.nextInt(14), 44 + random.nextInt(10), 36, 0.75, 0.06);
    }

    private void fill(Polygon block) {
        Geometry inner = block.buffer(-SETBACK, 1);
        Style style = style(block.getArea());
        for (int i = 0; i < inner.getNumGeometries(); i++) {
            if (inner.getGeometryN(i) instanceof Polygon p && p.getArea() > SMALLEST) {
                raster(p, style);
            }
        }
    }

    private void raster(Polygon ground, Style style) {
        Coordinate[] box = MinimumAreaRectangle.getMinimumRectangle(ground).getCoordinates();
        boolean firstIsLong = box[0].distance(box[1]) >= box[1].distance(box[2]);
        Coordinate origin = firstIsLong ? box[0] : box[1];
        Coordinate alongEnd = firstIsLong ? box[1] : box[2];
        double length = origin.distance(alongEnd);
        double turn = Math.atan2(alongEnd.y - origin.y, alongEnd.x - origin.x);
        AffineTransformation straight = AffineTransformation.rotationInstance(-turn, origin.x, origin.y);
        AffineTransformation back = AffineTransformation.rotationInstance(turn, origin.x, origin.y);
        Polygon flat = (Polygon) straight.transform(ground);
        PreparedGeometry prepared = PreparedGeometryFactory.prepare(flat);
        double low = flat.getEnvelopeInternal().getMinY();
        double width = flat.getEnvelopeInternal().getHeight();
        double west = flat.getEnvelopeInternal().getMinX();
        int rows = Math.max(1, (int) Math.round(width / style.across()));
        double rowStep = width / rows;
        for (int r = 0; r < rows; r++) {
            double x = west;
            while (x < west + length - 8) {
                double step = style.along() * (0.72 + random.nextDouble() * 0.56);
                step = west + length - (x + step) < style.along() * 0.5 ? west + length - x : step;
                house(flat, prepared, new double[] {x, low + r * rowStep, step, rowStep}, style, back);
                x += step;
            }
        }
    }

    private void house(Polygon ground, PreparedGeometry prepared, double[] tile, Style style, AffineTransformation back) {
        double gap = 2 + random.nextDouble() * 2.5;
        double depth = Math.min(tile[3] - 3.5, style.depth() * (0.85 + random.nextDouble() * 0.35));
        double shift = (tile[3] - 3.5 - depth) * random.nextDouble() * 0.5;
        double w = tile[2] - 2 * gap;
        boolean cornered = random.nextDouble() < style.cornered();
        boolean vacant = random.nextDouble() < style.vacant();
        double arm = 0.3 + random.nextDouble() * 0.2;
        boolean court = random.nextDouble() < 0.35;
        if (vacant || w < 7 || depth < 6) {
            return;
        }
        double x = tile[0] + gap;
        double y = tile[1] + 1.7 + shift;
        Polygon shape = cornered ? (court ? court(x, y, w, depth, arm) : corner(x, y, w, depth, arm)) : box(x, y, w, depth);
        if (prepared.contains(shape)) {
            houses.add((Polygon) back.transform(shape));
            return;
        }
        Geometry cut = shape.intersection(ground);
        for (int i = 0; i < cut.getNumGeometries(); i++) {
            if (cut.getGeometryN(i) instanceof Polygon p && p.getArea() > SMALLEST && compact(p)) {
                houses.add((Polygon) back.transform(p));
            }
        }
    }

    private static boolean compact(Polygon p) {
        return p.getArea() / (p.getLength() * p.getLength()) > 0.028;
    }

    private static Polygon box(double x, double y, double w, double d) {
        return polygon(x, y, x + w, y, x + w, y + d, x, y + d);
    }

    private static Polygon corner(double x, double y, double w, double d, double arm) {
        return polygon(x, y, x + w, y, x + w, y + d * arm, x + w * arm, y + d * arm, x + w * arm, y + d, x, y + d);
    }

    private static Polygon court(double x, double y, double w, double d, double arm) {
        double a = w * arm * 0.7;
        double t = d * arm;
        return polygon(
                x, y, x + w, y, x + w, y + d, x + w - a, y + d, x + w - a, y + t, x + a, y + t, x + a, y + d, x, y + d);
    }

    private static Polygon polygon(double... xy) {
        Coordinate[] ring = new Coordinate[xy.length / 2 + 1];
        for (int i = 0; i < xy.length / 2; i++) {
            ring[i] = new Coordinate(xy[2 * i], xy[2 * i + 1]);
        }
        ring[ring.length - 1] = ring[0];
        return Plane.GEOMETRY.createPolygon(ring);
    }
}
