package org.yiping.console.map;

import java.util.Arrays;
import java.util.function.IntConsumer;

/// Rows of a layer as ranges, in no promised order and none twice (行集): a query over a city answers in some hundreds
/// of pairs of numbers, and only who wants names pays for names. Immutable; any thread.
final class RowRanges {
    private final int[] bounds;
    private final int ranges;
    private final int size;

    private RowRanges(int[] bounds, int ranges, int size) {
        this.bounds = bounds;
        this.ranges = ranges;
        this.size = size;
    }

    /// How many rows.
    int size() {
        return size;
    }

    void forEach(IntConsumer row) {
        for (int r = 0; r < ranges; r++) {
            for (int i = bounds[2 * r]; i < bounds[2 * r + 1]; i++) {
                row.accept(i);
            }
        }
    }

    int[] toArray() {
        int[] rows = new int[size];
        int n = 0;
        for (int r = 0; r < ranges; r++) {
            for (int i = bounds[2 * r]; i < bounds[2 * r + 1]; i++) {
                rows[n++] = i;
            }
        }
        return rows;
    }

    /// Takes rows from `from` until before `to`.
    interface Sink {
        void rows(int from, int to);
    }

    /// One thread.
    static final class Collector implements Sink {
        private int[] bounds = new int[64];
        private int used;
        private int size;

        @Override
        public void rows(int from, int to) {
            if (to <= from) {
                return;
            }
            size += to - from;
            if (used > 0 && bounds[used - 1] == from) {
                bounds[used - 1] = to;
                return;
            }
            if (used == bounds.length) {
                bounds = Arrays.copyOf(bounds, 2 * used);
            }
            bounds[used++] = from;
            bounds[used++] = to;
        }

        RowRanges collected() {
            return new RowRanges(bounds, used / 2, size);
        }
    }

    /// One thread.
    static final class Counter implements Sink {
        private int size;

        @Override
        public void rows(int from, int to) {
            size += to - from;
        }

        int size() {
            return size;
        }
    }
}
