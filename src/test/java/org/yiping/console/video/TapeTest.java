package org.yiping.console.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.domain.camera.CameraId;
import org.yiping.fake.ManualClock;

/// What is kept of a stream: how much, from where on, and what a full disk, a killed decoder and another codec leave.
class TapeTest {
    private static final Instant START = Instant.parse("2026-11-27T06:00:00Z");
    private static final CameraId CAMERA = new CameraId("camera");
    private static final CameraId OTHER = new CameraId("other");

    @TempDir
    private Path folder;

    private final ManualClock clock = new ManualClock(START);
    private TapeFolder tapes;
    private TapeWriter writer;

    @BeforeEach
    void open() throws IOException {
        tapes = new TapeFolder(folder, 200L << 20);
        writer = writer("1");
    }

    private TapeWriter writer(String name) {
        return new TapeWriter(TapeFolder.of(folder), name, clock);
    }

    /// So many seconds of stream by the clock.
    private void run(TapeWriter to, int seconds, byte codec, int packets) throws IOException {
        for (int i = 0; i < seconds; i++) {
            to.write(Stream.second(codec, packets, i));
            clock.advance(Duration.ofSeconds(1));
            to.write(new byte[0]);
            touch();
        }
    }

    /// The file system has a clock of its own.
    private void touch() throws IOException {
        List<Tape.Piece> all = Tape.pieces(TapeFolder.of(folder), "1");
        if (!all.isEmpty()) {
            Files.setLastModifiedTime(all.getLast().file(), FileTime.from(clock.instant()));
        }
    }

    private Tape tape() {
        return tapes.tape(folder.resolve("1"), CAMERA);
    }

    @Test
    void aReplayIsPlayedFromAnyMomentOfItsOwn() throws IOException {
        run(writer, 60, Stream.H264, 100);
        try (Tape.Replay whole = tape().replay(Duration.ofSeconds(30))) {
            Instant wanted = whole.from().plusSeconds(12).plusMillis(400);
            try (Tape.Replay rest = whole.since(wanted)) {
                assertThat(Duration.between(rest.from(), wanted)).isBetween(Duration.ZERO, Duration.ofSeconds(2));
                assertThat(rest.until()).isEqualTo(whole.until());
                byte[] all = Files.readAllBytes(whole.file());
                byte[] some = Files.readAllBytes(rest.file());
                assertThat(some)
                        .as("the end of it, whole packets")
                        .isEqualTo(Arrays.copyOfRange(all, all.length - some.length, all.length));
                assertThat(some.length).isBetween(all.length / 3, all.length * 2 / 3);
                assertThat(TsPacket.pid(Arrays.copyOf(some, TsPacket.LENGTH))).isEqualTo(TsPacket.PROGRAMMES);
                try (Tape.Replay more = rest.since(wanted.plusSeconds(10))) {
                    assertThat(more.from()).isAfter(rest.from());
                }
            }
            try (Tape.Replay early = whole.since(whole.from().minusSeconds(100))) {
                assertThat(early.from()).isEqualTo(whole.from());
                assertThat(early.file()).hasSameBinaryContentAs(whole.file());
            }
        }
        try (var left = Files.list(folder)) {
            assertThat(left.filter(f -> f.getFileName().toString().startsWith("replay")))
                    .isEmpty();
        }
    }

