package org.yiping.console.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.yiping.console.video.Picture.Fault;
import org.yiping.console.video.PictureWatch.Order;

class PictureWatchTest {
    private static final Duration FRAME = Duration.ofMillis(66);
    private static final Instant START = Instant.parse("2026-11-24T02:42:18Z");

    private Instant now = START;
    private final PictureWatch watch = new PictureWatch(now, new Backoff(new Random(1)));

    @Test
    void itConnectsUntilTwoPicturesDiffer() {
        watch.started(now);
        assertThat(watch.picture(now)).isEqualTo(new Picture.Connecting(START));
        moving(1);
        assertThat(watch.picture(now)).isInstanceOf(Picture.Connecting.class);
        moving(1);
        assertThat(watch.picture(now)).isInstanceOf(Picture.Live.class);
    }

    @Test
    void liveTellsRateAgeAndTheLastSixMovements() {
        watch.started(now);
        for (int i = 1; i <= 60; i++) {
            now = now.plus(FRAME);
            watch.frame(now, true, i / 100.0);
        }
        now = now.plusMillis(120);
        assertThat(watch.picture(now)).isInstanceOfSatisfying(Picture.Live.class, live -> {
            assertThat(live.framesPerSecond()).isBetween(15.0, 15.3);
            assertThat(live.age()).isEqualTo(Duration.ofMillis(120));
            assertThat(live.motion()).containsExactly(0.55, 0.56, 0.57, 0.58, 0.59, 0.60);
        });
    }

    @Test
    void noNewPictureForASecondIsStalledThoughFramesCome() {
        live();
        Instant last = now;
        repeating(Duration.ofMillis(900));
        assertThat(watch.picture(now)).isInstanceOf(Picture.Live.class);
        repeating(Duration.ofMillis(300));
        assertThat(watch.picture(now)).isEqualTo(new Picture.Stalled(last));
    }

    @Test
    void theSamePictureForThreeSecondsIsFrozenAndTriedAnew() {
        live();
        Instant last = now;
        assertThat(repeating(Duration.ofMillis(3_100))).isEqualTo(Order.CARRY_ON);
        assertThat(watch.picture(now)).isInstanceOfSatisfying(Picture.Frozen.class, frozen -> {
            assertThat(frozen.lastChange()).isEqualTo(last);
            assertThat(frozen.tries()).isZero();
            assertThat(frozen.nextTry()).isBetween(now, now.plusSeconds(1));
        });
        assertThat(repeating(Duration.ofSeconds(1))).isEqualTo(Order.START);
        watch.started(now);
        repeating(Duration.ofMillis(500));
        assertThat(watch.picture(now)).isInstanceOfSatisfying(Picture.Frozen.class, frozen -> {
            assertThat(frozen.lastChange()).isEqualTo(last);
            assertThat(frozen.tries()).isEqualTo(1);
        });
    }

    @Test
    void withoutAnyFramesItStaysStalledButIsTriedAnew() {
        live();
        assertThat(silence(Duration.ofSeconds(3))).isEqualTo(Order.CARRY_ON);
        assertThat(watch.picture(now)).isInstanceOf(Picture.Stalled.class);
        assertThat(silence(Duration.ofSeconds(1))).isEqualTo(Order.START);
    }

    @Test
    void aFrozenPictureComesBackByItself() {
        live();
        repeating(Duration.ofMillis(3_100));
        moving(2);
        assertThat(watch.picture(now)).isInstanceOf(Picture.Live.class);
        assertThat(watch.tick(now)).isEqualTo(Order.CARRY_ON);
    }

    @Test
    void onePictureAfterAReconnectProvesNothing() {
        live();
        repeating(Duration.ofSeconds(4));
        watch.started(now);
        moving(1);
        assertThat(watch.picture(now)).isInstanceOf(Picture.Frozen.class);
        moving(1);
        assertThat(watch.picture(now)).isInstanceOf(Picture.Live.class);
    }

    @Test
    void aStillSceneWithFlowingBytesIsFrozenButSeldomTriedAnew() {
        live();
        long bytes = 10_000;
        for (int i = 0; i < 20; i++) {
            repeating(Duration.ofMillis(200));
            if (watch.wantsBytes(now)) {
                watch.bytes(now, bytes += 5_000);
            }
        }
        assertThat(watch.picture(now))
                .isInstanceOfSatisfying(
                        Picture.Frozen.class,
                        frozen -> assertThat(frozen.nextTry()).isAfter(now.plusSeconds(20)));
    }

    @Test
    void bytesAreAskedForOnlyWhileNothingMoves() {
        watch.started(now);
        assertThat(watch.wantsBytes(now.plusSeconds(5))).isFalse();
        moving(20);
        assertThat(watch.wantsBytes(now)).isFalse();
        repeating(Duration.ofMillis(1_200));
        assertThat(watch.wantsBytes(now)).isTrue();
    }

