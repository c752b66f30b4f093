package org.yiping.domain.casework;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One clock of a case: the running, paused or finished time of a stage, with the instants at which its light
/// turns.
///
/// The server computes `yellowAt` (80 % of the limit used) and `dueAt` (100 %) with the city's calendar, so
/// that every screen shows the same light without knowing the calendar. `basis` names limit, rule and version
/// that set it; `changes` is absent where it was neither paused nor extended. While a clock is paused
/// `yellowAt` and `dueAt` are those it would have had; they move when it runs again. Immutable; any thread.
public record CaseClock(
        StageCode stage,
        Instant startedAt,
        Instant yellowAt,
        Instant dueAt,
        @Nullable Instant stoppedAt,
        ClockBasis basis,
        @Nullable ClockChanges changes) {
    /// The stage whose clock the department is judged by (处置).
    public static final StageCode HANDLE = new StageCode("handle");

    /// A clock nothing happened to yet.
    public CaseClock(
            StageCode stage,
            Instant startedAt,
            Instant yellowAt,
            Instant dueAt,
            @Nullable Instant stoppedAt,
            ClockBasis basis) {
        this(stage, startedAt, yellowAt, dueAt, stoppedAt, basis, null);
    }

    public boolean running() {
        return stoppedAt == null && !paused();
    }

    public boolean paused() {
        return !pauses().isEmpty() && pauses().getLast().to() == null;
    }

    public List<ClockChanges.Pause> pauses() {
        return changes == null ? List.of() : changes.pauses();
    }

    public int extensions() {
        return changes == null ? 0 : changes.extensions().size();
    }

    /// Whether it stopped after it was due.
    public boolean overran() {
        return stoppedAt != null && stoppedAt.isAfter(dueAt);
    }

    /// The light at an instant; a stopped clock keeps the light it stopped with.
    public Light light(Instant now) {
        if (paused()) {
            return Light.PAUSED;
        }
        Instant at = stoppedAt == null ? now : stoppedAt;
        if (at.isAfter(dueAt)) {
            return Light.RED;
        }
        return at.isBefore(yellowAt) ? Light.GREEN : Light.YELLOW;
    }
}
