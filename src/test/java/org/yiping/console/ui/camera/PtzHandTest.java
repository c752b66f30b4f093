package org.yiping.console.ui.camera;

// long because whatever ends a turn must have it stopped

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiping.console.ui.camera.PtzState.Kind.ASKED;
import static org.yiping.console.ui.camera.PtzState.Kind.DONE;
import static org.yiping.console.ui.camera.PtzState.Kind.FAILED;
import static org.yiping.console.ui.camera.PtzState.Kind.GAVE_UP;
import static org.yiping.console.ui.camera.PtzState.Kind.HELD;
import static org.yiping.console.ui.camera.PtzState.Kind.IDLE;
import static org.yiping.console.ui.camera.PtzState.Kind.LOST;
import static org.yiping.console.ui.camera.PtzState.Kind.RUNAWAY;
import static org.yiping.console.ui.camera.PtzState.Kind.SENT;
import static org.yiping.console.ui.camera.PtzState.Kind.STOPPED;
import static org.yiping.console.ui.camera.PtzState.Kind.STOPPING;
import static org.yiping.console.ui.camera.PtzState.Kind.STOP_SENT;
import static org.yiping.console.ui.camera.PtzState.Kind.TURNING;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yiping.console.store.CameraUse.Preset;
import org.yiping.console.store.CameraUse.Turned;
import org.yiping.console.store.Lookup.Found;
import org.yiping.console.ui.camera.PtzState.Way;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.identity.Actor;
import org.yiping.domain.identity.PersonId;
import org.yiping.domain.identity.PostCode;
import org.yiping.domain.identity.SeatId;

class PtzHandTest {
    private static final CameraId ONE = new CameraId("one");
    private static final CameraId OTHER = new CameraId("other");
    private static final String RIGHT = "one turn 0.5 0.0 0.0";

    private final AskedCameras cameras = new AskedCameras();
    private final HandTime time = new HandTime();
    private final List<PtzState> told = new ArrayList<>();
    private final PtzHand hand = new PtzHand(cameras, time, told::add);

    @BeforeEach
    void atOne() {
        hand.at(ONE);
    }

    @Test
    void turnsWhileHeldSaysItAgainAndStopsOnRelease() {
        assertThat(kind()).isEqualTo(IDLE);
        hand.press(Way.RIGHT);
        hand.press(Way.RIGHT); // the machine repeats keys
        assertThat(kind()).isEqualTo(ASKED);
        cameras.last().state("done");
        assertThat(kind()).isEqualTo(TURNING);
        time.pass(399);
        assertThat(cameras.said()).containsExactly(RIGHT);
        time.pass(1);
        cameras.last().state("done");
        assertThat(cameras.said()).containsExactly(RIGHT, RIGHT);
        hand.release(Way.RIGHT);
        assertThat(kind()).as("not stopped before it is known").isEqualTo(STOPPING);
        cameras.last().state("done");
        assertThat(kind()).isEqualTo(STOPPED);
        time.pass(5_000);
        assertThat(cameras.said()).containsExactly(RIGHT, RIGHT, "one stop");
    }

    @Test
    void twoKeysTurnItDiagonallyAndOppositeOnesStopIt() {
        hand.press(Way.RIGHT);
        hand.press(Way.UP);
        hand.release(Way.RIGHT);
        hand.press(Way.DOWN);
        assertThat(cameras.said()).containsExactly(RIGHT, "one turn 0.5 0.5 0.0", "one turn 0.0 0.5 0.0", "one stop");
    }

    @Test
    void pendingIsNeverShownAsTurning() {
        hand.press(Way.NEARER);
        cameras.last().pending("u1");
        assertThat(kind()).isEqualTo(ASKED);
        time.pass(400);
        cameras.last().state("pending"); // said again
        cameras.became("u1", "done", null);
        time.pass(100);
        assertThat(kind()).isEqualTo(TURNING);
        time.pass(300);
        cameras.last().state("pending");
        assertThat(kind()).as("a renewal does not unsay it").isEqualTo(TURNING);
        hand.release(Way.NEARER);
        cameras.last().pending("u2");
        assertThat(kind()).isEqualTo(STOPPING);
        time.pass(4_000);
        assertThat(kind()).as("taken, not done").isEqualTo(STOPPING);
        assertThat(cameras.said()).filteredOn("one stop"::equals).hasSize(1);
        cameras.became("u2", "done", null);
        time.pass(500);
        assertThat(kind()).isEqualTo(STOPPED);
        int asked = cameras.after.size();
        time.pass(10_000);
        assertThat(cameras.after).as("nothing is left to ask after").hasSize(asked);
    }

