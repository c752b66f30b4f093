package org.yiping.console.map;

import java.util.BitSet;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/// How many points stand in every square of every size, exactly, and how many of them are red and yellow (计数金字塔).
///
/// A view of any scale reads some hundreds of squares instead of a city's points. One pass over a still layer's rows
/// makes it, of all or of those a filter keeps; a live layer's is kept by its writer, who adds and takes away along
/// one path. Immutable; any thread.
final class CountPyramid {
    private final @Nullable CountNode root;
    private final Points points;
    private final @Nullable BitSet kept;
    /// What [#most] found, by the power of the side.
    private final int[] most = new int[Squares.ALL + 1];

    CountPyramid(@Nullable CountNode root, Points points, @Nullable BitSet kept) {
        this.root = root;
        this.points = points;
        this.kept = kept;
    }

    /// Counts the rows of `kept`, or all. One pass in the order of the rows.
    static CountPyramid of(PointLayer points, GridIndex grid, @Nullable BitSet kept) {
        return new CountPyramid(new Counting(points, kept).all(grid), points, kept);
    }

    /// Of all that stand in a square on the earth.
    int size() {
        return root == null ? 0 : root.count;
    }

    /// The most that stand in one square of 2ⁿ metres; where few stand in a larger one that is not divided, all of
    /// them.
    int most(int n) {
        if (root == null) {
            return 0;
        }
        if (most[n] == 0) {
            most[n] = most(root, n); // two threads that meet here find the same
        }
        return most[n];
    }

    private static int most(CountNode node, int n) {
        if (node.level <= n || node.parts == null) {
            return node.count;
        }
        int most = 0;
        for (CountNode part : node.parts) {
            most = part == null || part.count <= most ? most : Math.max(most, most(part, n));
        }
        return most;
    }

    /// Takes what is counted, a whole square at a time or point by point: more than one of them may be of one square.
    interface Sink {
        void square(int column, int line, CountNode counted);

        void point(int column, int line, int row);
    }

    /// Adds to `counts`, `width` of them a line, how many stand in the squares of 2ⁿ metres from one column and line
    /// on; whether there are any.
    boolean count(int n, int column, int line, int width, long[] counts) {
        boolean[] any = new boolean[1];
        Sink sink = new Sink() {
            @Override
            public void square(int c, int l, CountNode counted) {
                counts[(l - line) * width + c - column] += counted.count;
                any[0] = true;
            }

            @Override
            public void point(int c, int l, int row) {
                counts[(l - line) * width + c - column]++;
                any[0] = true;
            }
        };
        squares(n, column, line, column + width - 1, line + counts.length / width - 1, sink);
        return any[0];
    }

    /// Hands over what stands in the squares of 2ⁿ metres from one column and line to another, both included.
    void squares(int n, int column, int line, int lastColumn, int lastLine, Sink sink) {
        if (root != null) {
            squares(root, n, column, line, lastColumn, lastLine, sink);
        }
    }

    private void squares(CountNode node, int n, int column, int line, int lastColumn, int lastLine, Sink sink) {
        int level = node.level;
        if (node.x >> n > lastColumn
                || node.y >> n > lastLine
                || last(node.x, level) >> n < column
                || last(node.y, level) >> n < line) {
            return;
        }
        if (level <= n) {
            sink.square(node.x >> n, node.y >> n, node);
        } else if (node.parts != null) {
            for (CountNode part : node.parts) {
                if (part != null) {
                    squares(part, n, column, line, lastColumn, lastLine, sink);
                }
            }
        } else {
            eachRow(node, row -> {
                int c = Squares.at(points.x(row)) >> n;
                int l = Squares.at(points.y(row)) >> n;
                if (c >= column && c <= lastColumn && l >= line && l <= lastLine) {
                    sink.point(c, l, row);
                }
            });
        }
    }

    private static int last(int corner, int level) {
        return corner + (level >= Squares.ALL ? Integer.MAX_VALUE : (1 << level) - 1);
    }

    /// The rows of an undivided square.
    private void eachRow(CountNode node, IntConsumer row) {
        int[] rows = node.rows;
        if (rows == null) {
            eachRow(node.level, node.x >> node.level, node.y >> node.level, row);
            return;
        }
        for (int i = 0; i < node.count; i++) {
            row.accept(rows[i]);
        }
    }

    /// The counted rows in one square of 2ⁿ metres.
    void eachRow(int n, int column, int line, IntConsumer row) {
        points.inSquare(n, column, line, r -> {
            if (kept == null || kept.get(r)) {
                row.accept(r);
            }
        });
    }

    /// Counts a still layer, square by square of its grid, and folds four into one.
    private record Counting(PointLayer points, @Nullable BitSet kept) {
        @Nullable
        CountNode all(GridIndex grid) {
            int differing = (grid.west ^ grid.east) | (grid.south ^ grid.north);
            int level = Math.max(grid.shift(), Squares.common(differing));
            return node(grid, level, Squares.corner(grid.west, level), Squares.corner(grid.south, level));
        }

        private @Nullable CountNode node(GridIndex grid, int level, int x, int y) {
            if (x > grid.east || y > grid.north || last(x, level) < grid.west || last(y, level) < grid.south) {
                return null;
            }
            if (level == grid.shift()) {
                int square = grid.square(x, y);
                GridIndex finer = grid.finer(square);
                return finer == null ? leaf(grid, square, level, x, y) : node(finer, level, x, y);
            }
            CountNode whole = new CountNode(level, x, y, 0);
            @Nullable CountNode[] parts = new CountNode[4];
            CountNode only = null;
            int n = 0;
            for (int i = 0; i < 4; i++) {
                int half = level - 1;
                CountNode part = node(grid, half, x + ((i & 1) << half), y + ((i >> 1) << half));
                if (part != null) {
                    parts[i] = part;
                    only = part;
                    whole.add(part, 1);
                    n++;
                }
            }
            if (n < 2) {
                return only;
            }
            if (whole.count > CountNode.FEW) {
                whole.parts = parts;
            }
            return whole;
        }

        private @Nullable CountNode leaf(GridIndex grid, int square, int level, int x, int y) {
            int from = grid.from(square);
            int to = grid.from(square + 1);
            if (from == to) {
                return null;
            }
            CountNode leaf = new CountNode(level, x, y, 0);
            for (int row = from; row < to; row++) {
                if (kept == null || kept.get(row)) {
                    leaf.add(points.xs[row], points.ys[row], points.code(row), 1);
                    leaf.row = row;
                }
            }
            return leaf.count == 0 ? null : leaf;
        }
    }
}
