package org.yiping.console.map;

import java.util.Arrays;
import java.util.List;

/// What of a region matters within one square, narrowed step by step while a query walks down from large squares to
/// small ones (选区裁剪): a polygon of two hundred corners has two or three edges left where places are looked at one by
/// one, and none where a whole square lies inside. Answers as the region's own `contains` does, to the last bit.
///
/// Confined to one thread.
sealed interface RegionClip {
    static RegionClip of(Region region) {
        return switch (region) {
            case Region.Box(CityBox box) -> new OfBox(box);
            case Region.Circle(double x, double y, double radius) -> new OfCircle(x, y, radius);
            case Region.Polygon(List<CityPoint> corners) -> new OfPolygon(corners);
            case Region.Along(List<CityPoint> line, double metres) -> new OfCorridor(line, metres);
        };
    }

    enum Lies {
        OUTSIDE,
        ACROSS,
        INSIDE
    }

    /// How the region lies to a square, edges included, of the one that was entered last. Only where it lies across
    /// has the new square been entered, and is to be left.
    Lies enter(double west, double south, double east, double north);

    void leave();

    /// Asked only for places in the square entered last.
    boolean holds(double x, double y);

    record OfBox(CityBox box) implements RegionClip {
        @Override
        public Lies enter(double west, double south, double east, double north) {
            if (west >= box.west() && east <= box.east() && south >= box.south() && north <= box.north()) {
                return Lies.INSIDE;
            }
            boolean meets = west <= box.east() && east >= box.west() && south <= box.north() && north >= box.south();
            return meets ? Lies.ACROSS : Lies.OUTSIDE;
        }

        @Override
        public void leave() {}

        @Override
        public boolean holds(double x, double y) {
            return box.contains(x, y);
        }
    }

    record OfCircle(double x, double y, double radius) implements RegionClip {
        @Override
        public Lies enter(double west, double south, double east, double north) {
            double nearX = Math.max(0, Math.max(west - x, x - east));
            double nearY = Math.max(0, Math.max(south - y, y - north));
            double farX = Math.max(x - west, east - x);
            double farY = Math.max(y - south, north - y);
            // rounding keeps the order of sums of squares, so no place in the square can tell otherwise
            if (farX * farX + farY * farY <= radius * radius) {
                return Lies.INSIDE;
            }
            return nearX * nearX + nearY * nearY > radius * radius ? Lies.OUTSIDE : Lies.ACROSS;
        }

        @Override
        public void leave() {}

        @Override
        public boolean holds(double px, double py) {
            double dx = px - x;
            double dy = py - y;
            return dx * dx + dy * dy <= radius * radius;
        }
    }

    /// Which of many parts matter in the square entered last, and in those around it, on one stack.
    final class Kept {
        private int[] parts;
        private int[] outer = new int[64];
        private int depth;
        int from;
        int to;

        Kept(int all) {
            parts = new int[2 * all + 16];
            Arrays.setAll(parts, i -> i);
            to = all;
        }

        int part(int at) {
            return parts[at];
        }

        /// Room for as many again as matter now.
        void begin() {
            if (parts.length < 2 * to - from) {
                parts = Arrays.copyOf(parts, 2 * (2 * to - from));
            }
        }

        void put(int at, int part) {
            parts[at] = part;
        }

        /// From now on those put since `begin` matter, which end at `end`; `mark` is given back when they are left.
        void enter(int end, int mark) {
            if (depth + 2 > outer.length) {
                outer = Arrays.copyOf(outer, 2 * outer.length);
            }
            outer[depth++] = from;
            outer[depth++] = mark;
            from = to;
            to = end;
        }

        int leave() {
            int mark = outer[--depth];
            to = from;
            from = outer[--depth];
            return mark;
        }
    }

    /// Edges run from their lower end; a place is inside when an odd number of those beside it lies to its east.
    final class OfPolygon implements RegionClip {
        private final double[] lowX;
        private final double[] lowY;
        private final double[] highX;
        private final double[] highY;
        private final double[] slope;
        private final Kept kept;
        /// Edges that lie to the east of the whole square, from below it to above it, are odd in number.
        private boolean odd;

