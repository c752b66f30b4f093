package org.yiping.soak;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A figure looked at again and again that ought to stay where it is. The first quarter of the looks is warming up;
/// what counts is how much the last quarter lies above the second. Medians, so that one odd look decides nothing.
final class Gauge {
    static final int FEWEST_LOOKS = 8;

    private final List<Double> looks = new ArrayList<>();

    void look(double value) {
        looks.add(value);
    }

    int looks() {
        return looks.size();
    }

    /// Absent while there are too few looks to tell.
    @Nullable
    Double growth() {
        int quarter = looks.size() / 4;
        if (looks.size() < FEWEST_LOOKS) {
            return null;
        }
        return median(looks.subList(looks.size() - quarter, looks.size()))
                - median(looks.subList(quarter, 2 * quarter));
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    @Override
    public String toString() {
        return looks.toString();
    }
}
