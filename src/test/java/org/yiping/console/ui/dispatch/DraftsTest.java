package org.yiping.console.ui.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yiping.console.fx.Notice;
import org.yiping.console.outbox.Delivery;
import org.yiping.console.outbox.Drafts;
import org.yiping.console.ui.Action;
import org.yiping.console.ui.DeskFixture;
import org.yiping.console.ui.Samples;
import org.yiping.console.ui.dispatch.DeskActions.DeskAction;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.casework.Workflow.Transition;
import org.yiping.domain.command.CommandId;
import org.yiping.domain.identity.DepartmentId;

/// What becomes of words that were written and of commands that were given.
class DraftsTest {
    private final DeskFixture fixture = new DeskFixture("dispatcher");
    private final CaseViewModel model = new CaseViewModel(fixture.desk, fixture.hall);
    private final Case value = Samples.waiting("1", "to-dispatch", DeskFixture.START, Duration.ofMinutes(2));

    @BeforeEach
    void open() {
        fixture.put(value);
        model.show();
        fixture.desk.pick(value.id());
    }

    @Test
    void wordsStayUntilThePlatformHasThem() {
        Transition back = action("return-to-file").transition();
        model.act(action("return-to-file"));
        model.keep(back, "不属本市");
        model.cancel();
        assertThat(model.draft(back)).map(Drafts.Draft::text).contains("不属本市");
        model.act(action("return-to-file"));
        model.choose(model.choice().get().withReason("不属本市"));
        assertThat(model.confirm()).isEmpty();
        assertThat(model.draft(back)).as("sent is not accepted").isPresent();
        fixture.outbox.state(last(), new Delivery.State.Accepted(7));
        assertThat(model.draft(back)).isEmpty();
    }

    @Test
    void draftsAreOfOneCase() {
        Transition back = action("return-to-file").transition();
        model.keep(back, "不属本市");
        Case other = Samples.waiting("2", "to-dispatch", DeskFixture.START, Duration.ofMinutes(2));
        fixture.put(other);
        fixture.desk.pick(other.id());
        assertThat(model.draft(back)).isEmpty();
    }

    @Test
    void aRefusedCommandIsFilledInAgainWithAllThatWasChosen() {
        model.choose(model.choice().get().with(new DepartmentId("d-7")));
        model.act(action("dispatch"));
        fixture.outbox.state(
                last(), new Delivery.State.Rejected(new Delivery.Refusal(409, "CAS-4091", "已变", "换了部门", null)));
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
        model.choose(model.choice().get().with(new DepartmentId("d-7")));
        model.act(action("dispatch"));
        CommandId id = last();
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
    }

    @Test
    void aSeatThatHasDoneItsPartSaysSo() {
        var done = new java.util.ArrayList<CaseId>();
        fixture.selection.follow(done::add);
        model.choose(model.choice().get().with(new DepartmentId("d-7")));
        model.act(action("dispatch"));
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
        model.act(action("return-to-file"));
        assertThat(new CaseActions(model, fixture.hall).all())
                .as("no other action's key from under an open form")
                .filteredOn(a -> a.id().startsWith("case/action-"))
                .allSatisfy(a -> assertThat(a.key()).isNull());
    }

    private CommandId last() {
        return fixture.outbox.submitted.getLast().head().id();
    }

    private Action listed(String id) {
        return new CaseActions(model, fixture.hall)
                .all().stream().filter(a -> a.id().equals(id)).findFirst().orElseThrow();
    }

    private DeskAction action(String code) {
        return model.actions().stream()
                .filter(a -> a.transition().action().value().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
