package org.yiping.console.video;

// long because what is kept, cut out and played again are the same pieces

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What is kept of the stream being watched (留存): the newest half minute as it came, undecoded. Blocks; any thread
/// but the user interface's.
///
/// What a camera showed before it was decoded in another size is in it as well, as long as that is kept
/// (`TapeFolder`).
///
/// Times are this machine's when the bytes came, earlier by what they were late (`Backlog`).
public final class Tape {
    private static final Logger log = LoggerFactory.getLogger(Tape.class);
    private static final String SUFFIX = ".ts";

    /// Between two pieces; more is a gap.
    private static final Duration SEAM = Duration.ofSeconds(2);

    private static final Cut NOTHING = new Cut(new byte[0], Instant.EPOCH, Instant.EPOCH, Duration.ZERO, false);

    private final Path folder;
    private final String name;
    private final Supplier<List<String>> others;

    /// One file of it.
    record Piece(Instant from, Path file, long bytes) {}

    /// What was cut out: a transport stream, whole packets. `missing` is how much of the time between is not in
    /// it; `jumped`: its own times jumped where it begins, which may have been earlier. No record: an array has
    /// no equality.
    public static final class Cut {
        private final byte[] content;
        private final Instant from;
        private final Instant until;
        private final Duration missing;
        private final boolean jumped;

        Cut(byte[] content, Instant from, Instant until, Duration missing, boolean jumped) {
            this.content = content;
            this.from = from;
            this.until = until;
            this.missing = missing;
            this.jumped = jumped;
        }

        public byte[] content() {
            return content;
        }

        public Instant from() {
            return from;
        }

        public Instant until() {
            return until;
        }

        public Duration missing() {
            return missing;
        }

        public boolean jumped() {
            return jumped;
        }

        public Duration length() {
            return Duration.between(from, until);
        }

        public boolean isEmpty() {
            return content.length == 0;
        }
    }

    /// Where in a file playing can begin.
    public record Mark(Instant at, long offset) {}

    /// What was kept, to be played again until it is closed. `url` is a file's.
    public record Replay(String url, Instant from, Duration length, Path file, List<Mark> marks)
            implements AutoCloseable {
        public Replay {
            marks = List.copyOf(marks);
        }

        public Instant until() {
            return from.plus(length);
        }

        /// The rest of it from that moment on, as a replay of its own: from the last place before it where playing can
        /// begin, a second or two earlier at most where the camera marks them.
        public Replay since(Instant at) throws IOException {
            int first = 0;
            while (first + 1 < marks.size() && !marks.get(first + 1).at().isAfter(at)) {
                first++;
            }
            List<Mark> rest = marks.isEmpty() ? List.of(new Mark(from, 0)) : marks.subList(first, marks.size());
            Mark begin = rest.getFirst();
            byte[] all = Files.readAllBytes(file);
            int offset = (int) Math.min(begin.offset(), all.length);
            return of(
                    Arrays.copyOfRange(all, offset, all.length),
                    new Mark(begin.at(), offset),
                    Duration.between(begin.at(), until()),
                    file.resolveSibling("."),
                    rest);
        }

        private static Replay of(byte[] content, Mark begin, Duration length, Path folder, List<Mark> marks)
                throws IOException {
            Path file = Files.createTempFile(folder, "replay", SUFFIX);
            try {
                Files.write(file, content);
            } catch (IOException e) {
                Files.deleteIfExists(file);
                throw e;
            }
            return new Replay(
                    file.normalize().toUri().toString(),
                    begin.at(),
                    length,
                    file,
                    marks.stream()
                            .map(m -> new Mark(m.at(), m.offset() - begin.offset()))
                            .toList());
        }

        @Override
        public void close() {
            var _ = file.toFile().delete();
        }
    }

    /// Everything from some moment on, for longer than is kept: to be told to `keep` every few seconds. One thread.
    public final class Take {
        private final Instant since;
        private final long most;
        private final List<Cut> whole = new ArrayList<>();
        private Instant last = Instant.MIN;
        private long bytes;

        private Take(Instant since, long most) {
            this.since = since;
            this.most = most;
        }

        /// Takes what is finished. False when it holds all it may.
        public boolean keep() throws IOException {
            List<Piece> all = since(pieces(folder, name), since);
            return all.isEmpty() || add(all.subList(0, all.size() - 1));
        }

        private boolean add(List<Piece> pieces) throws IOException {
            for (Piece piece : pieces) {
                if (piece.from().isAfter(last)) {
                    Cut one = cut(piece);
                    if (bytes + one.content.length > most) {
                        return false;
                    }
                    last = piece.from();
                    bytes += one.content.length;
                    if (!one.isEmpty()) {
                        whole.add(one);
                    }
                }
            }
            return true;
        }

        public Cut end() throws IOException {
            if (keep()) {
                add(since(pieces(folder, name), since));
            }
            return joined(whole);
        }
    }

