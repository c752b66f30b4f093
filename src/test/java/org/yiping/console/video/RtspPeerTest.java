package org.yiping.console.video;

// long because one peer is started for all that RTSP has to bear

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.IntBuffer;
import java.nio.charset.StandardCharsets;
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
import org.yiping.needs.DataFolder;
import org.yiping.needs.NeedsData;
import org.yiping.needs.NeedsProgram;

/// RTSP against GStreamer's server, which shares no line with FFmpeg or us. Skipped where it or libvlc is missing,
/// except in CI and in `./yiping verify --peers`.
@Tag("slow")
@NeedsProgram("ffmpeg")
class RtspPeerTest {
    private static final String CLIPS = "clips";
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

    /// Of real cameras, in H.264; none where there is no data.
    private static List<Path> recordings() throws IOException {
        Path folder = DataFolder.of(CLIPS);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
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

    /// The fourth server ends whoever has said nothing for two seconds, and looks every second; over UDP no packet of
    /// ours tells it that we are there. First that it does: somebody who only listens.
    @Test
    void aSessionIsKeptAliveBeyondItsTime() throws Exception {
        try (Listener silent = Listener.play(Integer.parseInt(ports[3]), "/h264")) {
            silent.awaitEnd(Duration.ofSeconds(8));
        }
        List<Picture> told = new ArrayList<>();
        try (Watch watch = player.watch(camera("rtsp://127.0.0.1:3/h264?udp"), TILE, told::add)) {
            await(Duration.ofSeconds(15), () -> watch.picture() instanceof Picture.Live);
            IntBuffer pixels = IntBuffer.allocate(TILE.pixels());
            long first = watch.copy(pixels, 0);
            await(Duration.ofSeconds(20), () -> watch.copy(pixels, 0) > first + 8 * 15);
            assertThat(watch.picture()).isInstanceOf(Picture.Live.class);
            assertThat(told).as("and never lost meanwhile").hasSize(1);
        }
    }

    /// Every two seconds it is 640 × 360 or 960 × 540, in the same session.
    @Test
    void aStreamThatChangesItsSizePlaysOn() {
        List<Picture> told = new ArrayList<>();
        try (Watch watch = player.watch(camera("rtsp://127.0.0.1:0/resized"), TILE, told::add)) {
            await(Duration.ofSeconds(15), () -> watch.picture() instanceof Picture.Live);
            IntBuffer pixels = IntBuffer.allocate(TILE.pixels());
            long first = watch.copy(pixels, 0);
            await(Duration.ofSeconds(15), () -> watch.copy(pixels, 0) > first + 7 * 15);
            assertThat(watch.picture()).isInstanceOf(Picture.Live.class);
            assertThat(told).as("nobody began anew").noneMatch(Picture.Offline.class::isInstance);
        }
    }

    /// Whose first picture is the only one that shows something by itself, and whose others do not come in order.
    @Test
    void aStreamWithOneKeyPicturePlaysFromItOn() {
        itPlays("rtsp://127.0.0.1:0/recorded/0");
    }

    @Test
    @NeedsData(CLIPS)
    void recordingsOfRealCamerasPlay() throws IOException {
        int all = recordings().size();
        assertThat(all).isPositive();
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

    /// Asks for a stream over UDP and says nothing more.
    private record Listener(Socket socket, DatagramSocket pictures) implements AutoCloseable {
        static Listener play(int port, String path) throws IOException {
            Listener one = new Listener(
                    new Socket(InetAddress.getLoopbackAddress(), port),
                    new DatagramSocket(0, InetAddress.getLoopbackAddress()));
            String url = "rtsp://127.0.0.1:" + port + path;
            int at = one.pictures.getLocalPort();
            String set = one.ask(
                    "SETUP " + url + "/stream=0", "Transport: RTP/AVP;unicast;client_port=" + at + "-" + (at + 1));
            String session = set.replaceFirst("(?s).*Session: ([^;\r]+).*", "$1");
            assertThat(one.ask("PLAY " + url, "Session: " + session)).contains("200 OK");
            one.pictures.setSoTimeout(5_000);
            one.pictures.receive(new DatagramPacket(new byte[2_000], 2_000));
            return one;
        }

        private String ask(String what, String header) throws IOException {
            String text = what + " RTSP/1.0\r\nCSeq: 1\r\n" + header + "\r\n\r\n";
            socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
            socket.setSoTimeout(5_000);
            byte[] answer = new byte[10_000];
            int length = 0;
            while (!new String(answer, 0, length, StandardCharsets.US_ASCII).contains("\r\n\r\n")) {
                length += socket.getInputStream().read(answer, length, answer.length - length);
            }
            return new String(answer, 0, length, StandardCharsets.US_ASCII);
        }

        void awaitEnd(Duration atMost) throws IOException {
            socket.setSoTimeout((int) atMost.toMillis());
            assertThat(socket.getInputStream().read()).as("the server hangs up").isEqualTo(-1);
        }

        @Override
        public void close() throws IOException {
            pictures.close();
            socket.close();
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
