package org.yiping.console.ui.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.yiping.console.fx.Notice;
import org.yiping.console.outbox.Delivery;
import org.yiping.console.outbox.Drafts;
import org.yiping.console.ui.Action;
import org.yiping.console.ui.DeskFixture;
import org.yiping.console.ui.Samples;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.casework.Workflow.Transition;
import org.yiping.domain.catalogue.CriterionId;
import org.yiping.domain.command.CommandId;
import org.yiping.domain.identity.DepartmentId;

/// What becomes of words that were written and of commands that were given.
class DraftsTest {
    private final OpenCase seat = new OpenCase();
    private final DeskFixture fixture = seat.fixture;
    private final CaseViewModel model = seat.model;
    private final Case value = seat.value;

    @Test
    void wordsStayUntilThePlatformHasThem() {
        Transition back = seat.action("return-to-file").transition();
        model.act(seat.action("return-to-file"));
        model.drafts().keep(back, "不属本市");
        model.cancel();
        assertThat(model.drafts().find(back)).map(Drafts.Draft::text).contains("不属本市");
        model.act(seat.action("return-to-file"));
        model.choose(model.choice().get().withReason("不属本市"));
        assertThat(model.confirm()).isEmpty();
        assertThat(model.drafts().find(back)).as("sent is not accepted").isPresent();
        fixture.outbox.state(seat.last(), new Delivery.State.Accepted(7));
        assertThat(model.drafts().find(back)).isEmpty();
    }

    @Test
    void draftsAreOfOneCase() {
        Transition back = seat.action("return-to-file").transition();
        model.drafts().keep(back, "不属本市");
        Case other = Samples.waiting("2", "to-dispatch", DeskFixture.START, Duration.ofMinutes(2));
        fixture.put(other);
        fixture.desk.pick(other.id());
        assertThat(model.drafts().find(back)).isEmpty();
    }

    @Test
    void aRefusedCommandIsFilledInAgainWithAllThatWasChosen() {
        seat.dispatch("d-7");
        fixture.outbox.state(
                seat.last(), new Delivery.State.Rejected(new Delivery.Refusal(409, "CAS-4091", "已变", "换了部门", null)));
        Notice told = fixture.hall.notices().all().getFirst();
        assertThat(told.means()).isEqualTo("换了部门");
        told.actions().getFirst().run().run();
        assertThat(model.filling().get()).isNotNull();
        assertThat(model.choice().get().department()).isEqualTo(new DepartmentId("d-7"));
        assertThat(fixture.outbox.submitted).as("not sent again by itself").hasSize(1);
    }

    @Test
    void whatNeverLeftCanBeTakenBackAndWhatLeftCannot() {
        assertThat(listed("case/withdraw").allowed()).isFalse();
        CommandId id = seat.dispatch("d-7");
        assertThat(listed("case/withdraw").allowed()).isTrue();
        fixture.outbox.state(id, new Delivery.State.Sending());
        assertThat(listed("case/withdraw").refusal()).contains("流程");
        fixture.outbox.state(id, new Delivery.State.Queued());
        listed("case/withdraw").act().run();
        assertThat(model.pending()).isFalse();
        assertThat(fixture.hall.notices().all()).extracting(Notice::id).contains("withdrawn");
    }

    @Test
    void theCriterionIsShownAndConfirmedEvenWhereItIsKnown() {
        DeskFixture leader = new DeskFixture("duty-leader");
        CaseViewModel desk = new CaseViewModel(leader.desk, leader.hall);
        Case filed = Samples.waiting("5", "to-file", DeskFixture.START, Duration.ofMinutes(2));
        leader.put(filed);
        desk.show();
        leader.desk.pick(filed.id());
        desk.act(desk.actions().stream()
                .filter(a -> a.transition().action().value().equals("file"))
                .findFirst()
                .orElseThrow());
        assertThat(desk.filling().get()).isNotNull();
        assertThat(leader.outbox.submitted).isEmpty();

        var done = new java.util.ArrayList<CaseId>();
        leader.selection.follow(done::add);
        desk.choose(desk.choice().get().with(new CriterionId("E-0110-01")));
        assertThat(desk.confirm()).isEmpty();
        assertThat(done)
                .as("ruling on a case that is in no docket is no part of the leader's")
                .containsExactly(filed.id());
    }

    @Test
    void whatEndsACaseUnhandledStandsBehindItsWay() {
        DeskFixture acceptor = new DeskFixture("acceptor");
        CaseViewModel desk = new CaseViewModel(acceptor.desk, acceptor.hall);
        Case reported = Samples.waiting("6", "to-accept", DeskFixture.START, Duration.ofMinutes(2));
        acceptor.put(reported);
        desk.show();
        acceptor.desk.pick(reported.id());
        assertThat(desk.actions().stream().filter(DeskActions.DeskAction::isTurn))
                .extracting(a -> a.transition().action().value())
                .containsSubsequence("pass", "reject");
    }

    @Test
    void aSeatThatHasDoneItsPartSaysSo() {
        var done = new java.util.ArrayList<CaseId>();
        fixture.selection.follow(done::add);
        seat.dispatch("d-7");
        assertThat(done).containsExactly(value.id());
    }

    @Test
    void everyActionOfTheWorkflowIsInTheTableWithItsReason() {
        var all = new CaseActions(model, fixture.hall).all();
        Set<String> ids = all.stream().map(Action::id).collect(java.util.stream.Collectors.toSet());
        assertThat(ids).hasSameSizeAs(all);
        Samples.WORKFLOW.transitions().stream()
                .filter(t -> !t.from().isEmpty())
                .forEach(t ->
                        assertThat(ids).contains("case/action-" + t.action().value()));
        assertThat(listed("case/action-close").refusal()).contains("待派遣", "待结案");
        assertThat(listed("case/go").allowed()).isTrue();
        model.act(seat.action("return-to-file"));
        assertThat(new CaseActions(model, fixture.hall).all())
                .as("no other action's key from under an open form")
                .filteredOn(a -> a.id().startsWith("case/action-"))
                .allSatisfy(a -> assertThat(a.key()).isNull());
    }

    private Action listed(String id) {
        return new CaseActions(model, fixture.hall)
                .all().stream().filter(a -> a.id().equals(id)).findFirst().orElseThrow();
    }
}
