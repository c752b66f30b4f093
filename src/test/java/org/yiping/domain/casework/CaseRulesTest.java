package org.yiping.domain.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.city.CityFolder;
import org.yiping.domain.Versions;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.area.AreaFinder;
import org.yiping.domain.catalogue.Catalogue;
import org.yiping.domain.catalogue.ClassCode;
import org.yiping.domain.catalogue.CriterionId;
import org.yiping.domain.catalogue.KindCode;
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

class CaseRulesTest {
    private static final Instant NOW = Instant.parse("2026-11-20T02:00:00Z");
    private static final Map<String, Person> PEOPLE = Map.of(
            "col", person("col", "collector", null),
            "acc", person("acc", "acceptor", null),
            "lead", person("lead", "duty-leader", null),
            "disp", person("disp", "dispatcher", null),
            "dep1", person("dep1", "department", "d1"),
            "dep2", person("dep2", "department", "d2"));

    @TempDir
    Path folder;

    private CaseRules rules;
    private Workflow workflow;
    private int commands;

    private static Person person(String id, String post, @Nullable String department) {
        return new Person(
                new PersonId(id),
                id,
                List.of(new PostCode(post)),
                List.of(),
                department == null ? null : new DepartmentId(department));
    }

    private static Actor actor(String id) {
        return new Actor(new PersonId(id), PEOPLE.get(id).posts().getFirst(), new SeatId("s"));
    }

    @BeforeEach
    void rules() throws Exception {
        Files.writeString(folder.resolve("city.yaml"), """
                name: t
                code: "9901"
                zone: Asia/Shanghai
                simulated: true
                notice: n
                attribution: a
                datum: WGS 84
                extent: [104.0, 30.0, 104.2, 30.2]
                caseNumber: "{date}{seq4}"
                promises: {}
                calendar: {version: cal-1, hours: ["08:00-12:00", "14:00-18:00"], weekend: [SATURDAY, SUNDAY], holidays: [], makeUpDays: []}
                catalogueVersion: c-1
                """);
        CityFolder city = new CityFolder(folder);
        Catalogue catalogue = city.catalogue();
        workflow = city.workflow();
        AreaFinder areas = new AreaFinder() {
            @Override
            public Optional<AreaCode> areaAt(Position p) {
                return Optional.of(new AreaCode("99010100100101"));
            }

            @Override
            public boolean isInCity(Position p) {
                return p.longitude() < 105;
            }
        };
        Directory directory = new Directory() {
            @Override
            public Optional<Person> person(PersonId id) {
                return Optional.ofNullable(PEOPLE.get(id.value()));
            }

            @Override
            public Optional<Department> department(DepartmentId id) {
                return id.value().startsWith("d")
                        ? Optional.of(new Department(id, id.value(), List.of(), List.of()))
                        : Optional.empty();
            }
        };
        rules = new CaseRules(
                Versions.of(catalogue), workflow, Versions.of(city.settings().workCalendar()), areas, directory);
    }

    private Command.Head head() {
        return new Command.Head(new CommandId("k" + commands++), 0, null);
    }

    private Outcome open(String classCode, double longitude) {
        Subject subject =
                new Subject(new KindCode("event"), new ClassCode(classCode), null, Severity.ORDINARY, null, "积水");
        Command.Intake intake = new Command.Intake(
                subject,
                new Place(new Position(longitude, 30.1), "玉林街", null),
                new SourceCode("collector"),
                null,
                true);
        return rules.open(
                new Command.ReportCase(head(), new CaseId("c1"), new ActionCode("report"), intake, List.of("f1")),
                actor("col"),
                new CaseNumber("1"),
                NOW);
    }

