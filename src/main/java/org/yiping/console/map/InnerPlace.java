package org.yiping.console.map;

import java.util.Arrays;

/// A place well inside a ring, for its name: of seven horizontal cuts the middle of the widest. Any thread.
final class InnerPlace {
    private static final int CUTS = 7;

    private InnerPlace() {}

    static CityPoint of(Paths rings, int ring) {
        double south = Double.MAX_VALUE;
        double north = -Double.MAX_VALUE;
        for (int i = rings.from(ring); i < rings.to(ring); i++) {
            south = Math.min(south, rings.ys[i]);
            north = Math.max(north, rings.ys[i]);
        }
        CityPoint best = new CityPoint(rings.xs[rings.from(ring)], rings.ys[rings.from(ring)]);
        double widest = 0;
        for (int cut = 0; cut < CUTS; cut++) {
            // middle cuts first and worth more: a name belongs near the middle
            int away = (cut + 1) / 2;
            double f = 0.5 + away * (cut % 2 == 0 ? 0.1 : -0.1);
            double y = south + (north - south) * f;
            double[] crossings = crossings(rings, ring, y);
            for (int i = 0; i + 1 < crossings.length; i += 2) {
                double width = (crossings[i + 1] - crossings[i]) * (1 - Math.abs(f - 0.5));
                if (width > widest) {
                    widest = width;
                    best = new CityPoint((crossings[i] + crossings[i + 1]) / 2, y);
                }
            }
        }
        return best;
    }

    private static double[] crossings(Paths rings, int ring, double y) {
        double[] found = new double[rings.to(ring) - rings.from(ring)];
        int n = 0;
        for (int i = rings.from(ring), j = rings.to(ring) - 1; i < rings.to(ring); j = i++) {
            if ((rings.ys[i] > y) != (rings.ys[j] > y)) {
                double t = (y - rings.ys[i]) / ((double) rings.ys[j] - rings.ys[i]);
                found[n++] = rings.xs[i] + t * ((double) rings.xs[j] - rings.xs[i]);
            }
        }
        double[] sorted = Arrays.copyOf(found, n);
        Arrays.sort(sorted);
        return sorted;
    }
}
