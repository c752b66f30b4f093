package org.yiping.city;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;
import org.yiping.domain.identity.PersonId;
import org.yiping.domain.identity.PostCode;
import org.yiping.domain.shift.Roster;
import org.yiping.domain.shift.RosterId;

/// `roster.csv`: who is on duty when, a line for each post of a shift of a version. Versions stay in the file; each is
/// in
/// force from its day on. Days are English names apart by `;`, none are all; people by their ids. Stateless; any
/// thread.
final class RosterFile {
    static final String NAME = "roster.csv";

    /// One line of the file.
    record Line(String version, LocalDate from, Roster.Shift shift) {
        private String key() {
            return shift.name() + '\n' + shift.begins() + '\n' + shift.ends() + '\n' + shift.days();
        }
    }

    private RosterFile() {}

    static Line line(CSVRecord r) {
        try {
            return read(r);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private static Line read(CSVRecord r) {
        PostCode post = new PostCode(r.get("post"));
        List<DayOfWeek> days =
                Csv.list(r.get("days")).stream().map(DayOfWeek::valueOf).toList();
        return new Line(
                r.get("version"),
                LocalDate.parse(r.get("from")),
                new Roster.Shift(
                        r.get("shift"),
                        r.get("english"),
                        LocalTime.parse(r.get("begins")),
                        LocalTime.parse(r.get("ends")),
                        days.isEmpty() ? List.of(DayOfWeek.values()) : days,
                        Csv.list(r.get("people")).stream()
                                .map(p -> new Roster.Duty(new PersonId(p), post))
                                .toList()));
    }

    /// Lines of a version and a shift belong together. Throws `IllegalArgumentException` where a version has two days.
    static List<Roster> of(List<Line> lines) {
        Map<String, LocalDate> from = new LinkedHashMap<>();
        Map<String, Map<String, Roster.Shift>> shifts = new LinkedHashMap<>();
        for (Line line : lines) {
            LocalDate before = from.putIfAbsent(line.version(), line.from());
            if (before != null && !before.equals(line.from())) {
                throw new IllegalArgumentException(
                        NAME + ": the version " + line.version() + " begins on " + before + " and on " + line.from());
            }
            shifts.computeIfAbsent(line.version(), _ -> new LinkedHashMap<>())
                    .merge(line.key(), line.shift(), RosterFile::together);
        }
        return from.entrySet().stream()
                .map(e -> new Roster(
                        new RosterId(e.getKey()),
                        e.getValue(),
                        List.copyOf(shifts.getOrDefault(e.getKey(), Map.of()).values())))
                .toList();
    }

    private static Roster.Shift together(Roster.Shift one, Roster.Shift more) {
        List<Roster.Duty> all = new ArrayList<>(one.people());
        all.addAll(more.people());
        return new Roster.Shift(one.name(), one.nameEnglish(), one.begins(), one.ends(), one.days(), all);
    }
}
