package org.yiping.domain.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.yiping.city.CityFolder;
import org.yiping.domain.Versions;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.area.AreaFinder;
import org.yiping.domain.catalogue.CaseClass;
import org.yiping.domain.catalogue.Catalogue;
import org.yiping.domain.catalogue.ClassCode;
import org.yiping.domain.catalogue.Criterion;
import org.yiping.domain.catalogue.CriterionId;
import org.yiping.domain.catalogue.KindCode;
import org.yiping.domain.catalogue.Limit;
import org.yiping.domain.catalogue.LimitUnit;
import org.yiping.domain.command.Command;
import org.yiping.domain.command.CommandId;
import org.yiping.domain.geo.Position;
import org.yiping.domain.identity.Actor;
import org.yiping.domain.identity.Department;
import org.yiping.domain.identity.DepartmentId;
import org.yiping.domain.identity.Directory;
import org.yiping.domain.identity.Person;
import org.yiping.domain.identity.PersonId;
import org.yiping.domain.identity.PostCode;
import org.yiping.domain.identity.SeatId;

/// A town of one person a post, two departments and the shipped workflow, for playing cases through the rules.
final class Town {
    /// Friday, ten in the morning.
    static final Instant NOW = Instant.parse("2026-11-20T02:00:00Z");
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    /// A report's photos.
    static final List<String> PHOTOS = List.of("f1");

    static final Map<String, Person> PEOPLE = people();

    final Workflow workflow;
    final CaseRules rules;
    private int commands;

    Town(Workflow workflow) {
        this.workflow = workflow;
        WorkCalendar calendar = new WorkCalendar(
                "cal-1",
                ZONE,
                List.of(
                        new WorkCalendar.Span(LocalTime.of(8, 0), LocalTime.of(12, 0)),
                        new WorkCalendar.Span(LocalTime.of(14, 0), LocalTime.of(18, 0))),
                Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
                Map.of(LocalDate.parse("2026-11-24"), "市民日"),
                Set.of(LocalDate.parse("2026-11-28")));
        rules = new CaseRules(
                Versions.of(catalogue()), workflow, Versions.of(calendar), new Everywhere(), new Register());
    }

