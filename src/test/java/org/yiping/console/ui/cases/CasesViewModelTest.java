// long because a queue is one thing to a seat: views, search, order, groups, all at once
package org.yiping.console.ui.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yiping.console.store.Selection;
import org.yiping.console.ui.DeskFixture;
import org.yiping.console.ui.Samples;
import org.yiping.domain.campaign.Campaign;
import org.yiping.domain.campaign.CampaignId;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.casework.Light;
import org.yiping.domain.identity.Actor;
import org.yiping.domain.identity.PersonId;
import org.yiping.domain.identity.PostCode;
import org.yiping.domain.identity.SeatId;

class CasesViewModelTest {
    private final DeskFixture fixture = new DeskFixture("dispatcher");
    private final CasesViewModel model = new CasesViewModel(fixture.desk, fixture.hall);

    @BeforeEach
    void fill() {
        fixture.put(waiting("late", -2), waiting("soon", 2), waiting("calm", 14));
        model.show();
    }

    @Test
    void theSeatStartsOnItsOwnViewByDeadlineWithTheMostUrgentCaseOpen() {
        assertThat(model.viewTitle()).isEqualTo("待派遣");
        assertThat(model.cases()).extracting(CaseId::value).containsExactly("late", "soon", "calm");
        assertThat(fixture.selection.picked()).isEqualTo(new Selection.Picked.OfCase(new CaseId("late")));
    }

    @Test
    void aMoreUrgentCaseWaitsWhileAHandIsOnTheListAndComesInWhenAskedFor() {
        model.touch();
        fixture.put(waiting("worst", -9));

        assertThat(model.cases()).extracting(CaseId::value).containsExactly("late", "soon", "calm");
        assertThat(model.waiting()).isOne();

        model.refill();
        assertThat(model.cases()).extracting(CaseId::value).containsExactly("worst", "late", "soon", "calm");
        assertThat(model.waiting()).isZero();
    }

    @Test
    void fiveHundredThatComeInTenSecondsMoveNothingUnderTheHandAndAreCounted() {
        for (int second = 0; second < 10; second++) {
            model.touch();
            for (int i = 0; i < 50; i++) {
                fixture.put(waiting("n" + second + "-" + i, -60));
            }
            fixture.pass(Duration.ofSeconds(1));
            assertThat(model.cases()).extracting(CaseId::value).containsExactly("late", "soon", "calm");
        }
        assertThat(model.waiting()).isEqualTo(500);
        assertThat(fixture.selection.picked()).isEqualTo(new Selection.Picked.OfCase(new CaseId("late")));
        model.refill();
        assertThat(model.cases()).hasSize(503).last().isEqualTo(new CaseId("calm"));
    }

    @Test
    void aCaseThatMovedOnKeepsItsRowAndSaysWhereItWent() {
        model.touch();
        fixture.put(Samples.waiting("soon", "to-handle", DeskFixture.START, Duration.ofMinutes(30)));

        assertThat(model.cases()).extracting(CaseId::value).contains("soon");
        assertThat(model.whereTo(new CaseId("soon"))).contains("待处置");
        assertThat(model.whereTo(new CaseId("late"))).isEmpty();
    }

    @Test
    void withoutAHandForAWhileTheListPutsItselfInOrder() {
        model.touch();
        fixture.put(waiting("worst", -9));

        fixture.pass(CasesViewModel.HAND_GONE.minusSeconds(1));
        assertThat(model.cases()).hasSize(3);
        fixture.pass(Duration.ofSeconds(2));
        assertThat(model.cases()).extracting(CaseId::value).startsWith("worst");
    }

    @Test
    void aRunningCampaignIsAViewUntilItsTimeIsOver() {
        Campaign campaign = new Campaign(
                new CampaignId("z"),
                "暴露垃圾专项整治",
                "",
                new Campaign.Bounds(
                        List.of("E-01"),
                        List.of(),
                        DeskFixture.START.minus(Duration.ofDays(1)),
                        DeskFixture.START.plus(Duration.ofHours(1))),
                null,
                new Actor(new PersonId("p"), new PostCode("duty-leader"), new SeatId("01")),
                null);
        fixture.tables.campaigns.put(campaign.id(), campaign);
        fixture.pass(Duration.ofSeconds(1));
        int index = index("campaign-z");
        assertThat(model.count(index)).isEqualTo(3);
        model.choose(index);
        assertThat(model.viewTitle()).isEqualTo("暴露垃圾专项整治");
        fixture.pass(Duration.ofHours(1));
        assertThat(model.views().get()).noneMatch(v -> v.key().equals("campaign-z"));
        assertThat(model.viewTitle()).isEqualTo("待派遣");
    }

