package org.yiping.server.data;

import java.sql.PreparedStatement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yiping.domain.sensor.Reading;
import org.yiping.domain.sensor.SensorId;

/// What sensors said before. Any thread.
public final class SensorPast {
    private final Database database;

    public SensorPast(Database database) {
        this.database = database;
    }

    /// Adds readings with a value; one of the same sensor and time replaces the one before, one that is there
    /// already is left alone. One transaction.
    public void add(List<Reading> readings) {
        Map<String, Map<Long, Double>> sensors = new HashMap<>();
        for (Reading r : readings) {
            Double value = r.value();
            if (value != null) {
                sensors.computeIfAbsent(r.sensor().value(), _ -> new HashMap<>())
                        .put(r.at().toEpochMilli(), value);
            }
        }
        database.transact(c -> {
            try (PreparedStatement delete =
                            c.prepareStatement("DELETE FROM sensor_past WHERE sensor = ? AND at_ms = ?");
                    PreparedStatement insert =
                            c.prepareStatement("INSERT INTO sensor_past (sensor, at_ms, reading) VALUES (?, ?, ?)")) {
                for (Map.Entry<String, Map<Long, Double>> one : sensors.entrySet()) {
                    String sensor = one.getKey();
                    Map<Long, Double> there = new HashMap<>();
                    Sql.list(
                            c,
                            "SELECT at_ms, reading FROM sensor_past WHERE sensor = ? AND at_ms >= ? AND at_ms <= ?",
                            r -> there.put(r.getLong(1), r.getDouble(2)),
                            sensor,
                            one.getValue().keySet().stream().min(Long::compare).orElse(0L),
                            one.getValue().keySet().stream().max(Long::compare).orElse(0L));
                    for (Map.Entry<Long, Double> e : one.getValue().entrySet()) {
                        Double before = there.get(e.getKey());
                        if (before != null && before.equals(e.getValue())) {
                            continue;
                        }
                        if (before != null) {
                            Sql.set(delete, sensor, e.getKey());
                            delete.addBatch();
                        }
                        Sql.set(insert, sensor, e.getKey(), e.getValue());
                        insert.addBatch();
                    }
                }
                delete.executeBatch();
                insert.executeBatch();
            }
            return null;
        });
        database.sync();
    }

    /// The last thing a sensor said before an instant, if anything is kept.
    public List<Reading> last(SensorId sensor) {
        return database.with(c -> Sql.list(
                c,
                "SELECT at_ms, reading FROM sensor_past WHERE sensor = ? ORDER BY at_ms DESC FETCH FIRST 1 ROWS ONLY",
                r -> new Reading(sensor, r.getDouble(2), Instant.ofEpochMilli(r.getLong(1))),
                sensor.value()));
    }

    /// What it said from one instant on and up to another, oldest first.
    public List<Reading> between(SensorId sensor, Instant from, Instant upto) {
        return database.with(c -> Sql.list(
                c,
                "SELECT at_ms, reading FROM sensor_past WHERE sensor = ? AND at_ms > ? AND at_ms <= ? ORDER BY at_ms",
                r -> new Reading(sensor, r.getDouble(2), Instant.ofEpochMilli(r.getLong(1))),
                sensor.value(),
                from.toEpochMilli(),
                upto.toEpochMilli()));
    }

    /// The last thing each sensor said of which anything is kept. Goes along the key from sensor to sensor.
    public List<Reading> newest() {
        List<Reading> newest = new ArrayList<>();
        String last = "";
        while (true) {
            String after = last;
            var next = database.with(c -> Sql.one(
                    c,
                    "SELECT sensor FROM sensor_past WHERE sensor > ? ORDER BY sensor, at_ms FETCH FIRST 1 ROWS ONLY",
                    r -> r.getString(1),
                    after));
            if (next.isEmpty()) {
                return newest;
            }
            last = next.get();
            newest.addAll(last(new SensorId(last)));
        }
    }

    public long count() {
        return database.with(c -> Sql.one(c, "SELECT COUNT(*) FROM sensor_past", r -> r.getLong(1))
                .orElse(0L));
    }
}
