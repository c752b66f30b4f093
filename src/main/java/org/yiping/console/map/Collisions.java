package org.yiping.console.map;

import java.util.BitSet;

/// Which squares of a picture are taken by words and symbols. Pixels; confined to one thread.
final class Collisions {
    private static final int CELL = 3;
    private final int columns;
    private final int rows;
    private final BitSet taken;

    Collisions(int width, int height) {
        this.columns = width / CELL + 1;
        this.rows = height / CELL + 1;
        this.taken = new BitSet(columns * rows);
    }

    /// Boxes around centres; outside the picture counts as taken, for a label must stand there whole.
    boolean isFree(double x, double y, double halfWidth, double halfHeight) {
        int left = cell(x - halfWidth);
        int right = cell(x + halfWidth);
        int top = cell(y - halfHeight);
        int bottom = cell(y + halfHeight);
        if (left < 0 || top < 0 || right >= columns || bottom >= rows) {
            return false;
        }
        for (int row = top; row <= bottom; row++) {
            int next = taken.nextSetBit(row * columns + left);
            if (next >= 0 && next <= row * columns + right) {
                return false;
            }
        }
        return true;
    }

    void take(double x, double y, double halfWidth, double halfHeight) {
        int left = Math.max(0, cell(x - halfWidth));
        int right = Math.min(columns - 1, cell(x + halfWidth));
        for (int row = Math.max(0, cell(y - halfHeight)); row <= Math.min(rows - 1, cell(y + halfHeight)); row++) {
            if (left <= right) {
                taken.set(row * columns + left, row * columns + right + 1);
            }
        }
    }

    private static int cell(double pixel) {
        return Math.floorDiv((int) Math.floor(pixel), CELL);
    }
}
