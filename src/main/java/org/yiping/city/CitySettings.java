package org.yiping.city;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
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

    /// Working hours as `08:00-12:00`, days as ISO dates.
    public record Calendar(
            String version,
            List<String> hours,
            List<DayOfWeek> weekend,
            List<LocalDate> holidays,
            List<LocalDate> makeUpDays) {}

    /// Empty where the city has written none.
    public String noticeInEnglish() {
        return noticeEnglish == null ? "" : noticeEnglish;
    }

    public Extent box() {
        return new Extent(extent.get(0), extent.get(1), extent.get(2), extent.get(3));
    }

    public WorkCalendar workCalendar() {
        List<WorkCalendar.Span> spans = calendar.hours().stream()
                .map(h -> new WorkCalendar.Span(
                        LocalTime.parse(h.substring(0, h.indexOf('-')).trim()),
                        LocalTime.parse(h.substring(h.indexOf('-') + 1).trim())))
                .toList();
        Set<LocalDate> holidays = new HashSet<>(calendar.holidays());
        return new WorkCalendar(
                calendar.version(),
                ZoneId.of(zone),
                spans,
                Set.copyOf(calendar.weekend()),
                holidays,
                new HashSet<>(calendar.makeUpDays()));
    }
}
