package org.yiping.console.cache;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;

/// The outbox of one folder: its database and the log beside it. Confined to who opens the cache.
final class OutboxFile implements AutoCloseable {
    private static final String NAME = "outbox";
    /// After a power cut H2 may need chunks this old.
    private static final int RETENTION_MILLIS = 10_000;

    private final Database database;
    private final OutboxLog log;
    private final OutboxTable table;
    private final DraftTable drafts;

    private OutboxFile(Database database, OutboxLog log, OutboxTable table, DraftTable drafts) {
        this.database = database;
        this.log = log;
        this.table = table;
        this.drafts = drafts;
    }

    static boolean exists(Path folder) {
        return Files.exists(file(folder));
    }

    private static Path file(Path folder) {
        return folder.resolve(NAME + ".mv.db");
    }

    /// A database that does not open or read is moved aside, and its commands are taken from the log.
    static OutboxFile open(Path folder, Owner owner, InstantSource clock, List<Note> notes)
            throws SQLException, IOException {
        try {
            return open(folder, owner);
        } catch (SQLException | IOException | RuntimeException e) {
            if (!exists(folder)) {
                throw e;
            }
            Path aside = Rescue.setAside(file(folder), clock);
            OutboxFile anew = open(folder, owner);
            notes.add(new Note.OutboxRescued(aside, anew.table.all().size()));
            return anew;
        }
    }

    private static OutboxFile open(Path folder, Owner owner) throws SQLException, IOException {
        Path lines = folder.resolve(NAME + ".log");
        // No database: a new folder, or one whose rescue was itself cut short. The log says which.
        List<OutboxRow> saved = exists(folder) ? List.of() : OutboxLog.read(lines);
        Database database = Database.open(folder.resolve(NAME), "outbox.sql", RETENTION_MILLIS);
        boolean opened = false;
        try {
            OutboxLog log = OutboxLog.open(lines);
            OutboxTable table = new OutboxTable(database, log, owner);
            table.restore(saved);
            table.restartLog();
            opened = true;
            return new OutboxFile(database, log, table, new DraftTable(database, owner));
        } finally {
            if (!opened) {
                database.close();
            }
        }
    }

    OutboxTable table() {
        return table;
    }

    DraftTable drafts() {
        return drafts;
    }

    @Override
    public void close() {
        database.close();
        try {
            log.close();
        } catch (IOException _) {
            // every line that mattered was forced
        }
    }
}
