package org.yiping.server.data;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

/// Photos, sounds and films on disk by the SHA-256 of their content, `files/ab/cd…`; an upload in
/// pieces waits in `files/partial`. A file is checked to be what it claims to be before it is kept. Any
/// thread; of the same content one upload after the other, for two writing to one place could move it
/// away from under each other, or change what was checked.
public final class FileStore {
    private final Path folder;
    private final FileTable table;
    /// The contents that a piece is being taken of.
    private final Set<String> busy = new HashSet<>();

    public FileStore(Path folder, FileTable table) {
        this.folder = folder;
        this.table = table;
    }

    /// What became of an upload.
    public sealed interface Taken {
        record Kept(FileTable.Picture picture) implements Taken {}

        /// A piece is taken; so many bytes from the start are here.
        record More(long received) implements Taken {}

        /// code: hash, range, picture.
        record Bad(String code) implements Taken {}
    }

    /// A whole file in one piece.
    public Taken take(String sha, byte[] content) throws IOException {
        return takePiece(sha, new ByteArrayInputStream(content), 0, content.length);
    }

    /// A piece that starts where the ones before end; an earlier piece sent again is taken again. What arrives of
    /// a piece that breaks off is kept: the next one starts there. Waits while another piece of the same content
    /// arrives.
    public Taken takePiece(String sha, InputStream piece, long from, long total) throws IOException {
        if (total > MediaHeader.largest()) {
            return new Taken.Bad("picture");
        }
        begin(sha);
        try {
            return takeAlone(sha, piece, from, total);
        } finally {
            end(sha);
        }
    }

    private void begin(String sha) throws InterruptedIOException {
        synchronized (busy) {
            while (!busy.add(sha)) {
                try {
                    busy.wait();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new InterruptedIOException("ended while another upload of the same file went on");
                }
            }
        }
    }

    private void end(String sha) {
        synchronized (busy) {
            busy.remove(sha);
            busy.notifyAll();
        }
    }

    private Taken takeAlone(String sha, InputStream piece, long from, long total) throws IOException {
        Path partial = partial(sha);
        Files.createDirectories(partial.getParent());
        if (from > received(sha)) {
            return new Taken.Bad("range");
        }
        long here;
        try (RandomAccessFile file = new RandomAccessFile(partial.toFile(), "rw")) {
            file.seek(from);
            byte[] some = new byte[1 << 16];
            for (int n = piece.read(some); n >= 0; n = piece.read(some)) {
                if (file.getFilePointer() + n > total) {
                    return new Taken.Bad("range");
                }
                file.write(some, 0, n);
            }
            if (file.length() > total) { // left over by somebody who said it was longer
                file.setLength(total);
            }
            here = file.length();
        }
        return here < total ? new Taken.More(here) : whole(sha, partial);
    }

    /// How much of an upload is here: where it goes on.
    public long received(String sha) throws IOException {
        try {
            return Files.size(partial(sha));
        } catch (NoSuchFileException e) { // none came yet, or just now the last
            return 0;
        }
    }

    private Path partial(String sha) {
        return folder.resolve("partial").resolve(sha);
    }

    private Taken whole(String sha, Path partial) throws IOException {
        if (!hash(partial).equals(sha)) {
            Files.delete(partial);
            return new Taken.Bad("hash");
        }
        Optional<PictureHeader.Facts> facts = MediaHeader.read(partial);
        if (facts.isEmpty()) {
            Files.delete(partial);
            return new Taken.Bad("picture");
        }
        long size = Files.size(partial);
        keep(sha, partial);
        PictureHeader.Facts f = facts.get();
        return new Taken.Kept(new FileTable.Picture(sha, f.mediaType(), size, f.width(), f.height()));
    }

    private static String hash(Path file) throws IOException {
        MessageDigest digest = Entry.sha256();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] some = new byte[1 << 16];
            for (int n = in.read(some); n >= 0; n = in.read(some)) {
                digest.update(some, 0, n);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /// On disk before anybody is told: a case must never name a photo that a power cut took.
    private void keep(String sha, Path partial) throws IOException {
        Path path = path(sha);
        if (Files.exists(path)) {
            Files.delete(partial);
            return;
        }
        try (FileChannel channel = FileChannel.open(partial, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.createDirectories(path.getParent());
        Files.move(partial, path, StandardCopyOption.ATOMIC_MOVE);
    }

    public void register(FileTable.Picture picture, String person, Instant at) {
        table.add(picture, person, at);
    }

    public Optional<FileTable.Picture> find(String id) {
        return table.find(id);
    }

    public boolean isSeen(String id, String person, Reach reach) {
        return table.isSeen(id, person, reach);
    }

    public Path path(String sha) {
        return folder.resolve(sha.substring(0, 2)).resolve(sha.substring(2));
    }

    Path folder() {
        return folder;
    }
}
