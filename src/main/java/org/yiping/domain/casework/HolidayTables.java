package org.yiping.domain.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.yiping.domain.Versions;

/// Looks ahead for years whose table of holidays (节假日表) the city has not laid down: from then on deadlines count
/// holidays as working days. Stateless; any thread.
public final class HolidayTables {
    private HolidayTables() {}

    /// This year and the one that begins within a month, where its table is missing.
    public static List<Integer> missing(Versions<WorkCalendar> calendars, Instant now) {
        ZoneId zone = calendars.at(now).zone();
        LocalDate today = LocalDate.ofInstant(now, zone);
        return Stream.of(today, today.plusMonths(1))
                .map(LocalDate::getYear)
                .distinct()
                .filter(year -> !then(calendars, year, now).covers(year))
                .toList();
    }

    /// The calendar that will be in force when the year begins, or is now.
    private static WorkCalendar then(Versions<WorkCalendar> calendars, int year, Instant now) {
        Instant begins =
                LocalDate.of(year, 1, 1).atStartOfDay(calendars.at(now).zone()).toInstant();
        return calendars.at(begins.isAfter(now) ? begins : now);
    }
}
