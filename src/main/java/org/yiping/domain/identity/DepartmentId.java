package org.yiping.domain.identity;

import org.jspecify.annotations.Nullable;
import org.yiping.domain.Id;

/// A professional department (专业部门).
public record DepartmentId(String value) implements Id {
    public DepartmentId {
        Id.check(value);
    }

    // Written out as `CaseId`'s are: asked for by the hundred thousand.
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof DepartmentId(String text) && value.equals(text));
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }
}
