package org.yiping.server.data;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yiping.protocol.Kinds;

/// The rows as they stand now. Any thread.
public final class Rows {
    static final String CASE_COLUMNS =
            "SELECT c.born, c.id, c.revision, c.trail, c.area, c.department, c.assisting, j.content FROM ";
    private static final String CASE_BY_ID = CASE_COLUMNS
            + "case_keys k JOIN cases c ON c.born = k.k_born JOIN journal j ON j.revision = c.revision WHERE k.k_id ";
    private static final String FACT_COLUMNS = "SELECT f.born, f.id, f.revision, f.area, f.department, j.content FROM ";

    private static final int LOOKED_AT_ONCE = 500;

    private final Database database;

    public Rows(Database database) {
        this.database = database;
    }

    public Optional<Row> find(String kind, String id) {
        return database.with(c -> find(c, kind, id));
    }

    static Optional<Row> find(Connection c, String kind, String id) throws SQLException {
        return kind.equals(Kinds.CASE)
                ? Sql.one(c, CASE_BY_ID + "= ?", Rows::caseRow, id)
                : Sql.one(
                        c,
                        FACT_COLUMNS
                                + "facts f JOIN journal j ON j.revision = f.revision WHERE f.kind = ? AND f.id = ?",
                        r -> fact(r, kind),
                        kind,
                        id);
    }

    /// Rows of a kind born after `cursor`, in the order they came to be. `filter` counts for cases alone.
    public List<Row> page(String kind, CaseFilter filter, Reach reach, long cursor, int limit) {
        List<@Nullable Object> args = new ArrayList<>();
        List<String> where = new ArrayList<>();
        where.add("born > ?");
        args.add(cursor);
        boolean cases = kind.equals(Kinds.CASE);
        if (cases) {
            reach.restrictCases(where, args);
            filter.restrict(where, args);
        } else {
            reach.restrict(where, args);
            where.add("kind = ?");
            args.add(kind);
        }
        // the filtered page first, then its texts: the other way round every text would be read
        String page = "(SELECT * FROM " + (cases ? "cases" : "facts") + " WHERE " + String.join(" AND ", where)
                + " ORDER BY born FETCH FIRST " + limit + " ROWS ONLY) ";
        return database.with(c -> cases
                ? Sql.list(
                        c,
                        CASE_COLUMNS + page + "c JOIN journal j ON j.revision = c.revision ORDER BY c.born",
                        Rows::caseRow,
                        args.toArray())
                : Sql.list(
                        c,
                        FACT_COLUMNS + page + "f JOIN journal j ON j.revision = f.revision ORDER BY f.born",
                        r -> fact(r, kind),
                        args.toArray()));
    }

    /// The last rows of a kind that is no case to come to be, the newest first.
    public List<Row> newest(String kind, Reach reach, int limit) {
        List<@Nullable Object> args = new ArrayList<>();
        List<String> where = new ArrayList<>();
        reach.restrict(where, args);
        where.add("kind = ?");
        args.add(kind);
        return database.with(c -> Sql.list(
                c,
                FACT_COLUMNS + "(SELECT * FROM facts WHERE " + String.join(" AND ", where)
                        + " ORDER BY born DESC FETCH FIRST " + limit
                        + " ROWS ONLY) f JOIN journal j ON j.revision = f.revision ORDER BY f.born DESC",
                r -> fact(r, kind),
                args.toArray()));
    }

    /// The history of a case, newest first: its records, reviews or both, as the journal has them.
    public List<Entry> history(long trail) {
        return database.with(c -> history(c, trail));
    }

    static List<Entry> history(Connection c, long trail) throws SQLException {
        List<Entry> result = new ArrayList<>();
        long next = trail;
        while (next > 0) {
            Optional<Entry> entry = JournalReader.at(c, next);
            if (entry.isEmpty()) {
                return result;
            }
            result.add(entry.get());
            next = entry.get().links().trail();
        }
        return result;
    }

