package org.yiping.simulator.play;

// long because what every case waits for is decided in one place

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.casework.Progress;
import org.yiping.domain.casework.Receipt;
import org.yiping.domain.casework.Workflow;
import org.yiping.domain.command.CommandId;
import org.yiping.domain.geo.Position;
import org.yiping.domain.hall.OpenDay;
import org.yiping.domain.identity.PostCode;

/// Decides what the city's people do next, from what the platform tells and from a seed: new cases by
/// frequency, and to every case an answer by whoever has it, after the time they take. Confined to one thread;
/// knows no network and is told the time.
///
/// What is decided about a case depends on the seed, its id, its state and how often it was somebody's turn, not on the
/// order events of different cases arrive in. Without the turns a wish that was refused would be made again for ever.
public final class SimulatedCity {
    private static final Duration FIRST_RETRY = Duration.ofSeconds(2);
    /// A burst waits for sign-ins, which cost the platform a password hash each.
    private static final int BACKLOG_REPORTERS = 18;
    private static final int SHARED_PERCENT = 70;
    private static final int DEAF_PERCENT = 6;
    private static final int UNREAD_PERCENT = 10;
    /// Reports of what is reported already, in percent.
    private static final int AGAIN = 4;
    private static final double TWIN_METRES = 50;

    private final Town town;
    private final Settings settings;
    private final Pace pace;
    private final Reporter reporter;
    private final Responder responder;
    private final Storyteller story;
    private final SplittableRandom random;
    private final PriorityQueue<Planned> plan =
            new PriorityQueue<>(Comparator.comparing(Planned::at).thenComparingLong(Planned::order));
    private final Map<CaseId, Case> open = new HashMap<>();
    private final Map<CaseId, String> answered = new HashMap<>();
    private final Map<CaseId, Integer> turns = new HashMap<>();
    private final Map<CaseId, String> hurryTo = new HashMap<>();
    private final Set<CommandId> underway = new HashSet<>();
    private long order;
    private long cases;

    private record Planned(Instant at, long order, Task task) {}

    private sealed interface Task {
        /// The steady stream of reports.
        record NextReport() implements Task {}

        record BacklogReport() implements Task {}

        record Answer(CaseId caseId, String step, int turn) implements Task {}

        record Acknowledge(CaseId caseId, Receipt receipt, String step) implements Task {}

        record Again(Deed deed) implements Task {}
    }

    public SimulatedCity(Town town, StreetMap streets, Settings settings, Instant start) {
        this.town = town;
        this.settings = settings;
        this.pace = new Pace(settings.speed());
        Phrases phrases = new Phrases();
        this.reporter = new Reporter(town, streets, phrases);
        this.responder = new Responder(town, streets, phrases);
        this.story = new Storyteller(town, reporter, responder, phrases, new SplittableRandom(~settings.seed()));
        this.random = new SplittableRandom(settings.seed());
        for (int i = 0; i < settings.backlog(); i++) {
            plan(start.plusMillis(40L * i), new Task.BacklogReport());
        }
        plan(start.plus(pace.untilNextReport(random)), new Task.NextReport());
    }

    /// What the hall tells its visitors, if it tells them something.
    public void hear(OpenDay.@Nullable Telling telling, Instant now) {
        story.hear(telling).ifPresent(row -> see(row, now));
    }

