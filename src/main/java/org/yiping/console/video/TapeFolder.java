package org.yiping.console.video;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where all recordings of this process lie, and how much they may be together. A recording has the name of the
/// pictures decoded of the same stream, so that a decoder child finds its place beside them. Any thread.
final class TapeFolder {
    private static final Logger log = LoggerFactory.getLogger(TapeFolder.class);
    private static final String NAME = "tapes";

    /// Of twenty-five cameras or so; with more, the oldest of all goes first.
    private static final long MOST_BYTES = 200L << 20;

    /// Pictures come first in what room there is.
    private static final long SHARE = 4;

    private final Path path;
    private final long most;
    private final Set<String> open = new HashSet<>();

    TapeFolder(Path pictures) throws IOException {
        path = Files.createDirectories(of(pictures));
        most = Math.min(MOST_BYTES, Files.getFileStore(path).getUsableSpace() / SHARE);
    }

    TapeFolder(Path pictures, long most) throws IOException {
        path = Files.createDirectories(of(pictures));
        this.most = most;
    }

    /// Beside a folder's pictures.
    static Path of(Path pictures) {
        return pictures.resolve(NAME);
    }

    synchronized Tape tape(Path frames) {
        Tape tape = new Tape(path, frames.getFileName().toString());
        open.add(tape.name());
        return tape;
    }

    synchronized void close(Tape tape) {
        open.remove(tape.name());
        tape.clear();
    }

    /// Forgets the oldest of what is too much, and what a decoder still wrote of a stream that nobody watches any more.
    void sweep() {
        Set<String> names;
        synchronized (this) {
            names = Set.copyOf(open);
        }
        List<Path> kept = new ArrayList<>();
        long total = 0;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(path)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                if (names.contains(name.substring(0, Math.max(0, name.indexOf('-'))))) {
                    kept.add(file);
                    total += file.toFile().length();
                } else {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            log.debug("sweeping recordings: {}", e.toString());
        }
        kept.sort(Comparator.comparing(TapeFolder::from));
        for (int i = 0; i < kept.size() && total > most; i++) {
            total -= kept.get(i).toFile().length();
            var _ = kept.get(i).toFile().delete();
        }
    }

    private static String from(Path file) {
        String name = file.getFileName().toString();
        return name.substring(name.indexOf('-') + 1);
    }
}
