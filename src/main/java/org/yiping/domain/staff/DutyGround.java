package org.yiping.domain.staff;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yiping.domain.geo.Position;

/// The points a patrol shall pass in a duty grid (责任网格): the middles of pieces of street, or of squares.
/// `method` says which. Distances are measured on a plane through the ground's middle, right to a thousandth
/// within 20 km. Immutable; any thread.
public final class DutyGround {
    private static final double METRES_PER_DEGREE = 111_195.08; // of the mean sphere, as Position has it

    private final String method;
    private final List<Position> points;
    private final double reach;
    private final double[] xs;
    private final double[] ys;
    private final double metresPerLongitude;
    private final Map<Long, int[]> buckets = new HashMap<>();

    public DutyGround(String method, List<Position> points, double reachMetres) {
        this.method = method;
        this.points = List.copyOf(points);
        this.reach = reachMetres;
        double middle =
                points.stream().mapToDouble(Position::latitude).average().orElse(0);
        metresPerLongitude = METRES_PER_DEGREE * Math.cos(Math.toRadians(middle));
        xs = points.stream().mapToDouble(p -> x(p.longitude())).toArray();
        ys = points.stream().mapToDouble(p -> y(p.latitude())).toArray();
        Map<Long, List<Integer>> sorted = new HashMap<>();
        for (int i = 0; i < xs.length; i++) {
            sorted.computeIfAbsent(key(bucket(xs[i]), bucket(ys[i])), _ -> new ArrayList<>())
                    .add(i);
        }
        sorted.forEach(
                (k, v) -> buckets.put(k, v.stream().mapToInt(Integer::intValue).toArray()));
    }

    public String method() {
        return method;
    }

    public List<Position> points() {
        return points;
    }

    private double x(double longitude) {
        return longitude * metresPerLongitude;
    }

    private static double y(double latitude) {
        return latitude * METRES_PER_DEGREE;
    }

    private int bucket(double metres) {
        return (int) Math.floor(metres / (reach * 2));
    }

    private static long key(int x, int y) {
        return (long) x << 32 | (y & 0xffffffffL);
    }

    /// Marks the points within reach of the way between two places.
    void pass(double lon1, double lat1, double lon2, double lat2, BitSet passed) {
        double ax = x(lon1);
        double ay = y(lat1);
        double bx = x(lon2);
        double by = y(lat2);
        int right = bucket(Math.max(ax, bx) + reach);
        int top = bucket(Math.max(ay, by) + reach);
        for (int i = bucket(Math.min(ax, bx) - reach); i <= right; i++) {
            for (int j = bucket(Math.min(ay, by) - reach); j <= top; j++) {
                int[] here = buckets.get(key(i, j));
                if (here != null) {
                    for (int point : here) {
                        if (!passed.get(point) && near(point, ax, ay, bx, by)) {
                            passed.set(point);
                        }
                    }
                }
            }
        }
    }

    private boolean near(int point, double ax, double ay, double bx, double by) {
        double dx = bx - ax;
        double dy = by - ay;
        double square = dx * dx + dy * dy;
        double along = square == 0 ? 0 : Math.clamp(((xs[point] - ax) * dx + (ys[point] - ay) * dy) / square, 0.0, 1.0);
        double ex = xs[point] - (ax + along * dx);
        double ey = ys[point] - (ay + along * dy);
        return ex * ex + ey * ey <= reach * reach;
    }
}
