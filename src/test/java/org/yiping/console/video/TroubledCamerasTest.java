package org.yiping.console.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.camera.CameraState;
import org.yiping.domain.camera.CameraStream;
import org.yiping.domain.geo.Position;

/// Cameras that refuse, move or fail by the dozen, on decoders of cardboard, with the time in hand.
class TroubledCamerasTest {
    private static final FrameSize SMALL = new FrameSize(64, 36);
    private static final CameraStream SUB = new CameraStream("sub", "http://camera/sub", 640, 360, 15);

    private Instant now = Instant.parse("2026-11-24T02:42:18Z");
    private final List<CardboardDecoder> made = new ArrayList<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final InstantSource clock = () -> now;
    private @Nullable CameraStream fresh;
    private final DecodingPlayer player = new DecodingPlayer(
            new CardboardDecoders(made, () -> now = now.plusMillis(100)),
            CardboardClock.of(clock),
            timer,
            new Random(5),
            (camera, stream) ->
                    CompletableFuture.completedFuture(new Addresses.Given.At(fresh == null ? stream : fresh)));

    @AfterEach
    void stop() {
        player.close();
        timer.shutdownNow();
    }

    @Test
    void refusedCredentialsAreNotTriedAgainByAnybody() {
        Watch watch = player.watch(camera(SUB), SMALL, _ -> {});
        made.getFirst().target().ended(Picture.Fault.REFUSED);
        for (int i = 0; i < 100; i++) {
            now = now.plusSeconds(60);
            player.supervise();
        }
        assertThat(fault(watch)).isEqualTo(Picture.Fault.REFUSED);
        watch.close();
        // A tour that comes by again, and another size.
        Watch again = player.watch(camera(SUB), SMALL, _ -> {});
        Watch large = player.watch(camera(SUB), new FrameSize(640, 360), _ -> {});
        player.supervise();
        assertThat(made.stream().mapToInt(cardboard -> cardboard.plays).sum()).isEqualTo(1);
        assertThat(fault(again)).isEqualTo(Picture.Fault.REFUSED);
        assertThat(fault(large)).isEqualTo(Picture.Fault.REFUSED);
        // Corrected, it is another address.
        CameraStream corrected = new CameraStream("sub", "http://user:right@camera/sub", 640, 360, 15);
        player.watch(camera(corrected), SMALL, _ -> {});
        assertThat(made.stream().mapToInt(cardboard -> cardboard.plays).sum()).isEqualTo(2);
    }

    @Test
    void whatWasRefusedIsTriedOnceMoreWhenSomebodySaysSoAndNoMore() {
        Watch watch = player.watch(camera(SUB), SMALL, _ -> {});
        Watch large = player.watch(camera(SUB), new FrameSize(640, 360), _ -> {});
        CardboardDecoder one = made.getFirst();
        assertThat(watch.tryAgain()).as("nothing was refused").isFalse();
        one.target().ended(Picture.Fault.REFUSED);
        made.getLast().target().ended(Picture.Fault.REFUSED);
        assertThat(watch.tryAgain()).as("just now").isFalse();

        now = now.plus(Openings.ASKED_EVERY);
        assertThat(watch.tryAgain()).isTrue();
        player.supervise();
        player.supervise();
        assertThat(one.plays).isEqualTo(2);
        assertThat(made.getLast().plays).as("one try for all of its account").isEqualTo(1);
        one.target().ended(Picture.Fault.REFUSED);
        for (int i = 0; i < 100; i++) {
            watch.tryAgain(); // a hand that keeps hitting the key
            now = now.plusMillis(500);
            player.supervise();
        }
        assertThat(one.plays).as("fifty seconds later").isEqualTo(2);

        now = now.plus(Openings.ASKED_EVERY);
        assertThat(watch.tryAgain()).isTrue();
        player.supervise();
        one.move(3);
        assertThat(watch.picture()).isInstanceOf(Picture.Live.class);
        large.close();
        player.watch(camera(SUB), new FrameSize(640, 360), _ -> {});
        assertThat(made.stream().mapToInt(cardboard -> cardboard.plays).sum())
                .as("accepted, it is open to all")
                .isEqualTo(5);
    }

