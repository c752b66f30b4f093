package org.yiping.console.ui.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yiping.console.outbox.Delivery;
import org.yiping.console.store.Freshness;
import org.yiping.console.store.Me;
import org.yiping.console.store.VeiledLookup;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.DeskFixture;
import org.yiping.console.ui.MadeUpAssessments;
import org.yiping.domain.assessment.Assessment;
import org.yiping.domain.assessment.AssessmentWish;
import org.yiping.domain.assessment.Move;
import org.yiping.domain.assessment.Plea;
import org.yiping.domain.assessment.Score;
import org.yiping.domain.assessment.Stage;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.command.Aside;
import org.yiping.domain.identity.Actor;
import org.yiping.domain.identity.PersonId;
import org.yiping.domain.identity.PostCode;
import org.yiping.domain.identity.SeatId;
import org.yiping.domain.kpi.KpiCode;

class EvaluationModelTest {
    private static final KpiCode HANDLED = new KpiCode("handle-rate");
    private static final AssessmentWish WISH =
            new AssessmentWish("street", "month", LocalDate.of(2026, 8, 1), null, List.of(), "");

    private final DeskFixture fixture = new DeskFixture("supervisor");
    private MadeUpAssessments platform;
    private NamedCases cases;
    private EvaluationModel model;
    private final List<String> told = new ArrayList<>();
    private final List<Boolean> kept = new ArrayList<>();

    @BeforeEach
    void city() {
        SmallDistricts.put(fixture);
        platform = new MadeUpAssessments(fixture.tables, DeskFixture.START);
        fixture.assessments = platform;
        begin(fixture.desk);
    }

    private void begin(Desk desk) {
        cases = new NamedCases(desk, fixture.hall, () -> {});
        model = new EvaluationModel(desk, fixture.hall, cases, () -> {});
        model.show();
    }

    private Aside.MoveAssessment sent() {
        return (Aside.MoveAssessment) fixture.outbox.submitted.getLast();
    }

    private Assessment open() {
        return model.open().orElseThrow();
    }

    @Test
    void theNewestOneUnderWayIsOpenBesideThePeriodBeforeIt() {
        assertThat(model.editions()).hasSize(3);
        assertThat(open().id().value()).isEqualTo("street-10");
        assertThat(model.beside().map(a -> a.id().value())).contains("street-9");
        model.beside(null);
        assertThat(model.beside()).isEmpty();
        assertThat(model.standings()).allSatisfy(s -> assertThat(s.change()).isNull());
        model.open(model.editions().get(1).id());
        assertThat(model.comparable())
                .as("another scheme is nothing to be held against")
                .isEmpty();
    }

    @Test
    void whatIsNewDoesNotMoveUnderTheHand() {
        Assessment other = platform.editions.get(1);
        model.open(other.id());
        platform.editions.add(platform.editions.getFirst());
        model.again();
        assertThat(open()).isEqualTo(other);
    }

    @Test
    void everyLostPointOpensToItsCases() {
        Score score = model.standings().stream()
                .map(Standing::score)
                .filter(s ->
                        s.part(HANDLED).lost() != null && s.part(HANDLED).lost().signum() > 0)
                .findFirst()
                .orElseThrow();
        model.look(score.object());
        model.openCases(HANDLED, "处置率");
        long lost = score.part(HANDLED).figure().denominator()
                - score.part(HANDLED).figure().numerator();
        assertThat(cases.total()).isEqualTo((int) lost);
        assertThat(cases.title()).isEqualTo("处置率");
        model.look(model.standings().getLast().score().object());
        assertThat(cases.title()).as("they are not of another one").isEmpty();
    }

    @Test
    void casesThatAreManyAreLookedUpInParts() {
        fixture.put();
        List<CaseId> many = new ArrayList<>();
        for (int i = 0; i < NamedCases.STEP + 5; i++) {
            many.add(new CaseId("c-" + i % SmallDistricts.CASES));
        }
        cases.show("all", many);
        assertThat(cases.cases()).hasSize(NamedCases.STEP);
        assertThat(cases.hasMore()).isTrue();
        cases.more();
        assertThat(cases.cases()).hasSize(many.size());
        assertThat(cases.hasMore()).isFalse();
    }

    @Test
    void aCaseThatIsNotHereIsNotSilentlyLeftOut() {
        cases.show("some", List.of(new CaseId("c-1"), new CaseId("gone")));
        assertThat(cases.cases()).hasSize(1);
        assertThat(cases.total()).isEqualTo(2);
        assertThat(cases.trouble()).as("no platform to ask").isNotEmpty();
    }

