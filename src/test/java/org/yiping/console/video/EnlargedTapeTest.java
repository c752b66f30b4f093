package org.yiping.console.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.camera.CameraState;
import org.yiping.domain.camera.CameraStream;
import org.yiping.domain.geo.Position;
import org.yiping.fake.ManualClock;

/// A camera that is enlarged has its last half minute all the same, and so has one that is made small again.
class EnlargedTapeTest {
    private static final Instant START = Instant.parse("2026-11-27T06:00:00Z");
    private static final Duration HALF_MINUTE = Duration.ofSeconds(30);
    private static final FrameSize SMALL = new FrameSize(64, 36);
    private static final FrameSize LARGE = new FrameSize(128, 72);
    private static final CameraStream SUB = new CameraStream("sub", "rtsp://camera/sub", 64, 36, 15);
    private static final CameraStream MAIN = new CameraStream("main", "rtsp://camera/main", 128, 72, 25);

    @TempDir
    Path folder;

    private final ManualClock clock = new ManualClock(START);
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private TapeFolder tapes;
    private DecodingPlayer player;
    private int made;

    @BeforeEach
    void open() throws IOException {
        tapes = new TapeFolder(folder, 200L << 20);
        player = new DecodingPlayer(
                new Decoders() {
                    @Override
                    public Decoder create() {
                        return new CardboardDecoder(() -> {});
                    }

                    @Override
                    public Frames frames(FrameSize size) throws IOException {
                        return Frames.create(folder.resolve(Integer.toString(++made)), size);
                    }

                    @Override
                    public Optional<Tape> tape(Frames frames, @Nullable CameraId of) {
                        return Optional.ofNullable(frames.file()).map(f -> tapes.tape(f, of));
                    }

                    @Override
                    public void close(Tape tape) {
                        tapes.close(tape);
                    }

                    @Override
                    public void close() {}
                },
                CardboardClock.of(clock),
                timer,
                new Random(5),
                Addresses.FIXED);
    }

    @AfterEach
    void stop() {
        player.close();
        timer.shutdownNow();
    }

    @Test
    void aClipAfterEnlargingHasTheHalfMinuteBefore() throws IOException {
        Watch small = watch("a", SMALL);
        came(1, 40);
        Watch large = watch("a", LARGE);
        small.close();
        tapes.sweep();
        Tape.Cut before = clip(large);
        assertThat(before.until()).as("of the large one nothing has come").isEqualTo(START.plusSeconds(40));
        assertThat(before.length()).isBetween(HALF_MINUTE, HALF_MINUTE.plusSeconds(2));
        came(2, 8);
        Tape.Cut clip = clip(large);
        assertThat(clip.until()).isEqualTo(START.plusSeconds(48));
        assertThat(clip.length()).isBetween(HALF_MINUTE, HALF_MINUTE.plusSeconds(2));
        assertThat(clip.missing()).isZero();
        try (Tape.Replay replay = large.tape().orElseThrow().replay(HALF_MINUTE)) {
            assertThat(replay.from()).isEqualTo(clip.from());
            assertThat(replay.until()).isEqualTo(clip.until());
        }
        Watch again = watch("a", SMALL);
        large.close();
        came(3, 5);
        assertThat(clip(again).length()).as("through both").isBetween(HALF_MINUTE, HALF_MINUTE.plusSeconds(2));
        assertThat(clip(again).missing()).isZero();
    }

    @Test
    void anothersPastAndWhatIsPlayedAgainAreNone() throws IOException {
        watch("a", SMALL).close();
        came(1, 20);
        Watch other = watch("b", SMALL);
        came(2, 5);
        assertThat(clip(other).length()).isEqualTo(Duration.ofSeconds(5));
        CameraStream past = new CameraStream(CameraStream.RECORDED, "rtsp://camera/past", 64, 36, 15);
        player.watch(camera("b", past), SMALL, _ -> {}).close();
        came(3, 3);
        assertThat(clip(watch("b", LARGE)).until())
                .as("a recording that was looked at is not what the camera shows")
                .isEqualTo(START.plusSeconds(25));
    }

    @Test
    void whatNobodyCanAskForAnyMoreIsForgotten() throws IOException {
        Watch small = watch("a", SMALL);
        came(1, 20);
        Watch large = watch("a", LARGE);
        small.close();
        for (int i = 0; i < TapeFolder.KEPT_SWEEPS; i++) {
            tapes.sweep();
            assertThat(clip(large).isEmpty()).as("after %d sweeps", i + 1).isFalse();
        }
        tapes.sweep();
        assertThat(clip(large).isEmpty()).isTrue();
        try (var left = Files.list(TapeFolder.of(folder))) {
            assertThat(left).isEmpty();
        }
    }

    private static Tape.Cut clip(Watch watch) throws IOException {
        return watch.tape().orElseThrow().last(HALF_MINUTE);
    }

    private Watch watch(String id, FrameSize size) {
        return player.watch(camera(id, MAIN, SUB), size, _ -> {});
    }

    private static Camera camera(String id, CameraStream... streams) {
        return new Camera(
                new CameraId(id),
                id,
                new Position(104, 30),
                new Camera.View(0, 60, "fixed"),
                List.of(streams),
                new CameraState(true, true));
    }

    /// So many seconds of stream into the recording of that number, by the clock; the file system has one of its own.
    private void came(int number, int seconds) throws IOException {
        String name = Integer.toString(number);
        try (TapeWriter writer = new TapeWriter(TapeFolder.of(folder), name, clock)) {
            for (int i = 0; i < seconds; i++) {
                writer.write(Stream.second(Stream.H264, 100, i));
                clock.advance(Duration.ofSeconds(1));
                writer.write(new byte[0]);
                List<Tape.Piece> all = Tape.pieces(TapeFolder.of(folder), name);
                Files.setLastModifiedTime(all.getLast().file(), FileTime.from(clock.instant()));
            }
        }
        List<Tape.Piece> all = Tape.pieces(TapeFolder.of(folder), name);
        Files.setLastModifiedTime(all.getLast().file(), FileTime.from(clock.instant()));
    }
}
