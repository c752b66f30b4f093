package org.yiping.console.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.IntBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.camera.CameraState;
import org.yiping.domain.camera.CameraStream;
import org.yiping.domain.geo.Position;
import org.yiping.simulator.camera.CameraStreams;

/// Decoder processes with the real libvlc that are killed, that crash, that are told to stand still,
/// and whose console is killed. Skipped where libvlc is missing, except in CI.
class KilledDecoderTest {
    private static final FrameSize TILE = new FrameSize(320, 180);

    private final ExecutorService connections = Executors.newVirtualThreadPerTaskExecutor();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(2);
    private final List<ProcessHandle> before =
            ProcessHandle.current().children().toList();
    private CameraStreams streams;
    private CameraPlayer player;
    private FrameFolder folder;

    @BeforeEach
    void open() throws Exception {
        streams = CameraStreams.open(0, connections, timer, System::nanoTime);
        folder = FrameFolder.open();
        // Two to a child, so that three tiles are two children.
        ChildDecoders decoders = new ChildDecoders(
                new ChildLaunch(folder.path()), 2, folder, new TapeFolder(folder.path()), threads, timer);
        player = new DecodingPlayer(
                decoders, new SteadyClock(InstantSource.system()), timer, new Random(3), Addresses.FIXED);
        try {
            if (decoders.begin().get(30, TimeUnit.SECONDS) instanceof News.Missing(String reason)) {
                if (Boolean.parseBoolean(System.getenv("CI"))) {
                    fail("CI has to have libvlc: " + reason);
                }
                abort("libvlc is not installed here: " + reason);
            }
        } catch (ExecutionException e) {
            fail(e);
        }
    }

    @AfterEach
    void close() {
        player.close();
        streams.close();
        List.of(connections, threads, timer).forEach(ExecutorService::shutdownNow);
        assertThat(folder.path()).doesNotExist();
    }

    @Test
    void aKilledDecoderIsSaidAtOnceComesBackAndTheOthersPlayOn() throws Exception {
        loseOne("-KILL");
    }

    @Test
    void aCrashInsideADecoderTakesNothingElseDown() throws Exception {
        loseOne("-SEGV");
    }

    private void loseOne(String signal) throws Exception {
        List<Watch> watches = new ArrayList<>();
        List<ProcessHandle> children = children();
        for (int i = 0; i < 3; i++) {
            watches.add(player.watch(camera(i), TILE, _ -> {}));
        }
        await(Duration.ofSeconds(20), () -> watches.stream().allMatch(w -> w.picture() instanceof Picture.Live));
        assertThat(children).hasSize(1);
        IntBuffer target = IntBuffer.allocate(TILE.pixels());
        long other = watches.get(2).copy(target, 0);
        int status = new ProcessBuilder(
                        "kill", signal, Long.toString(children.getFirst().pid()))
                .start()
                .waitFor();
        assertThat(status).isZero();
        await(
                Duration.ofSeconds(signal.equals("-KILL") ? 1 : 4),
                () -> watches.stream()
                        .limit(2)
                        .allMatch(w -> w.picture() instanceof Picture.Offline offline
                                && offline.fault() == Picture.Fault.DECODER));
        assertThat(watches.get(0).copy(target, 0)).as("its last picture stays").isPositive();
        assertThat(watches.get(2).picture()).isInstanceOf(Picture.Live.class);
        await(Duration.ofSeconds(20), () -> watches.stream().allMatch(w -> w.picture() instanceof Picture.Live));
        long last = other;
        await(Duration.ofSeconds(5), () -> watches.get(2).copy(target, last) > last + 10);
        assertThat(children()).doesNotContain(children.getFirst()).hasSize(2);
    }

