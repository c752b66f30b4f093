package org.yiping.domain.component;

import java.util.Arrays;

/// Whole numbers being collected. One thread.
final class IntRow {
    private int[] values = new int[64];
    private int size;

    void add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size + size / 2);
        }
        values[size++] = value;
    }

    int size() {
        return size;
    }

    int get(int at) {
        return values[at];
    }

    /// As many as there are and some beyond; not to be written to.
    int[] values() {
        return values;
    }
}
