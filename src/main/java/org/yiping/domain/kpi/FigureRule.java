package org.yiping.domain.kpi;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One figure of a city: its formula as text, how it is named and shown, and which figures always stand beside it.
/// `unit` is an open code: cases, percent (the formula gives a share, shown times a hundred), hours, points.
/// `better`: up, down, or absent where neither is. Immutable; any thread.
public record FigureRule(
        KpiCode code,
        String name,
        String nameEnglish,
        String unit,
        @Nullable String better,
        @Nullable Double target,
        String formula,
        @Nullable List<KpiCode> beside) {
    /// Percentages are shares times a hundred.
    public static final String PERCENT = "percent";

    public static final String CASES = "cases";

    public FigureRule {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(nameEnglish, "nameEnglish");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(formula, "formula");
        beside = beside == null ? null : List.copyOf(beside);
    }

    public List<KpiCode> companions() {
        return beside == null ? List.of() : beside;
    }
}
