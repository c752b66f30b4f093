package org.yiping.console.map;

// long because sorting, boxes and regions walk the same squares

import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Points sorted into the squares of an even grid: the rows of a square, and of neighbours in one line, are a range.
///
/// A grid and not a tree, because building it is a counting sort (a fiftieth of a tree's time), it costs less than a
/// byte a point, and whole inner squares are answered without touching their points. Squares have a power of two
/// metres as their side and hang on the city's origin, so they nest with those of every other grid and of the counts
/// over them. A square that holds very many points is divided by a grid of its own: neither one point in Antarctica
/// nor a city's worth at one default place makes queries slow. Points without a place on the earth come last and are
/// in no square. Immutable; any thread.
final class GridIndex {
    /// More points than this in a square are divided again.
    private static final int CROWDED = 2048;
    /// Points a square on average at least, where they stand evenly.
    private static final int SPARSE = 8;
    /// Four squares of this power hold everything.
    private static final int COARSEST = 30;

    private final CityBox bounds;
    /// Outermost columns and lines of metres that hold anything, by `Squares.at`.
    final int west;

    final int south;
    final int east;
    final int north;
    private final int shift;
    private final int column0;
    private final int line0;
    private final int columns;
    private final int lines;
    /// The first row of each square, and one more.
    private final int[] start;

    private final int[] crowded;
    private final GridIndex[] finer;

    /// What is being sorted: of each row its column and line of metres, and the rows in their order. As long as
    /// nothing has been moved the order is not written down: a pass that looks rows up takes several times as long
    /// as one that does not.
    private static final class Build {
        final float[] xs;
        final float[] ys;
        final int[] order;
        /// Of metres first, then of squares.
        final int[] squares;
        final int[] metresUp;
        final boolean moved;

        Build(float[] xs, float[] ys, int[] order, int[] squares, int[] metresUp, boolean moved) {
            this.xs = xs;
            this.ys = ys;
            this.order = order;
            this.squares = squares;
            this.metresUp = metresUp;
            this.moved = moved;
        }

        /// Once rows have been moved.
        Build moved() {
            return moved ? this : new Build(xs, ys, order, squares, metresUp, true);
        }

        void metres(int from, int to) {
            metres(xs, squares, from, to);
            metres(ys, metresUp, from, to);
        }

        /// A plain loop over whole columns, and `Math.floor`, which the compiler does eight at a time so. Without
        /// the optimizing compiler it is slower than `Squares.at`, by some milliseconds a million.
        private void metres(float[] places, int[] metres, int from, int to) {
            if (moved) {
                for (int i = from; i < to; i++) {
                    metres[i] = Squares.at(places[order[i]]);
                }
            } else {
                for (int i = from; i < to; i++) {
                    metres[i] = (int) Math.floor((double) places[i]) + Squares.ORIGIN;
                }
            }
        }
    }

    private GridIndex(Build of, int from, int to) {
        of.metres(from, to);
        west = least(of.squares, from, to);
        south = least(of.metresUp, from, to);
        east = greatest(of.squares, from, to);
        north = greatest(of.metresUp, from, to);
        bounds = from == to
                ? new CityBox(0, 0, 0, 0)
                : new CityBox(
                        Squares.metres(west),
                        Squares.metres(south),
                        Squares.metres(east) + 1,
                        Squares.metres(north) + 1);
        int s = 0;
        while (s < COARSEST
                && (long) ((east >> s) - (west >> s) + 1) * ((north >> s) - (south >> s) + 1)
                        > Math.max(1, (to - from) / SPARSE)) {
            s++;
        }
        shift = s;
        column0 = west >> s;
        line0 = south >> s;
        columns = (east >> s) - column0 + 1;
        lines = (north >> s) - line0 + 1;
        start = new int[columns * lines + 1];
        Build sorted = sort(of, from, to);
        int[] first = start;
        crowded = IntStream.range(0, s > 0 ? columns * lines : 0)
                .filter(square -> first[square + 1] - first[square] > CROWDED)
                .toArray();
        finer = new GridIndex[crowded.length];
        for (int i = 0; i < crowded.length; i++) {
            finer[i] = new GridIndex(sorted, start[crowded[i]], start[crowded[i] + 1]);
        }
    }

    /// Sorts the points of all rows and tells in `order` which one came to which row. Points of one square stay in
    /// the order they came in, so what was sorted once is not moved again.
    static GridIndex of(float[] xs, float[] ys, int[] order) {
        int placed = 0;
        for (int i = 0; i < order.length; i++) {
            placed += Squares.has(xs[i], ys[i]) ? 1 : 0;
        }
        boolean some = placed < order.length;
        if (some) {
            apart(xs, ys, order, placed);
        }
        return new GridIndex(new Build(xs, ys, order, new int[placed], new int[placed], some), 0, placed);
    }

