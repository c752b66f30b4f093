package org.yiping.server.data;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The city as it stood at a revision, and what happened since, read from the journal in pages. Any thread.
///
/// Nothing is kept for it: whatever row has changed since leads back to its entry of then by the journal's own
/// `previous`. A case that has not changed since and has ended is the same for every later moment, so that only what
/// was under way is walked.
public final class PastRows {
    private final Database database;
    private final JournalReader journal;

    public PastRows(Database database) {
        this.database = database;
        this.journal = new JournalReader(database);
    }

    /// Entries in order, and where the next page begins; 0 for none.
    public record Page(List<Entry> entries, long next) {}

    /// The last revision before an instant.
    public long before(Instant at) {
        return journal.before(at);
    }

    /// The last revision there is.
    public long last() {
        return database.with(c -> Sql.one(c, "SELECT MAX(revision) FROM journal", r -> r.getLong(1))
                .orElse(0L));
    }

    /// What cases said at `revision`: of those born after `cursor` every one that was under way then, and some that had
    /// ended; looks at no more than `most`.
    public Page cases(long revision, long cursor, int most) {
        return database.with(c -> {
            record Known(long born, long revision) {}
            List<Known> page = Sql.list(
                    c,
                    "SELECT born, revision FROM cases WHERE born > ? AND born <= ?"
                            + " AND (ending IN ('OPEN', 'PAUSED') OR revision > ?) ORDER BY born FETCH FIRST " + most
                            + " ROWS ONLY",
                    r -> new Known(r.getLong(1), r.getLong(2)),
                    cursor,
                    revision,
                    revision);
            List<Entry> entries = new ArrayList<>();
            for (Known each : page) {
                standing(c, each.revision(), revision).ifPresent(entries::add);
            }
            return new Page(entries, page.size() < most ? 0 : page.getLast().born());
        });
    }

    /// What one case said then, empty where it was not there yet.
    public Optional<Entry> one(Row now, long revision) {
        return database.with(c -> standing(c, now.revision(), revision));
    }

    private static Optional<Entry> standing(Connection c, long newest, long at) throws SQLException {
        long next = newest;
        while (next > at) {
            next = Sql.one(c, "SELECT previous FROM journal WHERE revision = ?", r -> r.getLong(1), next)
                    .orElse(0L);
        }
        return next == 0 ? Optional.empty() : JournalReader.at(c, next);
    }

    /// The entries of these kinds among the next `width` revisions after one, none beyond `upto`.
    public Page changes(long after, long upto, List<String> kinds, int width) {
        long end = Math.min(upto, after + width);
        List<@Nullable Object> args = new ArrayList<>(List.of(after, end));
        args.addAll(kinds);
        List<Entry> entries = database.with(c -> Sql.list(
                c,
                JournalReader.SELECT + "j.revision > ? AND j.revision <= ? AND j.kind IN ("
                        + String.join(",", Collections.nCopies(kinds.size(), "?")) + ") ORDER BY j.revision",
                JournalReader::read,
                args.toArray()));
        return new Page(entries, end < upto ? end : 0);
    }

    /// The same of one case: its rows and its history, at most `most` of them.
    public Page changes(Row subject, long after, long upto, int most) {
        List<Entry> all = database.with(c -> {
            List<Entry> found = new ArrayList<>(Rows.history(c, subject.place().trail()));
            long next = subject.revision();
            while (next > after) {
                Entry entry = JournalReader.at(c, next).orElseThrow();
                found.add(entry);
                next = entry.links().previous();
            }
            return found.stream()
                    .filter(e -> e.revision() > after && e.revision() <= upto)
                    .sorted(Comparator.comparingLong(Entry::revision))
                    .toList();
        });
        return all.size() <= most
                ? new Page(all, 0)
                : new Page(all.subList(0, most), all.get(most - 1).revision());
    }
}
