package org.yiping.server.data;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Goes through the keys of cases, those reported last first, piece by piece. Stateless but for the question; one
/// thread.
///
/// The index is named to H2, which cannot tell a rare value from a common one; PostgreSQL chooses for itself.
final class CaseKeys {
    private static final String NEWEST = "k_reported_ms DESC, k_born DESC";
    private static final int PIECE = 1_000;

    private final Database database;
    private final String index;
    private final String fixed;
    private final List<String> where = new ArrayList<>();
    private final List<@Nullable Object> args = new ArrayList<>();

    /// Along `index`; `fixed` are the columns before the time in it, each with a value of its own: H2 only walks an
    /// index in its whole order.
    CaseKeys(Database database, String index, String fixed) {
        this.database = database;
        this.index = index;
        this.fixed = fixed;
    }

    CaseKeys with(String condition, @Nullable Object... values) {
        where.add(condition);
        args.addAll(java.util.Arrays.asList(values));
        return this;
    }

    private record Key(long born, long reportedMs) {}

    /// Hands the cases to `taker`, `first` of them in the first piece, until it has enough.
    void each(Connection c, int first, CaseWords.Taker taker) throws SQLException {
        int size = Math.clamp(first, 50, PIECE);
        List<Key> piece = piece(c, null, size);
        while (taker.take(c, piece.stream().map(Key::born).toList()) && piece.size() == size) {
            size = PIECE;
            piece = piece(c, piece.getLast(), size);
        }
    }

    /// At most `most` of them.
    List<Long> first(Connection c, int most) throws SQLException {
        return piece(c, null, most).stream().map(Key::born).toList();
    }

    private List<Key> piece(Connection c, @Nullable Key after, int size) throws SQLException {
        List<String> all = new ArrayList<>(where);
        List<@Nullable Object> values = new ArrayList<>(args);
        if (after != null) {
            all.add("k_reported_ms <= ? AND (k_reported_ms < ? OR k_born < ?)");
            values.addAll(List.of(after.reportedMs, after.reportedMs, after.born));
        }
        String sql = "SELECT k_born, k_reported_ms FROM case_keys"
                + (database.isH2() ? " USE INDEX (" + index + ")" : "")
                + (all.isEmpty() ? "" : " WHERE " + String.join(" AND ", all))
                + " ORDER BY " + fixed + NEWEST + " FETCH FIRST " + size + " ROWS ONLY";
        return Sql.list(c, sql, r -> new Key(r.getLong(1), r.getLong(2)), values.toArray());
    }
}
