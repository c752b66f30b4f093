package org.yiping.bench;

import org.jspecify.annotations.Nullable;

/// One measured figure. No value means it could not be measured, which is not the same as a bad one. `atMost` says
/// which
/// side of the goal is good.
record Row(
        String name,
        @Nullable Double value,
        String unit,
        @Nullable Double goal,
        boolean atMost) {
    static Row atMost(String name, @Nullable Double value, String unit, double goal) {
        return new Row(name, value, unit, goal, true);
    }

    static Row told(String name, @Nullable Double value, String unit) {
        return new Row(name, value, unit, null, true);
    }

    @Nullable
    Boolean ok() {
        if (value == null || goal == null) {
            return null;
        }
        return atMost ? value <= goal : value >= goal;
    }
}
