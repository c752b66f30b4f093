package org.yiping.console.ui.assessment;

import java.time.Instant;
import java.util.Comparator;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseClock;
import org.yiping.domain.casework.Light;
import org.yiping.domain.casework.Workflow;

/// Which of a department's cases are listed, and in which order. Stateless; any thread.
enum Scope {
    ALL,
    OPEN,
    /// Over its limit now, or when its clock was stopped.
    OVERDUE,
    ENDED,
    /// Ended and without a review.
    UNREVIEWED;

    boolean takes(Case value, boolean reviewed, Workflow workflow, Instant now) {
        boolean ended = switch (workflow.ending(value.progress().state())) {
            case CLOSED, VOIDED -> true;
            case OPEN, PAUSED -> false;
        };
        return switch (this) {
            case ALL -> true;
            case OPEN -> !ended;
            case OVERDUE -> value.progress().clocks().stream().anyMatch(c -> c.light(now) == Light.RED);
            case ENDED -> ended;
            case UNREVIEWED -> ended && !reviewed;
        };
    }

    /// What runs is read by its due moment, what has ended by the newest.
    Comparator<Case> order() {
        Comparator<Case> newest = Comparator.comparing((Case c) -> c.report().reportedAt(), Comparator.reverseOrder())
                .thenComparing(c -> c.id().value());
        return switch (this) {
            case OPEN, OVERDUE ->
                Comparator.comparing((Case c) ->
                                c.runningClock().map(CaseClock::dueAt).orElse(Instant.MAX))
                        .thenComparing(newest);
            case ALL, ENDED, UNREVIEWED -> newest;
        };
    }
}
