package org.yiping.server;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yiping.city.CitySettings;
import org.yiping.city.HolidayFile;
import org.yiping.domain.Versioned;
import org.yiping.domain.Versions;
import org.yiping.domain.casework.WorkCalendar;
import org.yiping.domain.catalogue.Catalogue;
import org.yiping.domain.catalogue.CatalogueChanges;
import org.yiping.protocol.Json;
import org.yiping.server.command.Rulebook;
import org.yiping.server.data.Meta;
import org.yiping.server.load.CriteriaImport;
import org.yiping.server.load.Refusal;

/// `import criteria|holidays`: a new version of the city's own rules, from a day on. Nothing is written where a row was
/// refused, unless asked for: half a catalogue in force would be worse than none. One thread.
final class RulesImporting {
    /// Nothing was written because rows were refused.
    private static final int REFUSED = 4;

    private static final int SHOWN = 20;

    private final Map<String, String> options;
    private final Clock clock;
    private final PrintStream out;
    private final PrintStream err;

    RulesImporting(Map<String, String> options, Clock clock, PrintStream out, PrintStream err) {
        this.options = options;
        this.clock = clock;
        this.out = out;
        this.err = err;
    }

    int criteria(Path file, Meta meta, Path data) throws IOException {
        Instant started = clock.instant();
        Rulebook book = Rulebook.load(meta);
        Instant from = from(book.zone());
        Catalogue before = book.catalogues().at(from);
        CriteriaImport.Result result = new CriteriaImport(before).read(file);
        Catalogue next = new Catalogue(version(book.catalogues(), "criteria", book.zone(), from), result.classes());
        List<CatalogueChanges.Change> changes = CatalogueChanges.between(before, next);
        show(result.notes(), "notes", data.resolve("import-notes.txt"));
        show(
                changes.stream().map(RulesImporting::words).toList(),
                "changes against " + before.version(),
                data.resolve("import-changes.txt"));
        show(
                result.refusals().stream().map(RulesImporting::words).toList(),
                "refused",
                data.resolve("import-refused.txt"));
        boolean written = !options.containsKey("dry-run")
                && result.count().taken() > 0
                && (result.refusals().isEmpty() || options.containsKey("partial"));
        if (written) {
            book.with(meta, from, next);
        }
        CriteriaImport.Count n = result.count();
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("read", n.read());
        line.put("taken", n.taken());
        line.put("refused", n.refused());
        line.put("inherited", n.inherited());
        line.put("unreadable_limits", n.unreadable());
        line.put("classes", next.classes().size());
        line.put("added", count(changes, CatalogueChanges.Kind.CLASS_ADDED, CatalogueChanges.Kind.CRITERION_ADDED));
        line.put(
                "removed",
                count(changes, CatalogueChanges.Kind.CLASS_REMOVED, CatalogueChanges.Kind.CRITERION_REMOVED));
        line.put("limits_changed", count(changes, CatalogueChanges.Kind.LIMIT_CHANGED));
        tell(line, next.version(), from, written, started);
        return result.refusals().isEmpty() || written ? 0 : REFUSED;
    }

    private static long count(List<CatalogueChanges.Change> changes, CatalogueChanges.Kind... kinds) {
        return changes.stream().filter(c -> List.of(kinds).contains(c.kind())).count();
    }

    int holidays(Path file, Meta meta) {
        Instant started = clock.instant();
        Rulebook book = Rulebook.load(meta);
        Instant from = from(book.zone());
        WorkCalendar before = book.calendars().at(from);
        HolidayFile table = HolidayFile.read(file);
        Set<Integer> years = years(table, before);
        WorkCalendar next = table.into(before, version(book.calendars(), "calendar", book.zone(), from), years);
        boolean written = !options.containsKey("dry-run");
        if (written) {
            book.with(meta, from, CitySettings.Calendar.of(next));
        }
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("read", table.days().size());
        line.put("taken", table.days().size());
        line.put("refused", 0);
        line.put("years", years);
        tell(line, next.version(), from, written, started);
        return 0;
    }

    /// The years whose table is whole with this file: as told, else those it names days of that had none yet.
    private Set<Integer> years(HolidayFile table, WorkCalendar before) {
        Set<Integer> years = new TreeSet<>();
        if (options.containsKey("years")) {
            Stream.of(options.get("years").split(","))
                    .map(String::strip)
                    .map(Integer::valueOf)
                    .forEach(years::add);
        } else {
            table.days().stream()
                    .map(d -> d.date().getYear())
                    .filter(y -> !before.years().contains(y))
                    .forEach(years::add);
        }
        return years;
    }

    /// The beginning of the day in the city; today means at once.
    private Instant from(ZoneId zone) {
        String day = options.get("from");
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        LocalDate date;
        try {
            date = day == null ? today : LocalDate.parse(day);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("--from is a day such as 2027-01-01, not " + day, e);
        }
        if (date.isBefore(today)) {
            throw new IllegalArgumentException("--from " + day + " has passed: what was filed keeps its version");
        }
        return date.equals(today) ? clock.instant() : date.atStartOfDay(zone).toInstant();
    }

    private <T extends Versioned> String version(Versions<T> all, String what, ZoneId zone, Instant from) {
        @Nullable String own = options.get("version");
        if (own != null) {
            if (own.isBlank() || own.length() > 48 || all.find(own).isPresent()) {
                throw new IllegalArgumentException("--version is 1 to 48 characters that no version has yet");
            }
            return own;
        }
        String name = what + "-" + LocalDate.ofInstant(from, zone);
        String free = name;
        for (int n = 2; all.find(free).isPresent(); n++) {
            free = name + "." + n;
        }
        return free;
    }

    private void show(List<String> lines, String what, Path all) throws IOException {
        if (lines.isEmpty()) {
            Files.deleteIfExists(all);
            return;
        }
        Files.write(all, lines);
        err.println(lines.size() + " " + what + ", all in " + all);
        lines.stream().limit(SHOWN).forEach(l -> err.println("  " + l));
    }

    private static String words(Refusal r) {
        return r.file() + ":" + r.line() + ": " + r.reason();
    }

    private static String words(CatalogueChanges.Change c) {
        List<String> parts = new ArrayList<>(List.of(
                c.kind().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '),
                c.code().value(),
                c.about()));
        if (!c.before().isEmpty() && !c.after().isEmpty()) {
            parts.add(c.before() + " -> " + c.after());
        }
        return String.join(", ", parts);
    }

    private void tell(Map<String, Object> line, String version, Instant from, boolean written, Instant started) {
        line.put("version", version);
        line.put("from", from.toString());
        line.put("written", written);
        line.put("seconds", Duration.between(started, clock.instant()).toMillis() / 1000.0);
        out.println(Json.mapper().writeValueAsString(line));
    }
}
