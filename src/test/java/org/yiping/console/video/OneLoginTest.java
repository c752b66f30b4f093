package org.yiping.console.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.yiping.console.video.Addresses.Given;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.camera.CameraState;
import org.yiping.domain.camera.CameraStream;
import org.yiping.domain.geo.Position;

/// Sixty-four channels of one recorder under one name and password, on decoders of cardboard, with the time in hand.
class OneLoginTest {
    private static final FrameSize SMALL = new FrameSize(64, 36);
    private static final int CHANNELS = 64;

    private Instant now = Instant.parse("2026-11-27T06:00:00Z");
    private final List<CardboardDecoder> made = new ArrayList<>();
    private final List<Watch> watches = new ArrayList<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final DecodingPlayer player = new DecodingPlayer(
            new CardboardDecoders(made, () -> {}),
            CardboardClock.of(() -> now),
            timer,
            new Random(5),
            (camera, stream) -> CompletableFuture.completedFuture(new Given.At(
                    stream.url().isEmpty()
                            ? stream("rtsp://u:wrong@nvr/" + camera.id().value())
                            : stream)));

    @AfterEach
    void stop() {
        player.close();
        timer.shutdownNow();
    }

    @Test
    void aWrongPasswordIsSentOnceForAllOfThem() {
        watchAll("rtsp://u:wrong@nvr/");
        assertThat(plays()).isEqualTo(1);
        refuse();
        pass(120);
        assertThat(plays()).isEqualTo(1);
        assertThat(watches).allMatch(OneLoginTest::isRefused);

        assertThat(watches.get(7).tryAgain()).as("somebody put it right").isTrue();
        assertThat(watches.get(8).tryAgain()).isFalse();
        pass(1);
        assertThat(plays()).isEqualTo(2);
        pictures();
        pass(10);
        assertThat(made).as("and all others come with it").allMatch(d -> d.plays > 0);
    }

    @Test
    void addressesThatAreAskedForLogInAlike() {
        watchAll("");
        pass(1);
        assertThat(plays()).isEqualTo(1);
        refuse();
        pass(120);
        assertThat(plays()).isEqualTo(1);
        assertThat(watches).allMatch(OneLoginTest::isRefused);
    }

    @Test
    void onceOneIsLetInAllAre() {
        watchAll("rtsp://u:right@nvr/");
        for (int i = 0; i < 5; i++) {
            pictures();
            pass(1);
        }
        assertThat(made).allMatch(d -> d.plays == 1);
    }

    @Test
    void anotherPasswordAnotherPortAnotherDeviceAndNoneAtAllWaitForNobody() {
        for (String url : List.of(
                "rtsp://u:a@nvr/1",
                "rtsp://u:b@nvr/1",
                "rtsp://v:a@nvr/1",
                "rtsp://u:a@nvr:8554/1",
                "rtsp://u:a@other/1",
                "rtsp://nvr/1",
                "rtsp://nvr/2")) {
            watch(url, url);
        }
        assertThat(made).allMatch(d -> d.plays == 1);
        watch("rtsp://u:a@NVR:554/2", "the same by another way of writing it");
        assertThat(made.getLast().plays).isZero();
    }

    @Test
    void whoSaysNothingKeepsTheOthersWaitingForSecondsOnly() {
        watchAll("rtsp://u:right@nvr/");
        pass(2);
        assertThat(plays()).isEqualTo(1);
        pass(2);
        assertThat(plays()).isEqualTo(2);
    }

    @Test
    void aChannelThatIsRefusedBesideOthersThatPlayIsRefusedAlone() {
        watch("rtsp://u:right@nvr/1", "a");
        pictures();
        watch("rtsp://u:right@nvr/2", "b");
        made.getLast().target().ended(Picture.Fault.REFUSED);
        watch("rtsp://u:right@nvr/3", "c");
        pass(1);
        assertThat(made).hasSize(3).allMatch(d -> d.plays == 1);
        assertThat(isRefused(watches.get(1))).isTrue();
    }

    @Test
    void aPasswordThatIsChangedMeanwhileIsTriedByOne() {
        watchAll("rtsp://u:right@nvr/");
        for (int i = 0; i < 5; i++) {
            pictures();
            pass(1);
        }
        made.forEach(d -> d.target().ended(Picture.Fault.ENDED));
        pass(2);
        assertThat(plays()).isEqualTo(CHANNELS + 1);
        made.stream().filter(d -> d.plays == 2).forEach(d -> d.target().ended(Picture.Fault.REFUSED));
        pass(60);
        assertThat(plays()).isEqualTo(CHANNELS + 1);
    }

    private void watchAll(String urls) {
        for (int i = 0; i < CHANNELS; i++) {
            watch(urls.isEmpty() ? "" : urls + i, "c" + i);
        }
    }

    private void watch(String url, String id) {
        Camera camera = new Camera(
                new CameraId(id),
                id,
                new Position(104, 30),
                new Camera.View(0, 60, "fixed"),
                List.of(stream(url)),
                new CameraState(true, false));
        watches.add(player.watch(camera, SMALL, _ -> {}));
    }

    private static CameraStream stream(String url) {
        return new CameraStream("sub", url, 640, 360, 15);
    }

    private int plays() {
        return made.stream().mapToInt(d -> d.plays).sum();
    }

    private void refuse() {
        made.stream().filter(d -> d.playing != null).forEach(d -> d.target().ended(Picture.Fault.REFUSED));
    }

    /// Of all that play.
    private void pictures() {
        made.stream().filter(d -> d.playing != null).forEach(d -> d.move(3));
    }

    private static boolean isRefused(Watch watch) {
        return watch.picture() instanceof Picture.Offline o && o.fault() == Picture.Fault.REFUSED;
    }

    private void pass(int seconds) {
        for (int i = 0; i < 5 * seconds; i++) {
            now = now.plusMillis(200);
            player.supervise();
        }
    }
}
