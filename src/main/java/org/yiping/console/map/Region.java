package org.yiping.console.map;

import java.util.List;

/// A part of the city in metres that is asked about or shown as selected (选区). Immutable; any thread.
///
/// A place on the very border: boxes, circles and corridors hold it. A polygon holds it where the polygon lies to the
/// east of it or, on a level border, to the north: of polygons that share a border exactly one holds each place, as
/// with the squares of a grid. A polygon that crosses itself holds what an odd number of turns goes round.
public sealed interface Region {
    CityBox bounds();

    boolean contains(double x, double y);

    record Box(CityBox box) implements Region {
        @Override
        public CityBox bounds() {
            return box;
        }

        @Override
        public boolean contains(double x, double y) {
            return box.contains(x, y);
        }
    }

    record Circle(double x, double y, double radius) implements Region {
        public Circle {
            if (!(radius >= 0 && Double.isFinite(x + y + radius))) {
                throw new IllegalArgumentException("a circle needs a middle and a radius");
            }
        }

        @Override
        public CityBox bounds() {
            return new CityBox(x, y, x, y).grown(radius);
        }

        @Override
        public boolean contains(double px, double py) {
            double dx = px - x;
            double dy = py - y;
            return dx * dx + dy * dy <= radius * radius;
        }
    }

    /// Three corners or more, joined in order and closed.
    record Polygon(List<CityPoint> corners) implements Region {
        public Polygon {
            corners = placed(corners);
            if (corners.size() < 3) {
                throw new IllegalArgumentException("a polygon has three corners or more");
            }
        }

        @Override
        public CityBox bounds() {
            return around(corners);
        }

        @Override
        public boolean contains(double x, double y) {
            boolean inside = false;
            CityPoint a = corners.getLast();
            for (CityPoint b : corners) {
                CityPoint low = a.y() < b.y() ? a : b;
                CityPoint high = a.y() < b.y() ? b : a;
                // from the lower end, whichever way the ring runs: so a neighbour's edge lies on the very same places
                if (low.y() <= y && y < high.y() && x < slope(low, high) * (y - low.y()) + low.x()) {
                    inside = !inside;
                }
                a = b;
            }
            return inside;
        }

        /// Metres east for a metre north; none where the edge is level, or as good as.
        static double slope(CityPoint low, CityPoint high) {
            double slope = (high.x() - low.x()) / (high.y() - low.y());
            return Double.isFinite(slope) ? slope : 0;
        }
    }

    /// All within so many metres of a line of one point or more (沿线).
    record Along(List<CityPoint> line, double metres) implements Region {
        public Along {
            line = placed(line);
            if (line.isEmpty() || !(metres >= 0 && Double.isFinite(metres))) {
                throw new IllegalArgumentException("a corridor needs a line and a width");
            }
        }

        @Override
        public CityBox bounds() {
            return around(line).grown(metres);
        }

        @Override
        public boolean contains(double x, double y) {
            CityPoint a = line.getFirst();
            for (CityPoint b : line) {
                if (square(a.x(), a.y(), b.x(), b.y(), x, y) <= metres * metres) {
                    return true;
                }
                a = b;
            }
            return false;
        }

        /// The square of the distance of (x, y) from the stretch between a and b.
        static double square(double ax, double ay, double bx, double by, double x, double y) {
            double dx = bx - ax;
            double dy = by - ay;
            double length = dx * dx + dy * dy;
            double part = length > 0 ? Math.clamp(((x - ax) * dx + (y - ay) * dy) / length, 0.0, 1.0) : 0;
            double awayX = x - ax - part * dx;
            double awayY = y - ay - part * dy;
            return awayX * awayX + awayY * awayY;
        }
    }

    private static List<CityPoint> placed(List<CityPoint> corners) {
        for (CityPoint p : corners) {
            if (!Double.isFinite(p.x() + p.y())) {
                throw new IllegalArgumentException("a corner without a place: " + p);
            }
        }
        return List.copyOf(corners);
    }

    private static CityBox around(List<CityPoint> corners) {
        double west = Double.POSITIVE_INFINITY;
        double south = Double.POSITIVE_INFINITY;
        double east = Double.NEGATIVE_INFINITY;
        double north = Double.NEGATIVE_INFINITY;
        for (CityPoint p : corners) {
            west = Math.min(west, p.x());
            south = Math.min(south, p.y());
            east = Math.max(east, p.x());
            north = Math.max(north, p.y());
        }
        return new CityBox(west, south, east, north);
    }
}
