package org.yiping.domain.assessment;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.identity.DepartmentId;
import org.yiping.domain.kpi.Span;

/// How often a department was called to account (问责记录): its notices, the newest first, and what it got in published
/// assessments. `overdue` are answers that are owed beyond their time, `late` notices that were answered too late.
/// Immutable; any thread.
public record Account(
        DepartmentId department, int open, int overdue, int late, List<DepartmentNotice> notices, List<Mark> scores) {
    /// What a published assessment gave; absent where too little was known.
    public record Mark(
            AssessmentId assessment,
            int edition,
            String scheme,
            String period,
            Span span,
            @Nullable BigDecimal value,
            @Nullable String grade) {}

    public Account {
        notices = List.copyOf(notices);
        scores = List.copyOf(scores);
    }
}
