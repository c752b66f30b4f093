package org.yiping.domain.sensor;

import org.jspecify.annotations.Nullable;

/// From which value on a sensor's word calls for attention, in the sensor's unit; either may be missing. Where `alarm`
/// is below `warning` the low values are the bad ones (a pressure, a charge); with one limit alone the high ones are.
/// Immutable; any thread. Throws `IllegalArgumentException` for what is no number.
public record Limits(@Nullable Double warning, @Nullable Double alarm) {
    /// Nothing calls for attention.
    public static final Limits NONE = new Limits(null, null);

    public Limits {
        if ((warning != null && !Double.isFinite(warning)) || (alarm != null && !Double.isFinite(alarm))) {
            throw new IllegalArgumentException("a limit is a finite number");
        }
    }

    /// Whether low values are the bad ones.
    public boolean falling() {
        return warning != null && alarm != null && alarm < warning;
    }

    /// What a value means that is of now: a limit counts as reached by its very value.
    SensorState of(double value) {
        if (reached(value, alarm)) {
            return SensorState.ALARM;
        }
        return reached(value, warning) ? SensorState.WARNING : SensorState.NORMAL;
    }

    private boolean reached(double value, @Nullable Double limit) {
        return limit != null && (falling() ? value <= limit : value >= limit);
    }
}
