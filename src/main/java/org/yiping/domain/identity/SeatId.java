package org.yiping.domain.identity;

import org.yiping.domain.Id;

/// A working place in the hall; one person may sit at two.
public record SeatId(String value) implements Id {
    public SeatId {
        Id.check(value);
    }
}
