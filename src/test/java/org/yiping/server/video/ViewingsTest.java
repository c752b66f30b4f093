package org.yiping.server.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.identity.Actor;
import org.yiping.domain.identity.PersonId;
import org.yiping.domain.identity.PostCode;
import org.yiping.domain.identity.SeatId;
import org.yiping.fake.Await;
import org.yiping.fake.HeardLog;
import org.yiping.fake.ManualClock;

/// Who watches what, with the time in hand and stops that are carried out when the test says so.
class ViewingsTest {
    private static final CameraId CAMERA = new CameraId("c");
    private static final CameraId OTHER = new CameraId("d");
    private static final Viewings.Watcher ANN = watcher("ann", "seat-1");
    private static final Viewings.Watcher BOB = watcher("bob", "seat-2");

    private final ManualClock clock = new ManualClock(Instant.parse("2026-11-27T08:00:00Z"));
    private final ScriptedSource source = new ScriptedSource("gb");
    private final Deque<Runnable> stops = new ArrayDeque<>();
    private final Set<String> signedOut = new HashSet<>();
    private final Viewings viewings = new Viewings(clock, stops::add, s -> !signedOut.contains(s));

    private static Viewings.Watcher watcher(String person, String seat) {
        return new Viewings.Watcher(
                new Actor(new PersonId(person), new PostCode("dispatcher"), new SeatId(seat)), person + " is in");
    }

    private String play(CameraId camera, Viewings.Watcher who, @Nullable String session) {
        source.session = session;
        String viewing = viewings.play(source, camera, who, () -> source.play(camera, "sub", null))
                .viewing();
        return viewing == null ? "" : viewing;
    }

    private boolean end(String viewing, Viewings.Watcher who) {
        return viewings.end(CAMERA.value(), viewing, who.by());
    }

    private void stopped() {
        while (!stops.isEmpty()) {
            stops.poll().run();
        }
    }

    @Test
    void aSessionIsStoppedAfterTheLastWhoWatchesIt() {
        String one = play(CAMERA, ANN, "s1");
        String two = play(CAMERA, BOB, "s1");
        String own = play(CAMERA, ANN, "s1");
        assertThat(Set.of(one, two, own)).hasSize(3);
        end(one, ANN);
        end(one, ANN);
        end(own, ANN);
        assertThat(stops).isEmpty();
        end(two, BOB);
        assertThat(source.stopped).as("not by who asks").isEmpty();
        stopped();
        assertThat(source.stopped).containsExactly("c s1");
    }

    @Test
    void twoCamerasOrSessionsAreNotOne() {
        String one = play(CAMERA, ANN, "s1");
        play(OTHER, ANN, "s1");
        play(CAMERA, BOB, "s2");
        end(one, ANN);
        stopped();
        assertThat(source.stopped).containsExactly("c s1");
    }

    @Test
    void onlyWhoBeganItEndsIt() {
        String one = play(CAMERA, ANN, "s1");
        assertThat(end(one, BOB)).isFalse();
        assertThat(end(one, watcher("ann", "seat-2"))).as("her other seat").isFalse();
        assertThat(viewings.end(OTHER.value(), one, ANN.by())).isFalse();
        assertThat(stops).isEmpty();
        assertThat(end("nobody's", BOB)).as("what is not there has ended").isTrue();
        assertThat(end(one, ANN)).isTrue();
        assertThat(stops).hasSize(1);
    }

    @Test
    void whatNeedsNoStopHasNoName() {
        assertThat(play(CAMERA, ANN, null)).isEmpty();
    }

    @Test
    void whoAsksWhileItIsStoppedWaitsAndGetsAnother() {
        String one = play(CAMERA, ANN, "s1");
        end(one, ANN);
        source.session = "s2";
        CompletableFuture<Viewings.Given> waits = new CompletableFuture<>();
        Thread asks = Thread.ofVirtual()
                .start(() ->
                        waits.complete(viewings.play(source, CAMERA, BOB, () -> source.play(CAMERA, "sub", null))));
        Await.until("it waits", () -> asks.getState() == Thread.State.WAITING);
        assertThat(source.plays).hasValue(1);
        play(OTHER, BOB, "s2"); // others do not
        stopped();
        assertThat(waits.join().viewing()).isNotNull();
        assertThat(source.stopped).containsExactly("c s1");
        assertThat(stops).isEmpty();
    }

