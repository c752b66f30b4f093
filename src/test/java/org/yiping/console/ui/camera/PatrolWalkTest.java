package org.yiping.console.ui.camera;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yiping.console.outbox.Delivery;
import org.yiping.console.ui.DeskFixture;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.camera.CameraState;
import org.yiping.domain.casework.Footage;
import org.yiping.domain.catalogue.ClassCode;
import org.yiping.domain.command.Aside;
import org.yiping.domain.command.CommandId;
import org.yiping.domain.geo.Position;
import org.yiping.domain.identity.Actor;
import org.yiping.domain.identity.PersonId;
import org.yiping.domain.identity.PostCode;
import org.yiping.domain.identity.SeatId;
import org.yiping.domain.patrol.PatrolPlan;
import org.yiping.domain.patrol.PatrolPlanId;
import org.yiping.domain.patrol.PatrolRound;

/// A seat walks a plan: what it says goes through the outbox, and it finds its way again after a restart.
class PatrolWalkTest {
    private static final Actor OTHER = new Actor(new PersonId("p2"), new PostCode("acceptor"), new SeatId("04"));
    private static final Instant NOW = DeskFixture.START;

    private final DeskFixture seat = new DeskFixture("dispatcher");
    private final PatrolPlan plan = new PatrolPlan(
            new PatrolPlanId("p"),
            new PatrolPlan.Task(
                    "早高峰", "", List.of(new CameraId("a"), new CameraId("b"), new CameraId("c")), 12, List.of()),
            OTHER,
            false);
    private final PatrolWalk walk = new PatrolWalk(seat.desk);

    @BeforeEach
    void begin() {
        seat.tables.patrolPlans.put(plan.id(), plan);
        walk.begin(plan, NOW);
    }

    private static String at(PatrolWalk walk) {
        return walk.camera().map(CameraId::value).orElse("");
    }

    private static PatrolRound round(PatrolWalk walk) {
        return walk.now().orElseThrow();
    }

    /// The platform took what waits.
    private void applied() {
        PatrolRound round = seat.tables
                .patrolRounds
                .find(round(walk).id())
                .orElseGet(() -> PatrolRound.begin(plan, round(walk).slot()));
        for (Delivery d : seat.outbox.table.rows().values().toList()) {
            round = round.with(new PatrolRound.Look(OTHER, ((Aside.PatrolLook) d.command()).seen()));
            seat.tables.patrolRounds.put(round.id(), round);
            seat.outbox.table.remove(d.command().head().id());
        }
    }

    @Test
    void aTickGoesToTheNextAndIsPendingUntilThePlatformHasIt() {
        walk.tick(PatrolRound.IN_ORDER, NOW);
        assertThat(at(walk)).isEqualTo("b");
        assertThat(round(walk).ticked()).isEqualTo(1);
        assertThat(walk.pending(round(walk))).containsExactly(new CameraId("a"));
        applied();
        assertThat(walk.pending(round(walk))).isEmpty();
        assertThat(round(walk).looks()).as("once, not twice").hasSize(1);
    }

    @Test
    void aHandDoesNotWaitForTheDisk() {
        seat.outbox.slow(true);
        walk.tick(PatrolRound.IN_ORDER, NOW);
        assertThat(round(walk).ticked()).as("not kept yet").isZero();
        assertThat(at(walk)).isEqualTo("b");
        walk.go(2);
        walk.tick(PatrolRound.IN_ORDER, NOW);
        assertThat(at(walk)).isEqualTo("a");
    }

    @Test
    void whatOneSeatLookedAtTheOtherNeedNot() {
        PatrolRound begun = PatrolRound.begin(plan, plan.slot(NOW, ZoneId.of("Asia/Shanghai")));
        seat.tables.patrolRounds.put(
                begun.id(),
                begun.with(new PatrolRound.Look(
                        OTHER, new PatrolRound.Seen(new CameraId("b"), PatrolRound.IN_ORDER, NOW, null, "", null))));
        walk.tick(PatrolRound.IN_ORDER, NOW);
        assertThat(at(walk)).isEqualTo("c");
        walk.go(1);
        assertThat(walk.takes(PatrolRound.IN_ORDER)).isFalse();
        assertThat(walk.takes(PatrolRound.NOTED)).isTrue();
    }

    @Test
    void afterARestartItGoesOnWhereItWas() {
        walk.tick(PatrolRound.IN_ORDER, NOW);
        applied();
        walk.tick(PatrolRound.UNSEEN, NOW);
        PatrolWalk anew = new PatrolWalk(seat.desk);
        assertThat(anew.now()).isEmpty();
        anew.begin(plan, NOW.plus(Duration.ofMinutes(5)));
        assertThat(at(anew)).as("one is with the platform, one in the outbox").isEqualTo("c");
        assertThat(round(anew).count(PatrolRound.UNSEEN)).isEqualTo(1);
    }

