package org.yiping.domain.patrol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.identity.Actor;
import org.yiping.domain.identity.PersonId;
import org.yiping.domain.identity.PostCode;
import org.yiping.domain.identity.SeatId;

class PatrolRoundTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Actor ME = new Actor(new PersonId("me"), new PostCode("dispatcher"), new SeatId("03"));
    private static final Instant AT = Instant.parse("2026-11-24T02:42:18Z"); // 10:42 there

    private static PatrolPlan plan(LocalTime... times) {
        return new PatrolPlan(
                new PatrolPlanId("p"),
                new PatrolPlan.Task(
                        "早高峰",
                        "",
                        List.of(new CameraId("a"), new CameraId("b"), new CameraId("c")),
                        12,
                        List.of(times)),
                ME,
                false);
    }

    private static PatrolRound.Seen seen(String camera, String outcome) {
        return new PatrolRound.Seen(new CameraId(camera), outcome, AT, null, "", null);
    }

    private static PatrolRound with(PatrolRound round, String camera, String outcome) {
        return round.with(new PatrolRound.Look(ME, seen(camera, outcome)));
    }

    @Test
    void aRoundBeganAtTheLastOfItsTimes() {
        PatrolPlan plan = plan(LocalTime.of(17, 0), LocalTime.of(8, 0));
        assertThat(plan.slot(AT, ZONE)).isEqualTo("2026-11-24T00:00:00Z");
        assertThat(plan.slot(Instant.parse("2026-11-24T08:59:59Z"), ZONE)).isEqualTo("2026-11-24T00:00:00Z");
        assertThat(plan.slot(Instant.parse("2026-11-24T09:00:00Z"), ZONE)).isEqualTo("2026-11-24T09:00:00Z");
        assertThat(plan.slot(Instant.parse("2026-11-23T23:00:00Z"), ZONE))
                .as("before the first: yesterday's last")
                .isEqualTo("2026-11-23T09:00:00Z");
        assertThat(plan().slot(AT, ZONE)).as("once a day").isEqualTo("2026-11-23T16:00:00Z");
    }

    @Test
    void twoSeatsThatKnowNothingOfEachOtherBeginTheSameRound() {
        Instant slot = plan().slot(AT, ZONE);
        assertThat(PatrolRound.begin(plan(), slot).id())
                .isEqualTo(PatrolRound.begin(plan(), plan().slot(AT.plusSeconds(600), ZONE))
                        .id());
        assertThat(PatrolRoundId.of(new PatrolPlanId("p"), slot))
                .isNotEqualTo(PatrolRoundId.of(new PatrolPlanId("p"), slot.plusSeconds(3600)));
    }

    @Test
    void whatWasNotSeenIsNeverInOrderAndCanBeMadeGood() {
        PatrolRound round = with(PatrolRound.begin(plan(), AT), "a", PatrolRound.UNSEEN);
        assertThat(round.count(PatrolRound.UNSEEN)).isEqualTo(1);
        assertThat(round.count(PatrolRound.IN_ORDER)).isZero();
        assertThat(round.takes(seen("a", PatrolRound.UNSEEN))).isFalse();
        assertThat(round.takes(seen("a", PatrolRound.IN_ORDER))).isTrue();
        round = with(round, "a", PatrolRound.IN_ORDER);
        assertThat(round.count(PatrolRound.UNSEEN)).isZero();
        assertThat(round.takes(seen("a", PatrolRound.UNSEEN))).isFalse();
    }

    @Test
    void aFindingIsAlwaysTakenAndStandsBeforeATick() {
        PatrolRound round = with(PatrolRound.begin(plan(), AT), "a", PatrolRound.NOTED);
        assertThat(round.takes(seen("a", PatrolRound.IN_ORDER)))
                .as("found something: not in order")
                .isFalse();
        assertThat(round.takes(seen("a", PatrolRound.CASE))).isTrue();
        round = with(with(round, "a", PatrolRound.CASE), "b", PatrolRound.IN_ORDER);
        assertThat(round.findings()).hasSize(2);
        assertThat(round.ticked()).isEqualTo(2);
        assertThat(round.isDone()).isFalse();
        assertThat(round.next(0)).contains(new CameraId("c"));
        assertThat(with(round, "c", PatrolRound.UNSEEN).isDone()).isTrue();
    }

    @Test
    void theNextIsTheOneBehindAndThenFromTheBeginning() {
        PatrolRound round = PatrolRound.begin(plan(), AT);
        assertThat(round.next(2)).contains(new CameraId("c"));
        assertThat(with(round, "c", PatrolRound.IN_ORDER).next(2)).contains(new CameraId("a"));
    }
}
