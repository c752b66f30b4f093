package org.yiping.domain.casework;

// long because each detour of a case is walked here, and there are many

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yiping.domain.casework.Town.NOW;
import static org.yiping.domain.casework.Town.refused;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.domain.casework.Town.Give;
import org.yiping.domain.command.Command;
import org.yiping.domain.identity.DepartmentId;
import org.yiping.domain.identity.PersonId;

/// Every row of the transition table that leaves the straight way (domain.md 2.5–2.8), by the shipped workflow.
class DetoursTest {
    private static final Command.Fields WHY = Give.reason("r");

    @TempDir
    static Path folder;

    private static Town town;

    @BeforeAll
    static void load() {
        town = new Town(Town.workflow(folder, UnaryOperator.identity()));
    }

    private static String state(Case c) {
        return c.progress().state().value();
    }

    private static Instant due(Case c) {
        return c.runningClock().orElseThrow().dueAt();
    }

    private static Case step(Case c, String action, String who, Command.Fields fields) {
        return town.must(c, action, who, fields, NOW);
    }

    private static String refusal(Case c, String action, String who, Command.Fields fields) {
        return refused(town.act(c, action, who, fields, NOW));
    }

    @Test
    void returnsGoBackStepByStepAndNeedAReason() {
        Case c = step(Town.must(town.open("report", "col", null)), "pass", "acc", Command.Fields.NONE);
        assertThat(refusal(c, "return-to-accept", "lead", Command.Fields.NONE)).isEqualTo("missing /fields/reason");
        assertThat(state(step(c, "return-to-accept", "lead", WHY))).isEqualTo("to-accept");
        c = step(c, "file", "lead", Give.criterion("uh"));
        c = step(c, "return-to-file", "disp", WHY);
        assertThat(state(c)).isEqualTo("to-file");
        assertThat(c.progress().count("sent-back")).isEqualTo(1);
        assertThat(c.runningClock().orElseThrow().stage()).isEqualTo(new StageCode("file"));
    }

    @Test
    void aCaseIsVoidedDirectlyOrByApplicationAndApproval() {
        Case filing = step(Town.must(town.open("report", "col", null)), "pass", "acc", Command.Fields.NONE);
        assertThat(state(step(filing, "void", "lead", WHY))).isEqualTo("voided");
        Case asked = step(step(filing, "file", "lead", Give.criterion("uh")), "request-void", "disp", WHY);
        assertThat(state(asked)).isEqualTo("void-review");
        assertThat(asked.runningClock()).isPresent();
        assertThat(refusal(asked, "void-approve", "disp", WHY)).isEqualTo("post /action");
        Case refused = step(asked, "void-refuse", "lead", WHY);
        assertThat(state(refused)).isEqualTo("to-dispatch");
        assertThat(refused.progress().request()).isNull();
        Case voided = step(asked, "void-approve", "lead", WHY);
        assertThat(voided.light(NOW, town.workflow)).isEqualTo(Light.VOID);
        assertThat(voided.progress().count("void")).isEqualTo(1);
    }

    @Test
    void anExtensionTakesTwoDecisionsAndAddsOneMoreLimit() {
        Case c = town.assigned("uh");
        assertThat(refusal(c, "request-extension", "dep1", WHY)).isEqualTo("missing /fields/hours");
        assertThat(refusal(c, "request-extension", "dep1", Give.hours(0))).isEqualTo("range /fields/hours");
        Case asked = step(c, "request-extension", "dep1", Give.hours(4));
        assertThat(asked.progress().handler()).isEqualTo(new PersonId("hand1"));
        assertThat(refusal(asked, "extension-support", "disp", WHY)).isEqualTo("post /action");
        Case refused = step(asked, "extension-object", "lead", WHY);
        assertThat(state(refused)).isEqualTo("handling");
        assertThat(refused.progress().count("extension")).isZero();
        assertThat(due(refused)).isEqualTo(due(c));
        Case supported = step(asked, "extension-support", "lead", WHY);
        assertThat(supported.progress().request()).isNotNull();
        Case granted = step(supported, "extension-approve", "disp", WHY);
        assertThat(state(granted)).isEqualTo("handling");
        assertThat(granted.progress().handler()).isEqualTo(new PersonId("hand1"));
        assertThat(due(granted)).isEqualTo(NOW.plus(Duration.ofHours(4)));
        assertThat(granted.progress().flags()).containsExactly("extended");
    }

