package org.yiping.domain.kpi;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.casework.CallBack;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseClock;

/// The instant of a case by which a counter puts it into a period, and whose taker it is booked to where people are
/// told apart. Of a step that is taken again it is the last time, but for `FIRST_DISPATCHED`. `CHECKED` is the answer
/// to a check, passed or not; `CALLED_BACK` is when its caller was reached last since it was closed. `STANDING` is no
/// instant of a case: such a counter says how many cases stand so when it is counted. Immutable; any thread.
public enum Moment {
    REPORTED,
    ACCEPTED,
    FILED,
    DISPATCHED,
    FINISHED,
    CHECKED,
    CLOSED,
    CALLED_BACK,
    VERIFY_SENT,
    VERIFIED,
    FIRST_DISPATCHED,
    CHECK_SENT,
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
            case CHECKED -> stopped(Steps.lastStopped(c, Steps.CHECK), m.checkedAt());
            case CLOSED -> m.closedAt();
            case CALLED_BACK -> reached(c);
            case VERIFY_SENT -> started(Steps.last(c, Steps.VERIFY));
            case VERIFIED -> stopped(Steps.lastStopped(c, Steps.VERIFY), null);
            case FIRST_DISPATCHED -> Steps.firstDispatch(c);
            case CHECK_SENT -> started(Steps.last(c, Steps.CHECK));
            case STANDING -> null;
        };
    }

    private static @Nullable Instant reached(Case c) {
        CallBack call = c.progress().calledBack();
        return call == null || !call.reached() ? null : call.at();
    }

    private static @Nullable Instant started(@Nullable CaseClock clock) {
        return clock == null ? null : clock.startedAt();
    }

    private static @Nullable Instant stopped(@Nullable CaseClock clock, @Nullable Instant otherwise) {
        return clock == null ? otherwise : clock.stoppedAt();
    }
}
