package org.yiping.console.map;

import org.jspecify.annotations.Nullable;
import org.yiping.domain.sensor.SensorState;

/// One square of a count pyramid: what stands in it, and either its parts or its rows. Of squares in a row that hold
/// the same points only the smallest is kept.
///
/// Written by one thread while it is of the writer's own epoch; never changed once a snapshot has been taken of it.
final class CountNode {
    /// So few points are not divided further.
    static final int FEW = 32;

    /// Power of the side, and the south-west corner.
    int level;

    int x;
    int y;
    int count;
    int red;
    int yellow;
    /// Whose it is to change.
    int epoch;
    /// One of the points; the only one where `count` is one. Kept in squares without parts.
    int row = -1;

    double sumX;
    double sumY;

    /// Four, or null where the square is not divided: south-west, south-east, north-west, north-east.
    @Nullable
    CountNode @Nullable [] parts;

    /// Of a live layer's undivided square, the first `count` are its rows.
    int @Nullable [] rows;

    CountNode(int level, int x, int y, int epoch) {
        this.level = level;
        this.x = Squares.corner(x, level);
        this.y = Squares.corner(y, level);
        this.epoch = epoch;
    }

    /// This node, or a copy a writer of that epoch may change.
    CountNode of(int writer) {
        if (epoch == writer) {
            return this;
        }
        CountNode copy = new CountNode(level, x, y, writer);
        copy.count = count;
        copy.red = red;
        copy.yellow = yellow;
        copy.row = row;
        copy.sumX = sumX;
        copy.sumY = sumY;
        copy.parts = parts == null ? null : parts.clone();
        copy.rows = rows == null ? null : rows.clone();
        return copy;
    }

    boolean holds(int atX, int atY) {
        return ((atX ^ x) | (atY ^ y)) >>> level == 0;
    }

    /// Which of its parts holds a place.
    int part(int atX, int atY) {
        int bit = level - 1;
        return ((atX >> bit) & 1) | (((atY >> bit) & 1) << 1);
    }

    /// Counts everything of another in, or with -1 out.
    void add(CountNode other, int sign) {
        count += sign * other.count;
        red += sign * other.red;
        yellow += sign * other.yellow;
        sumX += sign * other.sumX;
        sumY += sign * other.sumY;
    }

    void add(float atX, float atY, int code, int sign) {
        count += sign;
        red += sign * red(code);
        yellow += sign * yellow(code);
        sumX += sign * atX;
        sumY += sign * atY;
    }

    /// What is overdue, and what a sensor raises alarm for.
    static int red(int code) {
        return is(code, MarkFill.SOLID, SensorState.ALARM);
    }

    /// What is due soon, and what a sensor warns of.
    static int yellow(int code) {
        return is(code, MarkFill.HALF, SensorState.WARNING);
    }

    private static int is(int code, MarkFill fill, SensorState state) {
        return switch (SymbolCode.family(code)) {
            case SymbolCode.CASE -> SymbolCode.fill(code) == fill ? 1 : 0;
            case SymbolCode.SENSOR -> SymbolCode.state(code) == state ? 1 : 0;
            default -> 0;
        };
    }

    double west() {
        return Squares.metres(x);
    }

    double south() {
        return Squares.metres(y);
    }

    double side() {
        return level < Squares.ALL ? 1 << level : 0x1p31;
    }
}
