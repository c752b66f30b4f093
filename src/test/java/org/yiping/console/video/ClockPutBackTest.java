package org.yiping.console.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.camera.CameraState;
import org.yiping.domain.camera.CameraStream;
import org.yiping.domain.geo.Position;

/// The seat's clock is set while cameras play: nothing waits for it and nothing becomes younger by it.
class ClockPutBackTest {
    private static final FrameSize SMALL = new FrameSize(64, 36);
    private static final CameraStream SUB = new CameraStream("sub", "http://camera/sub", 640, 360, 15);

    private Instant seat = Instant.parse("2026-11-24T02:42:18Z");
    private long nanos;
    private final List<CardboardDecoder> made = new ArrayList<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final DecodingPlayer player = new DecodingPlayer(
            new CardboardDecoders(made, () -> pass(Duration.ofMillis(100))),
            new SteadyClock(() -> seat, () -> nanos),
            timer,
            new Random(5),
            Addresses.FIXED);

    @AfterEach
    void stop() {
        player.close();
        timer.shutdownNow();
    }

    private void pass(Duration time) {
        seat = seat.plus(time);
        nanos += time.toNanos();
    }

    private Watch watch() {
        return player.watch(
                new Camera(
                        new CameraId("c-17"),
                        "玉林街",
                        new Position(104, 30),
                        new Camera.View(0, 60, "fixed"),
                        List.of(SUB),
                        new CameraState(true, true)),
                SMALL,
                _ -> {});
    }

    @Test
    void aPictureThatFrozeJustThenIsNotLive() {
        Watch watch = watch();
        made.getFirst().move(3);
        assertThat(watch.picture()).isInstanceOf(Picture.Live.class);
        Instant last = seat;
        seat = seat.minus(Duration.ofHours(1));
        pass(Duration.ofSeconds(2));
        assertThat(watch.picture())
                .as("by the clock as it is set now")
                .isEqualTo(new Picture.Stalled(last.minus(Duration.ofHours(1))));
    }

    @Test
    void whatIsLostIsTriedAgainAsSoonAsBefore() {
        Watch watch = watch();
        made.getFirst().move(3);
        made.getFirst().target().ended(Picture.Fault.ENDED);
        seat = seat.minus(Duration.ofHours(1));
        assertThat(watch.picture())
                .isInstanceOfSatisfying(
                        Picture.Offline.class,
                        o -> assertThat(o.nextTry()).isBetween(seat, seat.plus(Backoff.LONGEST)));
        for (int i = 0; i < 60 && made.getFirst().plays < 2; i++) {
            pass(Duration.ofSeconds(1));
            player.supervise();
        }
        assertThat(made.getFirst().plays).isEqualTo(2);
    }
}
