package org.yiping.server.kpi;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.kpi.Counter;
import org.yiping.domain.kpi.Expression;
import org.yiping.domain.kpi.FigureBoard;
import org.yiping.domain.kpi.Measure;
import org.yiping.domain.kpi.Rational;

/// What was counted of one group in one span: a number for each counter asked for, all durations of each measure. What
/// was not asked for, and what nobody can know of that span, is absent. Filled by one thread.
@SuppressWarnings("EnumOrdinal") // places of arrays; what is written down names their order
final class Tally implements Expression.Source {
    private final long[] counts = new long[Counter.values().length];
    private final boolean[] known = new boolean[counts.length];
    private final Map<Measure, Durations> durations = new EnumMap<>(Measure.class);

    Tally(Set<Counter> counters, Set<Measure> measures) {
        counters.forEach(c -> known[c.ordinal()] = true);
        measures.forEach(m -> durations.put(m, new Durations()));
    }

    void add(Counter counter, long many) {
        counts[counter.ordinal()] += many;
    }

    void add(Measure measure, long millis) {
        Durations of = durations.get(measure);
        if (of != null) {
            of.add(millis);
        }
    }

    @Override
    public @Nullable Long count(Counter counter) {
        return known[counter.ordinal()] ? Long.valueOf(counts[counter.ordinal()]) : null;
    }

    @Override
    public @Nullable Rational duration(Measure measure, Measure.Statistic statistic) {
        Durations of = durations.get(measure);
        return of == null ? null : of.value(statistic);
    }

    /// How the durations of a measure spread; absent where there is none.
    FigureBoard.@Nullable Spread spread(Measure measure) {
        Durations of = durations.get(measure);
        return of == null || of.size == 0
                ? null
                : new FigureBoard.Spread(
                        measure, of.size, of.hours(10), of.hours(25), of.hours(50), of.hours(75), of.hours(90));
    }

    /// Durations, kept one by one, because only that gives percentiles to the last digit. They are never sorted as a
    /// whole: of a million, the one that takes a rank is found in a tenth of the time.
    private static final class Durations {
        private static final int FEW = 24;

        private long[] millis = new long[16];
        private int size;

        void add(long one) {
            if (size == millis.length) {
                millis = Arrays.copyOf(millis, size * 2);
            }
            millis[size++] = one;
        }

        @Nullable
        Rational value(Measure.Statistic statistic) {
            if (size == 0) {
                return null;
            }
            return switch (statistic) {
                case MEAN -> {
                    long sum = 0;
                    for (int i = 0; i < size; i++) {
                        sum = Math.addExact(sum, millis[i]);
                    }
                    yield Rational.of(sum).over(Rational.of(size));
                }
                case MEDIAN -> Rational.of(ranked(50));
                case P90 -> Rational.of(ranked(90));
            };
        }

        private double hours(int percent) {
            return ranked(percent) / 3_600_000.0;
        }

        /// The nearest rank. What is smaller comes to lie before it and what is larger behind it.
        private long ranked(int percent) {
            int rank = (int) (((long) size * percent + 99) / 100) - 1;
            int from = 0;
            int to = size - 1;
            while (to - from > FEW) {
                long pivot = middle(millis[from], millis[from + (to - from) / 2], millis[to]);
                int low = from;
                int high = to;
                while (low <= high) {
                    while (millis[low] < pivot) {
                        low++;
                    }
                    while (millis[high] > pivot) {
                        high--;
                    }
                    if (low <= high) {
                        long swapped = millis[low];
                        millis[low++] = millis[high];
                        millis[high--] = swapped;
                    }
                }
                if (rank <= high) {
                    to = high;
                } else if (rank >= low) {
                    from = low;
                } else {
                    return pivot;
                }
            }
            Arrays.sort(millis, from, to + 1);
            return millis[rank];
        }

        private static long middle(long a, long b, long c) {
            return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
        }
    }
}
