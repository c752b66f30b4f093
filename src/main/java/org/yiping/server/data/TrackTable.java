package org.yiping.server.data;

import java.sql.PreparedStatement;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yiping.domain.field.FieldUnit;
import org.yiping.domain.geo.Position;
import org.yiping.domain.kpi.Span;

/// Past positions by unit and time (轨迹). Any thread.
public final class TrackTable {
    private final Database database;

    public TrackTable(Database database) {
        this.database = database;
    }

    /// Adds fixes; one that repeats unit and instant replaces the one before. One transaction.
    public void add(List<FieldUnit> fixes) {
        Map<String, FieldUnit> last = new LinkedHashMap<>();
        fixes.forEach(f -> last.put(f.id() + "@" + f.at().toEpochMilli(), f));
        database.transact(c -> {
            try (PreparedStatement delete = c.prepareStatement("DELETE FROM tracks WHERE unit = ? AND at_ms = ?");
                    PreparedStatement insert = c.prepareStatement(
                            "INSERT INTO tracks (unit, at_ms, kind, longitude, latitude) VALUES (?, ?, ?, ?, ?)")) {
                for (FieldUnit f : last.values()) {
                    Sql.set(delete, f.id(), f.at().toEpochMilli());
                    delete.addBatch();
                    Sql.set(
                            insert,
                            f.id(),
                            f.at().toEpochMilli(),
                            f.kind(),
                            f.position().longitude(),
                            f.position().latitude());
                    insert.addBatch();
                }
                delete.executeBatch();
                insert.executeBatch();
            }
            return null;
        });
        database.sync();
    }

    /// Who was where when.
    public interface Fix {
        void at(String unit, Instant at, Position place);
    }

    /// Tells the fixes of a span unit by unit, oldest first.
    public void between(Span span, Fix fix) {
        database.with(c -> Sql.list(
                        c,
                        "SELECT unit, at_ms, longitude, latitude FROM tracks WHERE at_ms >= ? AND at_ms < ?"
                                + " ORDER BY unit, at_ms",
                        r -> {
                            fix.at(
                                    r.getString(1),
                                    Instant.ofEpochMilli(r.getLong(2)),
                                    new Position(r.getDouble(3), r.getDouble(4)));
                            return true;
                        },
                        span.from().toEpochMilli(),
                        span.until().toEpochMilli())
                .size());
    }

    public long count() {
        return database.with(c ->
                Sql.one(c, "SELECT COUNT(*) FROM tracks", r -> r.getLong(1)).orElse(0L));
    }
}
