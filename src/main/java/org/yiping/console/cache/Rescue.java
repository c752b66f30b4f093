package org.yiping.console.cache;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;

/// What to do with a database file that H2 does not open: set it aside, never delete it. Stateless; any
/// thread.
final class Rescue {
    private Rescue() {}

    /// Moves a file to `damaged/MILLIS-NAME`.
    static Path setAside(Path file, InstantSource clock) throws IOException {
        Path damaged = Files.createDirectories(file.resolveSibling("damaged"));
        Path target = damaged.resolve(clock.millis() + "-" + file.getFileName());
        return Files.move(file, target, StandardCopyOption.REPLACE_EXISTING);
    }
}