    /// The shipped workflow, changed as a city would change its file.
    static Workflow workflow(Path folder, UnaryOperator<String> change) {
        try {
            Path own = Files.createDirectories(folder.resolve("catalogue")).resolve("workflow.yaml");
            Files.writeString(
                    own,
                    change.apply(Files.readString(Path.of("src/main/resources/org/yiping/catalogue/workflow.yaml"))));
            return new CityFolder(folder).workflow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Person> people() {
        Map<String, Person> all = new LinkedHashMap<>();
        for (String[] p : new String[][] {
            {"col", "collector", null},
            {"acc", "acceptor", null},
            {"lead", "duty-leader", null},
            {"disp", "dispatcher", null},
            {"dep1", "department", "d1"},
            {"hand1", "department", "d1"},
            {"dep2", "department", "d2"},
            {"sup", "supervisor", null},
            {"chief", "leader", null},
            {"boss", "administrator", null},
            {"timer", "timer", null}
        }) {
            DepartmentId department = p[2] == null ? null : new DepartmentId(p[2]);
            all.put(p[0], new Person(new PersonId(p[0]), p[0], List.of(new PostCode(p[1])), List.of(), department));
        }
        return all;
    }

    private static Catalogue catalogue() {
        List<Criterion> criteria = List.of(
                new Criterion(new CriterionId("uh"), "", new Limit(2, LimitUnit.UH), "", false, null),
                new Criterion(new CriterionId("wh"), "", new Limit(4, LimitUnit.WH), "", false, null));
        return new Catalogue(
                "c-1",
                List.of(new CaseClass(
                        new ClassCode("E-0506"), new KindCode("event"), "突发事件", "积水", "water", criteria)));
    }

    static Actor actor(String id) {
        return new Actor(new PersonId(id), PEOPLE.get(id).posts().getFirst(), new SeatId("s"));
    }

    Command.Head head() {
        commands++;
        return new Command.Head(new CommandId("k" + commands), 0, null);
    }

    /// Where what is opened lies.
    /// Who called in, if anybody.
    @Nullable
    Caller caller;

    Place place = new Place(new Position(104.1, 30.1), "玉林街", null);

    Outcome open(String action, String who, @Nullable List<String> after) {
        Subject subject =
                new Subject(new KindCode("event"), new ClassCode("E-0506"), null, Severity.ORDINARY, null, "积水");
        Command.Intake intake = new Command.Intake(subject, place, new SourceCode("collector"), caller, true);
        Command.ReportCase report =
                new Command.ReportCase(head(), new CaseId("c1"), new ActionCode(action), intake, PHOTOS, after);
        return rules.open(report, actor(who), new CaseNumber("1"), NOW);
    }

    Outcome act(Case c, String action, String who, Command.Fields fields, Instant now) {
        return rules.act(c, new Command.ActOnCase(head(), c.id(), new ActionCode(action), fields), actor(who), now);
    }

    Case must(Case c, String action, String who, Command.Fields fields, Instant now) {
        return must(act(c, action, who, fields, now));
    }

    static Case must(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Changed.class);
        return ((Outcome.Changed) outcome).result();
    }

    /// Refused with `code pointer`.
    static String refused(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused) outcome).code() + " " + ((Outcome.Refused) outcome).pointer();
    }

    /// Dispatched to d1 under a criterion, at `NOW`.
    Case dispatched(String criterion) {
        Case c = must(open("report", "col", null));
        c = must(c, "pass", "acc", Command.Fields.NONE, NOW);
        c = must(c, "file", "lead", Give.criterion(criterion), NOW);
        return must(c, "dispatch", "disp", Give.department("d1"), NOW);
    }

    /// Dispatched, and with hand1.
    Case assigned(String criterion) {
        return must(dispatched(criterion), "assign", "dep1", Give.handler("hand1"), NOW);
    }

    /// Handled and checked and closed, the handling finished at `finished`.
    Case closed(String criterion, Instant finished) {
        Case c = must(assigned(criterion), "finish", "dep1", Give.photos(), finished);
        c = must(c, "send-check", "acc", Give.handler("col"), finished);
        c = must(c, "check-pass", "col", Command.Fields.NONE, finished);
        return must(c, "close", "lead", Give.closing("疏通"), finished);
    }

    /// Fields with one thing in them.
    static final class Give {
        private Give() {}

        static Command.Fields reason(String reason) {
            return new Command.Fields(reason, null, null, null, null, List.of());
        }

        static Command.Fields criterion(String id) {
            return new Command.Fields(null, new CriterionId(id), null, null, null, List.of());
        }

        static Command.Fields department(String id) {
            return new Command.Fields(null, null, new DepartmentId(id), null, null, List.of());
        }

        static Command.Fields handler(String id) {
            return new Command.Fields(null, null, null, new PersonId(id), null, List.of());
        }

        static Command.Fields closing(String words) {
            return new Command.Fields(null, null, null, null, words, List.of());
        }

        static Command.Fields photos() {
            return new Command.Fields("清完", null, null, null, null, List.of("f2"));
        }

        static Command.Fields hours(int hours) {
            return new Command.Fields("等料", null, null, null, null, List.of(), null, hours, null, null);
        }

        static Command.Fields until(String date) {
            return new Command.Fields(
                    "等季节", null, null, null, null, List.of(), null, null, LocalDate.parse(date), null);
        }

        static Command.Fields kind(String kind, @Nullable Boolean reply) {
            return new Command.Fields("看紧", null, null, null, null, List.of(), kind, null, null, reply);
        }
    }

    private static final class Everywhere implements AreaFinder {
        @Override
        public Optional<AreaCode> areaAt(Position p) {
            return Optional.of(new AreaCode("99010100100101"));
        }

        @Override
        public boolean isInCity(Position p) {
            return p.longitude() < 105;
        }
    }

    private static final class Register implements Directory {
        @Override
        public Optional<Person> person(PersonId id) {
            return Optional.ofNullable(PEOPLE.get(id.value()));
        }

        @Override
        public Optional<Department> department(DepartmentId id) {
            return id.value().matches("d[12]")
                    ? Optional.of(new Department(id, id.value(), List.of(), List.of()))
                    : Optional.empty();
        }
    }
}
