package org.yiping.domain.kpi;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A figure that opens: its value with everything it was computed from. `value` is absent where it cannot be computed
/// (无数据): something is unknown, or it would divide by zero; it is never zero or a hundred for that. `numerator` and
/// `denominator` are there where the formula is a division of whole numbers. `counters` are all that stand in the
/// formula, an unknown one with no number; `span` is what was counted. Immutable; any thread.
public record Figure(
        KpiCode code,
        String version,
        String formula,
        String unit,
        @Nullable Double value,
        @Nullable Long numerator,
        @Nullable Long denominator,
        Map<String, @Nullable Long> counters,
        Span span) {

    /// Of a rule and where its numbers come from; `counted` are the counters of the formula with their numbers.
    public static Figure of(
            FigureRule rule,
            String version,
            Formula formula,
            Expression.Source source,
            Map<String, @Nullable Long> counted,
            Span span) {
        Rational value = formula.root().value(source);
        Expression.Binary division = formula.division();
        Rational shown =
                value != null && rule.unit().equals(FigureRule.PERCENT) ? value.times(Rational.of(100)) : value;
        return new Figure(
                rule.code(),
                version,
                rule.formula(),
                rule.unit(),
                shown == null ? null : finite(shown.asDouble()),
                division == null ? null : whole(division.left().value(source)),
                division == null ? null : whole(division.right().value(source)),
                counted,
                span);
    }

    /// Beyond what a number of the wire can be nothing is shown.
    private static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? Double.valueOf(value) : null;
    }

    private static @Nullable Long whole(@Nullable Rational value) {
        return value == null || !value.isWhole() || value.numerator().bitLength() > 62
                ? null
                : Long.valueOf(value.numerator().longValue());
    }
}