    /// A case as the platform has it now. That of a story waits for who tells it.
    public void see(Case row, Instant now) {
        if (story.tells(row.id())) {
            story.see(row);
            receipts(open.put(row.id(), row), row, now);
            return;
        }
        boolean over = switch (town.workflow().ending(row.progress().state())) {
            case OPEN, PAUSED -> false;
            case VOIDED -> true;
            case CLOSED -> !Responder.isSeatWork(state(row)) && !Asking.mayAppeal(row) && !Asking.mayCall(row);
        };
        if (over) {
            gone(row.id());
            return;
        }
        receipts(open.put(row.id(), row), row, now);
        String step = step(row);
        if (step.equals(answered.put(row.id(), step))) {
            return;
        }
        int turn = turns.merge(row.id(), 1, Integer::sum);
        SplittableRandom own = own(row.id(), step, turn);
        String state = state(row);
        String target = hurryTo.get(row.id());
        boolean hurry = target != null && !target.equals(state);
        if (target != null && !hurry) {
            hurryTo.remove(row.id());
        }
        boolean seatWork = Responder.isSeatWork(state) || Asking.mayCall(row);
        if (seatWork && !hurry && settings.seats() == Settings.Seats.HUMAN) {
            return;
        }
        boolean leave = seatWork && settings.seats() == Settings.Seats.SHARED && own.nextInt(100) >= SHARED_PERCENT;
        Duration wait = hurry ? Duration.ZERO : pace.wait(row, now, own);
        Instant at = hurry ? now : Tardiness.delay(row, leave, now, own).orElse(now.plus(wait));
        plan(at, new Task.Answer(row.id(), step, turn));
    }

    private void receipts(@Nullable Case before, Case row, Instant now) {
        row.progress().dispatched().stream()
                .filter(Receipt::waiting)
                .filter(r -> before == null
                        || before.progress().receipt(r.department()).stream()
                                .noneMatch(b -> b.dispatchedAt().equals(r.dispatchedAt())))
                .forEach(r -> acknowledge(row, r, now));
    }

    /// A case nobody here sees any more, or that has ended.
    public void gone(CaseId id) {
        open.remove(id);
        answered.remove(id);
        turns.remove(id);
        hurryTo.remove(id);
    }

    /// What has to be done by now, in order. Each deed is to be answered by `done`.
    public List<Deed> due(Instant now) {
        List<Deed> deeds = new ArrayList<>();
        while (!plan.isEmpty() && !plan.peek().at().isAfter(now)) {
            deed(plan.remove(), now).filter(d -> underway.add(d.id())).ifPresent(deeds::add);
        }
        story.due(this::newCommand, now).filter(d -> underway.add(d.id())).ifPresent(deeds::add);
        return deeds;
    }

    /// When `due` has something next.
    public Optional<Instant> next() {
        return Optional.ofNullable(plan.peek()).map(Planned::at);
    }

    public void done(Deed deed, Deed.Result result, Instant now) {
        underway.remove(deed.id());
        story.done(deed, result);
        switch (result) {
            case Deed.Result.Accepted a -> {}
            case Deed.Result.Refused r -> {
                if (!(deed.draft() instanceof Deed.Draft.Acknowledge)) {
                    hurryTo.remove(deed.caseId());
                }
            }
            case Deed.Result.Unanswered u -> plan(now.plus(FIRST_RETRY), new Task.Again(deed));
        }
    }

    /// Cases not yet ended, as far as known.
    public int openCases() {
        return open.size();
    }

    private Optional<Deed> deed(Planned planned, Instant now) {
        return switch (planned.task()) {
            case Task.NextReport r -> {
                plan(now.plus(pace.untilNextReport(random)), r);
                Optional<Case> known = random.nextInt(100) < AGAIN ? anyOpen() : Optional.empty();
                if (known.isPresent()) {
                    yield Optional.of(reporter.again(newCommand(), newCase(), known.get(), random.split()));
                }
                yield reporter.report(
                        newCommand(), newCase(), new Reporter.Shift(Integer.MAX_VALUE, null), random.split());
            }
            case Task.BacklogReport b -> {
                String target = Pace.backlogState(random);
                Optional<Deed> deed = reporter.report(
                        newCommand(), newCase(), new Reporter.Shift(BACKLOG_REPORTERS, target), random.split());
                deed.ifPresent(d -> hurryTo.put(d.caseId(), target));
                yield deed;
            }
            case Task.Answer a -> {
                Case row = open.get(a.caseId());
                if (row == null || !a.step().equals(answered.get(a.caseId()))) {
                    yield Optional.empty();
                }
                Optional<Deed> deed = responder.answer(new Asking.Passing(
                        newCommand(),
                        row,
                        twin(row),
                        hurryTo.get(a.caseId()),
                        now,
                        own(a.caseId(), a.step(), a.turn()).split()));
                if (deed.isEmpty() && town.workflow().ending(row.progress().state()) == Workflow.Ending.CLOSED) {
                    gone(a.caseId()); // nobody disputes it or calls
                }
                yield deed;
            }
            case Task.Acknowledge a -> acknowledgement(a);
            case Task.Again again -> Optional.of(again.deed());
        };
    }

