package org.yiping.console.map;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Points of one neighbourhood counted instead of drawn (聚合). Every point of the asked extent is in exactly one.
///
/// Neighbourhoods are squares fixed to the map, so panning changes no count; near groups then merge so that rings do
/// not overlap. `row` is one of its points. Immutable; any thread.
record Cluster(double x, double y, int count, int red, int yellow, int row, CityBox around) {
    static final int SQUARE = 64;

    static List<Cluster> of(PointLayer layer, CityBox extent, double metresPerPixel) {
        double side = SQUARE * metresPerPixel;
        CityBox whole = aligned(extent, side);
        Map<Long, Sum> sums = new HashMap<>();
        layer.visit(whole, row -> {
            long column = (long) Math.floor(layer.xs[row] / side);
            long line = (long) Math.floor(layer.ys[row] / side);
            if (inside(whole, column, line, side)) {
                sums.computeIfAbsent(column << 32 ^ (line & 0xFFFF_FFFFL), k -> new Sum())
                        .add(layer, row);
            }
        });
        List<Sum> groups = new ArrayList<>(sums.values());
        groups.sort((a, b) -> a.count != b.count ? b.count - a.count : a.row - b.row);
        List<Sum> kept = new ArrayList<>();
        for (Sum group : groups) {
            Sum near = nearest(kept, group, metresPerPixel);
            if (near == null) {
                kept.add(group);
            } else {
                near.take(group);
            }
        }
        return kept.stream().map(Sum::cluster).toList();
    }

    /// The extent grown to whole squares: what `of` counts for it.
    static CityBox aligned(CityBox extent, double side) {
        return new CityBox(
                Math.floor(extent.west() / side) * side,
                Math.floor(extent.south() / side) * side,
                Math.ceil(extent.east() / side) * side,
                Math.ceil(extent.north() / side) * side);
    }

    /// A point on the very edge belongs to the square to its north-east and so perhaps to none that was asked for.
    private static boolean inside(CityBox whole, long column, long line, double side) {
        return column < Math.round(whole.east() / side)
                && line < Math.round(whole.north() / side)
                && column >= Math.round(whole.west() / side)
                && line >= Math.round(whole.south() / side);
    }

    private static @Nullable Sum nearest(List<Sum> kept, Sum group, double metresPerPixel) {
        for (Sum other : kept) {
            double apart = Math.hypot(other.x() - group.x(), other.y() - group.y()) / metresPerPixel;
            if (apart < radius(other.count) + radius(group.count) + 4) {
                return other;
            }
        }
        return null;
    }

    private static int radius(int count) {
        return count == 1 ? 9 : SymbolSheet.clusterRadius(count);
    }

    int pixelRadius() {
        return radius(count);
    }

    private static final class Sum {
        private double sumX;
        private double sumY;
        private int count;
        private int red;
        private int yellow;
        private int row = -1;
        private double west = Double.MAX_VALUE;
        private double south = Double.MAX_VALUE;
        private double east = -Double.MAX_VALUE;
        private double north = -Double.MAX_VALUE;

        void add(PointLayer layer, int at) {
            sumX += layer.xs[at];
            sumY += layer.ys[at];
            west = Math.min(west, layer.xs[at]);
            east = Math.max(east, layer.xs[at]);
            south = Math.min(south, layer.ys[at]);
            north = Math.max(north, layer.ys[at]);
            count++;
            row = row < 0 ? at : row;
            MarkFill fill =
                    SymbolCode.family(layer.code(at)) == SymbolCode.CASE ? SymbolCode.fill(layer.code(at)) : null;
            red += fill == MarkFill.SOLID ? 1 : 0;
            yellow += fill == MarkFill.HALF ? 1 : 0;
        }

        void take(Sum other) {
            sumX += other.sumX;
            sumY += other.sumY;
            count += other.count;
            red += other.red;
            yellow += other.yellow;
            west = Math.min(west, other.west);
            east = Math.max(east, other.east);
            south = Math.min(south, other.south);
            north = Math.max(north, other.north);
        }

        double x() {
            return sumX / count;
        }

        double y() {
            return sumY / count;
        }

        Cluster cluster() {
            return new Cluster(x(), y(), count, red, yellow, row, new CityBox(west, south, east, north));
        }
    }
}
