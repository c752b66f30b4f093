package org.yiping.domain.casework;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One clock of a case: the running or finished time of a stage, with the instants at which its light turns.
///
/// The server computes `yellowAt` (80 % of the limit used) and `dueAt` (100 %) with the city's calendar, so that every
/// screen shows the same light without knowing the calendar. `basis` names limit, rule and version that set it.
/// Immutable; any thread.
public record CaseClock(
        StageCode stage,
        Instant startedAt,
        Instant yellowAt,
        Instant dueAt,
        @Nullable Instant stoppedAt,
        ClockBasis basis) {
    public boolean running() {
        return stoppedAt == null;
    }

    /// The light at an instant; a stopped clock keeps the light it stopped with.
    public Light light(Instant now) {
        Instant at = stoppedAt == null ? now : stoppedAt;
        if (at.isAfter(dueAt)) {
            return Light.RED;
        }
        return at.isBefore(yellowAt) ? Light.GREEN : Light.YELLOW;
    }
}
