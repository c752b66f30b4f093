package org.yiping.server.data;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.identity.Actor;
import org.yiping.domain.identity.PersonId;
import org.yiping.domain.identity.PostCode;
import org.yiping.domain.identity.SeatId;

/// Reads the journal. Any thread.
public final class JournalReader {
    static final String SELECT = "SELECT j.*, p.area AS old_area, p.department AS old_department FROM journal j"
            + " LEFT JOIN journal p ON p.revision = j.previous WHERE ";

    private final Database database;

    public JournalReader(Database database) {
        this.database = database;
    }

    /// Up to `limit` entries after a revision.
    public List<Entry> after(long revision, int limit) {
        return database.with(c -> page(c, revision, limit));
    }

    /// The last revision written before an instant, 0 where there is none; where clocks ran backwards, one near it.
    public long before(Instant at) {
        return database.with(c -> {
            long low = 0;
            long high = Sql.one(c, "SELECT MAX(revision) FROM journal", r -> r.getLong(1))
                    .orElse(0L);
            while (low < high) {
                long middle = (low + high + 1) >>> 1;
                long millis = Sql.one(c, "SELECT at_ms FROM journal WHERE revision = ?", r -> r.getLong(1), middle)
                        .orElse(Long.MAX_VALUE);
                if (millis < at.toEpochMilli()) {
                    low = middle;
                } else {
                    high = middle - 1;
                }
            }
            return low;
        });
    }

    static List<Entry> page(Connection c, long after, int limit) throws SQLException {
        return Sql.list(
                c,
                SELECT + "j.revision > ? AND j.revision <= ? ORDER BY j.revision",
                JournalReader::read,
                after,
                after + limit);
    }

    static Optional<Entry> at(Connection c, long revision) throws SQLException {
        return Sql.one(c, SELECT + "j.revision = ?", JournalReader::read, revision);
    }

    static Entry read(ResultSet r) throws SQLException {
        String person = r.getString("person");
        Actor actor = person == null
                ? null
                : new Actor(new PersonId(person), new PostCode(r.getString("post")), new SeatId(r.getString("seat")));
        long previous = r.getLong("previous");
        Scope scope = new Scope(r.getString("area"), r.getString("department"));
        return new Entry(
                r.getLong("revision"),
                Instant.ofEpochMilli(r.getLong("at_ms")),
                new Origin(actor, r.getString("command_id"), r.getString("reason"), r.getString("catalogue_version")),
                new Change(r.getString("kind"), r.getString("id"), r.getString("content"), scope, null, null),
                new Entry.Links(previous, r.getLong("trail"), r.getBytes("hash")),
                previous == 0 ? null : before(r));
    }

    private static @Nullable Scope before(ResultSet r) throws SQLException {
        return new Scope(r.getString("old_area"), r.getString("old_department"));
    }
}
