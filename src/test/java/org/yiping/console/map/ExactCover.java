package org.yiping.console.map;

import java.util.Arrays;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/// The share of each pixel that a valid geometry covers, in doubles: each ring is cut to each row, then to each
/// pixel of it, side by side, and measured.
final class ExactCover {
    private ExactCover() {}

    static double[] of(Geometry geometry, int side) {
        double[] cover = new double[side * side];
        for (int g = 0; g < geometry.getNumGeometries(); g++) {
            if (geometry.getGeometryN(g) instanceof Polygon polygon && !polygon.isEmpty()) {
                add(polygon.getExteriorRing(), 1, cover, side);
                for (int h = 0; h < polygon.getNumInteriorRing(); h++) {
                    add(polygon.getInteriorRingN(h), -1, cover, side);
                }
            }
        }
        return cover;
    }

    private static void add(LineString ring, double sign, double[] cover, int side) {
        double[] outline = new double[2 * ring.getNumPoints() - 2];
        for (int i = 0; i < outline.length / 2; i++) {
            Coordinate c = ring.getCoordinateN(i);
            outline[2 * i] = c.x;
            outline[2 * i + 1] = c.y;
        }
        for (int y = 0; y < side; y++) {
            double[] row = cut(cut(outline, 1, y, 1), 1, y + 1.0, -1);
            for (int x = 0; x < side && row.length > 0; x++) {
                double[] pixel = cut(cut(row, 0, x, 1), 0, x + 1.0, -1);
                cover[y * side + x] += sign * Math.abs(area(pixel));
            }
        }
    }

    /// The part of an outline where `sign` times the coordinate on `axis` is at least `sign` times `limit`.
    private static double[] cut(double[] outline, int axis, double limit, int sign) {
        double[] out = new double[4 * outline.length];
        int n = 0;
        for (int i = 0, j = outline.length - 2; i < outline.length; j = i, i += 2) {
            double from = sign * (outline[j + axis] - limit);
            double to = sign * (outline[i + axis] - limit);
            if (from < 0 != to < 0) {
                double t = from / (from - to);
                out[n + axis] = limit;
                out[n + 1 - axis] = outline[j + 1 - axis] + t * (outline[i + 1 - axis] - outline[j + 1 - axis]);
                n += 2;
            }
            if (to >= 0) {
                out[n++] = outline[i];
                out[n++] = outline[i + 1];
            }
        }
        return Arrays.copyOf(out, n);
    }

    private static double area(double[] outline) {
        double twice = 0;
        for (int i = 0, j = outline.length - 2; i < outline.length; j = i, i += 2) {
            twice += (outline[j] - outline[0]) * (outline[i + 1] - outline[1])
                    - (outline[i] - outline[0]) * (outline[j + 1] - outline[1]);
        }
        return twice / 2;
    }
}
