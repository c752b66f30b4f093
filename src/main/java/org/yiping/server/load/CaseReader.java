package org.yiping.server.load;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.area.AreaFinder;
import org.yiping.domain.casework.ActionCode;
import org.yiping.domain.casework.Caller;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseClock;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.casework.CaseNumber;
import org.yiping.domain.casework.ClockBasis;
import org.yiping.domain.casework.FlowRecord;
import org.yiping.domain.casework.Milestones;
import org.yiping.domain.casework.Place;
import org.yiping.domain.casework.Progress;
import org.yiping.domain.casework.RecordId;
import org.yiping.domain.casework.Report;
import org.yiping.domain.casework.Severity;
import org.yiping.domain.casework.SourceCode;
import org.yiping.domain.casework.StateCode;
import org.yiping.domain.casework.Subject;
import org.yiping.domain.casework.Workflow;
import org.yiping.domain.catalogue.CaseClass;
import org.yiping.domain.geo.CoordinateSystem;
import org.yiping.domain.geo.Position;
import org.yiping.domain.identity.Actor;
import org.yiping.domain.identity.Department;
import org.yiping.domain.identity.PersonId;
import org.yiping.domain.identity.PostCode;
import org.yiping.domain.identity.SeatId;

/// Turns one foreign row into a case. Throws `IllegalArgumentException` in words where a row cannot be one.
///
/// Classes and departments the city does not know yet are collected in `newClasses` and `newDepartments`, in
/// the order they first appeared. The deadline is the foreign target date; a row without one has no clock,
/// never a made-up one. One thread.
final class CaseReader {
    private static final Actor IMPORTER =
            new Actor(new PersonId("import"), new PostCode("import"), new SeatId("import"));

    private final CaseMapping mapping;
    private final Workflow workflow;
    private final AreaFinder areas;
    private final ForeignNames names;
    private final CoordinateSystem system;
    private final ZoneId zone;
    private final List<DateTimeFormatter> formats;
    private final Map<String, Integer> columnAt = new HashMap<>();

    CaseReader(CaseMapping mapping, Workflow workflow, AreaFinder areas, ForeignNames names) {
        this.mapping = mapping;
        this.workflow = workflow;
        this.areas = areas;
        this.names = names;
        this.system = mapping.system();
        this.zone = mapping.zoneId();
        this.formats = mapping.formatters();
    }

    void header(List<String> columns) {
        columnAt.clear();
        mapping.columns().forEach((field, column) -> {
            int at = columns.indexOf(column);
            if (at < 0) {
                throw new IllegalArgumentException("no column " + column + " for " + field + "; there are " + columns);
            }
            columnAt.put(field, at);
        });
    }

    CaseSink.Imported read(List<String> row) {
        Function<String, @Nullable String> field = name -> {
            Integer at = columnAt.get(name);
            String cell = at == null ? null : row.get(at).strip();
            return cell == null || cell.isEmpty() ? mapping.constant(name) : cell;
        };
        String number = need(field, "number");
        Instant reported = instant(need(field, "reportedAt"), "reportedAt");
        Instant due = optional(field, "dueAt");
        Instant closed = optional(field, "closedAt");
        StateCode state = state(field.apply("state"));
        boolean ended = workflow.ending(state) != Workflow.Ending.OPEN;
        List<String> flags = new ArrayList<>();
        if (closed != null && closed.isBefore(reported)) {
            flags.add("closed-before-opened");
        }
        if (ended && closed == null) {
            flags.add("closed-without-time");
        }
        if (!ended && closed != null) {
            flags.add("open-with-closing-time");
        }
        CaseClass of = names.caseClass(field.apply("major"), need(field, "class"));
        String departmentName = field.apply("department");
        Department department = departmentName == null ? null : names.department(departmentName);
        CaseId id = new CaseId(mapping.name() + "-" + number);
        Case fact = new Case(
                id,
                new Case.CaseHead(new CaseNumber(number), workflow.version(), List.of()),
                new Subject(of.kind(), of.code(), null, Severity.ORDINARY, null, orEmpty(field.apply("title"))),
                place(field),
                new Report(source(field.apply("source")), reported, null, caller(field), number, false),
                new Progress(
                        state,
                        department == null ? null : department.id(),
                        null,
                        clocks(reported, due, ended ? closed : null, ended),
                        new Milestones(
                                reported, reported, reported, ended ? closed : null, null, ended ? closed : null),
                        flags));
        return new CaseSink.Imported(fact, records(fact, field.apply("remark"), closed));
    }