    @Test
    void anAddressThatExpiredIsExchangedAndTheTileGoesOn() {
        Watch watch = player.watch(camera(SUB), SMALL, _ -> {});
        made.getFirst().move(3);
        fresh = new CameraStream("sub", "http://camera/sub?token=2", 640, 360, 15);
        made.getFirst().target().ended(Picture.Fault.ENDED);
        now = now.plusSeconds(1);
        player.supervise();
        assertThat(made.getFirst().playing).isEqualTo(fresh.url());
        // An expired token may be called wrong credentials: another one is another try.
        fresh = new CameraStream("sub", "http://camera/sub?token=3", 640, 360, 15);
        made.getFirst().target().ended(Picture.Fault.REFUSED);
        player.supervise();
        assertThat(made.getFirst().playing).isEqualTo(fresh.url());
        made.getFirst().move(3);
        assertThat(watch.picture()).isInstanceOf(Picture.Live.class);
    }

    @Test
    void fiftyCamerasThatFailTogetherAreNotOpenedTogether() {
        List<Watch> watches = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            watches.add(player.watch(camera(stream(i)), SMALL, _ -> {}));
        }
        assertThat(opened()).isEqualTo(Openings.AT_ONCE);
        // Whoever has its picture makes room at once.
        made.getFirst().move(1);
        player.supervise();
        assertThat(opened()).isEqualTo(Openings.AT_ONCE + 1);
        // The rest follow though the first are black holes.
        for (int second = 0; second < 4; second++) {
            now = now.plusSeconds(1);
            player.supervise();
        }
        assertThat(opened()).isEqualTo(50);
        made.forEach(cardboard -> cardboard.target().ended(Picture.Fault.DECODER));
        int failed = plays();
        int most = 0;
        for (int i = 0; i < 40; i++) {
            now = now.plusMillis(200);
            int before = plays();
            player.supervise();
            most = Math.max(most, plays() - before);
        }
        assertThat(plays() - failed).isEqualTo(50);
        assertThat(most).isBetween(1, Openings.AT_ONCE);
        watches.forEach(Watch::close);
    }

    /// A switch that stays dead: no storm at first, and no beat of all together later.
    @Test
    void fiftyThatFailAgainAndAgainAreTriedSeldomAndEachInItsOwnTime() {
        for (int i = 0; i < 50; i++) {
            player.watch(camera(stream(i)), SMALL, _ -> {});
        }
        List<Integer> failed = new ArrayList<>();
        made.forEach(_ -> failed.add(0));
        List<Integer> eachSecond = new ArrayList<>();
        for (int second = 0; second < 180; second++) {
            int before = plays();
            for (int tick = 0; tick < 5; tick++) {
                for (int i = 0; i < made.size(); i++) {
                    if (made.get(i).plays > failed.get(i)) {
                        failed.set(i, made.get(i).plays);
                        made.get(i).target().ended(Picture.Fault.UNREACHABLE);
                    }
                }
                now = now.plusMillis(200);
                player.supervise();
            }
            eachSecond.add(plays() - before);
        }
        assertThat(eachSecond).as("tries in a second").allMatch(tries -> tries <= 5 * Openings.AT_ONCE);
        assertThat(eachSecond.subList(2, 60)).as("after two of them").allMatch(tries -> tries <= 40);
        List<Integer> later = eachSecond.subList(60, 180);
        assertThat(later.stream().mapToInt(Integer::intValue).sum())
                .as("in two minutes, one in 30 s each")
                .isBetween(150, 250);
        assertThat(later).as("in a second, of 50 that failed together").allMatch(tries -> tries <= 12);
    }

    private long opened() {
        return made.stream().filter(cardboard -> cardboard.plays > 0).count();
    }

    private int plays() {
        return made.stream().mapToInt(cardboard -> cardboard.plays).sum();
    }

    private static Picture.Fault fault(Watch watch) {
        return ((Picture.Offline) watch.picture()).fault();
    }

    private static CameraStream stream(int n) {
        return new CameraStream("sub", "http://camera/" + n, 640, 360, 15);
    }

    private static Camera camera(CameraStream... streams) {
        return new Camera(
                new CameraId("camera"),
                "test",
                new Position(104, 30),
                new Camera.View(0, 60, "fixed"),
                List.of(streams),
                new CameraState(true, true));
    }
}
