package org.yiping.server.kpi;

// long because each counter is counted a second time, in the simplest way

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiping.server.kpi.RandomPast.answered;
import static org.yiping.server.kpi.RandomPast.called;
import static org.yiping.server.kpi.RandomPast.order;
import static org.yiping.server.kpi.RandomPast.said;
import static org.yiping.server.kpi.RandomPast.since;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yiping.city.CityFolder;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.casework.SourceCode;
import org.yiping.domain.casework.Workflow;
import org.yiping.domain.catalogue.ClassCode;
import org.yiping.domain.identity.DepartmentId;
import org.yiping.domain.identity.PersonId;
import org.yiping.domain.kpi.Counter;
import org.yiping.domain.kpi.Figure;
import org.yiping.domain.kpi.FigureRule;
import org.yiping.domain.kpi.FigureRules;
import org.yiping.domain.kpi.FigureScope;
import org.yiping.domain.kpi.Grouping;
import org.yiping.domain.kpi.KpiCode;
import org.yiping.domain.kpi.Span;
import org.yiping.fake.ManualClock;
import org.yiping.server.SmallCity;
import org.yiping.server.data.Database;
import org.yiping.server.data.Ledger;
import org.yiping.server.data.Reach;
import org.yiping.server.kpi.RandomPast.Known;
import org.yiping.server.kpi.RandomPast.Step;

/// Figures against a count that goes through every case and knows nothing of columns, spans of blocks or checkpoints.
class FigureDeskTest {
    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final Instant NOW = RandomPast.START.plus(Duration.ofDays(390));
    private static final LocalDate MERGED_ON = LocalDate.of(2026, 3, 8);

    @TempDir
    Path folder;

    private final ManualClock clock = new ManualClock(NOW);
    private Workflow workflow;
    private Database database;
    private Ledger ledger;
    private FigureDesk desk;

    @BeforeEach
    void open() {
        workflow = new CityFolder(SmallCity.in(folder)).workflow();
        database = Database.open(folder, null);
        ledger = new Ledger(database);
        desk = desk();
    }

    @AfterEach
    void close() {
        desk.keeper().close();
        database.close();
    }

    private FigureDesk desk() {
        return FigureDesk.open(
                new FigureDesk.City(database, "journal", workflow, ZONE, new FigureBook(List.of(rules()))),
                folder,
                Runnable::run,
                clock);
    }

    /// A figure for each counter, and the durations.
    private static FigureRules rules() {
        List<FigureRule> figures = new ArrayList<>();
        for (Counter c : Counter.values()) {
            figures.add(rule(c.code(), c.code()));
        }
        figures.add(rule("close-p90", "p90(close_time)"));
        figures.add(rule("close-median", "median(close_time)"));
        figures.add(rule("close-mean", "mean(close_time)"));
        return new FigureRules(
                "v1",
                LocalDate.EPOCH,
                List.of(new SourceCode("hotline")),
                List.of(new FigureRules.Successor(new DepartmentId("d3"), new DepartmentId("d1"), MERGED_ON)),
                figures);
    }

    private static FigureRule rule(String code, String formula) {
        return new FigureRule(new KpiCode(code), code, code, "cases", null, null, formula, null);
    }

    private @Nullable Double value(
            String code, String period, @Nullable LocalDate day, FigureScope scope, Reach reach) {
        FigureDesk.Answer answer = desk.answer(new FigureDesk.Question(
                List.of(new KpiCode(code)), new FigureDesk.Frame(period, day, scope, reach), Grouping.NONE, ""));
        return answer.groups().get("").getFirst().figure().value();
    }

    private Span span(String period, @Nullable LocalDate day) {
        return desk.answer(new FigureDesk.Question(
                        List.of(new KpiCode("filed")),
                        new FigureDesk.Frame(period, day, FigureScope.CITY, Reach.CITY),
                        Grouping.NONE,
                        ""))
                .span();
    }

    private static boolean in(Span span, @Nullable Instant at) {
        return at != null && span.contains(at);
    }

