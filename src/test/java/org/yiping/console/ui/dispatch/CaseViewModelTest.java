// long because what a seat does with one case is one story: choosing, sending, refusals
package org.yiping.console.ui.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yiping.console.fx.Notice;
import org.yiping.console.outbox.Delivery;
import org.yiping.console.store.Lookup;
import org.yiping.console.ui.CaseFace;
import org.yiping.console.ui.DeskFixture;
import org.yiping.console.ui.Samples;
import org.yiping.console.ui.control.Tag;
import org.yiping.console.ui.dispatch.DeskActions.DeskAction;
import org.yiping.domain.advice.Evidence;
import org.yiping.domain.advice.Recommendation;
import org.yiping.domain.casework.ActionCode;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.casework.FlowRecord;
import org.yiping.domain.casework.Place;
import org.yiping.domain.casework.Progress;
import org.yiping.domain.casework.RecordId;
import org.yiping.domain.casework.StateCode;
import org.yiping.domain.casework.Workflow;
import org.yiping.domain.command.Command;
import org.yiping.domain.command.CommandId;
import org.yiping.domain.geo.Position;
import org.yiping.domain.identity.Actor;
import org.yiping.domain.identity.Department;
import org.yiping.domain.identity.DepartmentId;
import org.yiping.domain.identity.Person;
import org.yiping.domain.identity.PersonId;
import org.yiping.domain.identity.PostCode;
import org.yiping.domain.identity.SeatId;

class CaseViewModelTest {
    private final OpenCase seat = new OpenCase();
    private final DeskFixture fixture = seat.fixture;
    private final CaseViewModel model = seat.model;
    private final Case value = seat.value;

    @Test
    void openingACaseAsksForItsRecordsAndHidingThePanelStopsThat() {
        assertThat(fixture.opened).containsExactly(value.id());
        model.hide();
        assertThat(fixture.opened).isEmpty();
    }

    @Test
    void shownAgainThePanelAsksForTheRecordsOfTheSameCaseAgain() {
        model.hide();
        model.show();
        assertThat(fixture.opened).containsExactly(value.id());
    }

    @Test
    void thisPostsActionIsAllowedAndOthersSayWhyNot() {
        assertThat(seat.action("dispatch").allowed()).isTrue();

        fixture.put(Samples.waiting("1", "to-file", DeskFixture.START, Duration.ofMinutes(2)));
        DeskAction file = seat.action("file");
        assertThat(file.allowed()).isFalse();
        assertThat(file.refusal()).isInstanceOf(DeskActions.OtherPosts.class);
    }

    @Test
    void whatThePlatformProposesIsShownAndNothingIsSentBySelecting() {
        DepartmentId known = new DepartmentId("d-2");
        fixture.tables.departments.put(known, new Department(known, "环卫所", List.of(), List.of()));
        Evidence grid = new Evidence("duty-grid", List.of("990101"), 50);
        fixture.recommendation = new Recommendation(
                "advice-1",
                List.of(
                        new Recommendation.Proposal(new DepartmentId("not-here"), 90, List.of(grid)),
                        new Recommendation.Proposal(
                                known, 50, List.of(grid, new Evidence("load", List.of("3"), -0.1)))),
                List.of());
        assertThat(model.advice().recommendation()).isPresent();
        assertThat(model.recommended()).singleElement().satisfies(s -> {
            assertThat(s.department().id()).isEqualTo(known);
            assertThat(s.reasons()).containsExactly(new Suggestion.Told(grid));
        });
        assertThat(fixture.outbox.submitted).isEmpty();
    }

    @Test
    void aMergeGoesIntoTheCaseThatWasChosenAndOnlyWhenItIsConfirmed() {
        Case twin = Samples.waiting("9", "handling", DeskFixture.START, Duration.ofHours(1));
        fixture.twins = List.of(new Lookup.Twin(twin, 12, Duration.ofMinutes(40), null, null));
        assertThat(model.advice().twins()).hasValueSatisfying(t -> assertThat(t).hasSize(1));
        model.merge(twin.id());
        assertThat(fixture.outbox.submitted).isEmpty();
        assertThat(model.confirm()).contains("reason");
        model.choose(model.choice().get().withReason("同一堆垃圾"));
        assertThat(model.confirm()).isEmpty();
        assertThat(fixture.outbox.submitted).singleElement().isInstanceOfSatisfying(Command.ActOnCase.class, c -> {
            assertThat(c.action().value()).isEqualTo("merge");
            assertThat(c.fields().survivor()).isEqualTo(twin.id());
        });
    }

    @Test
    void whatIsInTheDocketIsTheDutyLeadersToRule() {
        Case bounced = flagged(Case.DOCKET);
        assertThat(action(bounced, fixture, "dispatch").refusal()).isEqualTo(new DeskActions.Guarded("lacks:docket"));
        assertThat(action(bounced, new DeskFixture("duty-leader"), "rule").isTurn())
                .isTrue();
        assertThat(CaseFace.of(bounced, fixture.desk, model.words(), DeskFixture.START)
                        .tags())
                .contains(Tag.Kind.DOCKET);
    }