    @Test
    void countsFollowTheCasesAndTheClock() {
        int soon = index("soon");
        int over = index("over");
        assertThat(model.count(soon)).isOne();
        assertThat(model.count(over)).isOne();

        fixture.pass(Duration.ofMinutes(2).plusSeconds(1));
        assertThat(model.count(soon)).isZero();
        assertThat(model.count(over)).isEqualTo(2);

        fixture.tables.cases.apply(Map.of(), Set.of(new CaseId("late")));
        assertThat(model.count(over)).isOne();
    }

    @Test
    void aRowSaysItsLightAndItsNameInTheCitysWords() {
        assertThat(model.face(new CaseId("late"))).isNotNull().satisfies(face -> {
            assertThat(face.light()).isEqualTo(Light.RED);
            assertThat(face.text().name()).isEqualTo("暴露垃圾");
        });
    }

    @Test
    void typedWordsFilterByNumberNameAndSound() {
        model.filter("e0110-soon");
        assertThat(model.cases()).extracting(CaseId::value).containsExactly("soon");
        model.filter("暴露");
        assertThat(model.cases()).hasSize(3);
        model.filter("bllj");
        assertThat(model.cases()).hasSize(3);
        assertThat(model.answered().get()).isEqualTo("bllj");
        model.filter("baolu soon");
        assertThat(model.cases()).extracting(CaseId::value).containsExactly("soon");
        model.filter("nothing");
        assertThat(model.cases()).isEmpty();
    }

    @Test
    void lightsTurnAndCountdownsRunWithoutAnyRowMovingUnderTheHand() {
        model.touch();
        fixture.put(waiting("calm", -30)); // now the most urgent of all
        for (int minute = 0; minute < 12; minute++) {
            model.touch();
            fixture.pass(Duration.ofMinutes(1));
            assertThat(model.cases()).extracting(CaseId::value).containsExactly("late", "soon", "calm");
        }
        assertThat(model.face(new CaseId("soon")))
                .isNotNull()
                .satisfies(face -> assertThat(face.light()).isEqualTo(Light.RED));
        assertThat(model.row(new CaseId("calm"))).isEqualTo(2);
    }

    @Test
    void hiddenItHoldsNoSubscriptionAndShownAgainItIsCurrent() {
        model.hide();
        fixture.put(waiting("worst", -9));
        assertThat(model.count(0)).isEqualTo(3);

        model.show();
        assertThat(model.count(0)).isEqualTo(4);
    }

    @Test
    void whatVanishedWhileHiddenIsGoneWhenShownAgain() {
        model.hide();
        fixture.tables.cases.apply(Map.of(), Set.of(new CaseId("late")));

        model.show();
        assertThat(model.count(0)).isEqualTo(2);
        assertThat(model.count(index("over"))).isZero();
    }

    @Test
    void aSeatWithoutWorkOpensTheFirstCaseThatComes() {
        DeskFixture empty = new DeskFixture("dispatcher");
        CasesViewModel waiting = new CasesViewModel(empty.desk, empty.hall);
        empty.put(Samples.waiting("others", "to-accept", DeskFixture.START, Duration.ofMinutes(5)));
        waiting.show();
        assertThat(empty.selection.picked()).isEqualTo(new Selection.Picked.Nothing());

        empty.put(waiting("mine", 9));
        empty.pass(Duration.ofSeconds(1));
        assertThat(empty.selection.picked()).isEqualTo(new Selection.Picked.OfCase(new CaseId("mine")));
    }

    @Test
    void whoLetsGoOfACaseIsNotHandedAnother() {
        fixture.selection.pick(new Selection.Picked.Nothing());
        model.refill();
        assertThat(fixture.selection.picked()).isEqualTo(new Selection.Picked.Nothing());
    }

    @Test
    void rowsStandInGroupsThatAreRememberedForThisViewAlone() {
        model.group(Grouping.LIGHT);
        assertThat(model.items())
                .containsExactly(head("RED"), row("late"), head("YELLOW"), row("soon"), head("GREEN"), row("calm"));
        assertThat(model.groups().tally("RED").all()).isOne();
        model.choose(index("over"));
        assertThat(model.items()).containsExactly(row("late"));

        CasesViewModel tomorrow = new CasesViewModel(fixture.desk, fixture.hall);
        tomorrow.show();
        assertThat(tomorrow.grouping()).isEqualTo(Grouping.LIGHT);
        assertThat(tomorrow.items()).hasSize(6);
        tomorrow.group(Grouping.NONE);
        assertThat(tomorrow.items()).containsExactly(row("late"), row("soon"), row("calm"));
    }

