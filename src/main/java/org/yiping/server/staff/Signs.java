package org.yiping.server.staff;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.yiping.domain.identity.PersonId;
import org.yiping.domain.staff.DutySign;
import org.yiping.domain.staff.DutySigns;
import org.yiping.protocol.Json;
import org.yiping.protocol.Kinds;
import org.yiping.server.data.Row;
import org.yiping.server.data.Rows;

/// Who signed in and out of duty, as its rows have it. Any thread.
final class Signs {
    private final Rows rows;

    Signs(Rows rows) {
        this.rows = rows;
    }

    static String id(PersonId person, LocalDate day) {
        return person.value() + "/" + day;
    }

    Optional<DutySigns> of(PersonId person, LocalDate day) {
        return rows.find(Kinds.DUTY_SIGN, id(person, day)).map(Signs::read);
    }

    /// All they signed from one day of the calendar to another.
    List<DutySign> between(PersonId person, LocalDate first, LocalDate last) {
        return rows.between(Kinds.DUTY_SIGN, id(person, first), id(person, last)).stream()
                .map(Signs::read)
                .filter(s -> s.person().equals(person))
                .flatMap(s -> s.signs().stream())
                .toList();
    }

    private static DutySigns read(Row row) {
        return Json.mapper().readValue(row.content(), DutySigns.class);
    }
}
