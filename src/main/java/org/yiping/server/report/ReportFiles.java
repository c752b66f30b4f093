package org.yiping.server.report;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import org.yiping.domain.report.ReportId;
import org.yiping.domain.report.ReportRun;

/// Files of reports on the disk, `reports/ID.format`. A file has its name only when it is whole and the
/// disk has it; one that was given up leaves nothing. Any thread, one a report.
public final class ReportFiles {
    private static final String PART = ".part";
    /// Below that nothing is begun.
    private static final long NEEDED_BYTES = 64L << 20;
    /// With less a write fails for that reason, whatever the system calls it.
    private static final long FULL_BYTES = 1L << 20;

    private final Path folder;
    private final LongSupplier freeBytes;
    private final UnaryOperator<OutputStream> disk;

    public ReportFiles(Path folder, LongSupplier freeBytes) {
        this(folder, freeBytes, out -> out);
    }

    /// `disk` stands between the writer and the file, in tests.
    ReportFiles(Path folder, LongSupplier freeBytes, UnaryOperator<OutputStream> disk) {
        this.folder = folder;
        this.freeBytes = freeBytes;
        this.disk = disk;
    }

    @FunctionalInterface
    interface Writing {
        void to(OutputStream out) throws IOException;
    }

    /// There is no room.
    static final class Full extends IOException {
        private static final long serialVersionUID = 1;

        Full(String message) {
            super(message);
        }
    }

    public Path path(ReportId id, String format) {
        return folder.resolve(id.value() + "." + format);
    }

    ReportRun.ReportFile write(ReportId id, String format, Writing writing) throws IOException {
        Files.createDirectories(folder);
        if (freeBytes.getAsLong() < NEEDED_BYTES) {
            throw new Full("less than " + NEEDED_BYTES + " bytes are free");
        }
        Path target = path(id, format);
        Path part = folder.resolve(target.getFileName() + PART);
        try {
            MessageDigest digest = sha256();
            try (FileChannel channel = FileChannel.open(
                    part, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
                OutputStream out = new BufferedOutputStream(
                        new DigestOutputStream(new Open(disk.apply(Channels.newOutputStream(channel))), digest),
                        1 << 16);
                writing.to(out);
                out.flush();
                channel.force(true);
            }
            long bytes = Files.size(part);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            syncNames();
            return new ReportRun.ReportFile(format, bytes, HexFormat.of().formatHex(digest.digest()));
        } catch (IOException e) {
            boolean full =
                    String.valueOf(e.getMessage()).contains("No space left") || freeBytes.getAsLong() < FULL_BYTES;
            throw full ? new Full(String.valueOf(e.getMessage())) : e;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private void syncNames() {
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        } catch (IOException _) {
            // a system on which a folder cannot be opened, which looks after its names itself
        }
    }

    /// What was made of a report that came to nothing.
    void forget(ReportRun run) {
        try {
            for (String format : List.of(ReportRun.XLSX, ReportRun.PDF, ReportRun.CSV, ReportRun.PNG)) {
                Files.deleteIfExists(path(run.id(), format));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Parts that a platform left which was killed.
    void sweep() throws IOException {
        if (Files.isDirectory(folder)) {
            try (var files = Files.list(folder)) {
                for (Path file : files.filter(f -> f.toString().endsWith(PART)).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Whoever closes it has not written it down yet.
    private static final class Open extends FilterOutputStream {
        Open(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] b, int off, int len) throws IOException {
            out.write(b, off, len);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
