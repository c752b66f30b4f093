package org.yiping.domain.assessment;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.identity.Actor;

/// An objection (申诉) of those assessed to some of the cases their score was counted from; upheld, these are left out.
/// `number` counts those of one assessment from 1. Immutable; any thread.
public record Appeal(
        int number,
        String object,
        List<CaseId> cases,
        String reason,
        Actor by,
        Instant at,
        @Nullable Decision decision) {
    public static final int MOST_CASES = 200;
    public static final int MOST = 1_000;

    public record Decision(boolean upheld, String reason, Actor by, Instant at) {}

    public Appeal {
        cases = List.copyOf(cases);
    }

    Appeal with(Decision next) {
        return new Appeal(number, object, cases, reason, by, at, next);
    }
}
