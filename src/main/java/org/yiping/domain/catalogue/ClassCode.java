package org.yiping.domain.catalogue;

import org.jspecify.annotations.Nullable;
import org.yiping.domain.Id;

/// A class of cases: kind letter and the city's own code, e.g. `E-0110` or `C-0102` (domain.md 4). No code switches on
/// it.
public record ClassCode(String value) implements Id {
    public ClassCode {
        Id.check(value);
    }

    // Written out as `CaseId`'s are: asked for by the hundred thousand.
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof ClassCode(String text) && value.equals(text));
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }
}
