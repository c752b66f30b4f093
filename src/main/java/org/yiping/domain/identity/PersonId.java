package org.yiping.domain.identity;

import org.jspecify.annotations.Nullable;
import org.yiping.domain.Id;

/// A person who works here.
public record PersonId(String value) implements Id {
    public PersonId {
        Id.check(value);
    }

    // Written out as `CaseId`'s are: asked for by the hundred thousand.
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof PersonId(String text) && value.equals(text));
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }
}