    @Test
    void atMostTwoExtensionsAreGrantedAndNoneOnceOverdue() {
        Case c = town.dispatched("uh");
        for (int i = 0; i < 2; i++) {
            c = step(c, "request-extension", "dep1", Give.hours(2));
            c = step(step(c, "extension-support", "lead", WHY), "extension-approve", "disp", WHY);
        }
        assertThat(state(c)).isEqualTo("to-handle");
        assertThat(due(c)).isEqualTo(NOW.plus(Duration.ofHours(6)));
        assertThat(refusal(c, "request-extension", "dep1", Give.hours(2))).isEqualTo("below:extension:2 /action");
        Case late = town.dispatched("uh");
        Instant after = due(late).plusMillis(1);
        assertThat(refused(town.act(late, "request-extension", "dep1", Give.hours(2), after)))
                .isEqualTo("not-overdue /action");
        Case asked = step(step(late, "request-extension", "dep1", Give.hours(2)), "extension-support", "lead", WHY);
        assertThat(refused(town.act(asked, "extension-approve", "disp", WHY, after)))
                .isEqualTo("not-overdue /action");
        assertThat(state(town.must(asked, "extension-refuse", "disp", WHY, after)))
                .isEqualTo("to-handle");
    }

    @Test
    void aDepartmentReturnsOnlyWhatNobodyOfItsOwnHas() {
        Case c = town.assigned("uh");
        assertThat(refusal(c, "request-return", "dep1", WHY)).isEqualTo("unassigned /action");
        c = step(c, "unassign", "dep1", WHY);
        assertThat(c.progress().handler()).isNull();
        c = step(c, "request-return", "dep1", WHY);
        assertThat(refusal(c, "return-approve", "disp", WHY)).isEqualTo("missing /fields/kind");
        assertThat(refusal(c, "return-approve", "disp", Give.kind("lost", null)))
                .isEqualTo("unknown-kind /fields/kind");
        Case stays = step(c, "return-refuse", "disp", WHY);
        assertThat(state(stays)).isEqualTo("to-handle");
        assertThat(stays.progress().department()).isEqualTo(new DepartmentId("d1"));
        Case back = step(c, "return-approve", "disp", Give.kind("wrong-dispatch", null));
        assertThat(state(back)).isEqualTo("to-dispatch");
        assertThat(back.progress().department()).isNull();
        assertThat(back.progress().count("return")).isEqualTo(1);
        assertThat(back.progress().count("wrong-dispatch")).isEqualTo(1);
        assertThat(step(c, "return-approve", "disp", Give.kind("no-handling-needed", null))
                        .progress()
                        .count("wrong-dispatch"))
                .isZero();
        // who gets a case back may correct or pass it on again, not jump ahead
        assertThat(refusal(back, "close", "disp", WHY)).isEqualTo("state /action");
        assertThat(refusal(back, "finish", "dep1", Give.photos())).isEqualTo("state /action");
    }

    @Test
    void aHandlerHandsBackHisOwnWorkOnly() {
        Case c = town.assigned("uh");
        assertThat(refusal(c, "hand-back", "dep1", WHY)).isEqualTo("handler /action");
        assertThat(state(step(c, "hand-back", "hand1", WHY))).isEqualTo("to-handle");
    }

