package org.yiping.console.cache;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import org.h2.tools.Recover;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What to do with a database file that H2 does not open: set it aside, never delete it, and read from it
/// what can be. Confined to who opens the cache.
final class Rescue {
    private static final Logger LOG = LoggerFactory.getLogger(Rescue.class);
    private static final String SUFFIX = ".mv.db";

    private Rescue() {}

    /// Moves `NAME.mv.db` to `damaged/NAME-MILLIS.mv.db`.
    static Path setAside(Path folder, String name, InstantSource clock) throws IOException {
        Path damaged = Files.createDirectories(folder.resolve("damaged"));
        Path target = damaged.resolve(name + "-" + clock.millis() + SUFFIX);
        Files.move(folder.resolve(name + SUFFIX), target);
        return target;
    }

    /// The commands that H2's own recovery finds in a damaged outbox; none where it finds nothing.
    static List<OutboxRow> commands(Path damaged, Owner owner) {
        Path folder = damaged.getParent();
        String name = damaged.getFileName().toString();
        String bare = name.substring(0, name.length() - SUFFIX.length());
        if (folder == null) {
            return List.of();
        }
        try {
            Recover.execute(folder.toString(), bare);
            Path script = folder.resolve(bare + ".h2.sql");
            try (Database memory = Database.open("mem:rescue-" + bare, "outbox.sql", 0)) {
                memory.transaction(connection -> {
                    try (var statement = connection.createStatement()) {
                        statement.execute("DROP ALL OBJECTS");
                        return statement.execute("RUNSCRIPT FROM '" + script + "'");
                    }
                });
                return new OutboxTable(memory, owner).all();
            } finally {
                Files.deleteIfExists(script);
            }
        } catch (SQLException | IOException | RuntimeException e) {
            LOG.warn("nothing could be read from the damaged outbox {}: {}", damaged, e.toString());
            return List.of();
        }
    }
}
