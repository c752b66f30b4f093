package org.yiping.console.map;

/// Points of one neighbourhood counted instead of drawn (聚合), or one point that stands alone: `count` is then one and
/// `row` is it. Immutable; any thread.
///
/// @param x,y of many the middle of their weight
record Cluster(double x, double y, int count, int red, int yellow, int row, Ground ground) {
    /// The square of 2ⁿ metres it stands in, and of the nine around and with it those that it counts, from the
    /// south-west.
    record Ground(int n, int column, int line, int counted) {
        boolean counts(int part) {
            return ((counted >> part) & 1) == 1;
        }
    }

    /// The box around its points, found by looking at each.
    CityBox around(Points points) {
        double[] box = {x, y, x, y};
        for (int part = 0; part < 9; part++) {
            if (ground.counts(part)) {
                points.pyramid().eachRow(ground.n, ground.column + part % 3 - 1, ground.line + part / 3 - 1, row -> {
                    box[0] = Math.min(box[0], points.x(row));
                    box[1] = Math.min(box[1], points.y(row));
                    box[2] = Math.max(box[2], points.x(row));
                    box[3] = Math.max(box[3], points.y(row));
                });
            }
        }
        return new CityBox(box[0], box[1], box[2], box[3]);
    }
}
