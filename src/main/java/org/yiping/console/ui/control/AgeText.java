package org.yiping.console.ui.control;

import java.time.Duration;
import org.yiping.console.fx.Messages;

/// The words of an age: 1 s, 2 分 06 秒, 30 分, 4 时 42 分, 3 天. Any thread; pure.
public final class AgeText {
    private static final long EXACT_BELOW_MINUTES = 10;

    private AgeText() {}

    /// A negative age (clocks differ) reads as 0 s.
    public static String of(Duration age, Messages messages) {
        long seconds = Math.max(0, age.toSeconds());
        long minutes = seconds / 60;
        if (minutes == 0) {
            return messages.get("control.age.seconds", seconds);
        }
        if (minutes < EXACT_BELOW_MINUTES) {
            return messages.get("control.age.minutes", minutes, two(seconds % 60));
        }
        if (minutes < 60) {
            return messages.get("control.age.minutes.whole", minutes);
        }
        return minutes < 24 * 60
                ? messages.get("control.age.hours", minutes / 60, two(minutes % 60))
                : messages.get("control.age.days", minutes / (24 * 60));
    }

    private static String two(long n) {
        return n < 10 ? "0" + n : Long.toString(n);
    }
}
