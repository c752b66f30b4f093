package org.yiping.domain.assessment;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.kpi.Counter;
import org.yiping.domain.kpi.Expression;
import org.yiping.domain.kpi.Measure;
import org.yiping.domain.kpi.Rational;

/// What one object's score was counted from, frozen when it was: each case with the revision at which it stood and the
/// counters that counted it, a bit each in the order of `counters`. `unknown` are counters of which nobody could know
/// anything then. Immutable; any thread.
public record Inputs(
        AssessmentId assessment, String object, List<String> counters, Set<String> unknown, List<Counted> cases) {
    public record Counted(CaseId id, long revision, long bits) {}

    public Inputs {
        counters = List.copyOf(counters);
        unknown = Set.copyOf(unknown);
        cases = List.copyOf(cases);
    }

    /// Whether a case was counted by a counter.
    public boolean counts(Counted one, Counter counter) {
        int place = counters.indexOf(counter.code());
        return place >= 0 && (one.bits() & 1L << place) != 0;
    }

    /// The numbers a formula is computed from; `without` are cases that were left out after an appeal.
    public Expression.Source source(Set<CaseId> without) {
        return new Expression.Source() {
            @Override
            public @Nullable Long count(Counter counter) {
                if (!counters.contains(counter.code()) || unknown.contains(counter.code())) {
                    return null;
                }
                return cases.stream()
                        .filter(c -> counts(c, counter) && !without.contains(c.id()))
                        .count();
            }

            // No scheme may judge by durations: they are not kept.
            @Override
            public @Nullable Rational duration(Measure measure, Measure.Statistic statistic) {
                return null;
            }
        };
    }
}
