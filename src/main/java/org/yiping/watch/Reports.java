package org.yiping.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.yiping.Heartbeat;

/// What is kept of each fall: a folder with what happened, threads, last words and the last picture of each window, the
/// oldest thrown away beyond a number and a size. One thread.
///
/// Only whose wall it is may read it: words are cleaned, but a picture shows what the wall showed.
final class Reports {
    /// Twenty reports of eighteen windows and their threads are about half of it.
    private static final long MOST_BYTES = 64L << 20;

    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HHmmss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final Path folder;
    private final int most;
    private final InstantSource clock;

    /// `folder` is the watchdog's.
    Reports(Path folder, int most, InstantSource clock) {
        this.folder = folder;
        this.most = most;
        this.clock = clock;
    }

    Path keep(Fall fall) throws IOException {
        Path all = Files.createDirectories(folder.resolve("reports"));
        ours(folder);
        String name = NAME.format(clock.instant()) + "-" + fall.cause().name().toLowerCase(Locale.ROOT);
        Path own = all.resolve(name);
        for (int i = 2; Files.exists(own); i++) {
            own = all.resolve(name + "-" + i);
        }
        try {
            write(fall, own);
        } finally {
            bound(all); // also where nothing could be written: a full disk gets room by it
        }
        return own;
    }

    private void write(Fall fall, Path own) throws IOException {
        Files.createDirectories(own);
        Files.writeString(own.resolve("report.txt"), words(fall) + pictures());
        Files.write(
                own.resolve("log.txt"), fall.words().stream().map(Scrub::clean).toList());
        if (!fall.threads().isEmpty()) {
            Files.write(own.resolve("threads.txt"), fall.threads());
        }
        // Moved, not copied: the next wall's pictures are its own.
        take(folder.resolve(Heartbeat.FRAMES), own, ".png");
        take(folder, own, ".log");
    }

    /// Pictures and words of the wall are for its own user.
    static void ours(Path folder) throws IOException {
        // Not by its file store, which cannot be found everywhere (below another root, for one).
        if (Files.getFileAttributeView(folder, PosixFileAttributeView.class) != null) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private String words(Fall fall) {
        return "what      " + fall.cause().name().toLowerCase(Locale.ROOT) + "\n"
                + "when      " + clock.instant() + "\n"
                + "program   " + fall.name() + "\n"
                + "status    " + fall.status() + "\n"
                + "lived     " + fall.lived().toSeconds() + " s\n"
                + "unpainted " + fall.silent().toMillis() + " ms\n"
                + "threads   " + (fall.threads().isEmpty() ? "it did not say" : "threads.txt") + "\n"
                + "system    " + System.getProperty("os.name") + " " + System.getProperty("os.version") + ", Java "
                + Runtime.version() + "\n";
    }

    /// How old each last picture is: each window leaves one every few minutes only.
    private String pictures() throws IOException {
        Path frames = folder.resolve(Heartbeat.FRAMES);
        if (!Files.isDirectory(frames)) {
            return "pictures  none\n";
        }
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.list(frames)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".png")).sorted().toList()) {
                Duration age = Duration.between(Files.getLastModifiedTime(file).toInstant(), clock.instant());
                all.append("picture   ")
                        .append(file.getFileName())
                        .append(", ")
                        .append(age.toSeconds())
                        .append(" s old\n");
            }
        }
        return all.isEmpty() ? "pictures  none\n" : all.toString();
    }

    private static void take(Path from, Path to, String ending) throws IOException {
        if (Files.isDirectory(from)) {
            try (Stream<Path> files = Files.list(from)) {
                for (Path file :
                        files.filter(f -> f.toString().endsWith(ending)).toList()) {
                    Files.move(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    /// By name, which is by time; the newest is kept whatever its size.
    private void bound(Path all) throws IOException {
        List<Path> kept;
        try (Stream<Path> reports = Files.list(all)) {
            kept = reports.sorted(Comparator.reverseOrder()).toList();
        }
        long sum = 0;
        for (int i = 0; i < kept.size(); i++) {
            sum += size(kept.get(i));
            if (i > 0 && (i >= most || sum > MOST_BYTES)) {
                delete(kept.get(i));
            }
        }
    }

    private static long size(Path report) throws IOException {
        try (Stream<Path> files = Files.walk(report)) {
            return files.mapToLong(f -> f.toFile().length()).sum();
        }
    }

    private static void delete(Path report) throws IOException {
        try (Stream<Path> files = Files.walk(report)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
