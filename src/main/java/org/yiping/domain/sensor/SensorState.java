package org.yiping.domain.sensor;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What is known of a sensor now, the most pressing last.
public enum SensorState {
    /// It has never been heard of.
    UNKNOWN,
    NORMAL,
    /// Its last word is older than promised: whatever it was, it is not of now.
    STALE,
    /// It says itself that it is out of order; that stands until it says something else.
    FAULT,
    WARNING,
    ALARM;

    /// The state by what was said last. Unknown is never zero, and late is never live: a value older than `promise`
    /// means nothing any more, and one dated ahead of `now` by more than that comes from a clock nobody can trust.
    public static SensorState of(Limits limits, @Nullable Reading last, Instant now, Duration promise) {
        if (last == null) {
            return UNKNOWN;
        }
        Double value = last.value();
        if (value == null) {
            return FAULT;
        }
        return Duration.between(last.at(), now).abs().compareTo(promise) > 0 ? STALE : limits.of(value);
    }

    /// Whether somebody should look.
    public boolean calls() {
        return this == WARNING || this == ALARM;
    }
}
