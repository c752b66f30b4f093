package org.yiping.domain.component;

import org.yiping.domain.Id;

/// A component's identification code (部件标识码, domain.md 3.3).
public record ComponentId(String value) implements Id {
    public ComponentId {
        Id.check(value);
    }
}
