package org.yiping.console.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.IntBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.camera.CameraState;
import org.yiping.domain.camera.CameraStream;
import org.yiping.domain.geo.Position;
import org.yiping.needs.NeedsProgram;

/// Every kind of address a platform gives out, made by ffmpeg and served by a small server, on the real libvlc; and
/// servers that never answer.
@Tag("slow")
@NeedsProgram("ffmpeg")
class SourcesTest {
    private static final FrameSize TILE = new FrameSize(320, 180);

    private static final ExecutorService threads = Executors.newCachedThreadPool();
    private static final ScheduledExecutorService timer = Executors.newScheduledThreadPool(1);

    @TempDir
    private static Path folder;

    private static HttpServer server;
    private static CameraPlayer player;

    @BeforeAll
    static void open() throws Exception {
        make("clip.ts", "-c:v", "libx264", "-bf", "0");
        make("clip.flv", "-c:v", "libx264");
        make("live.m3u8", "-c:v", "libx264", "-hls_time", "1", "-hls_list_size", "0");
        make("clip265.ts", "-c:v", "libx265", "-x265-params", "log-level=none");
        make("large.ts", "-vf", "scale=1280:720", "-c:v", "libx264", "-output_ts_offset", "12", "-tables_version", "1");
        make("other.ts", "-c:v", "mpeg2video", "-output_ts_offset", "12", "-tables_version", "1");
        join("size.ts", "clip.ts", "large.ts");
        join("codec.ts", "clip.ts", "other.ts");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/mjpeg", SourcesTest::pictures);
        server.createContext("/", SourcesTest::file);
        server.start();
        Video video = Video.open(new Video.Means(InstantSource.system(), timer, threads, 7));
        player = video.player();
        if (video instanceof Video.Missing(String reason)) {
            if (Boolean.parseBoolean(System.getenv("CI"))) {
                fail("CI has to have libvlc: " + reason);
            }
            abort("libvlc is not installed here: " + reason);
        }
    }

    @AfterAll
    static void close() {
        if (player != null) {
            player.close();
        }
        server.stop(0);
        List.of(threads, timer).forEach(ExecutorService::shutdownNow);
    }

    private static void make(String name, String... how) throws Exception {
        List<String> words = new ArrayList<>(List.of(
                "ffmpeg",
                "-v",
                "error",
                "-f",
                "lavfi",
                "-i",
                "testsrc2=size=640x360:rate=15",
                "-t",
                "12",
                "-preset",
                "ultrafast",
                "-g",
                "15",
                "-pix_fmt",
                "yuv420p"));
        words.addAll(Arrays.asList(how));
        words.add(folder.resolve(name).toString());
        Process made = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(made.waitFor()).as(name).isZero();
    }

    private static void join(String name, String... parts) throws IOException {
        try (OutputStream out = Files.newOutputStream(folder.resolve(name))) {
            for (String part : parts) {
                Files.copy(folder.resolve(part), out);
            }
        }
    }

    private static void file(HttpExchange exchange) throws IOException {
        Path file = folder.resolve(exchange.getRequestURI().getPath().substring(1));
        try (exchange) {
            exchange.sendResponseHeaders(Files.exists(file) ? 200 : 404, Files.exists(file) ? Files.size(file) : -1);
            if (Files.exists(file)) {
                Files.copy(file, exchange.getResponseBody());
            }
        }
    }