    /// For at most so many bytes.
    public Take take(Instant since, long most) {
        return new Take(since, most);
    }

    /// The newest of it as a file beside the pictures.
    public Replay replay(Duration length) throws IOException {
        List<Piece> all = pieces();
        List<Cut> parts =
                all.isEmpty() ? List.of() : parts(since(all, end(all.getLast()).minus(length)));
        List<Mark> marks = new ArrayList<>();
        long offset = 0;
        for (Cut part : parts) {
            marks.add(new Mark(part.from, offset));
            offset += part.content.length;
        }
        Cut cut = joined(parts);
        return Replay.of(cut.content, new Mark(cut.from, 0), cut.length(), folder.resolveSibling("."), marks);
    }

    /// `others` are the names of what was kept of the same camera besides.
    Tape(Path folder, String name, Supplier<List<String>> others) {
        this.folder = folder;
        this.name = name;
        this.others = others;
    }

    /// Its own, and before them those of others that came up to where these begin.
    private List<Piece> pieces() {
        List<Piece> all = pieces(folder, name);
        List<List<Piece>> rest = new ArrayList<>();
        others.get().forEach(other -> rest.add(pieces(folder, other)));
        while (true) {
            Instant begin = all.isEmpty() ? Instant.MAX : all.getFirst().from();
            rest.forEach(r -> r.removeIf(p -> !p.from().isBefore(begin)));
            List<Piece> before = rest.stream()
                    .filter(r -> !r.isEmpty())
                    .max(Comparator.comparing(r -> r.getLast().from()))
                    .orElse(List.of());
            if (before.isEmpty()) {
                return all;
            }
            rest.remove(before);
            all.addAll(0, before);
        }
    }

    String name() {
        return name;
    }

    /// The newest of it, so long or as long as there is; begins at a key picture, so it may be a little longer.
    public Cut last(Duration length) throws IOException {
        List<Piece> all = pieces();
        return all.isEmpty() ? NOTHING : cut(since(all, end(all.getLast()).minus(length)));
    }

    private static List<Piece> since(List<Piece> all, Instant from) {
        int first = 0;
        while (first + 1 < all.size() && !all.get(first + 1).from().isAfter(from)) {
            first++;
        }
        return all.subList(Math.min(first, all.size()), all.size());
    }

    private static Cut cut(List<Piece> pieces) throws IOException {
        return joined(parts(pieces));
    }

    private static List<Cut> parts(List<Piece> pieces) throws IOException {
        List<Cut> parts = new ArrayList<>();
        for (Piece piece : pieces) {
            Cut part = cut(piece);
            if (!part.isEmpty()) {
                parts.add(part);
            }
        }
        return parts;
    }

    /// Whole packets; empty where the piece, as the oldest does at any time, has gone.
    private static Cut cut(Piece piece) throws IOException {
        try {
            Instant end = end(piece);
            byte[] bytes = Files.readAllBytes(piece.file());
            byte[] whole = Arrays.copyOf(bytes, bytes.length / TsPacket.LENGTH * TsPacket.LENGTH);
            Instant until = end.isBefore(piece.from()) ? piece.from() : end;
            Backlog.Begin begin = Backlog.begin(whole, piece.from(), until);
            return new Cut(whole, begin.at(), until, Duration.ZERO, begin.jumped());
        } catch (NoSuchFileException _) {
            return NOTHING;
        }
    }

    private static Cut joined(List<Cut> parts) {
        if (parts.isEmpty()) {
            return NOTHING;
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        Duration missing = Duration.ZERO;
        Instant until = parts.getFirst().from;
        for (Cut part : parts) {
            Duration gap = Duration.between(until, part.from);
            missing = gap.compareTo(SEAM) > 0 ? missing.plus(gap) : missing;
            all.writeBytes(part.content);
            until = part.until;
        }
        return new Cut(all.toByteArray(), parts.getFirst().from, until, missing, parts.getFirst().jumped);
    }

    private static Instant end(Piece piece) throws IOException {
        return Files.getLastModifiedTime(piece.file()).toInstant();
    }

    /// A piece that is to be written.
    static Piece piece(Path folder, String name, Instant from) {
        String file = String.format(Locale.ROOT, "%s-%013d%s", name, from.toEpochMilli(), SUFFIX);
        return new Piece(from, folder.resolve(file), 0);
    }

    /// Oldest first.
    static List<Piece> pieces(Path folder, String name) {
        List<Piece> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, name + "-*" + SUFFIX)) {
            for (Path file : files) {
                String text = file.getFileName().toString();
                long millis = Long.parseLong(text.substring(name.length() + 1, text.length() - SUFFIX.length()));
                found.add(new Piece(
                        Instant.ofEpochMilli(millis), file, file.toFile().length()));
            }
        } catch (IOException | NumberFormatException e) {
            log.debug("looking for what is kept: {}", e.toString());
        }
        found.sort(Comparator.comparing(Piece::from));
        return found;
    }
}
