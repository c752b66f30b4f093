package org.yiping.domain.kpi;

import java.time.Instant;

/// From an instant on and before another. Immutable; any thread.
public record Span(Instant from, Instant until) {
    public Span {
        if (until.isBefore(from)) {
            throw new IllegalArgumentException("ends before it begins");
        }
    }

    public boolean contains(Instant at) {
        return !at.isBefore(from) && at.isBefore(until);
    }

    /// As much of it as has passed at `now`.
    public Span passed(Instant now) {
        return now.isBefore(from) ? new Span(from, from) : now.isBefore(until) ? new Span(from, now) : this;
    }
}
