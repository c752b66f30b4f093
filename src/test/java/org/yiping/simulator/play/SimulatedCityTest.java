package org.yiping.simulator.play;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.Light;
import org.yiping.domain.casework.Outcome;
import org.yiping.domain.command.Command;
import org.yiping.domain.identity.Actor;
import org.yiping.simulator.city.CityGenerator;
import org.yiping.simulator.past.PaperPlay;
import org.yiping.simulator.past.PaperTown;

class SimulatedCityTest {
    private static final Instant START = Instant.parse("2026-11-23T01:00:00Z");

    @TempDir
    private static Path temp;

    private static PaperTown town;

    @BeforeAll
    static void generate() throws IOException {
        new CityGenerator(20260311).write(temp.resolve("city"));
        town = PaperTown.read(temp.resolve("city"));
    }

    @Test
    void casesGoRoundTheWholeLoopAndTheRulesRefuseNothing() {
        Loop loop = new Loop(settings(Settings.Seats.AUTO, 40), 4);
        loop.run(Duration.ofHours(3));
        assertThat(loop.refused).isEmpty();
        assertThat(loop.actions.keySet())
                .contains(
                        "report",
                        "register",
                        "send-verify",
                        "verify-exists",
                        "pass",
                        "file",
                        "dispatch",
                        "assign",
                        "finish",
                        "send-check",
                        "check-pass",
                        "close",
                        "self-handle",
                        "audit-pass",
                        "request-extension",
                        "extension-support",
                        "extension-approve",
                        "request-return",
                        "return-approve",
                        "request-suspension",
                        "suspension-approve");
        assertThat(loop.states()).containsKey("closed");
        assertThat(loop.cases()).allMatch(c -> c.report().simulated());
    }

    @Test
    void inADayAndANightEveryStateIsSeenAndTheRulesRefuseNothing() {
        Loop loop = new Loop(settings(Settings.Seats.AUTO, 40), 1);
        loop.run(Duration.ofHours(30));
        assertThat(loop.refused).isEmpty();
        assertThat(loop.actions.keySet())
                .contains("supervise", "reply", "appeal", "resume", "void", "return-to-accept", "merge", "rule");
        assertThat(loop.visited)
                .containsAll(town.town().workflow().states().stream()
                        .map(s -> s.code().value())
                        .toList());
        double all = loop.cases().size();
        assertThat(loop.actions.get("request-extension") / all).isBetween(0.01, 0.12);
        assertThat(loop.actions.get("request-return") / all).isBetween(0.01, 0.10);
        assertThat(loop.actions.get("request-suspension") / all).isBetween(0.002, 0.06);
    }

    @Test
    void theSameSeedAndEventsGiveTheSameDeeds() {
        Loop one = new Loop(settings(Settings.Seats.SHARED, 30), 1);
        Loop two = new Loop(settings(Settings.Seats.SHARED, 30), 1);
        one.run(Duration.ofMinutes(40));
        two.run(Duration.ofMinutes(40));
        assertThat(one.log).isNotEmpty().isEqualTo(two.log);
    }

    @Test
    void aBacklogStandsInAllStatesAtOnce() {
        Loop loop = new Loop(settings(Settings.Seats.SHARED, 160), 1);
        loop.run(Duration.ofSeconds(14));
        assertThat(loop.cases().size()).isGreaterThanOrEqualTo(155);
        assertThat(loop.states().keySet())
                .contains(
                        "to-accept",
                        "verifying",
                        "to-file",
                        "to-dispatch",
                        "to-handle",
                        "handling",
                        "to-check",
                        "checking",
                        "to-close",
                        "closed",
                        "self-audit",
                        "void-review",
                        "extension-first",
                        "extension-review",
                        "return-review",
                        "suspension-review",
                        "suspended");
        assertThat(loop.states().get("to-dispatch")).isGreaterThan(8);
    }

    @Test
    void humanSeatsAreLeftAlone() {
        Loop loop = new Loop(settings(Settings.Seats.HUMAN, 0), 6);
        loop.run(Duration.ofHours(1));
        assertThat(loop.cases()).isNotEmpty();
        assertThat(loop.states().keySet()).isSubsetOf("to-accept", "self-audit");
    }

    @Test
    void sharedSeatsLeaveSomeForPeopleAndTakeThemAfterAWhile() {
        Loop auto = new Loop(settings(Settings.Seats.AUTO, 60), 1);
        Loop shared = new Loop(settings(Settings.Seats.SHARED, 60), 1);
        auto.run(Duration.ofMinutes(20));
        shared.run(Duration.ofMinutes(20));
        assertThat(shared.actions.get("dispatch")).isPositive().isLessThan(auto.actions.get("dispatch"));
    }

