package org.yiping.console.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yiping.console.fx.Messages;
import org.yiping.console.fx.Notice;
import org.yiping.console.outbox.Delivery;
import org.yiping.console.store.Selection;
import org.yiping.console.ui.Action;
import org.yiping.console.ui.DeskFixture;
import org.yiping.console.ui.Samples;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.command.Aside;
import org.yiping.domain.command.Command;
import org.yiping.domain.hall.HallId;
import org.yiping.domain.hall.OpenDay;
import org.yiping.domain.identity.Actor;
import org.yiping.domain.identity.PersonId;
import org.yiping.domain.identity.PostCode;
import org.yiping.domain.identity.SeatId;

class OpenDayHandTest {
    private final DeskFixture fixture = new DeskFixture("dispatcher");
    private final OpenDayHand day = new OpenDayHand(fixture.desk, fixture.hall);
    private final StoryHand story = new StoryHand(fixture.desk, fixture.hall);

    private Actor me() {
        return fixture.desk.me().orElseThrow().actor();
    }

    private void says(boolean on, OpenDay.@Nullable Telling telling) {
        fixture.tables.openDays.put(
                HallId.OWN, new OpenDay(HallId.OWN, on, DeskFixture.START.plusSeconds(9), me(), telling));
    }

    private Command last() {
        return fixture.outbox.submitted.getLast();
    }

    private Aside.TellStory told() {
        return (Aside.TellStory) last();
    }

    @Test
    void theKeyHidesHereAtOnceAndAsksThePlatform() {
        day.action().act().run();
        assertThat(fixture.desk.stores().veil().on()).isTrue();
        assertThat(last())
                .isInstanceOfSatisfying(
                        Aside.TurnOpenDay.class, c -> assertThat(c.on()).isTrue());
        says(true, null);
        assertThat(day.action().words()).isEqualTo("结束开放日");
        day.action().act().run();
        assertThat(fixture.desk.stores().veil().on())
                .as("until the platform says so")
                .isTrue();
        assertThat(last())
                .isInstanceOfSatisfying(
                        Aside.TurnOpenDay.class, c -> assertThat(c.on()).isFalse());
        says(false, null);
        assertThat(fixture.desk.stores().veil().on()).isFalse();
    }

    @Test
    void aRefusalIsSaidAndWhatWasHiddenForItIsShownAgain() {
        var listening = day.listen();
        day.action().act().run();
        fixture.outbox.state(
                last().head().id(),
                new Delivery.State.Rejected(new Delivery.Refusal(403, "AUT-4030", "无权", "岗位不符", null)));
        assertThat(fixture.desk.stores().veil().on()).isFalse();
        assertThat(fixture.hall.notices().all()).extracting(Notice::what).containsExactly("开放日未能切换");
        listening.close();
    }

    @Test
    void otherPostsAreToldWhoMay() {
        DeskFixture collector = new DeskFixture("collector");
        assertThat(new OpenDayHand(collector.desk, collector.hall).action().refusal())
                .contains("值班长");
        assertThat(new StoryHand(collector.desk, collector.hall)
                        .actions()
                        .getFirst()
                        .refusal())
                .contains("值班长");
    }

    @Test
    void aStoryGoesOnStepByStepAndBackIsOnlyReadAgain() {
        story.show();
        story.next();
        CaseId id = told().caseId();
        assertThat(told().step()).isOne();
        assertThat(fixture.desk.stores().veil().on()).as("strangers are there").isTrue();
        assertThat(story.step().get()).as("not before the platform has it").isZero();

        says(true, new OpenDay.Telling(id, 1, me()));
        assertThat(story.step().get()).isOne();
        assertThat(story.caption()).contains("热线");
        fixture.put(Samples.without(id.value(), "to-accept", DeskFixture.START));
        assertThat(fixture.selection.picked()).isEqualTo(new Selection.Picked.OfCase(id));

        story.next();
        assertThat(told().step()).isEqualTo(2);
        says(true, new OpenDay.Telling(id, 2, me()));
        int sent = fixture.outbox.submitted.size();
        story.back();
        assertThat(story.step().get()).isOne();
        story.back();
        assertThat(story.step().get()).isOne();
        story.next();
        assertThat(story.step().get()).isEqualTo(2);
        assertThat(fixture.outbox.submitted).hasSize(sent);
        story.stop();
        assertThat(told().step()).isZero();
        says(true, null);
        assertThat(story.step().get()).isZero();
        assertThat(story.actions()).extracting(Action::id).containsExactly("shell/story-next");
    }

    @Test
    void theLastStepEndsItAndEveryStepHasWordsInBothLanguages() {
        story.show();
        CaseId id = new CaseId("s");
        for (Messages m : List.of(new Messages(Locale.SIMPLIFIED_CHINESE), new Messages(Locale.ENGLISH))) {
            fixture.hall.messages().use(m.locale().get());
            for (int step = 1; step <= story.steps(); step++) {
                says(true, new OpenDay.Telling(id, step, me()));
                assertThat(story.caption()).isNotBlank().doesNotContain("⟦");
            }
        }
        story.next();
        assertThat(told().step()).isZero();
    }

    @Test
    void whatAnotherSeatTellsIsNotThisOnes() {
        story.show();
        Actor other = new Actor(new PersonId("me"), new PostCode("dispatcher"), new SeatId("07"));
        says(true, new OpenDay.Telling(new CaseId("s"), 3, other));
        assertThat(story.step().get()).isZero();
        assertThat(story.actions()).hasSize(1);
    }
}
