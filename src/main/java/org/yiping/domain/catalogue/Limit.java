package org.yiping.domain.catalogue;

/// A time limit (时限) as the city wrote it: two urgent hours, one working day. Immutable; any thread.
public record Limit(int value, LimitUnit unit) {
    public Limit {
        if (value <= 0) {
            throw new IllegalArgumentException("a limit is positive");
        }
    }
}
