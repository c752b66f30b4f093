package org.yiping.console.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.IntBuffer;
import java.nio.file.Files;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.camera.CameraState;
import org.yiping.domain.camera.CameraStream;
import org.yiping.domain.geo.Position;
import org.yiping.needs.NeedsProgram;

/// RTSP against GStreamer's server, which shares no line with FFmpeg or us. Skipped where it or libvlc is missing,
/// except in CI.
@Tag("slow")
@NeedsProgram("ffmpeg")
class RtspPeerTest {
    private static final FrameSize TILE = new FrameSize(320, 180);

    private static final ExecutorService threads = Executors.newCachedThreadPool();
    private static final ScheduledExecutorService timer = Executors.newScheduledThreadPool(1);

    private static CameraPlayer player;
    private static Process peer;
    private static String[] ports;

    @TempDir
    private static Path folder;

    @BeforeAll
    static void open() throws Exception {
        Path clip = make("clip.mp4", "-g 15 -bf 0");
        Path rare = make("rare.mp4", "-g 1000 -bf 3 -b_strategy 0 -sc_threshold 0");
        List<String> program = new ArrayList<>(List.of(
                "/usr/bin/python3", Path.of("packaging/peers/rtsp.py").toString(), clip.toString(), rare.toString()));
        recordings().forEach(recording -> program.add(recording.toString()));
        peer = new ProcessBuilder(program)
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

    private static Path make(String name, String how) throws Exception {
        Path clip = folder.resolve(name);
        String ffmpeg = "ffmpeg -v error -f lavfi -i testsrc2=size=640x360:rate=15 -t 20 -pix_fmt yuv420p " + how;
        List<String> words = new ArrayList<>(List.of(ffmpeg.split(" ")));
        words.add(clip.toString());
        assertThat(new ProcessBuilder(words).inheritIO().start().waitFor()).isZero();
        return clip;
    }

    /// Of real cameras, in H.264; none where the run was told of no folder.
    private static List<Path> recordings() throws IOException {
        String folder = System.getProperty("yiping.clips", "");
        if (folder.isEmpty() || !Files.isDirectory(Path.of(folder))) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            return files.filter(f -> f.toString().endsWith(".mp4")).sorted().toList();
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
                // Says what it is made of in its description only.
                "rtsp://127.0.0.1:0/clip",
                "rtsp://user:right@127.0.0.1:1/h264",
                "rtsp://user:right@127.0.0.1:2/h264"
            })
    void itPlays(String address) {
        List<Picture> told = new ArrayList<>();
        try (Watch watch = player.watch(camera(address), TILE, told::add)) {
            await(Duration.ofSeconds(15), () -> watch.picture() instanceof Picture.Live);
            IntBuffer pixels = IntBuffer.allocate(TILE.pixels());
            long first = watch.copy(pixels, 0);
            await(Duration.ofSeconds(10), () -> watch.copy(pixels, 0) > first + 40);
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

    /// Whose first picture is the only one that shows something by itself, and whose others do not come in order.
    @Test
    void aStreamWithOneKeyPicturePlaysFromItOn() {
        itPlays("rtsp://127.0.0.1:0/recorded/0");
    }

    @Test
    void recordingsOfRealCamerasPlay() throws IOException {
        int all = recordings().size();
        assumeTrue(all > 0, "no recordings: -Dyiping.clips names their folder");
        for (int i = 0; i < all; i++) {
            try (Watch watch = player.watch(camera("rtsp://127.0.0.1:0/recorded/" + (i + 1)), TILE, _ -> {})) {
                await(Duration.ofSeconds(15), () -> watch.picture() instanceof Picture.Live);
            }
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

    @Test
    void aStalledOrCutConnectionIsSaidAndComesBack() throws Exception {
        try (Wire wire = new Wire(Integer.parseInt(ports[0]), threads);
                Watch watch = player.watch(camera("rtsp://127.0.0.1:" + wire.port() + "/h264"), TILE, _ -> {})) {
            await(Duration.ofSeconds(15), () -> watch.picture() instanceof Picture.Live);
            wire.stall();
            await(Duration.ofSeconds(4), () -> watch.picture() instanceof Picture.Stalled);
            // Tried anew after three seconds, and then it is not even there.
            await(Duration.ofSeconds(12), () -> watch.picture() instanceof Picture.Offline);
            wire.mend();
            await(Duration.ofSeconds(15), () -> watch.picture() instanceof Picture.Live);
            wire.cut();
            await(
                    Duration.ofSeconds(5),
                    () -> watch.picture() instanceof Picture.Offline offline && offline.fault() == Picture.Fault.ENDED);
            await(Duration.ofSeconds(15), () -> watch.picture() instanceof Picture.Live);
        }
    }

    /// Waits for as long as the camera lets it: nothing but an interrupt ends that.
    @Test
    void aWatchThatIsClosedInABlackHoleLetsGoAtOnce() throws Exception {
        try (Wire wire = new Wire(Integer.parseInt(ports[0]), threads)) {
            wire.stall();
            Watch watch = player.watch(camera("rtsp://127.0.0.1:" + wire.port() + "/h264"), TILE, _ -> {});
            await(Duration.ofSeconds(5), () -> wire.served() > 0);
            watch.close();
            await(Duration.ofSeconds(1), () -> wire.open() == 0);
        }
    }

    private static Camera camera(String address) {
        if (!address.matches(".*127.0.0.1:\\d/.*")) {
            return at(address);
        }
        String url = address.replaceFirst("127.0.0.1:(\\d)/", "127.0.0.1:PORT/")
                .replace("PORT", ports[Integer.parseInt(address.replaceFirst(".*127.0.0.1:(\\d)/.*", "$1"))]);
        return at(url);
    }

    private static Camera at(String url) {
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