    @Test
    void aStepOnItsWayIsNotDone() {
        model.move(Move.CLOSE_APPEALS, Plea.of("提前"), kept::add);
        assertThat(kept).containsExactly(true);
        assertThat(sent().base()).isEqualTo(open().version());
        assertThat(open().stage()).isEqualTo(Stage.APPEAL);
        assertThat(model.delivery()).isPresent();
        assertThat(model.refusal(Move.CLOSE_APPEALS)).isNotEmpty();
        platform.editions.set(
                2,
                open().moved(
                                Assessment.Deed.of(
                                        Move.CLOSE_APPEALS, MadeUpAssessments.SUPERVISOR, DeskFixture.START, "提前"),
                                null));
        fixture.outbox.table.remove(sent().head().id());
        assertThat(open().stage()).as("asked again when it arrived").isEqualTo(Stage.CORRECTION);
        assertThat(model.delivery()).isEmpty();
        assertThat(model.refusal(Move.SIGN)).isNotEmpty();
    }

    @Test
    void aRefusalIsSaidAndCostsNoWord() {
        String object = model.score().map(Score::object).orElseThrow();
        model.move(Move.APPEAL, Plea.appeal(object, List.of(new CaseId("c-1")), "道路封闭"), kept::add);
        var refusal = new Delivery.Refusal(409, "ASM-4092", "此时不能这样办理", "申诉期已过", null);
        fixture.outbox.state(sent().head().id(), new Delivery.State.Rejected(refusal));
        assertThat(fixture.hall.notices().all()).last().satisfies(n -> {
            assertThat(n.code()).isEqualTo("ASM-4092");
            assertThat(n.means()).isEqualTo("申诉期已过");
        });
        assertThat(model.givenBack().orElseThrow().plea().reason()).isEqualTo("道路封闭");
        assertThat(model.givenBack()).as("once").isEmpty();
        assertThat(model.basket()).containsExactly(new CaseId("c-1"));
        assertThat(model.delivery()).isEmpty();
    }

    @Test
    void aFullDiskIsToldAndNothingIsOnItsWay() {
        fixture.outbox.full(true);
        model.move(Move.CLOSE_APPEALS, Plea.of("x"), kept::add);
        assertThat(kept).containsExactly(false);
        assertThat(model.delivery()).isEmpty();
    }

    @Test
    void aRunThatMetNobodyKeepsItsNameUntilItIsAnswered() {
        platform.reached = false;
        model.run(WISH, told::add);
        assertThat(told.getLast()).isNotEmpty();
        platform.reached = true;
        model.run(WISH, told::add);
        assertThat(told.getLast()).isEmpty();
        assertThat(platform.runs).as("one edition, asked for twice").hasSize(1);
        assertThat(open().id()).isEqualTo(platform.runs.keySet().iterator().next());
        model.run(WISH, told::add);
        assertThat(platform.runs).hasSize(2);
    }

    @Test
    void aRunThatIsRefusedSaysWhyInThePlatformsWords() {
        platform.refusal = "同一方案、同一时段的考核正在进行";
        model.run(WISH, told::add);
        assertThat(told.getLast()).contains("正在进行").contains("ASM-4090");
        assertThat(model.isRunning()).isFalse();
    }

    @Test
    void lateRecordsAreToldOfTheEditionThatWasCounted() {
        model.recount();
        assertThat(model.check().orElseThrow().total()).isEqualTo(2);
        model.open(model.editions().getLast().id());
        assertThat(model.check()).as("not of another").isEmpty();
    }

    @Test
    void aLostLinkKeepsWhatWasKnownAndSaysSo() {
        platform.reached = false;
        fixture.pass(Duration.ofSeconds(30));
        model.tick();
        assertThat(model.editions()).hasSize(3);
        assertThat(model.trouble()).isNotEmpty();
        assertThat(model.heard()).contains(DeskFixture.START);
    }

    @Test
    void strangersSeeNoAssessment() {
        Desk desk = new Desk(
                fixture.desk.stores(),
                new VeiledLookup(fixture.desk.lookup(), fixture.tables.stores()),
                fixture.selection,
                fixture.outbox);
        begin(desk);
        assertThat(model.editions()).hasSize(3);
        fixture.tables.stores().veil().draw(DeskFixture.START);
        assertThat(model.editions()).isEmpty();
        assertThat(model.open()).isEmpty();
        assertThat(model.trouble()).isNotEmpty();
    }

    @Test
    void anotherPostOnlyLooks() {
        assertThat(model.mayRun()).isEmpty();
        fixture.tables.me.set(
                new Me(new Actor(new PersonId("me"), new PostCode("administrator"), new SeatId("03")), "某", List.of()),
                new Freshness(true, DeskFixture.START));
        assertThat(model.mayRun()).isNotEmpty();
        assertThat(model.refusal(Move.CLOSE_APPEALS)).isNotEmpty();
    }
}