    @Test
    void aSuspensionPausesTheClockUntilItsEndDate() {
        Case c = town.assigned("wh");
        assertThat(due(c)).isEqualTo(Instant.parse("2026-11-20T08:00:00Z"));
        assertThat(refusal(c, "request-suspension", "dep1", Give.until("2027-11-21")))
                .isEqualTo("range /fields/until");
        assertThat(refusal(c, "request-suspension", "dep1", Give.until("2026-11-19")))
                .isEqualTo("range /fields/until");
        Case asked = step(c, "request-suspension", "dep1", Give.until("2026-11-22"));
        assertThat(state(step(asked, "suspension-refuse", "disp", WHY))).isEqualTo("handling");
        Instant eleven = Instant.parse("2026-11-20T03:00:00Z");
        Case paused = town.must(asked, "suspension-approve", "disp", WHY, eleven);
        assertThat(paused.light(eleven, town.workflow)).isEqualTo(Light.PAUSED);
        assertThat(paused.runningClock()).isEmpty();
        assertThat(refused(town.act(paused, "finish", "dep1", Give.photos(), eleven)))
                .isEqualTo("state /action");
        assertThat(refused(town.act(paused, "resume-due", "timer", Command.Fields.NONE, eleven)))
                .isEqualTo("until-passed /action");
        // the server was down for days: the pause ends when it was agreed to end
        Instant late = Instant.parse("2026-11-26T00:00:00Z");
        Case resumed = town.must(paused, "resume-due", "timer", Command.Fields.NONE, late);
        assertThat(state(resumed)).isEqualTo("handling");
        assertThat(resumed.progress().handler()).isEqualTo(new PersonId("hand1"));
        assertThat(resumed.progress().request()).isNull();
        // one hour was used on Friday, three are left on Monday
        assertThat(due(resumed)).isEqualTo(Instant.parse("2026-11-23T03:00:00Z"));
        Case earlier = town.must(paused, "resume", "disp", WHY, Instant.parse("2026-11-20T06:00:00Z"));
        assertThat(due(earlier)).isEqualTo(Instant.parse("2026-11-20T09:00:00Z"));
    }

    @Test
    void aSuspensionThatEndsBeforeItIsApprovedIsRefused() {
        Case asked = step(town.assigned("wh"), "request-suspension", "dep1", Give.until("2026-11-20"));
        assertThat(refused(town.act(asked, "suspension-approve", "disp", WHY, Instant.parse("2026-11-20T16:00:00Z"))))
                .isEqualTo("until-ahead /action");
    }

    @Test
    void reworkGoesToTheSameDepartmentAndIsCounted() {
        Case c = step(
                step(town.assigned("uh"), "finish", "dep1", Give.photos()), "send-check", "acc", Give.handler("col"));
        c = step(c, "check-fail", "col", WHY);
        assertThat(state(c)).isEqualTo("to-handle");
        assertThat(c.progress().department()).isEqualTo(new DepartmentId("d1"));
        assertThat(c.progress().count("rework")).isEqualTo(1);
        assertThat(c.progress().clocks().stream().filter(k -> k.stage().equals(CaseClock.HANDLE)))
                .hasSize(2);
    }

    @Test
    void supervisionIsAFlagThatMayWantAReply() {
        Case c = town.assigned("uh");
        assertThat(refusal(c, "supervise", "disp", Give.kind("leader", true))).isEqualTo("post /action");
        assertThat(refusal(c, "supervise", "sup", Give.kind("leader", null))).isEqualTo("missing /fields/reply");
        assertThat(refusal(c, "reply", "dep1", WHY)).isEqualTo("has:reply-wanted /action");
        Case s = step(c, "supervise", "lead", Give.kind("timeout", true));
        assertThat(state(s)).isEqualTo("handling");
        assertThat(s.progress().handler()).isEqualTo(new PersonId("hand1"));
        assertThat(s.progress().flags()).containsExactly("supervised", "reply-wanted");
        assertThat(s.progress().count("timeout")).isEqualTo(1);
        assertThat(s.runningClock()).isEqualTo(c.runningClock());
        assertThat(refusal(s, "reply", "dep2", WHY)).isEqualTo("department /action");
        Case answered = step(s, "reply", "dep1", Give.reason("正在处理"));
        assertThat(answered.progress().flags()).containsExactly("supervised");
        assertThat(answered.progress().supervision()).satisfies(v -> {
            assertThat(v.kind()).isEqualTo("timeout");
            assertThat(v.reply()).isEqualTo("正在处理");
            assertThat(v.by().person()).isEqualTo(new PersonId("lead"));
        });
    }