    @Test
    void aHeadCountsWhatItsGroupHoldsNowWhileItsRowsStandStill() {
        model.group(Grouping.LIGHT);
        for (int i = 0; i < 12; i++) {
            model.touch();
            fixture.pass(Duration.ofSeconds(15));
        }
        assertThat(model.items())
                .containsExactly(head("RED"), row("late"), head("YELLOW"), row("soon"), head("GREEN"), row("calm"));
        assertThat(model.groups().tally("RED").of(Light.RED)).isEqualTo(2);
        assertThat(model.groups().tally("YELLOW").all()).isZero();
        assertThat(model.settled()).isFalse();
        model.refill();
        assertThat(model.items()).containsExactly(head("RED"), row("late"), row("soon"), head("GREEN"), row("calm"));
        assertThat(model.settled()).isTrue();
    }

    @Test
    void aFoldedGroupStaysFoldedAndItsCasesAreStillExported() {
        model.group(Grouping.LIGHT);
        model.groups().fold("YELLOW", true);
        assertThat(model.items()).containsExactly(head("RED"), row("late"), head("YELLOW"), head("GREEN"), row("calm"));
        assertThat(model.cases()).hasSize(3);

        CasesViewModel tomorrow = new CasesViewModel(fixture.desk, fixture.hall);
        tomorrow.show();
        assertThat(tomorrow.groups().isFolded("YELLOW")).isTrue();
        assertThat(tomorrow.items()).hasSize(5);
        tomorrow.groups().foldAll(true);
        assertThat(tomorrow.items()).containsExactly(head("RED"), head("YELLOW"), head("GREEN"));
        tomorrow.groups().foldAll(false);
        assertThat(tomorrow.items()).hasSize(6);
    }

    @Test
    void theNextCaseIsTheOneBelowWhateverHeadLiesBetween() {
        model.group(Grouping.LIGHT);
        model.step(1);
        assertThat(fixture.selection.picked()).isEqualTo(new Selection.Picked.OfCase(new CaseId("soon")));
        model.step(1);
        assertThat(fixture.selection.picked()).isEqualTo(new Selection.Picked.OfCase(new CaseId("calm")));
        model.step(1);
        assertThat(fixture.selection.picked()).isEqualTo(new Selection.Picked.OfCase(new CaseId("calm")));
        model.step(-1);
        model.step(-1);
        assertThat(fixture.selection.picked()).isEqualTo(new Selection.Picked.OfCase(new CaseId("late")));
        model.groups().fold("YELLOW", true);
        fixture.selection.done(new CaseId("late"));
        assertThat(fixture.selection.picked()).isEqualTo(new Selection.Picked.OfCase(new CaseId("calm")));
    }

    @Test
    void allOfAGroupAreMarkedAtOnceTheOpenOneAmongThem() {
        fixture.put(waiting("later", -1));
        model.refill();
        model.group(Grouping.LIGHT);
        model.markGroup("RED");
        assertThat(model.marked()).containsExactlyInAnyOrder(new CaseId("late"), new CaseId("later"));
        assertThat(model.picked()).isEqualTo(new CaseId("late"));
        model.markGroup("GREEN");
        assertThat(model.marked()).isEmpty();
        assertThat(model.picked()).isEqualTo(new CaseId("calm"));
    }

    @Test
    void aRowSaysWhatTheSeatWantsToReadAndSaysItTomorrow() {
        assertThat(line("late")).isEqualTo("示范路 1 号");
        model.column(QueueColumn.NUMBER, true);
        model.column(QueueColumn.SOURCE, true);
        assertThat(line("late")).isEqualTo("E0110-late · 监督员上报 · 示范路 1 号");
        model.column(QueueColumn.PLACE, false);
        CasesViewModel tomorrow = new CasesViewModel(fixture.desk, fixture.hall);
        assertThat(tomorrow.columns()).containsExactly(QueueColumn.CRITERION, QueueColumn.NUMBER, QueueColumn.SOURCE);
        assertThat(line("late")).isEqualTo("E0110-late · 监督员上报");
        for (QueueColumn column : QueueColumn.values()) {
            model.column(column, false);
        }
        assertThat(line("late")).isEmpty();
        assertThat(new CasesViewModel(fixture.desk, fixture.hall).columns()).isEmpty();
    }

    private String line(String id) {
        return Objects.requireNonNull(model.face(new CaseId(id))).text().place();
    }

    private static QueueRow head(String group) {
        return new QueueRow.Head(group);
    }

    private static QueueRow row(String id) {
        return new QueueRow.OfCase(new CaseId(id));
    }

    private int index(String key) {
        for (int i = 0; i < model.views().get().size(); i++) {
            if (model.views().get().get(i).key().equals(key)) {
                return i;
            }
        }
        throw new AssertionError(key);
    }

    private static Case waiting(String id, int minutes) {
        return Samples.waiting(id, "to-dispatch", DeskFixture.START, Duration.ofMinutes(minutes));
    }
}
