package org.yiping.domain.shift;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class RosterTest {
    private static final List<DayOfWeek> ALL = List.of(DayOfWeek.values());

    private static Roster.Shift shift(String name, int from, int to, List<DayOfWeek> days) {
        return new Roster.Shift(name, name, LocalTime.of(from, 0), LocalTime.of(to, 0), days, List.of());
    }

    private static Roster roster(String id, String from, Roster.Shift... shifts) {
        return new Roster(new RosterId(id), LocalDate.parse(from), List.of(shifts));
    }

    private static List<String> running(Roster roster, String at) {
        return roster.at(LocalDateTime.parse(at)).stream()
                .map(Roster.Shift::name)
                .toList();
    }

    @Test
    void aShiftRunsFromItsBeginningAndNoLongerAtItsEnd() {
        Roster roster = roster("r", "2026-01-01", shift("day", 7, 15, ALL), shift("late", 15, 23, ALL));
        assertThat(running(roster, "2026-11-26T07:00")).containsExactly("day");
        assertThat(running(roster, "2026-11-26T15:00")).containsExactly("late");
        assertThat(running(roster, "2026-11-26T06:59")).isEmpty();
    }

    @Test
    void aNightBelongsToTheDayItBeginsOn() {
        Roster roster = roster("r", "2026-01-01", shift("night", 23, 7, List.of(DayOfWeek.FRIDAY)));
        assertThat(running(roster, "2026-11-27T23:30")).containsExactly("night");
        assertThat(running(roster, "2026-11-28T06:59")).as("Saturday morning").containsExactly("night");
        assertThat(running(roster, "2026-11-28T23:30")).isEmpty();
        assertThat(running(roster, "2026-11-27T06:00"))
                .as("Friday morning is Thursday's night")
                .isEmpty();
    }

    @Test
    void theLatestVersionThatHasBegunIsInForce() {
        Roster old = roster("a", "2026-01-01");
        Roster next = roster("b", "2026-12-01");
        List<Roster> both = List.of(next, old);
        assertThat(Roster.inForce(both, LocalDate.parse("2026-11-30"))).contains(old);
        assertThat(Roster.inForce(both, LocalDate.parse("2026-12-01"))).contains(next);
        assertThat(Roster.inForce(both, LocalDate.parse("2025-12-31"))).isEmpty();
    }
}