    @Test
    void aForcedCloseIsTheLeadersAndKeepsItsFlag() {
        Case c = step(
                step(town.assigned("wh"), "request-suspension", "dep1", Give.until("2026-12-01")),
                "suspension-approve",
                "disp",
                WHY);
        assertThat(refusal(c, "force-close", "lead", WHY)).isEqualTo("post /action");
        for (String who : List.of("chief", "boss")) {
            Case closed = step(c, "force-close", who, WHY);
            assertThat(closed.light(NOW, town.workflow)).isEqualTo(Light.CLOSED);
            assertThat(closed.progress().flags()).contains("forced-close");
            assertThat(closed.progress().count("forced-close")).isEqualTo(1);
            assertThat(closed.progress().clocks()).noneMatch(k -> k.running() || k.paused());
        }
    }

    @Test
    void whatACollectorHandledOnTheSpotIsAudited() {
        assertThat(refused(town.open("self-handle", "col", null))).isEqualTo("missing /afterPhotos");
        Case c = Town.must(town.open("self-handle", "col", List.of("f9")));
        assertThat(c.head().photos()).extracting(Attachment::phase).containsExactly("before", "after");
        Case archived = step(c, "audit-pass", "acc", Command.Fields.NONE);
        assertThat(state(archived)).isEqualTo("closed");
        assertThat(archived.progress().flags()).containsExactly("self-handled");
        Case back = step(c, "audit-return", "acc", WHY);
        assertThat(state(back)).isEqualTo("to-accept");
        assertThat(back.progress().flags()).isEmpty();
    }

    @Test
    void anAppealIsTheDepartmentsAfterATimeoutOnceACase() {
        Case inTime = town.closed("uh", NOW.plus(Duration.ofHours(1)));
        assertThat(refusal(inTime, "appeal", "dep1", WHY)).isEqualTo("was-overdue /action");
        Case late = town.closed("uh", NOW.plus(Duration.ofHours(3)));
        assertThat(refusal(late, "appeal", "dep2", WHY)).isEqualTo("department /action");
        Case asked = step(late, "appeal", "dep1", WHY);
        assertThat(asked.light(NOW, town.workflow)).isEqualTo(Light.CLOSED);
        Case refusedOnce = step(asked, "appeal-object", "disp", WHY);
        assertThat(state(refusedOnce)).isEqualTo("closed");
        assertThat(refusal(refusedOnce, "appeal", "dep1", WHY)).isEqualTo("below:appeal:1 /action");
        Case granted = step(step(asked, "appeal-support", "disp", WHY), "appeal-grant", "acc", WHY);
        assertThat(state(granted)).isEqualTo("closed");
        assertThat(granted.progress().flags()).contains("timeout-exempt");
        assertThat(granted.handlingOverran()).isTrue();
        assertThat(refusal(granted, "appeal", "dep1", WHY)).isEqualTo("below:appeal:1 /action");
    }

    @Test
    void nobodyIsSentACaseTheyCannotActOn() {
        Case c = Town.must(town.open("report", "col", null));
        assertThat(refusal(c, "send-verify", "acc", Give.handler("lead"))).isEqualTo("unfit-person /fields/handler");
        assertThat(refusal(town.dispatched("uh"), "assign", "dep1", Give.handler("dep2")))
                .isEqualTo("unfit-person /fields/handler");
    }

    @Test
    void whatAnActionDoesNotAskForIsLeftAside() {
        Case c = town.dispatched("uh");
        Command.Fields more = new Command.Fields(
                null, null, new DepartmentId("d2"), new PersonId("hand1"), null, List.of(), "x", 3, null, true);
        Case assigned = step(c, "assign", "dep1", more);
        assertThat(assigned.progress().department()).isEqualTo(new DepartmentId("d1"));
    }

