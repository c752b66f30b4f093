package org.yiping.console.outbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What waits in the outbox: commands on their way, rejected and expired ones to look at, those another
/// user left on this seat, and since when the oldest has been waiting. Immutable; any thread.
public record Waiting(
        int onTheirWay,
        int rejected,
        int expired,
        int ofOthers,
        @Nullable Instant oldest) {
    public static final Waiting NOTHING = new Waiting(0, 0, 0, 0, null);
}
