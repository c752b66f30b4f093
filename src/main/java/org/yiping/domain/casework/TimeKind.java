package org.yiping.domain.casework;

/// What kind of time a stretch is to a clock (domain.md 2.9): counting all the while (urgent limits), working
/// time of a working day or of a make-up day (调休), a break such as noon, night, weekend, holiday, or the pause
/// of a suspension.
public enum TimeKind {
    CONTINUOUS,
    WORKING,
    MAKE_UP,
    BREAK,
    NIGHT,
    WEEKEND,
    HOLIDAY,
    PAUSE;

    public boolean counts() {
        return switch (this) {
            case CONTINUOUS, WORKING, MAKE_UP -> true;
            case BREAK, NIGHT, WEEKEND, HOLIDAY, PAUSE -> false;
        };
    }
}
