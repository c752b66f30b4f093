package org.yiping.domain.casework;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.yiping.domain.catalogue.Limit;

/// The city's working time and how limits run in it (domain.md 2.9).
///
/// Urgent hours are elapsed time; urgent days are calendar days in the city's zone, also over a daylight-saving
/// night. Working hours run inside `hours` of working days only; a working day is as many working hours as a full
/// day of `hours` holds. A holiday beats a weekday, a make-up day (调休) beats a weekend. Immutable; any thread.
public record WorkCalendar(
        String version,
        ZoneId zone,
        List<Span> hours,
        Set<DayOfWeek> weekend,
        Set<LocalDate> holidays,
        Set<LocalDate> makeUpDays) {
    /// Beyond this many days without enough working time the calendar is wrong, not the limit long.
    private static final int MAX_DAYS = 3660;

    public WorkCalendar {
        hours = List.copyOf(hours);
        weekend = Set.copyOf(weekend);
        holidays = Set.copyOf(holidays);
        makeUpDays = Set.copyOf(makeUpDays);
        LocalTime last = LocalTime.MIN;
        for (Span span : hours) {
            if (span.from().isBefore(last)) {
                throw new IllegalArgumentException("working hours overlap or are not in order");
            }
            last = span.to();
        }
    }

    /// A stretch of working time on a day, `to` excluded.
    public record Span(LocalTime from, LocalTime to) {
        public Span {
            if (!from.isBefore(to)) {
                throw new IllegalArgumentException("working time ends before it starts");
            }
        }
    }

    public boolean isWorkingDay(LocalDate day) {
        return makeUpDays.contains(day) || (!holidays.contains(day) && !weekend.contains(day.getDayOfWeek()));
    }

    /// When a limit that starts at `start` is used up.
    public Instant due(Instant start, Limit limit) {
        return after(start, limit, 1, 1);
    }

    /// When `numerator/denominator` of the limit is used up: 4/5 turns the light yellow.
    public Instant after(Instant start, Limit limit, int numerator, int denominator) {
        return switch (limit.unit()) {
            case UH -> start.plus(share(Duration.ofHours(limit.value()), numerator, denominator));
            case UD -> {
                Instant due = start.atZone(zone).plusDays(limit.value()).toInstant();
                yield start.plus(share(Duration.between(start, due), numerator, denominator));
            }
            case WH -> afterWorking(start, share(Duration.ofHours(limit.value()), numerator, denominator));
            case WD -> afterWorking(start, share(fullDay().multipliedBy(limit.value()), numerator, denominator));
        };
    }

    private static Duration share(Duration whole, int numerator, int denominator) {
        return whole.multipliedBy(numerator).dividedBy(denominator);
    }

    private Duration fullDay() {
        return hours.stream().map(s -> Duration.between(s.from(), s.to())).reduce(Duration.ZERO, Duration::plus);
    }

    private Instant afterWorking(Instant start, Duration needed) {
        Duration left = needed;
        LocalDate day = start.atZone(zone).toLocalDate();
        for (int i = 0; i < MAX_DAYS; i++, day = day.plusDays(1)) {
            for (Stretch stretch : stretches(day)) {
                Instant from = stretch.from().isBefore(start) ? start : stretch.from();
                if (!from.isBefore(stretch.to())) {
                    continue;
                }
                Duration here = Duration.between(from, stretch.to());
                if (here.compareTo(left) >= 0) {
                    return from.plus(left);
                }
                left = left.minus(here);
            }
        }
        throw new IllegalStateException("calendar " + version + " has too little working time");
    }

    private List<Stretch> stretches(LocalDate day) {
        if (!isWorkingDay(day)) {
            return List.of();
        }
        List<Stretch> result = new ArrayList<>(hours.size());
        for (Span span : hours) {
            result.add(new Stretch(
                    day.atTime(span.from()).atZone(zone).toInstant(),
                    day.atTime(span.to()).atZone(zone).toInstant()));
        }
        return result;
    }

    private record Stretch(Instant from, Instant to) {}
}
