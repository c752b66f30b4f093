package org.yiping.console.map;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Puts the points of near squares into groups, each point into one: reads the counts of the asked squares and of a
/// rim around them at once, and those farther out one by one where a decision hangs on them, which is rare. One thread.
final class Grouping implements CountPyramid.Sink {
    /// Squares around the asked ones that are read at once, for these decide what most groups take in.
    private static final int RIM = 2;

    private final Points points;
    private final ClusterSheet.Extent extent;
    private final ClusterSheet.Rule rule;
    private final int least;
    private final int n;
    private final int column;
    private final int line;
    private final int width;
    private final int height;
    private final @Nullable Sum[] sums;
    private final Map<Long, Sum> beyond = new HashMap<>();

    Grouping(Points points, ClusterSheet.Extent extent, ClusterSheet.Rule rule) {
        this.points = points;
        this.extent = extent;
        this.rule = rule;
        this.least = rule.least();
        this.n = extent.n();
        this.column = extent.column() - RIM;
        this.line = extent.line() - RIM;
        this.width = extent.lastColumn() + 1 + RIM - column;
        this.height = extent.lastLine() + 1 + RIM - line;
        this.sums = new Sum[width * height];
    }

    /// What stands alone where only a crowd is counted, then the groups, large ones first.
    List<Cluster> groups() {
        points.pyramid().squares(n, column, line, column + width - 1, line + height - 1, this);
        uncount(column, line, column + width - 1, line + height - 1);
        List<Cluster> out = new ArrayList<>();
        // count and square in one number: sorting hundreds of objects by three keys took longer than all the rest
        long[] heads = new long[sums.length];
        int found = 0;
        for (int at = 0; at < sums.length; at++) {
            Sum sum = sums[at];
            if (sum == null || sum.count == 0 || !isInExtent(sum, 1)) {
                continue;
            }
            boolean asked = isInExtent(sum, 0);
            if (!isCounted(sum)) {
                if (asked) {
                    singles(sum, out);
                }
            } else if (head(sum) == sum && asked) {
                heads[found++] = ((long) -sum.count << 32) | at;
            }
        }
        Arrays.sort(heads, 0, found);
        for (int i = 0; i < found; i++) {
            Sum head = sums[(int) heads[i]];
            if (head != null) {
                out.add(group(head));
            }
        }
        return out;
    }

    /// Whether it is asked for, or stands so many squares beside those that are.
    private boolean isInExtent(Sum sum, int beside) {
        return sum.column >= extent.column() - beside
                && sum.column <= extent.lastColumn() + beside
                && sum.line >= extent.line() - beside
                && sum.line <= extent.lastLine() + beside;
    }

    @Override
    public void square(int c, int l, CountNode counted) {
        Sum sum = made(c, l);
        sum.add(counted.count, counted.red, counted.yellow, counted.sumX, counted.sumY);
        sum.row = counted.row;
    }

    @Override
    public void point(int c, int l, int row) {
        Sum sum = made(c, l);
        count(sum, row, 1);
        sum.row = row;
    }

    private void count(Sum sum, int row, int sign) {
        int code = points.code(row);
        sum.add(
                sign,
                sign * CountNode.red(code),
                sign * CountNode.yellow(code),
                sign * points.x(row),
                sign * points.y(row));
    }

    /// Takes the numbered ones out of what has been read.
    private void uncount(int fromColumn, int fromLine, int toColumn, int toLine) {
        for (int row : rule.numbered()) {
            int c = Squares.at(points.x(row)) >> n;
            int l = Squares.at(points.y(row)) >> n;
            if (c >= fromColumn && c <= toColumn && l >= fromLine && l <= toLine) {
                Sum sum = made(c, l);
                count(sum, row, -1);
                points.pyramid().eachRow(n, c, l, other -> {
                    if (!isNumbered(other)) {
                        sum.row = other;
                    }
                });
            }
        }
    }

    private boolean isNumbered(int row) {
        return !rule.numbered().isEmpty() && rule.numbered().contains(row);
    }

    private Sum made(int c, int l) {
        if (isRead(c, l)) {
            int at = (l - line) * width + c - column;
            Sum known = sums[at];
            if (known == null) {
                known = new Sum(c, l);
                sums[at] = known;
            }
            return known;
        }
        return beyond.computeIfAbsent(key(c, l), _ -> new Sum(c, l));
    }

    private boolean isRead(int c, int l) {
        return c >= column && l >= line && c < column + width && l < line + height;
    }

    private static long key(int c, int l) {
        return c * 2_000_000_011L + l; // a hash of both, where a Long's own takes neighbours for the same
    }

