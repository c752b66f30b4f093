package org.yiping.server.data;

import java.util.Map;
import java.util.TreeMap;

/// The indexes that cases are looked for by. A first import leaves them out and makes them at its end:
/// kept in step row by row they take two thirds of its time, made in one pass a tenth. Until they are
/// there again the storage says so itself, so that whoever opens it after a kill makes them first. One
/// thread, and nobody else at the storage.
public final class CaseIndexes {
    private static final String LEFT_OUT = "case-indexes-left-out";

    /// As the migrations leave them, by name; a test holds the two together.
    private static final Map<String, String> COLUMNS = new TreeMap<>(Map.of(
            "keys_number", "case_keys (k_number)",
            "keys_caller", "case_keys (k_caller, k_reported_ms DESC)",
            "keys_component", "case_keys (k_component, k_reported_ms DESC)",
            "keys_class", "case_keys (k_class, k_reported_ms DESC, k_born DESC)",
            "keys_newest", "case_keys (k_reported_ms DESC, k_born DESC, k_department, k_class)",
            "keys_tile", "case_keys (k_tile, k_class, k_reported_ms DESC, k_longitude, k_latitude)",
            "cases_ending", "cases (ending, reported_ms DESC, born DESC, department)"));

    private final Database database;

    public CaseIndexes(Database database) {
        this.database = database;
    }

    /// Drops them if there is no case yet.
    public void leaveOut() {
        database.with(c -> {
            if (Sql.one(c, "SELECT born FROM cases FETCH FIRST 1 ROW ONLY", r -> r.getLong(1))
                    .isPresent()) {
                return null;
            }
            new Meta(database).set(LEFT_OUT, "yes");
            for (String name : COLUMNS.keySet()) {
                Sql.update(c, "DROP INDEX IF EXISTS " + name);
            }
            return null;
        });
    }

    /// Makes them where they were left out. Costs one look where they were not.
    public void complete() {
        Meta meta = new Meta(database);
        if (meta.get(LEFT_OUT).filter("yes"::equals).isEmpty()) {
            return;
        }
        database.with(c -> {
            for (Map.Entry<String, String> index : COLUMNS.entrySet()) {
                Sql.update(c, "CREATE INDEX IF NOT EXISTS " + index.getKey() + " ON " + index.getValue());
            }
            return null;
        });
        meta.set(LEFT_OUT, "no");
    }
}
