package org.yiping.domain.casework;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.casework.ClockExplanation.Segment;

/// Time as one clock sees it: which minutes count and why the others do not. What a clock is due and what
/// explains it are the same walk, so that they cannot differ. One thread.
final class Timeline {
    /// Beyond this many days without enough countable time the calendar is wrong, not the limit long.
    private static final int MOST_DAYS = 3660;

    private final WorkCalendar calendar;
    private final boolean continuous;
    private final List<ClockChanges.Pause> pauses;
    private List<WorkCalendar.Stretch> day = List.of();

    Timeline(WorkCalendar calendar, boolean continuous, List<ClockChanges.Pause> pauses) {
        this.calendar = calendar;
        this.continuous = continuous;
        this.pauses = pauses;
    }

    /// When `needed` countable time has passed since `start`.
    Instant after(Instant start, Duration needed) {
        List<Segment> all = lay(start, List.of(needed));
        Instant to = all.isEmpty() ? start : all.getLast().to();
        return to == null ? all.getLast().from() : to;
    }

    /// All stretches from `start` on until the allowances, one after the other, are used up; or to the pause
    /// that has not ended.
    List<Segment> lay(Instant start, List<Duration> allowances) {
        List<Segment> segments = new ArrayList<>();
        Instant at = start;
        for (int i = 0; i < allowances.size(); i++) {
            Duration left = allowances.get(i);
            while (left.isPositive()) {
                if (Duration.between(start, at).toDays() > MOST_DAYS) {
                    throw new IllegalStateException("calendar " + calendar.version() + " has too little working time");
                }
                Segment next = next(at, left, i);
                segments.add(next);
                if (next.to() == null) {
                    return segments;
                }
                left = left.minus(next.counted());
                at = next.to();
            }
        }
        return segments;
    }

    private Segment next(Instant at, Duration left, int extension) {
        Instant end = null;
        for (ClockChanges.Pause pause : pauses) {
            if (pause.covers(at)) {
                return new Segment(at, pause.to(), TimeKind.PAUSE, Duration.ZERO, extension, null);
            }
            if (pause.from().isAfter(at) && (end == null || pause.from().isBefore(end))) {
                end = pause.from();
            }
        }
        TimeKind kind = TimeKind.CONTINUOUS;
        String name = null;
        if (!continuous) {
            WorkCalendar.Stretch stretch = stretch(at);
            kind = stretch.kind();
            name = stretch.name();
            end = earliest(stretch.to(), end);
        }
        if (!kind.counts()) {
            return new Segment(at, end, kind, Duration.ZERO, extension, name);
        }
        Instant to = earliest(at.plus(left), end);
        return new Segment(at, to, kind, Duration.between(at, to), extension, name);
    }

    private static Instant earliest(Instant one, @Nullable Instant other) {
        return other == null || one.isBefore(other) ? one : other;
    }

    private WorkCalendar.Stretch stretch(Instant at) {
        if (day.isEmpty()
                || at.isBefore(day.getFirst().from())
                || !at.isBefore(day.getLast().to())) {
            LocalDate date = at.atZone(calendar.zone()).toLocalDate();
            day = calendar.day(date);
        }
        for (WorkCalendar.Stretch stretch : day) {
            if (at.isBefore(stretch.to())) {
                return stretch;
            }
        }
        throw new IllegalStateException("a day without its last stretch");
    }
}
