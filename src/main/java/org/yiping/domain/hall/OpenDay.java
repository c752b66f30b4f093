package org.yiping.domain.hall;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.identity.Actor;

/// Whether strangers are in the hall (开放日). While it is `on`, every screen and every file made there hides names,
/// phones, plates and addresses. `by` turned it last, at `since`; `story` is absent while none is told. Immutable; any
/// thread.
public record OpenDay(
        HallId id,
        boolean on,
        Instant since,
        Actor by,
        @Nullable Telling story) {
    /// A story under way: its made-up case, how many steps of it are asked for so far, and who tells it.
    public record Telling(CaseId caseId, int step, Actor by) {}
}