    private static @Nullable Caller caller(Function<String, @Nullable String> field) {
        String phone = field.apply("callerPhone");
        return phone == null || phone.isBlank()
                ? null
                : new Caller(orEmpty(field.apply("callerName")), phone, false, false);
    }

    private static List<CaseClock> clocks(
            Instant start, @Nullable Instant due, @Nullable Instant stopped, boolean ended) {
        if (due == null || (ended && stopped == null)) {
            return List.of();
        }
        Instant yellow = start.plus(Duration.between(start, due).multipliedBy(4).dividedBy(5));
        return List.of(new CaseClock(
                CaseClock.HANDLE, start, yellow, due, stopped, new ClockBasis(null, null, "import", "import")));
    }

    private static List<FlowRecord> records(Case fact, @Nullable String remark, @Nullable Instant closed) {
        if (remark == null) {
            return List.of();
        }
        StateCode state = fact.progress().state();
        return List.of(new FlowRecord(
                new RecordId(fact.id().value() + "-r"),
                fact.id(),
                closed == null ? fact.report().reportedAt() : closed,
                IMPORTER,
                new FlowRecord.Step(new ActionCode("remark"), state, state),
                remark));
    }

    private Place place(Function<String, @Nullable String> field) {
        String longitude = field.apply("longitude");
        String latitude = field.apply("latitude");
        String address = orEmpty(field.apply("address"));
        if (longitude == null || latitude == null) {
            return new Place(null, address, null);
        }
        double x;
        double y;
        try {
            x = Double.parseDouble(longitude);
            y = Double.parseDouble(latitude);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("position is not a number: " + longitude + ", " + latitude, e);
        }
        for (List<Double> nowhere : mapping.noLocation()) {
            if (Math.abs(nowhere.get(0) - x) < 1e-7 && Math.abs(nowhere.get(1) - y) < 1e-7) {
                return new Place(null, address, null);
            }
        }
        Position position = system.position(x, y);
        return new Place(position, address, areas.areaAt(position).orElse(null));
    }

    private StateCode state(@Nullable String word) {
        if (word == null) {
            throw new IllegalArgumentException("no state");
        }
        String code = mapping.states().get(word);
        if (code == null) {
            throw new IllegalArgumentException("unknown state word: " + word);
        }
        return new StateCode(code);
    }

    private SourceCode source(@Nullable String word) {
        if (word == null) {
            return new SourceCode("unknown");
        }
        String known = mapping.sources().get(word);
        return new SourceCode(known != null ? known : slug(word));
    }

    static String slug(String word) {
        String slug = word.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-");
        return slug.length() > 60 ? slug.substring(0, 60) : slug;
    }

    private @Nullable Instant optional(Function<String, @Nullable String> field, String name) {
        String text = field.apply(name);
        return text == null ? null : instant(text, name);
    }

    private Instant instant(String text, String name) {
        for (DateTimeFormatter format : formats) {
            try {
                return LocalDateTime.parse(text, format).atZone(zone).toInstant();
            } catch (DateTimeException _) {
                // another of the mapping's formats may fit
            }
        }
        throw new IllegalArgumentException(name + " is not a time: " + text);
    }

    private static String need(Function<String, @Nullable String> field, String name) {
        String value = field.apply(name);
        if (value == null) {
            throw new IllegalArgumentException("no " + name);
        }
        return value;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
