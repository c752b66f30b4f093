package org.yiping.console.ui.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yiping.console.outbox.Delivery;
import org.yiping.console.store.Freshness;
import org.yiping.console.store.Me;
import org.yiping.console.ui.DeskFixture;
import org.yiping.console.ui.MadeUpAssessments;
import org.yiping.domain.assessment.Account;
import org.yiping.domain.assessment.DepartmentNotice;
import org.yiping.domain.assessment.DepartmentNotice.State;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.command.Aside;
import org.yiping.domain.identity.Actor;
import org.yiping.domain.identity.DepartmentId;
import org.yiping.domain.identity.PersonId;
import org.yiping.domain.identity.PostCode;
import org.yiping.domain.identity.SeatId;

class AccountModelTest {
    private static final DepartmentId THIRD = new DepartmentId("d-3");
    private static final DepartmentNotice.Said SAID = new DepartmentNotice.Said(
            "supervise", "逐件复查", null, List.of(new CaseId("c-1")), DeskFixture.START.plus(Duration.ofDays(5)));

    private final DeskFixture fixture = new DeskFixture("supervisor");
    private MadeUpAssessments platform;
    private AccountModel model;
    private final List<Boolean> kept = new ArrayList<>();

    @BeforeEach
    void city() {
        SmallDistricts.put(fixture);
        platform = new MadeUpAssessments(fixture.tables, DeskFixture.START);
        fixture.assessments = platform;
        model = new AccountModel(fixture.desk, fixture.hall, () -> {});
        model.show();
    }

    private void sit(String post) {
        fixture.tables.me.set(
                new Me(new Actor(new PersonId("me"), new PostCode(post), new SeatId("03")), "某", List.of()),
                new Freshness(true, DeskFixture.START));
    }

    @Test
    void whoOwesAnAnswerComesFirst() {
        assertThat(model.rows().stream().map(r -> r.department().id().value())).containsExactly("d-1", "d-2", "d-3");
        assertThat(model.rows().getFirst().account().overdue()).isEqualTo(1);
        assertThat(model.notice().orElseThrow().isOverdue(DeskFixture.START)).isTrue();
        assertThat(model.notice().orElseThrow().wasLate())
                .as("a late answer stays late")
                .isTrue();
    }

    @Test
    void aNoticeOnItsWayStandsAmongTheOthersAndIsSaidToBeSo() {
        model.choose(THIRD);
        model.issue(THIRD, SAID, kept::add);
        assertThat(kept).containsExactly(true);
        assertThat(model.notices()).hasSize(2);
        DepartmentNotice sent = model.notice().orElseThrow();
        assertThat(sent.said()).isEqualTo(SAID);
        assertThat(model.delivery(sent.id())).isPresent();
        assertThat(model.refusal(sent, State.WITHDRAWN))
                .as("it is not there yet")
                .isNotEmpty();
    }

    @Test
    void aNoticeThatArrivedIsThePlatforms() {
        model.choose(THIRD);
        model.issue(THIRD, SAID, kept::add);
        DepartmentNotice sent = model.notice().orElseThrow();
        Account was = platform.accounts.getLast();
        platform.accounts.set(
                2, new Account(THIRD, 1, 0, 0, List.of(sent, was.notices().getFirst()), was.scores()));
        fixture.outbox.table.remove(fixture.outbox.submitted.getLast().head().id());
        assertThat(model.notices()).hasSize(2);
        assertThat(model.delivery(sent.id())).isEmpty();
        assertThat(model.refusal(sent, State.WITHDRAWN)).isEmpty();
    }

    @Test
    void aRefusedNoticeAndARefusedAnswerCostNoWord() {
        model.choose(THIRD);
        model.issue(THIRD, SAID, kept::add);
        reject();
        assertThat(model.givenBack().map(c -> ((Aside.IssueNotice) c).said())).contains(SAID);
        assertThat(model.notices()).hasSize(1);
        model.choose(new DepartmentId("d-1"));
        model.answer(model.notice().orElseThrow(), State.WITHDRAWN, "已另案处理", kept::add);
        assertThat(((Aside.AnswerNotice) fixture.outbox.submitted.getLast()).base())
                .isEqualTo(2);
        reject();
        assertThat(model.givenBack().map(c -> ((Aside.AnswerNotice) c).text())).contains("已另案处理");
        assertThat(fixture.hall.notices().all())
                .last()
                .satisfies(n -> assertThat(n.code()).isEqualTo("ASM-4094"));
    }

    private void reject() {
        var refusal = new Delivery.Refusal(409, "ASM-4094", "通知状态已变", "他人已先办理", null);
        fixture.outbox.state(fixture.outbox.submitted.getLast().head().id(), new Delivery.State.Rejected(refusal));
    }

    @Test
    void departmentsAnswerAndIssuersJudge() {
        DepartmentNotice owed = model.notice().orElseThrow();
        assertThat(model.refusal()).isEmpty();
        assertThat(model.refusal(owed, State.ANSWERED)).isNotEmpty();
        assertThat(model.refusal(owed, State.ACCEPTED))
                .as("nothing to judge yet")
                .isNotEmpty();
        assertThat(model.refusal(owed, State.WITHDRAWN)).isEmpty();
        sit("department");
        assertThat(model.refusal()).isNotEmpty();
        assertThat(model.refusal(owed, State.ANSWERED)).isEmpty();
        assertThat(model.refusal(owed, State.WITHDRAWN)).isNotEmpty();
    }

    @Test
    void whatIsNotKnownIsNoAccount() {
        platform.reached = false;
        AccountModel fresh = new AccountModel(fixture.desk, fixture.hall, () -> {});
        fresh.show();
        assertThat(fresh.isKnown()).isFalse();
        assertThat(fresh.trouble()).isNotEmpty();
        assertThat(fresh.rows()).allSatisfy(r -> assertThat(r.account()).isNull());
        model.again();
        assertThat(model.rows().getFirst().account())
                .as("what was heard last stays")
                .isNotNull();
    }
}