    @Test
    void theLastHalfMinuteIsCutFromAKeyPictureOn() throws IOException {
        run(writer, 60, Stream.H264, 100);
        Tape.Cut cut = tape().last(Duration.ofSeconds(30));
        assertThat(cut.until()).isEqualTo(START.plusSeconds(60));
        assertThat(cut.length()).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(31));
        assertThat(cut.content().length % TsPacket.LENGTH).isZero();
        assertThat(cut.missing()).isZero();
        byte[] first = Arrays.copyOf(cut.content(), TsPacket.LENGTH);
        byte[] third = Arrays.copyOfRange(cut.content(), 2 * TsPacket.LENGTH, 3 * TsPacket.LENGTH);
        assertThat(TsPacket.pid(first)).isEqualTo(TsPacket.PROGRAMMES);
        assertThat(TsPacket.isKey(third)).isTrue();
        assertThat(Tape.pieces(TapeFolder.of(folder), "1"))
                .as("no more is kept")
                .hasSizeLessThan(43);
    }

    @Test
    void aClipThatBeginsWithWhatAServerKeptSaysWhenItWasToBeSeen() throws IOException {
        for (int second = 0; second < 7; second++) { // four of them at once
            writer.write(Stream.programmes());
            writer.write(Stream.streams(Stream.H264));
            for (int i = 0; i < 25; i++) {
                byte[] picture = LiveEdgeTest.picture((second * 25 + i) * 3_600L, (second * 25 + i) * 3_600L);
                picture[5] |= (byte) (i == 0 ? 0x40 : 0);
                writer.write(picture);
            }
            clock.advance(Duration.ofMillis(second < 4 ? 0 : 1_000));
            writer.write(new byte[0]);
        }
        List<Tape.Piece> pieces = Tape.pieces(TapeFolder.of(folder), "1");
        for (Tape.Piece piece : pieces) { // each until the next began
            Files.setLastModifiedTime(piece.file(), FileTime.from(piece.from().plusSeconds(1)));
        }
        Tape.Cut cut = tape().last(Duration.ofSeconds(30));
        assertThat(Duration.between(cut.from(), START)).isBetween(Duration.ofMillis(2_900), Duration.ofMillis(4_000));
        assertThat(cut.until()).isEqualTo(START.plusSeconds(3));
        assertThat(cut.missing()).isZero();
        try (Tape.Replay replay = tape().replay(Duration.ofSeconds(30))) {
            assertThat(replay.from()).isEqualTo(cut.from());
            assertThat(replay.until()).as("all of it is played").isEqualTo(cut.until());
            assertThat(replay.marks().getFirst().at()).isEqualTo(cut.from());
        }
    }

    @Test
    void aStreamJustBegunIsAsLongAsItIs() throws IOException {
        assertThat(tape().last(Duration.ofSeconds(30)).isEmpty()).isTrue();
        run(writer, 18, Stream.H264, 100);
        assertThat(tape().last(Duration.ofSeconds(30)).length()).isEqualTo(Duration.ofSeconds(18));
    }

    @Test
    void whatIsCutIsWhatCame() throws IOException {
        byte[] second = Stream.second(Stream.H264, 10, 7);
        byte[] noise = {1, 2, 3};
        writer.write(noise);
        writer.write(Arrays.copyOf(second, 300));
        writer.write(Arrays.copyOfRange(second, 300, second.length));
        writer.close();
        // Split anywhere and with noise before it; of a stream that is whole nothing is left out.
        assertThat(tape().last(Duration.ofSeconds(30)).content()).isEqualTo(second);
    }

    @Test
    void aLargeStreamIsKeptForLess() throws IOException {
        run(writer, 40, Stream.H264, 6_000);
        long bytes = Tape.pieces(TapeFolder.of(folder), "1").stream()
                .mapToLong(Tape.Piece::bytes)
                .sum();
        assertThat(bytes).isLessThanOrEqualTo(TapeWriter.MOST_BYTES);
        assertThat(tape().last(Duration.ofSeconds(30)).length()).isLessThan(Duration.ofSeconds(16));
    }

    @Test
    void twoCamerasAreTwoAndTogetherNoMoreThanAllowed() throws IOException {
        TapeFolder small = new TapeFolder(folder, 6L << 20);
        Tape one = small.tape(folder.resolve("1"), CAMERA);
        Tape two = small.tape(folder.resolve("2"), OTHER);
        run(writer, 20, Stream.H264, 1_000);
        TapeWriter other = writer("2");
        run(other, 20, Stream.H264, 1_000);
        other.close();
        small.sweep();
        long bytes = 0;
        for (String name : List.of("1", "2")) {
            bytes += Tape.pieces(TapeFolder.of(folder), name).stream()
                    .mapToLong(Tape.Piece::bytes)
                    .sum();
        }
        assertThat(bytes).isLessThanOrEqualTo(6L << 20);
        assertThat(one.last(Duration.ofSeconds(30)).from())
                .as("the oldest goes first, whose ever it is")
                .isAfter(START);
        assertThat(two.last(Duration.ofSeconds(30)).isEmpty()).isFalse();
        small.close(two);
        for (int i = 0; i <= TapeFolder.KEPT_SWEEPS; i++) {
            assertThat(two.last(Duration.ofSeconds(30)).isEmpty()).isFalse();
            small.sweep();
        }
        assertThat(Tape.pieces(TapeFolder.of(folder), "2")).isEmpty();
        assertThat(Tape.pieces(TapeFolder.of(folder), "1")).isNotEmpty();
    }

    @Test
    void whatADecoderStillWroteOfAClosedStreamIsSweptAway() throws IOException {
        run(writer, 3, Stream.H264, 100);
        tapes.sweep();
        assertThat(Tape.pieces(TapeFolder.of(folder), "1")).isEmpty();
    }

    @Test
    void anotherCodecInMidStreamBeginsAPieceOfItsOwn() throws IOException {
        writer.write(Stream.second(Stream.H264, 10, 1));
        clock.advance(Duration.ofMillis(300));
        writer.write(Stream.second(Stream.H265, 10, 2));
        writer.close();
        List<Tape.Piece> pieces = Tape.pieces(TapeFolder.of(folder), "1");
        assertThat(pieces).hasSize(2);
        byte[] second = Files.readAllBytes(pieces.getLast().file());
        assertThat(second[TsPacket.LENGTH + 4 + 13]).isEqualTo(Stream.H265);
    }

    @Test
    void aKilledDecoderLeavesWholePacketsAndTheNextGoesOnBehindThem() throws IOException {
        run(writer, 5, Stream.H264, 100);
        Path torn = Tape.pieces(TapeFolder.of(folder), "1").getLast().file();
        Files.write(torn, Arrays.copyOf(Files.readAllBytes(torn), 1_000));
        Files.setLastModifiedTime(torn, FileTime.from(clock.instant()));
        clock.advance(Duration.ofSeconds(9));
        run(writer("1"), 5, Stream.H264, 100);
        Tape.Cut cut = tape().last(Duration.ofSeconds(30));
        assertThat(cut.content().length % TsPacket.LENGTH).isZero();
        assertThat(cut.length()).isEqualTo(Duration.ofSeconds(19));
        assertThat(cut.missing()).as("a gap is said").isEqualTo(Duration.ofSeconds(9));
    }

    @Test
    void aDiskThatTakesNothingLeavesNothingHalfAndThePictureGoesOn() throws IOException {
        run(writer, 2, Stream.H264, 100);
        Files.delete(Tape.pieces(TapeFolder.of(folder), "1").getFirst().file());
        writer.close();
        for (Tape.Piece piece : Tape.pieces(TapeFolder.of(folder), "1")) {
            Files.delete(piece.file());
        }
        Files.delete(TapeFolder.of(folder));
        writer.write(Stream.second(Stream.H264, 100, 1));
        clock.advance(Duration.ofSeconds(2));
        writer.write(Stream.second(Stream.H264, 100, 1));
        assertThat(tape().last(Duration.ofSeconds(30)).isEmpty()).isTrue();
        Files.createDirectories(TapeFolder.of(folder));
        clock.advance(Duration.ofSeconds(2));
        writer.write(Stream.second(Stream.H264, 100, 1));
        writer.close();
        assertThat(tape().last(Duration.ofSeconds(30)).isEmpty())
                .as("with room it begins again")
                .isFalse();
    }

    @Test
    void aStreamThatMarksNoKeyPicturesIsKeptFromItsTablesOn() throws IOException {
        for (int i = 0; i < 3; i++) {
            writer.write(Stream.programmes());
            writer.write(Stream.streams(Stream.H264));
            writer.write(Stream.picture(false, 20, i));
            clock.advance(Duration.ofSeconds(9));
        }
        writer.close();
        assertThat(Tape.pieces(TapeFolder.of(folder), "1")).hasSizeGreaterThan(1);
    }
}