    @Test
    void aStopThatWasTakenAndFailsIsSentAgainAlsoWhenTheHandIsElsewhere() {
        hand.press(Way.RIGHT);
        cameras.last().state("done");
        hand.release(Way.RIGHT);
        cameras.last().pending("u1");
        hand.at(OTHER);
        cameras.became("u1", "failed", "timeout");
        time.pass(500);
        assertThat(kind()).isEqualTo(RUNAWAY);
        assertThat(told.getLast().camera()).isEqualTo(ONE);
        assertThat(told.getLast().reason()).isEqualTo("timeout");
        time.pass(500);
        assertThat(cameras.said()).endsWith("one stop", "one stop");
        cameras.last().pending("u2");
        time.pass((int) PtzAfter.PATIENCE.toMillis());
        assertThat(kind()).as("nobody says what became of it").isEqualTo(RUNAWAY);
        assertThat(told.getLast().reason()).isEqualTo("no-answer");
        time.pass(500);
        cameras.last().state("done");
        assertThat(kind()).isEqualTo(STOPPED);
    }

    @Test
    void aTurnThatWasTakenAndFailsIsSaidAndStopped() {
        hand.press(Way.RIGHT);
        cameras.last().pending("u1");
        cameras.became("u1", "failed", "offline");
        time.pass(500);
        assertThat(told).anySatisfy(s -> {
            assertThat(s.kind()).isEqualTo(FAILED);
            assertThat(s.reason()).isEqualTo("offline");
        });
        assertThat(cameras.said()).as("it may turn all the same").endsWith("one stop");
        cameras.last().state("done");
        assertThat(kind()).as("why stays on screen").isEqualTo(FAILED);
    }

    @Test
    void ofATurnLetGoNobodyAsksAnyMore() {
        hand.press(Way.RIGHT);
        cameras.last().pending("u1");
        hand.release(Way.RIGHT);
        cameras.last().state("done");
        cameras.became("u1", "failed", "late");
        hand.press(Way.LEFT);
        cameras.last().pending("u2");
        time.pass(500);
        assertThat(cameras.after).containsOnly("u2");
        assertThat(kind()).isEqualTo(ASKED);
    }

    @Test
    void whatIsSentAndNotSaidToBeDoneIsShownAsSent() {
        hand.press(Way.RIGHT);
        cameras.last().state("sent");
        assertThat(kind()).isEqualTo(SENT);
        hand.release(Way.RIGHT);
        cameras.last().state("sent");
        assertThat(kind()).isEqualTo(STOP_SENT);
        time.pass(5_000);
        assertThat(cameras.said())
                .as("more is not to be had")
                .filteredOn("one stop"::equals)
                .hasSize(1);
        hand.preset("call", new Preset(2, "公厕"));
        cameras.last().state("sent");
        assertThat(kind()).isEqualTo(SENT);
    }

    @Test
    void whatBecameOfAPresetIsSaid() {
        hand.preset("call", new Preset(2, "公厕"));
        cameras.last().pending("u1");
        time.pass(30_000);
        assertThat(kind()).isEqualTo(ASKED);
        cameras.became("u1", "failed", "no-preset");
        time.pass(500);
        assertThat(kind()).isEqualTo(FAILED);
        assertThat(told.getLast().what()).isEqualTo("call");
        assertThat(told.getLast().reason()).isEqualTo("no-preset");
    }

    @Test
    void isStoppedWhenFocusOrTileGoes() {
        hand.press(Way.LEFT);
        cameras.last().state("done");
        hand.letGo();
        assertThat(cameras.said()).endsWith("one stop");
        cameras.last().state("done");
        hand.press(Way.LEFT);
        cameras.last().state("done");
        hand.at(OTHER);
        assertThat(cameras.said()).endsWith("one stop");
        hand.press(Way.LEFT);
        assertThat(cameras.said()).endsWith("other turn -0.5 0.0 0.0");
        hand.at(null);
        hand.press(Way.LEFT);
        assertThat(cameras.said()).endsWith("other stop");
    }

    @Test
    void aStopThatFailedIsSaidAndSentAgainAlsoWhenTheHandIsElsewhere() {
        hand.press(Way.LEFT);
        cameras.last().state("done");
        hand.release(Way.LEFT);
        cameras.last().answer().complete(new Found.Unreachable<>());
        assertThat(kind()).isEqualTo(RUNAWAY);
        hand.at(OTHER);
        time.pass(500);
        assertThat(cameras.said()).endsWith("one stop", "one stop");
        cameras.last().state("failed");
        assertThat(told.getLast().camera()).isEqualTo(ONE);
        assertThat(kind()).isEqualTo(RUNAWAY);
        time.pass(500);
        cameras.last().state("done");
        assertThat(told.getLast().camera()).isEqualTo(ONE);
        assertThat(kind()).isEqualTo(STOPPED);
        time.pass(5_000);
        assertThat(cameras.said()).hasSize(4);
    }

    @Test
    void aStopWithoutAnAnswerIsSentAgainAndNotForEver() {
        hand.press(Way.LEFT);
        cameras.last().state("done");
        hand.release(Way.LEFT);
        time.pass(1_000);
        assertThat(kind()).isEqualTo(RUNAWAY);
        assertThat(told.getLast().reason()).isEqualTo("no-answer");
        time.pass(60_000);
        assertThat(kind()).isEqualTo(GAVE_UP);
        assertThat(cameras.said().stream().filter("one stop"::equals)).hasSize(PtzHand.STOPS);
    }

