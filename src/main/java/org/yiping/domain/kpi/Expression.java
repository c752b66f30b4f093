package org.yiping.domain.kpi;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a formula says, as a tree. It can only compute: no names but counters and measures, no loops, no text, nothing
/// that could wait. Immutable; any thread.
public sealed interface Expression {
    /// Where numbers come from. Absent is unknown and stays unknown through everything that is done with it.
    interface Source {
        @Nullable
        Long count(Counter counter);

        /// In milliseconds; absent where there was nothing to measure.
        @Nullable
        Rational duration(Measure measure, Measure.Statistic statistic);
    }

    enum Operator {
        PLUS,
        MINUS,
        TIMES,
        OVER
    }

    enum Comparison {
        LESS,
        AT_MOST,
        MORE,
        AT_LEAST,
        EQUAL,
        OTHER
    }

    record Constant(Rational value) implements Expression {}

    record Count(Counter counter) implements Expression {}

    /// In hours.
    record Duration(Measure measure, Measure.Statistic statistic) implements Expression {}

    record Negative(Expression of) implements Expression {}

    record Binary(Operator operator, Expression left, Expression right) implements Expression {
        private @Nullable Rational computed(Source source) {
            Rational a = left.value(source);
            Rational b = right.value(source);
            if (a == null || b == null) {
                return null;
            }
            return switch (operator) {
                case PLUS -> a.plus(b);
                case MINUS -> a.plus(b.negative());
                case TIMES -> a.times(b);
                case OVER -> b.isZero() ? null : a.over(b);
            };
        }
    }

    /// The largest or smallest of some.
    record Extreme(boolean largest, List<Expression> of) implements Expression {
        public Extreme {
            of = List.copyOf(of);
        }

        private @Nullable Rational found(Source source) {
            Rational found = null;
            for (Expression each : of) {
                Rational value = each.value(source);
                if (value == null) {
                    return null;
                }
                boolean better = found == null || (value.compareTo(found) > 0) == largest;
                found = better ? value : found;
            }
            return found;
        }
    }

    record Choice(Comparison by, Expression left, Expression right, Expression then, Expression otherwise)
            implements Expression {
        private @Nullable Rational chosen(Source source) {
            Rational a = left.value(source);
            Rational b = right.value(source);
            if (a == null || b == null) {
                return null;
            }
            int order = a.compareTo(b);
            boolean holds = switch (by) {
                case LESS -> order < 0;
                case AT_MOST -> order <= 0;
                case MORE -> order > 0;
                case AT_LEAST -> order >= 0;
                case EQUAL -> order == 0;
                case OTHER -> order != 0;
            };
            return (holds ? then : otherwise).value(source);
        }
    }

    /// Absent where something it needs is unknown, or where it would divide by zero.
    default @Nullable Rational value(Source source) {
        return switch (this) {
            case Constant c -> c.value();
            case Count c -> {
                Long count = source.count(c.counter());
                yield count == null ? null : Rational.of(count);
            }
            case Duration d -> {
                Rational millis = source.duration(d.measure(), d.statistic());
                yield millis == null ? null : millis.over(Rational.of(3_600_000));
            }
            case Negative n -> {
                Rational value = n.of().value(source);
                yield value == null ? null : value.negative();
            }
            case Binary b -> b.computed(source);
            case Extreme e -> e.found(source);
            case Choice c -> c.chosen(source);
        };
    }

    /// Every counter and measure that is asked for, whether or not it decides.
    default void collect(Set<Counter> counters, Set<Measure> measures) {
        switch (this) {
            case Constant _ -> {}
            case Count c -> counters.add(c.counter());
            case Duration d -> measures.add(d.measure());
            case Negative n -> n.of().collect(counters, measures);
            case Binary b -> {
                b.left().collect(counters, measures);
                b.right().collect(counters, measures);
            }
            case Extreme e -> e.of().forEach(x -> x.collect(counters, measures));
            case Choice c ->
                List.of(c.left(), c.right(), c.then(), c.otherwise()).forEach(x -> x.collect(counters, measures));
        }
    }
}
