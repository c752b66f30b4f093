package org.yiping.console.map;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Points of one neighbourhood counted instead of drawn (聚合). Every point of the asked extent is in exactly one; where
/// there are too few to count, each is one of its own.
///
/// Neighbourhoods are squares fixed to the map, so panning changes no count; near groups then merge so that rings do
/// not overlap. `row` is one of its points. Immutable; any thread.
record Cluster(double x, double y, int count, int red, int yellow, int row, CityBox around) {
    /// The groups of a window, and of half a square around it.
    static List<Cluster> of(PointLayer layer, PixelGrid window, Generalisation size, Emphasis.Spoken spoken) {
        double margin = size.counting(window.metresPerPixel()).square() / 2.0;
        return of(layer, window.ground(margin), window.metresPerPixel(), size, spoken);
    }

    /// What a scene calls by its number is in no group.
    static List<Cluster> of(
            PointLayer layer, CityBox extent, double metresPerPixel, Generalisation size, Emphasis.Spoken spoken) {
        Generalisation.Counting rule = size.counting(metresPerPixel);
        double side = rule.square() * metresPerPixel;
        CityBox whole = aligned(extent, side);
        Map<Long, Sum> sums = new HashMap<>();
        layer.visit(whole, row -> {
            long column = (long) Math.floor(layer.xs[row] / side);
            long line = (long) Math.floor(layer.ys[row] / side);
            if (inside(whole, column, line, side) && !spoken.numbers(layer.name(), layer.id(row))) {
                // a hash of both, where a Long's own takes neighbours for the same
                sums.computeIfAbsent(column * 1_000_003 + line, k -> new Sum(layer, size))
                        .add(row);
            }
        });
        List<Sum> groups = new ArrayList<>(sums.values());
        groups.sort((a, b) -> a.count != b.count ? b.count - a.count : a.row - b.row);
        List<Sum> kept = new ArrayList<>();
        List<Cluster> out = new ArrayList<>();
        for (Sum group : groups) {
            if (group.count < rule.least() && rule.least() > 2) {
                group.singles(out);
                continue;
            }
            Sum near = nearest(kept, group, metresPerPixel);
            if (near == null) {
                kept.add(group);
            } else {
                near.take(group);
            }
        }
        kept.forEach(sum -> out.add(sum.cluster()));
        return out;
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
        double x = group.x();
        double y = group.y();
        double radius = group.radius() + 4;
        for (Sum other : kept) {
            double dx = other.x() - x;
            double dy = other.y() - y;
            double room = (other.radius() + radius) * metresPerPixel;
            if (dx * dx + dy * dy < room * room) { // Math.hypot cost a third of a busy map
                return other;
            }
        }
        return null;
    }

    private static final class Sum {
        private final PointLayer layer;
        private final Generalisation size;
        private final List<Integer> few = new ArrayList<>(2);
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

        Sum(PointLayer layer, Generalisation size) {
            this.layer = layer;
            this.size = size;
        }

        void add(int at) {
            if (few.size() < Generalisation.CROWD) {
                few.add(at);
            }
            sumX += layer.xs[at];
            sumY += layer.ys[at];
            west = Math.min(west, layer.xs[at]);
            east = Math.max(east, layer.xs[at]);
            south = Math.min(south, layer.ys[at]);
            north = Math.max(north, layer.ys[at]);
            count++;
            row = row < 0 ? at : row;
            MarkFill fill = fill(at);
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

        private @Nullable MarkFill fill(int at) {
            return SymbolCode.family(layer.code(at)) == SymbolCode.CASE ? SymbolCode.fill(layer.code(at)) : null;
        }

        int radius() {
            MarkFill fill = count == 1 ? fill(row) : null;
            return fill == null ? size.clusterRadius(count) : size.mark(fill) / 2 + 1;
        }

        /// Each point by itself: there are fewer than are counted.
        void singles(List<Cluster> out) {
            for (int at : few) {
                CityPoint p = layer.place(at);
                MarkFill fill = fill(at);
                out.add(new Cluster(
                        p.x(),
                        p.y(),
                        1,
                        fill == MarkFill.SOLID ? 1 : 0,
                        fill == MarkFill.HALF ? 1 : 0,
                        at,
                        new CityBox(p.x(), p.y(), p.x(), p.y())));
            }
        }

        Cluster cluster() {
            return new Cluster(x(), y(), count, red, yellow, row, new CityBox(west, south, east, north));
        }
    }
}
