package org.yiping.domain.assessment;

import java.time.Instant;
import java.util.List;
import org.yiping.domain.casework.CaseId;

/// What became of an assessment's ground since it was counted: whether its scores still follow from what was frozen,
/// and which cases would be counted otherwise now, because they came late, were corrected or are gone. Of `total` the
/// first that whoever asks may see. Immutable; any thread.
public record AssessmentCheck(Instant at, boolean equal, int total, List<CaseId> cases) {
    public AssessmentCheck {
        cases = List.copyOf(cases);
    }
}
