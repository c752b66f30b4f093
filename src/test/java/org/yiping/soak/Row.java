package org.yiping.soak;

import org.jspecify.annotations.Nullable;

/// One figure at the end of a run; with a goal it must not exceed that. A figure that could not be had is no good one.
record Row(
        String name,
        @Nullable Double value,
        String unit,
        @Nullable Double goal) {
    static Row atMost(double goal, String name, @Nullable Double value, String unit) {
        return new Row(name, value, unit, goal);
    }

    static Row told(String name, double value, String unit) {
        return new Row(name, value, unit, null);
    }

    boolean ok() {
        return goal == null || value != null && value <= goal;
    }
}
