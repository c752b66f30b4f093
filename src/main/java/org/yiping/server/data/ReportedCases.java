package org.yiping.server.data;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Cases by when they were reported, of several classes at once: what the public asks for. Any thread.
public final class ReportedCases {
    private final Database database;

    public ReportedCases(Database database) {
        this.database = database;
    }

    /// `until` is exclusive; no classes are all of them; `ended` absent asks for cases under way and ended ones alike.
    public record Question(
            Instant from,
            Instant until,
            List<String> classes,
            @Nullable Boolean ended,
            int skip,
            int limit) {
        public Question {
            classes = List.copyOf(classes);
        }
    }

    /// Those that are there, in no order.
    public List<Row> find(Collection<String> ids) {
        return database.with(c -> Rows.cases(c, ids));
    }

    /// At most `limit` after the first `skip`, those reported last first.
    public List<Row> newest(Question q) {
        List<@Nullable Object> args = new ArrayList<>();
        StringBuilder where = new StringBuilder("reported_ms >= ? AND reported_ms < ?");
        args.add(q.from().toEpochMilli());
        args.add(q.until().toEpochMilli());
        if (!q.classes().isEmpty()) {
            where.append(" AND class_code IN (")
                    .append(String.join(",", Collections.nCopies(q.classes().size(), "?")))
                    .append(')');
            args.addAll(q.classes());
        }
        if (q.ended() != null) {
            where.append(q.ended() ? " AND ending IN ('CLOSED', 'VOIDED')" : " AND ending IN ('OPEN', 'PAUSED')");
        }
        // the index is named to H2, as in CaseFinder
        String page = "(SELECT * FROM cases" + (database.isH2() ? " USE INDEX (cases_newest)" : "") + " WHERE " + where
                + " ORDER BY reported_ms DESC, born DESC OFFSET " + q.skip() + " ROWS FETCH FIRST " + q.limit()
                + " ROWS ONLY) ";
        return database.with(c -> Sql.list(
                c,
                Rows.CASE_COLUMNS + page
                        + "c JOIN journal j ON j.revision = c.revision ORDER BY c.reported_ms DESC, c.born DESC",
                Rows::caseRow,
                args.toArray()));
    }
}
