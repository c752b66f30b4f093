package org.yiping.console.cache;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The console's cache: one folder with facts, outbox, layers and photos. Blocks; open and close on one
/// thread, its parts on any.
///
/// Each console has a folder to itself. Where another one works on it, this one takes `seat-2`, `seat-3`
/// … beneath it and says so: two consoles on one desk must both work, and two senders on one outbox must
/// never be. Commands and drafts that a vanished console left in another folder are taken over at the next start.
public final class Cache implements AutoCloseable {
    private static final int MOST_SEATS = 9;
    private static final String FACTS = "facts";
    /// Facts can be rebuilt, so their file may reuse space at once; the outbox keeps what H2 needs after
    /// a power cut.
    private static final int FACTS_RETENTION_MILLIS = 0;

    private final Seat seat;
    private final Database factsFile;
    private final OutboxFile outboxFile;
    private final Parts parts;

    private record Parts(Facts facts, OutboxTable outbox, LayerFiles layers, FileShelf files) {}

    private Cache(Seat seat, Database factsFile, OutboxFile outboxFile, InstantSource clock, boolean rebuilt)
            throws SQLException, IOException {
        this.seat = seat;
        this.factsFile = factsFile;
        this.outboxFile = outboxFile;
        LayerFiles layers = new LayerFiles(seat.folder());
        parts = new Parts(
                new Facts(
                        factsFile,
                        outboxFile.table().owner(),
                        new FactsCopy(seat.folder(), outboxFile.table().addressOwner(), clock),
                        rebuilt,
                        layers::clear,
                        () -> setAside(seat, clock)),
                outboxFile.table(),
                layers,
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
            int adopted = cache.adopt(folder, owner, clock, notes);
            if (adopted > 0) {
                notes.add(new Note.Adopted(adopted));
            }
            cache.outbox().assign();
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
        OutboxFile outbox = null;
        boolean opened = false;
        try {
            int said = notes.size();
            facts = facts(seat, clock, notes);
            boolean rebuilt = notes.size() > said;
            outbox = OutboxFile.open(seat.folder(), owner, clock, notes);
            Cache cache = new Cache(seat, facts, outbox, clock, rebuilt);
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

    /// A file that H2 does not open is set aside. Damage within shows when the rows are read, see `Facts.renew`.
    private static Database facts(Seat seat, InstantSource clock, List<Note> notes) throws SQLException, IOException {
        Path file = seat.folder().resolve(FACTS);
        Database database = null;
        try {
            database = Database.open(file, "facts.sql", FACTS_RETENTION_MILLIS);
            database.transaction(Facts::stored);
            return database;
        } catch (SQLException | RuntimeException e) {
            if (database != null) {
                database.close();
            }
            if (!Files.exists(seat.folder().resolve(FACTS + ".mv.db"))) {
                throw e;
            }
            notes.add(new Note.Rebuilt(setAside(seat, clock)));
            return Database.open(file, "facts.sql", FACTS_RETENTION_MILLIS);
        }
    }

    private static Path setAside(Seat seat, InstantSource clock) throws IOException {
        return Rescue.setAside(seat.folder().resolve(FACTS + ".mv.db"), clock);
    }

    /// Takes over what consoles that are gone left in the other folders. Added here before removed there:
    /// a crash between the two doubles a row, and the key makes that harmless.
    private int adopt(Path root, Owner owner, InstantSource clock, List<Note> notes) throws IOException, SQLException {
        int adopted = 0;
        for (int n = 1; n <= MOST_SEATS; n++) {
            Path folder = n == 1 ? root : root.resolve("seat-" + n);
            if (folder.equals(seat.folder()) || !OutboxFile.exists(folder)) {
                continue;
            }
            Optional<Seat> other = Seat.take(folder);
            if (other.isPresent()) {
                try (Seat left = other.get();
                        OutboxFile file = OutboxFile.open(left.folder(), owner, clock, notes)) {
                    OutboxTable theirs = file.table();
                    List<OutboxRow> rows = theirs.all();
                    files().adopt(new FileShelf(left.folder()));
                    drafts().adopt(file.drafts());
                    if (rows.isEmpty()) {
                        continue;
                    }
                    outbox().add(rows);
                    theirs.remove(rows.stream().map(OutboxRow::id).toList());
                    adopted += rows.size();
                }
            }
        }
        return adopted;
    }

    /// The platform at this cache's address says how it calls itself; blocks. Whether the rows shown so far are another
    /// platform's and must be read anew.
    public boolean met(String platform) throws IOException {
        OutboxTable outbox = outbox();
        boolean unknown = outbox.isAddressOnly();
        if (!outbox.met(platform)) {
            return false;
        }
        facts().renamed(outbox.owner(), unknown);
        return !unknown;
    }

    public Facts facts() {
        return parts.facts();
    }

    public OutboxTable outbox() {
        return parts.outbox();
    }

    /// Whether rows and layers on disk are this owner's.
    public boolean mine() {
        return facts().mine();
    }

    public DraftTable drafts() {
        return outboxFile.drafts();
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