    /// The terminal notes at once what it got; somebody reads it later. A few terminals are switched off.
    private void acknowledge(Case row, Receipt r, Instant now) {
        SplittableRandom own = own(row.id(), "receipt", (int) r.dispatchedAt().getEpochSecond());
        if (own.nextInt(100) < DEAF_PERCENT) {
            return;
        }
        plan(now.plus(pace.of(1 + 3 * own.nextDouble())), new Task.Acknowledge(row.id(), r, "delivered"));
        if (own.nextInt(100) >= UNREAD_PERCENT) {
            plan(now.plus(pace.of(5 + 30 * own.nextDouble())), new Task.Acknowledge(row.id(), r, "opened"));
        }
    }

    private Optional<Deed> acknowledgement(Task.Acknowledge a) {
        Case row = open.get(a.caseId());
        boolean waits = row != null
                && row.progress()
                        .receipt(a.receipt().department())
                        .filter(r -> r.waiting()
                                && r.dispatchedAt().equals(a.receipt().dispatchedAt()))
                        .isPresent();
        return waits
                ? town.terminal(a.receipt().department())
                        .map(t -> new Deed(
                                newCommand(),
                                t,
                                new PostCode("department"),
                                a.caseId(),
                                new Deed.Draft.Acknowledge(a.step()),
                                List.of()))
                : Optional.empty();
    }

    /// Somebody else sees the same thing.
    private Optional<Case> anyOpen() {
        int salt = random.nextInt();
        return open.values().stream()
                .filter(c ->
                        c.place().position() != null && !c.place().address().isBlank())
                .min(Comparator.comparingInt((Case c) -> c.id().value().hashCode() ^ salt)
                        .thenComparing(c -> c.id().value()));
    }

    /// An older case of the same class a few steps away.
    private @Nullable Case twin(Case row) {
        Position at = row.place().position();
        return at == null
                ? null
                : open.values().stream()
                        .filter(c -> c.subject()
                                        .classCode()
                                        .equals(row.subject().classCode())
                                && c.report().reportedAt().isBefore(row.report().reportedAt())
                                && c.place().position() != null
                                && at.distanceMetres(c.place().position()) <= TWIN_METRES)
                        .min(Comparator.comparing(c -> c.id().value()))
                        .orElse(null);
    }

    private CaseId newCase() {
        cases++;
        return new CaseId("sim-" + settings.run() + "-" + cases);
    }

    private CommandId newCommand() {
        order++;
        return new CommandId("sim-" + settings.run() + "-c" + order);
    }

    private void plan(Instant at, Task task) {
        order++;
        plan.add(new Planned(at, order, task));
    }

    /// A state and how often the case was there: a case that comes back is answered anew.
    private static String step(Case row) {
        Progress p = row.progress();
        int detours = p.detours() == null
                ? 0
                : p.detours().counts().values().stream().mapToInt(n -> n).sum();
        return state(row) + "/" + p.clocks().size() + "/" + p.flags().size() + "/" + detours;
    }

    private static String state(Case row) {
        return row.progress().state().value();
    }

    private SplittableRandom own(CaseId id, String step, int turn) {
        return new SplittableRandom(
                settings.seed() * 1_000_003 + id.value().hashCode() * 31L + step.hashCode() + turn * 7_919L);
    }
}
