package org.yiping.console.cache;

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
import java.util.function.BiConsumer;
import org.h2.mvstore.MVStoreException;

/// What the platform said, on disk, so that the console is useful before and without it. Blocks; any
/// thread.
///
/// Rows and cursor change in one transaction: after any crash the rows are those of the cursor's
/// revision.
///
/// Rows of another owner are not shown and stay until this owner's first row: an address typed wrong costs nothing.
public final class Facts {
    private final Database database;
    private final Runnable claimed;
    private final Database.Clearing setAside;
    private volatile String owner;
    private volatile boolean mine;

    /// `claimed` is called when another owner's rows go, for what else was theirs; `setAside` moves the closed file
    /// away.
    Facts(Database database, String owner, Runnable claimed, Database.Clearing setAside) throws SQLException {
        this.database = database;
        this.claimed = claimed;
        this.setAside = setAside;
        this.owner = owner;
        mine = database.transaction(Facts::stored).equals(owner);
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
    }

    private void claim(Connection connection) throws SQLException {
        if (!mine) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("DELETE FROM rows");
                statement.execute("DELETE FROM cursor");
            }
            setCursor(connection, Cursor.NONE, true);
            claimed.run();
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

    /// Begins anew without rows, when those there are turned out to be damaged: their file is set aside, and the
    /// platform
    /// has them all. Rows are read once at a start, and that is when damage shows.
    public void renew() throws IOException {
        try {
            database.renew(setAside);
        } catch (SQLException e) {
            throw new IOException("the cache's facts: " + e.getErrorCode(), e);
        }
        if (mine) {
            run(connection -> setCursor(connection, Cursor.NONE, true)); // layers and photos stay this owner's
        }
    }

    /// Puts and removes rows and moves the cursor, all or nothing.
    public void batch(Collection<Row> changes, Cursor cursor) throws IOException {
        run(connection -> {
            claim(connection);
            write(connection, changes);
            return setCursor(connection, cursor, false);
        });
    }

    /// Keeps documents that no cursor rules, e.g. the city.
    public void keep(Collection<Row> documents) throws IOException {
        run(connection -> {
            claim(connection);
            return write(connection, documents);
        });
    }

    /// Puts a whole snapshot in the place of all rows of these kinds and sets the cursor, all or nothing.
    public void replace(Collection<String> kinds, Iterable<Row> rows, Cursor cursor) throws IOException {
        run(connection -> {
            claim(connection);
            try (PreparedStatement delete = connection.prepareStatement("DELETE FROM rows WHERE kind = ?")) {
                for (String kind : kinds) {
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
