package org.yiping.server.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.identity.Actor;
import org.yiping.domain.identity.PersonId;
import org.yiping.domain.identity.PostCode;
import org.yiping.domain.identity.SeatId;
import org.yiping.domain.video.Broadcast;
import org.yiping.domain.video.VideoRules;
import org.yiping.fake.ManualClock;

class TurningTest {
    private static final CameraId CAMERA = new CameraId("c1");
    private static final VideoSource.Motion RIGHT = new VideoSource.Motion(0.5, 0, 0);
    private static final Actor DISPATCHER = actor("p1", "dispatcher");
    private static final Actor LEADER = actor("p2", "leader");

    private final ManualClock clock = new ManualClock(Instant.parse("2026-11-27T08:00:00Z"));
    private final Tickets tickets = new Tickets(clock, Runnable::run);
    private final Turning turning = new Turning(clock, Runnable::run, tickets);
    private final List<VideoSource.Told> later = new ArrayList<>();
    private final Scripted source = new Scripted();

    private static Actor actor(String person, String post) {
        return new Actor(new PersonId(person), new PostCode(post), new SeatId("seat-" + person));
    }

    @Test
    void whatNobodyRenewsIsStopped() {
        move(DISPATCHER, RIGHT);
        clock.advance(Duration.ofMillis(800));
        move(DISPATCHER, RIGHT);
        clock.advance(Duration.ofMillis(800));
        turning.beat();
        assertThat(source.moves).as("renewed in time").containsExactly(RIGHT, RIGHT);
        clock.advance(Duration.ofMillis(300));
        turning.beat();
        turning.beat();
        assertThat(source.moves).containsExactly(RIGHT, RIGHT, VideoSource.Motion.STOP);
    }

    @Test
    void aStopTheSourceDoesNotTakeIsSentAgain() {
        move(DISPATCHER, RIGHT);
        clock.advance(Duration.ofSeconds(2));
        source.fault = "silent";
        turning.beat();
        source.fault = null;
        turning.beat();
        turning.beat();
        assertThat(source.moves).containsExactly(RIGHT, VideoSource.Motion.STOP, VideoSource.Motion.STOP);
    }

    @Test
    void aMoveWithoutAnAnswerIsStoppedAllTheSame() {
        source.fault = "silent";
        try {
            move(DISPATCHER, RIGHT);
        } catch (VideoFault expected) {
            source.fault = null;
        }
        clock.advance(Duration.ofSeconds(2));
        turning.beat();
        assertThat(source.moves).containsExactly(RIGHT, VideoSource.Motion.STOP);
    }

    @Test
    void aHigherPostTakesItOverAndALowerOneIsToldWhoHasIt() {
        assertThat(move(DISPATCHER, RIGHT).told()).isNotNull();
        Turning.Turned taken = move(LEADER, RIGHT);
        assertThat(taken.told()).isNotNull();
        assertThat(taken.begins()).isTrue();
        Turning.Turned refused = move(DISPATCHER, VideoSource.Motion.STOP);
        assertThat(refused.told()).isNull();
        assertThat(refused.hold().by()).isEqualTo(LEADER);
        assertThat(source.moves).as("who does not hold it stops nothing").hasSize(2);
        clock.advance(Duration.ofSeconds(11));
        assertThat(move(DISPATCHER, RIGHT).told()).as("let go").isNotNull();
    }

    @Test
    void aStopThatIsTakenIsNoStopBeforeItIsDone() {
        move(DISPATCHER, RIGHT);
        source.next = VideoSource.Told.pending("t1");
        source.became = VideoSource.Told.pending("t1");
        Turning.Turned stop = move(DISPATCHER, VideoSource.Motion.STOP);
        String use = stop.use();
        assertThat(use).isNotNull();
        clock.advance(Duration.ofSeconds(2));
        turning.beat();
        tickets.beat();
        assertThat(source.stops()).as("it is on its way").isEqualTo(1);
        assertThat(tickets.became(use)).contains(VideoSource.Told.pending("t1"));
        source.became = VideoSource.Told.failed("timeout");
        tickets.beat();
        assertThat(tickets.became(use)).contains(VideoSource.Told.failed("timeout"));
        assertThat(later).containsExactly(VideoSource.Told.failed("timeout"));
        source.next = VideoSource.Told.done();
        turning.beat();
        turning.beat();
        assertThat(source.stops()).as("the camera is not left turning").isEqualTo(2);
    }

