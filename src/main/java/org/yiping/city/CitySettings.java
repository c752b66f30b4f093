package org.yiping.city;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.casework.WorkCalendar;
import org.yiping.domain.geo.Extent;

/// `city.yaml`: who the city is and by which clock it works. Immutable; any thread.
public record CitySettings(
        String name,
        String code,
        String zone,
        boolean simulated,
        String notice,
        @Nullable String noticeEnglish,
        String attribution,
        String datum,
        List<Double> extent,
        String caseNumber,
        Map<String, Integer> promises,
        Calendar calendar,
        String catalogueVersion) {

    /// Working hours as `08:00-12:00`, `24:00` for the day's end; days as ISO dates. `holidayNames` says what a
    /// holiday is called where the city wants that told. `years` are those whose table is whole: where a city does
    /// not say, every year of which it names a day.
    public record Calendar(
            String version,
            List<String> hours,
            List<DayOfWeek> weekend,
            List<LocalDate> holidays,
            List<LocalDate> makeUpDays,
            @Nullable Map<LocalDate, String> holidayNames,
            @Nullable Set<Integer> years) {

        public WorkCalendar in(String zone) {
            List<WorkCalendar.Span> spans = hours.stream()
                    .map(h -> new WorkCalendar.Span(
                            time(h.substring(0, h.indexOf('-')).trim()),
                            time(h.substring(h.indexOf('-') + 1).trim())))
                    .toList();
            Map<LocalDate, String> names = holidayNames == null ? Map.of() : holidayNames;
            Map<LocalDate, String> named = new HashMap<>();
            holidays.forEach(d -> named.put(d, names.getOrDefault(d, "")));
            WorkCalendar calendar = new WorkCalendar(
                    version, ZoneId.of(zone), spans, Set.copyOf(weekend), named, new HashSet<>(makeUpDays));
            return years == null ? calendar : calendar.with(years);
        }
    }

    /// Empty where the city has written none.
    public String noticeInEnglish() {
        return noticeEnglish == null ? "" : noticeEnglish;
    }

    public Extent box() {
        return new Extent(extent.get(0), extent.get(1), extent.get(2), extent.get(3));
    }

    private static LocalTime time(String text) {
        return text.equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(text);
    }

    public WorkCalendar workCalendar() {
        return calendar.in(zone);
    }
}
