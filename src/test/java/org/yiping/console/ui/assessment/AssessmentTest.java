package org.yiping.console.ui.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yiping.console.fx.Fx;
import org.yiping.console.outbox.Delivery;
import org.yiping.console.store.DepartmentFigures;
import org.yiping.console.ui.SmallCity;
import org.yiping.console.ui.assessment.DepartmentRow.Column;
import org.yiping.console.ui.assessment.Draft.Gap;
import org.yiping.console.ui.assessment.Draft.Verdict;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.command.Command;
import org.yiping.domain.identity.DepartmentId;
import org.yiping.domain.identity.PostCode;
import org.yiping.server.access.Access;

class AssessmentTest {
    private final SmallCity city =
            new SmallCity(Fx.direct(), "zh").rules("supervisor").filled(80);
    private final AssessmentViewModel model = new AssessmentViewModel(city.desk, city.hall);
    private final ReviewViewModel review = new ReviewViewModel(city.desk, city.hall);

    @Test
    void unknownFiguresStandLastInEitherDirection() {
        model.show();

        for (boolean descending : new boolean[] {true, false}) {
            List<DepartmentRow> rows = List.copyOf(model.departments(Column.RATE, descending));

            assertThat(rows).hasSize(8);
            assertThat(rows.subList(6, 8)).allMatch(r -> r.figure(Column.RATE) == null);
            assertThat(rows.subList(0, 6)).noneMatch(r -> r.figure(Column.RATE) == null);
        }
        assertThat(model.departments(Column.RATE, true).getFirst().figure(Column.RATE))
                .isEqualTo(99.4);
    }

    @Test
    void aFigureChangesInItsPlaceAndTheOrderStays() {
        model.show();
        List<DepartmentId> before = model.departments(Column.OVERDUE, true).stream()
                .map(DepartmentRow::id)
                .toList();

        DepartmentId id = new DepartmentId("d-0");
        city.tables.departmentFigures.put(id, new DepartmentFigures(id, 96, 9, 88, 999, 50.0));

        assertThat(model.rows().stream().map(DepartmentRow::id)).containsExactlyElementsOf(before);
        assertThat(model.rows().stream().filter(r -> r.id().equals(id)).findFirst())
                .hasValueSatisfying(r -> assertThat(r.figure(Column.OVERDUE)).isEqualTo(999.0));
    }

    @Test
    void choosingADepartmentListsItsCasesAndOnlyThose() {
        model.show();
        int all = model.items().size();

        model.choose(new DepartmentId("d-3"));

        assertThat(all).isEqualTo(80);
        assertThat(model.items())
                .hasSize(10)
                .allSatisfy(id -> assertThat(value(id).progress().department()).isEqualTo(new DepartmentId("d-3")));
    }

    @Test
    void theScopesTellOverdueEndedAndUnreviewedApart() {
        model.show();

        model.scope(Scope.OVERDUE);
        assertThat(model.items()).containsExactly(new CaseId("c-0"), new CaseId("c-1"));

        model.scope(Scope.ENDED);
        int ended = model.items().size();
        assertThat(model.items())
                .allMatch(id -> value(id).progress().state().value().equals("closed"));

        model.scope(Scope.UNREVIEWED);
        assertThat(model.items()).hasSizeLessThan(ended).noneMatch(id -> index(id) % 5 == 2);
    }

    @Test
    void nothingMovesUnderTheHandUntilTheListIsPutInOrder() {
        model.show();
        model.choose(new DepartmentId("d-3"));
        List<CaseId> before = List.copyOf(model.items());

        Case added = SmallCity.one(803, 0, "handling", Duration.ofMinutes(3));
        city.tables.cases.put(added.id(), added);
        city.tables.cases.remove(before.getFirst());

        assertThat(model.items()).isEqualTo(before);
        assertThat(model.waiting()).isEqualTo(2);

        model.refill();
        assertThat(model.items()).hasSize(10).contains(added.id()).doesNotContain(before.getFirst());
        assertThat(model.waiting()).isZero();
    }

