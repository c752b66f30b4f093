package org.yiping.domain.automation;

import org.yiping.domain.Id;

/// A rule that acts by itself (自动规则); also its name as an actor in flow records.
public record RuleId(String value) implements Id {
    public RuleId {
        Id.check(value);
    }
}
