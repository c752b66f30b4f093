package org.yiping.domain.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yiping.domain.casework.Town.NOW;
import static org.yiping.domain.casework.Town.refused;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.domain.casework.Town.Give;
import org.yiping.domain.command.Command;

/// What a caller says about a closed case (回访), and by when an order (督办) wants its reply; by the shipped workflow.
class CallBackTest {
    private static final String REOPEN = """
              - action: reopen
                from: [closed]
                to: to-close
                permission: {posts: [duty-leader], guards: [], needs: [reason]}
                effect: {stopsClock: false}
                label: {name: 重开, nameEnglish: Reopen, key: ""}
              - action: call-back
            """;

    @TempDir
    static Path folder;

    private static Town town;

    @BeforeAll
    static void load() {
        town = new Town(Town.workflow(folder, UnaryOperator.identity()));
    }

    private static Case closed(Town of, boolean wanted) {
        Case c = of.closed("uh", NOW);
        Report r = c.report();
        Caller caller = new Caller("张", "1", wanted, false);
        Report called = new Report(r.source(), r.reportedAt(), r.reporter(), caller, null, true);
        return new Case(c.id(), c.head(), c.subject(), c.place(), called, c.progress());
    }

    private static Case call(Town of, Case c, String outcome, int minutes) {
        return of.must(c, "call-back", "acc", Give.kind(outcome, null), NOW.plus(Duration.ofMinutes(minutes)));
    }

    private static String outcome(Case c) {
        CallBack call = c.progress().calledBack();
        return call == null
                ? "none"
                : call.outcome() + " " + Duration.between(NOW, call.at()).toMinutes();
    }

    @Test
    void onlyWhoWantsOneIsCalledAndOnlyOnceTheCaseIsClosed() {
        Command.Fields said = Give.kind("satisfied", null);
        assertThat(refused(town.act(closed(town, false), "call-back", "acc", said, NOW)))
                .isEqualTo("call-back-wanted /action");
        assertThat(refused(town.act(town.closed("uh", NOW), "call-back", "acc", said, NOW)))
                .as("nobody called in")
                .isEqualTo("call-back-wanted /action");
        assertThat(refused(town.act(town.dispatched("uh"), "call-back", "acc", said, NOW)))
                .isEqualTo("state /action");
        for (String who : List.of("dep1", "disp", "col")) {
            assertThat(refused(town.act(closed(town, true), "call-back", who, said, NOW)))
                    .isEqualTo("post /action");
        }
        for (String who : List.of("acc", "lead", "sup")) {
            assertThat(outcome(town.must(closed(town, true), "call-back", who, said, NOW)))
                    .isEqualTo("satisfied 0");
        }
    }

    @Test
    void whatItCameToIsOneOfFourAndNeverNothing() {
        Case c = closed(town, true);
        assertThat(refused(town.act(c, "call-back", "acc", Command.Fields.NONE, NOW)))
                .isEqualTo("missing /fields/kind");
        assertThat(refused(town.act(c, "call-back", "acc", Give.kind("fine", null), NOW)))
                .isEqualTo("unknown-kind /fields/kind");
        Outcome.Changed told = (Outcome.Changed) town.act(c, "call-back", "acc", Give.kind("satisfied", null), NOW);
        assertThat(told.entry().note()).isEqualTo("看紧");
        assertThat(told.entry().given()).isNotNull();
        assertThat(told.entry().given().kind()).isEqualTo("satisfied");
        assertThat(told.result().progress().state()).isEqualTo(c.progress().state());
        assertThat(told.result().progress().clocks()).isEqualTo(c.progress().clocks());
        assertThat(told.result().progress().milestones()).isEqualTo(c.progress().milestones());
    }

