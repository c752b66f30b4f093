package org.yiping.domain.sensor;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a sensor said last: telemetry, not a journal fact. Without a `value` it said that it is out of order. `at` is
/// the device's time, never later than the platform took it. Immutable; any thread. Throws `IllegalArgumentException`
/// for a value that is no number.
public record Reading(SensorId sensor, @Nullable Double value, Instant at) {
    public Reading {
        if (value != null && !Double.isFinite(value)) {
            throw new IllegalArgumentException("a reading is a finite number");
        }
    }
}
