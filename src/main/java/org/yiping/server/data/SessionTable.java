package org.yiping.server.data;

import java.time.Instant;
import java.util.List;

/// Sessions by the hashes of their tokens, so that a restart signs nobody out and a stolen file signs nobody in.
/// Any thread.
public final class SessionTable {
    private final Database database;

    public SessionTable(Database database) {
        this.database = database;
    }

    public record Ticket(String hash, Instant until) {}

    public record Stored(String id, String person, String post, String seat, Ticket token, Ticket refresh) {}

    public List<Stored> living(Instant now) {
        return database.with(c -> {
            Sql.update(c, "DELETE FROM sessions WHERE refresh_ms < ?", now.toEpochMilli());
            return Sql.list(
                    c,
                    "SELECT * FROM sessions",
                    r -> new Stored(
                            r.getString("id"),
                            r.getString("person"),
                            r.getString("post"),
                            r.getString("seat"),
                            new Ticket(r.getString("token"), Instant.ofEpochMilli(r.getLong("token_ms"))),
                            new Ticket(r.getString("refresh"), Instant.ofEpochMilli(r.getLong("refresh_ms")))));
        });
    }

    public void put(Stored s) {
        database.transact(c -> {
            Sql.update(c, "DELETE FROM sessions WHERE id = ?", s.id());
            return Sql.update(
                    c,
                    "INSERT INTO sessions (id, person, post, seat, token, token_ms, refresh, refresh_ms)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                    s.id(),
                    s.person(),
                    s.post(),
                    s.seat(),
                    s.token().hash(),
                    s.token().until().toEpochMilli(),
                    s.refresh().hash(),
                    s.refresh().until().toEpochMilli());
        });
    }

    public void remove(String id) {
        database.with(c -> Sql.update(c, "DELETE FROM sessions WHERE id = ?", id));
    }
}
