package org.yiping.watch;

import java.time.Duration;
import java.time.LocalTime;

/// The part of a day in which a wall is started anew, as `04:00-04:20`; it may lie over midnight. Immutable; any
/// thread.
///
/// It asks for a wall that has run longer than a window may be: so there is one such restart in a window, whatever
/// happens to the clock meanwhile, and none for a wall that has just come back from a crash.
record DailyWindow(LocalTime from, LocalTime to) {
    private static final Duration LONGEST = Duration.ofHours(2);

    /// Throws `IllegalArgumentException` that says what is wrong.
    static DailyWindow parse(String text) {
        String[] ends = text.split("-", -1);
        if (ends.length != 2 || !ends[0].matches("\\d\\d:\\d\\d") || !ends[1].matches("\\d\\d:\\d\\d")) {
            throw new IllegalArgumentException("a daily window is given as 04:00-04:20, not " + text);
        }
        DailyWindow window;
        try {
            window = new DailyWindow(LocalTime.parse(ends[0]), LocalTime.parse(ends[1]));
        } catch (java.time.DateTimeException e) {
            throw new IllegalArgumentException("no time of day: " + text, e);
        }
        if (window.length().isZero() || window.length().compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("a daily window lasts from a minute to two hours, not " + text);
        }
        return window;
    }

    private Duration length() {
        Duration length = Duration.between(from, to);
        return length.isNegative() ? length.plusDays(1) : length;
    }

    /// Whether it is time for a wall that has run so long.
    boolean asks(LocalTime now, Duration lived) {
        boolean within =
                from.isBefore(to) ? !now.isBefore(from) && now.isBefore(to) : !now.isBefore(from) || now.isBefore(to);
        return within && lived.compareTo(LONGEST) > 0;
    }
}