    @Test
    void aPlaceIsPickedWhereItIsOpen() {
        assertThat(action(value, new DeskFixture("acceptor"), "locate").allowed())
                .isFalse();
        Workflow.Transition locate = action(flagged(Place.TO_PICK), new DeskFixture("acceptor"), "locate")
                .transition();
        Choice choice = Choice.NONE;
        assertThat(choice.missing(locate, true)).contains("place");
        Place picked = new Place(new Position(104.5, 30.5), "解放路", null);
        choice = choice.with(choice.asked().withPlace(picked));
        assertThat(choice.missing(locate, true)).isEmpty();
        assertThat(choice.fields(locate).place()).isEqualTo(picked);
        assertThat(Positions.read("104.5，30.5")).contains(new Position(104.5, 30.5));
        assertThat(Positions.read("204.5 30.5")).isEmpty();
        assertThat(Positions.read("解放路")).isEmpty();
    }

    private Case flagged(String flag) {
        Progress p = value.progress();
        return value.withProgress(
                new Progress(p.state(), p.department(), p.handler(), p.clocks(), p.milestones(), List.of(flag)));
    }

    private static DeskAction action(Case c, DeskFixture seat, String code) {
        return DeskActions.of(c, seat.desk).stream()
                .filter(a -> a.transition().action().value().equals(code))
                .findFirst()
                .orElseGet(() -> new DeskAction(
                        Samples.WORKFLOW
                                .find(new ActionCode(code), c.progress().state())
                                .orElseThrow(),
                        new DeskActions.Guarded("not listed")));
    }

    @Test
    void onlyWhoHasTheCaseMayCheckIt() {
        DeskFixture collector = new DeskFixture("collector");
        Case checking = Samples.waiting("2", "checking", DeskFixture.START, Duration.ofMinutes(2));

        assertThat(DeskActions.of(checking, collector.desk))
                .isNotEmpty()
                .allSatisfy(a -> assertThat(a.refusal()).isInstanceOf(DeskActions.NotHandler.class));
    }

    @Test
    void whatLiesBesideTheCasesWayIsOfferedButNeverAsTheNextStep() {
        DeskFixture leader = new DeskFixture("duty-leader");
        Case elsewhere = Samples.waiting("3", "to-dispatch", DeskFixture.START, Duration.ofMinutes(2));
        assertThat(DeskActions.of(elsewhere, leader.desk))
                .filteredOn(DeskAction::allowed)
                .allSatisfy(a -> assertThat(a.isTurn()).isFalse())
                .extracting(a -> a.transition().action().value())
                .containsExactlyInAnyOrder("merge", "supervise");
    }

    @Test
    void aCaseThatRanOutOfTimeTellsItsDepartmentSo() {
        Case late = Samples.waiting("4", "extension-review", DeskFixture.START, Duration.ofMinutes(-2));
        assertThat(DeskActions.of(late, fixture.desk))
                .filteredOn(a -> a.transition().action().value().equals("extension-approve"))
                .singleElement()
                .satisfies(a -> assertThat(a.refusal()).isEqualTo(new DeskActions.Guarded("not-overdue")));
    }

    @Test
    void aRequestIsSentWithWhatItAsksFor() {
        Workflow.Transition ask = Samples.WORKFLOW
                .find(new ActionCode("request-extension"), new StateCode("to-handle"))
                .orElseThrow();
        Choice choice = Choice.NONE;
        assertThat(choice.missing(ask, true)).contains("hours");
        choice = choice.with(choice.asked().withHours(6));
        assertThat(choice.missing(ask, true)).contains("reason");
        choice = choice.withReason("等料");
        assertThat(choice.missing(ask, true)).isEmpty();
        assertThat(choice.fields(ask).hours()).isEqualTo(6);
        Workflow.Transition order = Samples.WORKFLOW
                .find(new ActionCode("supervise"), new StateCode("to-handle"))
                .orElseThrow();
        assertThat(choice.missing(order, true)).contains("kind");
        choice = choice.with(choice.asked().withKind("leader").withReply(true));
        assertThat(choice.missing(order, true)).isEmpty();
    }

    @Test
    void anActionWithOpenNeedsAsksForThemAndIsSentWhenTheyAreFilledIn() {
        model.act(seat.action("dispatch"));
        assertThat(model.filling().get()).isNotNull();
        assertThat(model.confirm()).contains("department");
        assertThat(fixture.outbox.submitted).isEmpty();

        model.choose(model.choice().get().with(new DepartmentId("d-1")));
        assertThat(model.confirm()).isEmpty();
        assertThat(fixture.outbox.submitted).singleElement().isInstanceOfSatisfying(Command.ActOnCase.class, c -> {
            assertThat(c.fields().department()).isEqualTo(new DepartmentId("d-1"));
            assertThat(c.head().expiresAt()).isAfter(DeskFixture.START);
        });
        assertThat(model.filling().get()).isNull();
    }

