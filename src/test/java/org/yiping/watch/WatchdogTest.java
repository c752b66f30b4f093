package org.yiping.watch;

// long because every way a wall can fall is a few lines on the same stage

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WatchdogTest {
    private static final Instant NOON = Instant.parse("2026-03-11T12:00:00Z");

    private final List<String> events = new ArrayList<>();
    private final List<String> said = new ArrayList<>();
    private final List<String> states = new ArrayList<>();
    private final List<Fall> falls = new ArrayList<>();
    private final List<Dummy> started = new ArrayList<>();
    private final Day day = new Day();
    private int startedAtFall;
    private long nanos = 1;
    private boolean noneStarts;
    private boolean beating = true;
    private Watchdog dog = dog(null);

    private Watchdog dog(DailyWindow daily) {
        return new Watchdog(
                this::launch,
                new Watchdog.Terms(Limits.USUAL, daily),
                new Watchdog.Time(() -> nanos, day),
                new Watchdog.Ears() {
                    @Override
                    public void said(String line) {
                        said.add(line);
                    }

                    @Override
                    public void event(String line) {
                        events.add(line);
                    }

                    @Override
                    public void fell(Fall fall) {
                        startedAtFall = started.size();
                        falls.add(fall);
                    }

                    @Override
                    public void state(String state) {
                        states.add(state);
                    }
                });
    }

    private Kept launch() throws IOException {
        if (noneStarts) {
            throw new IOException("no such file");
        }
        started.add(new Dummy("w" + (started.size() + 1)));
        return started.getLast();
    }

    /// Looks twice a second; the program beats once a second where it does.
    private void seconds(double count) {
        for (int i = 0; i < count * 2; i++) {
            nanos += 500_000_000;
            day.now = day.now.plusMillis(500);
            if (beating && !started.isEmpty() && i % 2 == 1) {
                started.getLast().beats++;
            }
            dog.look();
        }
    }

    private Dummy now() {
        return started.getLast();
    }

    @Test
    void itStartsAtOnceAndIsReadyWithTheFirstFrame() {
        dog.look();
        assertThat(started).hasSize(1);
        assertThat(states).isEmpty();
        seconds(1);
        assertThat(events).containsExactly("start w1", "up w1 1000");
        assertThat(states).containsExactly("READY=1");
    }

    @Test
    void whatWasKilledAfterALongTimeIsStartedAtTheSameLook() {
        seconds(120);
        now().alive = false;
        now().status = 137;
        dog.look();
        assertThat(started).hasSize(2);
        assertThat(falls).hasSize(1);
        assertThat(falls.getFirst().cause()).isEqualTo(Fall.Cause.CRASH);
        assertThat(falls.getFirst().status()).isEqualTo(137);
        assertThat(startedAtFall).isEqualTo(2); // a dark wall does not wait for a disk
        assertThat(events).contains("down w1 crash");
    }

    @Test
    void whatPaintsNothingIsAskedForItsThreadsAndKilledAfterFourSeconds() {
        seconds(120);
        beating = false;
        seconds(2);
        assertThat(now().asked).isZero();
        seconds(0.5);
        assertThat(now().asked).isEqualTo(1);
        seconds(1);
        assertThat(now().killed).isZero();
        seconds(0.5);
        assertThat(now().killed).isEqualTo(1);
        seconds(0.5);
        assertThat(started).hasSize(2);
        assertThat(falls.getFirst().cause()).isEqualTo(Fall.Cause.HANG);
        assertThat(falls.getFirst().silent()).isEqualTo(Duration.ofSeconds(4).plusMillis(500));
        assertThat(falls.getFirst().threads()).containsExactly("Full thread dump");
    }

    @Test
    void aSecondHangIsAnsweredAsQuicklyAsTheFirstAndAThirdWithDoubt() {
        for (double borne : new double[] {4, 4, 8}) {
            beating = true;
            seconds(120);
            Dummy at = now();
            beating = false;
            seconds(borne - 0.5);
            assertThat(at.killed).isZero();
            seconds(0.5);
            assertThat(at.killed).isEqualTo(1);
        }
        // Ten quiet minutes later the machine is trusted again.
        beating = true;
        seconds(700);
        Dummy at = now();
        beating = false;
        seconds(4);
        assertThat(at.killed).isEqualTo(1);
    }

    @Test
    void whatDoesNotDieAtOnceIsWaitedForAndNotStartedTwice() {
        seconds(120);
        beating = false;
        now().dies = false;
        seconds(20);
        assertThat(started).hasSize(1);
        assertThat(now().killed).isGreaterThan(1);
        now().alive = false;
        dog.look();
        assertThat(started).hasSize(2);
    }

    @Test
    void whatPaintsAgainInTimeGoesOn() {
        seconds(120);
        beating = false;
        seconds(3);
        beating = true;
        seconds(60);
        assertThat(started).hasSize(1);
        assertThat(now().killed).isZero();
        assertThat(said).singleElement().asString().contains("goes on");
        assertThat(falls).isEmpty();
    }

    @Test
    void aStartMayTakeAMinuteAndNoLonger() {
        beating = false;
        seconds(59);
        assertThat(started).hasSize(1);
        assertThat(now().killed).isZero();
        seconds(3);
        assertThat(started.getFirst().killed).isEqualTo(1);
    }

    @Test
    void whatFailsAtItsStartIsTriedEverMoreSeldomAndForEver() {
        beating = false;
        List<Long> waits = new ArrayList<>();
        long last = 0;
        for (int i = 0; i < 86_400 * 2; i++) {
            nanos += 500_000_000;
            int before = started.size();
            dog.look();
            if (started.size() > before) {
                waits.add((nanos - last) / 1_000_000_000);
                last = nanos;
                now().alive = false;
                now().status = 1;
            }
        }
        assertThat(waits.subList(1, 8)).containsExactly(1L, 2L, 4L, 8L, 16L, 30L, 30L);
        assertThat(started).hasSizeGreaterThan(2800);
    }

    @Test
    void aProgramThatIsNotThereIsTriedAgain() {
        noneStarts = true;
        seconds(100);
        assertThat(said.getFirst()).contains("cannot be started").contains("no such file");
        noneStarts = false;
        seconds(31);
        assertThat(started).hasSize(1);
        assertThat(events).anySatisfy(e -> assertThat(e).startsWith("up w1"));
    }

    @Test
    void aMachineThatIsOnlySlowIsGivenMoreTimeUntilItShowsItsPicture() {
        // It paints every eleven seconds, which no four seconds' patience would ever let it do twice.
        beating = false;
        for (int i = 0; i < 600; i++) {
            nanos += 500_000_000;
            if (i % 22 == 21 && !started.isEmpty()) {
                now().beats++;
            }
            dog.look();
        }
        assertThat(started).hasSize(4);
        assertThat(now().alive).isTrue();
    }

    @Test
    void inItsFirstMinuteItIsBorneForLonger() {
        seconds(10);
        beating = false;
        seconds(11.5);
        assertThat(now().killed).isZero();
        seconds(1);
        assertThat(started.getFirst().killed).isEqualTo(1);
    }

    @Test
    void whatWasOnTheWayWhenItWasKilledIsNoBeatAnyMore() {
        seconds(120);
        beating = false;
        now().dies = false;
        seconds(4);
        assertThat(now().killed).isEqualTo(1);
        now().beats++;
        now().alive = false;
        dog.look();
        assertThat(falls.getFirst().silent()).isGreaterThanOrEqualTo(Duration.ofSeconds(4));
    }

    @Test
    void onAMachineThatHoldsUpTheWatchdogSilenceCountsLess() {
        seconds(120);
        for (int i = 0; i < 5; i++) {
            nanos += Duration.ofSeconds(3).toNanos();
            dog.look();
        }
        assertThat(now().killed).isZero();
    }

    @Test
    void aWatchdogThatWasHeldUpHearsBeforeItJudges() {
        seconds(120);
        nanos += Duration.ofSeconds(40).toNanos();
        dog.look();
        assertThat(now().killed).isZero();
        seconds(60);
        assertThat(started).hasSize(1);
        assertThat(now().killed).isZero();
    }

    @Test
    void clockJumpsMoveNothing() {
        dog = dog(DailyWindow.parse("04:00-04:20"));
        seconds(120);
        day.now = day.now.plus(Duration.ofDays(30));
        seconds(60);
        day.now = day.now.minus(Duration.ofDays(300));
        seconds(60);
        day.now = Instant.parse("2026-03-11T04:05:00Z"); // in the window, but the wall has hardly lived
        seconds(60);
        assertThat(started).hasSize(1);
        assertThat(now().killed + now().ended).isZero();
    }

    @Test
    void onceADayItIsStartedAnewInOrderAndWithoutAReport() {
        dog = dog(DailyWindow.parse("04:00-04:20"));
        seconds(16 * 3600 - 1);
        assertThat(started).hasSize(1);
        now().dies = false;
        seconds(2);
        assertThat(now().ended).isEqualTo(1);
        assertThat(now().killed).isZero();
        now().alive = false;
        seconds(3600 * 3);
        assertThat(started).hasSize(2);
        assertThat(falls).isEmpty();
        assertThat(events).contains("down w1 daily");
    }

    @Test
    void anEndInOrderThatTakesTooLongIsMadeOne() {
        dog = dog(DailyWindow.parse("04:00-04:20"));
        seconds(16 * 3600 - 1);
        now().deaf = true;
        seconds(2);
        assertThat(now().killed).isZero();
        seconds(9);
        assertThat(started).hasSize(2);
    }

    @Test
    void systemdHearsOfItWhileThereIsHope() {
        seconds(60);
        assertThat(states.stream().filter("WATCHDOG=1"::equals).count()).isBetween(14L, 16L);
        beating = false;
        noneStarts = true;
        now().alive = false;
        seconds(700);
        int then = states.size();
        seconds(600);
        assertThat(states).hasSize(then);
    }

    @Test
    void whatIsStoppedIsNotStartedAgain() {
        seconds(60);
        dog.stop();
        assertThat(now().ended).isEqualTo(1);
        assertThat(dog.ended()).isTrue();
        seconds(60);
        assertThat(started).hasSize(1);
        assertThat(states).endsWith("STOPPING=1");
        assertThat(falls).isEmpty();
    }

    /// What the test says it is.
    private static final class Dummy implements Kept {
        private final String name;
        private long beats;
        private boolean alive = true;
        private boolean dies = true;
        private boolean deaf;
        private int status;
        private int asked;
        private int ended;
        private int killed;

        Dummy(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public long beats() {
            return beats;
        }

        @Override
        public boolean pictured() {
            return false;
        }

        @Override
        public boolean alive() {
            return alive;
        }

        @Override
        public int status() {
            return status;
        }

        @Override
        public void askThreads() {
            asked++;
        }

        @Override
        public void end() {
            ended++;
            alive = !dies || deaf;
        }

        @Override
        public void kill() {
            killed++;
            alive = !dies;
        }

        @Override
        public List<String> words() {
            return List.of();
        }

        @Override
        public List<String> threads() {
            return asked > 0 ? List.of("Full thread dump") : List.of();
        }
    }

    private static final class Day extends Clock {
        private Instant now = NOON;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
