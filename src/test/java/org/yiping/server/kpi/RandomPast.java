package org.yiping.server.kpi;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.casework.CallBack;
import org.yiping.domain.casework.Caller;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseClock;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.casework.CaseNumber;
import org.yiping.domain.casework.ClockBasis;
import org.yiping.domain.casework.Detours;
import org.yiping.domain.casework.Milestones;
import org.yiping.domain.casework.Place;
import org.yiping.domain.casework.Progress;
import org.yiping.domain.casework.Report;
import org.yiping.domain.casework.Severity;
import org.yiping.domain.casework.SourceCode;
import org.yiping.domain.casework.StageCode;
import org.yiping.domain.casework.StateCode;
import org.yiping.domain.casework.Subject;
import org.yiping.domain.casework.Supervision;
import org.yiping.domain.casework.Workflow;
import org.yiping.domain.catalogue.ClassCode;
import org.yiping.domain.catalogue.KindCode;
import org.yiping.domain.identity.Actor;
import org.yiping.domain.identity.DepartmentId;
import org.yiping.domain.identity.PersonId;
import org.yiping.domain.identity.PostCode;
import org.yiping.domain.identity.SeatId;
import org.yiping.protocol.Json;
import org.yiping.server.data.CaseFacts;
import org.yiping.server.data.Change;
import org.yiping.server.data.Entry;
import org.yiping.server.data.Ledger;
import org.yiping.server.data.Origin;
import org.yiping.server.data.Scope;

/// A city's past by chance: cases that come late, go back, are corrected, moved to other departments and areas, closed
/// and opened again. Remembers in the simplest way what became of each, for a count that knows nothing of columns.
public final class RandomPast {
    public static final Instant START = Instant.parse("2025-10-20T00:00:00Z");
    static final long DAYS = 400;
    private static final List<String> AREAS = List.of("99010100100101", "99010200100101", "990101", "990102");
    private static final List<String> DEPARTMENTS = List.of("d1", "d2", "d3");
    private static final List<String> STATES = List.of(
            "to-accept", "to-file", "to-dispatch", "handling", "suspended", "to-close", "closed", "voided", "merged");
    private static final ClockBasis BASIS = new ClockBasis(null, null, "c", "w");

    private final Random random;
    /// Of call-backs and orders alone, so that the rest of a seed's past stays what it was.
    private final Random beside;
    private final boolean calls;
    private final Workflow workflow;
    final List<Known> cases = new ArrayList<>();

    /// What somebody with a good memory would know of a case.
    static final class Known {
        Case now;
        boolean wasClosed;
        boolean reopened;
        final Map<Integer, String> people = new HashMap<>();

        Known(Case now) {
            this.now = now;
        }
    }

    /// Nobody called in.
    public RandomPast(long seed, Workflow workflow) {
        this(seed, workflow, false);
    }

    /// One in which people called in, if `calls`: a row of theirs holds personal data.
    RandomPast(long seed, Workflow workflow, boolean calls) {
        this.calls = calls;
        this.random = new Random(seed);
        this.beside = new Random(~seed);
        this.workflow = workflow;
    }

    Workflow.Ending ending(Known k) {
        return workflow.ending(k.now.progress().state());
    }

    long count(Predicate<Known> which) {
        return cases.stream().filter(which).count();
    }

    public List<Entry> write(Ledger ledger, int changes) {
        return ledger.write(batch -> {
            for (int i = 0; i < changes; i++) {
                String person = random.nextInt(5) == 0 ? null : "p" + random.nextInt(3);
                Known known = step(person);
                Actor actor = person == null
                        ? null
                        : new Actor(new PersonId(person), new PostCode("acceptor"), new SeatId("s"));
                Case c = known.now;
                batch.put(
                        new Origin(actor, null, null, null),
                        START.plus(Duration.ofDays(DAYS)),
                        new Change(
                                "case",
                                c.id().value(),
                                Json.mapper().writeValueAsString(c),
                                Scope.of(c),
                                new CaseFacts(c, ending(known)),
                                null));
                if (random.nextInt(4) == 0) { // the journal is not of cases alone
                    batch.put(Origin.PLATFORM, START, Change.fact("rule", "r" + random.nextInt(3), "{}", Scope.OPEN));
                }
            }
        });
    }

    private Known step(@Nullable String person) {
        boolean fresh = cases.isEmpty() || random.nextInt(3) == 0;
        Known known;
        Milestones before;
        Instant reportedBefore = null;
        Instant calledBefore = null;
        if (fresh) {
            before = Milestones.NONE;
            known = new Known(made("k" + cases.size()));
            cases.add(known);
        } else {
            known = cases.get(random.nextInt(cases.size()));
            before = known.now.progress().milestones();
            calledBefore = called(known.now);
            reportedBefore = known.now.report().reportedAt();
            known.wasClosed = ending(known) == Workflow.Ending.CLOSED;
            Case again = made(known.now.id().value());
            known.now = random.nextInt(5) == 0 ? again : known.now.withProgress(again.progress());
        }
        Workflow.Ending now = ending(known);
        known.reopened |= !fresh && known.wasClosed && (now == Workflow.Ending.OPEN || now == Workflow.Ending.PAUSED);
        note(known, 0, reportedBefore, known.now.report().reportedAt(), person);
        Milestones m = known.now.progress().milestones();
        note(known, 1, before.acceptedAt(), m.acceptedAt(), person);
        note(known, 2, before.filedAt(), m.filedAt(), person);
        note(known, 6, before.closedAt(), m.closedAt(), person);
        note(known, 7, calledBefore, called(known.now), person);
        return known;
    }