    @Test
    void whoIsNotReachedWaitsOnAndTheLastWhoWasReachedCounts() {
        Case c = closed(town, true);
        assertThat(c.awaitsCallBack()).isTrue();
        assertThat(outcome(c)).isEqualTo("none");
        c = call(town, c, "not-reached", 1);
        c = call(town, c, "not-reached", 2);
        assertThat(outcome(c)).isEqualTo("not-reached 2");
        assertThat(c.awaitsCallBack()).isTrue();
        c = call(town, c, "dissatisfied", 3);
        assertThat(outcome(c)).isEqualTo("dissatisfied 3");
        assertThat(c.awaitsCallBack()).isFalse();
        c = call(town, c, "not-reached", 4);
        assertThat(outcome(c)).as("a call in vain takes nothing back").isEqualTo("dissatisfied 3");
        assertThat(c.awaitsCallBack()).isFalse();
        c = call(town, c, "very-satisfied", 5);
        assertThat(outcome(c)).isEqualTo("very-satisfied 5");
        assertThat(c.progress().count("call-back")).isEqualTo(5);
        assertThat(c.progress().state().value())
                .as("nothing happens to it by itself")
                .isEqualTo("closed");
    }

    @Test
    void aCaseThatIsClosedAnewWaitsAnew(@TempDir Path other) {
        Town own = new Town(Town.workflow(other, text -> text.replace("  - action: call-back\n", REOPEN)));
        Case c = call(own, closed(own, true), "dissatisfied", 1);
        assertThat(own.workflow.waysBack(c.progress()))
                .extracting(t -> t.action().value())
                .containsExactly("reopen");
        assertThat(town.workflow.waysBack(c.progress()))
                .as("the shipped one has none")
                .isEmpty();
        c = own.must(c, "reopen", "lead", Give.reason("又堵"), NOW.plus(Duration.ofMinutes(2)));
        assertThat(refused(own.act(c, "call-back", "acc", Give.kind("satisfied", null), NOW)))
                .isEqualTo("state /action");
        c = own.must(c, "close", "lead", Give.closing("再疏通"), NOW.plus(Duration.ofMinutes(3)));
        assertThat(outcome(c)).isEqualTo("none");
        assertThat(c.awaitsCallBack()).isTrue();
        c = call(own, c, "not-reached", 4);
        assertThat(outcome(c)).isEqualTo("not-reached 4");
        assertThat(outcome(call(own, c, "satisfied", 5))).isEqualTo("satisfied 5");
    }

    @Test
    void anOutcomeNobodyCountsIsRefusedWithTheFile(@TempDir Path other) {
        assertThatThrownBy(() -> Town.workflow(other, text -> text.replace("code: dissatisfied", "code: so-so")))
                .hasMessageContaining("call-back: no outcome of a call: so-so");
        assertThatThrownBy(() -> Town.workflow(
                        other,
                        text -> text.replace(
                                "guards: [call-back-wanted]\n      needs: [kind]",
                                "guards: [call-back-wanted]\n      needs: []")))
                .hasMessageContaining("call-back: calls back and does not ask what it came to");
    }

    @Test
    void anOrderThatWantsAReplySaysByWhen() {
        Case c = town.dispatched("uh");
        Case asked = town.must(c, "supervise", "lead", Give.kind("timeout", true), NOW);
        assertThat(asked.progress().supervision())
                .isNotNull()
                .extracting(Supervision::dueAt)
                .isEqualTo(NOW.plus(Duration.ofHours(4)));
        Case answered = town.must(asked, "reply", "dep1", Give.reason("在办"), NOW.plus(Duration.ofHours(1)));
        assertThat(answered.progress().supervision())
                .isNotNull()
                .extracting(Supervision::dueAt)
                .isEqualTo(NOW.plus(Duration.ofHours(4)));
        Case told = town.must(c, "supervise", "lead", Give.kind("timeout", false), NOW);
        assertThat(told.progress().supervision())
                .isNotNull()
                .extracting(Supervision::dueAt)
                .as("nobody waits")
                .isNull();
    }
}