    private Case must(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Changed.class);
        return ((Outcome.Changed) outcome).result();
    }

    private String refused(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused) outcome).code() + " " + ((Outcome.Refused) outcome).pointer();
    }

    private Outcome act(Case c, String action, String who, Command.Fields fields, Instant now) {
        return rules.act(c, new Command.ActOnCase(head(), c.id(), new ActionCode(action), fields), actor(who), now);
    }

    private static Command.Fields fields(
            @Nullable String reason,
            @Nullable String criterion,
            @Nullable String department,
            @Nullable String handler) {
        return new Command.Fields(
                reason,
                criterion == null ? null : new CriterionId(criterion),
                department == null ? null : new DepartmentId(department),
                handler == null ? null : new PersonId(handler),
                null,
                List.of());
    }

    @Test
    void aReportIsOpenedInItsCellWithARunningClock() {
        Case c = must(open("E-0506", 104.1));
        assertThat(c.progress().state().value()).isEqualTo("to-accept");
        assertThat(c.place().area()).isEqualTo(new AreaCode("99010100100101"));
        assertThat(c.runningClock().orElseThrow().dueAt()).isEqualTo(NOW.plus(Duration.ofMinutes(15)));
        assertThat(c.light(NOW.plus(Duration.ofMinutes(11)), workflow)).isEqualTo(Light.GREEN);
        assertThat(c.light(NOW.plus(Duration.ofMinutes(12)), workflow)).isEqualTo(Light.YELLOW);
        assertThat(c.light(NOW.plus(Duration.ofMinutes(15)).plusMillis(1), workflow))
                .isEqualTo(Light.RED);
    }

    @Test
    void wrongIntakesAreRefusedWithAPointer() {
        assertThat(refused(open("E-7777", 104.1))).isEqualTo("unknown-class /intake/subject/classCode");
        assertThat(refused(open("C-0102", 104.1))).isEqualTo("wrong-kind /intake/subject/kind");
        assertThat(refused(open("E-0506", 106))).isEqualTo("outside-city /intake/place/position");
    }

    @Test
    void aPhotoVerifiesBeforeFilingAndChecksAfterHandling() {
        Case c = must(open("E-0506", 104.1));
        c = must(act(c, "send-verify", "acc", fields(null, null, null, "col"), NOW.plusSeconds(60)));
        c = must(act(c, "verify-exists", "col", photo("f2"), NOW.plusSeconds(120)));
        c = must(act(c, "pass", "acc", Command.Fields.NONE, NOW.plusSeconds(180)));
        c = must(act(c, "file", "lead", fields(null, "E-0506-01", null, null), NOW.plusSeconds(240)));
        c = must(act(c, "dispatch", "disp", fields(null, null, "d1", null), NOW.plusSeconds(300)));
        c = must(act(c, "assign", "dep1", fields(null, null, null, "dep1"), NOW.plusSeconds(400)));
        c = must(act(c, "finish", "dep1", photo("f3"), NOW.plusSeconds(3000)));
        c = must(act(c, "send-check", "acc", fields(null, null, null, "col"), NOW.plusSeconds(3100)));
        c = must(act(c, "check-pass", "col", photo("f4"), NOW.plusSeconds(3200)));
        assertThat(c.head().photos())
                .extracting(Attachment::phase)
                .containsExactly("before", "verify", "after", "check");
    }

    private static Command.Fields photo(String file) {
        return new Command.Fields("看过", null, null, null, null, List.of(file));
    }

    @Test
    void theMainLineRunsFromReportToClose() {
        Case c = must(open("E-0506", 104.1));
        c = must(act(c, "send-verify", "acc", fields(null, null, null, "col"), NOW.plusSeconds(60)));
        c = must(act(c, "verify-exists", "col", fields("属实", null, null, null), NOW.plusSeconds(120)));
        c = must(act(c, "pass", "acc", Command.Fields.NONE, NOW.plusSeconds(180)));
        assertThat(refused(act(c, "file", "lead", Command.Fields.NONE, NOW))).isEqualTo("missing /fields/criterion");
        c = must(act(c, "file", "lead", fields(null, "E-0506-01", null, null), NOW.plusSeconds(240)));
        c = must(act(c, "dispatch", "disp", fields(null, null, "d1", null), NOW.plusSeconds(300)));
        assertThat(c.runningClock().orElseThrow().dueAt())
                .isEqualTo(NOW.plusSeconds(300).plus(Duration.ofHours(2)));
        assertThat(refused(act(c, "assign", "dep2", fields(null, null, null, "dep2"), NOW)))
                .isEqualTo("department /action");
        c = must(act(c, "assign", "dep1", fields(null, null, null, "dep1"), NOW.plusSeconds(400)));
        Command.Fields after = new Command.Fields("清完", null, null, null, null, List.of("f2"));
        c = must(act(c, "finish", "dep1", after, NOW.plusSeconds(3000)));
        assertThat(c.head().photos()).extracting(Attachment::phase).containsExactly("before", "after");
        c = must(act(c, "send-check", "acc", fields(null, null, null, "col"), NOW.plusSeconds(3100)));
        Case rework = must(act(c, "check-fail", "col", fields("未清", null, null, null), NOW.plusSeconds(3200)));
        assertThat(rework.progress().flags()).containsExactly("verified", "rework");
        assertThat(rework.progress().department()).isEqualTo(new DepartmentId("d1"));
        c = must(act(c, "check-pass", "col", Command.Fields.NONE, NOW.plusSeconds(3200)));
        c = must(act(
                c,
                "close",
                "lead",
                new Command.Fields(null, null, null, null, "疏通", List.of()),
                NOW.plusSeconds(3300)));
        assertThat(c.light(NOW, workflow)).isEqualTo(Light.CLOSED);
        assertThat(c.runningClock()).isEmpty();
        assertThat(c.progress().milestones().closedAt()).isEqualTo(NOW.plusSeconds(3300));
    }

    @Test
    void aPostThatMayNotActIsToldWhy() {
        Case c = must(open("E-0506", 104.1));
        assertThat(rules.options(c, actor("disp"), NOW))
                .filteredOn(o -> !o.transition().aside())
                .isNotEmpty()
                .allSatisfy(o -> assertThat(o.refusal()).isEqualTo("post"));
        assertThat(rules.options(c, actor("acc"), NOW))
                .anySatisfy(o -> assertThat(o.refusal()).isNull());
    }

    @Test
    void noSequenceOfCommandsLeavesTheDeclaredStates() {
        Random random = new Random(42);
        List<String> people = List.copyOf(PEOPLE.keySet());
        for (int round = 0; round < 200; round++) {
            Case c = must(open("E-0506", 104.1));
            for (int i = 0; i < 30; i++) {
                Workflow.Transition t = workflow.transitions()
                        .get(random.nextInt(workflow.transitions().size()));
                Command.Fields f = new Command.Fields(
                        "r",
                        new CriterionId("E-0506-01"),
                        new DepartmentId("d" + (1 + random.nextInt(2))),
                        new PersonId(people.get(random.nextInt(people.size()))),
                        "closing",
                        List.of("f"));
                Outcome o =
                        act(c, t.action().value(), people.get(random.nextInt(people.size())), f, NOW.plusSeconds(i));
                if (o instanceof Outcome.Changed changed) {
                    c = changed.result();
                }
                assertThat(workflow.find(c.progress().state())).isPresent();
                assertThat(c.progress().clocks().stream()
                                .filter(CaseClock::running)
                                .count())
                        .isLessThanOrEqualTo(1);
                assertThat(c.runningClock().isPresent())
                        .isEqualTo(workflow.ending(c.progress().state()) == Workflow.Ending.OPEN);
            }
        }
    }
}
