package org.yiping.server.data;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yiping.text.Term;

/// Finds cases among all there ever were, the newest first: by number, class, caller, time, words. Any thread.
///
/// The index is named to H2, which cannot tell a rare state from a common one; PostgreSQL chooses for itself.
public final class CaseFinder {
    /// Where a filter leaves no more than these, the words are looked at directly.
    private static final int FEW = 4_000;
    private static final int CHUNK = 250;

    private final Database database;
    private final CaseWords words;

    public CaseFinder(Database database, CaseWords words) {
        this.database = database;
        this.words = words;
    }

    /// What to go through and in which order.
    private record Way(String index, String order, boolean few) {
        static Way of(Question q) {
            CaseFilter filter = q.filter();
            Sought sought = q.sought();
            String newest = "reported_ms DESC, born DESC";
            if (sought.number() != null) {
                return new Way("cases_number", newest, true);
            }
            if (sought.caller() != null) {
                return new Way("cases_caller", newest, true);
            }
            if (q.ending() != null || filter.flag() != null) {
                return new Way("cases_ending", newest, true);
            }
            if (filter.department() != null) {
                return new Way("cases_department", "department, " + newest, false);
            }
            if (sought.classCode() != null) {
                return new Way("cases_class", "class_code, " + newest, false);
            }
            return new Way("cases_newest", newest, false);
        }
    }

    /// A question: `ending` is that of the state asked for where cases in it are under way, and few; `skip` is how many
    /// were given
    /// before.
    public record Question(
            CaseFilter filter,
            Sought sought,
            Reach reach,
            @Nullable String ending,
            List<Term> terms,
            int skip,
            int limit) {
        void restrict(List<String> where, List<@Nullable Object> args) {
            if (ending != null) {
                where.add("ending = ?");
                args.add(ending);
            }
            reach.restrictCases(where, args);
            filter.restrict(where, args);
            sought.restrict(where, args);
        }
    }

    /// At most `limit` cases after the first `skip`, those reported last first; where words are asked for, those the
    /// platform took in last.
    public List<Row> find(Question q) {
        if (q.terms().isEmpty()) {
            return database.with(c -> rows(c, q));
        }
        words.catchUp();
        return database.with(c -> worded(c, q));
    }

    private List<Row> rows(Connection c, Question q) throws SQLException {
        Way way = Way.of(q);
        List<@Nullable Object> args = new ArrayList<>();
        String page = "(" + select("*", way, q, args) + " ORDER BY " + way.order() + " OFFSET " + q.skip()
                + " ROWS FETCH FIRST " + q.limit() + " ROWS ONLY) ";
        return Sql.list(
                c,
                Rows.CASE_COLUMNS + page
                        + "c JOIN journal j ON j.revision = c.revision ORDER BY c.reported_ms DESC, c.born DESC",
                Rows::caseRow,
                args.toArray());
    }

    private String select(String columns, Way way, Question q, List<@Nullable Object> args) {
        List<String> where = new ArrayList<>();
        where.add("1 = 1");
        q.restrict(where, args);
        return "SELECT " + columns + " FROM cases" + (database.isH2() ? " USE INDEX (" + way.index() + ")" : "")
                + " WHERE " + String.join(" AND ", where);
    }

    private List<Row> worded(Connection c, Question q) throws SQLException {
        Page page = new Page(q);
        Way way = Way.of(q);
        if (way.few()) {
            List<@Nullable Object> args = new ArrayList<>();
            List<Long> borns = Sql.list(
                    c,
                    select("born", way, q, args) + " ORDER BY born DESC FETCH FIRST " + (FEW + 1) + " ROWS ONLY",
                    r -> r.getLong(1),
                    args.toArray());
            if (borns.size() <= FEW) {
                page.take(c, borns);
                return page.rows;
            }
        }
        words.candidates(c, q.terms(), borns -> page.take(c, borns));
        return page.rows;
    }

    /// The answer as it fills.
    private static final class Page {
        final List<Row> rows = new ArrayList<>();
        private final Set<Long> looked = new HashSet<>();
        private final Question q;
        private int skip;

        Page(Question q) {
            this.q = q;
            this.skip = q.skip();
        }

        /// Looks at the words themselves, then at the rows; false when the page is full.
        boolean take(Connection c, List<Long> borns) throws SQLException {
            for (int from = 0; from < borns.size(); from += CHUNK) {
                List<Long> some = borns.subList(from, Math.min(borns.size(), from + CHUNK)).stream()
                        .filter(looked::add)
                        .toList();
                if (!some.isEmpty() && !chunk(c, some)) {
                    return false;
                }
            }
            return true;
        }

        private boolean chunk(Connection c, List<Long> borns) throws SQLException {
            String in = String.join(",", Collections.nCopies(borns.size(), "?"));
            Map<Long, String> words = new HashMap<>();
            Sql.list(
                    c,
                    "SELECT born, words FROM case_words WHERE born IN (" + in + ")",
                    r -> words.put(r.getLong(1), r.getString(2)),
                    borns.toArray());
            List<Long> holding = borns.stream()
                    .filter(b -> {
                        String own = words.getOrDefault(b, "");
                        return q.terms().stream().allMatch(t -> t.isIn(own));
                    })
                    .toList();
            if (holding.isEmpty()) {
                return true;
            }
            List<String> where = new ArrayList<>();
            List<@Nullable Object> args = new ArrayList<>(holding);
            where.add("c.born IN (" + String.join(",", Collections.nCopies(holding.size(), "?")) + ")");
            q.restrict(where, args);
            List<Row> found = Sql.list(
                    c,
                    Rows.CASE_COLUMNS + "(SELECT * FROM cases c WHERE " + String.join(" AND ", where)
                            + ") c JOIN journal j ON j.revision = c.revision ORDER BY c.born DESC",
                    Rows::caseRow,
                    args.toArray());
            for (Row row : found) {
                if (skip > 0) {
                    skip--;
                } else if (rows.size() < q.limit()) {
                    rows.add(row);
                }
            }
            return rows.size() < q.limit();
        }
    }
}
