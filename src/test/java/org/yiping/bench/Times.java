package org.yiping.bench;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// How long things took, in nanoseconds. Any thread.
final class Times {
    private long[] nanos = new long[1024];
    private int size;

    synchronized void add(long taken) {
        if (size == nanos.length) {
            nanos = Arrays.copyOf(nanos, size * 2);
        }
        nanos[size++] = taken;
    }

    synchronized int count() {
        return size;
    }

    /// In milliseconds; absent where nothing was timed. `share` of 1 is the longest.
    synchronized @Nullable Double millis(double share) {
        if (size == 0) {
            return null;
        }
        long[] sorted = Arrays.copyOf(nanos, size);
        Arrays.sort(sorted);
        int at = Math.max(0, (int) Math.ceil(share * size) - 1);
        return Math.round(sorted[at] / 1e4) / 100.0;
    }

    String told() {
        return "p50 " + millis(0.5) + " ms, p99 " + millis(0.99) + " ms, max " + millis(1) + " ms";
    }
}
