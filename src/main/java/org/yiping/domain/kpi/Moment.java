package org.yiping.domain.kpi;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.casework.CallBack;
import org.yiping.domain.casework.Case;

/// The instant of a case by which a counter puts it into a period. `CALLED_BACK` is when its caller was reached last
/// since it was closed. `STANDING` is no instant of a case: such a counter says how many cases stand so when it is
/// counted. Immutable; any thread.
public enum Moment {
    REPORTED,
    ACCEPTED,
    FILED,
    DISPATCHED,
    FINISHED,
    CHECKED,
    CLOSED,
    CALLED_BACK,
    STANDING;

    /// When the case passed here; absent where it has not, or not again since it went back.
    public @Nullable Instant of(Case c) {
        var m = c.progress().milestones();
        return switch (this) {
            case REPORTED -> c.report().reportedAt();
            case ACCEPTED -> m.acceptedAt();
            case FILED -> m.filedAt();
            case DISPATCHED -> m.dispatchedAt();
            case FINISHED -> m.finishedAt();
            case CHECKED -> m.checkedAt();
            case CLOSED -> m.closedAt();
            case CALLED_BACK -> reached(c);
            case STANDING -> null;
        };
    }

    private static @Nullable Instant reached(Case c) {
        CallBack call = c.progress().calledBack();
        return call == null || !call.reached() ? null : call.at();
    }
}
