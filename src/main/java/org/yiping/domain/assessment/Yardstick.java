package org.yiping.domain.assessment;

import java.util.List;
import org.yiping.domain.kpi.FigureRule;

/// By what a run judged, written down whole: years later neither the city's schemes nor its formulas need to be found
/// again. `version` is of the schemes, `figures` of the formulas. Immutable; any thread.
public record Yardstick(
        String version,
        boolean sample,
        String figures,
        Scheme scheme,
        List<FigureRule> rules,
        List<Grade> grades,
        int decimals,
        int appealDays) {
    /// `rules` stand in the order of the scheme's indicators.
    public Yardstick {
        rules = List.copyOf(rules);
        grades = List.copyOf(grades);
        if (rules.size() != scheme.indicators().size()) {
            throw new IllegalArgumentException("a rule for each indicator");
        }
    }
}