    @Test
    void turningAnewEndsTheTriesToStop() {
        hand.press(Way.LEFT);
        cameras.last().state("done");
        hand.release(Way.LEFT);
        cameras.last().state("failed");
        hand.press(Way.RIGHT);
        cameras.last().state("done");
        time.pass(399);
        assertThat(cameras.said()).endsWith("one stop", RIGHT);
        assertThat(kind()).isEqualTo(TURNING);
    }

    @Test
    void aLinkLostInMidTurnEndsItAndHasItStopped() {
        hand.press(Way.RIGHT);
        cameras.last().state("done");
        time.pass(400);
        cameras.last().answer().complete(new Found.Unreachable<>());
        assertThat(kind()).isEqualTo(LOST);
        assertThat(cameras.said()).endsWith("one stop");
        cameras.last().answer().complete(new Found.Unreachable<>());
        assertThat(kind()).isEqualTo(RUNAWAY);
        time.pass(400);
        hand.press(Way.RIGHT); // still held
        assertThat(cameras.said()).endsWith("one stop");
        hand.release(Way.RIGHT);
        hand.press(Way.RIGHT);
        assertThat(cameras.said()).as("pressed anew").endsWith(RIGHT);
    }

    @Test
    void aHigherPostTakesIt() {
        hand.press(Way.RIGHT);
        cameras.last().state("done");
        time.pass(400);
        Actor leader = new Actor(new PersonId("p-1"), new PostCode("duty-leader"), new SeatId("01"));
        Instant until = Instant.parse("2026-11-27T06:00:10Z");
        cameras.last().answer().complete(new Found.Got<>(new Turned("held", null, leader, until, null)));
        assertThat(kind()).isEqualTo(HELD);
        assertThat(told.getLast().holder()).isEqualTo(leader);
        assertThat(told.getLast().until()).isEqualTo(until);
        hand.release(Way.RIGHT);
        time.pass(5_000);
        assertThat(cameras.said()).as("not ours to stop").containsExactly(RIGHT, RIGHT);
    }

    @Test
    void aRefusalIsShownAndNotAskedForAgain() {
        hand.press(Way.RIGHT);
        cameras.last().answer().complete(new Found.Refused<>("VID-4030", "no"));
        assertThat(kind()).isEqualTo(FAILED);
        assertThat(told.getLast().reason()).isEqualTo("VID-4030");
        time.pass(5_000);
        hand.release(Way.RIGHT);
        assertThat(cameras.said()).containsExactly(RIGHT);
        hand.press(Way.RIGHT);
        cameras.last().answer().complete(new Found.Refused<>("VID-5030", "silent"));
        assertThat(cameras.said()).as("what was not answered may turn").endsWith("one stop");
    }

    @Test
    void answersOutOfOrderDoNotSayWhatWas() {
        hand.press(Way.RIGHT);
        time.pass(400);
        cameras.last().state("done");
        assertThat(kind()).isEqualTo(TURNING);
        cameras.asked.getFirst().state("failed");
        assertThat(kind()).as("the later one was answered").isEqualTo(TURNING);
        time.pass(400);
        AskedCameras.Asked late = cameras.last();
        hand.release(Way.RIGHT);
        cameras.last().state("done");
        assertThat(kind()).isEqualTo(STOPPED);
        late.state("done");
        assertThat(kind()).as("a turn answered after its stop").isNotEqualTo(TURNING);
        assertThat(cameras.said()).as("it may have been overtaken").endsWith("one stop", "one stop");
    }

    @Test
    void turnsDoNotPileUpOnASlowLine() {
        hand.press(Way.RIGHT);
        time.pass(10_000);
        assertThat(cameras.said()).hasSize(2);
        cameras.last().state("done");
        time.pass(400);
        assertThat(cameras.said()).hasSize(3);
    }

    @Test
    void aPresetIsCalledAfterAStopAndItsAnswerIsIts() {
        hand.press(Way.RIGHT);
        cameras.last().state("done");
        hand.preset("call", new Preset(2, "公厕"));
        assertThat(cameras.said()).endsWith("one stop", "one call 2");
        cameras.last().state("pending");
        assertThat(kind()).isEqualTo(ASKED);
        cameras.asked.get(1).state("done");
        hand.preset("call", new Preset(3, ""));
        cameras.last().state("done");
        assertThat(kind()).isEqualTo(DONE);
        assertThat(told.getLast().number()).isEqualTo(3);
    }

    @Test
    void aNudgeEndsByItself() {
        hand.nudge(Way.UP);
        time.pass(299);
        assertThat(cameras.said()).containsExactly("one turn 0.0 0.5 0.0");
        time.pass(1);
        assertThat(cameras.said()).endsWith("one stop");
    }

    private PtzState.Kind kind() {
        return told.getLast().kind();
    }
}
