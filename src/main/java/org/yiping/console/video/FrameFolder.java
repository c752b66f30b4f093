package org.yiping.console.video;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where the shared pictures of this process lie: in memory where the system has a folder for that, readable by its
/// own user only. Any thread.
final class FrameFolder implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(FrameFolder.class);
    private static final Path SHARED_MEMORY = Path.of("/dev/shm");
    private static final String PREFIX = "yiping-pictures-";

    private final Path path;
    private final AtomicInteger made = new AtomicInteger();

    private FrameFolder(Path path) {
        this.path = path;
    }

    /// Also clears what a process left that was killed together with its decoders.
    static FrameFolder open() throws IOException {
        Path root = Files.isWritable(SHARED_MEMORY) ? SHARED_MEMORY : Path.of(System.getProperty("java.io.tmpdir"));
        String own = PREFIX + ProcessHandle.current().pid() + "-";
        try (DirectoryStream<Path> others = Files.newDirectoryStream(root, PREFIX + "*")) {
            for (Path other : others) {
                if (!isAlive(other.getFileName().toString())) {
                    clear(other);
                }
            }
        }
        return new FrameFolder(Files.createTempDirectory(root, own));
    }

    private static boolean isAlive(String name) {
        String[] words = name.substring(PREFIX.length()).split("-", -1);
        return !words[0].matches("\\d{1,10}")
                || ProcessHandle.of(Long.parseLong(words[0])).isPresent();
    }

    Path path() {
        return path;
    }

    Frames frames(FrameSize size) throws IOException {
        return Frames.create(path.resolve(Integer.toString(made.incrementAndGet())), size);
    }

    @Override
    public void close() {
        clear(path);
    }

    static void clear(Path folder) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                if (Files.isDirectory(file)) {
                    clear(file); // recordings
                } else {
                    Files.deleteIfExists(file);
                }
            }
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            // Somebody else's, or cleared by somebody else at the same time.
            log.debug("clearing shared pictures: {}", e.toString());
        }
    }
}