        OfPolygon(List<CityPoint> corners) {
            int n = corners.size();
            lowX = new double[n];
            lowY = new double[n];
            highX = new double[n];
            highY = new double[n];
            slope = new double[n];
            kept = new Kept(n);
            CityPoint a = corners.getLast();
            for (int i = 0; i < n; i++) {
                CityPoint b = corners.get(i);
                CityPoint low = a.y() < b.y() ? a : b;
                CityPoint high = a.y() < b.y() ? b : a;
                lowX[i] = low.x();
                lowY[i] = low.y();
                highX[i] = high.x();
                highY[i] = high.y();
                slope[i] = Region.Polygon.slope(low, high);
                a = b;
            }
        }

        @Override
        public Lies enter(double west, double south, double east, double north) {
            kept.begin();
            int end = kept.to;
            boolean across = false;
            boolean beyond = odd;
            boolean inside = odd;
            for (int i = kept.from; i < kept.to; i++) {
                int e = kept.part(i);
                double low = lowY[e];
                double high = highY[e];
                boolean level = low == high;
                if (low > north || (level ? low < south : high <= south)) {
                    continue;
                }
                double x1 = level || low >= south ? lowX[e] : x(e, south);
                double x2 = level || high <= north ? highX[e] : x(e, north);
                double least = Math.min(x1, x2);
                double most = Math.max(x1, x2);
                if (!level && high <= north) { // rounding may put the upper end's place beside the upper end
                    double x3 = x(e, high);
                    least = Math.min(least, x3);
                    most = Math.max(most, x3);
                }
                if (most < west || (level && least > east)) {
                    continue;
                }
                if (least <= east) {
                    across = true;
                    kept.put(end++, e);
                } else if (low <= south && high > north) {
                    beyond = !beyond;
                    inside = !inside;
                } else {
                    inside ^= low <= south;
                    kept.put(end++, e);
                }
            }
            if (!across) { // what lies to the east only meets there, so it is as many everywhere as along the south
                return inside ? Lies.INSIDE : Lies.OUTSIDE;
            }
            kept.enter(end, odd ? 1 : 0);
            odd = beyond;
            return Lies.ACROSS;
        }

        @Override
        public void leave() {
            odd = kept.leave() == 1;
        }

        @Override
        public boolean holds(double x, double y) {
            boolean inside = odd;
            for (int i = kept.from; i < kept.to; i++) {
                int e = kept.part(i);
                if (lowY[e] <= y && y < highY[e] && x < x(e, y)) {
                    inside = !inside;
                }
            }
            return inside;
        }

        /// Grows or falls all along the edge in spite of rounding: each step of it does.
        private double x(int e, double y) {
            return slope[e] * (y - lowY[e]) + lowX[e];
        }
    }

    /// Stretches of the line that are near enough to matter.
    final class OfCorridor implements RegionClip {
        /// More than rounding can do, so that what is near the border is always asked place by place.
        private static final double DOUBT = 1e-3;

        private final double[] xy;
        private final double metres;
        private final Kept kept;

        OfCorridor(List<CityPoint> line, double metres) {
            this.metres = metres;
            this.xy = new double[2 * line.size() + 2];
            for (int i = 0; i < line.size(); i++) {
                xy[2 * i + 2] = line.get(i).x();
                xy[2 * i + 3] = line.get(i).y();
            }
            xy[0] = xy[2];
            xy[1] = xy[3];
            kept = new Kept(line.size());
        }

        @Override
        public Lies enter(double west, double south, double east, double north) {
            kept.begin();
            int end = kept.to;
            double half = Math.hypot(east - west, north - south) / 2;
            for (int i = kept.from; i < kept.to; i++) {
                int s = kept.part(i);
                double away = Math.sqrt(square(s, (west + east) / 2, (south + north) / 2));
                if (away + half <= metres - DOUBT) {
                    return Lies.INSIDE;
                }
                if (away - half <= metres + DOUBT) {
                    kept.put(end++, s);
                }
            }
            if (end == kept.to) {
                return Lies.OUTSIDE;
            }
            kept.enter(end, 0);
            return Lies.ACROSS;
        }

        @Override
        public void leave() {
            kept.leave();
        }

        @Override
        public boolean holds(double x, double y) {
            for (int i = kept.from; i < kept.to; i++) {
                if (square(kept.part(i), x, y) <= metres * metres) {
                    return true;
                }
            }
            return false;
        }

        private double square(int s, double x, double y) {
            return Region.Along.square(xy[2 * s], xy[2 * s + 1], xy[2 * s + 2], xy[2 * s + 3], x, y);
        }
    }
}
