package org.yiping.domain.geo;

/// By how much the coordinates of Chinese web maps lie beside WGS 84 (GCJ-02, BD-09). The forward formulas are the
/// publicly known ones, no text of an authority: they are right to what those maps draw, a metre or two. Back they are
/// solved, to far below a millimetre. Stateless; any thread.
final class ChineseShift {
    /// The ellipsoid of Krassowsky, on which the shift is laid: half axis and square of the eccentricity.
    private static final double AXIS = 6_378_245.0;

    private static final double ECCENTRICITY2 = 0.006693421622965943;
    private static final double BAIDU_PI = Math.PI * 3000 / 180;
    private static final double CLOSE = 1e-11;
    private static final int STEPS = 40;

    private ChineseShift() {}

    /// Of WGS 84 in GCJ-02. Outside the box of China there is no shift.
    static Coordinates toGcj(Coordinates wgs) {
        if (!inChina(wgs)) {
            return wgs;
        }
        double x = wgs.x() - 105;
        double y = wgs.y() - 35;
        double phi = Math.toRadians(wgs.y());
        double magic = 1 - ECCENTRICITY2 * Math.sin(phi) * Math.sin(phi);
        double meridian = AXIS * (1 - ECCENTRICITY2) / (magic * Math.sqrt(magic));
        double parallel = AXIS / Math.sqrt(magic) * Math.cos(phi);
        return new Coordinates(
                wgs.x() + Math.toDegrees(east(x, y) / parallel), wgs.y() + Math.toDegrees(north(x, y) / meridian));
    }

    static Coordinates fromGcj(Coordinates gcj) {
        return solved(gcj, ChineseShift::toGcj);
    }

    /// Of WGS 84 in BD-09, which is GCJ-02 turned and moved once more.
    static Coordinates toBaidu(Coordinates wgs) {
        Coordinates gcj = toGcj(wgs);
        double radius = Math.hypot(gcj.x(), gcj.y()) + 0.00002 * Math.sin(gcj.y() * BAIDU_PI);
        double angle = Math.atan2(gcj.y(), gcj.x()) + 0.000003 * Math.cos(gcj.x() * BAIDU_PI);
        return new Coordinates(radius * Math.cos(angle) + 0.0065, radius * Math.sin(angle) + 0.006);
    }

    static Coordinates fromBaidu(Coordinates baidu) {
        return solved(baidu, ChineseShift::toBaidu);
    }

    private interface Shift {
        Coordinates of(Coordinates wgs);
    }

    /// What is shifted to there. The shift hardly changes from place to place, so that each step makes the fault about
    /// a thousandth; at the edge of the box, where it begins all at once, the steps end somewhere between both.
    private static Coordinates solved(Coordinates shifted, Shift shift) {
        Coordinates found = shifted;
        for (int i = 0; i < STEPS; i++) {
            Coordinates there = shift.of(found);
            double dx = shifted.x() - there.x();
            double dy = shifted.y() - there.y();
            if (Math.abs(dx) < CLOSE && Math.abs(dy) < CLOSE) {
                break;
            }
            found = new Coordinates(found.x() + dx, found.y() + dy);
        }
        return found;
    }

    private static boolean inChina(Coordinates p) {
        return p.x() >= 72.004 && p.x() <= 137.8347 && p.y() >= 0.8293 && p.y() <= 55.8271;
    }

    private static double east(double x, double y) {
        return 300
                + x
                + 2 * y
                + 0.1 * x * x
                + 0.1 * x * y
                + 0.1 * Math.sqrt(Math.abs(x))
                + fine(x)
                + waves(20, x, 1, 40, 3)
                + waves(150, x, 12, 300, 30);
    }

    private static double north(double x, double y) {
        return -100
                + 2 * x
                + 3 * y
                + 0.2 * y * y
                + 0.1 * x * y
                + 0.2 * Math.sqrt(Math.abs(x))
                + fine(x)
                + waves(20, y, 1, 40, 3)
                + waves(160, y, 12, 320, 30);
    }

    private static double fine(double x) {
        return (20 * Math.sin(6 * x * Math.PI) + 20 * Math.sin(2 * x * Math.PI)) * 2 / 3;
    }

    private static double waves(double a, double v, double slow, double b, double slower) {
        return (a * Math.sin(v / slow * Math.PI) + b * Math.sin(v / slower * Math.PI)) * 2 / 3;
    }
}
