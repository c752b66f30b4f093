package org.yiping.console.ui.kpi;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/// What a figure was since this window opened, one value a step, oldest first; nothing is made up for before. FX
/// thread.
final class Trend {
    private static final int STEPS = 40;
    private static final Duration STEP = Duration.ofSeconds(10);

    private final Deque<Double> values = new ArrayDeque<>();
    private Instant last = Instant.MIN;

    /// Says whether the trend has a new step.
    boolean add(double value, Instant now) {
        if (!last.equals(Instant.MIN) && now.isBefore(last.plus(STEP))) {
            return false;
        }
        last = now;
        values.addLast(value);
        if (values.size() > STEPS) {
            values.removeFirst();
        }
        return true;
    }

    /// Nothing until there are two steps, and nothing for a figure that has only been nought: a line would look like
    /// data.
    double[] values() {
        if (values.size() < 2 || values.stream().allMatch(v -> v == 0)) {
            return new double[0];
        }
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
