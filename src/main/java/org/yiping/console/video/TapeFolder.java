package org.yiping.console.video;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiping.domain.camera.CameraId;

/// Where all recordings of this process lie, and how much they may be together. A recording has the name of the
/// pictures decoded of the same stream, so that a decoder child finds its place beside them. Any thread.
///
/// A camera that is enlarged, made small again or zoomed is decoded anew, into another recording: what was kept before
/// is its past all the same, so a recording that has ended stays as long as somebody may ask for what is in it.
final class TapeFolder {
    private static final Logger log = LoggerFactory.getLogger(TapeFolder.class);
    private static final String NAME = "tapes";

    /// Of twenty-five cameras or so; with more, the oldest of all goes first.
    private static final long MOST_BYTES = 200L << 20;

    /// Pictures come first in what room there is.
    private static final long SHARE = 4;

    private final Path path;
    private final long most;
    /// In sweeps, which are five seconds apart: a little more than the half minute that is asked for.
    static final int KEPT_SWEEPS = 8;

    private final Map<String, Held> held = new HashMap<>();

    /// Of which camera's present, and for how many sweeps yet; for good while more may come.
    private record Held(@Nullable CameraId of, int sweeps) {
        static final int OPEN = Integer.MAX_VALUE;

        Held older() {
            return sweeps == OPEN ? this : new Held(of, sweeps - 1);
        }
    }

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

    synchronized Tape tape(Path frames, @Nullable CameraId of) {
        String name = frames.getFileName().toString();
        held.put(name, new Held(of, Held.OPEN));
        return new Tape(path, name, () -> others(name));
    }

    /// The other recordings of the same camera.
    private synchronized List<String> others(String name) {
        Held own = held.get(name);
        return own == null || own.of == null ? List.of() : others(own.of, name);
    }

    private List<String> others(CameraId of, String name) {
        return held.entrySet().stream()
                .filter(e -> of.equals(e.getValue().of) && !e.getKey().equals(name))
                .map(Map.Entry::getKey)
                .toList();
    }

    synchronized void close(Tape tape) {
        held.computeIfPresent(tape.name(), (_, was) -> new Held(was.of, KEPT_SWEEPS));
    }

    /// Forgets the oldest of what is too much, and what ended long enough ago. To be called every five seconds.
    void sweep() {
        Set<String> names;
        synchronized (this) {
            held.replaceAll((_, h) -> h.older());
            held.values().removeIf(h -> h.sweeps < 0);
            names = Set.copyOf(held.keySet());
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