    @Test
    void theRecordKeepsWhatWasGiven() {
        Outcome.Changed changed =
                (Outcome.Changed) town.act(town.assigned("uh"), "request-extension", "dep1", Give.hours(4), NOW);
        FlowRecord entry = changed.entry();
        assertThat(entry.note()).isEqualTo("等料");
        assertThat(entry.given())
                .isNotNull()
                .satisfies(f -> assertThat(f.hours()).isEqualTo(4));
        assertThat(entry.step().from().value()).isEqualTo("handling");
        assertThat(entry.step().to().value()).isEqualTo("extension-first");
    }

    @Test
    void aClockSetBackNeverTurnsACasesRecordsBack() {
        Case c = town.assigned("uh");
        Instant before = NOW.minus(Duration.ofDays(1));
        Outcome.Changed changed = (Outcome.Changed) town.act(c, "finish", "dep1", Give.photos(), before);
        assertThat(changed.entry().at()).isEqualTo(NOW);
        assertThat(changed.result().progress().milestones().finishedAt()).isEqualTo(NOW);
        assertThat(changed.result().progress().clocks())
                .allSatisfy(k ->
                        assertThat(k.stoppedAt() == null ? NOW : k.stoppedAt()).isAfterOrEqualTo(k.startedAt()));
    }

    @Test
    void aFileThatLeavesACaseStuckOrNamesWhatNobodyKnowsIsRefused(@TempDir Path other) {
        for (List<String> change : List.of(
                List.of("to: to-file", "to: to-flie", "pass: unknown state to-flie"),
                List.of(
                        "guards: [handler], needs: []",
                        "guards: [holder], needs: []",
                        "check-pass: unknown guard holder"),
                List.of("needs: [closing]", "needs: [blessing]", "close: unknown need blessing"),
                List.of("also: [extend]", "also: [stretch]", "extension-approve: unknown effect stretch"),
                List.of("from: [to-close]", "from: [closed]", "to-close: open, and nothing leads on"))) {
            assertThatThrownBy(() -> Town.workflow(other, text -> text.replace(change.get(0), change.get(1))))
                    .hasMessageContaining(change.get(2));
        }
    }

    @Test
    void whoFilesClosesAndExaminesIsTheCitysFile(@TempDir Path other) {
        Town own = new Town(Town.workflow(other, text -> {
            String acceptor = text.replace(
                            "posts: [duty-leader], guards: [], needs: [criterion]",
                            "posts: [acceptor], guards: [], needs: [criterion]")
                    .replace(
                            "posts: [duty-leader], guards: [], needs: [closing]",
                            "posts: [acceptor], guards: [], needs: [closing]");
            int first = acceptor.indexOf("action: extension-support");
            return acceptor.substring(0, first)
                    + acceptor.substring(first)
                            .replaceFirst(
                                    "posts: \\[duty-leader], guards: \\[]",
                                    "posts: [department], guards: [department]");
        }));
        Case c = own.must(Town.must(own.open("report", "col", null)), "pass", "acc", Command.Fields.NONE, NOW);
        assertThat(refused(own.act(c, "file", "lead", Give.criterion("uh"), NOW)))
                .isEqualTo("post /action");
        c = own.must(c, "file", "acc", Give.criterion("uh"), NOW);
        c = own.must(c, "dispatch", "disp", Give.department("d1"), NOW);
        c = own.must(c, "assign", "dep1", Give.handler("hand1"), NOW);
        c = own.must(c, "request-extension", "hand1", Give.hours(2), NOW);
        c = own.must(c, "extension-support", "dep1", WHY, NOW);
        c = own.must(c, "extension-approve", "disp", WHY, NOW);
        c = own.must(c, "finish", "dep1", Give.photos(), NOW);
        c = own.must(c, "send-check", "acc", Give.handler("col"), NOW);
        c = own.must(c, "check-pass", "col", Command.Fields.NONE, NOW);
        assertThat(refused(own.act(c, "close", "lead", Give.closing("好"), NOW))).isEqualTo("post /action");
        assertThat(state(own.must(c, "close", "acc", Give.closing("好"), NOW))).isEqualTo("closed");
    }
}
