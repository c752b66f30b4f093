package org.yiping.domain.shift;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.yiping.domain.identity.PersonId;
import org.yiping.domain.identity.PostCode;

/// Who is on duty in which shift (排班): one version of the city's plan, in force from a day on until a later version
/// is. Immutable; any thread.
public record Roster(RosterId id, LocalDate from, List<Shift> shifts) {
    public Roster {
        shifts = List.copyOf(shifts);
    }

    /// One shift; it ends on the next day where its end is not after its beginning. `days` are those on which it
    /// begins.
    public record Shift(
            String name,
            String nameEnglish,
            LocalTime begins,
            LocalTime ends,
            List<DayOfWeek> days,
            List<Duty> people) {
        public Shift {
            days = List.copyOf(days);
            people = List.copyOf(people);
        }

        private boolean runs(LocalDateTime now) {
            LocalTime time = now.toLocalTime();
            boolean today = days.contains(now.getDayOfWeek());
            if (begins.isBefore(ends)) {
                return today && !time.isBefore(begins) && time.isBefore(ends);
            }
            boolean sinceYesterday = days.contains(now.getDayOfWeek().minus(1)) && time.isBefore(ends);
            return sinceYesterday || (today && !time.isBefore(begins));
        }
    }

    /// Somebody in a post.
    public record Duty(PersonId person, PostCode post) {}

    /// The version of a day.
    public static Optional<Roster> inForce(Collection<Roster> all, LocalDate day) {
        return all.stream()
                .filter(r -> !r.from().isAfter(day))
                .max(Comparator.comparing(Roster::from).thenComparing(r -> r.id().value()));
    }

    /// The shifts that run now, by the city's clock.
    public List<Shift> at(LocalDateTime now) {
        return shifts.stream().filter(s -> s.runs(now)).toList();
    }
}
