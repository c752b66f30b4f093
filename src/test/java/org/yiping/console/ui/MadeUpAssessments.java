package org.yiping.console.ui;

// long because editions in each stage, appeals and notices have to be made up before any can be looked at

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.yiping.city.CityFolder;
import org.yiping.console.store.AssessmentLookup;
import org.yiping.console.store.Lookup.Found;
import org.yiping.console.store.Tables;
import org.yiping.domain.assessment.Account;
import org.yiping.domain.assessment.Appeal;
import org.yiping.domain.assessment.Assessment;
import org.yiping.domain.assessment.Assessment.Deed;
import org.yiping.domain.assessment.AssessmentCheck;
import org.yiping.domain.assessment.AssessmentId;
import org.yiping.domain.assessment.AssessmentRules;
import org.yiping.domain.assessment.AssessmentWish;
import org.yiping.domain.assessment.CasesBehind;
import org.yiping.domain.assessment.DepartmentNotice;
import org.yiping.domain.assessment.Inputs;
import org.yiping.domain.assessment.Move;
import org.yiping.domain.assessment.NoticeId;
import org.yiping.domain.assessment.Scheme;
import org.yiping.domain.assessment.Score;
import org.yiping.domain.assessment.Scoring;
import org.yiping.domain.assessment.Stage;
import org.yiping.domain.assessment.Yardstick;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.identity.Actor;
import org.yiping.domain.identity.Department;
import org.yiping.domain.identity.DepartmentId;
import org.yiping.domain.identity.PersonId;
import org.yiping.domain.identity.PostCode;
import org.yiping.domain.identity.SeatId;
import org.yiping.domain.kpi.Counter;
import org.yiping.domain.kpi.FigureRules;
import org.yiping.domain.kpi.KpiCode;
import org.yiping.domain.kpi.Period;

/// Assessments of a made-up city by the shipped sample schemes, scored as the platform scores: streets whose appeals
/// are open, beside the month before, and departments; and some that were called to account.
public final class MadeUpAssessments implements AssessmentLookup {
    public static final Actor SUPERVISOR = who("p-1", "supervisor");
    public static final Actor LEADER = who("p-2", "leader");
    private static final Actor TERMINAL = who("p-3", "department");
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    /// Counters of what went wrong; all others count what went well, or all there is.
    private static final Set<Counter> BAD =
            Set.of(Counter.REWORKED_CLOSE, Counter.HANDLE_OVERDUE_PENDING, Counter.HANDLE_EXTENDED);
    private static final Set<Counter> WHOLE = Set.of(Counter.FILED, Counter.CLOSE_NEEDED, Counter.HANDLE_NEEDED);

    private final Tables tables;
    private final Instant now;
    private final AssessmentRules rules = CityFolder.shippedAssessment().getFirst();
    private final FigureRules figures = CityFolder.shippedFigures().getFirst();
    private final Map<String, Inputs> inputs = new TreeMap<>();
    /// As tests change them; in the order in which they were run.
    public final List<Assessment> editions = new ArrayList<>();
    public final List<Account> accounts = new ArrayList<>();
    /// What was asked to be run.
    public final Map<AssessmentId, AssessmentWish> runs = new LinkedHashMap<>();
    /// Whether the platform answers.
    public boolean reached = true;
    /// What it says against a run; empty if nothing.
    public String refusal = "";

    public MadeUpAssessments(Tables tables, Instant now) {
        this.tables = tables;
        this.now = now;
        Assessment september = run("street-9", "street", 9);
        editions.add(published(september));
        editions.add(reviewed(run("department-10", "department", 10)));
        editions.add(appealed(run("street-10", "street", 10)));
        callToAccount();
    }

    private static Actor who(String person, String post) {
        return new Actor(new PersonId(person), new PostCode(post), new SeatId("01"));
    }

    private Yardstick yardstick(Scheme scheme) {
        return new Yardstick(
                rules.version(),
                rules.sample(),
                figures.version(),
                scheme,
                scheme.indicators().stream()
                        .map(i -> figures.find(i.figure()).orElseThrow())
                        .toList(),
                rules.grades(),
                rules.decimals(),
                rules.appealDays());
    }

    private Map<String, String> names(Scheme scheme) {
        Map<String, String> names = new TreeMap<>();
        switch (scheme.kind()) {
            case AREA ->
                tables.areas
                        .rows()
                        .values()
                        .filter(a -> a.level().equals(scheme.level()))
                        .forEach(a -> names.put(a.code().value(), a.name()));
            case DEPARTMENT -> tables.departments.rows().values().forEach(d -> names.put(d.id().value(), d.name()));
            case POST ->
                tables.people
                        .rows()
                        .values()
                        .filter(p -> p.posts().contains(scheme.post()))
                        .forEach(p -> names.put(p.id().value(), p.name()));
        }
        return names;
    }

