package org.yiping.domain.kpi;

import org.yiping.domain.Id;

/// A re-check, as whoever drew it calls it.
public record RecheckId(String value) implements Id {
    /// Leaves room for the place of a case behind it.
    private static final int LONGEST = 48;

    public RecheckId {
        Id.check(value);
        if (value.length() > LONGEST) {
            throw new IllegalArgumentException("at most " + LONGEST + " characters");
        }
    }
}
