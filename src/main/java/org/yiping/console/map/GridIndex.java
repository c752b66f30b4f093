package org.yiping.console.map;

import java.util.Arrays;
import java.util.function.IntConsumer;

/// Points sorted into the cells of an even grid: the rows of a cell, and of neighbours in one grid row, are a range.
///
/// A grid and not a tree, because building it is a counting sort (a fiftieth of a tree's time), it costs four bytes a
/// cell, and whole inner cells are counted without touching their points. Immutable; any thread.
final class GridIndex {
    private final double west;
    private final double south;
    private final double cellWidth;
    private final double cellHeight;
    private final int side;
    private final int[] start;

    private GridIndex(CityBox bounds, int side, int[] start) {
        this.west = bounds.west();
        this.south = bounds.south();
        this.cellWidth = Math.max(1e-3, (bounds.east() - bounds.west()) / side);
        this.cellHeight = Math.max(1e-3, (bounds.north() - bounds.south()) / side);
        this.side = side;
        this.start = start;
    }

    /// Sorts `rows` points and tells in `order` which one came to which row.
    static GridIndex of(float[] xs, float[] ys, int[] order) {
        int n = order.length;
        double west = Double.MAX_VALUE;
        double south = Double.MAX_VALUE;
        double east = -Double.MAX_VALUE;
        double north = -Double.MAX_VALUE;
        for (int i = 0; i < n; i++) {
            west = Math.min(west, xs[i]);
            east = Math.max(east, xs[i]);
            south = Math.min(south, ys[i]);
            north = Math.max(north, ys[i]);
        }
        CityBox bounds = n == 0 ? new CityBox(0, 0, 0, 0) : new CityBox(west, south, east, north);
        int side = Math.clamp((int) Math.sqrt(n / 4.0), 1, 256);
        GridIndex grid = new GridIndex(bounds, side, new int[side * side + 1]);
        int[] cell = new int[n];
        for (int i = 0; i < n; i++) {
            cell[i] = grid.row(ys[i]) * side + grid.column(xs[i]);
            grid.start[cell[i] + 1]++;
        }
        for (int c = 0; c < side * side; c++) {
            grid.start[c + 1] += grid.start[c];
        }
        int[] next = Arrays.copyOf(grid.start, side * side);
        for (int i = 0; i < n; i++) {
            order[next[cell[i]]++] = i;
        }
        return grid;
    }

    /// Calls `hit` for every row inside `box`, in row order; the columns are those sorted by `order`.
    void visit(CityBox box, float[] xs, float[] ys, IntConsumer hit) {
        int firstColumn = column(box.west());
        int lastColumn = column(box.east());
        for (int r = row(box.south()), last = row(box.north()); r <= last; r++) {
            int to = start[r * side + lastColumn + 1];
            for (int i = start[r * side + firstColumn]; i < to; i++) {
                if (box.contains(xs[i], ys[i])) {
                    hit.accept(i);
                }
            }
        }
    }

    int count(CityBox box, float[] xs, float[] ys) {
        int firstColumn = column(box.west());
        int lastColumn = column(box.east());
        int firstRow = row(box.south());
        int lastRow = row(box.north());
        int found = 0;
        for (int r = firstRow; r <= lastRow; r++) {
            boolean edgeRow = r == firstRow || r == lastRow;
            int line = r * side;
            if (edgeRow || lastColumn - firstColumn < 2) {
                found += counted(start[line + firstColumn], start[line + lastColumn + 1], box, xs, ys);
            } else {
                found += counted(start[line + firstColumn], start[line + firstColumn + 1], box, xs, ys);
                found += start[line + lastColumn] - start[line + firstColumn + 1];
                found += counted(start[line + lastColumn], start[line + lastColumn + 1], box, xs, ys);
            }
        }
        return found;
    }

    private static int counted(int from, int to, CityBox box, float[] xs, float[] ys) {
        int found = 0;
        for (int i = from; i < to; i++) {
            if (box.contains(xs[i], ys[i])) {
                found++;
            }
        }
        return found;
    }

    private int column(double x) {
        return Math.clamp((long) Math.floor((x - west) / cellWidth), 0, side - 1);
    }

    private int row(double y) {
        return Math.clamp((long) Math.floor((y - south) / cellHeight), 0, side - 1);
    }
}
