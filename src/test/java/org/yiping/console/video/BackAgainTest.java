package org.yiping.console.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.IntBuffer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.camera.CameraState;
import org.yiping.domain.camera.CameraStream;
import org.yiping.domain.geo.Position;
import org.yiping.simulator.camera.CameraStreams;

/// Cameras that come back by themselves while those beside them, in the same decoder, play on: the real libvlc on
/// simulated ones. Skipped where libvlc is missing, except in CI.
@Tag("slow")
class BackAgainTest {
    private static final FrameSize TILE = new FrameSize(320, 180);
    private static final String ASKED_FOR = "";

    private static final ExecutorService threads = Executors.newCachedThreadPool();
    private static final ScheduledExecutorService timer = Executors.newScheduledThreadPool(2);
    private static final AtomicInteger given = new AtomicInteger();

    private static CameraStreams healthy;
    private static CameraPlayer player;

    @BeforeAll
    static void open() throws IOException {
        healthy = streams(0);
        Video.Means means = new Video.Means(InstantSource.system(), timer, threads, 7);
        if (Video.open(means) instanceof Video.Missing(String reason)) {
            if (Boolean.parseBoolean(System.getenv("CI"))) {
                fail("CI has to have libvlc: " + reason);
            }
            abort("libvlc is not installed here: " + reason);
        }
        player = Video.later(means, BackAgainTest::fresh).player();
    }

    /// The first address is cut off after two seconds and good for nothing more, as one whose time is over.
    private static CompletableFuture<Addresses.Given> fresh(Camera camera, CameraStream stream) {
        if (!stream.url().equals(ASKED_FOR)) {
            return CompletableFuture.completedFuture(new Addresses.Given.At(stream));
        }
        String path = given.incrementAndGet() == 1 ? "/cut?after=2" : "/camera/1.ts";
        CameraStream at = new CameraStream("sub", healthy.uri(path).toString(), 640, 360, 15);
        return CompletableFuture.completedFuture(new Addresses.Given.At(at));
    }

    private static CameraStreams streams(int port) throws IOException {
        return CameraStreams.open(port, threads, timer, System::nanoTime);
    }

    @AfterAll
    static void close() {
        player.close();
        healthy.close();
        List.of(threads, timer).forEach(ExecutorService::shutdownNow);
    }

    private record Seen(Watch watch, List<Picture> told) implements AutoCloseable {
        static Seen of(String camera, String url) {
            List<Picture> told = new CopyOnWriteArrayList<>();
            return new Seen(player.watch(camera(camera, url), TILE, told::add), told);
        }

        boolean isLive() {
            return watch.picture() instanceof Picture.Live;
        }

        boolean is(Picture.Fault fault) {
            return watch.picture() instanceof Picture.Offline offline && offline.fault() == fault;
        }

        /// And nothing else was ever said of it.
        boolean playedOn() {
            return told.size() == 1 && told.getFirst() instanceof Picture.Live && isLive();
        }

        @Override
        public void close() {
            watch.close();
        }
    }

    @Test
    void nineTilesComeBackAfterTheirServerWasRestarted() throws IOException {
        List<Seen> all = new ArrayList<>();
        CameraStreams restarted = streams(0);
        int port = restarted.uri("/").getPort();
        try (Seen beside = Seen.of("beside", healthy.uri("/camera/0.ts").toString())) {
            for (int i = 0; i < 9; i++) {
                all.add(Seen.of("r" + i, restarted.uri("/camera/" + i + ".ts").toString()));
            }
            await("playing", 15, () -> beside.isLive() && all.stream().allMatch(Seen::isLive));
            restarted.close();
            await("said", 5, () -> all.stream().allMatch(seen -> seen.watch.picture() instanceof Picture.Offline));
            await("tried in vain", 5, () -> all.stream().allMatch(seen -> seen.is(Picture.Fault.UNREACHABLE)));
            restarted = streams(port);
            await("back", 10, () -> all.stream().allMatch(Seen::isLive));
            assertThat(restarted.viewers()).isEqualTo(9);
            assertThat(beside.playedOn()).as("%s", beside.told).isTrue();
        } finally {
            all.forEach(Seen::close);
            restarted.close();
        }
    }