    /// What cheap cameras call a stream: one JPEG after the other.
    private static void pictures(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "multipart/x-mixed-replace; boundary=next");
            exchange.sendResponseHeaders(200, 0);
            OutputStream out = exchange.getResponseBody();
            for (int n = 0; n < 300; n++) {
                byte[] jpeg = picture(n);
                out.write(("--next\r\nContent-Type: image/jpeg\r\nContent-Length: " + jpeg.length + "\r\n\r\n")
                        .getBytes());
                out.write(jpeg);
                out.write("\r\n".getBytes());
                out.flush();
                LockSupport.parkNanos(Duration.ofMillis(66).toNanos());
            }
        }
    }

    private static byte[] picture(int n) throws IOException {
        BufferedImage image = new BufferedImage(640, 360, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setColor(Color.GREEN);
        g.fillRect(n * 7 % 600, 100, 60, 60);
        g.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", out);
        return out.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"clip.ts", "clip265.ts", "clip.flv", "live.m3u8", "mjpeg"})
    void everyKindOfAddressPlays(String name) {
        plays(http(name), 30);
    }

    /// What is fetched here is kept, and how late it is known; of what libvlc fetches neither.
    @ParameterizedTest
    @CsvSource({"clip.ts,true", "clip.flv,true", "live.m3u8,false", "mjpeg,false"})
    void whatIsFetchedHereIsKeptAndTimed(String name, boolean ours) {
        try (Watch watch = player.watch(camera(http(name)), TILE, _ -> {})) {
            await(name, Duration.ofSeconds(15), () -> watch.picture() instanceof Picture.Live);
            assertThat(watch.isTimed()).isEqualTo(ours);
            assertThat(watch.tape().isPresent()).isEqualTo(ours);
        }
    }

    @Test
    void aFilePlays() {
        plays(folder.resolve("clip.ts").toUri().toString(), 30);
    }

    @ParameterizedTest
    @ValueSource(strings = {"size.ts", "codec.ts"})
    void aChangeInMidStreamIsPlayedThrough(String name) {
        // 180 pictures before the change.
        plays(http(name), 230);
    }

    private static void plays(String url, int pictures) {
        try (Watch watch = player.watch(camera(url), TILE, _ -> {})) {
            await(url, Duration.ofSeconds(15), () -> watch.picture() instanceof Picture.Live);
            IntBuffer pixels = IntBuffer.allocate(TILE.pixels());
            long first = watch.copy(pixels, 0);
            await(
                    url,
                    Duration.ofSeconds(5 + pictures / 10),
                    () -> watch.copy(pixels, 0) > first + pictures || watch.picture() instanceof Picture.Offline);
            assertThat(watch.copy(pixels, 0)).as(url).isGreaterThan(pictures);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "rtsp"})
    void aServerThatNeverAnswersIsSaidAndLetGoAtOnce(String protocol) throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            silence(protocol, silent.getLocalPort());
        }
    }

    /// The kernel of a listener with a full queue does not answer at all: what a camera without power looks like.
    @ParameterizedTest
    @ValueSource(strings = {"http", "rtsp"})
    void anAddressNobodyAnswersIsSaidAndLetGoAtOnce(String protocol) throws Exception {
        List<Socket> filling = new ArrayList<>();
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            for (int i = 0; i < 4; i++) {
                Socket socket = new Socket();
                filling.add(socket);
                try {
                    socket.connect(full.getLocalSocketAddress(), 200);
                } catch (IOException _) {
                    break;
                }
            }
            silence(protocol, full.getLocalPort());
        } finally {
            for (Socket socket : filling) {
                socket.close();
            }
        }
    }

    private static void silence(String protocol, int port) {
        String url = protocol + "://127.0.0.1:" + port + "/camera";
        List<Picture> told = new ArrayList<>();
        Watch watch = player.watch(camera(url), TILE, told::add);
        await(url, Duration.ofSeconds(13), () -> watch.picture() instanceof Picture.Offline);
        watch.close();
        // The same decoder, which has to have let go of the silent server first.
        long begin = System.nanoTime();
        try (Watch next = player.watch(camera(http("clip.ts")), TILE, _ -> {})) {
            await(url, Duration.ofSeconds(5), () -> next.picture() instanceof Picture.Live);
        }
        System.err.printf("%s: %s, next live after %d ms%n", url, told, (System.nanoTime() - begin) / 1_000_000);
    }

    private static String http(String name) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + name;
    }

    private static Camera camera(String url) {
        return new Camera(
                new CameraId("camera"),
                "test",
                new Position(104, 30),
                new Camera.View(0, 60, "fixed"),
                List.of(new CameraStream("sub", url, 640, 360, 15)),
                new CameraState(true, true));
    }

    private static void await(String what, Duration atMost, BooleanSupplier condition) {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what + " within " + atMost).isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
    }
}
