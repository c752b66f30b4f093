package org.yiping.server.data;

import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yiping.protocol.Kinds;

/// The journal's entries of cases alone, in its order: what figures are counted from. Any thread.
public final class CaseJournal {
    private static final int AT_ONCE = 500;

    private final Database database;

    public CaseJournal(Database database) {
        this.database = database;
    }

    /// One entry: `previous` is the revision of the one before of the same case, 0 for its first. `department` names
    /// all that work on it, apart by spaces, the leading one first. `person` and `post` are absent where a file or
    /// the platform wrote it.
    public record Line(
            long revision,
            Instant at,
            @Nullable String person,
            @Nullable String post,
            @Nullable String area,
            @Nullable String department,
            String content,
            long previous) {}

    /// Those of the next `width` revisions after one.
    public List<Line> after(long revision, int width) {
        return database.with(c -> Sql.list(
                c,
                "SELECT revision, at_ms, person, post, area, department, content, previous FROM journal"
                        + " WHERE revision > ? AND revision <= ? AND kind = ? ORDER BY revision",
                r -> new Line(
                        r.getLong(1),
                        Instant.ofEpochMilli(r.getLong(2)),
                        r.getString(3),
                        r.getString(4),
                        r.getString(5),
                        r.getString(6),
                        r.getString(7),
                        r.getLong(8)),
                revision,
                revision + width,
                Kinds.CASE));
    }

    /// The last revision there is, of whatever kind; 0 for an empty journal.
    public long last() {
        return database.with(c -> Sql.one(
                        c,
                        "SELECT revision FROM journal ORDER BY revision DESC FETCH FIRST 1 ROW ONLY",
                        r -> r.getLong(1))
                .orElse(0L));
    }

    /// Which cases were written at these revisions, in their order.
    public List<String> ids(List<Long> revisions) {
        Map<Long, String> found = new HashMap<>();
        for (int from = 0; from < revisions.size(); from += AT_ONCE) {
            List<Long> some = revisions.subList(from, Math.min(revisions.size(), from + AT_ONCE));
            database.with(c -> Sql.list(
                    c,
                    "SELECT revision, id FROM journal WHERE revision IN ("
                            + String.join(",", Collections.nCopies(some.size(), "?")) + ")",
                    r -> String.valueOf(found.put(r.getLong(1), r.getString(2))),
                    some.toArray()));
        }
        return revisions.stream().map(r -> Objects.requireNonNull(found.get(r))).toList();
    }

    /// What cases said at these revisions, in their order.
    public List<String> contents(List<Long> revisions) {
        if (revisions.isEmpty()) {
            return List.of();
        }
        Map<Long, String> found = new HashMap<>();
        database.with(c -> Sql.list(
                c,
                "SELECT revision, content FROM journal WHERE revision IN ("
                        + String.join(",", Collections.nCopies(revisions.size(), "?")) + ")",
                r -> String.valueOf(found.put(r.getLong(1), r.getString(2))),
                revisions.toArray()));
        return revisions.stream().map(r -> found.getOrDefault(r, "{}")).toList();
    }
}
