package org.yiping.console.map;

/// The corners of a polygon that stands for an arc of a circle: as few as keep every pixel within 1/360 of what the arc
/// itself covers. The corners lie a little outside and the middles of the sides a little inside, so that the areas are
/// equal. Pixels. Confined to one thread at a time.
final class Arc {
    /// Eight times how far an arc may stand out over its chord.
    private static final double STRAIGHT = 0.016;

    private final double radius;
    private final double step;
    private double angle;
    private int left;
    private double x;
    private double y;
    private double cos;
    private double sin;

    Arc(double radius) {
        this.radius = radius;
        // fitted to the fewest corners that kept discs of 0.15 to 20 pixels at 40 places each within 1/360
        this.step = Math.PI / (8.3 * Math.pow(radius, 0.62));
    }

    /// An arc on from (ox, oy), which is seen from its centre, by an angle. One that is nearly straight has no corners.
    void begin(double ox, double oy, double by) {
        int n = radius * by * by < STRAIGHT ? 0 : (int) Math.ceil(Math.abs(by) / step);
        left = n;
        if (n > 0) {
            angle = by / n;
            double out = outwards(n, Math.abs(angle));
            turn(angle / 2);
            x = (ox * cos - oy * sin) * out;
            y = (ox * sin + oy * cos) * out;
            turn(angle);
            // next() turns before it answers
            double back = x * cos + y * sin;
            y = -x * sin + y * cos;
            x = back;
        }
    }

    private void turn(double by) {
        cos = Math.cos(by);
        sin = Math.sin(by);
    }

    /// Radius of the corners, of which `n` stand half a step from the ends and a step apart, as parts of the arc's: the
    /// area of n - 1 triangles between corners and two halves at the ends equals the sector's.
    private static double outwards(int n, double angle) {
        double a = (n - 1) * Math.sin(angle) / 2;
        double b = Math.sin(angle / 2);
        double c = n * angle / 2;
        return n == 1 ? c / b : (Math.sqrt(b * b + 4 * a * c) - b) / (2 * a);
    }

    boolean next() {
        if (left == 0) {
            return false;
        }
        left--;
        double on = x * cos - y * sin;
        y = x * sin + y * cos;
        x = on;
        return true;
    }

    double x() {
        return x;
    }

    double y() {
        return y;
    }
}
