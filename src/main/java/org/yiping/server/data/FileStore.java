package org.yiping.server.data;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/// Photos on disk by the SHA-256 of their content, `files/ab/cd…`; an upload in pieces waits in `files/partial`.
/// A file is checked to be the picture it claims to be before it is kept. Any thread.
public final class FileStore {
    private final Path folder;
    private final FileTable table;

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
        if (!HexFormat.of().formatHex(Entry.sha256().digest(content)).equals(sha)) {
            return new Taken.Bad("hash");
        }
        Optional<PictureHeader.Facts> facts = PictureHeader.read(content);
        if (facts.isEmpty()) {
            return new Taken.Bad("picture");
        }
        keep(sha, content);
        PictureHeader.Facts f = facts.get();
        return new Taken.Kept(new FileTable.Picture(sha, f.mediaType(), content.length, f.width(), f.height()));
    }

    /// A piece that starts where the ones before end; an earlier piece sent again is taken again.
    public Taken takePiece(String sha, byte[] piece, long from, long total) throws IOException {
        Path partial = folder.resolve("partial").resolve(sha);
        Files.createDirectories(partial.getParent());
        long here = Files.exists(partial) ? Files.size(partial) : 0;
        if (from > here || from + piece.length > total) {
            return new Taken.Bad("range");
        }
        try (RandomAccessFile file = new RandomAccessFile(partial.toFile(), "rw")) {
            file.seek(from);
            file.write(piece);
            here = file.length();
        }
        if (here < total) {
            return new Taken.More(here);
        }
        byte[] content = Files.readAllBytes(partial);
        Files.delete(partial);
        return take(sha, content);
    }

    /// On disk before anybody is told: a case must never name a photo that a power cut took.
    private void keep(String sha, byte[] content) throws IOException {
        Path path = path(sha);
        if (Files.exists(path)) {
            return;
        }
        Files.createDirectories(path.getParent());
        Path beside = Files.createTempFile(path.getParent(), "new", ".tmp");
        try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
            var buffer = java.nio.ByteBuffer.wrap(content);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
        Files.move(beside, path, StandardCopyOption.ATOMIC_MOVE);
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
