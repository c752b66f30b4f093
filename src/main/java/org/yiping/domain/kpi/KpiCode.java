package org.yiping.domain.kpi;

import org.yiping.domain.Id;

/// A figure, e.g. `filed` 立案数 (domain.md 6.1).
public record KpiCode(String value) implements Id {
    public KpiCode {
        Id.check(value);
    }
}
