package org.yiping.server.data;

import java.util.HashMap;
import java.util.Map;

/// What named sequences have come to. Any thread.
public final class Counters {
    private final Database database;

    public Counters(Database database) {
        this.database = database;
    }

    /// All whose names begin so.
    public Map<String, Long> beginning(String prefix) {
        return database.with(c -> {
            Map<String, Long> found = new HashMap<>();
            Sql.list(
                            c,
                            "SELECT name, amount FROM counters WHERE name LIKE ? ESCAPE '!'",
                            r -> Map.entry(r.getString(1), r.getLong(2)),
                            Sql.literal(prefix) + "%")
                    .forEach(e -> found.put(e.getKey(), e.getValue()));
            return found;
        });
    }
}
