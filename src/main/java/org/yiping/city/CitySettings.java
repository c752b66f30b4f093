package org.yiping.city;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.area.Area;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.casework.NumberPattern;
import org.yiping.domain.casework.WorkCalendar;
import org.yiping.domain.geo.CoordinateSystem;
import org.yiping.domain.geo.Extent;
import org.yiping.domain.room.DebriefVerdict;

/// `city.yaml`: who the city is and by which clock it works. `areaCodes` says how long the codes of each level of areas
/// are; `crs` names the coordinate system of the folder's files where it is not WGS 84. Immutable; any thread.
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
        String catalogueVersion,
        @Nullable Map<String, Integer> areaCodes,
        @Nullable String crs,
        @Nullable List<DebriefVerdict> verdicts) {

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

        /// As it is written.
        public static Calendar of(WorkCalendar calendar) {
            Map<LocalDate, String> names = new TreeMap<>(calendar.holidays());
            names.values().removeIf(String::isEmpty);
            return new Calendar(
                    calendar.version(),
                    calendar.hours().stream()
                            .map(s -> s.from() + "-" + (s.to().equals(LocalTime.MIDNIGHT) ? "24:00" : s.to()))
                            .toList(),
                    calendar.weekend().stream().sorted().toList(),
                    calendar.holidays().keySet().stream().sorted().toList(),
                    calendar.makeUpDays().stream().sorted().toList(),
                    names,
                    new TreeSet<>(calendar.years()));
        }

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

    /// The pattern of case numbers. Throws `IllegalArgumentException` where it cannot work.
    public NumberPattern numbers() {
        return NumberPattern.of(caseNumber, code, ZoneId.of(zone));
    }

    /// The area, if its code is as the city says. Throws `IllegalArgumentException` that says what is wrong with it.
    Area checked(Area area) {
        fault(area).ifPresent(f -> {
            throw new IllegalArgumentException(f);
        });
        return area;
    }

    /// What is wrong with an area by the lengths the city gave its codes (`areaCodes`, level to digits: cells have
    /// 14, 15 or 16); empty where it gave none for that level. A street and what lies in it also begin with the
    /// code of what they lie in.
    private Optional<String> fault(Area area) {
        Integer digits = areaCodes == null ? null : areaCodes.get(area.level());
        String code = area.code().value();
        if (digits == null) {
            return Optional.empty();
        }
        if (!code.matches("[0-9]{" + digits + "}")) {
            return Optional.of("the code of a " + area.level() + " has " + digits + " digits, not " + code);
        }
        AreaCode parent = area.parent();
        return parent == null || parent.value().length() == digits || code.startsWith(parent.value())
                ? Optional.empty()
                : Optional.of(code + " does not begin with " + parent.value() + ", in which it lies");
    }

    /// How a debrief may end (`verdicts`); what ships where the city has written none.
    public List<DebriefVerdict> debriefVerdicts() {
        return verdicts == null || verdicts.isEmpty() ? DebriefVerdict.SHIPPED : verdicts;
    }

    /// Empty where the city has written none.
    public String noticeInEnglish() {
        return noticeEnglish == null ? "" : noticeEnglish;
    }

    /// What the positions in the city's files are in. Throws `IllegalArgumentException` where that is none we know.
    public CoordinateSystem system() {
        return crs == null ? CoordinateSystem.WGS_84 : CoordinateSystem.of(crs);
    }

    /// In WGS 84, whatever the files are in.
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
