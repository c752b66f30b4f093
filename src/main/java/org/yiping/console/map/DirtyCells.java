package org.yiping.console.map;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// Which parts of a picture are to be drawn anew (脏区), in squares of a few pixels: however many boxes are added, and
/// however they overlap, what comes out is few boxes that do not. Confined to one thread.
final class DirtyCells {
    private static final int CELL = 32;
    /// Beyond so many boxes squares are put together: each box costs a look at all drawings.
    private static final int MANY = 40;

    private static final int TOGETHER = 4;

    private final int width;
    private final int height;
    private final int columns;
    private final int rows;
    private final BitSet cells;

    DirtyCells(int width, int height) {
        this.width = width;
        this.height = height;
        this.columns = (width + CELL - 1) / CELL;
        this.rows = (height + CELL - 1) / CELL;
        this.cells = new BitSet(columns * rows);
    }

    void add(PixelBox box) {
        int left = Math.max(0, Math.floorDiv(box.left(), CELL));
        int right = Math.min(columns, -Math.floorDiv(-box.right(), CELL));
        int bottom = Math.min(rows, -Math.floorDiv(-box.bottom(), CELL));
        for (int row = Math.max(0, Math.floorDiv(box.top(), CELL)); row < bottom && left < right; row++) {
            cells.set(row * columns + left, row * columns + right);
        }
    }

    boolean isEmpty() {
        return cells.isEmpty();
    }

    /// Of the whole picture, from 0 to 1.
    double share() {
        return cells.cardinality() / (double) (columns * rows);
    }

    /// What is to be drawn anew, and where that would be very many boxes more.
    List<PixelBox> boxes() {
        List<PixelBox> boxes = runs();
        if (boxes.size() <= MANY) {
            return boxes;
        }
        DirtyCells coarse = new DirtyCells(width, height);
        int side = CELL * TOGETHER;
        for (int at = cells.nextSetBit(0); at >= 0; at = cells.nextSetBit(at + 1)) {
            int left = at % columns / TOGETHER * side;
            int top = at / columns / TOGETHER * side;
            coarse.add(new PixelBox(left, top, Math.min(width, left + side), Math.min(height, top + side)));
        }
        return coarse.runs();
    }

    /// Runs of squares in a row, each as far down as the rows below have the same.
    private List<PixelBox> runs() {
        List<PixelBox> boxes = new ArrayList<>();
        BitSet rest = (BitSet) cells.clone();
        for (int at = rest.nextSetBit(0); at >= 0; at = rest.nextSetBit(at)) {
            int row = at / columns;
            int left = at % columns;
            int right = Math.min(rest.nextClearBit(at), (row + 1) * columns) - row * columns;
            int bottom = row + 1;
            while (bottom < rows && isRun(rest, bottom, left, right)) {
                bottom++;
            }
            for (int y = row; y < bottom; y++) {
                rest.clear(y * columns + left, y * columns + right);
            }
            boxes.add(new PixelBox(
                    left * CELL, row * CELL, Math.min(width, right * CELL), Math.min(height, bottom * CELL)));
        }
        return boxes;
    }

    /// Just as long: a longer one is left whole for a box of its own.
    private boolean isRun(BitSet from, int row, int left, int right) {
        int begin = row * columns;
        return from.nextClearBit(begin + left) >= begin + right
                && (left == 0 || !from.get(begin + left - 1))
                && (right == columns || !from.get(begin + right));
    }
}
