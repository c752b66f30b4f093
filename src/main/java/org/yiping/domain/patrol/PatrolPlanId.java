package org.yiping.domain.patrol;

import org.yiping.domain.Id;

/// A list of cameras to be walked (巡逻计划).
public record PatrolPlanId(String value) implements Id {
    public PatrolPlanId {
        Id.check(value);
    }
}
