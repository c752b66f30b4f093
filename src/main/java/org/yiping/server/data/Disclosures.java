package org.yiping.server.data;

import java.time.Instant;
import java.util.List;
import org.yiping.domain.identity.Actor;

/// The access journal: who saw personal data unmasked, where and how much of it. Any thread.
public final class Disclosures {
    private final Database database;

    public Disclosures(Database database) {
        this.database = database;
    }

    /// `subject` is a case's id, or `*` for `amount` cases at once.
    public record Disclosure(Instant at, Actor actor, String route, String subject, int amount) {}

    public void add(Disclosure d) {
        database.with(c -> Sql.update(
                c,
                "INSERT INTO disclosures (at_ms, person, post, seat, route, subject, amount) VALUES (?, ?, ?, ?, ?, ?, ?)",
                d.at().toEpochMilli(),
                d.actor().person().value(),
                d.actor().post().value(),
                d.actor().seat().value(),
                d.route(),
                d.subject(),
                d.amount()));
    }

    /// The newest first.
    public List<Disclosure> newest(int limit) {
        return database.with(c -> Sql.list(
                c,
                "SELECT * FROM disclosures ORDER BY seq DESC FETCH FIRST " + limit + " ROWS ONLY",
                r -> new Disclosure(
                        Instant.ofEpochMilli(r.getLong("at_ms")),
                        new Actor(
                                new org.yiping.domain.identity.PersonId(r.getString("person")),
                                new org.yiping.domain.identity.PostCode(r.getString("post")),
                                new org.yiping.domain.identity.SeatId(r.getString("seat"))),
                        r.getString("route"),
                        r.getString("subject"),
                        r.getInt("amount"))));
    }
}
