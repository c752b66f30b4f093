package org.yiping.domain.staff;

import org.yiping.domain.Id;

/// A roll-call's name, given by whoever calls it.
public record RollCallId(String value) implements Id {
    /// Leaves room for a person's id beside it.
    private static final int LONGEST = 32;

    public RollCallId {
        Id.check(value);
        if (value.length() > LONGEST || value.contains("/")) {
            throw new IllegalArgumentException("a roll-call's id has 1 to 32 characters, none of them /");
        }
    }
}
