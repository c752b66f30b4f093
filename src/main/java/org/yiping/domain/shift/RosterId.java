package org.yiping.domain.shift;

import org.yiping.domain.Id;

/// A version of the city's roster.
public record RosterId(String value) implements Id {
    public RosterId {
        Id.check(value);
    }
}