    @Test
    void nothingIsStoppedWhileSomebodyAsks() {
        String one = play(CAMERA, ANN, "s1");
        source.session = "s1";
        viewings.play(source, CAMERA, BOB, () -> {
            end(one, ANN);
            assertThat(stops).isEmpty();
            return source.play(CAMERA, "sub", null);
        });
        assertThat(stops).as("given away meanwhile").isEmpty();
        String two = play(CAMERA, ANN, "s2");
        assertThatThrownBy(() -> viewings.play(source, CAMERA, BOB, () -> {
                    end(two, ANN);
                    throw new VideoFault("offline");
                }))
                .hasMessage("offline");
        stopped();
        assertThat(source.stopped).containsExactly("c s2");
    }

    @Test
    void aStopThatFailsIsTriedOnceMore() {
        end(play(CAMERA, ANN, "s1"), ANN);
        source.fault = "silent";
        try (HeardLog log = new HeardLog()) {
            stopped();
            viewings.beat();
            assertThat(stops).isEmpty();
            clock.advance(Viewings.AGAIN);
            viewings.beat();
            stopped();
            assertThat(log.lines())
                    .hasSize(2)
                    .allSatisfy(l ->
                            assertThat(l).contains("gb", "camera c", "silent").doesNotContain("http", "s1", "ann"));
        }
        assertThat(source.stopped).containsExactly("c s1", "c s1");
        clock.advance(Viewings.AGAIN);
        viewings.beat();
        assertThat(stops).isEmpty();
        source.fault = null;
        assertThat(play(CAMERA, ANN, "s2")).as("and holds nobody up").isNotEmpty();
    }

    @Test
    void whatIsWatchedAgainIsNotStoppedAfterAll() {
        end(play(CAMERA, ANN, "s1"), ANN);
        source.fault = "silent";
        stopped();
        source.fault = null;
        play(CAMERA, BOB, "s1");
        clock.advance(Viewings.AGAIN);
        viewings.beat();
        assertThat(stops).isEmpty();
    }

    @Test
    void whatHasEndedByItselfAndRefusedCredentialsAreNotTriedAgain() {
        for (String fault : List.of("unknown", "refused")) {
            end(play(CAMERA, ANN, "s1"), ANN);
            source.fault = fault;
            stopped();
            source.fault = null;
            clock.advance(Viewings.AGAIN);
            viewings.beat();
            assertThat(stops).isEmpty();
        }
    }

    @Test
    void whatAConsoleLeftBehindEndsWithItsSignIn() {
        play(CAMERA, ANN, "s1");
        String two = play(CAMERA, BOB, "s1");
        play(OTHER, ANN, "s3");
        viewings.beat();
        signedOut.add(ANN.signIn());
        clock.advance(Viewings.SWEEP);
        viewings.beat();
        stopped();
        assertThat(source.stopped).as("the other one is another's too").containsExactly("d s3");
        end(two, BOB);
        stopped();
        assertThat(source.stopped).containsExactly("d s3", "c s1");
    }

    @Test
    void whatExpiredLongAgoIsForgottenAndLeftToTheSource() {
        source.expiresAt = clock.instant().plusSeconds(60);
        String one = play(CAMERA, ANN, "s1");
        clock.advance(Viewings.KEPT);
        String two = play(CAMERA, BOB, "s1");
        viewings.beat();
        clock.advance(Viewings.SWEEP);
        viewings.beat();
        assertThat(end(one, ANN)).isTrue();
        end(two, BOB);
        assertThat(stops).as("it may still be watched").isEmpty();
    }

    @Test
    void aServerThatStopsHoldsNobodyUp() {
        Viewings stopping = new Viewings(
                clock,
                _ -> {
                    throw new RejectedExecutionException();
                },
                _ -> true);
        source.session = "s1";
        String one = stopping.play(source, CAMERA, ANN, () -> source.play(CAMERA, "sub", null))
                .viewing();
        assertThat(stopping.end(CAMERA.value(), one == null ? "" : one, ANN.by()))
                .isTrue();
        assertThat(stopping.play(source, CAMERA, ANN, () -> source.play(CAMERA, "sub", null)))
                .isNotNull();
    }
}
