package org.yiping.domain.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.domain.casework.Workflow.Transition;
import org.yiping.domain.catalogue.CriterionId;
import org.yiping.domain.command.Command;
import org.yiping.domain.geo.Position;
import org.yiping.domain.identity.DepartmentId;
import org.yiping.domain.identity.PersonId;

/// Whatever is asked in whatever order by whomever: a case stays in declared states, somebody can always act on
/// it while it is open, and its past is never rewritten.
class RandomWalkTest {
    private static final int STEPS = 120_000;
    private static final List<String> PEOPLE = List.copyOf(Town.PEOPLE.keySet());

    @TempDir
    Path folder;

    private final Random random = new Random(20261126);
    private Instant now = Town.NOW;

    @Test
    void noSequenceOfCommandsLeavesTheDeclaredStatesOrACaseWithoutAnOwner() {
        Town town = new Town(Town.workflow(folder, UnaryOperator.identity()));
        List<Transition> rows = town.workflow.transitions();
        Set<String> taken = new HashSet<>();
        Set<String> states = new HashSet<>();
        Case c = report(town);
        for (int i = 0; i < STEPS; i++) {
            now = now.plus(
                    Duration.ofSeconds(random.nextInt(4) == 0 ? random.nextInt(100_000) - 1000 : random.nextInt(300)));
            Transition t = likely(town.workflow, c);
            String who = random.nextInt(3) == 0 ? any(PEOPLE) : fitting(t);
            Outcome outcome = town.act(c, t.action().value(), who, fields(), now);
            if (outcome instanceof Outcome.Changed(Case result, FlowRecord entry)) {
                follows(town.workflow, c, result, entry);
                taken.add(t.action().value());
                c = result;
            }
            states.add(c.progress().state().value());
            holds(town, c);
            boolean ended = town.workflow.ending(c.progress().state()) == Workflow.Ending.VOIDED
                    || (c.progress().state().value().equals("closed") && random.nextInt(6) == 0);
            if (ended) {
                c = report(town);
            }
        }
        assertThat(states)
                .hasSize(town.workflow.states().size())
                .allSatisfy(
                        s -> assertThat(town.workflow.find(new StateCode(s))).isPresent());
        assertThat(rows.stream()
                        .filter(t -> !t.from().isEmpty())
                        .map(t -> t.action().value()))
                .allSatisfy(a -> assertThat(taken).contains(a));
    }

    private Case report(Town town) {
        boolean self = random.nextInt(4) == 0;
        now = Town.NOW;
        town.place = new Place(random.nextInt(4) == 0 ? null : new Position(104.1, 30.1), "玉林街", null);
        town.caller = random.nextBoolean() ? new Caller("张三", "13800000000", true, false) : null;
        return Town.must(town.open(self ? "self-handle" : "report", "col", self ? List.of("f9") : null));
    }

    private static void holds(Town town, Case c) {
        Progress p = c.progress();
        Workflow.Ending ending = town.workflow.ending(p.state());
        assertThat(town.workflow.find(p.state())).isPresent();
        long running = p.clocks().stream().filter(CaseClock::running).count();
        long paused = p.clocks().stream().filter(CaseClock::paused).count();
        assertThat(running).isEqualTo(ending == Workflow.Ending.OPEN ? 1 : 0);
        assertThat(paused).isEqualTo(ending == Workflow.Ending.PAUSED ? 1 : 0);
        assertThat(p.count("extension")).isLessThanOrEqualTo(2);
        assertThat(p.count("appeal")).isLessThanOrEqualTo(1);
        assertThat(p.request() != null).isEqualTo(town.workflow.awaits(p.state()));
        if (ending == Workflow.Ending.OPEN || ending == Workflow.Ending.PAUSED) {
            assertThat(PEOPLE)
                    .as("somebody whose turn it is in " + p)
                    .anyMatch(who -> town.rules.options(c, Town.actor(who), p.changedAt()).stream()
                            .anyMatch(o -> o.refusal() == null
                                    && !o.transition().aside()
                                    && !o.transition().permission().guards().contains("until-passed")));
        }
    }

    /// A step only adds to the past, and never goes back in time.
    private static void follows(Workflow workflow, Case before, Case after, FlowRecord entry) {
        assertThat(entry.at()).isAfterOrEqualTo(before.progress().changedAt());
        assertThat(entry.step().from()).isEqualTo(before.progress().state());
        assertThat(entry.step().to()).isEqualTo(after.progress().state());
        assertThat(after.head().photos()).startsWith(before.head().photos().toArray(Attachment[]::new));
        List<CaseClock> was = before.progress().clocks();
        for (int i = 0; i < was.size(); i++) {
            CaseClock clock = after.progress().clocks().get(i);
            if (was.get(i).stoppedAt() != null) {
                assertThat(clock).isEqualTo(was.get(i));
            } else {
                assertThat(clock.startedAt()).isEqualTo(was.get(i).startedAt());
                assertThat(clock.dueAt()).isAfterOrEqualTo(was.get(i).dueAt());
            }
        }
        assertThat(workflow.find(entry.step().action(), entry.step().from())).isPresent();
    }

    private Command.Fields fields() {
        return new Command.Fields(
                maybe("r"),
                maybe(new CriterionId(any(List.of("uh", "wh", "wh", "none")))),
                maybe(new DepartmentId(any(List.of("d1", "d2", "d2", "d3")))),
                maybe(new PersonId(any(PEOPLE))),
                maybe("closing"),
                random.nextInt(4) == 0 ? List.of() : List.of("f2"),
                maybe(any(List.of(
                        "timeout",
                        "leader",
                        "important",
                        "wrong-dispatch",
                        "no-handling-needed",
                        "lost",
                        "satisfied"))),
                maybe(random.nextInt(12) - 1),
                maybe(LocalDate.ofInstant(now, Town.ZONE).plusDays(random.nextInt(20) - 2)),
                maybe(random.nextBoolean()),
                maybe(new CaseId(any(List.of("c1", "another")))),
                maybe(new Place(new Position(any(List.of(104.1, 1.0)), 30.1), "x", null)));
    }

    private <T> @Nullable T maybe(T value) {
        return random.nextInt(10) == 0 ? null : value;
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /// Any row now and then, mostly one of the state's, and seldom one that ends the case: else the walk would
    /// be refusals and short cases.
    private Transition likely(Workflow workflow, Case c) {
        List<Transition> from = workflow.from(c.progress().state());
        List<Transition> on = from.stream()
                .filter(t -> !t.aside() && workflow.ending(t.to()) != Workflow.Ending.VOIDED)
                .toList();
        int dice = random.nextInt(10);
        List<Transition> of = dice < 6 && !on.isEmpty() ? on : from;
        return of.isEmpty() || dice == 9 ? any(workflow.transitions()) : any(of);
    }

    private String fitting(Transition t) {
        List<String> fit = new ArrayList<>(PEOPLE);
        fit.removeIf(p ->
                Town.PEOPLE.get(p).posts().stream().noneMatch(t.permission().posts()::contains));
        return fit.isEmpty() ? any(PEOPLE) : any(fit);
    }
}
