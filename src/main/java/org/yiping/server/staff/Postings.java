package org.yiping.server.staff;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.yiping.domain.identity.Person;
import org.yiping.domain.identity.PersonId;
import org.yiping.domain.kpi.Span;
import org.yiping.protocol.Json;
import org.yiping.protocol.Kinds;
import org.yiping.server.data.Entry;
import org.yiping.server.data.PastRows;
import org.yiping.server.data.Row;
import org.yiping.server.data.Rows;

/// Who held which posts and served which areas when (任职), as the journal has it: a day that is over is judged by what
/// was so then. Any thread.
final class Postings {
    private final Rows rows;
    private final PastRows past;
    private final ReentrantLock lock = new ReentrantLock();
    private Map<PersonId, History> known = new HashMap<>();

    Postings(Rows rows, PastRows past) {
        this.rows = rows;
        this.past = past;
    }

    /// Somebody as they were from an instant on.
    record Posting(Instant from, Person person) {}

    /// All of somebody's postings, the oldest first. What was written first holds before it, too: a platform is founded
    /// later than people are employed.
    record History(long revision, List<Posting> postings) {
        Person now() {
            return postings.getLast().person();
        }

        Person at(Instant at) {
            Person found = postings.getFirst().person();
            for (Posting p : postings) {
                found = p.from().isAfter(at) ? found : p.person();
            }
            return found;
        }

        /// What held in a span, the first of it from the span's beginning on.
        List<Posting> within(Span span) {
            List<Posting> within = new ArrayList<>();
            within.add(new Posting(span.from(), at(span.from())));
            for (Posting p : postings) {
                if (p.from().isAfter(span.from()) && p.from().isBefore(span.until())) {
                    within.add(p);
                }
            }
            return within;
        }
    }

    /// Everybody there ever was, as the journal has it now.
    Map<PersonId, History> all() {
        lock.lock();
        try {
            Map<PersonId, History> next = new HashMap<>();
            for (Row row : rows.scopes(Kinds.PERSON)) {
                PersonId id = new PersonId(row.id());
                History before = known.get(id);
                next.put(id, before != null && before.revision() == row.revision() ? before : read(row));
            }
            known = next;
            return next;
        } finally {
            lock.unlock();
        }
    }

    private History read(Row row) {
        List<Posting> postings = new ArrayList<>();
        for (Entry entry :
                past.changes(row, 0, Long.MAX_VALUE, Integer.MAX_VALUE).entries()) {
            Posting next = new Posting(
                    entry.at(), Json.mapper().readValue(entry.change().content(), Person.class));
            while (!postings.isEmpty() && !postings.getLast().from().isBefore(next.from())) {
                postings.removeLast(); // held for no time, or a clock that ran ahead said so
            }
            postings.add(next);
        }
        return new History(row.revision(), postings);
    }
}
