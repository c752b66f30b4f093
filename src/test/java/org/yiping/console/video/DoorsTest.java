package org.yiping.console.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
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

/// Cameras behind a machine that is away for a long time, on decoders of cardboard, with the time in hand.
class DoorsTest {
    private static final FrameSize SMALL = new FrameSize(64, 36);
    private static final Duration LOOK = Duration.ofMillis(200);

    private Instant now = Instant.parse("2026-11-28T02:42:18Z");
    private boolean open;
    private final List<InetSocketAddress> knocks = new ArrayList<>();
    private final List<CardboardDecoder> made = new ArrayList<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final DecodingPlayer player = new DecodingPlayer(
            new CardboardDecoders(made, () -> now = now.plusMillis(100)),
            CardboardClock.of(() -> now),
            timer,
            new Random(5),
            Addresses.FIXED,
            new Doors(Runnable::run, place -> {
                knocks.add(place);
                return open;
            }));

    @AfterEach
    void stop() {
        player.close();
        timer.shutdownNow();
    }

    @Test
    void allBehindAMachineComeBackWithinTwoSecondsHoweverLongItWasAway() {
        for (int i = 0; i < 5; i++) {
            player.watch(camera("c" + i, "rtsp://10.0.0.7/" + i), SMALL, _ -> {});
        }
        awayFor(Duration.ofMinutes(10));
        assertThat(knocks)
                .as("one every two seconds for all five")
                .hasSizeBetween(290, 300)
                .allMatch(k -> k.getHostString().equals("10.0.0.7") && k.getPort() == 554);
        int tried = plays();
        open = true;
        pass(Doors.EVERY.plus(LOOK));
        assertThat(plays() - tried).isEqualTo(5);
    }

    @Test
    void aMachineThatAnswersAndHasNoPictureIsTriedAsSeldomAsEver() {
        open = true;
        player.watch(camera("c", "http://10.0.0.7:8000/live.ts"), SMALL, _ -> {});
        awayFor(Duration.ofMinutes(10));
        assertThat(plays()).as("0.5, 1, 2 … 30 s").isLessThan(35);
    }

    @Test
    void oneThatComesBackWithoutItsStreamsIsAskedOnceMoreAndThenAsSeldomAsBefore() {
        player.watch(camera("c", "http://10.0.0.7:8000/live.ts"), SMALL, _ -> {});
        awayFor(Duration.ofMinutes(10));
        int tried = plays();
        open = true;
        awayFor(Duration.ofSeconds(20));
        assertThat(plays() - tried).isBetween(1, 2);
    }

    @Test
    void whatPlaysKnocksNowhere() {
        player.watch(camera("c", "http://10.0.0.7:8000/live.ts"), SMALL, _ -> {});
        made.getFirst().move(3);
        pass(Duration.ofSeconds(2));
        player.watch(camera("file", "file:///srv/clip.ts"), SMALL, _ -> {});
        made.getLast().target().ended(Picture.Fault.UNREACHABLE);
        pass(Duration.ofSeconds(8));
        assertThat(knocks).isEmpty();
    }

    /// Each try of each stream comes to nothing at once.
    private void awayFor(Duration time) {
        Instant end = now.plus(time);
        int[] seen = new int[made.size()];
        while (now.isBefore(end)) {
            for (int i = 0; i < seen.length; i++) {
                if (made.get(i).plays > seen[i]) {
                    seen[i] = made.get(i).plays;
                    made.get(i).target().ended(Picture.Fault.UNREACHABLE);
                }
            }
            pass(LOOK);
        }
    }

    private void pass(Duration time) {
        Instant end = now.plus(time);
        while (now.isBefore(end)) {
            now = now.plus(LOOK);
            player.supervise();
        }
    }

    private int plays() {
        return made.stream().mapToInt(d -> d.plays).sum();
    }

    private static Camera camera(String id, String url) {
        return new Camera(
                new CameraId(id),
                id,
                new Position(104, 30),
                new Camera.View(0, 60, "fixed"),
                List.of(new CameraStream("sub", url, 640, 360, 15)),
                new CameraState(true, true));
    }
}
