package org.yiping.domain.staff;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.identity.PersonId;
import org.yiping.domain.kpi.Span;

/// What somebody signed on one day of the city, oldest first. Immutable; any thread.
public record DutySigns(PersonId person, LocalDate day, List<DutySign> signs) {
    public DutySigns {
        signs = List.copyOf(signs);
    }

    public DutySigns with(DutySign sign) {
        List<DutySign> all = new ArrayList<>(signs);
        all.add(sign);
        return new DutySigns(person, day, all);
    }

    /// Whether they are signed in by the last word.
    public boolean open() {
        return !signs.isEmpty() && signs.getLast().in();
    }

    /// From each sign-in to the next sign-out; one that was never signed out of ends at `end`. A second
    /// sign-in changes nothing, a sign-out without one neither.
    public List<Span> spans(Instant end) {
        List<Span> spans = new ArrayList<>();
        @Nullable Instant in = null;
        for (DutySign sign : signs) {
            if (sign.in()) {
                in = in == null ? sign.at() : in;
            } else if (in != null) {
                spans.add(new Span(in, sign.at()));
                in = null;
            }
        }
        if (in != null && in.isBefore(end)) {
            spans.add(new Span(in, end));
        }
        return spans;
    }
}
