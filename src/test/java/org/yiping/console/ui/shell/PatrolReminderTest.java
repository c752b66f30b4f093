package org.yiping.console.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yiping.console.fx.Notice;
import org.yiping.console.ui.DeskFixture;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.identity.Actor;
import org.yiping.domain.identity.PersonId;
import org.yiping.domain.identity.PostCode;
import org.yiping.domain.identity.SeatId;
import org.yiping.domain.patrol.PatrolPlan;
import org.yiping.domain.patrol.PatrolPlanId;
import org.yiping.domain.patrol.PatrolRound;

/// It is 10:42 in the city; a round begins at a quarter to eleven.
class PatrolReminderTest {
    private static final Instant NOW = DeskFixture.START;

    private final DeskFixture seat = new DeskFixture("dispatcher");
    private final List<String> gone = new ArrayList<>();
    private final PatrolReminder reminder = new PatrolReminder(seat.desk, seat.hall, () -> gone.add("video"));

    private static PatrolPlan plan(String id, boolean retired, LocalTime... times) {
        return new PatrolPlan(
                new PatrolPlanId(id),
                new PatrolPlan.Task("早高峰", "", List.of(new CameraId("a")), 12, List.of(times)),
                new Actor(new PersonId("p"), new PostCode("supervisor"), new SeatId("s")),
                retired);
    }

    private void put(PatrolPlan plan) {
        seat.tables.patrolPlans.put(plan.id(), plan);
    }

    private List<String> notices(int minutes) {
        reminder.tick(NOW.plus(Duration.ofMinutes(minutes)));
        return seat.hall.notices().all().stream().map(Notice::id).toList();
    }

    @Test
    void itCallsOnceWhenARoundBeginsAndLeadsThere() {
        put(plan("p", false, LocalTime.of(10, 45), LocalTime.of(16, 0)));
        assertThat(notices(2)).isEmpty();
        assertThat(notices(3)).containsExactly("patrol-due-p");
        Notice call = seat.hall.notices().all().getFirst();
        assertThat(call.what()).contains("早高峰");
        call.actions().getFirst().run().run();
        assertThat(gone).containsExactly("video");
        seat.hall.notices().dismiss("patrol-due-p");
        assertThat(notices(5)).as("said once").isEmpty();
        assertThat(notices(5 * 60 + 18)).as("the next round").containsExactly("patrol-due-p");
    }

    @Test
    void whenSomebodyHasBegunItIsSilentAndWhatWasSaidGoes() {
        PatrolPlan plan = plan("p", false, LocalTime.of(10, 45));
        put(plan);
        assertThat(notices(4)).hasSize(1);
        PatrolRound begun =
                PatrolRound.begin(plan, plan.slot(NOW.plus(Duration.ofMinutes(4)), ZoneId.of("Asia/Shanghai")));
        seat.tables.patrolRounds.put(begun.id(), begun);
        assertThat(notices(5)).isEmpty();
    }

    @Test
    void whenItsTimeIsOverOrItsPlanIsRetiredTheWordsGoToo() {
        put(plan("p", false, LocalTime.of(10, 45)));
        put(plan("q", false, LocalTime.of(10, 46)));
        assertThat(notices(4)).containsExactlyInAnyOrder("patrol-due-p", "patrol-due-q");
        put(plan("q", true, LocalTime.of(10, 46)));
        assertThat(notices(5)).containsExactly("patrol-due-p");
        assertThat(notices(17)).containsExactly("patrol-due-p");
        assertThat(notices(18)).as("a quarter of an hour is over").isEmpty();
    }

    @Test
    void aRoundThatFollowsAtOnceIsCalledInThePlaceOfTheLast() {
        put(plan("p", false, LocalTime.of(10, 45), LocalTime.of(10, 50)));
        assertThat(notices(4)).containsExactly("patrol-due-p");
        assertThat(notices(8)).containsExactly("patrol-due-p");
        seat.hall.notices().dismiss("patrol-due-p");
        assertThat(notices(9)).as("each is said once").isEmpty();
    }

    @Test
    void whatIsLongPastRetiredOrHasNoTimesCallsNobody() {
        put(plan("long", false, LocalTime.of(8, 0)));
        put(plan("retired", true, LocalTime.of(10, 45)));
        put(plan("any", false));
        assertThat(notices(4)).isEmpty();
    }

    @Test
    void whoDoesNotWalkIsNotCalled() {
        DeskFixture other = new DeskFixture("department");
        PatrolPlan plan = plan("p", false, LocalTime.of(10, 45));
        other.tables.patrolPlans.put(plan.id(), plan);
        new PatrolReminder(other.desk, other.hall, () -> {}).tick(NOW.plus(Duration.ofMinutes(4)));
        assertThat(other.hall.notices().all()).isEmpty();
    }
}
