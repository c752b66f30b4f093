package org.yiping.console.ui.map;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.yiping.console.map.AreaTint;

/// Where the classes of a colouring end (分级): five or fewer that hold about as many areas each, their bounds rounded
/// to what can be read and remembered. Where many have the lowest value alike, they are a class. A value on a bound is
/// of the class above it. Immutable; any thread.
///
/// Bounds stay while they still tell areas apart, so that a colour changes because its area did.
record TintScale(List<Double> bounds) {
    private static final MathContext READABLE = new MathContext(2, RoundingMode.DOWN);
    /// A class with more than this share of the areas tells too little of them.
    private static final double CROWDED = 0.6;
    /// Values this many times the last bound want others.
    private static final double FAR = 3;

    TintScale {
        bounds = List.copyOf(bounds);
    }

    /// `whole` where values are counts.
    static TintScale of(double[] values, boolean whole) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        List<Double> bounds = new ArrayList<>();
        int first = crowd(sorted);
        int classes = AreaTint.CLASSES - (first > 0 ? 1 : 0);
        double last = Double.NEGATIVE_INFINITY;
        for (int i = first > 0 ? 0 : 1; i < classes && first < sorted.length; i++) {
            double exact = sorted[first + i * (sorted.length - first) / classes];
            double bound = readable(exact, whole);
            // where rounding down would reach into the class below, the bound is the value itself
            bound = holds(sorted, last, bound) ? bound : exact;
            if (holds(sorted, last, bound)) {
                bounds.add(bound);
                last = bound;
            }
        }
        return new TintScale(bounds);
    }

    /// How many areas share the lowest value, where these alone would fill a class: mostly noughts. 0 otherwise.
    private static int crowd(double[] sorted) {
        int same = 0;
        while (same < sorted.length && sorted[same] == sorted[0]) {
            same++;
        }
        return same > sorted.length / AreaTint.CLASSES ? same : 0;
    }

    /// These, or better ones where they no longer fit.
    TintScale keptFor(double[] values, boolean whole) {
        int[] counts = counts(values);
        int most = Arrays.stream(counts).max().orElse(0);
        double highest = Arrays.stream(values).max().orElse(0);
        boolean fits = !bounds.isEmpty() && most <= CROWDED * values.length && highest <= FAR * bounds.getLast();
        TintScale other = fits ? this : of(values, whole);
        return other.bounds.equals(bounds) ? this : other;
    }

    int classes() {
        return bounds.size() + 1;
    }

    int classOf(double value) {
        int at = 0;
        while (at < bounds.size() && value >= bounds.get(at)) {
            at++;
        }
        return at;
    }

    /// How many values each class has.
    int[] counts(double[] values) {
        int[] counts = new int[classes()];
        for (double value : values) {
            counts[classOf(value)]++;
        }
        return counts;
    }

    /// The step of the ramp a class is drawn in: fewer than five are spread over all of it.
    int step(int ofClass) {
        int last = AreaTint.CLASSES - 1;
        return bounds.isEmpty() ? last / 2 : (int) Math.rint((double) last * ofClass / bounds.size());
    }

    private static double readable(double value, boolean whole) {
        double rounded = new BigDecimal(value).round(READABLE).doubleValue();
        return whole ? Math.rint(rounded) : rounded;
    }

    private static boolean holds(double[] values, double from, double below) {
        return Arrays.stream(values).anyMatch(v -> v >= from && v < below);
    }
}
