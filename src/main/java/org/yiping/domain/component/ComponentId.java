package org.yiping.domain.component;

import org.jspecify.annotations.Nullable;
import org.yiping.domain.Id;

/// A component's identification code (部件标识码, domain.md 3.3).
public record ComponentId(String value) implements Id {
    public ComponentId {
        Id.check(value);
    }

    // Written out as `CaseId`'s are: asked for by the hundred thousand.
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof ComponentId(String text) && value.equals(text));
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }
}
