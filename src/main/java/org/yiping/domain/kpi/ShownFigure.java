package org.yiping.domain.kpi;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A figure as the platform tells it: what the city calls it, its formula, and everything it was computed from.
/// `before` is the same formula in the period before (环比), `lastYear` a year before (同比); absent where figures
/// are told apart. A `value` that cannot be computed is absent (无数据). Immutable; any thread.
public record ShownFigure(
        KpiCode code,
        String name,
        String nameEnglish,
        String unit,
        @Nullable String better,
        @Nullable Double target,
        @Nullable List<KpiCode> beside,
        String version,
        String formula,
        @Nullable Double value,
        @Nullable Long numerator,
        @Nullable Long denominator,
        List<Part> counters,
        Instant from,
        Instant until,
        @Nullable Then before,
        @Nullable Then lastYear) {
    public ShownFigure {
        counters = List.copyOf(counters);
        beside = beside == null || beside.isEmpty() ? null : List.copyOf(beside);
    }

    /// What always stands with it.
    public List<KpiCode> companions() {
        return beside == null ? List.of() : beside;
    }

    /// A counter of the formula; without a value it is unknown.
    public record Part(String code, @Nullable Long value) {}

    /// What the figure was in another span.
    public record Then(
            @Nullable Double value,
            @Nullable Long numerator,
            @Nullable Long denominator,
            Instant from,
            Instant until) {
        private Then ofAnySpan() {
            return new Then(value, numerator, denominator, Instant.EPOCH, Instant.EPOCH);
        }

        static @Nullable Then of(@Nullable Figure figure) {
            return figure == null
                    ? null
                    : new Then(
                            figure.value(),
                            figure.numerator(),
                            figure.denominator(),
                            figure.span().from(),
                            figure.span().until());
        }
    }

    public static ShownFigure of(FigureRule rule, Figure f, @Nullable Figure before, @Nullable Figure lastYear) {
        return new ShownFigure(
                f.code(),
                rule.name(),
                rule.nameEnglish(),
                f.unit(),
                rule.better(),
                rule.target(),
                rule.companions(),
                f.version(),
                f.formula(),
                f.value(),
                f.numerator(),
                f.denominator(),
                f.counters().entrySet().stream()
                        .map(e -> new Part(e.getKey(), e.getValue()))
                        .toList(),
                f.span().from(),
                f.span().until(),
                Then.of(before),
                Then.of(lastYear));
    }

    /// Without how much of earlier periods it is held against.
    ShownFigure withoutSpans() {
        return new ShownFigure(
                code,
                name,
                nameEnglish,
                unit,
                better,
                target,
                beside,
                version,
                formula,
                value,
                numerator,
                denominator,
                counters,
                from,
                until,
                before == null ? null : before.ofAnySpan(),
                lastYear == null ? null : lastYear.ofAnySpan());
    }

    public boolean isPercent() {
        return unit.equals(FigureRule.PERCENT);
    }

    /// Whether it misses the city's target; never where either is unknown.
    public boolean misses() {
        Double wanted = target;
        Double is = value;
        return wanted != null && is != null && ("down".equals(better) ? is > wanted : is < wanted);
    }
}
