package org.yiping.console.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.net.URI;
import java.nio.IntBuffer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.camera.CameraState;
import org.yiping.domain.camera.CameraStream;
import org.yiping.domain.geo.Position;
import org.yiping.simulator.camera.CameraStreams;

/// The real libvlc on the simulated cameras. Skipped where libvlc is missing, except in CI.
class LibVlcPlayerTest {
    private static final FrameSize TILE = new FrameSize(480, 270);

    private static final ExecutorService connections = Executors.newVirtualThreadPerTaskExecutor();
    private static final ExecutorService calls = Executors.newCachedThreadPool();
    private static final ScheduledExecutorService timer = Executors.newScheduledThreadPool(1);
    private static final ScheduledExecutorService pace = Executors.newScheduledThreadPool(1);

    /// Watched from the beginning: most of what happens to them is waiting, which is done for all at once.
    private static final Map<String, Watched> BROKEN = new HashMap<>();

    private static CameraStreams streams;
    private static CameraStreams faults;
    private static CameraPlayer player;

    @BeforeAll
    static void open() throws IOException {
        streams = CameraStreams.open(0, connections, pace, System::nanoTime);
        faults = CameraStreams.open(0, connections, pace, System::nanoTime);
        Video video = Video.open(new Video.Means(InstantSource.system(), timer, calls, 7));
        player = video.player();
        switch (video) {
            case Video.Ready ready -> assertThat(ready.version()).startsWith("3.");
            case Video.Opening _ -> fail("it has been waited for");
            case Video.Missing(String reason) -> {
                if (Boolean.parseBoolean(System.getenv("CI"))) {
                    fail("CI has to have libvlc: " + reason);
                }
                abort("libvlc is not installed here: " + reason);
            }
        }
        for (String path : List.of("/dead", "/garbage", "/frozen", "/cut?after=1", "/stall?after=2&lasts=6")) {
            List<Picture> told = new CopyOnWriteArrayList<>();
            BROKEN.put(path, new Watched(player.watch(broken(path), TILE, told::add), told));
        }
    }

    private record Watched(Watch watch, List<Picture> told) {
        long count(Class<? extends Picture> kind) {
            return told.stream().filter(kind::isInstance).count();
        }
    }

    @AfterAll
    static void close() {
        player.close();
        streams.close();
        faults.close();
        List.of(connections, calls, timer, pace).forEach(ExecutorService::shutdownNow);
    }

    @Test
    void aCameraPlaysAtItsRateAndProvesItsMotion() {
        try (Watch watch = player.watch(camera(0, streams.streams(0)), TILE, _ -> {})) {
            await(Duration.ofSeconds(8), () -> watch.picture() instanceof Picture.Live);
            IntBuffer pixels = IntBuffer.allocate(watch.size().pixels());
            // what the server keeps since its last key picture comes faster than it was taken (decision 0032)
            pass(Duration.ofSeconds(2));
            long first = watch.copy(pixels, 0);
            long begin = System.nanoTime();
            pass(Duration.ofSeconds(4));
            long last = watch.copy(pixels, 0);
            double rate = (last - first) / ((System.nanoTime() - begin) / 1e9);
            assertThat(rate).as("different pictures a second").isBetween(12.0, 16.5);
            assertThat(watch.picture()).isInstanceOfSatisfying(Picture.Live.class, live -> {
                assertThat(live.framesPerSecond()).isBetween(12.0, 18.0);
                assertThat(live.age()).isLessThan(Duration.ofSeconds(1));
                assertThat(live.motion()).hasSize(6).allMatch(bar -> bar > 0 && bar <= 1);
            });
            for (int i = 0; i < pixels.capacity(); i += 997) {
                assertThat(pixels.get(i) >>> 24).as("opaque").isEqualTo(0xFF);
            }
            // The sky of the scene, so that red and blue have not changed places.
            int sky = pixels.get(30 * TILE.width() + 240);
            assertThat(sky & 0xFF).as("blue").isGreaterThan((sky >> 16) & 0xFF);
        }
        await(Duration.ofSeconds(5), () -> !streams.isWorking());
    }

    @Test
    void twoWatchesOfOneCameraAreOneDecode() {
        Camera camera = camera(3, streams.streams(3));
        Watch one = player.watch(camera, TILE, _ -> {});
        try (Watch two = player.watch(camera, TILE, _ -> {})) {
            await(Duration.ofSeconds(8), () -> one.picture() instanceof Picture.Live);
            assertThat(two.picture()).isInstanceOf(Picture.Live.class);
            assertThat(streams.viewers()).isEqualTo(1);
            one.close();
            assertThat(two.copy(IntBuffer.allocate(TILE.pixels()), 0)).isPositive();
        }
    }

    @Test
    void aDeadCameraIsOfflineAndTriedAgain() {
        Watched dead = BROKEN.get("/dead");
        await(
                Duration.ofSeconds(8),
                () -> dead.watch.picture() instanceof Picture.Offline offline && offline.tries() >= 2);
        assertThat(dead.watch.picture())
                .isInstanceOfSatisfying(
                        Picture.Offline.class,
                        offline -> assertThat(offline.fault()).isEqualTo(Picture.Fault.UNREACHABLE));
    }

    @Test
    void aCutStreamComesBack() {
        Watched cut = BROKEN.get("/cut?after=1");
        await(Duration.ofSeconds(15), () -> cut.count(Picture.Live.class) >= 2);
        assertThat(cut.told)
                .anyMatch(picture ->
                        picture instanceof Picture.Offline offline && offline.fault() == Picture.Fault.ENDED);
    }

    @Test
    void aStalledStreamIsNoticedAndComesBack() {
        Watched stalled = BROKEN.get("/stall?after=2&lasts=6");
        await(Duration.ofSeconds(15), () -> stalled.count(Picture.Frozen.class) > 0);
        assertThat(stalled.told)
                .hasSizeGreaterThanOrEqualTo(3)
                .satisfies(told -> assertThat(told.get(0)).isInstanceOf(Picture.Live.class))
                .satisfies(told -> assertThat(told.get(1)).isInstanceOf(Picture.Stalled.class));
        await(Duration.ofSeconds(8), () -> stalled.count(Picture.Live.class) >= 2);
    }

    @Test
    void aFrozenCameraIsNeverCalledLive() {
        Watched frozen = BROKEN.get("/frozen");
        await(Duration.ofSeconds(10), () -> frozen.watch.picture() instanceof Picture.Frozen);
        assertThat(frozen.watch.copy(IntBuffer.allocate(TILE.pixels()), 0)).isPositive();
        assertThat(frozen.count(Picture.Live.class)).isZero();
    }

    @Test
    void garbageIsNeverAPicture() {
        Watched garbage = BROKEN.get("/garbage");
        await(Duration.ofSeconds(20), () -> garbage.watch.picture() instanceof Picture.Offline);
        assertThat(garbage.watch.copy(IntBuffer.allocate(TILE.pixels()), 0)).isZero();
    }

    private static Camera broken(String path) {
        URI uri = faults.uri(path);
        return camera(0, List.of(new CameraStream("sub", uri.toString(), 640, 360, 15)));
    }

    private static Camera camera(int n, List<CameraStream> streams) {
        return new Camera(
                new CameraId("camera-" + n),
                "test",
                new Position(104, 30),
                new Camera.View(0, 60, "fixed"),
                streams,
                new CameraState(true, true));
    }

    private static void pass(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        await(time.plusSeconds(6), () -> System.nanoTime() - end >= 0);
    }

    private static void await(Duration atMost, BooleanSupplier condition) {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("within " + atMost).isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
    }
}
