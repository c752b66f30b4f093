package org.yiping.domain.casework;

import org.jspecify.annotations.Nullable;
import org.yiping.domain.Id;

/// The opaque id of a case. People use its `CaseNumber`.
public record CaseId(String value) implements Id {
    public CaseId {
        Id.check(value);
    }

    // Written out: every map of a city's cases asks for these by the hundred thousand, and a record's own go by method
    // handles, which cost a console without the optimizing compiler ten times as much.
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof CaseId(String text) && value.equals(text));
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }
}
