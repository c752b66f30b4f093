package org.yiping.console.ui.cases;

import java.time.Instant;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseClock;
import org.yiping.domain.casework.Light;
import org.yiping.domain.casework.Workflow;

/// A case as the desk sees it now, with the instant at which it would see it differently. Immutable; any thread.
record Sight(Case value, Light light, Instant dueAt, Instant turnsAt) {
    static Sight of(Case value, Workflow workflow, Instant now) {
        Light light = value.light(now, workflow);
        Instant due = value.runningClock().map(CaseClock::dueAt).orElse(Instant.MAX);
        return new Sight(value, light, due, turnsAt(value, light));
    }

    boolean open() {
        return switch (light) {
            case GREEN, YELLOW, RED, NONE, PAUSED -> true;
            case CLOSED, VOID -> false;
        };
    }

    private static Instant turnsAt(Case value, Light light) {
        return switch (light) {
            case GREEN -> value.runningClock().map(CaseClock::yellowAt).orElse(Instant.MAX);
            case YELLOW ->
                value.runningClock().map(c -> c.dueAt().plusMillis(1)).orElse(Instant.MAX);
            case RED, PAUSED, CLOSED, VOID, NONE -> Instant.MAX;
        };
    }
}