    @Test
    void noFirstPictureWithinTenSecondsIsAFault() {
        watch.started(now);
        assertThat(silence(Duration.ofMillis(9_800))).isEqualTo(Order.CARRY_ON);
        assertThat(watch.picture(now)).isInstanceOf(Picture.Connecting.class);
        assertThat(silence(Duration.ofMillis(400))).isEqualTo(Order.STOP);
        assertThat(watch.picture(now)).isInstanceOfSatisfying(Picture.Offline.class, offline -> {
            assertThat(offline.fault()).isEqualTo(Fault.NO_PICTURE);
            assertThat(offline.since()).isEqualTo(now);
            assertThat(offline.nextTry()).isAfter(now);
        });
        assertThat(silence(Duration.ofSeconds(1))).isEqualTo(Order.START);
    }

    @Test
    void itStaysOfflineSinceTheFirstFaultWhileItTriesAgain() {
        watch.started(now);
        now = now.plusMillis(70);
        Instant since = now;
        for (int tries = 0; tries < 12; tries++) {
            watch.failed(now, Fault.UNREACHABLE);
            assertThat(watch.picture(now)).isInstanceOf(Picture.Offline.class);
            while (watch.tick(now) != Order.START) {
                now = now.plusMillis(200);
            }
            watch.started(now);
            now = now.plusMillis(70);
        }
        assertThat(watch.picture(now)).isInstanceOfSatisfying(Picture.Offline.class, offline -> {
            assertThat(offline.since()).isEqualTo(since);
            assertThat(offline.tries()).isEqualTo(12);
        });
        // 0.5 + 1 + 2 + 4 + 8 + 16 + 6 × 30 s, a fifth more or less.
        assertThat(Duration.between(since, now)).isBetween(Duration.ofSeconds(165), Duration.ofSeconds(260));
        moving(2);
        assertThat(watch.picture(now)).isInstanceOf(Picture.Live.class);
    }

    @Test
    void waitsBeginSmallAgainOnlyAfterLivingForAWhile() {
        watch.started(now);
        for (int i = 0; i < 4; i++) {
            watch.failed(now, Fault.ENDED);
            while (watch.tick(now) != Order.START) {
                now = now.plusMillis(200);
            }
            watch.started(now);
        }
        moving(10);
        watch.failed(now, Fault.ENDED);
        assertThat(offline().tries()).isEqualTo(4);
        assertThat(offline().nextTry()).isAfter(now.plusSeconds(5));

        watch.started(now);
        moving(100);
        watch.failed(now, Fault.ENDED);
        assertThat(offline().tries()).isZero();
        assertThat(offline().nextTry()).isBefore(now.plusSeconds(1));
    }

    @Test
    void whatAStoppedDecoderStillSaysIsNotHeard() {
        watch.started(now);
        watch.failed(now, Fault.ENDED);
        moving(5);
        assertThat(watch.picture(now)).isInstanceOf(Picture.Offline.class);
    }

    @Test
    void aClockThatStepsBackIsNoFault() {
        live();
        assertThat(watch.picture(now.minusSeconds(30)))
                .isInstanceOfSatisfying(
                        Picture.Live.class, live -> assertThat(live.age()).isZero());
    }

    @Test
    void waitsGrowToHalfAMinuteAndAreSpread() {
        Backoff one = new Backoff(new Random(1));
        Backoff other = new Backoff(new Random(2));
        assertThat(one.after(0)).isBetween(Duration.ofMillis(400), Duration.ofMillis(600));
        assertThat(one.after(3)).isBetween(Duration.ofMillis(3_200), Duration.ofMillis(4_800));
        assertThat(one.after(1_000)).isBetween(Duration.ofSeconds(24), Duration.ofSeconds(36));
        assertThat(one.after(5)).isNotEqualTo(other.after(5));
    }

    private void live() {
        watch.started(now);
        moving(30);
        assertThat(watch.picture(now)).isInstanceOf(Picture.Live.class);
    }

    private Picture.Offline offline() {
        return (Picture.Offline) watch.picture(now);
    }

    private void moving(int pictures) {
        for (int i = 0; i < pictures; i++) {
            now = now.plus(FRAME);
            watch.frame(now, true, 0.3);
        }
    }

    /// The last picture again and again, as libvlc does; the first order that is not to carry on.
    private Order repeating(Duration time) {
        return pass(time, true);
    }

    private Order silence(Duration time) {
        return pass(time, false);
    }

    private Order pass(Duration time, boolean frames) {
        Instant end = now.plus(time);
        while (now.isBefore(end)) {
            now = now.plusMillis(100);
            if (frames) {
                watch.frame(now, false, 0);
            }
            Order order = watch.tick(now);
            if (order != Order.CARRY_ON) {
                return order;
            }
        }
        return Order.CARRY_ON;
    }
}
