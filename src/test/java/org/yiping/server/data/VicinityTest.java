package org.yiping.server.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.domain.advice.AdviceRules;
import org.yiping.domain.advice.RecurringPlace;
import org.yiping.domain.advice.Sighting;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.casework.CaseNumber;
import org.yiping.domain.casework.Milestones;
import org.yiping.domain.casework.Place;
import org.yiping.domain.casework.Progress;
import org.yiping.domain.casework.Report;
import org.yiping.domain.casework.Severity;
import org.yiping.domain.casework.SourceCode;
import org.yiping.domain.casework.StateCode;
import org.yiping.domain.casework.Subject;
import org.yiping.domain.casework.Workflow;
import org.yiping.domain.catalogue.ClassCode;
import org.yiping.domain.catalogue.KindCode;
import org.yiping.domain.component.ComponentId;
import org.yiping.domain.geo.Position;
import org.yiping.domain.identity.DepartmentId;
import org.yiping.protocol.Json;

class VicinityTest {
    private static final Instant NOW = Instant.parse("2026-11-20T02:00:00Z");
    private static final ClassCode RUBBISH = new ClassCode("E-0110");

    @TempDir
    Path folder;

    private Database database;
    private Vicinity vicinity;

    @BeforeEach
    void open() {
        database = Database.open(folder, null);
        vicinity = new Vicinity(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static Case of(String id, String classCode, Position at, Instant reported, String department) {
        return new Case(
                new CaseId(id),
                new Case.CaseHead(new CaseNumber(id), "w", List.of()),
                new Subject(
                        new KindCode("event"),
                        new ClassCode(classCode),
                        null,
                        Severity.ORDINARY,
                        new ComponentId("k"),
                        ""),
                new Place(at, "", null),
                new Report(new SourceCode("collector"), reported, null, null, null, true),
                new Progress(
                        new StateCode("closed"),
                        department == null ? null : new DepartmentId(department),
                        null,
                        List.of(),
                        Milestones.NONE,
                        List.of()));
    }

    private static Change change(Case c, Workflow.Ending ending) {
        return new Change(
                "case",
                c.id().value(),
                Json.mapper().writeValueAsString(c),
                Scope.OPEN,
                new CaseFacts(c, ending),
                null);
    }

    private void write(Ledger ledger, List<Change> changes) {
        ledger.write(batch -> changes.forEach(c -> batch.put(Origin.PLATFORM, NOW, c)));
    }

    /// The naive way: every case is measured.
    @Test
    void whatIsNearIsFoundAcrossTheEdgesOfTiles() {
        Random random = new Random(3);
        List<Case> all = new ArrayList<>();
        for (int i = 0; i < 900; i++) {
            Position at = new Position(-0.001 + random.nextDouble() / 400, 59.999 + random.nextDouble() / 500);
            all.add(of(
                    "c" + i,
                    random.nextInt(3) == 0 ? "E-0112" : "E-0110",
                    at,
                    NOW.minus(Duration.ofHours(i % 40)),
                    null));
        }
        write(
                new Ledger(database),
                all.stream()
                        .map(c ->
                                change(c, c.id().value().endsWith("7") ? Workflow.Ending.VOIDED : Workflow.Ending.OPEN))
                        .toList());
        for (int i = 0; i < 50; i++) {
            Position centre = new Position(-0.001 + random.nextDouble() / 400, 59.999 + random.nextDouble() / 500);
            Instant from = NOW.minus(Duration.ofHours(24));
            List<String> expected = all.stream()
                    .filter(c -> c.subject().classCode().equals(RUBBISH))
                    .filter(c -> !c.id().value().endsWith("7"))
                    .filter(c -> !c.report().reportedAt().isBefore(from))
                    .filter(c -> centre.distanceMetres(c.place().position()) <= 50)
                    .map(c -> c.id().value())
                    .sorted()
                    .toList();
            assertThat(vicinity.near(RUBBISH, centre, 50, from, NOW).stream()
                            .map(s -> s.id().value())
                            .sorted()
                            .toList())
                    .isEqualTo(expected);
        }
    }

    @Test
    void olderStoragesGetTheirColumnsOnce() {
        Case old = of("old", "E-0110", new Position(104, 30), NOW, "d1");
        write(new Ledger(database), List.of(change(old, Workflow.Ending.CLOSED)));
        database.transact(c -> Sql.update(c, "UPDATE cases SET tile = NULL, class_code = NULL, component = NULL"));
        Position here = new Position(104, 30);
        assertThat(vicinity.near(RUBBISH, here, 50, NOW, NOW)).isEmpty();
        Catchup catchup = new Catchup(database);
        catchup.run(text -> new CaseFacts(Json.mapper().readValue(text, Case.class), Workflow.Ending.CLOSED));
        assertThat(vicinity.near(RUBBISH, here, 50, NOW, NOW)).hasSize(1);
        assertThat(vicinity.<List<?>>past(p -> p.ofComponent(new ComponentId("k"), NOW)))
                .hasSize(1);
        catchup.run(text -> {
            throw new AssertionError("done already");
        });
    }

    /// A year of a million closed and twenty thousand open cases in a city of 20 × 20 km, the crowded places included.
    @Test
    @Tag("slow")
    void amongAMillionCasesEveryQuestionIsAnsweredAtOnce() {
        Random random = new Random(11);
        Ledger ledger = new Ledger(database);
        List<Change> some = new ArrayList<>();
        int cases = 1_020_000;
        for (int i = 0; i < cases; i++) {
            boolean open = i >= 1_000_000;
            Instant reported = open
                    ? NOW.minusSeconds(random.nextInt(20 * 86_400))
                    : NOW.minusSeconds(random.nextInt(365 * 86_400));
            Case c = of("m" + i, "E-01" + (10 + random.nextInt(40)), place(random), reported, "d" + random.nextInt(40));
            some.add(change(c, open ? Workflow.Ending.OPEN : Workflow.Ending.CLOSED));
            if (some.size() == 2_000) {
                write(ledger, some);
                some.clear();
            }
        }
        write(ledger, some);
        time("duplicates", random, p -> vicinity.near(RUBBISH, p, 50, NOW.minus(Duration.ofHours(24)), NOW));
        time(
                "rulings by place",
                random,
                p -> vicinity.past(past -> past.near(RUBBISH, p, 100, NOW.minus(Duration.ofDays(365)))));
        long start = System.nanoTime();
        assertThat(vicinity.openByCase()).hasSize(20_000);
        System.out.println("open by department: " + millis(start) + " ms");
        start = System.nanoTime();
        List<Sighting> month = vicinity.since(NOW.minus(Duration.ofDays(30)), Reach.CITY);
        System.out.println("a month's " + month.size() + " cases: " + millis(start) + " ms");
        start = System.nanoTime();
        List<RecurringPlace> places = RecurringPlace.among(month, new AdviceRules.Recurrence(50, 30, 3, 200));
        System.out.println(places.size() + " recurring places, the first of "
                + places.getFirst().count() + ": " + millis(start) + " ms");
    }

    private interface Question {
        Object ask(Position place);
    }

    private static void time(String what, Random random, Question question) {
        List<Long> nanos = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            Position p = place(random);
            long start = System.nanoTime();
            question.ask(p);
            nanos.add(System.nanoTime() - start);
        }
        nanos.sort(null);
        double p99 = nanos.get(nanos.size() * 99 / 100) / 1e6;
        System.out.printf("%s: median %.3f ms, p99 %.3f ms%n", what, nanos.get(nanos.size() / 2) / 1e6, p99);
        assertThat(p99).as(what).isLessThan(100);
    }

    private static double millis(long start) {
        return Math.round((System.nanoTime() - start) / 1e5) / 10.0;
    }

    /// A tenth of everything happens at thirty crowded corners.
    private static Position place(Random random) {
        if (random.nextInt(10) == 0) {
            int corner = random.nextInt(30);
            return new Position(
                    104 + corner * 0.006 + random.nextGaussian() * 0.0003,
                    30 + corner * 0.005 + random.nextGaussian() * 0.0003);
        }
        return new Position(104 + random.nextDouble() * 0.2, 30 + random.nextDouble() * 0.18);
    }
}
