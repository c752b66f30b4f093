package org.yiping.console.map;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The groups of one snapshot at one scale, of all squares from one column and line to another (聚合图幅).
///
/// Squares hang on the city's origin, and whether a group takes in a near one, so that rings do not overlap, is decided
/// by the squares around it and never by the window: panning changes no count and moves no ring. Every point of the
/// city is in exactly one group. Immutable; any thread.
final class ClusterSheet {
    private final Extent extent;
    private final List<Cluster> clusters;
    private volatile @Nullable List<Cluster> inPaintOrder;

    private ClusterSheet(Extent extent, List<Cluster> clusters) {
        this.extent = extent;
        this.clusters = List.copyOf(clusters);
    }

    /// Squares of 2ⁿ metres, first and last included.
    record Extent(int n, int column, int line, int lastColumn, int lastLine) {
        static Extent of(int n, CityBox box) {
            return new Extent(
                    n,
                    Squares.at(box.west()) >> n,
                    Squares.at(box.south()) >> n,
                    Squares.at(box.east()) >> n,
                    Squares.at(box.north()) >> n);
        }

        boolean covers(Extent other) {
            return n == other.n
                    && column <= other.column
                    && line <= other.line
                    && lastColumn >= other.lastColumn
                    && lastLine >= other.lastLine;
        }
    }

    /// How groups look, which says what is near; `numbered` rows a scene calls by their number and nobody counts.
    record Rule(double metresPerPixel, Generalisation size, List<Integer> numbered) {
        Rule {
            numbered = List.copyOf(numbered);
        }

        /// The power of the squares' side: so many pixels, and at scales between powers up to twice as many.
        int n() {
            double side = size.counting(metresPerPixel).square() * metresPerPixel;
            return Math.clamp((int) Math.ceil(Math.log(side) / Math.log(2) - 1e-9), 0, Squares.ALL - 1);
        }

        /// So many in a square are counted: one, where everything is, or a crowd, of the same density in a large square
        /// as in a small one.
        int least() {
            Generalisation.Counting counting = size.counting(metresPerPixel);
            double larger = Math.scalb(1.0, n()) / (counting.square() * metresPerPixel);
            return counting.least() <= 2 ? 1 : (int) Math.rint(counting.least() * larger * larger);
        }
    }

    static ClusterSheet of(Points points, Extent extent, Rule rule) {
        return new ClusterSheet(extent, new Grouping(points, extent, rule).groups());
    }

    boolean covers(Extent other) {
        return extent.covers(other);
    }

    /// What stands alone where only a crowd is counted, then the groups, large ones first.
    List<Cluster> clusters() {
        return clusters;
    }

    /// The more a mark asks for the later; a count is never covered.
    List<Cluster> inPaintOrder() {
        List<Cluster> known = inPaintOrder;
        if (known == null) {
            List<Cluster> sorted = new ArrayList<>(clusters.size());
            for (int asks = 0; asks < 8; asks++) {
                for (Cluster c : clusters) {
                    if ((c.count() > 1 ? 4 : 0) + (c.red() > 0 ? 2 : 0) + (c.yellow() > 0 ? 1 : 0) == asks) {
                        sorted.add(c);
                    }
                }
            }
            known = List.copyOf(sorted);
            inPaintOrder = known;
        }
        return known;
    }
}
