package org.yiping.console.cache;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// The exclusive right to a cache folder, held by a lock of the operating system: a killed console leaves
/// none behind. Confined to who opens and closes the cache.
final class Seat implements AutoCloseable {
    private final Path folder;
    private final FileChannel channel;

    private Seat(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /// Empty where another console holds the folder.
    static Optional<Seat> take(Path folder) throws IOException {
        Files.createDirectories(folder);
        FileChannel channel = FileChannel.open(
                folder.resolve("seat.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE); // not a message
        boolean taken = false;
        try {
            FileLock lock = channel.tryLock();
            taken = lock != null;
        } catch (OverlappingFileLockException _) {
            taken = false; // another console in this very process
        } finally {
            if (!taken) {
                channel.close();
            }
        }
        return taken ? Optional.of(new Seat(folder, channel)) : Optional.empty();
    }

    Path folder() {
        return folder;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
