package org.yiping.console.map;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The components of all classes, counted square by square for far views (部件聚合). Squares hang on the city and not on
/// the window, every component is in exactly one, and a ring stays within its square: so no two overlap and panning
/// moves none. Stateless; any thread.
final class ComponentGroups {
    /// Farther than this components can be counted instead of drawn, in m/px.
    static final double FROM = 5;

    private static final int SQUARE = 64;
    private static final int CLEAR = 4;

    private ComponentGroups() {}

    /// A square's components, and where their ring stands: at the middle of their weight, as far as there is room.
    record Group(double x, double y, int count, CityBox square) {}

    private static final class Sum {
        int count;
        double x;
        double y;

        void add(int more, double sumX, double sumY) {
            count += more;
            x += sumX;
            y += sumY;
        }
    }

    private record Place(int column, int line) {}

    /// The groups of all squares a window touches, the most southern last.
    static List<Group> of(List<? extends Points> layers, PixelGrid grid, Generalisation size) {
        int n = (int) Math.ceil(Math.log(SQUARE * grid.metresPerPixel()) / Math.log(2) - 1e-9);
        CityBox ground = grid.ground(0);
        int column = Squares.at(ground.west()) >> n;
        int line = Squares.at(ground.south()) >> n;
        int lastColumn = Squares.at(ground.east()) >> n;
        int lastLine = Squares.at(ground.north()) >> n;
        Map<Place, Sum> sums = new HashMap<>();
        for (Points points : layers) {
            points.pyramid().squares(n, column, line, lastColumn, lastLine, new CountPyramid.Sink() {
                @Override
                public void square(int c, int l, CountNode counted) {
                    at(c, l).add(counted.count, counted.sumX, counted.sumY);
                }

                @Override
                public void point(int c, int l, int row) {
                    at(c, l).add(1, points.x(row), points.y(row));
                }

                private Sum at(int c, int l) {
                    return sums.computeIfAbsent(new Place(c, l), _ -> new Sum());
                }
            });
        }
        List<Group> groups = new ArrayList<>();
        double side = Math.scalb(1.0, n);
        sums.forEach((place, sum) -> {
            double west = Squares.metres(place.column << n);
            double south = Squares.metres(place.line << n);
            double room = Math.min(side / 2, (size.clusterRadius(sum.count) + CLEAR) * grid.metresPerPixel());
            groups.add(new Group(
                    Math.clamp(sum.x / sum.count, west + room, west + side - room),
                    Math.clamp(sum.y / sum.count, south + room, south + side - room),
                    sum.count,
                    new CityBox(west, south, west + side, south + side)));
        });
        groups.sort(Comparator.comparingDouble(Group::y).reversed().thenComparingDouble(Group::x));
        return groups;
    }

    /// The group whose ring holds a place.
    static Optional<Group> at(List<? extends Points> layers, PixelGrid grid, Generalisation size, CityPoint place) {
        return of(layers, grid, size).stream()
                .filter(g -> Math.hypot(g.x - place.x(), g.y - place.y())
                        <= size.clusterRadius(g.count) * grid.metresPerPixel())
                .findFirst();
    }
}