    @Test
    void anAddressWhoseTimeIsOverInMidStreamIsExchanged() {
        try (Seen beside = Seen.of("beside", healthy.uri("/camera/0.ts").toString());
                Seen asked = Seen.of("asked", ASKED_FOR)) {
            await("playing", 10, () -> beside.isLive() && asked.isLive());
            await("over", 10, () -> asked.is(Picture.Fault.ENDED));
            await("back", 10, asked::isLive);
            assertThat(given.get()).isEqualTo(2);
            assertThat(asked.told)
                    .hasSizeGreaterThanOrEqualTo(3)
                    .satisfies(told -> assertThat(told.getFirst()).isInstanceOf(Picture.Live.class))
                    .satisfies(told -> assertThat(told.getLast()).isInstanceOf(Picture.Live.class));
            assertThat(beside.playedOn()).as("%s", beside.told).isTrue();
        }
    }

    @Test
    void whateverCamerasDoTheOneBesideThemPlaysOnInFull() throws IOException {
        List<Socket> filling = new ArrayList<>();
        try (ServerSocket hole = blackHole(filling);
                Seen beside = Seen.of("beside", healthy.uri("/camera/0.ts").toString())) {
            await("playing", 10, beside::isLive);
            List<Seen> bad = List.of(
                    Seen.of("hole", "http://127.0.0.1:" + hole.getLocalPort() + "/a.ts"),
                    Seen.of("hole-flv", "http://127.0.0.1:" + hole.getLocalPort() + "/a.flv"),
                    Seen.of("hole-rtsp", "rtsp://127.0.0.1:" + hole.getLocalPort() + "/a"),
                    Seen.of("nobody", "http://127.0.0.1:" + portOfNobody() + "/a.ts"),
                    Seen.of("garbage", healthy.uri("/garbage").toString()),
                    Seen.of("dead", healthy.uri("/dead").toString()),
                    Seen.of("frozen", healthy.uri("/frozen").toString()));
            IntBuffer pixels = IntBuffer.allocate(TILE.pixels());
            long first = beside.watch.copy(pixels, 0);
            long begin = System.nanoTime();
            await("said", 15, () -> bad.stream().noneMatch(seen -> seen.watch.picture() instanceof Picture.Connecting));
            double seconds = (System.nanoTime() - begin) / 1e9;
            assertThat((beside.watch.copy(pixels, 0) - first) / seconds)
                    .as("different pictures a second over %.1f s", seconds)
                    .isBetween(12.0, 16.5);
            assertThat(beside.playedOn()).as("%s", beside.told).isTrue();
            assertThat(bad).noneMatch(Seen::isLive);
            bad.forEach(Seen::close);
        } finally {
            for (Socket socket : filling) {
                socket.close();
            }
        }
    }

    private static int portOfNobody() throws IOException {
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return closed.getLocalPort();
        }
    }

    /// The kernel of a listener with a full queue answers nobody.
    private static ServerSocket blackHole(List<Socket> filling) throws IOException {
        ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        for (int i = 0; i < 4; i++) {
            Socket socket = new Socket();
            filling.add(socket);
            try {
                socket.connect(full.getLocalSocketAddress(), 200);
            } catch (IOException _) {
                break;
            }
        }
        return full;
    }

    private static Camera camera(String id, String url) {
        return new Camera(
                new CameraId(id),
                "test",
                new Position(104, 30),
                new Camera.View(0, 60, "fixed"),
                List.of(new CameraStream("sub", url, 640, 360, 15)),
                new CameraState(true, true));
    }

    private static void await(String what, int seconds, BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("%s within %d s", what, seconds).isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
    }
}
