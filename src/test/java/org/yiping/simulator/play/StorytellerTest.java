package org.yiping.simulator.play;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.domain.casework.ActionCode;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.casework.CaseNumber;
import org.yiping.domain.casework.Outcome;
import org.yiping.domain.command.Command;
import org.yiping.domain.command.CommandId;
import org.yiping.domain.hall.OpenDay;
import org.yiping.domain.identity.Actor;
import org.yiping.domain.identity.PersonId;
import org.yiping.domain.identity.PostCode;
import org.yiping.domain.identity.SeatId;
import org.yiping.simulator.city.CityGenerator;
import org.yiping.simulator.past.PaperTown;

/// One case from report to evaluation, a step at a time, by the rules alone.
class StorytellerTest {
    private static final Instant START = Instant.parse("2026-11-23T01:00:00Z");
    private static final CaseId ID = new CaseId("story");
    private static final Actor TELLER = new Actor(new PersonId("p"), new PostCode("dispatcher"), new SeatId("03"));

    @TempDir
    static Path folder;

    static PaperTown town;

    private final SimulatedCity city =
            new SimulatedCity(town.town(), town.streets(), new Settings(11, 1, Settings.Seats.AUTO, 0, "t"), START);
    private final Map<CaseId, Case> cases = new HashMap<>();
    private final List<String> played = new ArrayList<>();
    private Instant now = START;

    @BeforeAll
    static void build() throws Exception {
        new CityGenerator(20260311).write(folder.resolve("city"));
        town = PaperTown.read(folder.resolve("city"));
    }

    private void ask(int step) {
        city.hear(step == 0 ? null : new OpenDay.Telling(ID, step, TELLER), now);
    }

    /// Lets the city work for a while.
    private void pass(Duration time) {
        for (Instant end = now.plus(time); now.isBefore(end); now = now.plusMillis(500)) {
            for (Deed deed : city.due(now)) {
                judge(deed);
            }
        }
    }

    private void judge(Deed deed) {
        if (!deed.caseId().equals(ID) || deed.draft() instanceof Deed.Draft.Acknowledge) {
            city.done(deed, new Deed.Result.Accepted(0), now);
            return;
        }
        Actor actor = new Actor(
                deed.account().person(), deed.post(), new SeatId(deed.account().user()));
        Command command =
                deed.command(deed.photos().stream().map(_ -> "0".repeat(64)).toList());
        Outcome outcome = switch (command) {
            case Command.ReportCase r -> town.rules().open(r, actor, new CaseNumber("P1"), now);
            case Command.ActOnCase a -> town.rules().act(cases.get(ID), a, actor, now);
            default -> new Outcome.Refused("only written down", "");
        };
        played.add(deed.post().value() + " "
                + switch (deed.draft()) {
                    case Deed.Draft.Report r -> r.action().value();
                    case Deed.Draft.Act a -> a.action().value();
                    case Deed.Draft.Review r -> r.verdict();
                    case Deed.Draft.Acknowledge _ -> "";
                });
        switch (outcome) {
            case Outcome.Changed(Case result, var _) -> {
                cases.put(ID, result);
                city.done(deed, new Deed.Result.Accepted(0), now);
                city.see(result, now);
            }
            case Outcome.Refused _ -> city.done(deed, new Deed.Result.Refused(422, ""), now);
        }
    }

    private String state() {
        return cases.get(ID).progress().state().value();
    }

    @Test
    void eachStepAskedForIsOneCommandUntilTheCaseIsEvaluated() {
        for (int step = 1; step <= 12; step++) {
            ask(step);
            pass(Duration.ofMinutes(2));
            assertThat(played).as("after step " + step).hasSize(step);
        }
        assertThat(played)
                .containsExactly(
                        "acceptor register",
                        "acceptor send-verify",
                        "collector verify-exists",
                        "acceptor pass",
                        "duty-leader file",
                        "dispatcher dispatch",
                        "department assign",
                        "department finish",
                        "acceptor send-check",
                        "collector check-pass",
                        "duty-leader close",
                        "supervisor sound");
        assertThat(state()).isEqualTo("closed");
        assertThat(cases.get(ID).report().simulated()).isTrue();
    }

    @Test
    void whoAsksFasterThanItIsPlayedMissesNoStep() {
        ask(1);
        ask(5);
        pass(Duration.ofMinutes(1));
        assertThat(state()).isEqualTo("to-dispatch");
        assertThat(played).hasSize(5);
    }

    @Test
    void endedAnywhereTheCaseGoesItsOrdinaryWay() {
        ask(6);
        pass(Duration.ofMinutes(1));
        assertThat(state()).isEqualTo("to-handle");
        ask(0);
        pass(Duration.ofHours(6));
        assertThat(state()).isNotEqualTo("to-handle");
    }

    @Test
    void aStepTakenByHandIsNotTakenAgain() {
        ask(4);
        pass(Duration.ofMinutes(1));
        Case back = act("duty-leader", "return-to-accept");
        assertThat(back.progress().state().value()).isEqualTo("to-accept");
        ask(5);
        pass(Duration.ofMinutes(2));
        assertThat(played).as("nobody files what waits for acceptance").hasSize(4);
        act("acceptor", "pass");
        pass(Duration.ofMinutes(2));
        assertThat(played).hasSize(5).endsWith("duty-leader file");
    }

    private Case act(String post, String action) {
        Command.Head head = new Command.Head(new CommandId("by-hand-" + action), 0, null);
        Command.Fields why = new Command.Fields("演示中改由人工办理", null, null, null, null, List.of());
        Actor actor = new Actor(new PersonId("p"), new PostCode(post), new SeatId("03"));
        Outcome outcome = town.rules()
                .act(cases.get(ID), new Command.ActOnCase(head, ID, new ActionCode(action), why), actor, now);
        assertThat(outcome).isInstanceOf(Outcome.Changed.class);
        Case result = ((Outcome.Changed) outcome).result();
        cases.put(ID, result);
        city.see(result, now);
        return result;
    }
}
