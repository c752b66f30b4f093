package org.yiping.server.data;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import org.yiping.domain.field.FieldUnit;
import org.yiping.domain.geo.Position;
import org.yiping.domain.kpi.Span;
import org.yiping.domain.staff.Fixes;

/// Past positions by unit and time (轨迹). Any thread.
public final class TrackTable {
    private final Database database;
    private final ReentrantLock writing = new ReentrantLock();
    private long changes;

    public TrackTable(Database database) {
        this.database = database;
    }

    /// Adds fixes; one that repeats unit and instant replaces the one before, one that is there already is
    /// left alone. Days that were judged by what was there are taken out (`StaffDayTable`). One transaction.
    public void add(List<FieldUnit> fixes) {
        Map<String, TreeMap<Long, FieldUnit>> units = new HashMap<>();
        fixes.forEach(f -> units.computeIfAbsent(f.id(), _ -> new TreeMap<>()).put(f.at().toEpochMilli(), f));
        boolean changed;
        writing.lock();
        try {
            changes++;
            changed = database.transact(c -> {
                boolean any = false;
                for (TreeMap<Long, FieldUnit> one : units.values()) {
                    any |= add(c, one);
                }
                return any;
            });
        } finally {
            writing.unlock();
        }
        if (changed) {
            database.sync();
        }
    }

    private static boolean add(Connection c, NavigableMap<Long, FieldUnit> fixes) throws SQLException {
        String unit = fixes.firstEntry().getValue().id();
        long first = fixes.firstKey();
        long last = fixes.lastKey();
        Map<Long, FieldUnit> there = new HashMap<>();
        Sql.list(
                c,
                "SELECT at_ms, kind, longitude, latitude FROM tracks WHERE unit = ? AND at_ms >= ? AND at_ms <= ?",
                r -> there.put(
                        r.getLong(1),
                        new FieldUnit(
                                unit,
                                r.getString(2),
                                unit,
                                new Position(r.getDouble(3), r.getDouble(4)),
                                null,
                                Instant.ofEpochMilli(r.getLong(1)))),
                unit,
                first,
                last);
        boolean any = false;
        try (PreparedStatement delete = c.prepareStatement("DELETE FROM tracks WHERE unit = ? AND at_ms = ?");
                PreparedStatement insert = c.prepareStatement(
                        "INSERT INTO tracks (unit, at_ms, kind, longitude, latitude) VALUES (?, ?, ?, ?, ?)")) {
            for (Map.Entry<Long, FieldUnit> e : fixes.entrySet()) {
                FieldUnit f = e.getValue();
                FieldUnit before = there.get(e.getKey());
                if (before != null) {
                    if (before.position().equals(f.position()) && before.kind().equals(f.kind())) {
                        continue;
                    }
                    Sql.set(delete, unit, e.getKey());
                    delete.addBatch();
                }
                Sql.set(
                        insert,
                        unit,
                        e.getKey(),
                        f.kind(),
                        f.position().longitude(),
                        f.position().latitude());
                insert.addBatch();
                any = true;
            }
            if (any) {
                delete.executeBatch();
                insert.executeBatch();
                Sql.update(
                        c,
                        "DELETE FROM staff_days WHERE unit = ? AND from_ms <= ? AND until_ms > ?",
                        unit,
                        last,
                        first);
            }
        }
        return any;
    }

    /// Where the writing of this table stands, for `unchanged`.
    public long changes() {
        writing.lock();
        try {
            return changes;
        } finally {
            writing.unlock();
        }
    }

    /// Does something that holds only if nothing was written here since; while it is done nothing is.
    public void unchanged(long since, Runnable then) {
        writing.lock();
        try {
            if (changes == since) {
                then.run();
            }
        } finally {
            writing.unlock();
        }
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

    /// The track of one unit in a span.
    public Fixes of(String unit, Span span) {
        Fixes fixes = new Fixes();
        database.with(c -> {
            try (PreparedStatement s =
                    c.prepareStatement("SELECT at_ms, longitude, latitude FROM tracks WHERE unit = ? AND at_ms >= ?"
                            + " AND at_ms < ? ORDER BY at_ms")) {
                s.setFetchSize(10_000);
                Sql.set(s, unit, span.from().toEpochMilli(), span.until().toEpochMilli());
                try (ResultSet r = s.executeQuery()) {
                    while (r.next()) {
                        fixes.add(r.getLong(1), r.getDouble(2), r.getDouble(3));
                    }
                }
            }
            return true;
        });
        return fixes;
    }

    /// Every unit that has a track, with its kind. Goes along the key from unit to unit: a table of millions
    /// of fixes is of a few hundred.
    public Map<String, String> units() {
        Map<String, String> units = new TreeMap<>();
        database.with(c -> {
            String last = "";
            while (true) {
                var next = Sql.one(
                        c,
                        "SELECT unit, kind FROM tracks WHERE unit > ? ORDER BY unit, at_ms FETCH FIRST 1 ROWS ONLY",
                        r -> Map.entry(r.getString(1), r.getString(2)),
                        last);
                if (next.isEmpty()) {
                    return true;
                }
                last = next.get().getKey();
                units.put(last, next.get().getValue());
            }
        });
        return units;
    }

    public long count() {
        return database.with(c ->
                Sql.one(c, "SELECT COUNT(*) FROM tracks", r -> r.getLong(1)).orElse(0L));
    }
}
