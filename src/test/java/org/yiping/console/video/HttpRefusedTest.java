package org.yiping.console.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.camera.CameraState;
import org.yiping.domain.camera.CameraStream;
import org.yiping.domain.geo.Position;

/// HTTP servers that refuse: libvlc calls that an error like any other, and would be made to guess until a camera
/// locks everybody out.
class HttpRefusedTest {
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(1);
    private final List<String> logins = new CopyOnWriteArrayList<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private HttpServer server;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
        List.of(threads, timer).forEach(ExecutorService::shutdownNow);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().toString();
        String login = exchange.getRequestHeaders().getFirst("Authorization");
        requests.add(path);
        if (login != null) {
            logins.add(login);
        }
        String right = "Basic " + Base64.getEncoder().encodeToString("user:rig ht".getBytes(StandardCharsets.UTF_8));
        boolean digest = path.startsWith("/digest");
        boolean open = path.startsWith("/open") || right.equals(login);
        try (exchange) {
            if (path.startsWith("/forbidden")) {
                exchange.sendResponseHeaders(403, -1);
            } else if (path.startsWith("/missing")) {
                exchange.sendResponseHeaders(404, -1);
            } else if (path.startsWith("/moved") && right.equals(login)) {
                exchange.getResponseHeaders().set("Location", url("", "/elsewhere.ts"));
                exchange.sendResponseHeaders(302, -1);
            } else if (open) {
                exchange.sendResponseHeaders(200, 0);
                exchange.getResponseBody().write(new byte[188]);
            } else {
                exchange.getResponseHeaders()
                        .set(
                                "WWW-Authenticate",
                                digest ? "Digest realm=\"c\", nonce=\"n\", qop=\"auth\"" : "Basic realm=\"c\"");
                exchange.sendResponseHeaders(401, -1);
            }
        }
    }

    private String url(String login, String path) {
        return "http://" + login + "127.0.0.1:" + server.getAddress().getPort() + path;
    }

    @ParameterizedTest
    @CsvSource({
        "'',/camera.ts,true,0",
        "user:wrong@,/camera.ts,true,1",
        "user:rig%20ht@,/camera.ts,false,1",
        "user:wrong@,/digest.ts,true,1",
        "'',/forbidden?token=old,true,0",
        "'',/missing,false,0",
        "'',/open,false,0"
    })
    void whatAnAddressAnswersIsSeenByOneTry(String login, String path, boolean refused, int tries) {
        assertThat(new HttpReader(FfmpegReader::new).isRefused(url(login, path)))
                .isEqualTo(refused);
        assertThat(logins).hasSize(tries);
    }

    @Test
    void aPasswordGoesNoFurtherThanToWhomItIsFor() {
        assertThat(new HttpReader(FfmpegReader::new).isRefused(url("user:rig%20ht@", "/moved.ts")))
                .isFalse();
        assertThat(requests).containsExactly("/moved.ts", "/moved.ts");
    }

    @Test
    void aDeadServerHasRefusedNobody() {
        server.stop(0);
        assertThat(new HttpReader(FfmpegReader::new).isRefused(url("", "/camera.ts")))
                .isFalse();
        assertThat(new HttpReader(FfmpegReader::new).isRefused("http://no address"))
                .isFalse();
        assertThat(HttpReader.isHttp("rtsp://camera")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/camera.ts", "/camera.flv", "/live.m3u8", "/mjpeg"})
    void wrongCredentialsAreSaidAndNotTriedAgain(String path) {
        Video video = Video.open(new Video.Means(InstantSource.system(), timer, threads, 7));
        if (video instanceof Video.Missing(String reason)) {
            if (Boolean.parseBoolean(System.getenv("CI"))) {
                fail("CI has to have libvlc: " + reason);
            }
            abort("libvlc is not installed here: " + reason);
        }
        Camera camera = new Camera(
                new CameraId("camera"),
                "test",
                new Position(104, 30),
                new Camera.View(0, 60, "fixed"),
                List.of(new CameraStream("sub", url("user:wrong@", path), 640, 360, 15)),
                new CameraState(true, false));
        try (CameraPlayer player = video.player();
                Watch watch = player.watch(camera, new FrameSize(320, 180), _ -> {})) {
            await(() -> watch.picture() instanceof Picture.Offline offline && offline.fault() == Picture.Fault.REFUSED);
            int asked = requests.size();
            // by now it would have been tried again twice
            LockSupport.parkNanos(Duration.ofSeconds(4).toNanos());
            assertThat(requests).hasSize(asked);
            assertThat(logins).as("wrong credentials that left the house").hasSize(1);
        }
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
    }
}