    /// When the caller was reached since the case was closed, said in another way than the figures say it.
    static @Nullable Instant called(Case c) {
        Detours d = c.progress().detours();
        CallBack call = d == null ? null : d.callBack();
        Instant closed = c.progress().milestones().closedAt();
        boolean counts = call != null && (closed == null || !call.at().isBefore(closed));
        return counts && !call.outcome().equals("not-reached") ? call.at() : null;
    }

    private static void note(
            Known known, int moment, @Nullable Instant before, @Nullable Instant after, @Nullable String person) {
        if (after != null && !after.equals(before)) {
            known.people.put(moment, person == null ? "" : person);
        }
    }

    /// One that went straight: reported, and closed if it was.
    public Case straight(String id, Instant reported, @Nullable Instant closed) {
        Case any = made(id);
        Progress p = any.progress();
        return new Case(
                any.id(),
                any.head(),
                any.subject(),
                any.place(),
                new Report(any.report().source(), reported, null, null, null, true),
                new Progress(
                        new StateCode(closed == null ? "handling" : "closed"),
                        p.department(),
                        null,
                        List.of(),
                        new Milestones(reported, reported, reported, closed, closed, closed),
                        List.of()));
    }

    private Case made(String id) {
        return made(id, instant(START, DAYS * 86_400));
    }

    /// One that was reported at an instant, with whatever else by chance, mostly within two months.
    Case made(String id, Instant reported) {
        Instant accepted = perhaps(reported);
        Instant filed = perhaps(accepted);
        Instant dispatched = perhaps(filed);
        Instant finished = perhaps(dispatched);
        Instant checked = perhaps(finished);
        String state = STATES.get(random.nextInt(STATES.size()));
        Instant closed = state.equals("closed") ? perhaps(reported) : null;
        Map<String, Integer> counts = new HashMap<>();
        for (String what : List.of("extension", "return", "rework", "suspension", "wrong-dispatch")) {
            if (random.nextInt(6) == 0) {
                counts.put(what, 1 + random.nextInt(2));
            }
        }
        CaseId into = state.equals("merged") ? new CaseId("k0") : null;
        List<String> flags = random.nextInt(6) == 0 ? List.of("timeout-exempt") : List.of();
        return new Case(
                new CaseId(id),
                new Case.CaseHead(new CaseNumber(id), workflow.version(), List.of()),
                new Subject(
                        new KindCode("event"),
                        new ClassCode(random.nextBoolean() ? "E-0110" : "E-0201"),
                        null,
                        Severity.ORDINARY,
                        null,
                        "words"),
                new Place(null, "somewhere", random.nextInt(6) == 0 ? null : new AreaCode(one(AREAS))),
                new Report(
                        new SourceCode(random.nextBoolean() ? "hotline" : "collector"),
                        reported,
                        null,
                        calls && beside.nextInt(3) > 0 ? new Caller("n", "p", beside.nextBoolean(), false) : null,
                        null,
                        true),
                new Progress(
                        new StateCode(state),
                        random.nextInt(4) == 0 ? null : new DepartmentId(one(DEPARTMENTS)),
                        null,
                        clocks(reported, finished),
                        new Milestones(accepted, filed, dispatched, finished, checked, closed),
                        flags,
                        new Detours(counts, null, order(reported), null, into, call(reported)),
                        instant(reported, 86_400),
                        null,
                        null,
                        null,
                        null,
                        null));
    }

    private @Nullable CallBack call(Instant reported) {
        String outcome = List.of("very-satisfied", "satisfied", "dissatisfied", "not-reached", "of-a-newer-platform")
                .get(beside.nextInt(5));
        return beside.nextInt(4) == 0
                ? null
                : new CallBack(outcome, actor(), reported.plusSeconds(beside.nextInt(12 * 86_400)));
    }

    private @Nullable Supervision order(Instant reported) {
        Instant due = beside.nextInt(5) == 0 ? null : reported.plusSeconds(beside.nextInt(20 * 86_400));
        Instant replied = beside.nextBoolean() ? null : reported.plusSeconds(beside.nextInt(20 * 86_400));
        return beside.nextInt(3) == 0
                ? null
                : new Supervision("leader", "o", actor(), reported, true, replied == null ? null : "r", replied, due);
    }

    private static Actor actor() {
        return new Actor(new PersonId("p0"), new PostCode("acceptor"), new SeatId("s"));
    }

    private List<CaseClock> clocks(Instant reported, @Nullable Instant finished) {
        List<CaseClock> clocks = new ArrayList<>();
        Instant due = instant(reported, 20 * 86_400);
        if (finished != null || random.nextBoolean()) {
            clocks.add(new CaseClock(new StageCode("handle"), reported, due, due, finished, BASIS));
        }
        return clocks;
    }

    private String one(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }

    private @Nullable Instant perhaps(@Nullable Instant before) {
        return before == null || random.nextInt(4) == 0 ? null : instant(before, 10 * 86_400);
    }

    private Instant instant(Instant from, long seconds) {
        return from.plusMillis((long) (random.nextDouble() * seconds * 1000));
    }
}
