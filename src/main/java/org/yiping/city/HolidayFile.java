package org.yiping.city;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yiping.domain.casework.WorkCalendar;

/// A year's table of holidays as it is published each autumn (节假日安排): `date,kind,name`, of which `kind` is `holiday` or
/// `workday` for a make-up day (调休). Immutable; any thread.
public record HolidayFile(List<Day> days) {
    /// A day that is not what its weekday says.
    public record Day(LocalDate date, boolean worked, String name) {}

    public HolidayFile {
        days = List.copyOf(days);
    }

    /// Throws `IllegalArgumentException` naming file and line.
    public static HolidayFile read(Path file) {
        Set<LocalDate> seen = new HashSet<>();
        List<Day> days = Csv.read(file, row -> {
            LocalDate date;
            try {
                date = LocalDate.parse(row.get("date"));
            } catch (java.time.DateTimeException e) {
                throw new IllegalArgumentException("a date is such as 2027-01-01, not " + row.get("date"), e);
            }
            if (!seen.add(date)) {
                throw new IllegalArgumentException(date + " twice");
            }
            boolean worked = switch (row.get("kind")) {
                case "workday" -> true;
                case "holiday" -> false;
                default -> throw new IllegalArgumentException("a day is holiday or workday, not " + row.get("kind"));
            };
            return new Day(date, worked, row.isSet("name") ? row.get("name") : "");
        });
        if (days.isEmpty()) {
            throw new IllegalArgumentException(file.getFileName() + " names no day");
        }
        return new HolidayFile(days);
    }

    /// The calendar with these days. Of `years` this is the whole table; of others it says these days alone.
    public WorkCalendar into(WorkCalendar before, String version, Set<Integer> years) {
        Map<LocalDate, String> holidays = new HashMap<>(before.holidays());
        Set<LocalDate> makeUp = new HashSet<>(before.makeUpDays());
        holidays.keySet().removeIf(d -> years.contains(d.getYear()));
        makeUp.removeIf(d -> years.contains(d.getYear()));
        for (Day day : days) {
            holidays.remove(day.date());
            makeUp.remove(day.date());
            if (day.worked()) {
                makeUp.add(day.date());
            } else {
                holidays.put(day.date(), day.name());
            }
        }
        Set<Integer> all = new HashSet<>(before.years());
        all.addAll(years);
        return new WorkCalendar(version, before.zone(), before.hours(), before.weekend(), holidays, makeUp, all);
    }
}
