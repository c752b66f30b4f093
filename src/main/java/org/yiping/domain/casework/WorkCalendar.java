package org.yiping.domain.casework;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.Versioned;
import org.yiping.domain.catalogue.Limit;

/// The city's working time and how limits run in it (domain.md 2.9).
///
/// Urgent hours are elapsed time; urgent days are calendar days in the city's zone, also over a daylight-saving
/// night. Working hours run inside `hours` of working days only; a working day is as many working hours as a
/// full day of `hours` holds. A holiday beats a weekday, a make-up day (调休) beats both. A minute works if its
/// local time lies in `hours`: an hour the clocks repeat works twice, one they leave out not at all. `years` are those
/// whose table of holidays (节假日表) the city has laid down: of any other year nobody knows yet. Immutable; any thread.
public record WorkCalendar(
        String version,
        ZoneId zone,
        List<Span> hours,
        Set<DayOfWeek> weekend,
        Map<LocalDate, String> holidays,
        Set<LocalDate> makeUpDays,
        Set<Integer> years)
        implements Versioned {

    public WorkCalendar {
        hours = List.copyOf(hours);
        weekend = Set.copyOf(weekend);
        holidays = Map.copyOf(holidays);
        makeUpDays = Set.copyOf(makeUpDays);
        years = Set.copyOf(years);
        long last = 0;
        for (Span span : hours) {
            if (span.from().toNanoOfDay() < last) {
                throw new IllegalArgumentException("working hours overlap or are not in order");
            }
            last = span.end();
        }
    }

    /// Every year that has a holiday or a make-up day counts as one whose table is there.
    public WorkCalendar(
            String version,
            ZoneId zone,
            List<Span> hours,
            Set<DayOfWeek> weekend,
            Map<LocalDate, String> holidays,
            Set<LocalDate> makeUpDays) {
        this(
                version,
                zone,
                hours,
                weekend,
                holidays,
                makeUpDays,
                Stream.concat(holidays.keySet().stream(), makeUpDays.stream())
                        .map(LocalDate::getYear)
                        .collect(Collectors.toSet()));
    }

    /// Holidays without names.
    public WorkCalendar(
            String version,
            ZoneId zone,
            List<Span> hours,
            Set<DayOfWeek> weekend,
            Set<LocalDate> holidays,
            Set<LocalDate> makeUpDays) {
        this(version, zone, hours, weekend, holidays.stream().collect(Collectors.toMap(d -> d, d -> "")), makeUpDays);
    }

    public WorkCalendar with(Set<Integer> tables) {
        return new WorkCalendar(version, zone, hours, weekend, holidays, makeUpDays, tables);
    }

    /// Whether the year's table of holidays is there, or none is needed because every day is worked.
    public boolean covers(int year) {
        return years.contains(year) || (weekend.isEmpty() && holidays.isEmpty());
    }

    /// A stretch of working time on a day, `to` excluded; `to` at midnight is the day's end.
    public record Span(LocalTime from, LocalTime to) {
        public Span {
            if (!from.isBefore(to) && !to.equals(LocalTime.MIDNIGHT)) {
                throw new IllegalArgumentException("working time ends before it starts");
            }
        }

        Duration length() {
            return Duration.ofNanos(end() - from.toNanoOfDay());
        }

        private long end() {
            return to.equals(LocalTime.MIDNIGHT) ? Duration.ofDays(1).toNanos() : to.toNanoOfDay();
        }

        private Instant start(LocalDate day, ZoneOffset offset) {
            return day.atTime(from).toInstant(offset);
        }

        private Instant end(LocalDate day, ZoneOffset offset) {
            return to.equals(LocalTime.MIDNIGHT)
                    ? day.plusDays(1).atStartOfDay().toInstant(offset)
                    : day.atTime(to).toInstant(offset);
        }
    }

    public boolean isWorkingDay(LocalDate day) {
        return makeUpDays.contains(day) || (!holidays.containsKey(day) && !weekend.contains(day.getDayOfWeek()));
    }

    /// When a limit that starts at `start` is used up.
    public Instant due(Instant start, Limit limit) {
        return after(start, limit, 1, 1);
    }

    /// When `numerator/denominator` of the limit is used up: 4/5 turns the light yellow.
    public Instant after(Instant start, Limit limit, int numerator, int denominator) {
        Duration part = allowance(start, limit, 1).multipliedBy(numerator).dividedBy(denominator);
        return new Timeline(this, isContinuous(limit), List.of()).after(start, part);
    }

    static boolean isContinuous(Limit limit) {
        return switch (limit.unit()) {
            case UH, UD -> true;
            case WH, WD -> false;
        };
    }

    /// How much countable time the limit grants `times` over, for a clock that started at `start`.
    Duration allowance(Instant start, Limit limit, int times) {
        int value = Math.multiplyExact(limit.value(), times);
        return switch (limit.unit()) {
            case UH, WH -> Duration.ofHours(value);
            case UD ->
                Duration.between(start, start.atZone(zone).plusDays(value).toInstant());
            case WD ->
                hours.stream()
                        .map(Span::length)
                        .reduce(Duration.ZERO, Duration::plus)
                        .multipliedBy(value);
        };
    }

    /// A whole day, from midnight to midnight, in stretches without gaps.
    List<Stretch> day(LocalDate day) {
        Instant from = day.atStartOfDay(zone).toInstant();
        Instant to = day.plusDays(1).atStartOfDay(zone).toInstant();
        if (!isWorkingDay(day)) {
            String holiday = holidays.get(day);
            return List.of(
                    holiday == null
                            ? new Stretch(from, to, TimeKind.WEEKEND, null)
                            : new Stretch(from, to, TimeKind.HOLIDAY, holiday));
        }
        List<Stretch> stretches = new ArrayList<>();
        Instant at = from;
        while (at.isBefore(to)) { // once, but where the clocks are put forward or back
            ZoneOffset offset = zone.getRules().getOffset(at);
            ZoneOffsetTransition change = zone.getRules().nextTransition(at);
            Instant end = change == null || change.getInstant().isAfter(to) ? to : change.getInstant();
            work(day, offset, new Stretch(at, end, TimeKind.NIGHT, null), stretches);
            at = end;
        }
        return stretches;
    }

    /// The working time and the rests within a part of a day that has one offset.
    private void work(LocalDate day, ZoneOffset offset, Stretch part, List<Stretch> into) {
        TimeKind working = makeUpDays.contains(day) ? TimeKind.MAKE_UP : TimeKind.WORKING;
        Instant at = part.from();
        for (Span span : hours) {
            Instant from = latest(at, span.start(day, offset));
            Instant to = earliest(part.to(), span.end(day, offset));
            if (from.isBefore(to)) {
                rest(at, from, day, offset, into);
                into.add(new Stretch(from, to, working, null));
                at = to;
            }
        }
        rest(at, part.to(), day, offset, into);
    }

    private void rest(Instant from, Instant to, LocalDate day, ZoneOffset offset, List<Stretch> into) {
        if (from.isBefore(to)) {
            boolean early = hours.isEmpty() || from.isBefore(hours.getFirst().start(day, offset));
            boolean late = hours.isEmpty() || !from.isBefore(hours.getLast().end(day, offset));
            into.add(new Stretch(from, to, early || late ? TimeKind.NIGHT : TimeKind.BREAK, null));
        }
    }

    private static Instant latest(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static Instant earliest(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    /// A part of a day and what kind of time it is.
    record Stretch(
            Instant from,
            Instant to,
            TimeKind kind,
            @Nullable String name) {}
}
