package org.yiping.server.kpi;

// long because a case by chance has everything a case may have, and what people did is read from it a second time

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.casework.Bounce;
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
    private static final List<String> STAGES = List.of(
            "create",
            "verify",
            "create",
            "file",
            "dispatch",
            "handle",
            "dispatch",
            "handle",
            "feedback",
            "check",
            "feedback",
            "check",
            "close");
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
        final Map<Step, String> people = new HashMap<>();

        Known(Case now) {
            this.now = now;
        }

        /// Whether it runs over while it is handled.
        boolean isDue(Instant at) {
            return now.runningClock()
                    .filter(c -> c.stage().equals(CaseClock.HANDLE) && c.dueAt().isBefore(at))
                    .isPresent();
        }

        boolean late(String stage) {
            return clocks(now, stage).anyMatch(CaseClock::overran);
        }

        boolean asked(String stage) {
            return clocks(now, stage).findAny().isPresent();
        }

        boolean done(String stage) {
            return ended(now, stage).findAny().isPresent();
        }

        boolean flagged(String flag) {
            return now.progress().flags().contains(flag);
        }

        boolean isPublic() {
            return now.report().source().value().equals("hotline");
        }

        /// Whether the clock that stopped at an instant had run over: of a stage, or of any but the one that began
        /// then.
        boolean ranOver(@Nullable Instant at, @Nullable String stage) {
            return now.progress().clocks().stream()
                    .filter(c -> stage == null
                            ? !c.startedAt().equals(at)
                            : c.stage().value().equals(stage))
                    .filter(c -> c.stoppedAt() != null && c.stoppedAt().equals(at))
                    .findFirst()
                    .filter(CaseClock::overran)
                    .isPresent();
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
        Case before = null;
        if (fresh) {
            known = new Known(made("k" + cases.size()));
            cases.add(known);
        } else {
            known = cases.get(random.nextInt(cases.size()));
            before = known.now;
            known.wasClosed = ending(known) == Workflow.Ending.CLOSED;
            Case again = made(known.now.id().value());
            known.now = random.nextInt(5) == 0 ? again : known.now.withProgress(again.progress());
        }
        Workflow.Ending now = ending(known);
        known.reopened |= !fresh && known.wasClosed && (now == Workflow.Ending.OPEN || now == Workflow.Ending.PAUSED);
        for (Step step : Step.values()) {
            Instant was = before == null ? null : step.of(before);
            Instant is = step.of(known.now);
            if (is != null && !is.equals(was)) {
                known.people.put(step, person == null ? "" : person);
            }
        }
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

    static boolean since(Known k) {
        Instant closed = k.now.progress().milestones().closedAt();
        return closed == null || !k.now.progress().detours().callBack().at().isBefore(closed);
    }

    static String said(Known k) {
        CallBack call = k.now.progress().detours().callBack();
        return call == null ? "" : call.outcome();
    }

    static @Nullable Supervision order(Known k) {
        return k.now.progress().supervision();
    }

    /// When its order was answered, or the case ended under it.
    static @Nullable Instant answered(RandomPast past, Known k) {
        Instant closed = k.now.progress().milestones().closedAt();
        Instant ended = switch (past.ending(k)) {
            case OPEN, PAUSED -> null;
            case CLOSED, VOIDED -> closed == null ? k.now.progress().changedAt() : closed;
        };
        return order(k).repliedAt() == null ? ended : order(k).repliedAt();
    }

    /// What people did, and when, read from a case in the simplest way.
    enum Step {
        REPORT,
        ACCEPT,
        FILE,
        CLOSE,
        SEND_VERIFY,
        VERIFY,
        FIRST_DISPATCH,
        SEND_CHECK,
        CHECK,
        CALL_BACK;

        @Nullable
        Instant of(Case c) {
            Milestones m = c.progress().milestones();
            return switch (this) {
                case REPORT -> c.report().reportedAt();
                case ACCEPT -> m.acceptedAt();
                case FILE -> m.filedAt();
                case CLOSE -> m.closedAt();
                case SEND_VERIFY ->
                    clocks(c, "verify")
                            .map(CaseClock::startedAt)
                            .reduce((_, b) -> b)
                            .orElse(null);
                case VERIFY ->
                    ended(c, "verify")
                            .reduce((_, b) -> b)
                            .map(CaseClock::stoppedAt)
                            .orElse(null);
                case SEND_CHECK ->
                    clocks(c, "check")
                            .map(CaseClock::startedAt)
                            .reduce((_, b) -> b)
                            .orElse(null);
                case CHECK ->
                    ended(c, "check")
                            .reduce((_, b) -> b)
                            .map(CaseClock::stoppedAt)
                            .orElse(m.checkedAt());
                case FIRST_DISPATCH -> firstDispatch(c);
                case CALL_BACK -> called(c);
            };
        }
    }

    static Stream<CaseClock> clocks(Case c, String stage) {
        return c.progress().clocks().stream().filter(k -> k.stage().value().equals(stage));
    }

    static Stream<CaseClock> ended(Case c, String stage) {
        return clocks(c, stage).filter(k -> k.stoppedAt() != null);
    }

    private static @Nullable Instant firstDispatch(Case c) {
        Instant last = c.progress().milestones().dispatchedAt();
        if (last == null || c.progress().bounces().isEmpty()) {
            return last;
        }
        Instant back = c.progress().bounces().getFirst().at();
        return ended(c, "dispatch")
                .map(CaseClock::stoppedAt)
                .filter(at -> !at.isAfter(back))
                .reduce((_, b) -> b)
                .orElse(last);
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
        List<CaseClock> clocks = clocks(reported);
        Instant sent = clocks.stream()
                .filter(k -> k.stage().value().equals("dispatch"))
                .map(CaseClock::stoppedAt)
                .filter(Objects::nonNull)
                .reduce((_, b) -> b)
                .orElse(null);
        Instant dispatched = sent != null && random.nextBoolean() ? sent : perhaps(filed);
        Instant finished = perhaps(dispatched);
        Instant checked = perhaps(finished);
        String state = STATES.get(random.nextInt(STATES.size()));
        Instant closed = state.equals("closed") ? perhaps(reported) : null;
        Map<String, Integer> counts = new HashMap<>();
        for (String what : List.of(
                "extension",
                "return",
                "rework",
                "suspension",
                "wrong-dispatch",
                "appeal",
                "supervision",
                "forced-close")) {
            if (random.nextInt(6) == 0) {
                counts.put(what, 1 + random.nextInt(2));
            }
        }
        CaseId into = state.equals("merged") ? new CaseId("k0") : null;
        List<String> flags = new ArrayList<>();
        for (String flag : List.of("timeout-exempt", "verified", "self-handled")) {
            if (random.nextInt(5) == 0) {
                flags.add(flag);
            }
        }
        List<Bounce> bounces = new ArrayList<>();
        for (int i = random.nextInt(8); i > 5; i--) {
            String kind = random.nextBoolean() ? "wrong-dispatch" : "no-handling-needed";
            bounces.add(new Bounce(new DepartmentId("d1"), kind, instant(reported, 20 * 86_400)));
        }
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
                        clocks,
                        new Milestones(accepted, filed, dispatched, finished, checked, closed),
                        flags,
                        new Detours(counts, null, order(reported), bounces, into, call(reported)),
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

    /// One stage after the other, some of them left out, until one may still run.
    private List<CaseClock> clocks(Instant reported) {
        List<CaseClock> clocks = new ArrayList<>();
        Instant at = reported;
        for (String stage : STAGES) {
            if (random.nextInt(3) == 0) {
                continue;
            }
            Instant due = instant(at, 4 * 86_400);
            Instant stopped = random.nextInt(6) == 0 ? null : instant(at, 4 * 86_400);
            clocks.add(new CaseClock(new StageCode(stage), at, due, due, stopped, BASIS));
            if (stopped == null) {
                break;
            }
            at = stopped;
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
