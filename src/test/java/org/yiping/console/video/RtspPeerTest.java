package org.yiping.console.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.IntBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.camera.CameraState;
import org.yiping.domain.camera.CameraStream;
import org.yiping.domain.geo.Position;

/// RTSP against GStreamer's server, which shares no line with FFmpeg or us. Skipped where it or libvlc is missing,
/// except in CI.
@Tag("slow")
class RtspPeerTest {
    private static final FrameSize TILE = new FrameSize(320, 180);

    private static final ExecutorService threads = Executors.newCachedThreadPool();
    private static final ScheduledExecutorService timer = Executors.newScheduledThreadPool(1);

    private static CameraPlayer player;
    private static Process peer;
    private static String[] ports;

    @BeforeAll
    static void open() throws IOException {
        peer = new ProcessBuilder(
                        "/usr/bin/python3", Path.of("packaging/peers/rtsp.py").toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader said = peer.inputReader();
        String line = said.readLine();
        if (line == null) {
            missing("GStreamer's RTSP server");
            return;
        }
        ports = line.split(" ");
        Video video = Video.open(new Video.Means(InstantSource.system(), timer, threads, 7));
        player = video.player();
        if (video instanceof Video.Missing(String reason)) {
            missing("libvlc: " + reason);
        }
    }

    private static void missing(String what) {
        if (Boolean.parseBoolean(System.getenv("CI"))) {
            fail("CI has to have " + what);
        }
        abort(what + " is not installed here");
    }

    @AfterAll
    static void close() {
        if (player != null) {
            player.close();
        }
        peer.destroyForcibly();
        List.of(threads, timer).forEach(ExecutorService::shutdownNow);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rtsp://127.0.0.1:0/h264",
                "rtsp://127.0.0.1:0/h265",
                "rtsp://127.0.0.1:0/h264?udp",
                "rtsp://user:right@127.0.0.1:1/h264",
                "rtsp://user:right@127.0.0.1:2/h264"
            })
    void itPlays(String address) {
        List<Picture> told = new ArrayList<>();
        try (Watch watch = player.watch(camera(address), TILE, told::add)) {
            long begin = System.nanoTime();
            await(Duration.ofSeconds(15), () -> watch.picture() instanceof Picture.Live);
            System.err.printf("%s live after %d ms%n", address, (System.nanoTime() - begin) / 1_000_000);
            IntBuffer pixels = IntBuffer.allocate(TILE.pixels());
            long first = watch.copy(pixels, 0);
            await(Duration.ofSeconds(10), () -> watch.copy(pixels, first) > first + 40);
            assertThat(watch.picture())
                    .isInstanceOfSatisfying(
                            Picture.Live.class,
                            live -> assertThat(live.framesPerSecond()).isBetween(12.0, 18.0));
            assertThat(told).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rtsp://user:wrong@127.0.0.1:1/h264",
                "rtsp://user:wrong@127.0.0.1:2/h264",
                "rtsp://127.0.0.1:2/h264"
            })
    void wrongCredentialsAreSaidAndNotTriedAgain(String address) {
        try (Watch watch = player.watch(camera(address), TILE, _ -> {})) {
            await(Duration.ofSeconds(10), () -> watch.picture() instanceof Picture.Offline);
            assertThat(watch.picture()).isInstanceOfSatisfying(Picture.Offline.class, offline -> {
                assertThat(offline.fault()).isEqualTo(Picture.Fault.REFUSED);
                assertThat(offline.tries()).isZero();
            });
        }
    }

    @Test
    void whatIsNotThereIsUnreachable() {
        try (Watch watch = player.watch(camera("rtsp://127.0.0.1:0/nothing"), TILE, _ -> {})) {
            await(
                    Duration.ofSeconds(10),
                    () -> watch.picture() instanceof Picture.Offline offline
                            && offline.fault() == Picture.Fault.UNREACHABLE);
        }
    }

    private static Camera camera(String address) {
        String url = address.replaceFirst("127.0.0.1:(\\d)/", "127.0.0.1:PORT/")
                .replace("PORT", ports[Integer.parseInt(address.replaceFirst(".*127.0.0.1:(\\d)/.*", "$1"))]);
        return new Camera(
                new CameraId("camera"),
                "test",
                new Position(104, 30),
                new Camera.View(0, 60, "fixed"),
                List.of(new CameraStream("sub", url, 640, 360, 15)),
                new CameraState(true, true));
    }

    private static void await(Duration atMost, BooleanSupplier condition) {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("within " + atMost).isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
    }
}
