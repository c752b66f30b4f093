package org.yiping.console.ui.control;

import java.time.Duration;

/// How the time of a case stands, as far as a control must know it (倒计时).
///
/// Immutable; any thread. The feature computes it from the case and the tick's moment; a control only writes it down.
public sealed interface Countdown {
    /// The share from which the light is yellow.
    double SOON_FROM = 0.8;

    /// Counts in hours and minutes. `left` is negative once over; both in the rule's own time (working time where it
    /// counts working time).
    record Running(Duration left, Duration limit) implements Countdown {}

    /// Counts in working days (工作日); `used` is the share of the limit, above 1 once over, `left` then negative.
    record Workdays(int left, double used) implements Countdown {}

    /// 挂账: the clock stands since so long; `used` is the share at which it stopped.
    record Held(Duration since, double used) implements Countdown {}

    /// No clock runs yet: 未计时.
    record Untimed() implements Countdown {}

    /// Not known, which is not the same as none: —.
    record Unknown() implements Countdown {}

    /// Share of the limit used, 0 for a clock that does not run; may exceed 1.
    default double used() {
        return switch (this) {
            case Running(Duration left, Duration limit) ->
                limit.isZero() ? (left.isNegative() ? 2 : 1) : 1 - (double) left.toMillis() / limit.toMillis();
            case Workdays(int _, double used) -> used;
            case Held(Duration _, double used) -> used;
            case Untimed(), Unknown() -> 0;
        };
    }

    default MarkLight light() {
        return switch (this) {
            case Running running -> light(running.used());
            case Workdays workdays -> light(workdays.used());
            case Held _ -> MarkLight.HELD;
            case Untimed(), Unknown() -> MarkLight.UNKNOWN;
        };
    }

    private static MarkLight light(double used) {
        if (used > 1) {
            return MarkLight.OVER;
        }
        return used >= SOON_FROM ? MarkLight.SOON : MarkLight.CALM;
    }
}
