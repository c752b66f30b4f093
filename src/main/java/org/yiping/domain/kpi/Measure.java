package org.yiping.domain.kpi;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// How long something took, case by case: elapsed time from one moment to another, in the period of the latter,
/// whatever the clocks say (nights and pauses count). A case that went backwards in time has none. Immutable.
public enum Measure {
    ACCEPT_TIME(Moment.REPORTED, Moment.ACCEPTED),
    FILE_TIME(Moment.ACCEPTED, Moment.FILED),
    DISPATCH_TIME(Moment.FILED, Moment.DISPATCHED),
    HANDLE_TIME(Moment.DISPATCHED, Moment.FINISHED),
    CLOSE_TIME(Moment.REPORTED, Moment.CLOSED);

    /// What is said of many durations. Percentiles are the nearest rank: the smallest duration that at least this share
    /// does not exceed, so that it is always one that happened.
    public enum Statistic {
        MEAN,
        MEDIAN,
        P90
    }

    private static final Map<String, Measure> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Measure::code, Function.identity()));

    private final Moment from;
    private final Moment until;

    Measure(Moment from, Moment until) {
        this.from = from;
        this.until = until;
    }

    /// As formulas name it, e.g. `close_time`.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Measure> of(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    public Moment from() {
        return from;
    }

    public Moment until() {
        return until;
    }
}
