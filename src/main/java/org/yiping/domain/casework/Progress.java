package org.yiping.domain.casework;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.identity.DepartmentId;
import org.yiping.domain.identity.PersonId;

/// How far a case is: its state, who has it, its clocks in the order they started, the posts it passed, and what is
/// unusual about it (`flags`, open codes: closed-before-opened, rework, supervised …). Immutable; any thread.
public record Progress(
        StateCode state,
        @Nullable DepartmentId department,
        @Nullable PersonId handler,
        List<CaseClock> clocks,
        Milestones milestones,
        List<String> flags) {
    public Progress {
        clocks = List.copyOf(clocks);
        flags = List.copyOf(flags);
    }
}
