package org.yiping.domain.patrol;

import java.time.Instant;
import org.yiping.domain.Id;

/// One walk of a plan (巡逻班次).
public record PatrolRoundId(String value) implements Id {
    public PatrolRoundId {
        Id.check(value);
    }

    /// By plan and beginning, so that two seats that begin it without knowing of each other walk the same one.
    public static PatrolRoundId of(PatrolPlanId plan, Instant slot) {
        return new PatrolRoundId(plan.value() + "." + slot.getEpochSecond() / 60);
    }
}