    private static String lead(Known k, Instant at) {
        DepartmentId d = k.now.progress().department();
        if (d == null) {
            return "";
        }
        boolean after = !at.isBefore(MERGED_ON.atStartOfDay(ZONE).toInstant());
        return d.value().equals("d3") && after ? "d1" : d.value();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void are_what_a_simple_count_says(long seed) {
        RandomPast past = new RandomPast(seed, workflow, true);
        for (int i = 0; i < 12; i++) {
            desk.keeper().follow(past.write(ledger, 100));
            if (i % 4 == 3) {
                FactKeeper.Recount recount = desk.recount();
                assertThat(recount.equal()).isTrue();
                assertThat(recount.cases()).isEqualTo(past.cases.size());
            }
        }
        for (String period : List.of("day", "week", "month", "quarter", "year", "30d", "48h")) {
            for (LocalDate day : Arrays.asList(
                    null, LocalDate.of(2026, 3, 8), LocalDate.of(2025, 11, 2), LocalDate.of(2025, 12, 31))) {
                check(past, period, day);
            }
        }
    }

    private void check(RandomPast past, String period, @Nullable LocalDate day) {
        Span span = span(period, day);
        Predicate<Known> closed = k -> past.ending(k) == Workflow.Ending.CLOSED;
        Predicate<Known> voided = k -> past.ending(k) == Workflow.Ending.VOIDED;
        Predicate<Known> filed = k -> in(span, k.now.progress().milestones().filedAt());
        Predicate<Known> ended = k -> in(span, k.now.progress().milestones().closedAt());
        same("filed", past.count(filed), period, day);
        same("close_done", past.count(filed.and(closed)), period, day);
        Predicate<Known> needed = k -> k.now.progress().milestones().finishedAt() != null
                || closed.test(k)
                || k.late("handle")
                || k.isDue(NOW);
        same("close_needed", past.count(filed.and(voided.negate()).and(needed)), period, day);
        same("reopened", past.count(filed.and(k -> k.reopened)), period, day);
        same("extended", past.count(filed.and(k -> k.now.progress().count("extension") > 0)), period, day);
        same("filed_public", past.count(filed.and(Known::isPublic)), period, day);
        Predicate<Known> verified = k -> k.isPublic() && k.flagged("verified");
        same("filed_public_verified", past.count(filed.and(verified)), period, day);
        same("missed", past.count(filed.and(verified)), period, day);
        Predicate<Known> judged = k -> closed.test(k) && k.done("handle") && !k.late("close");
        same(
                "close_in_time",
                past.count(filed.and(judged).and(k -> !k.late("handle") || k.flagged("timeout-exempt"))),
                period,
                day);
        same(
                "close_overdue",
                past.count(filed.and(closed)
                        .and(k -> k.late("close") || k.late("handle") && !k.flagged("timeout-exempt"))),
                period,
                day);
        handled(past, period, day, span);
        steps(new Of(past, period, day, span));
        same(
                "closed_in_time",
                past.count(ended.and(closed)
                        .and(k -> k.done("handle")
                                && !k.late("handle")
                                && !k.now.progress().flags().contains("timeout-exempt"))),
                period,
                day);
        same(
                "merged",
                past.count(k -> in(span, k.now.report().reportedAt())
                        && k.now.progress().mergedInto() != null),
                period,
                day);
        calls(past, period, day, span);
        orders(past, period, day, filed);
        scoped(past, period, day, span, filed);
        durations(past, period, day, ended);
        groups(past, period, day, filed);
    }

    private void calls(RandomPast past, String period, @Nullable LocalDate day, Span span) {
        Predicate<Known> closed = k -> past.ending(k) == Workflow.Ending.CLOSED;
        Predicate<Known> needed =
                closed.and(k -> in(span, k.now.progress().milestones().closedAt())
                        && k.now.report().caller() != null
                        && k.now.report().caller().callBack());
        Predicate<Known> judged = k -> called(k.now) != null && !said(k).startsWith("of-a");
        same("call_back_needed", past.count(needed), period, day);
        same("call_back_reached", past.count(needed.and(judged)), period, day);
        Predicate<Known> tried = k -> called(k.now) != null || (said(k).equals("not-reached") && since(k));
        same("called_back", past.count(needed.and(tried)), period, day);
        Predicate<Known> told = closed.and(judged).and(k -> in(span, called(k.now)));
        same("call_back_judged", past.count(told), period, day);
        same("call_back_satisfied", past.count(told.and(k -> !said(k).startsWith("dis"))), period, day);
        same("call_back_very_satisfied", past.count(told.and(k -> said(k).startsWith("very"))), period, day);
        same("call_back_dissatisfied", past.count(told.and(k -> said(k).startsWith("dis"))), period, day);
        FigureScope person = new FigureScope(null, null, null, null, new PersonId("p1"), null, null, null);
        assertThat(value("call_back_judged", period, day, person, Reach.CITY))
                .as("who called")
                .isEqualTo((double) past.count(told.and(k -> "p1".equals(k.people.get(Step.CALL_BACK)))));
    }

    private void orders(RandomPast past, String period, @Nullable LocalDate day, Predicate<Known> filed) {
        Predicate<Known> ordered = filed.and(k -> order(k) != null && order(k).dueAt() != null);
        Predicate<Known> done = ordered.and(k -> answered(past, k) != null);
        Predicate<Known> inTime = done.and(k -> !answered(past, k).isAfter(order(k).dueAt()));
        same("order_done", past.count(done), period, day);
        same("order_in_time", past.count(inTime), period, day);
        same(
                "order_needed",
                past.count(done)
                        + past.count(ordered.and(done.negate())
                                .and(k -> order(k).dueAt().isBefore(NOW))),
                period,
                day);
    }

    private void handled(RandomPast past, String period, @Nullable LocalDate day, Span span) {
        Predicate<Known> sent =
                k -> in(span, k.now.progress().milestones().dispatchedAt()) && past.ending(k) != Workflow.Ending.VOIDED;
        Predicate<Known> handled = k -> k.now.progress().milestones().finishedAt() != null && k.done("handle");
        same("handle_needed", past.count(sent), period, day);
        same(
                "handle_in_time",
                past.count(sent.and(handled).and(k -> !k.late("handle") || k.flagged("timeout-exempt"))),
                period,
                day);
        same(
                "handle_late",
                past.count(sent.and(k -> k.now.progress().milestones().finishedAt() != null
                        && k.late("handle")
                        && !k.flagged("timeout-exempt"))),
                period,
                day);
        same(
                "handle_overdue_pending",
                past.count(sent.and(
                        k -> past.ending(k) == Workflow.Ending.OPEN && k.isDue(NOW) && !k.flagged("timeout-exempt"))),
                period,
                day);
    }

    private record Of(
            RandomPast past, String period, @Nullable LocalDate day, Span span) {}

    /// What people did themselves, and by whom.
    private void steps(Of of) {
        RandomPast past = of.past();
        Predicate<Known> lives = k -> past.ending(k) != Workflow.Ending.VOIDED;
        step(of, Step.SEND_VERIFY, "verify_sent", _ -> true);
        step(of, Step.SEND_VERIFY, "verify_sent_in_time", k -> !k.ranOver(Step.SEND_VERIFY.of(k.now), null));
        step(of, Step.VERIFY, "verify_answered", _ -> true);
        step(of, Step.VERIFY, "verify_answered_in_time", k -> !k.ranOver(Step.VERIFY.of(k.now), "verify"));
        step(of, Step.SEND_CHECK, "check_sent", _ -> true);
        step(of, Step.SEND_CHECK, "check_sent_in_time", k -> !k.ranOver(Step.SEND_CHECK.of(k.now), null));
        step(of, Step.CHECK, "check_answered", _ -> true);
        step(
                of,
                Step.CHECK,
                "check_answered_in_time",
                k -> k.done("check") && !k.ranOver(Step.CHECK.of(k.now), "check"));
        step(of, Step.FIRST_DISPATCH, "first_dispatched", lives);
        step(
                of,
                Step.FIRST_DISPATCH,
                "first_dispatched_in_time",
                lives.and(k -> k.done("dispatch") && !k.ranOver(Step.FIRST_DISPATCH.of(k.now), "dispatch")));
        step(of, Step.FIRST_DISPATCH, "first_dispatched_accurate", lives.and(k -> {
            var bounces = k.now.progress().bounces();
            return bounces.isEmpty()
                    ? k.now.progress().count("wrong-dispatch") == 0
                    : !"wrong-dispatch".equals(bounces.getFirst().kind());
        }));
        Predicate<Known> shut = k -> past.ending(k) == Workflow.Ending.CLOSED
                && k.done("close")
                && k.now.progress().count("forced-close") == 0;
        step(of, Step.CLOSE, "closing_judged", shut);
        step(of, Step.CLOSE, "closing_in_time", shut.and(k -> !k.late("close")));
        Predicate<Known> asked = k -> k.asked("verify");
        step(
                of,
                Step.REPORT,
                "send_verify_needed",
                k -> asked.test(k)
                        || k.isPublic()
                                && past.ending(k) == Workflow.Ending.OPEN
                                && k.now.progress().milestones().acceptedAt() == null);
        step(of, Step.REPORT, "send_verify_in_time", asked.and(k -> !k.ranOver(Step.SEND_VERIFY.of(k.now), null)));
        Predicate<Known> handled =
                k -> in(of.span(), k.now.progress().milestones().finishedAt());
        same("send_check_needed", past.count(handled.and(k -> k.asked("feedback"))), of.period(), of.day());
    }

    private void step(Of of, Step step, String code, Predicate<Known> which) {
        Predicate<Known> counted = which.and(k -> in(of.span(), step.of(k.now)));
        same(code, of.past().count(counted), of.period(), of.day());
        FigureScope own = new FigureScope(null, null, null, null, new PersonId("p1"), null, null, null);
        assertThat(value(code, of.period(), of.day(), own, Reach.CITY))
                .as(code + " of p1 " + of.period() + " " + of.day())
                .isEqualTo((double) of.past().count(counted.and(k -> "p1".equals(k.people.get(step)))));
    }

    private void same(String code, long expected, String period, @Nullable LocalDate day) {
        assertThat(value(code, period, day, FigureScope.CITY, Reach.CITY))
                .as(code + " " + period + " " + day)
                .isEqualTo((double) expected);
        FigureDesk.Behind behind = desk.behind(
                Counter.of(code).orElseThrow(),
                new FigureDesk.Frame(period, day, FigureScope.CITY, Reach.CITY),
                0,
                1000);
        assertThat(behind.total()).isEqualTo(expected);
        assertThat(behind.contents()).hasSize((int) expected);
        assertThat(Set.copyOf(behind.contents())).as("each once").hasSize((int) expected);
    }

    private void scoped(RandomPast past, String period, @Nullable LocalDate day, Span span, Predicate<Known> filed) {
        FigureScope west = new FigureScope(new AreaCode("990101"), null, null, null, null, null, null, null);
        Predicate<Known> inWest = k ->
                k.now.place().area() != null && k.now.place().area().value().startsWith("990101");
        assertThat(value("filed", period, day, west, Reach.CITY)).isEqualTo((double) past.count(filed.and(inWest)));
        Reach own = new Reach(List.of("990101"), "d2");
        Predicate<Known> seen = k -> (k.now.place().area() == null || inWest.test(k))
                && k.now.progress().department() != null
                && k.now.progress().department().value().equals("d2");
        assertThat(value("filed", period, day, FigureScope.CITY, own)).isEqualTo((double) past.count(filed.and(seen)));
        for (String d : List.of("d1", "d3")) {
            Predicate<Known> of =
                    k -> lead(k, k.now.progress().milestones().filedAt()).equals(d);
            assertThat(value("filed", period, day, FigureScope.of(new DepartmentId(d)), Reach.CITY))
                    .as(d)
                    .isEqualTo((double) past.count(filed.and(of)));
        }
        FigureScope person =
                new FigureScope(null, null, new ClassCode("E-01"), null, new PersonId("p1"), null, null, null);
        assertThat(value("filed", period, day, person, Reach.CITY)).isEqualTo((double) past.count(
                filed.and(k -> "p1".equals(k.people.get(Step.FILE))
                        && k.now.subject().classCode().value().startsWith("E-01"))));
        FigureScope night = new FigureScope(null, null, null, null, null, null, 1, null);
        assertThat(value("filed", period, day, night, Reach.CITY)).isEqualTo((double) past.count(filed.and(
                k -> k.now.progress().milestones().filedAt().atZone(ZONE).getHour() == 1)));
    }

    private void durations(RandomPast past, String period, @Nullable LocalDate day, Predicate<Known> ended) {
        List<Long> sorted = past.cases.stream()
                .filter(ended)
                .map(k -> Duration.between(
                                k.now.report().reportedAt(),
                                k.now.progress().milestones().closedAt())
                        .toMillis())
                .filter(millis -> millis >= 0) // reported, by a correction, after it was closed
                .sorted()
                .toList();
        Double p90 = value("close-p90", period, day, FigureScope.CITY, Reach.CITY);
        Double mean = value("close-mean", period, day, FigureScope.CITY, Reach.CITY);
        if (sorted.isEmpty()) {
            assertThat(p90).isNull();
            assertThat(mean).isNull();
            return;
        }
        assertThat(p90).isEqualTo(sorted.get((int) Math.ceil(sorted.size() * 0.9) - 1) / 3_600_000.0);
        assertThat(value("close-median", period, day, FigureScope.CITY, Reach.CITY))
                .isEqualTo(sorted.get((int) Math.ceil(sorted.size() * 0.5) - 1) / 3_600_000.0);
        assertThat(mean)
                .isCloseTo(
                        sorted.stream().mapToLong(l -> l).sum() / 3_600_000.0 / sorted.size(),
                        org.assertj.core.data.Offset.offset(1e-9));
    }

    private void groups(RandomPast past, String period, @Nullable LocalDate day, Predicate<Known> filed) {
        for (Grouping by :
                List.of(Grouping.DEPARTMENT, Grouping.SOURCE, Grouping.CLASS, Grouping.DAY, Grouping.WEEK_HOUR)) {
            FigureDesk.Answer answer = desk.answer(new FigureDesk.Question(
                    List.of(new KpiCode("filed")),
                    new FigureDesk.Frame(period, day, FigureScope.CITY, Reach.CITY),
                    by,
                    ""));
            long all = answer.groups().values().stream()
                    .mapToLong(t -> t.getFirst().figure().counters().get("filed"))
                    .sum();
            Predicate<Known> named =
                    by == Grouping.DEPARTMENT ? filed.and(k -> k.now.progress().department() != null) : filed;
            assertThat(all).as(by.name()).isEqualTo(past.count(named));
        }
    }

    @Test
    void a_period_nobody_can_know_is_no_zero() {
        RandomPast past = new RandomPast(9, workflow);
        assertThat(value("filed", "day", null, FigureScope.CITY, Reach.CITY))
                .as("a new city")
                .isEqualTo(0.0);
        desk.keeper().follow(past.write(ledger, 100));
        clock.advance(Duration.ofSeconds(2));
        assertThat(value("filed", "month", LocalDate.of(2024, 5, 1), FigureScope.CITY, Reach.CITY))
                .isNull();
        assertThat(value("filed", "month", LocalDate.of(2031, 5, 1), FigureScope.CITY, Reach.CITY))
                .isNull();
        assertThat(value("overdue", "day", LocalDate.of(2026, 1, 5), FigureScope.CITY, Reach.CITY))
                .as("what was overdue then no row remembers")
                .isNull();
        assertThat(value("open", "day", LocalDate.of(2026, 1, 5), FigureScope.CITY, Reach.CITY))
                .isNotNull();
        Figure year = desk.answer(new FigureDesk.Question(
                        List.of(new KpiCode("filed")),
                        new FigureDesk.Frame("month", LocalDate.of(2026, 5, 1), FigureScope.CITY, Reach.CITY),
                        Grouping.NONE,
                        ""))
                .groups()
                .get("")
                .getFirst()
                .lastYear();
        assertThat(year).isNotNull();
        assertThat(year.value()).as("there was no city yet").isNull();
    }

    @Test
    void a_start_goes_on_where_the_last_one_ended() throws IOException {
        RandomPast past = new RandomPast(7, workflow);
        desk.keeper().follow(past.write(ledger, 500));
        desk.keeper().close();
        Path file = folder.resolve("figures.table");
        assertThat(file).exists();
        past.write(ledger, 200); // while nobody counted
        byte[] whole = Files.readAllBytes(file);
        FigureDesk second = desk();
        assertThat(second.keeper().recount().equal()).isTrue();
        second.keeper().close();

        for (int broken = 0; broken < 40; broken++) {
            Files.write(file, whole);
            try (RandomAccessFile f = new RandomAccessFile(file.toFile(), "rw")) {
                if (broken % 2 == 0) {
                    f.setLength((long) whole.length * broken / 40);
                } else {
                    f.seek((long) whole.length * broken / 40);
                    int was = f.read();
                    f.seek((long) whole.length * broken / 40);
                    f.write(was ^ 0x41);
                }
            }
            FigureDesk after = desk();
            assertThat(after.keeper().recount().equal())
                    .as("broken at " + broken)
                    .isTrue();
            assertThat(after.keeper().recount().cases()).isEqualTo(past.cases.size());
        }
    }

    @Test
    void a_table_of_another_journal_is_not_taken() throws IOException {
        RandomPast past = new RandomPast(8, workflow);
        desk.keeper().follow(past.write(ledger, 100));
        desk.keeper().close();
        FigureDesk other = FigureDesk.open(
                new FigureDesk.City(database, "another", workflow, ZONE, new FigureBook(List.of(rules()))),
                folder,
                Runnable::run,
                clock);
        assertThat(other.keeper().recount().cases()).isEqualTo(past.cases.size());
        assertThat(new Checkpoint(folder.resolve("figures.table"), "another", workflow).read())
                .isEmpty();
    }
}
