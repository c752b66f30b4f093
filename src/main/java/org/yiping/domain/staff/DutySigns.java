package org.yiping.domain.staff;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.yiping.domain.identity.PersonId;

/// What somebody signed on one day of the calendar, in the order it was taken. Which shift it is of is for `DutyTimes`
/// to say. Immutable; any thread.
public record DutySigns(PersonId person, LocalDate day, List<DutySign> signs) {
    public DutySigns {
        signs = List.copyOf(signs);
    }

    public DutySigns with(DutySign sign) {
        List<DutySign> all = new ArrayList<>(signs);
        all.add(sign);
        return new DutySigns(person, day, all);
    }
}
