package org.yiping.server.data;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yiping.text.Term;

/// Finds cases among all there ever were, the newest first: by number, class, caller, time, words. Any thread.
public final class CaseFinder {
    /// Where a filter leaves no more than these, the words are looked at directly.
    private static final int FEW = 4_000;
    private static final int CHUNK = 250;
    private static final List<Long> MANY = Collections.nCopies(FEW + 1, 0L);
    private static final String NEWEST = "reported_ms DESC, born DESC";

    private final Database database;
    private final CaseWords words;

    public CaseFinder(Database database, CaseWords words) {
        this.database = database;
        this.words = words;
    }

    /// A question: `ending` is that of the state asked for where cases in it are under way, and few;
    /// `skip` is how many were given before.
    public record Question(
            CaseFilter filter,
            Sought sought,
            Reach reach,
            @Nullable String ending,
            List<Term> terms,
            int skip,
            int limit) {
        private CasePage page(String order) {
            List<String> where = new ArrayList<>();
            List<@Nullable Object> args = new ArrayList<>();
            if (ending != null) {
                where.add("ending = ?");
                args.add(ending);
            }
            reach.restrictCases(where, args);
            filter.restrict(where, args);
            sought.restrict(where, args);
            return new CasePage(new CasePage.Condition(where, args), order, skip, limit);
        }

        /// Whether only cases under way are asked for, which are few.
        private boolean underWay() {
            return ending != null || filter.flag() != null;
        }
    }

    /// At most `limit` cases after the first `skip`, those reported last first; where words are asked for, those the
    /// platform took in last.
    public List<Row> find(Question q) {
        if (q.terms().isEmpty()) {
            return database.with(c -> q.underWay() ? underWay(c, q) : keyed(c, q));
        }
        words.catchUp();
        return database.with(c -> worded(c, q));
    }

    /// The index is named to H2, which cannot tell a rare state from a common one.
    private String underWay() {
        return "cases" + (database.isH2() ? " USE INDEX (cases_ending)" : "");
    }

    private List<Row> underWay(Connection c, Question q) throws SQLException {
        CasePage.Condition condition = q.page(NEWEST).condition();
        return Sql.list(
                c,
                Rows.CASE_COLUMNS + "(SELECT * FROM " + underWay() + " WHERE " + String.join(" AND ", condition.where())
                        + " ORDER BY " + (q.ending() == null ? "" : "ending, ") + NEWEST + " OFFSET " + q.skip()
                        + " ROWS FETCH FIRST " + q.limit() + " ROWS ONLY) c"
                        + " JOIN journal j ON j.revision = c.revision ORDER BY " + NEWEST,
                Rows::caseRow,
                condition.args().toArray());
    }

    private List<Row> keyed(Connection c, Question q) throws SQLException {
        CasePage page = q.page(NEWEST);
        keys(q).each(c, page.wanted(), page);
        return page.rows();
    }

    /// The keys that may fit, along the index that leaves the fewest.
    private CaseKeys keys(Question q) {
        Sought sought = q.sought();
        CaseKeys keys;
        if (sought.number() != null) {
            keys = new CaseKeys(database, "keys_number", "").with("k_number = ?", sought.number());
        } else if (sought.caller() != null) {
            keys = new CaseKeys(database, "keys_caller", "")
                    .with("k_caller = ?", String.valueOf(Callers.handle(sought.caller())));
        } else if (sought.classCode() != null) {
            keys = new CaseKeys(database, "keys_class", "k_class, ").with("k_class = ?", sought.classCode());
        } else {
            keys = new CaseKeys(database, "keys_newest", "");
        }
        if (q.filter().department() != null) {
            keys.with("k_department = ?", q.filter().department());
        }
        if (sought.from() != null) {
            keys.with("k_reported_ms >= ?", sought.from().toEpochMilli());
        }
        if (sought.until() != null) {
            keys.with("k_reported_ms < ?", sought.until().toEpochMilli());
        }
        return keys;
    }

    private List<Row> worded(Connection c, Question q) throws SQLException {
        CasePage page = q.page("born DESC");
        Set<Long> looked = new HashSet<>();
        CaseWords.Taker taker = (connection, borns) -> {
            for (int from = 0; from < borns.size(); from += CHUNK) {
                List<Long> some = borns.subList(from, Math.min(borns.size(), from + CHUNK)).stream()
                        .filter(looked::add)
                        .toList();
                if (!page.take(connection, holding(connection, some, q.terms()))) {
                    return false;
                }
            }
            return true;
        };
        List<Long> few = few(c, q);
        if (few.size() <= FEW) {
            taker.take(c, few);
        } else {
            words.candidates(c, q.terms(), taker);
        }
        return page.rows();
    }

    /// All that may fit, whatever their words, latest born first; more than `FEW` if those are not few.
    private List<Long> few(Connection c, Question q) throws SQLException {
        if (q.underWay()) {
            CasePage.Condition condition = q.page(NEWEST).condition();
            return Sql.list(
                    c,
                    "SELECT born FROM " + underWay() + " WHERE " + String.join(" AND ", condition.where())
                            + " ORDER BY born DESC FETCH FIRST " + (FEW + 1) + " ROWS ONLY",
                    r -> r.getLong(1),
                    condition.args().toArray());
        }
        if (q.sought().number() == null && q.sought().caller() == null) {
            return MANY;
        }
        return keys(q).first(c, FEW + 1).stream()
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    /// Looks at the words themselves.
    private static List<Long> holding(Connection c, List<Long> borns, List<Term> terms) throws SQLException {
        if (borns.isEmpty()) {
            return borns;
        }
        Map<Long, String> words = new HashMap<>();
        Sql.list(
                c,
                "SELECT born, words FROM case_words WHERE born IN ("
                        + String.join(",", Collections.nCopies(borns.size(), "?")) + ")",
                r -> words.put(r.getLong(1), r.getString(2)),
                borns.toArray());
        return borns.stream()
                .filter(b -> {
                    String own = words.getOrDefault(b, "");
                    return terms.stream().allMatch(t -> t.isIn(own));
                })
                .toList();
    }
}
