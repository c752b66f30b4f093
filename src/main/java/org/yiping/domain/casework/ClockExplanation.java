package org.yiping.domain.casework;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Why a clock is due when it is (domain.md 2.9): its limit, and every stretch of time since it started with
/// what kind of time it was, without a gap. `clock.basis` names the rule and the versions.
///
/// `exact` says that today's calendar leads to the clock's own due time; it does not where the calendar has
/// changed since, or another platform set the target. Immutable; any thread.
public record ClockExplanation(CaseClock clock, Duration allowance, boolean exact, List<Segment> segments) {
    public ClockExplanation {
        segments = List.copyOf(segments);
    }

    /// A stretch of one kind. `counted` is what it used of the limit; `extension` is 0 for the original limit,
    /// 1 for the first extension; `name` is the holiday's. `to` is absent for a pause that lasts.
    public record Segment(
            Instant from,
            @Nullable Instant to,
            TimeKind kind,
            Duration counted,
            int extension,
            @Nullable String name) {}
}
