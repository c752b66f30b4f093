package org.yiping.server.data;

import java.time.Instant;
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
        CaseKeys keys = new CaseKeys(database, "keys_newest", "")
                .with("k_reported_ms >= ?", q.from().toEpochMilli())
                .with("k_reported_ms < ?", q.until().toEpochMilli());
        if (!q.classes().isEmpty()) {
            keys.with(
                    "k_class IN ("
                            + String.join(",", Collections.nCopies(q.classes().size(), "?")) + ")",
                    q.classes().toArray());
        }
        List<String> ended = q.ended() == null
                ? List.of()
                : List.of(q.ended() ? "ending IN ('CLOSED', 'VOIDED')" : "ending IN ('OPEN', 'PAUSED')");
        CasePage page = new CasePage(
                new CasePage.Condition(ended, List.of()), "reported_ms DESC, born DESC", q.skip(), q.limit());
        return database.with(c -> {
            keys.each(c, page.wanted(), page);
            return page.rows();
        });
    }
}
