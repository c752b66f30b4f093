package org.yiping.console.fx;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// How long things took, counted by the millisecond: a quantile is exact to one of them and costs no memory per value.
/// Any thread.
public final class Latencies {
    /// What took longer is counted here; `max` still tells how long.
    private static final int LONGEST_MILLIS = 60_000;

    private final long[] counts = new long[LONGEST_MILLIS + 1];
    private long count;
    private long max;

    /// A quantile is absent while nothing was counted: unknown is not zero.
    public record Summary(
            long count,
            @Nullable Long p50Millis,
            @Nullable Long p99Millis,
            @Nullable Long maxMillis) {}

    /// So many times it took so long. A negative time is a clock's error and counts as none.
    public synchronized void add(Duration took, long times) {
        long millis = Math.max(0, took.toMillis());
        counts[(int) Math.min(millis, LONGEST_MILLIS)] += times;
        count += times;
        max = Math.max(max, millis);
    }

    public synchronized Summary summary() {
        return count == 0 ? new Summary(0, null, null, null) : new Summary(count, quantile(0.50), quantile(0.99), max);
    }

    public synchronized void clear() {
        java.util.Arrays.fill(counts, 0);
        count = 0;
        max = 0;
    }

    /// The smallest time that at least this share did not exceed.
    private long quantile(double share) {
        long wanted = (long) Math.ceil(share * count);
        long seen = 0;
        for (int millis = 0; millis < LONGEST_MILLIS; millis++) {
            seen += counts[millis];
            if (seen >= wanted) {
                return millis;
            }
        }
        return max;
    }
}
