package org.yiping.console.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yiping.fake.ManualClock;
import org.yiping.fake.ManualScheduler;
import org.yiping.fake.Samples;
import org.yiping.protocol.Json;
import org.yiping.protocol.Push;

class PushLineTest {
    private final ManualClock clock = new ManualClock(Samples.NOON);
    private final ManualScheduler timer = new ManualScheduler(clock);
    /// By how much somebody has set the clock; no timer runs by it.
    private Duration set = Duration.ZERO;
    private final List<String> told = new ArrayList<>();
    private final List<CompletableFuture<Verdict>> applying = new ArrayList<>();
    private final List<Wired> wires = new ArrayList<>();
    private boolean reachable = true;
    private PushLine line;

    private static final class Wired implements Dialer.Wire {
        private final Dialer.Listener listener;
        private int asked;
        private int pings;
        private boolean aborted;

        Wired(Dialer.Listener listener) {
            this.listener = listener;
        }

        void say(Push frame) {
            listener.text(Json.mapper().writeValueAsString(frame));
        }

        @Override
        public void ask(int frames) {
            asked += frames;
        }

        @Override
        public void ping() {
            pings++;
        }

        @Override
        public void abort() {
            aborted = true;
        }
    }

    @BeforeEach
    void follow() {
        Dialer dialer = (_, listener) -> {
            if (!reachable) {
                return CompletableFuture.completedFuture(new Answer.Unreachable<>("unreachable"));
            }
            wires.add(new Wired(listener));
            return CompletableFuture.completedFuture(new Answer.Ok<>(wires.getLast()));
        };
        PushHandler handler = new PushHandler() {
            @Override
            public CompletionStage<Answer<Long>> resume() {
                return CompletableFuture.completedFuture(new Answer.Ok<>(7L));
            }

            @Override
            public CompletionStage<Verdict> frame(Push frame) {
                applying.add(new CompletableFuture<>());
                return applying.getLast();
            }
        };
        LinkEvents events = new LinkEvents() {
            @Override
            public void live(long roundTripMillis, Instant since) {
                told.add("live " + roundTripMillis);
            }

            @Override
            public void late(Instant lastHeard) {
                told.add("late");
            }

            @Override
            public void lost(Instant since, Instant nextTry, String reason) {
                told.add(
                        nextTry == null
                                ? "trying"
                                : reason + " "
                                        + Duration.between(clock.instant(), nextTry)
                                                .toMillis());
            }

            @Override
            public void offset(Duration offset) {
                told.add("offset " + offset.toMillis());
            }
        };
        line = new PushLine(
                dialer,
                handler,
                events,
                new Backoff(Duration.ofMillis(500), Duration.ofSeconds(30), new Random(4)),
                new LinkTools(() -> clock.instant().plus(set), timer, Runnable::run, new Random(4)),
                Duration.ofSeconds(2));
    }

    private Wired start() {
        line.start();
        timer.run();
        wires.getLast().say(new Push.Hello(clock.instant().plusSeconds(3), 7, 1, 5));
        timer.run();
        return wires.getLast();
    }

    @Test
    void anotherFrameIsAskedForOnlyWhenOneIsApplied() {
        Wired wire = start();
        assertThat(wire.asked).isEqualTo(PushLine.WINDOW);
        wire.say(new Push.Heartbeat(clock.instant(), 7));
        assertThat(wire.asked).isEqualTo(PushLine.WINDOW);
        applying.forEach(a -> a.complete(Verdict.NEXT));
        assertThat(wire.asked).isEqualTo(PushLine.WINDOW + 2);
    }

    @Test
    void theClockOfThePlatformAndTheRoundTripAreMeasured() {
        Wired wire = start();
        clock.advance(Duration.ofMillis(40));
        wire.listener.pong();
        timer.run();
        assertThat(told).containsSequence("offset 3000", "live -1", "live 40");
    }

    @Test
    void silenceIsSaidThenEnded() {
        Wired wire = start();
        timer.advance(Duration.ofSeconds(9));
        assertThat(told).doesNotContain("late");
        timer.advance(Duration.ofSeconds(3));
        assertThat(told).contains("late");
        assertThat(wire.aborted).isFalse();
        timer.advance(Duration.ofSeconds(11));
        assertThat(wire.aborted).isTrue();
        assertThat(told).anyMatch(t -> t.startsWith("silent"));
    }

    @Test
    void aClockThatIsPutBackHidesNoSilence() {
        Wired wire = start();
        set = Duration.ofHours(-1);
        timer.advance(Duration.ofSeconds(15));
        assertThat(told).contains("late");
        timer.advance(Duration.ofSeconds(11));
        assertThat(wire.aborted).isTrue();
        assertThat(told).anyMatch(t -> t.startsWith("silent"));
    }

