package org.yiping.server.assessment;

// long because a past of cases, names and formulas has to be written before anything can be examined

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.city.CityFolder;
import org.yiping.domain.area.Area;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.assessment.Assessment;
import org.yiping.domain.assessment.AssessmentId;
import org.yiping.domain.assessment.AssessmentWish;
import org.yiping.domain.assessment.Inputs;
import org.yiping.domain.assessment.Score;
import org.yiping.domain.assessment.Scoring;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.casework.Place;
import org.yiping.domain.casework.Workflow;
import org.yiping.domain.geo.Position;
import org.yiping.domain.identity.Actor;
import org.yiping.domain.identity.Department;
import org.yiping.domain.identity.DepartmentId;
import org.yiping.domain.identity.PersonId;
import org.yiping.domain.identity.PostCode;
import org.yiping.domain.identity.SeatId;
import org.yiping.domain.kpi.Figure;
import org.yiping.domain.kpi.FigureRules;
import org.yiping.domain.kpi.FigureScope;
import org.yiping.domain.kpi.Grouping;
import org.yiping.domain.kpi.KpiCode;
import org.yiping.fake.ManualClock;
import org.yiping.protocol.Json;
import org.yiping.protocol.Kinds;
import org.yiping.server.SmallCity;
import org.yiping.server.data.CaseFacts;
import org.yiping.server.data.Change;
import org.yiping.server.data.Database;
import org.yiping.server.data.Ledger;
import org.yiping.server.data.Meta;
import org.yiping.server.data.Origin;
import org.yiping.server.data.Reach;
import org.yiping.server.data.Scope;
import org.yiping.server.kpi.FigureBook;
import org.yiping.server.kpi.FigureDesk;
import org.yiping.server.kpi.RandomPast;

class ExaminerTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Instant NOW = RandomPast.START.plus(Duration.ofDays(390));
    private static final Actor WHO = new Actor(new PersonId("p-sup"), new PostCode("supervisor"), new SeatId("s"));
    private static final LocalDate IN_SPRING = LocalDate.of(2026, 2, 10);
    private static final LocalDate MERGED_ON = LocalDate.of(2026, 3, 8);

    @TempDir
    Path folder;

    private Workflow workflow;
    private Database database;
    private Ledger ledger;
    private RandomPast past;
    private FigureDesk figures;
    private Examiner examiner;

    @BeforeEach
    void open() {
        workflow = new CityFolder(SmallCity.in(folder)).workflow();
        database = Database.open(folder, null);
        ledger = new Ledger(database);
        past = new RandomPast(11, workflow);
        area("990101", "西区");
        area("990102", "东区");
        Meta meta = new Meta(database);
        meta.set("figures", Json.mapper().writeValueAsString(Map.of("versions", List.of(merging()))));
        figures = FigureDesk.open(
                new FigureDesk.City(database, "journal", workflow, ZONE, FigureBook.load(meta)),
                folder,
                Runnable::run,
                new ManualClock(NOW));
        examiner = new Examiner(figures, SchemeBook.load(meta), database, ZONE);
        rename("d1", "一所");
    }

    @AfterEach
    void close() {
        figures.keeper().close();
        database.close();
    }

    private static FigureRules merging() {
        FigureRules shipped = CityFolder.shippedFigures().getFirst();
        return new FigureRules(
                shipped.version(),
                shipped.from(),
                shipped.publicSources(),
                List.of(new FigureRules.Successor(new DepartmentId("d3"), new DepartmentId("d1"), MERGED_ON)),
                shipped.figures());
    }

    private void rename(String id, String name) {
        Department d = new Department(new DepartmentId(id), name, List.of(), List.of());
        ledger.write(b -> b.put(
                Origin.PLATFORM,
                NOW,
                Change.fact(Kinds.DEPARTMENT, id, Json.mapper().writeValueAsString(d), Scope.OPEN)));
    }

    private void area(String code, String name) {
        Area area = new Area(new AreaCode(code), name, "district", null, new Position(104, 30));
        ledger.write(b -> b.put(
                Origin.PLATFORM,
                NOW,
                Change.fact(Kinds.AREA, code, Json.mapper().writeValueAsString(area), Scope.OPEN)));
    }

    private void write(Case c) {
        ledger.write(b -> b.put(
                Origin.PLATFORM,
                NOW,
                new Change(
                        Kinds.CASE,
                        c.id().value(),
                        Json.mapper().writeValueAsString(c),
                        Scope.of(c),
                        new CaseFacts(c, workflow.ending(c.progress().state())),
                        null)));
    }

    private Examiner.Run run(String scheme, String period, LocalDate day, String... objects) {
        AssessmentWish wish = new AssessmentWish(scheme, period, day, null, List.of(objects), "");
        return examiner.run(examiner.blank(new AssessmentId("a1"), wish, WHO));
    }

    /// The same figures as anybody is told who asks for them, department by department.
    @Test
    void whatIsFrozenIsWhatTheFiguresSay() {
        past.write(ledger, 3_000);
        Examiner.Run run = run("department", "quarter", IN_SPRING);
        assertThat(run.assessment().scores()).hasSizeGreaterThanOrEqualTo(3);
        Map<String, List<FigureDesk.Told>> told = figures.answer(new FigureDesk.Question(
                        run.assessment().yardstick().scheme().indicators().stream()
                                .map(i -> i.figure())
                                .toList(),
                        new FigureDesk.Frame("quarter", IN_SPRING, FigureScope.CITY, Reach.CITY),
                        Grouping.DEPARTMENT,
                        ""))
                .groups();
        int compared = 0;
        for (Score score : run.assessment().scores()) {
            for (FigureDesk.Told each : told.getOrDefault(score.object(), List.of())) {
                Score.Part part = score.part(each.rule().code());
                if (part != null) {
                    Figure figure = part.figure();
                    assertThat(figure.numerator()).isEqualTo(each.figure().numerator());
                    assertThat(figure.denominator()).isEqualTo(each.figure().denominator());
                    assertThat(figure.value()).isEqualTo(each.figure().value());
                    compared++;
                }
            }
        }
        assertThat(compared).isGreaterThanOrEqualTo(12);
    }

    /// From what the journal keeps alone, after the records, the names and the formulas have become others.
    @Test
    void aScoreIsReproducedExactlyWhateverBecameOfTheRecords() {
        past.write(ledger, 3_000);
        Examiner.Run run = run("department", "quarter", IN_SPRING);
        String row = AssessmentRows.change(run.assessment(), "990100").content();
        List<String> frozen = run.inputs().stream()
                .map(i -> AssessmentRows.change(i, 0, "990100").content())
                .toList();
        past.write(ledger, 3_000);
        rename("d1", "改了名");
        Assessment kept = Json.mapper().readValue(row, Assessment.class);
        for (int i = 0; i < frozen.size(); i++) {
            Score then = run.assessment().scores().get(i);
            Inputs inputs = Json.mapper().readValue(frozen.get(i), Inputs.class);
            Score again = Scoring.of(kept.yardstick(), kept.span(), then.name(), inputs, Set.of());
            assertThat(Json.mapper().writeValueAsString(again))
                    .isEqualTo(Json.mapper().writeValueAsString(then));
        }
        assertThat(run("department", "quarter", IN_SPRING).assessment().scores())
                .as("counted anew it is another")
                .isNotEqualTo(run.assessment().scores());
        assertThat(run.assessment().score("d1").orElseThrow().name()).isEqualTo("一所");
    }

    @Test
    void lateAndCorrectedRecordsAreToldOneByOne() {
        past.write(ledger, 500);
        Examiner.Run run = run("district", "quarter", IN_SPRING);
        assertThat(examiner.changed(run.assessment(), run.inputs())).isEmpty();
        Instant then = IN_SPRING.atStartOfDay(ZONE).toInstant();
        write(placed(past.straight("late", then, null)));
        write(placed(past.straight("elsewhere", then.minus(Duration.ofDays(80)), null)));
        assertThat(examiner.changed(run.assessment(), run.inputs())).containsExactly(new CaseId("late"));
        Examiner.Run again = run("district", "quarter", IN_SPRING);
        write(placed(past.straight("late", then, then.plus(Duration.ofHours(3)))));
        assertThat(examiner.changed(again.assessment(), again.inputs())).containsExactly(new CaseId("late"));
    }

    private static Case placed(Case c) {
        return new Case(
                c.id(),
                c.head(),
                c.subject(),
                new Place(null, "x", new AreaCode("99010100100101")),
                c.report(),
                c.progress());
    }

    @Test
    void aDepartmentMergedInMidPeriodIsJudgedUntilThen() {
        past.write(ledger, 2_000);
        rename("d3", "三所");
        assertThat(objects(run("department", "quarter", IN_SPRING))).contains("d3", "d1");
        assertThat(objects(run("department", "quarter", LocalDate.of(2026, 5, 1))))
                .as("gone before it began")
                .contains("d1")
                .doesNotContain("d3");
    }

    private static List<String> objects(Examiner.Run run) {
        return run.assessment().scores().stream().map(Score::object).toList();
    }

    @Test
    void aDepartmentOfWhichNothingWasCountedHasNoScore() {
        past.write(ledger, 500);
        rename("idle", "闲所");
        Score idle = run("department", "quarter", IN_SPRING)
                .assessment()
                .score("idle")
                .orElseThrow();
        assertThat(idle.value()).isNull();
        assertThat(idle.grade()).isNull();
        assertThat(idle.cases()).isZero();
    }

    @Test
    void beforeTheFirstCaseNothingIsKnown() {
        past.write(ledger, 500);
        Examiner.Run run = run("department", "month", LocalDate.of(2020, 1, 1));
        assertThat(run.assessment().scores())
                .isNotEmpty()
                .allSatisfy(s -> assertThat(s.knownWeight()).isZero());
    }

    @Test
    void whatCannotBeRunIsSaid() {
        past.write(ledger, 100);
        assertThatThrownBy(() -> run("moon", "month", IN_SPRING)).hasMessage("scheme");
        assertThatThrownBy(() -> run("department", "7d", IN_SPRING)).hasMessage("period");
        assertThatThrownBy(() -> run("department", "month", LocalDate.ofInstant(NOW, ZONE)))
                .as("not over yet")
                .hasMessage("day");
        assertThatThrownBy(() -> run("department", "month", IN_SPRING, "nobody"))
                .hasMessage("objects");
    }

    @Test
    void aRegionWithOneCaseIsJudgedByItAndOneWithoutIsNot() {
        Instant then = IN_SPRING.atStartOfDay(ZONE).toInstant();
        write(placed(past.straight("only", then, then.plus(Duration.ofHours(1)))));
        Examiner.Run run = run("district", "month", IN_SPRING);
        Score one = run.assessment().score("990101").orElseThrow();
        assertThat(one.cases()).isEqualTo(1);
        assertThat(one.value()).isNotNull();
        assertThat(run.assessment().score("990102").orElseThrow().value()).isNull();
        assertThat(one.name()).isEqualTo("西区");
    }

    @Test
    void someObjectsAreRunAlone() {
        past.write(ledger, 500);
        assertThat(objects(run("department", "month", IN_SPRING, "d2"))).containsExactly("d2");
    }

    private @Nullable Figure figure(Score score, String code) {
        Score.Part part = score.part(new KpiCode(code));
        return part == null ? null : part.figure();
    }

    @Test
    void peopleOfAPostAreJudgedByTheirOwnSteps() {
        past.write(ledger, 2_000);
        Examiner.Run run = run("acceptor", "quarter", IN_SPRING);
        for (String person : List.of("p0", "p1", "p2")) {
            Score score = run.assessment().score(person).orElseThrow();
            FigureScope own =
                    new FigureScope(null, null, null, null, new PersonId(person), new PostCode("acceptor"), null, null);
            Figure told = figures.answer(new FigureDesk.Question(
                            List.of(new KpiCode("accepted")),
                            new FigureDesk.Frame("quarter", IN_SPRING, own, Reach.CITY),
                            Grouping.NONE,
                            ""))
                    .groups()
                    .get("")
                    .getFirst()
                    .figure();
            Figure mine = figure(score, "accepted");
            assertThat(mine).isNotNull();
            assertThat(mine.value()).isEqualTo(told.value());
            assertThat(told.value()).isPositive();
        }
    }
}
