package org.yiping.domain.assessment;

import java.util.List;
import org.yiping.domain.casework.CaseId;

/// The cases behind a score, or those by which a figure cost it points, as they were frozen: how many there are, and
/// the first of those that whoever asks may see. Immutable; any thread.
public record CasesBehind(int total, List<CaseId> cases) {
    public CasesBehind {
        cases = List.copyOf(cases);
    }
}
