package org.yiping.console.video;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.yiping.fake.ManualClock;

/// Recordings made up for tests of what is done with them.
public final class Tapes {
    private Tapes() {}

    /// Seconds of a stream from this moment on.
    public static Tape of(Path folder, Instant from, int seconds) throws IOException {
        TapeFolder tapes = new TapeFolder(folder, 200L << 20);
        more(folder, from, seconds);
        return tapes.tape(folder.resolve("1"), null);
    }

    /// Two seconds of a stream whose own times jump by twenty in their middle.
    public static Tape jumped(Path folder, Instant from) throws IOException {
        TapeFolder tapes = new TapeFolder(folder, 200L << 20);
        ByteArrayOutputStream film = new ByteArrayOutputStream();
        film.writeBytes(BacklogTest.film(1, 0));
        film.writeBytes(BacklogTest.film(1, 21 * 90_000L));
        Path piece = Tape.piece(TapeFolder.of(folder), "1", from).file();
        Files.write(piece, film.toByteArray());
        Files.setLastModifiedTime(piece, FileTime.from(from.plusSeconds(2)));
        return tapes.tape(folder.resolve("1"), null);
    }

    /// The same recording goes on.
    public static void more(Path folder, Instant from, int seconds) throws IOException {
        ManualClock clock = new ManualClock(from);
        try (TapeWriter writer = new TapeWriter(TapeFolder.of(folder), "1", clock)) {
            for (int i = 0; i < seconds; i++) {
                writer.write(Stream.second(Stream.H264, 100, i));
                clock.advance(Duration.ofSeconds(1));
            }
        }
        for (Tape.Piece piece : Tape.pieces(TapeFolder.of(folder), "1")) {
            Files.setLastModifiedTime(piece.file(), FileTime.from(piece.from().plusSeconds(1)));
        }
    }
}
