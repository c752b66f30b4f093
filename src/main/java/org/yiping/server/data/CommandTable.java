package org.yiping.server.data;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/// The answers given to idempotency keys, in the order they were given. Any thread.
public final class CommandTable {
    private final Database database;

    public CommandTable(Database database) {
        this.database = database;
    }

    static void write(Connection c, List<Remembered> answers, long first) throws SQLException {
        try (Statements statements = new Statements(c)) {
            long seq = first;
            for (Remembered r : answers) {
                statements.add(
                        "INSERT INTO commands (seq, id, at_ms, fingerprint, revision, status, code, pointer)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                        seq++,
                        r.id(),
                        r.at().toEpochMilli(),
                        r.fingerprint(),
                        r.verdict().revision(),
                        r.verdict().status(),
                        r.verdict().code(),
                        r.verdict().pointer());
            }
            statements.run();
        }
    }

    /// Drops what is older than `limit`.
    public void prune(Instant limit) {
        database.with(c -> {
            long old = Sql.one(
                            c, "SELECT MAX(seq) FROM commands WHERE at_ms < ?", r -> r.getLong(1), limit.toEpochMilli())
                    .orElse(0L);
            return Sql.update(c, "DELETE FROM commands WHERE seq <= ?", old);
        });
    }

    /// Shows every key after a place, with its place, in order.
    public void keys(long after, BiConsumer<String, Long> keys) {
        database.with(c -> {
            long last = after;
            while (true) {
                List<Long> page = Sql.list(
                        c,
                        "SELECT seq, id FROM commands WHERE seq > ? ORDER BY seq FETCH FIRST 5000 ROWS ONLY",
                        r -> {
                            keys.accept(r.getString(2), r.getLong(1));
                            return r.getLong(1);
                        },
                        last);
                if (page.isEmpty()) {
                    return null;
                }
                last = page.getLast();
            }
        });
    }

    /// The place of the newest answer, 0 if there is none.
    public long last() {
        return database.with(c ->
                Sql.one(c, "SELECT MAX(seq) FROM commands", r -> r.getLong(1)).orElse(0L));
    }

    public Optional<Remembered> at(long seq) {
        return database.with(c -> Sql.one(c, "SELECT * FROM commands WHERE seq = ?", CommandTable::read, seq));
    }

    private static Remembered read(ResultSet r) throws SQLException {
        return new Remembered(
                r.getString("id"),
                Instant.ofEpochMilli(r.getLong("at_ms")),
                r.getString("fingerprint"),
                new Remembered.Verdict(
                        r.getInt("status"), r.getLong("revision"), r.getString("code"), r.getString("pointer")));
    }
}
