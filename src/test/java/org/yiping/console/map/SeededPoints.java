package org.yiping.console.map;

import java.util.Random;
import org.yiping.domain.geo.Position;

/// Layers of points for property tests, some of them as cruel as data can be.
final class SeededPoints {
    private SeededPoints() {}

    /// Crowds and scattered points; every tenth on whole metres, where the borders of squares are.
    static PointLayer crowds(Random random, int n) {
        PointLayer.Builder builder = builder();
        for (int i = 0; i < n; i++) {
            double spread = i % 10 == 0 ? 1000 : 200;
            double x = random.nextGaussian() * spread / 3;
            double y = random.nextGaussian() * spread / 3;
            boolean whole = i % 10 == 1;
            builder.add("p" + i, new CityPoint(whole ? Math.rint(x) : x, whole ? Math.rint(y) : y), code(random));
        }
        return builder.build();
    }

    /// A crowd, most of it on one spot, a point near the south pole, two beyond the earth, and one without a place.
    static PointLayer cruel(Random random, int n) {
        PointLayer.Builder builder = builder();
        for (int i = 0; i < n; i++) {
            CityPoint at = i % 4 == 0
                    ? new CityPoint(random.nextDouble(-500, 500), random.nextDouble(-500, 500))
                    : new CityPoint(128, -64.25);
            builder.add("p" + i, at, code(random));
        }
        builder.add("pole", new CityPoint(1.1e7, -9.3e6), code(random));
        builder.add("beyond", new CityPoint(1e90, 0), code(random));
        builder.add("infinite", new CityPoint(0, Double.NEGATIVE_INFINITY), code(random));
        builder.add("nowhere", new CityPoint(Double.NaN, 0), code(random));
        return builder.build();
    }

    static int code(Random random) {
        return SymbolCode.of(new Symbol.CaseMark(MarkShape.CIRCLE, MarkFill.values()[random.nextInt(3)]));
    }

    private static PointLayer.Builder builder() {
        return PointLayer.in(CityProjection.around(new Position(104, 30)), "points");
    }

    /// A live layer's snapshot of the same points.
    static LivePoints live(PointLayer points) {
        MovingGrid grid = new MovingGrid();
        for (int row = 0; row < points.size(); row++) {
            grid.add(points.id(row), points.place(row), points.code(row), "");
        }
        return grid.snapshot(points.name());
    }
}
