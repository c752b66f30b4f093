package org.yiping.server.data;

import org.jspecify.annotations.Nullable;

/// What decides who may see a row: the area it lies in and the department that has it, where it has one. Immutable.
public record Scope(@Nullable String area, @Nullable String department) {
    public static final Scope OPEN = new Scope(null, null);
}
