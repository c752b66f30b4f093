package org.yiping.domain.casework;

import java.time.Instant;
import java.util.Set;
import org.yiping.domain.identity.Actor;

/// What calling the caller back (回访) came to, by whom and when. What they said is the flow record's note. Of several
/// calls since the case was closed it is the last that reached the caller; as long as none has it is the last of all,
/// and the case waits on. `outcome` is an open code: one of `OUTCOMES`, or that of a newer platform, which is nobody's
/// judgement here. Immutable; any thread.
public record CallBack(String outcome, Actor by, Instant at) {
    public static final String VERY_SATISFIED = "very-satisfied";
    public static final String SATISFIED = "satisfied";
    public static final String DISSATISFIED = "dissatisfied";
    public static final String NOT_REACHED = "not-reached";

    /// What a workflow may offer as kinds of a call: nothing else would be counted.
    public static final Set<String> OUTCOMES = Set.of(VERY_SATISFIED, SATISFIED, DISSATISFIED, NOT_REACHED);

    /// Whether somebody answered.
    public boolean reached() {
        return !outcome.equals(NOT_REACHED);
    }
}
