package org.yiping.protocol.wall;

import org.jspecify.annotations.Nullable;

/// What became of reading one file: what it says, or why it is refused. Immutable; any thread.
public record Reading<T>(@Nullable T content, @Nullable SceneFault fault) {
    public static <T> Reading<T> of(T content) {
        return new Reading<>(content, null);
    }

    public static <T> Reading<T> refused(SceneFault fault) {
        return new Reading<>(null, fault);
    }
}