    private @Nullable Sum at(int c, int l) {
        if (isRead(c, l)) {
            return sums[(l - line) * width + c - column];
        }
        Sum known = beyond.get(key(c, l));
        if (known == null) {
            known = made(c, l);
            points.pyramid().squares(n, c, l, c, l, this);
            uncount(c, l, c, l);
        }
        return known;
    }

    /// Where marks stand apart only a crowd is counted.
    private boolean isCounted(Sum sum) {
        return sum.count >= least;
    }

    /// The nearby group a square is taken into, or itself. Larger ones decide first, which they are not many of: a
    /// ring is smaller than a square, so that each touches only the squares next to it.
    private Sum head(Sum sum) {
        Sum known = sum.into;
        if (known != null) {
            return known;
        }
        Sum best = sum;
        boolean inner = isRead(sum.column - 1, sum.line - 1) && isRead(sum.column + 1, sum.line + 1);
        int middle = (sum.line - line) * width + sum.column - column;
        for (int part = 0; part < 9; part++) {
            int c = part % 3 - 1;
            int l = part / 3 - 1;
            Sum other = inner ? sums[middle + l * width + c] : at(sum.column + c, sum.line + l);
            if (other != null
                    && other.count > 0
                    && isCounted(other)
                    && other.isBefore(best)
                    && touch(other, sum)
                    && head(other) == other) {
                best = other;
            }
        }
        sum.into = best;
        if (best != sum) {
            sum.nextTaken = best.taken;
            best.taken = sum;
        }
        return best;
    }

    private boolean touch(Sum a, Sum b) {
        double room = reach(a) + reach(b);
        double dx = a.x - b.x;
        double dy = a.y - b.y;
        return dx * dx + dy * dy < room * room;
    }

    /// Metres around its middle, which is set, that nobody else's reach may meet.
    private double reach(Sum sum) {
        if (sum.reach < 0) {
            sum.x = sum.sumX / sum.count;
            sum.y = sum.sumY / sum.count;
            sum.reach = (radius(sum) + 2) * rule.metresPerPixel();
        }
        return sum.reach;
    }

    private int radius(Sum sum) {
        int code = sum.count == 1 ? points.code(sum.row) : SymbolCode.COMPONENT;
        return SymbolCode.family(code) == SymbolCode.CASE
                ? rule.size().mark(SymbolCode.fill(code)) / 2 + 1
                : rule.size().clusterRadius(sum.count);
    }

    /// Everything next to it has been decided.
    private Cluster group(Sum head) {
        int count = head.count;
        int red = head.red;
        int yellow = head.yellow;
        double sumX = head.sumX;
        double sumY = head.sumY;
        int counted = 1 << 4;
        for (Sum sum = head.taken; sum != null; sum = sum.nextTaken) {
            count += sum.count;
            red += sum.red;
            yellow += sum.yellow;
            sumX += sum.sumX;
            sumY += sum.sumY;
            counted |= 1 << (sum.column - head.column + 1 + 3 * (sum.line - head.line + 1));
        }
        Cluster.Ground ground = new Cluster.Ground(n, head.column, head.line, counted);
        int row = head.row;
        return count == 1
                ? new Cluster(points.x(row), points.y(row), 1, red, yellow, row, ground)
                : new Cluster(sumX / count, sumY / count, count, red, yellow, row, ground);
    }

    /// Each point by itself: there are fewer than are counted.
    private void singles(Sum sum, List<Cluster> out) {
        Cluster.Ground ground = new Cluster.Ground(n, sum.column, sum.line, 1 << 4);
        points.pyramid().eachRow(n, sum.column, sum.line, row -> {
            if (!isNumbered(row)) {
                int code = points.code(row);
                out.add(new Cluster(
                        points.x(row), points.y(row), 1, CountNode.red(code), CountNode.yellow(code), row, ground));
            }
        });
    }

    private static final class Sum {
        final int column;
        final int line;
        int count;
        int red;
        int yellow;
        int row = -1;
        double sumX;
        double sumY;
        double x;
        double y;
        double reach = -1;
        /// What takes it in; itself, if nothing does.
        @Nullable
        Sum into;

        /// The first it takes in itself, and the next that the same one takes in.
        @Nullable
        Sum taken;

        @Nullable
        Sum nextTaken;

        Sum(int column, int line) {
            this.column = column;
            this.line = line;
        }

        void add(int many, int reds, int yellows, double x, double y) {
            count += many;
            red += reds;
            yellow += yellows;
            sumX += x;
            sumY += y;
        }

        boolean isBefore(Sum other) {
            if (count != other.count) {
                return count > other.count;
            }
            return line != other.line ? line < other.line : column < other.column;
        }
    }
}
