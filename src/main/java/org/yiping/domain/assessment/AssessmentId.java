package org.yiping.domain.assessment;

import org.yiping.domain.Id;

/// One edition of an assessment (考核批次).
public record AssessmentId(String value) implements Id {
    /// What lies beside it has its name and a number.
    public static final int LONGEST = 56;

    public AssessmentId {
        Id.check(value);
    }
}
