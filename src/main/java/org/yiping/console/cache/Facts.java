package org.yiping.console.cache;

// long because what is read, written and lost of the facts is decided in one place

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.h2.mvstore.MVStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the platform said, on disk, so that the console is useful before and without it. Blocks; any
/// thread.
///
/// Rows and cursor change in one transaction: after any crash the rows are those of the cursor's
/// revision.
///
/// Rows of another owner are not shown and stay until this owner's first row: an address typed wrong costs nothing.
///
/// Where the file is damaged, what can be read stands, what a second copy has stands too, and of the rest is
/// known that it is lost (`isLost`) until a snapshot brings it: a kind without rows must not look like one that
/// has none.
public final class Facts {
    /// Documents no cursor rules, as the platform's JSON: the city, who is signed in.
    public static final String DOCUMENT = "document";
    /// The last step of a wall of several computers.
    public static final String WALL_STEP = "wall-step";

    private static final Logger LOG = LoggerFactory.getLogger(Facts.class);
    private static final String LOST = "lost";
    private static final String ALL = "*";

    private final Database database;
    private final FactsCopy copy;
    private final Runnable claimed;
    private final Database.Clearing setAside;
    private volatile String owner;
    private volatile boolean mine;
    private final Set<String> lost = ConcurrentHashMap.newKeySet();

    /// What could be read of a damaged file, when it was true, and the kinds that could not.
    private record Saved(List<Row> rows, Instant asOf, Set<String> gone) {}

    /// `rebuilt`: the file of before could not be opened and this is an empty one. `claimed` is called when
    /// another owner's rows go, for what else was theirs; `setAside` moves the closed file away.
    Facts(
            Database database,
            String owner,
            FactsCopy copy,
            boolean rebuilt,
            Runnable claimed,
            Database.Clearing setAside)
            throws SQLException, IOException {
        this.database = database;
        this.copy = copy;
        this.claimed = claimed;
        this.setAside = setAside;
        this.owner = owner;
        String whose = database.transaction(Facts::stored);
        mine = whose.equals(owner);
        load(LOST, (kind, _) -> lost.add(kind));
        if (whose.isEmpty()) { // a first start, or the file of before is gone
            begin(new Saved(List.of(), Instant.EPOCH, Set.of(ALL)));
            if (!rebuilt && !mine) {
                lost.clear();
            }
        }
    }