    @Test
    void aReviewIsSubmittedOnceAndShownAsPendingUntilThePlatformHasIt() {
        review.show();
        city.desk.pick(new CaseId("c-7"));
        assertThat(city.opened).contains(new CaseId("c-7"));
        assertThat(review.records().orElseThrow()).hasSize(4);
        assertThat(review.gap()).isEqualTo(Gap.VERDICT);

        review.verdict(Verdict.WRONG);
        assertThat(review.gap()).isEqualTo(Gap.NOTE);
        review.note("处置后照片不是同一地点 ");
        assertThat(review.gap()).isEqualTo(Gap.NONE);
        review.submit();
        review.submit();

        assertThat(city.outbox.submitted).singleElement().isInstanceOfSatisfying(Command.ReviewCase.class, c -> {
            assertThat(c.verdict()).isEqualTo("wrong");
            assertThat(c.note()).isEqualTo("处置后照片不是同一地点");
            assertThat(c.caseId()).isEqualTo(new CaseId("c-7"));
            assertThat(c.head().basedOn()).isEqualTo(1_284_903);
            assertThat(c.head().expiresAt()).isNull();
        });
        assertThat(review.gap()).isEqualTo(Gap.PENDING);
        assertThat(review.pending()).isPresent();
        assertThat(review.reviews()).hasSize(1).noneMatch(r -> r.verdict().equals("wrong"));

        city.outbox.table.remove(city.outbox.submitted.getFirst().head().id());
        assertThat(review.gap()).isEqualTo(Gap.VERDICT);
    }

    @Test
    void aRefusedReviewGivesItsWordsBackAndSaysWhy() {
        review.show();
        city.desk.pick(new CaseId("c-7"));
        review.verdict(Verdict.DOUBTFUL);
        review.note("时间对不上");
        review.submit();

        city.outbox.state(
                city.outbox.submitted.getFirst().head().id(),
                new Delivery.State.Rejected(new Delivery.Refusal(403, "CMD-4030", "not allowed", "", null)));

        assertThat(review.draft()).isEqualTo(new Draft(Verdict.DOUBTFUL, "时间对不上"));
        assertThat(city.hall.notices().all()).anyMatch(n -> n.code().equals("CMD-4030"));
    }

    @Test
    void aDraftOutlivesALookAtAnotherCase() {
        review.show();
        city.desk.pick(new CaseId("c-7"));
        review.note("先看一眼别的");
        city.desk.pick(new CaseId("c-8"));
        assertThat(review.draft()).isEqualTo(Draft.EMPTY);
        assertThat(city.opened).containsExactly(new CaseId("c-8"));

        city.desk.pick(new CaseId("c-7"));

        assertThat(review.draft().note()).isEqualTo("先看一眼别的");
    }

    @Test
    void otherPostsReadButDoNotJudge() {
        SmallCity other = new SmallCity(Fx.direct(), "zh").rules("dispatcher").filled(20);
        ReviewViewModel reading = new ReviewViewModel(other.desk, other.hall);
        reading.show();
        other.desk.pick(new CaseId("c-7"));
        reading.verdict(Verdict.SOUND);

        reading.submit();

        assertThat(reading.gap()).isEqualTo(Gap.OTHER_POST);
        assertThat(other.outbox.submitted).isEmpty();
    }

    /// Who may review is the platform's to say: each post is offered what its commands would be taken from.
    @Test
    void whoMayReviewIsWhatThePlatformSaysOfThePost() {
        for (String post : Access.shipped().posts()) {
            SmallCity other = new SmallCity(Fx.direct(), "zh").rules(post).filled(20);
            ReviewViewModel at = new ReviewViewModel(other.desk, other.hall);
            at.show();
            other.desk.pick(new CaseId("c-7"));
            at.verdict(Verdict.SOUND);

            at.submit();

            boolean may = Access.shipped().mayCommand("reviewCase", new PostCode(post));
            assertThat(other.outbox.submitted).as(post).hasSize(may ? 1 : 0);
            assertThat(at.gap()).as(post).isEqualTo(may ? Gap.PENDING : Gap.OTHER_POST);
        }
    }

    @Test
    void aHiddenSeatHoldsNoRecordsOpen() {
        review.show();
        city.desk.pick(new CaseId("c-7"));

        review.hide();

        assertThat(city.opened).isEmpty();
    }

    private Case value(CaseId id) {
        return city.tables.cases.find(id).orElseThrow();
    }

    private static int index(CaseId id) {
        return Integer.parseInt(id.value().substring(2));
    }
}
