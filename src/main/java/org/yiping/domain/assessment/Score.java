package org.yiping.domain.assessment;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.kpi.Figure;
import org.yiping.domain.kpi.KpiCode;

/// What an object got: `value` and `grade` are absent where too little is known (无数据), and never zero for that.
/// `knownWeight` of 100 could be judged; `cases` stand behind it, `left` of them left out after appeals.
/// Immutable; any thread.
public record Score(
        String object,
        String name,
        @Nullable BigDecimal value,
        @Nullable String grade,
        int knownWeight,
        int cases,
        int left,
        List<Part> parts) {
    /// One indicator: the figure with its fraction, the score on its scale, and how many points of the whole it cost;
    /// both absent where it is unknown.
    public record Part(
            Figure figure,
            int weight,
            @Nullable BigDecimal score,
            @Nullable BigDecimal lost) {}

    public Score {
        parts = List.copyOf(parts);
    }

    public @Nullable Part part(KpiCode figure) {
        return parts.stream()
                .filter(p -> p.figure().code().equals(figure))
                .findFirst()
                .orElse(null);
    }
}
