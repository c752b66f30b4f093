package org.yiping.console.cache;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Photos, sounds and films beside the database, named by their SHA-256: those waiting to be uploaded, and those seen.
/// Blocks; any thread.
public final class FileShelf {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern TYPE = Pattern.compile("[a-z]{1,12}/[a-z0-9.+-]{1,40}");

    private final Path waiting;
    private final Path seen;

    FileShelf(Path folder) throws IOException {
        waiting = Files.createDirectories(folder.resolve("files-waiting"));
        seen = Files.createDirectories(folder.resolve("files-seen"));
    }

    /// A photo that waits for its upload. No record: an array has no equality.
    public static final class Waiting {
        private final byte[] content;
        private final String mediaType;

        Waiting(byte[] content, String mediaType) {
            this.content = content;
            this.mediaType = mediaType;
        }

        public byte[] content() {
            return content;
        }

        public String mediaType() {
            return mediaType;
        }
    }

    /// Keeps a file until it is uploaded; returns when it is on the disk.
    public void keep(String fileId, byte[] content, String mediaType) throws IOException {
        write(waiting, check(fileId) + suffix(mediaType), content, true);
    }

    /// Empty where it has no upload before it.
    public Optional<Waiting> waiting(String fileId) throws IOException {
        for (Path file : waitingFiles(fileId)) {
            byte[] content = read(file);
            if (content != null) {
                return Optional.of(
                        new Waiting(content, mediaType(file.getFileName().toString())));
            }
        }
        return Optional.empty();
    }

    /// After its upload a file is one of those seen.
    public void uploaded(String fileId) throws IOException {
        for (Path file : waitingFiles(fileId)) {
            Files.move(file, seen.resolve(fileId), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private List<Path> waitingFiles(String fileId) throws IOException {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(waiting, check(fileId) + ".*")) {
            files.forEach(found::add);
        }
        return found;
    }

    /// What a file is stands in its name: `.png`, `.jpeg`, else kind and form, `.video_mp4`.
    private static String suffix(String mediaType) {
        if (!TYPE.matcher(mediaType).matches()) {
            throw new IllegalArgumentException("no media type: " + mediaType);
        }
        return mediaType.startsWith("image/") ? "." + mediaType.substring(6) : "." + mediaType.replace('/', '_');
    }

    private static String mediaType(String name) {
        String suffix = name.substring(name.indexOf('.') + 1);
        return suffix.indexOf('_') < 0 ? "image/" + suffix : suffix.replace('_', '/');
    }

    public void see(String fileId, byte[] content) throws IOException {
        write(seen, check(fileId), content, false);
    }

    /// A photo of this seat, waiting or seen.
    public Optional<byte[]> find(String fileId) throws IOException {
        byte[] content = read(seen.resolve(check(fileId)));
        return content != null ? Optional.of(content) : waiting(fileId).map(Waiting::content);
    }

    /// Takes what waits on another seat's shelf.
    void adopt(FileShelf other) throws IOException {
        try (var files = Files.list(other.waiting)) {
            for (Path file : files.toList()) {
                Files.move(file, waiting.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        force(waiting);
    }

    /// An id from the wire becomes a file name only if it is one.
    private static String check(String fileId) {
        if (!ID.matcher(fileId).matches()) {
            throw new IllegalArgumentException("a file id is a SHA-256 in hex");
        }
        return fileId;
    }

    private static byte @Nullable [] read(Path file) throws IOException {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException _) {
            return null;
        }
    }

    private static void write(Path folder, String name, byte[] content, boolean durable) throws IOException {
        Path part = Files.createTempFile(folder, name.substring(0, 8), ".part");
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(content);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            if (durable) {
                channel.force(true);
            }
        }
        Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        if (durable) {
            force(folder);
        }
    }

    private static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
