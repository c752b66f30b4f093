package org.yiping.domain.inspection;

import org.yiping.domain.Id;

/// An inspection, as whoever planned it calls it.
public record InspectionId(String value) implements Id {
    /// Leaves room for the place of a point behind it.
    private static final int LONGEST = 40;

    public InspectionId {
        Id.check(value);
        if (value.length() > LONGEST) {
            throw new IllegalArgumentException("at most " + LONGEST + " characters");
        }
    }
}