    @Test
    void aStopThatTheSourceRefusesToDoIsSentAgainButNotForEver() {
        move(DISPATCHER, RIGHT);
        source.next = VideoSource.Told.failed("error");
        move(DISPATCHER, VideoSource.Motion.STOP);
        for (int i = 0; i < 60; i++) {
            turning.beat();
        }
        assertThat(source.stops()).isEqualTo(21);
    }

    @Test
    void whatNobodyRenewsIsStoppedUntilItIsDone() {
        source.next = VideoSource.Told.pending("t1");
        source.became = VideoSource.Told.pending("t1");
        move(DISPATCHER, RIGHT);
        clock.advance(Duration.ofSeconds(2));
        turning.beat();
        clock.advance(Turning.PATIENCE);
        tickets.beat(); // nobody says what became of it
        turning.beat();
        assertThat(source.stops()).isEqualTo(2);
        source.became = VideoSource.Told.done();
        tickets.beat();
        clock.advance(Duration.ofSeconds(2));
        turning.beat();
        assertThat(source.stops()).isEqualTo(2);
    }

    @Test
    void whatBecameOfAnEarlierStopSaysNothingOfATurnSince() {
        move(DISPATCHER, RIGHT);
        source.next = VideoSource.Told.pending("t1");
        move(DISPATCHER, VideoSource.Motion.STOP);
        assertThat(move(DISPATCHER, RIGHT).begins()).isTrue();
        tickets.beat(); // the stop is done
        clock.advance(Duration.ofSeconds(2));
        turning.beat();
        assertThat(source.stops()).as("nobody renews it").isEqualTo(2);
    }

    @Test
    void aTurnThatBeginsOrTurnsAnotherWayIsAskedAfterAndARenewalIsNot() {
        source.next = VideoSource.Told.pending("t1");
        assertThat(move(DISPATCHER, RIGHT).use()).isNotNull();
        assertThat(move(DISPATCHER, RIGHT).use()).isNull();
        assertThat(move(DISPATCHER, new VideoSource.Motion(0, 1, 0)).use()).isNotNull();
    }

    private Turning.Turned move(Actor by, VideoSource.Motion motion) {
        return turning.move(source, CAMERA, motion, by, VideoRules.NONE, later::add);
    }

    private static final class Scripted implements VideoSource {
        private final List<Motion> moves = new ArrayList<>();
        private @Nullable String fault;
        private Told next = Told.done();
        private Told became = Told.done();

        long stops() {
            return moves.stream().filter(Motion.STOP::equals).count();
        }

        @Override
        public String name() {
            return "scripted";
        }

        @Override
        public List<Listed> directory() {
            return List.of();
        }

        @Override
        public Address play(CameraId camera, String grade, @Nullable Recorded recorded) {
            throw new VideoFault("unable");
        }

        @Override
        public void stop(CameraId camera, Address address) {}

        @Override
        public Told move(CameraId camera, Motion motion) {
            moves.add(motion);
            if (fault != null) {
                throw new VideoFault(fault);
            }
            return next;
        }

        @Override
        public Told preset(CameraId camera, Preset preset) {
            return Told.done();
        }

        @Override
        public List<Preset> presets(CameraId camera) {
            return List.of();
        }

        @Override
        public Told speak(CameraId camera, Broadcast.Words words) {
            return Told.done();
        }

        @Override
        public Told ask(String ticket) {
            return became;
        }
    }
}
