package org.yiping.console.map;

import java.util.Arrays;

/// The edges of outlines, cut to a picture and sorted into the row of pixels they begin in. Heights are kept in whole
/// 1024ths of a pixel, so that "at the same height" is a plain comparison and a row has a known number of heights at
/// which anything can happen; no edge is moved by more than a 2048th of a pixel by that. Pixels, y down. Confined to
/// one thread at a time.
final class EdgeTable {
    /// Heights in one row of pixels.
    static final int FINE = 1024;

    /// Three times around the earth at the finest scale: what lies beyond is no place.
    private static final double FARTHEST = 1e9;

    static final int STRIDE = 8;
    static final int Y0 = 0;
    static final int Y1 = 1;
    static final int X0 = 2;
    static final int X1 = 3;
    static final int SLOPE = 4;
    /// Twice the strand, and one more for an edge drawn downwards.
    static final int STRAND = 5;

    static final int SHAPE = 6;

    /// How far apart the numbers of strands are that may lie upon one another.
    static final int APART = 2;

    private static final int NONE = -1;

    private final int width;
    private final int height;
    private final int[] first;
    /// What is needed of an edge in each row lies side by side, because a row's edges are any of all: begin and end,
    /// as heights, columns there, columns per height, its strand and its shape.
    int[] numbers = new int[256 * STRIDE];

    private int[] next = new int[256];
    private int size;
    private int current;
    private int part;
    private int top;
    private int bottom = NONE;

    /// What was cut off on the left since `leftFrom`: on its way there and back it crosses no row of the picture.
    private int leftFrom;

    private int leftTo;

    EdgeTable(int width, int height) {
        this.width = width;
        this.height = height;
        this.first = new int[height];
        this.top = height;
        Arrays.fill(first, NONE);
    }

    static boolean isPlace(double x, double y) {
        return Math.abs(x) < FARTHEST && Math.abs(y) < FARTHEST;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    int size() {
        return size;
    }

    int shapes() {
        return current + 1;
    }

    int top() {
        return top;
    }

    int bottom() {
        return bottom;
    }

    /// The edges that begin in a row are a chain: its first one, or -1.
    int firstOf(int row) {
        return first[row];
    }

    int after(int edge) {
        return next[edge];
    }

    void nextShape() {
        endLeft();
        current++;
        nextStrand(APART);
    }

    void nextStrand(int by) {
        part += by;
    }

    void add(double fromX, double fromY, double toX, double toY) {
        if ((fromY <= 0 && toY <= 0)
                || (fromY >= height && toY >= height)
                || (fromX >= width && toX >= width)
                || !isPlace(fromX, fromY)
                || !isPlace(toX, toY)) {
            return;
        }
        if (fromY < toY) {
            down(fromX, fromY, toX, toY, 1);
        } else {
            down(toX, toY, fromX, fromY, -1);
        }
    }

    /// Cuts off what lies above and below.
    private void down(double fromX, double fromY, double toX, double toY, int sign) {
        double aX = fromX;
        double bX = toX;
        double perRow = (toX - fromX) / (toY - fromY);
        int a = 0;
        int b = height * FINE;
        if (fromY > 0) {
            a = (int) (fromY * FINE + 0.5);
        } else {
            aX -= fromY * perRow;
        }
        if (toY < height) {
            b = (int) (toY * FINE + 0.5);
        } else {
            bX -= (toY - height) * perRow;
        }
        if (a >= b) {
            level(fromX, toX, a);
        } else if (aX >= 0 && bX >= 0 && aX <= width && bX <= width) {
            put(aX, a, bX, b, sign);
        } else {
            sideways(aX, a, bX, b, sign);
        }
    }

    /// A level edge covers nothing, but the pixels along it are not as their neighbours, and it may lie upon another
    /// shape's.
    private void level(double fromX, double toX, int y) {
        double least = Math.max(0, Math.min(fromX, toX));
        double most = Math.min(width, Math.max(fromX, toX));
        if (y % FINE != 0 && least < most) {
            store(least, y, most, y, 1);
        }
    }

    /// Right of the picture an edge counts for nothing; left of it as if it ran down the left side.
    private void sideways(double aX, int a, double bX, int b, int sign) {
        if (aX <= 0 && bX <= 0) {
            left(a, b, sign);
        } else if (aX < 0) {
            int cut = height(0, aX, a, bX, b);
            left(a, cut, sign);
            sideways(0, cut, bX, b, sign);
        } else if (bX < 0) {
            int cut = height(0, aX, a, bX, b);
            left(cut, b, sign);
            sideways(aX, a, 0, cut, sign);
        } else if (aX <= width || bX <= width) {
            int cut = height(width, aX, a, bX, b);
            if (aX > width) {
                put(width, cut, bX, b, sign);
            } else if (bX > width) {
                put(aX, a, width, cut, sign);
            } else {
                put(aX, a, bX, b, sign);
            }
        }
    }

    /// The height at which an edge passes a column.
    private static int height(double x, double aX, int a, double bX, int b) {
        return Math.clamp(Math.round(a + (x - aX) / (bX - aX) * (b - a)), a, b);
    }

    private void left(int a, int b, int sign) {
        int from = sign > 0 ? a : b;
        if (from != leftTo) {
            endLeft();
            leftFrom = from;
        }
        leftTo = sign > 0 ? b : a;
    }

    /// An outline that goes far to and fro on the left leaves one edge.
    private void endLeft() {
        int from = leftFrom;
        int to = leftTo;
        if (from == to) {
            return;
        }
        leftFrom = 0;
        leftTo = 0;
        int before = part;
        // it stands for edges of many strands, and so belongs to none
        part = -APART;
        put(0, Math.min(from, to), 0, Math.max(from, to), from < to ? 1 : -1);
        part = before;
    }

    private void put(double aX, int a, double bX, int b, int sign) {
        if (a < b) {
            store(aX, a, bX, b, sign);
        }
    }

    private void store(double aX, int a, double bX, int b, int sign) {
        int e = size++;
        if (e == next.length) {
            grow();
        }
        int at = e * STRIDE;
        numbers[at + Y0] = a;
        numbers[at + Y1] = b;
        numbers[at + X0] = Float.floatToRawIntBits((float) aX);
        numbers[at + X1] = Float.floatToRawIntBits((float) bX);
        numbers[at + SLOPE] = Float.floatToRawIntBits((float) ((bX - aX) / Math.max(1, b - a)));
        numbers[at + STRAND] = 2 * part + (sign > 0 ? 1 : 0);
        numbers[at + SHAPE] = current;
        int row = a / FINE;
        next[e] = first[row];
        first[row] = e;
        top = Math.min(top, row);
        bottom = Math.max(bottom, (b - 1) / FINE);
    }

    private void grow() {
        int n = 2 * next.length;
        numbers = Arrays.copyOf(numbers, n * STRIDE);
        next = Arrays.copyOf(next, n);
    }

    void complete() {
        endLeft();
    }

    int shape(int edge) {
        return numbers[edge * STRIDE + SHAPE];
    }

    /// 1 for an edge drawn downwards, -1 for one drawn upwards.
    int turn(int edge) {
        return turn(numbers[edge * STRIDE + STRAND], 1);
    }

    /// A value with the sign of an edge.
    static int turn(int strand, int value) {
        return (strand & 1) == 0 ? -value : value;
    }

    void clear() {
        if (bottom >= top) {
            Arrays.fill(first, top, bottom + 1, NONE);
        }
        size = 0;
        current = 0;
        part = 0;
        top = height;
        bottom = NONE;
    }
}
