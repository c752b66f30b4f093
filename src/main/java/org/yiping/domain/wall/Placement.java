package org.yiping.domain.wall;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.command.CommandId;
import org.yiping.domain.identity.Actor;

/// Something that stands on a wall because somebody sent it there (投送); named by the command that did. `until`
/// is when it goes by itself, by the platform's clock; `alarm` is the case whose alarm put it there, absent
/// where people did. Immutable; any thread.
public record Placement(
        CommandId id,
        WallOrder order,
        Actor by,
        Instant from,
        @Nullable Instant until,
        @Nullable CaseId alarm) {
    public boolean standsAt(Instant now) {
        return until == null || until.isAfter(now);
    }

    /// The same for as long, from now on.
    Placement begun(Instant now) {
        return new Placement(id, order, by, now, until == null ? null : now.plus(Duration.between(from, until)), alarm);
    }

    /// Whether nothing else may be put in its place, an alarm neither.
    public boolean isLocked() {
        return order.locked();
    }
}
