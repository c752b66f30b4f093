package org.yiping.domain.staff;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.geo.Position;

/// A part of a day of which one thing is known. `place` is where it began, absent of a gap before the first
/// fix. Immutable; any thread.
public record Spell(
        Kind kind, Instant from, Instant until, @Nullable Position place) {
    public enum Kind {
        /// In the own grid and moving, or standing for less than counts as idle.
        ACTIVE,
        IDLE,
        OFF_GRID,
        /// No fix: nothing is known, which is not idleness.
        GAP
    }

    public Duration length() {
        return Duration.between(from, until);
    }
}
