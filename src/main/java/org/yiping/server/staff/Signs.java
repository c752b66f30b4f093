package org.yiping.server.staff;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.yiping.domain.identity.PersonId;
import org.yiping.domain.staff.DutySigns;
import org.yiping.protocol.Json;
import org.yiping.protocol.Kinds;
import org.yiping.server.data.CaseFilter;
import org.yiping.server.data.Entry;
import org.yiping.server.data.Reach;
import org.yiping.server.data.Row;
import org.yiping.server.data.Rows;

/// Who signed in and out of duty, in memory and in step with the journal. Any thread.
public final class Signs {
    private static final int PAGE = 1000;

    private final Map<Key, DutySigns> days = new ConcurrentHashMap<>();

    private record Key(PersonId person, LocalDate day) {}

    public Signs(Rows rows) {
        long cursor = 0;
        List<Row> page;
        do {
            page = rows.page(Kinds.DUTY_SIGN, CaseFilter.ALL, Reach.CITY, cursor, PAGE);
            for (Row row : page) {
                take(row.content());
                cursor = row.place().born();
            }
        } while (page.size() == PAGE);
    }

    /// Follows what the journal has taken.
    public void follow(List<Entry> entries) {
        for (Entry entry : entries) {
            if (entry.change().kind().equals(Kinds.DUTY_SIGN)) {
                take(entry.change().content());
            }
        }
    }

    private void take(String content) {
        DutySigns signs = Json.mapper().readValue(content, DutySigns.class);
        days.put(new Key(signs.person(), signs.day()), signs);
    }

    Optional<DutySigns> of(PersonId person, LocalDate day) {
        return Optional.ofNullable(days.get(new Key(person, day)));
    }

    /// Whether anybody here signs at all: where nobody does, not having signed means nothing.
    boolean used() {
        return !days.isEmpty();
    }
}