    /// Whose rows these are; nobody's where there are none yet.
    static String stored(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet line = statement.executeQuery("SELECT owner FROM cursor")) {
            return line.next() ? line.getString(1) : "";
        }
    }

    /// Whether there is something of this owner's.
    boolean mine() {
        return mine;
    }

    /// The owner's platform turned out to be called otherwise. Rows shown so far are renamed where they were kept for
    /// its address alone (`sameRows`); otherwise they are another platform's.
    void renamed(String next, boolean sameRows) throws IOException {
        boolean rename = sameRows && mine;
        mine = run(connection -> {
            if (rename) {
                try (PreparedStatement update = connection.prepareStatement("UPDATE cursor SET owner = ?")) {
                    update.setString(1, next);
                    update.executeUpdate();
                }
            }
            return stored(connection).equals(next);
        });
        owner = next;
        if (rename && mine) {
            copied(FactsCopy.KINDS);
        }
    }

    private void claim(Connection connection) throws SQLException {
        if (!mine) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("DELETE FROM rows");
                statement.execute("DELETE FROM cursor");
            }
            setCursor(connection, Cursor.NONE, true);
            claimed.run();
            copy.clear();
            lost.clear();
            mine = true;
        }
    }

    public Cursor cursor() throws IOException {
        if (!mine) {
            return Cursor.NONE;
        }
        return run(connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet line = statement.executeQuery("SELECT revision, as_of FROM cursor")) {
                return line.next() ? new Cursor(line.getLong(1), Instant.ofEpochMilli(line.getLong(2))) : Cursor.NONE;
            }
        });
    }

    public void load(String kind, BiConsumer<String, byte[]> rows) throws IOException {
        if (!mine) {
            return;
        }
        run(connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT id, body FROM rows WHERE kind = ?")) {
                select.setString(1, kind);
                select.setFetchSize(1000);
                try (ResultSet line = select.executeQuery()) {
                    while (line.next()) {
                        rows.accept(line.getString(1), line.getBytes(2));
                    }
                }
            }
            return 0;
        });
    }

    /// Begins anew, when rows turned out to be damaged: their file is set aside. Of the `kinds` those stand that
    /// can be read or have a second copy; the platform has them all. Rows are read once at a start, and that is
    /// when damage shows.
    public void renew(Collection<String> kinds) throws IOException {
        Saved saved = mine ? saved(kinds) : new Saved(List.of(), Instant.EPOCH, Set.of());
        try {
            database.renew(setAside);
        } catch (SQLException e) {
            throw new IOException("the cache's facts: " + e.getErrorCode(), e);
        }
        if (mine) {
            begin(saved);
        }
    }

    private Saved saved(Collection<String> kinds) {
        Instant asOf = Instant.EPOCH;
        try {
            asOf = cursor().asOf();
        } catch (IOException | RuntimeException e) {
            LOG.warn("how far the journal was followed cannot be read: {}", e.toString());
        }
        List<Row> rows = new ArrayList<>();
        Set<String> gone = new TreeSet<>(lost);
        for (String kind : kinds) {
            List<Row> some = new ArrayList<>();
            try {
                load(kind, (id, body) -> some.add(Row.put(kind, id, body)));
                rows.addAll(some);
            } catch (IOException | RuntimeException e) {
                LOG.warn("rows of kind {} cannot be read: {}", kind, e.toString());
                gone.add(kind);
            }
        }
        return new Saved(rows, asOf, gone);
    }

    /// Writes what there is into an empty file, at no revision: a snapshot has to come. What nobody knows the age of is
    /// not shown; where there is nothing, layers and photos stay this owner's all the same.
    private void begin(Saved saved) throws IOException {
        List<Row> rows = new ArrayList<>(saved.rows());
        Instant asOf = saved.asOf();
        Set<String> gone = new TreeSet<>(saved.gone());
        boolean dated = asOf.isAfter(Instant.EPOCH);
        for (String kind : FactsCopy.KINDS) {
            boolean wanted = gone.contains(kind) || gone.contains(ALL);
            FactsCopy.Kept kept = wanted || !dated ? copy.read(kind, owner).orElse(null) : null;
            if (kept != null) {
                asOf = dated || kept.asOf().isBefore(asOf) ? asOf : kept.asOf();
                if (wanted) {
                    rows.addAll(kept.rows());
                    gone.remove(kind);
                }
            }
        }
        lost.clear();
        if (asOf.equals(Instant.EPOCH) || rows.isEmpty()) {
            lost.add(ALL);
            if (mine) {
                run(connection -> setCursor(connection, Cursor.NONE, true));
            }
            return;
        }
        lost.addAll(gone);
        gone.forEach(kind -> rows.add(Row.put(LOST, kind, new byte[0])));
        Cursor from = new Cursor(0, asOf);
        run(connection -> {
            write(connection, rows);
            return setCursor(connection, from, true);
        });
        mine = true;
    }

    /// Whether the rows of a kind could not be read from a damaged file and no snapshot has brought them since.
    public boolean isLost(String kind) {
        return lost.contains(kind) || (lost.contains(ALL) && !FactsCopy.KINDS.contains(kind));
    }

    /// The second copy of a kind, for who finds a single row damaged; nothing where there is none.
    public void spare(String kind, BiConsumer<String, byte[]> rows) {
        copy.read(kind, owner)
                .ifPresent(kept -> kept.rows().forEach(row -> {
                    byte[] body = row.body();
                    if (body != null) {
                        rows.accept(row.id(), body);
                    }
                }));
    }

    /// Whether a second copy is older than the rows, because the disk did not take it, and may be tried again.
    public boolean owes() {
        return !copy.owed().isEmpty();
    }

    /// Writes the second copies that are owed; whatever is committed does so too.
    public void settle() throws IOException {
        copied(Set.of());
    }

    /// Brings the second copy up to what was just committed, and up to what the disk would not take before.
    private void copied(Collection<String> kinds) throws IOException {
        Set<String> due = new TreeSet<>(kinds);
        due.retainAll(FactsCopy.KINDS);
        due.addAll(copy.owed());
        for (String kind : due) {
            synchronized (copy) { // what is read last is written last
                List<Row> rows = new ArrayList<>();
                load(kind, (id, body) -> rows.add(Row.put(kind, id, body)));
                copy.write(kind, owner, rows);
            }
        }
    }

    private static Set<String> kinds(Collection<Row> rows) {
        return rows.stream().map(Row::kind).collect(Collectors.toSet());
    }

    /// Puts and removes rows and moves the cursor, all or nothing.
    public void batch(Collection<Row> changes, Cursor cursor) throws IOException {
        run(connection -> {
            claim(connection);
            write(connection, changes);
            return setCursor(connection, cursor, false);
        });
        copied(kinds(changes));
    }

    /// Keeps documents that no cursor rules, e.g. the city.
    public void keep(Collection<Row> documents) throws IOException {
        run(connection -> {
            claim(connection);
            return write(connection, documents);
        });
        copied(kinds(documents));
    }

    /// Puts a whole snapshot in the place of all rows of these kinds and sets the cursor, all or nothing.
    public void replace(Collection<String> kinds, Iterable<Row> rows, Cursor cursor) throws IOException {
        run(connection -> {
            claim(connection);
            try (PreparedStatement delete = connection.prepareStatement("DELETE FROM rows WHERE kind = ?")) {
                for (String kind :
                        Stream.concat(kinds.stream(), Stream.of(LOST)).toList()) {
                    delete.setString(1, kind);
                    delete.executeUpdate();
                }
            }
            List<Row> some = new ArrayList<>();
            for (Row row : rows) {
                some.add(row);
                if (some.size() == 1000) {
                    write(connection, some);
                    some.clear();
                }
            }
            write(connection, some);
            return setCursor(connection, cursor, false);
        });
        lost.clear();
        copied(kinds);
    }

    private static int write(Connection connection, Collection<Row> changes) throws SQLException {
        try (PreparedStatement put = connection.prepareStatement("MERGE INTO rows(kind, id, body) VALUES (?, ?, ?)");
                PreparedStatement gone = connection.prepareStatement("DELETE FROM rows WHERE kind = ? AND id = ?")) {
            for (Row row : changes) {
                PreparedStatement statement = row.body() == null ? gone : put;
                statement.setString(1, row.kind());
                statement.setString(2, row.id());
                if (row.body() != null) {
                    statement.setBytes(3, row.body());
                }
                statement.executeUpdate();
            }
        }
        return changes.size();
    }

    private int setCursor(Connection connection, Cursor cursor, boolean fresh) throws SQLException {
        String sql = fresh
                ? "INSERT INTO cursor(revision, as_of, owner) VALUES (?, ?, ?)"
                : "UPDATE cursor SET revision = ?, as_of = ? WHERE owner = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, cursor.revision());
            statement.setLong(2, cursor.asOf().toEpochMilli());
            statement.setString(3, owner);
            return statement.executeUpdate();
        }
    }

    private <R> R run(Database.Work<R> work) throws IOException {
        try {
            return database.transaction(work);
        } catch (SQLException e) {
            throw new IOException("the cache's facts: " + e.getErrorCode(), e);
        } catch (MVStoreException e) {
            throw new IOException("the cache's facts: " + e.getMessage(), e);
        }
    }
}