    @Test
    void whatIsLeftToPeopleTurnsYellowAndRed() {
        Loop loop = new Loop(settings(Settings.Seats.SHARED, 160), 1);
        loop.run(Duration.ofMinutes(17));
        Instant at = START.plus(Duration.ofMinutes(17));
        Map<Light, Integer> lights = new TreeMap<>();
        loop.cases().forEach(c -> lights.merge(c.light(at, town.town().workflow()), 1, Integer::sum));
        assertThat(lights.get(Light.GREEN)).isGreaterThan(20);
        assertThat(lights.get(Light.YELLOW)).isGreaterThan(4);
        assertThat(lights.get(Light.RED)).isGreaterThan(2);
    }

    @Test
    void classesComeByTheRealFrequencies() {
        Loop loop = new Loop(settings(Settings.Seats.HUMAN, 0), 1);
        loop.run(Duration.ofHours(10));
        Map<String, Integer> classes = new TreeMap<>();
        int components = 0;
        for (Case c : loop.cases()) {
            classes.merge(c.subject().classCode().value(), 1, Integer::sum);
            components += c.subject().kind().value().equals("component") ? 1 : 0;
        }
        int all = loop.cases().size();
        assertThat(all).isBetween(1_000, 1_400);
        assertThat(classes.get("E-0410") / (double) all).isBetween(0.19, 0.28);
        assertThat(components / (double) all).isBetween(0.02, 0.10);
    }

    @Test
    void everyCaseHasAPlaceInTheCityAndAnAddress() {
        Loop loop = new Loop(settings(Settings.Seats.HUMAN, 100), 1);
        loop.run(Duration.ofMinutes(2));
        assertThat(loop.cases()).allSatisfy(c -> {
            assertThat(c.place().area()).isNotNull();
            assertThat(c.place().area().value()).hasSize(14);
            assertThat(c.place().address()).isNotBlank();
        });
    }

    @Test
    void whatGotNoAnswerIsSentAgainWithTheSameId() {
        SimulatedCity city = new SimulatedCity(town.town(), town.streets(), settings(Settings.Seats.AUTO, 1), START);
        Deed deed = city.due(START).getFirst();
        city.done(deed, new Deed.Result.Unanswered("down"), START);
        assertThat(city.due(START.plusMillis(500))).isEmpty();
        assertThat(city.due(START.plusSeconds(3)))
                .filteredOn(d -> d.caseId().equals(deed.caseId()))
                .containsExactly(deed);
    }

    private static Settings settings(Settings.Seats seats, int backlog) {
        return new Settings(11, 1, seats, backlog, "t");
    }

    /// Counts what is done on paper.
    private static final class Loop implements PaperPlay.Watcher {
        final Map<String, Integer> actions = new HashMap<>();
        final List<String> refused = new ArrayList<>();
        final Set<String> visited = new HashSet<>();
        final List<String> log = new ArrayList<>();
        private final PaperPlay play;
        private Instant end = START;

        Loop(Settings settings, double speed) {
            Settings fast = new Settings(settings.seed(), speed, settings.seats(), settings.backlog(), settings.run());
            play = new PaperPlay(town, fast, START, p -> "f" + p.variant(), this);
        }

        void run(Duration length) {
            end = end.plus(length);
            play.run(end);
        }

        Collection<Case> cases() {
            return play.cases();
        }

        Map<String, Integer> states() {
            Map<String, Integer> states = new TreeMap<>();
            cases().forEach(c -> states.merge(c.progress().state().value(), 1, Integer::sum));
            return states;
        }

        @Override
        public void judged(Deed deed, Command command, Actor actor, Outcome outcome, Instant at) {
            String action = switch (deed.draft()) {
                case Deed.Draft.Report r -> r.action().value();
                case Deed.Draft.Act a -> a.action().value();
                case Deed.Draft.Acknowledge a -> a.step();
                case Deed.Draft.Review r -> r.verdict();
            };
            log.add(at + " " + action + " " + deed.caseId().value() + " " + deed.account());
            switch (outcome) {
                case Outcome.Refused r -> refused.add(action + " " + r.code() + " " + r.pointer());
                case Outcome.Changed c -> {
                    actions.merge(action, 1, Integer::sum);
                    visited.add(c.result().progress().state().value());
                }
            }
        }
    }
}
