package org.yiping.server.data;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A page of cases as it fills with what candidates come: those that fit, after the first `skip`, at most `limit`. One
/// thread.
final class CasePage implements CaseWords.Taker {
    private final Condition condition;
    private final String order;
    private final int limit;
    private final List<Row> rows = new ArrayList<>();
    private int skip;

    /// What a case of table `cases` has to fit.
    record Condition(List<String> where, List<@Nullable Object> args) {}

    CasePage(Condition condition, String order, int skip, int limit) {
        this.condition = condition;
        this.order = order;
        this.skip = skip;
        this.limit = limit;
    }

    Condition condition() {
        return condition;
    }

    List<Row> rows() {
        return rows;
    }

    /// So many more would fill it.
    int wanted() {
        return skip + limit - rows.size();
    }

    @Override
    public boolean take(Connection c, List<Long> borns) throws SQLException {
        if (borns.isEmpty()) {
            return wanted() > 0;
        }
        List<@Nullable Object> args = new ArrayList<>(borns);
        List<String> where = new ArrayList<>();
        where.add("born IN (" + String.join(",", Collections.nCopies(borns.size(), "?")) + ")");
        where.addAll(condition.where());
        args.addAll(condition.args());
        // the rows first, then their texts: the other way round every text would be read
        List<Row> found = Sql.list(
                c,
                Rows.CASE_COLUMNS + "(SELECT * FROM cases WHERE " + String.join(" AND ", where) + " ORDER BY " + order
                        + " FETCH FIRST " + wanted()
                        + " ROWS ONLY) c JOIN journal j ON j.revision = c.revision ORDER BY "
                        + order,
                Rows::caseRow,
                args.toArray());
        for (Row row : found) {
            if (skip > 0) {
                skip--;
            } else {
                rows.add(row);
            }
        }
        return rows.size() < limit;
    }
}