    @Test
    void aClockThatIsPutAheadCostsOneConnectionAtMost() {
        Wired wire = start();
        set = Duration.ofHours(1);
        timer.advance(Duration.ofSeconds(3));
        assertThat(wire.aborted).isTrue();
        timer.advance(Duration.ofSeconds(1));
        wires.getLast().say(new Push.Hello(clock.instant(), 7, 1, 5));
        timer.advance(Duration.ofSeconds(8));
        assertThat(wires.getLast().aborted).isFalse();
        assertThat(wires).hasSize(2);
    }

    @Test
    void pingsUnansweredEndALineThatUsedToAnswerThem() {
        Wired wire = start();
        wire.listener.pong();
        timer.advance(Duration.ofSeconds(9));
        assertThat(wire.pings).isGreaterThanOrEqualTo(3);
        assertThat(wire.aborted).isTrue();
    }

    @Test
    void aPingWhoseAnswerWaitsBehindFramesEndsNothing() {
        Wired wire = start();
        wire.listener.pong();
        for (int second = 0; second < 60; second++) {
            timer.advance(Duration.ofSeconds(1));
            wire.say(new Push.Heartbeat(clock.instant(), 7));
            applying.getLast().complete(Verdict.NEXT);
        }
        assertThat(wire.pings).isGreaterThan(10);
        assertThat(wire.aborted).isFalse();
        timer.advance(Duration.ofSeconds(9));
        assertThat(wire.aborted).as("now nothing comes at all").isTrue();
    }

    @Test
    void thisConsolesOwnSlownessIsNotThePlatformsSilence() {
        Wired wire = start();
        for (int i = 0; i < PushLine.WINDOW; i++) {
            wire.say(new Push.Heartbeat(clock.instant(), 7));
        }
        timer.advance(Duration.ofMinutes(2));
        assertThat(wire.aborted).isFalse();
    }

    @Test
    void triesAreSpacedFromHalfASecondToHalfAMinuteWithJitter() {
        reachable = false;
        line.start();
        timer.advance(Duration.ofMinutes(5));
        List<Long> waits = told.stream()
                .filter(t -> t.startsWith("unreachable "))
                .map(t -> Long.parseLong(t.split(" ")[1]))
                .toList();
        long base = 500;
        for (long wait : waits) {
            assertThat(wait).isBetween(base, base + base / 4);
            base = Math.min(base * 2, 30_000);
        }
        assertThat(waits).hasSizeGreaterThan(10);
    }

    @Test
    void aWorkingLineStartsTheSpacingAnew() {
        reachable = false;
        line.start();
        timer.advance(Duration.ofSeconds(20));
        reachable = true;
        timer.advance(Duration.ofSeconds(30));
        wires.getLast().say(new Push.Hello(clock.instant(), 7, 1, 5));
        wires.getLast().say(new Push.Heartbeat(clock.instant(), 7));
        timer.run();
        told.clear();
        wires.getLast().listener.closed("cut");
        timer.run();
        assertThat(Long.parseLong(told.getFirst().split(" ")[1])).isBetween(500L, 625L);
    }

    @Test
    void aByeIsKeptForAsLongAsItAsks() {
        Wired wire = start();
        wire.say(new Push.Bye("maintenance", 60));
        timer.run();
        assertThat(wire.aborted).isTrue();
        int before = wires.size();
        timer.advance(Duration.ofSeconds(59));
        assertThat(wires).hasSize(before);
        timer.advance(Duration.ofSeconds(2));
        assertThat(wires).hasSize(before + 1);
    }

    @Test
    void aFrameOfANewerPlatformIsPassedOverAndAGarbledOneEndsTheLine() {
        Wired wire = start();
        wire.listener.text("{\"type\":\"festival\",\"lanterns\":3}");
        assertThat(wire.asked).isEqualTo(PushLine.WINDOW + 1);
        assertThat(wire.aborted).isFalse();
        wire.listener.text("{\"type\":\"delta\",");
        timer.run();
        assertThat(wire.aborted).isTrue();
    }

    @Test
    void aVerdictAgainstTheLineReconnectsIt() {
        Wired wire = start();
        applying.getFirst().complete(Verdict.RECONNECT);
        timer.advance(Duration.ofSeconds(1));
        assertThat(wire.aborted).isTrue();
        assertThat(wires).hasSize(2);
        wire.say(new Push.Heartbeat(clock.instant(), 7));
        assertThat(applying).hasSize(1);
    }

    @Test
    void aClosedLineStaysClosed() {
        Wired wire = start();
        line.close();
        timer.advance(Duration.ofMinutes(2));
        assertThat(wire.aborted).isTrue();
        assertThat(wires).hasSize(1);
    }
}
