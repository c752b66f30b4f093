package org.yiping.domain.sensor;

import org.jspecify.annotations.Nullable;
import org.yiping.domain.Id;

/// A sensor's id, as the city's own registers have it.
public record SensorId(String value) implements Id {
    public SensorId {
        Id.check(value);
    }

    // Written out as `CaseId`'s are: asked for by the hundred thousand.
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof SensorId(String text) && value.equals(text));
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }
}