    private static void apart(float[] xs, float[] ys, int[] order, int placed) {
        int at = 0;
        int last = placed;
        for (int i = 0; i < order.length; i++) {
            if (Squares.has(xs[i], ys[i])) {
                order[at++] = i;
            } else {
                order[last++] = i;
            }
        }
    }

    private static int least(int[] of, int from, int to) {
        int least = from < to ? Integer.MAX_VALUE : Squares.ORIGIN;
        for (int i = from; i < to; i++) {
            least = Math.min(least, of[i]);
        }
        return least;
    }

    private static int greatest(int[] of, int from, int to) {
        int greatest = from < to ? 0 : Squares.ORIGIN;
        for (int i = from; i < to; i++) {
            greatest = Math.max(greatest, of[i]);
        }
        return greatest;
    }

    /// Counts what comes to each square, then puts every row where those of its square stand.
    private Build sort(Build of, int from, int to) {
        int[] squares = of.squares;
        int[] count = start;
        place(of, from, to);
        boolean sorted = true;
        int before = 0;
        for (int i = from; i < to; i++) {
            int square = squares[i];
            count[square + 1]++;
            sorted &= before <= square;
            before = square;
        }
        count[0] = from;
        for (int square = 0; square < columns * lines; square++) {
            count[square + 1] += count[square];
        }
        int[] order = of.order;
        if (sorted) {
            for (int i = from; i < to && !of.moved; i++) {
                order[i] = i;
            }
            return of;
        }
        int[] next = Arrays.copyOf(count, columns * lines);
        int[] unsorted = of.moved ? Arrays.copyOfRange(order, from, to) : null;
        for (int i = from; i < to; i++) {
            order[next[squares[i]]++] = unsorted == null ? i : unsorted[i - from];
        }
        return of.moved();
    }

    private void place(Build of, int from, int to) {
        int[] squares = of.squares;
        int[] up = of.metresUp;
        int power = shift;
        int wide = columns;
        int first = line0 * columns + column0;
        for (int i = from; i < to; i++) {
            squares[i] = (up[i] >> power) * wide + (squares[i] >> power) - first;
        }
    }

    /// The rows inside `box`; the columns are those sorted by `order`.
    void in(CityBox box, float[] xs, float[] ys, RowRanges.Sink found) {
        if (box.covers(bounds)) {
            found.rows(start[0], start[start.length - 1]);
            return;
        }
        if (!box.intersects(bounds)) {
            return;
        }
        int firstColumn = column(box.west());
        int lastColumn = column(box.east());
        int firstLine = line(box.south());
        int lastLine = line(box.north());
        for (int l = firstLine; l <= lastLine; l++) {
            int line = l * columns;
            if (l == firstLine || l == lastLine || lastColumn - firstColumn < 2) {
                tested(line + firstColumn, line + lastColumn + 1, box, xs, ys, found);
            } else {
                tested(line + firstColumn, line + firstColumn + 1, box, xs, ys, found);
                found.rows(start[line + firstColumn + 1], start[line + lastColumn]);
                tested(line + lastColumn, line + lastColumn + 1, box, xs, ys, found);
            }
        }
    }

    private void tested(int square, int end, CityBox box, float[] xs, float[] ys, RowRanges.Sink found) {
        int at = Arrays.binarySearch(crowded, square);
        for (int i = at < 0 ? -at - 1 : at; i < crowded.length && crowded[i] < end; i++) {
            rows(start[square], start[crowded[i]], box, xs, ys, found);
            finer[i].in(box, xs, ys, found);
            square = crowded[i] + 1;
        }
        rows(start[square], start[end], box, xs, ys, found);
    }

    private static void rows(int from, int to, CityBox box, float[] xs, float[] ys, RowRanges.Sink found) {
        double west = box.west();
        double south = box.south();
        double east = box.east();
        double north = box.north();
        int first = from;
        for (int i = from; i < to; i++) {
            double x = xs[i];
            double y = ys[i];
            if (x < west || x > east || y < south || y > north) {
                if (first < i) {
                    found.rows(first, i);
                }
                first = i + 1;
            }
        }
        if (first < to) {
            found.rows(first, to);
        }
    }

    /// The rows a region holds.
    void in(RegionClip region, float[] xs, float[] ys, RowRanges.Sink found) {
        block(region, 0, 0, columns, lines, xs, ys, found);
    }

    /// Halves the block until it lies inside, outside, or is one square.
    private void block(
            RegionClip region,
            int column,
            int line,
            int width,
            int height,
            float[] xs,
            float[] ys,
            RowRanges.Sink found) {
        int first = line * columns + column;
        boolean single = width == 1 && height == 1;
        if (single && start[first] == start[first + 1]) {
            return;
        }
        RegionClip.Lies lies = region.enter(west(column), south(line), west(column + width), south(line + height));
        if (lies == RegionClip.Lies.INSIDE) {
            for (int square = first, n = height; n > 0; square += columns, n--) {
                found.rows(start[square], start[square + width]);
            }
        }
        if (lies != RegionClip.Lies.ACROSS) {
            return;
        }
        if (single) {
            square(region, first, xs, ys, found);
        } else {
            int w = (width + 1) / 2;
            int h = (height + 1) / 2;
            for (int down = 0; down < height; down += h) {
                for (int along = 0; along < width; along += w) {
                    block(
                            region,
                            column + along,
                            line + down,
                            Math.min(w, width - along),
                            Math.min(h, height - down),
                            xs,
                            ys,
                            found);
                }
            }
        }
        region.leave();
    }