    private Assessment run(String id, String code, int month) {
        Scheme scheme = rules.find(code).orElseThrow();
        Yardstick yardstick = yardstick(scheme);
        LocalDate day = LocalDate.of(2026, month, 15);
        var span = Period.of("month", day.atStartOfDay(ZONE)).orElseThrow().span();
        List<Score> scores = new ArrayList<>();
        Random random = new Random(code.hashCode() * 31L + month);
        names(scheme).forEach((object, name) -> {
            Inputs frozen = inputs(new AssessmentId(id), object, yardstick, random, scores.size());
            inputs.put(id + "/" + object, frozen);
            scores.add(Scoring.of(yardstick, span, name, frozen, Set.of()));
        });
        Instant at = span.until().plus(Duration.ofHours(code.equals("street") ? 34 : 10));
        return new Assessment(
                new AssessmentId(id),
                1,
                null,
                "",
                yardstick,
                "month",
                span,
                null,
                List.of(),
                1_200_000 + month,
                SUPERVISOR,
                at,
                Stage.DRAFT,
                null,
                scores,
                List.of(),
                List.of());
    }

    /// The fourth had nothing to do, the second does badly.
    private Inputs inputs(AssessmentId id, String object, Yardstick yardstick, Random random, int place) {
        List<Counter> counters = Scoring.counters(yardstick);
        List<CaseId> known = tables.cases
                .rows()
                .values()
                .map(c -> c.id())
                .sorted((a, b) -> a.value().compareTo(b.value()))
                .toList();
        int size = place == 3 || known.isEmpty() ? 0 : 20 + random.nextInt(60);
        double well = place == 1 ? 0.5 : 0.55 + 0.45 * random.nextDouble();
        List<Inputs.Counted> cases = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            long bits = 0;
            for (int c = 0; c < counters.size(); c++) {
                Counter counter = counters.get(c);
                boolean counts = WHOLE.contains(counter)
                        || (BAD.contains(counter) ? random.nextDouble() > 0.5 + well / 2 : random.nextDouble() < well);
                bits |= counts ? 1L << c : 0;
            }
            String name = known.get((place * 37 + i) % known.size()).value();
            cases.add(new Inputs.Counted(new CaseId(i < known.size() ? name : name + "-" + i), 1000 + i, bits));
        }
        return new Inputs(id, object, counters.stream().map(Counter::code).toList(), Set.of(), cases);
    }

    private static Assessment moved(Assessment a, Move move, Actor by, int hours, String reason) {
        Instant at = a.at().plus(Duration.ofHours(hours));
        Instant until = move == Move.OPEN_APPEALS ? at.plus(Duration.ofDays(5)) : null;
        return a.moved(Deed.of(move, by, at, reason), until);
    }

    private static Assessment reviewed(Assessment a) {
        return moved(a, Move.SUBMIT, SUPERVISOR, 2, "");
    }

    private Assessment appealed(Assessment a) {
        Assessment shown = moved(reviewed(a), Move.OPEN_APPEALS, SUPERVISOR, 26, "复核无误");
        List<Score> scores = shown.scores();
        if (scores.size() < 3) {
            return shown;
        }
        Assessment open = until(shown, now.plus(Duration.ofDays(2))); // at the moment of the pictures
        open = appeal(open, 1, scores.get(1).object(), 3, "施工封路，处置车辆绕行，已附交管通知");
        open = appeal(open, 2, scores.get(2).object(), 2, "点位落在邻街，坐标相差 62 m");
        Appeal first = open.appeals().getFirst();
        Score before = open.score(first.object()).orElseThrow();
        Instant at = open.changedAt().plus(Duration.ofHours(3));
        Assessment decided = open.decided(1, new Appeal.Decision(true, "交管通知属实", SUPERVISOR, at));
        Score after = Scoring.of(
                a.yardstick(),
                a.span(),
                before.name(),
                inputs(a.id(), first.object()),
                decided.leftOut(first.object()));
        return decided.scored(after)
                .moved(
                        new Deed(Move.DECIDE, SUPERVISOR, at, "交管通知属实", first.object(), before.value(), after.value()),
                        null);
    }

    private static Assessment until(Assessment a, Instant until) {
        return new Assessment(
                a.id(),
                a.edition(),
                a.replaces(),
                a.reason(),
                a.yardstick(),
                a.period(),
                a.span(),
                a.area(),
                a.objects(),
                a.revision(),
                a.by(),
                a.at(),
                a.stage(),
                until,
                a.scores(),
                a.appeals(),
                a.deeds());
    }

    private Assessment appeal(Assessment open, int number, String object, int cases, String reason) {
        Instant at = open.changedAt().plus(Duration.ofHours(20L + number));
        List<CaseId> named = inputs(open.id(), object).cases().stream()
                .limit(cases)
                .map(Inputs.Counted::id)
                .toList();
        return open.appealed(
                new Appeal(number, object, named, reason, LEADER, at, null),
                new Deed(Move.APPEAL, LEADER, at, reason, object, null, null));
    }

    private static Assessment published(Assessment a) {
        Assessment shown = moved(reviewed(a), Move.OPEN_APPEALS, SUPERVISOR, 24, "");
        Assessment closed = moved(shown, Move.CLOSE_APPEALS, SUPERVISOR, 150, "");
        return moved(moved(closed, Move.SIGN, LEADER, 160, ""), Move.PUBLISH, LEADER, 161, "");
    }

    private Inputs inputs(AssessmentId id, String object) {
        return inputs.get(id.value() + "/" + object);
    }

    private void callToAccount() {
        List<Department> all = tables.departments
                .rows()
                .values()
                .sorted((a, b) -> a.id().value().compareTo(b.id().value()))
                .toList();
        if (all.size() < 3) {
            return;
        }
        DepartmentNotice late = notice("n-1", all.get(0).id(), "supervise", 20, 8)
                .with(DepartmentNotice.State.ANSWERED, TERMINAL, now.minus(Duration.ofDays(7)), "已补派两组人员，逐件复查")
                .with(DepartmentNotice.State.SENT_BACK, SUPERVISOR, now.minus(Duration.ofDays(6)), "未说明超时原因");
        DepartmentNotice overdue = notice("n-2", all.get(1).id(), "circular", 9, 2);
        DepartmentNotice accepted = notice("n-3", all.get(2).id(), "circular", 30, 25)
                .with(DepartmentNotice.State.ANSWERED, TERMINAL, now.minus(Duration.ofDays(26)), "已整改")
                .with(DepartmentNotice.State.ACCEPTED, SUPERVISOR, now.minus(Duration.ofDays(24)), "");
        accounts.add(account(all.get(0).id(), late));
        accounts.add(account(all.get(1).id(), overdue));
        accounts.add(account(all.get(2).id(), accepted));
    }

    private DepartmentNotice notice(String id, DepartmentId to, String kind, int daysAgo, int dueDaysAgo) {
        List<CaseId> cases =
                tables.cases.rows().values().limit(4).map(c -> c.id()).toList();
        return new DepartmentNotice(
                new NoticeId(id),
                to,
                new DepartmentNotice.Said(
                        kind,
                        "十月按期处置率连续两期低于目标，超时案件未说明原因，请逐件复查并书面答复。",
                        new KpiCode("handle-in-time-rate"),
                        cases,
                        now.minus(Duration.ofDays(dueDaysAgo))),
                SUPERVISOR,
                now.minus(Duration.ofDays(daysAgo)),
                DepartmentNotice.State.ISSUED,
                List.of());
    }

    private Account account(DepartmentId of, DepartmentNotice notice) {
        var span = Period.of("month", LocalDate.of(2026, 9, 15).atStartOfDay(ZONE))
                .orElseThrow()
                .span();
        return new Account(
                of,
                notice.state().isOpen() ? 1 : 0,
                notice.isOverdue(now) ? 1 : 0,
                notice.wasLate() ? 1 : 0,
                List.of(notice),
                List.of(new Account.Mark(
                        new AssessmentId("department-9"),
                        1,
                        "department",
                        "month",
                        span,
                        new BigDecimal("88.4"),
                        "B")));
    }

    private <T> CompletableFuture<Found<T>> told(T value) {
        return CompletableFuture.completedFuture(reached ? new Found.Got<>(value) : new Found.Unreachable<>());
    }

    @Override
    public CompletableFuture<Found<List<AssessmentRules>>> rules() {
        return told(List.of(rules));
    }

    @Override
    public CompletableFuture<Found<List<Assessment>>> all() {
        return told(List.copyOf(editions));
    }

    @Override
    public CompletableFuture<Found<Assessment>> run(AssessmentId id, AssessmentWish wish) {
        runs.put(id, wish);
        if (!refusal.isEmpty()) {
            return CompletableFuture.completedFuture(new Found.Refused<>("ASM-4090", refusal));
        }
        if (!reached) {
            return told(editions.getLast());
        }
        Assessment ran = run(id.value(), wish.scheme(), wish.day().getMonthValue());
        editions.add(ran);
        return told(ran);
    }

    @Override
    public CompletableFuture<Found<CasesBehind>> behind(AssessmentId id, String object, @Nullable KpiCode figure) {
        Assessment of =
                editions.stream().filter(a -> a.id().equals(id)).findFirst().orElseThrow();
        Inputs frozen = inputs(id, object);
        List<CaseId> cases = new ArrayList<>();
        if (figure == null) {
            frozen.cases().forEach(c -> cases.add(c.id()));
        } else {
            List<KpiCode> all = of.yardstick().scheme().indicators().stream()
                    .map(Scheme.Indicator::figure)
                    .toList();
            cases.addAll(Scoring.behind(of.yardstick(), frozen, all.indexOf(figure), of.leftOut(object)));
        }
        return told(new CasesBehind(cases.size(), cases));
    }

    @Override
    public CompletableFuture<Found<AssessmentCheck>> check(AssessmentId id) {
        List<CaseId> late =
                tables.cases.rows().values().limit(2).map(c -> c.id()).toList();
        return told(new AssessmentCheck(now, true, late.size(), late));
    }

    @Override
    public CompletableFuture<Found<List<Account>>> accounts() {
        return told(List.copyOf(accounts));
    }
}
