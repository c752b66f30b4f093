package org.yiping.console.store;

import java.time.Duration;
import java.time.Instant;

/// How fresh a source is: whether it is live, and when it was last heard of by this console's clock. It
/// belongs to a source and not to each row, because one dead link ages every row at once. Immutable; any
/// thread.
public record Freshness(boolean live, Instant asOf) {
    /// Before anything was heard; a store this fresh is empty.
    public static final Freshness NEVER = new Freshness(false, Instant.EPOCH);

    /// Whether anything was ever heard; without it there is no age.
    public boolean heard() {
        return asOf.isAfter(Instant.EPOCH);
    }

    public Duration age(Instant now) {
        Duration age = Duration.between(asOf, now);
        return age.isNegative() ? Duration.ZERO : age;
    }
}
