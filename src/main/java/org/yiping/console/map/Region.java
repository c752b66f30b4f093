package org.yiping.console.map;

import java.util.List;

/// A part of the city in metres that is asked about or shown as selected (选区). Immutable; any thread.
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
        @Override
        public CityBox bounds() {
            return new CityBox(x, y, x, y).grown(radius);
        }

        @Override
        public boolean contains(double px, double py) {
            return Math.hypot(px - x, py - y) <= radius;
        }
    }

    /// Three corners or more, joined in order and closed.
    record Polygon(List<CityPoint> corners) implements Region {
        public Polygon {
            corners = List.copyOf(corners);
            if (corners.size() < 3) {
                throw new IllegalArgumentException("a polygon has three corners or more");
            }
        }

        @Override
        public CityBox bounds() {
            double west = corners.stream().mapToDouble(CityPoint::x).min().orElseThrow();
            double east = corners.stream().mapToDouble(CityPoint::x).max().orElseThrow();
            double south = corners.stream().mapToDouble(CityPoint::y).min().orElseThrow();
            double north = corners.stream().mapToDouble(CityPoint::y).max().orElseThrow();
            return new CityBox(west, south, east, north);
        }

        @Override
        public boolean contains(double x, double y) {
            boolean inside = false;
            CityPoint a = corners.getLast();
            for (CityPoint b : corners) {
                if ((b.y() > y) != (a.y() > y) && x < (a.x() - b.x()) * (y - b.y()) / (a.y() - b.y()) + b.x()) {
                    inside = !inside;
                }
                a = b;
            }
            return inside;
        }
    }
}
