package org.yiping.console.ui.control;

import java.time.Duration;
import org.yiping.console.fx.Messages;

/// The words of a countdown: 剩 02:24 under an hour, 剩 3:12:40 above, 超 02:11 counting up, 停 108 天, 未计时.
///
/// Any thread; pure. What is left is rounded up and what is over rounded down to the second, so that 00:00 shows at
/// the due moment itself. From a hundred hours on days and hours are easier to read than 312:07:41.
public final class CountdownText {
    private static final long HOUR = 3600;
    private static final long DAY = 24 * HOUR;
    private static final long LONG_FROM = 100 * HOUR;

    private CountdownText() {}

    public static String of(Countdown countdown, Messages messages) {
        return switch (countdown) {
            case Countdown.Running(Duration left, Duration _) ->
                left.isNegative()
                        ? running(
                                left.negated().toSeconds(),
                                "control.countdown.over",
                                "control.countdown.over.days",
                                messages)
                        : running(
                                left.plusNanos(999_999_999).toSeconds(),
                                "control.countdown.left",
                                "control.countdown.left.days",
                                messages);
            case Countdown.Workdays(int left, double used) ->
                used > 1
                        ? messages.get("control.countdown.over.workdays", Math.abs(left))
                        : messages.get("control.countdown.left.workdays", left);
            case Countdown.Held(Duration since, double _) -> held(since, messages);
            case Countdown.Untimed() -> messages.get("control.countdown.untimed");
            case Countdown.Unknown() -> messages.get("control.countdown.unknown");
        };
    }

    private static String running(long seconds, String key, String daysKey, Messages messages) {
        if (seconds >= LONG_FROM) {
            return messages.get(daysKey, seconds / DAY, seconds % DAY / HOUR);
        }
        return messages.get(key, clock(seconds));
    }

    private static String held(Duration since, Messages messages) {
        if (since.toDays() > 0) {
            return messages.get("control.countdown.held.days", since.toDays());
        }
        return since.toHours() > 0
                ? messages.get("control.countdown.held.hours", since.toHours())
                : messages.get("control.countdown.held.minutes", since.toMinutes());
    }

    /// 144 → 02:24, 11560 → 3:12:40. Not String.format: a full queue asks for this once a second.
    public static String clock(long seconds) {
        StringBuilder out = new StringBuilder(8);
        if (seconds >= HOUR) {
            out.append(seconds / HOUR).append(':');
        }
        two(out, seconds % HOUR / 60).append(':');
        return two(out, seconds % 60).toString();
    }

    private static StringBuilder two(StringBuilder out, long n) {
        return out.append((char) ('0' + n / 10)).append((char) ('0' + n % 10));
    }
}