    private void square(RegionClip region, int square, float[] xs, float[] ys, RowRanges.Sink found) {
        int to = start[square + 1];
        GridIndex divided = to - start[square] > CROWDED ? finer(square) : null;
        if (divided != null) {
            divided.in(region, xs, ys, found);
            return;
        }
        boolean holds = false;
        for (int i = start[square]; i < to; i++) {
            // asked once for all that stand on one spot
            if (i == start[square] || xs[i] != xs[i - 1] || ys[i] != ys[i - 1]) {
                holds = region.holds(xs[i], ys[i]);
            }
            if (holds) {
                found.rows(i, i + 1);
            }
        }
    }

    private double west(int column) {
        return (double) (column0 + column) * (1 << shift) - Squares.ORIGIN;
    }

    private double south(int line) {
        return (double) (line0 + line) * (1 << shift) - Squares.ORIGIN;
    }

    /// The power of its squares' side.
    int shift() {
        return shift;
    }

    /// The square that holds a place, by its `Squares.at`.
    int square(int x, int y) {
        return ((y >> shift) - line0) * columns + (x >> shift) - column0;
    }

    /// The first row of a square; of the one after the last, the row after the last.
    int from(int square) {
        return start[square];
    }

    /// What divides a square further.
    @Nullable
    GridIndex finer(int square) {
        int at = Arrays.binarySearch(crowded, square);
        return at < 0 ? null : finer[at];
    }

    /// The rows in one square of 2ⁿ metres. Of squares of its own none is looked at; in a part of one all are.
    void inSquare(int n, int column, int line, float[] xs, float[] ys, IntConsumer row) {
        if (n >= shift) {
            int power = n - shift;
            int first = (int) Math.max(0, ((long) column << power) - column0);
            int end = (int) Math.min(columns, ((column + 1L) << power) - column0);
            long top = Math.min(lines, ((line + 1L) << power) - line0);
            for (long l = Math.max(0, ((long) line << power) - line0); l < top && first < end; l++) {
                int square = (int) l * columns;
                for (int i = start[square + first]; i < start[square + end]; i++) {
                    row.accept(i);
                }
            }
            return;
        }
        int power = shift - n;
        int c = (column >> power) - column0;
        int l = (line >> power) - line0;
        if (c < 0 || l < 0 || c >= columns || l >= lines) {
            return;
        }
        int square = l * columns + c;
        GridIndex divided = start[square + 1] - start[square] > CROWDED ? finer(square) : null;
        if (divided != null) {
            divided.inSquare(n, column, line, xs, ys, row);
            return;
        }
        for (int i = start[square]; i < start[square + 1]; i++) {
            if (Squares.at(xs[i]) >> n == column && Squares.at(ys[i]) >> n == line) {
                row.accept(i);
            }
        }
    }

    /// Adds to `counts`, line by line, how many stand in the squares of 2ⁿ metres from one column and line on, `n` not
    /// less than the power of its own squares; whether there are any. No point is looked at.
    boolean count(int n, int column, int line, int width, long[] counts) {
        int power = n - shift;
        long height = counts.length / width;
        int first = (int) Math.max(0, ((long) column << power) - column0);
        int end = (int) Math.min(columns, (((long) column + width) << power) - column0);
        long top = Math.min(lines, ((line + height) << power) - line0);
        boolean any = false;
        for (int l = (int) Math.max(0, ((long) line << power) - line0); l < top && first < end; l++) {
            int row = l * columns;
            int out = (((line0 + l) >> power) - line) * width - column;
            any |= start[row + end] > start[row + first];
            for (int c = first; c < end; c++) {
                counts[out + ((column0 + c) >> power)] += start[row + c + 1] - start[row + c];
            }
        }
        return any;
    }

    /// The most that stand in one square of 2ⁿ metres, `n` not less than the power of its own squares.
    int most(int n) {
        int power = n - shift;
        int column = column0 >> power;
        int line = line0 >> power;
        int width = ((column0 + columns - 1) >> power) - column + 1;
        long[] counts = new long[width * (((line0 + lines - 1) >> power) - line + 1)];
        count(n, column, line, width, counts);
        long most = 0;
        for (long each : counts) {
            most = Math.max(most, each);
        }
        return (int) most;
    }

    private int column(double x) {
        return Math.clamp((Squares.at(x) >> shift) - column0, 0, columns - 1);
    }

    private int line(double y) {
        return Math.clamp((Squares.at(y) >> shift) - line0, 0, lines - 1);
    }
}
