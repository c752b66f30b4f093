package org.yiping.console.cache;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The console's cache: one folder with facts, outbox, layers and photos. Blocks; open and close on one
/// thread, its parts on any.
///
/// Each console has a folder to itself. Where another one works on it, this one takes `seat-2`, `seat-3`
/// … beneath it and says so: two consoles on one desk must both work, and two senders on one outbox must
/// never be. Commands that a vanished console left in another folder are taken over at the next start.
public final class Cache implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Cache.class);
    private static final int MOST_SEATS = 9;
    private static final String FACTS = "facts";
    private static final String OUTBOX = "outbox";
    /// Facts can be rebuilt, so their file may reuse space at once; the outbox keeps what H2 needs after
    /// a power cut.
    private static final int FACTS_RETENTION_MILLIS = 0;

    private static final int OUTBOX_RETENTION_MILLIS = 10_000;

    private final Seat seat;
    private final Database factsFile;
    private final Database outboxFile;
    private final Parts parts;

    private record Parts(Facts facts, OutboxTable outbox, LayerFiles layers, FileShelf files) {}

    private Cache(Seat seat, Database factsFile, Database outboxFile, Owner owner) throws SQLException, IOException {
        this.seat = seat;
        this.factsFile = factsFile;
        this.outboxFile = outboxFile;
        parts = new Parts(
                new Facts(factsFile, owner),
                new OutboxTable(outboxFile, owner),
                new LayerFiles(seat.folder()),
                new FileShelf(seat.folder()));
    }

    public static Opening open(Path folder, Owner owner, InstantSource clock) {
        List<Note> notes = new ArrayList<>();
        try {
            Optional<Seat> seat = Seat.take(folder);
            for (int n = 2; seat.isEmpty() && n <= MOST_SEATS; n++) {
                seat = Seat.take(folder.resolve("seat-" + n));
                seat.ifPresent(s -> notes.add(new Note.SecondSeat(s.folder())));
            }
            if (seat.isEmpty()) {
                return new Opening.Failed("too-many-seats", folder.toString());
            }
            Cache cache = open(seat.get(), owner, clock, notes);
            int adopted = cache.adopt(folder, owner);
            if (adopted > 0) {
                notes.add(new Note.Adopted(adopted));
            }
            cache.outbox().requeue();
            return new Opening.Ready(cache, notes);
        } catch (SQLException e) {
            return new Opening.Failed("unreadable", "H2 " + e.getErrorCode());
        } catch (IOException e) {
            return new Opening.Failed("not-writable", e.toString());
        }
    }

    private static Cache open(Seat seat, Owner owner, InstantSource clock, List<Note> notes)
            throws SQLException, IOException {
        Database facts = null;
        Database outbox = null;
        boolean opened = false;
        try {
            facts = facts(seat, owner, clock, notes);
            outbox = outbox(seat, owner, clock, notes);
            Cache cache = new Cache(seat, facts, outbox, owner);
            opened = true;
            return cache;
        } finally {
            if (!opened) {
                if (facts != null) {
                    facts.close();
                }
                if (outbox != null) {
                    outbox.close();
                }
                seat.close();
            }
        }
    }

    private static Database facts(Seat seat, Owner owner, InstantSource clock, List<Note> notes)
            throws SQLException, IOException {
        Path file = seat.folder().resolve(FACTS);
        Database database = null;
        try {
            database = Database.open(file, "facts.sql", FACTS_RETENTION_MILLIS);
            new Facts(database, owner).check();
            return database;
        } catch (SQLException | IOException | RuntimeException e) {
            if (database != null) {
                database.close();
            }
            if (!Files.exists(seat.folder().resolve(FACTS + ".mv.db"))) {
                throw e;
            }
            notes.add(new Note.Rebuilt(Rescue.setAside(seat.folder(), FACTS, clock)));
            return Database.open(file, "facts.sql", FACTS_RETENTION_MILLIS);
        }
    }

    private static Database outbox(Seat seat, Owner owner, InstantSource clock, List<Note> notes)
            throws SQLException, IOException {
        Path file = seat.folder().resolve(OUTBOX);
        Database database = null;
        try {
            database = Database.open(file, "outbox.sql", OUTBOX_RETENTION_MILLIS);
            new OutboxTable(database, owner).all();
            return database;
        } catch (SQLException | IOException | RuntimeException e) {
            if (database != null) {
                database.close();
            }
            if (!Files.exists(seat.folder().resolve(OUTBOX + ".mv.db"))) {
                throw e;
            }
            Path aside = Rescue.setAside(seat.folder(), OUTBOX, clock);
            List<OutboxRow> saved = Rescue.commands(aside, owner);
            notes.add(new Note.OutboxRescued(aside, saved.size()));
            Database anew = Database.open(file, "outbox.sql", OUTBOX_RETENTION_MILLIS);
            new OutboxTable(anew, owner).add(saved);
            return anew;
        }
    }

    /// Takes over what consoles that are gone left in the other folders. Added here before removed there:
    /// a crash between the two doubles a row, and the key makes that harmless.
    private int adopt(Path root, Owner owner) throws IOException {
        int adopted = 0;
        for (int n = 1; n <= MOST_SEATS; n++) {
            Path folder = n == 1 ? root : root.resolve("seat-" + n);
            if (folder.equals(seat.folder()) || !Files.exists(folder.resolve(OUTBOX + ".mv.db"))) {
                continue;
            }
            Optional<Seat> other = Seat.take(folder);
            if (other.isPresent()) {
                try (Seat left = other.get();
                        Database database =
                                Database.open(left.folder().resolve(OUTBOX), "outbox.sql", OUTBOX_RETENTION_MILLIS)) {
                    OutboxTable theirs = new OutboxTable(database, owner);
                    List<OutboxRow> rows = theirs.all();
                    files().adopt(new FileShelf(left.folder()));
                    outbox().add(rows);
                    theirs.remove(rows.stream().map(OutboxRow::id).toList());
                    adopted += rows.size();
                } catch (SQLException e) {
                    // Its own console will rescue it; this one must start all the same.
                    LOG.warn("the outbox in {} is not readable: H2 {}", folder, e.getErrorCode());
                }
            }
        }
        return adopted;
    }

    public Facts facts() {
        return parts.facts();
    }

    public OutboxTable outbox() {
        return parts.outbox();
    }

    public LayerFiles layers() {
        return parts.layers();
    }

    public FileShelf files() {
        return parts.files();
    }

    public Path folder() {
        return seat.folder();
    }

    @Override
    public void close() {
        factsFile.close();
        outboxFile.close();
        try {
            seat.close();
        } catch (IOException _) {
            // the lock goes with the process at the latest
        }
    }
}
