package org.yiping.server.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.identity.Actor;
import org.yiping.domain.identity.PersonId;
import org.yiping.domain.identity.PostCode;
import org.yiping.domain.identity.SeatId;
import org.yiping.fake.ManualClock;

/// One speaks at a time, no longer than allowed, and nobody who is gone.
class TalksTest {
    private static final CameraId CAMERA = new CameraId("c1");
    private static final Actor FIRST = actor("p1");
    private static final Actor SECOND = actor("p2");
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final ManualClock clock = new ManualClock(Instant.parse("2026-11-27T08:00:00Z"));
    private final Talks talks = new Talks(clock, Runnable::run);
    private final SimulatedSource source = new SimulatedSource();
    private final List<String> ended = new ArrayList<>();

    private static Actor actor(String person) {
        return new Actor(new PersonId(person), new PostCode("dispatcher"), new SeatId("seat-" + person));
    }

    private Talks.Begun begin(Actor by) {
        return talks.begin(source, CAMERA, by, 60, LONGEST, (state, reason) -> ended.add(state + " " + reason));
    }

    private Talks.State take(String id, int number, int bytes) {
        return talks.take(id, CAMERA, FIRST, number, new byte[bytes]).orElseThrow();
    }

    @Test
    void whatIsSaidIsCountedOnceAndIsCalledSimulated() {
        Talks.State talk = begin(FIRST).state();
        assertThat(talk.simulated()).isTrue();
        take(talk.id(), 0, 2_000);
        take(talk.id(), 0, 2_000);
        assertThat(take(talk.id(), 1, 2_000).sound()).as("a repetition is none").isEqualTo(Duration.ofMillis(500));
        assertThat(source.heard(CAMERA)).isEqualTo(4_000);
        assertThat(talks.end(talk.id(), CAMERA, FIRST).orElseThrow().state()).isEqualTo("done");
        assertThat(talks.end(talk.id(), CAMERA, FIRST)).as("twice").isPresent();
        assertThat(ended).containsExactly("done ");
        assertThat(take(talk.id(), 2, 2_000).isTalking()).isFalse();
        assertThat(source.heard(CAMERA)).as("nothing after its end").isEqualTo(4_000);
    }

    @Test
    void theSecondIsToldWhoSpeaksAndMayWhenThatEnds() {
        Talks.State talk = begin(FIRST).state();
        Talks.Begun refused = begin(SECOND);
        assertThat(refused.granted()).isFalse();
        assertThat(refused.state().by()).isEqualTo(FIRST);
        assertThat(talks.take(talk.id(), CAMERA, SECOND, 0, new byte[10]))
                .as("nobody speaks as another")
                .isEmpty();
        assertThat(talks.end(talk.id(), CAMERA, SECOND)).isEmpty();
        talks.end(talk.id(), CAMERA, FIRST);
        assertThat(begin(SECOND).granted()).isTrue();
    }

    @Test
    void whoIsSilentForThreeSecondsHasLetGo() {
        Talks.State talk = begin(FIRST).state();
        clock.advance(Duration.ofSeconds(2));
        take(talk.id(), 0, 2_000);
        clock.advance(Duration.ofSeconds(3));
        talks.beat();
        assertThat(talks.at(CAMERA)).isPresent();
        clock.advance(Duration.ofMillis(1));
        talks.beat();
        assertThat(talks.at(CAMERA)).isEmpty();
        assertThat(ended).containsExactly("done let-go");
    }

    @Test
    void itEndsWhenItIsTooLongOrComesFasterThanItIsSaid() {
        Talks.State talk = begin(FIRST).state();
        for (int i = 0; i < 10; i++) {
            clock.advance(Duration.ofSeconds(1));
            assertThat(take(talk.id(), i, 8_000).isTalking()).isTrue();
        }
        clock.advance(Duration.ofMillis(1));
        talks.beat();
        assertThat(take(talk.id(), 10, 8_000).reason()).isEqualTo("too-long");
        Talks.State other = begin(FIRST).state();
        assertThat(take(other.id(), 0, 16_000).isTalking()).isTrue();
        assertThat(take(other.id(), 1, 16_000).reason()).isEqualTo("too-fast");
    }

    @Test
    void aSourceWithoutAWayForSoundSaysSoAndHoldsNothing() {
        assertThatThrownBy(() -> talks.begin(
                        new ScriptedSource("gb"), CAMERA, FIRST, 60, LONGEST, (state, reason) -> ended.add(state)))
                .isInstanceOfSatisfying(
                        VideoFault.class, e -> assertThat(e.code()).isEqualTo("not-offered"));
        assertThat(talks.at(CAMERA)).isEmpty();
        assertThat(ended).isEmpty();
    }

    @Test
    void whatEndedIsForgottenAfterAWhile() {
        Talks.State talk = begin(FIRST).state();
        talks.end(talk.id(), CAMERA, FIRST);
        clock.advance(Talks.REMEMBERED.plusSeconds(1));
        talks.beat();
        assertThat(talks.end(talk.id(), CAMERA, FIRST)).isEmpty();
    }
}