    @Test
    void whatIsOnItsWayIsAnOverlayOnTheOldStateAndNoSecondCommandIsOffered() {
        seat.dispatch("d-1");

        assertThat(model.face()).hasValueSatisfying(face -> {
            assertThat(face.pending()).isNotNull();
            assertThat(face.value().progress().state().value()).isEqualTo("to-dispatch");
        });
        model.act(seat.action("dispatch"));
        assertThat(fixture.outbox.submitted).hasSize(1);
    }

    @Test
    void theOverlayGoesWhenTheCommandSettles() {
        CommandId id = seat.dispatch("d-1");
        fixture.put(Samples.waiting("1", "to-handle", DeskFixture.START, Duration.ofHours(2)));
        fixture.outbox.table.remove(id);

        assertThat(model.face())
                .hasValueSatisfying(face -> assertThat(face.pending()).isNull());
        assertThat(model.pending()).isFalse();
    }

    @Test
    void aRefusalIsToldInThePlatformsWordsAndTheOverlayGoes() {
        CommandId id = seat.dispatch("d-1");
        fixture.outbox.state(
                id, new Delivery.State.Rejected(new Delivery.Refusal(409, "CAS-4091", "已变", "何志远已先派遣", null)));

        assertThat(model.pending()).isFalse();
        assertThat(fixture.hall.notices().all()).singleElement().satisfies(n -> {
            assertThat(n.code()).isEqualTo("CAS-4091");
            assertThat(n.means()).isEqualTo("何志远已先派遣");
        });
    }

    @Test
    void whoWasFirstAndWithWhatIsSaidToTheOneWhoCameSecond() {
        PersonId other = new PersonId("p-3");
        fixture.tables.people.put(other, new Person(other, "何志远", List.of(), List.of(), null));
        FlowRecord last = new FlowRecord(
                new RecordId("r"),
                value.id(),
                DeskFixture.START,
                new Actor(other, new PostCode("dispatcher"), new SeatId("02")),
                new FlowRecord.Step(
                        new ActionCode("dispatch"), new StateCode("to-dispatch"), new StateCode("to-handle")),
                "");
        fixture.outbox.state(
                seat.dispatch("d-1"),
                new Delivery.State.Rejected(new Delivery.Refusal(409, "CMD-4090", "案件已变化", "请按最新内容重新判断。", null, last)));

        assertThat(fixture.hall.notices().all()).singleElement().satisfies(n -> {
            assertThat(n.means()).contains("请按最新内容", "派遣员", "何志远", "派遣");
            assertThat(n.actions()).as("what now").hasSize(2);
        });
    }

    @Test
    void aRefusedRegistrationSaysThatItsWordsAreKept() {
        model.deliveries()
                .send(new Command.ReportCase(
                        new Command.Head(new CommandId("r1"), 0, null),
                        new CaseId("new"),
                        new ActionCode("register"),
                        new Command.Intake(
                                value.subject(), value.place(), value.report().source(), null, false),
                        List.of()));
        fixture.outbox.state(
                new CommandId("r1"),
                new Delivery.State.Rejected(new Delivery.Refusal(422, "CMD-4223", "不在本市", "", null)));
        assertThat(fixture.hall.notices().all())
                .singleElement()
                .satisfies(n -> assertThat(n.means()).contains("不在本市", "登记单"));
    }

    @Test
    void aCommandThatOutwaitedItsExpiryOffersBothAnswers() {
        CommandId id = seat.dispatch("d-1");
        fixture.outbox.state(id, new Delivery.State.Expired());

        assertThat(fixture.hall.notices().all())
                .singleElement()
                .satisfies(n -> assertThat(n.actions()).hasSize(2));
    }

    @Test
    void aCommandTheDiskWouldNotTakeIsSaidAndNotShownAsPending() {
        fixture.outbox.full(true);
        model.choose(model.choice().get().with(new DepartmentId("d-1")));
        model.act(seat.action("dispatch"));

        assertThat(model.pending()).isFalse();
        assertThat(fixture.hall.notices().all()).singleElement().satisfies(n -> {
            assertThat(n.code()).isEqualTo("OUT-1001");
            assertThat(n.kind()).isEqualTo(Notice.Kind.DANGER);
        });
    }

    @Test
    void anotherCaseStartsWithNothingFilledIn() {
        model.choose(model.choice().get().withReason("half written"));
        Case other = Samples.waiting("9", "to-dispatch", DeskFixture.START, Duration.ofMinutes(3));
        fixture.put(other);
        fixture.desk.pick(new CaseId("9"));

        assertThat(model.choice().get()).isEqualTo(Choice.NONE);
        assertThat(fixture.opened).containsExactly(other.id());
    }
}