    @Test
    void whatThePlatformRefusedCountsForNothing() {
        walk.tick(PatrolRound.IN_ORDER, NOW);
        CommandId id = seat.outbox.submitted.getFirst().head().id();
        seat.outbox.state(id, new Delivery.State.Rejected(new Delivery.Refusal(409, "VID-4093", "这一路已看过", "", null)));
        assertThat(round(walk).ticked()).isZero();
    }

    @Test
    void aFullDiskIsToldAndNothingCounts() {
        seat.outbox.full(true);
        assertThat(walk.tick(PatrolRound.IN_ORDER, NOW)).isCompletedExceptionally();
        assertThat(round(walk).ticked()).isZero();
    }

    @Test
    void aFindingIsACaseForWhoMayAndTheLastOneStays() {
        walk.go(2);
        walk.find(new PatrolFinding.Found(new ClassCode("E-0110"), "占道", true, null), NOW);
        Aside.PatrolLook sent = (Aside.PatrolLook) seat.outbox.submitted.getFirst();
        assertThat(sent.seen().caseId()).isNotNull();
        assertThat(sent.seen().camera()).isEqualTo(new CameraId("c"));
        assertThat(at(walk)).isEqualTo("a");
        walk.find(new PatrolFinding.Found(null, "看不清", false, null), NOW);
        assertThat(((Aside.PatrolLook) seat.outbox.submitted.getLast()).seen().caseId())
                .isNull();
        walk.tick(PatrolRound.UNSEEN, NOW);
        assertThat(round(walk).isDone()).isTrue();
        assertThat(at(walk)).as("none is left: it stays").isEqualTo("b");
        assertThat(walk.mayFile()).isFalse();
        assertThat(walk.mayWalk()).isTrue();
        assertThat(walk.mayPlan()).isFalse();
    }

    @Test
    void aPictureGoesWithAFindingAndItIsCountedOnce() {
        Footage footage = new Footage(
                Footage.PHOTO, new CameraId("a"), "玉林街", NOW.minusSeconds(1), NOW.minusSeconds(1), "arrival", null);
        Exhibit picture = new Exhibit(camera("a"), footage, new byte[] {1, 2, 3}, "image/png", Duration.ZERO, "");
        walk.find(new PatrolFinding.Found(null, "堆物", false, picture), NOW);
        Aside.PatrolLook sent = (Aside.PatrolLook) seat.outbox.submitted.getFirst();
        assertThat(sent.seen().picture()).isEqualTo(new PatrolRound.Picture("file-3", footage));
        assertThat(at(walk)).isEqualTo("b");
        PatrolRound.Seen kept = sent.seen().with(new PatrolRound.Picture("file-3", footage.by(OTHER)));
        PatrolRound begun = PatrolRound.begin(plan, round(walk).slot());
        seat.tables.patrolRounds.put(begun.id(), begun.with(new PatrolRound.Look(OTHER, kept)));
        assertThat(round(walk).looks())
                .as("the platform signed it and the answer is still on its way")
                .hasSize(1);
    }

    @Test
    void aRoundUnderWayStandsWithItsPlanAndADoneOneAmongTheLast() {
        PatrolRound round = PatrolRound.begin(plan, round(walk).slot());
        for (String camera : List.of("a", "b")) {
            round = looked(round, camera);
            seat.tables.patrolRounds.put(round.id(), round);
            assertThat(walk.rounds(NOW)).isEmpty();
        }
        round = looked(round, "c");
        seat.tables.patrolRounds.put(round.id(), round);
        assertThat(walk.rounds(NOW)).containsExactly(round);
        PatrolRound before = PatrolRound.begin(plan, round.slot().minus(Duration.ofDays(1)));
        seat.tables.patrolRounds.put(before.id(), before);
        assertThat(walk.rounds(NOW)).as("newest first").containsExactly(round, before);
    }

    private static PatrolRound looked(PatrolRound round, String camera) {
        return round.with(new PatrolRound.Look(
                OTHER, new PatrolRound.Seen(new CameraId(camera), PatrolRound.IN_ORDER, NOW, null, "", null)));
    }

    @Test
    void aPlanThatGoesAwayLeavesNoRound() {
        seat.tables.patrolPlans.remove(plan.id());
        assertThat(walk.now()).isEmpty();
        walk.leave();
        assertThat(walk.camera()).isEmpty();
    }

    private static Camera camera(String id) {
        return new Camera(
                new CameraId(id),
                "玉林街",
                new Position(104, 30),
                new Camera.View(0, 60, "fixed"),
                List.of(),
                new CameraState(true, false));
    }
}