    /// The newest entry of that kind in a case's history.
    public Optional<Entry> last(long trail, String kind) {
        return database.with(c -> {
            long next = trail;
            while (next > 0) {
                Optional<Entry> entry = JournalReader.at(c, next);
                if (entry.isEmpty() || entry.get().change().kind().equals(kind)) {
                    return entry;
                }
                next = entry.get().links().trail();
            }
            return Optional.empty();
        });
    }

    /// Every case that is suspended.
    public List<Row> paused() {
        return database.with(c -> Sql.list(
                c,
                CASE_COLUMNS + "cases c JOIN journal j ON j.revision = c.revision WHERE c.ending = 'PAUSED'",
                Rows::caseRow));
    }

    /// Those of these cases that are there.
    static List<Row> cases(Connection c, Collection<String> ids) throws SQLException {
        List<Row> rows = new ArrayList<>();
        List<String> all = List.copyOf(ids);
        for (int from = 0; from < all.size(); from += LOOKED_AT_ONCE) {
            List<String> some = all.subList(from, Math.min(all.size(), from + LOOKED_AT_ONCE));
            rows.addAll(Sql.list(
                    c,
                    CASE_BY_ID + "IN (" + String.join(",", Collections.nCopies(some.size(), "?")) + ")",
                    Rows::caseRow,
                    some.toArray()));
        }
        return rows;
    }

    /// Every row of a kind that is no case.
    static List<Row> facts(Connection c, String kind) throws SQLException {
        return Sql.list(
                c,
                FACT_COLUMNS + "facts f JOIN journal j ON j.revision = f.revision WHERE f.kind = ? ORDER BY f.born",
                r -> fact(r, kind),
                kind);
    }

    /// Every row of a kind whose id begins so, as they came to be.
    public List<Row> beginning(String kind, String start) {
        return database.with(c -> Sql.list(
                c,
                FACT_COLUMNS + "facts f JOIN journal j ON j.revision = f.revision WHERE f.kind = ?"
                        + " AND f.id LIKE ? ESCAPE '!' ORDER BY f.born",
                r -> fact(r, kind),
                kind,
                Sql.literal(start) + "%"));
    }

    /// Every row of a kind whose id lies between two, these among them, in the order of ids.
    public List<Row> between(String kind, String first, String last) {
        return database.with(c -> Sql.list(
                c,
                FACT_COLUMNS + "facts f JOIN journal j ON j.revision = f.revision WHERE f.kind = ?"
                        + " AND f.id >= ? AND f.id <= ? ORDER BY f.id",
                r -> fact(r, kind),
                kind,
                first,
                last));
    }

    /// Every row of a kind with its scope alone, for working out whose sight changes.
    public List<Row> scopes(String kind) {
        return database.with(c -> kind.equals(Kinds.CASE)
                ? Sql.list(c, "SELECT c.*, '' AS content FROM cases c ORDER BY born", Rows::caseRow)
                : Sql.list(
                        c,
                        "SELECT f.*, '' AS content FROM facts f WHERE kind = ? ORDER BY born",
                        r -> fact(r, kind),
                        kind));
    }

    static Row caseRow(ResultSet r) throws SQLException {
        return new Row(
                Kinds.CASE,
                r.getString("id"),
                r.getString("content"),
                new Scope(r.getString("area"), departments(r)),
                new Row.Place(r.getLong("born"), r.getLong("revision"), r.getLong("trail")));
    }

    private static @Nullable String departments(ResultSet r) throws SQLException {
        String lead = r.getString("department");
        String assisting = r.getString("assisting");
        return lead == null || assisting == null ? lead : lead + " " + assisting;
    }

    private static Row fact(ResultSet r, String kind) throws SQLException {
        return new Row(
                kind,
                r.getString("id"),
                r.getString("content"),
                new Scope(r.getString("area"), r.getString("department")),
                new Row.Place(r.getLong("born"), r.getLong("revision"), 0));
    }
}