    @Test
    void whatWasKeptOfAStreamOutlivesItsDecoder() throws Exception {
        Watch watch = player.watch(camera(0), TILE, _ -> {});
        Tape tape = watch.tape().orElseThrow();
        await(Duration.ofSeconds(20), () -> length(tape).compareTo(Duration.ofSeconds(3)) >= 0);
        Tape.Cut before = tape.last(Duration.ofSeconds(30));
        new ProcessBuilder("kill", "-KILL", Long.toString(children().getFirst().pid()))
                .start()
                .waitFor();
        await(Duration.ofSeconds(5), () -> watch.picture() instanceof Picture.Offline);
        await(Duration.ofSeconds(20), () -> watch.picture() instanceof Picture.Live);
        await(Duration.ofSeconds(20), () -> length(tape).compareTo(before.length()) > 0);
        assertThat(tape.last(Duration.ofSeconds(30)).from()).isEqualTo(before.from());
        watch.close();
    }

    @Test
    void aReplayStandsStillWhenToldToAndGoesPictureByPicture() throws Exception {
        Watch watch = player.watch(camera(0), TILE, _ -> {});
        Tape tape = watch.tape().orElseThrow();
        await(Duration.ofSeconds(30), () -> length(tape).compareTo(Duration.ofSeconds(6)) >= 0);
        try (Tape.Replay kept = tape.replay(Duration.ofSeconds(30))) {
            CameraStream file = new CameraStream(CameraStream.KEPT, kept.url(), 640, 360, 25);
            Camera of = camera(0);
            Watch replay = player.watch(
                    new Camera(of.id(), of.name(), of.position(), of.view(), List.of(file), of.state()), TILE, _ -> {});
            IntBuffer target = IntBuffer.allocate(TILE.pixels());
            await(Duration.ofSeconds(20), () -> replay.copy(target, 0) > 5);
            replay.hold(true);
            LockSupport.parkNanos(Duration.ofMillis(700).toNanos()); // what is under way arrives
            long still = replay.copy(target, 0);
            LockSupport.parkNanos(Duration.ofSeconds(5).toNanos()); // longer than any picture may stand unsuspected
            assertThat(replay.copy(target, 0)).isEqualTo(still);
            replay.step();
            await(Duration.ofSeconds(5), () -> replay.copy(target, still) > still);
            LockSupport.parkNanos(Duration.ofMillis(700).toNanos());
            assertThat(replay.copy(target, 0)).as("one, and it stands again").isEqualTo(still + 1);
            replay.hold(false);
            await(Duration.ofSeconds(10), () -> replay.copy(target, 0) > still + 10);
            replay.close();
        }
        watch.close();
    }

    private static Duration length(Tape tape) {
        try {
            return tape.last(Duration.ofSeconds(30)).length();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aDecoderEndsWithItsConsoleAndLeavesNoPictures() throws Exception {
        Process console = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        System.getProperty("java.class.path"),
                        DecoderLoad.class.getName(),
                        "children",
                        "1",
                        "320",
                        "180",
                        "60",
                        streams.uri("/camera/").toString() + "%d.ts")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            await(Duration.ofSeconds(30), () -> streams.viewers() == 1);
            ProcessHandle child = console.children().findFirst().orElseThrow();
            console.destroyForcibly().waitFor();
            child.onExit().get(5, TimeUnit.SECONDS);
            await(Duration.ofSeconds(2), () -> leftOf(console.pid()) == 0);
        } finally {
            console.destroyForcibly();
        }
    }

    private static long leftOf(long pid) {
        try (Stream<Path> folders = Files.list(Path.of(Files.exists(Path.of("/dev/shm")) ? "/dev/shm" : "/tmp"))) {
            return folders.filter(f -> f.getFileName().toString().startsWith("yiping-pictures-" + pid + "-"))
                    .count();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private List<ProcessHandle> children() {
        return ProcessHandle.current()
                .children()
                .filter(p -> !before.contains(p))
                .toList();
    }

    private Camera camera(int n) {
        return new Camera(
                new CameraId("camera-" + n),
                "test",
                new Position(104, 30),
                new Camera.View(0, 60, "fixed"),
                streams.streams(n),
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
