package org.yiping.domain.casework;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Why a clock is due when it is (domain.md 2.9): its limit, and every stretch of time since it started with
/// what kind of time it was, without a gap. `clock.basis` names the rule and the versions.
///
/// `calendarVersion` is the calendar the stretches were laid out by. `exact` says that it is the clock's own and leads
/// to the clock's own due time; it does not where that version is not kept here, or another platform set the target.
/// `withoutTable` are years the clock runs through whose holidays that calendar does not know. Immutable; any thread.
public record ClockExplanation(
        CaseClock clock,
        String calendarVersion,
        Duration allowance,
        boolean exact,
        List<Integer> withoutTable,
        List<Segment> segments) {
    @SuppressWarnings("NullAway") // absent in what an older platform said
    public ClockExplanation {
        withoutTable = withoutTable == null ? List.of() : List.copyOf(withoutTable);
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
