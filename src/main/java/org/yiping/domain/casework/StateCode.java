package org.yiping.domain.casework;

import org.jspecify.annotations.Nullable;
import org.yiping.domain.Id;

/// A state of the workflow, an open code of the city's workflow file, e.g. `to-dispatch` 待派遣 (domain.md 2.5).
public record StateCode(String value) implements Id {
    public StateCode {
        Id.check(value);
    }

    // Written out as `CaseId`'s are: asked for by the hundred thousand.
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof StateCode(String text) && value.equals(text));
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }
}
