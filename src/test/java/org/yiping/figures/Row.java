package org.yiping.figures;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One figure at the end of a run; with a goal it must not exceed that, or, where
/// `least`, not fall below. No value means that it could not be had, which
/// is neither a good nor a bad one. Immutable; any thread.
public record Row(
        String name,
        @Nullable Double value,
        String unit,
        @Nullable Double goal,
        boolean least) {
    public static Row atMost(String name, @Nullable Double value, String unit, double goal) {
        return new Row(name, value, unit, goal, false);
    }

    public static Row atLeast(String name, @Nullable Double value, String unit, double goal) {
        return new Row(name, value, unit, goal, true);
    }

    public static Row told(String name, @Nullable Double value, String unit) {
        return new Row(name, value, unit, null, false);
    }

    /// Null where there is nothing to compare.
    public @Nullable Boolean ok() {
        if (value == null || goal == null) {
            return null;
        }
        return least ? value >= goal : value <= goal;
    }

    /// As it is written down.
    public Map<String, @Nullable Object> wire() {
        Map<String, @Nullable Object> wire = new LinkedHashMap<>();
        wire.put("name", name);
        wire.put("value", value);
        wire.put("unit", unit);
        wire.put("goal", goal);
        wire.put("ok", ok());
        return wire;
    }

    /// Whether nothing speaks against it: what has a goal was had and keeps it.
    public boolean holds() {
        return goal == null || Boolean.TRUE.equals(ok());
    }
}
