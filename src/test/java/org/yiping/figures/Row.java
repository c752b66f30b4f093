package org.yiping.figures;

import org.jspecify.annotations.Nullable;

/// One figure at the end of a run; with a goal it must not exceed that. No value means that it could not be had, which
/// is neither a good nor a bad one. Immutable; any thread.
public record Row(
        String name,
        @Nullable Double value,
        String unit,
        @Nullable Double goal) {
    public static Row atMost(String name, @Nullable Double value, String unit, double goal) {
        return new Row(name, value, unit, goal);
    }

    public static Row told(String name, @Nullable Double value, String unit) {
        return new Row(name, value, unit, null);
    }

    /// Null where there is nothing to compare.
    public @Nullable Boolean ok() {
        return value == null || goal == null ? null : value <= goal;
    }

    /// Whether nothing speaks against it: what has a goal was had and keeps it.
    public boolean holds() {
        return goal == null || Boolean.TRUE.equals(ok());
    }
}
