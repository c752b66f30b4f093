package org.yiping.console.ui;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yiping.console.store.Tables;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseClock;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.identity.PersonId;
import org.yiping.domain.identity.PostCode;
import org.yiping.domain.identity.SeatId;
import org.yiping.domain.shift.Roster;
import org.yiping.domain.shift.RosterId;
import org.yiping.domain.shift.Seat;

/// A hall with people in it: seats in every state at the most urgent cases, and a roster.
public final class MadeUpSeats {
    private static final String DISPATCHER = "dispatcher";

    private MadeUpSeats() {}

    /// The seat 03 is the one who looks, and has the first case in hand unless another has it; `cases` are those that
    /// stand first in their queue.
    public static void put(Tables tables, Instant now, boolean others) {
        List<CaseId> cases = urgent(tables);
        List<Seat> seats = new ArrayList<>();
        seats.add(seat("03", "p-0", DISPATCHER, Seat.READY, now, at(cases, 0), others ? null : at(cases, 0), 11));
        seats.add(seat(
                "04", "p-17", DISPATCHER, Seat.BUSY, now, at(cases, others ? 0 : 1), at(cases, others ? 0 : 1), 14));
        seats.add(seat("05", "p-26", DISPATCHER, Seat.READY, now, at(cases, 0), null, 6));
        seats.add(seat("06", "p-35", DISPATCHER, Seat.BREAK, now, at(cases, 2), at(cases, 2), 9));
        seats.add(seat("11", "p-44", "acceptor", Seat.READY, now, null, null, 0));
        Seat silent = seat("12", "p-53", "acceptor", Seat.READY, now, at(cases, 3), null, 3);
        seats.add(new Seat(
                silent.id(),
                silent.person(),
                silent.post(),
                silent.state(),
                silent.since(),
                silent.from(),
                silent.looking(),
                silent.inHand(),
                silent.acted(),
                now.minusSeconds(17),
                true));
        seats.add(seat("21", "p-62", "duty-leader", Seat.READY, now, at(cases, 2), null, 4));
        tables.seats.told(true, seats, List.of(), now);
        roster(tables);
    }

    private static void roster(Tables tables) {
        List<Roster.Duty> people = List.of(
                duty("p-62", "duty-leader"),
                duty("p-44", "acceptor"),
                duty("p-71", "acceptor"),
                duty("p-0", DISPATCHER),
                duty("p-17", DISPATCHER),
                duty("p-26", DISPATCHER));
        Roster.Shift day = new Roster.Shift(
                "早班", "Morning", LocalTime.of(7, 0), LocalTime.of(15, 0), List.of(DayOfWeek.values()), people);
        RosterId id = new RosterId("demo-2026");
        tables.rosters.replace(Map.of(id, new Roster(id, LocalDate.of(2026, 1, 1), List.of(day))));
    }

    private static Roster.Duty duty(String person, String post) {
        return new Roster.Duty(new PersonId(person), new PostCode(post));
    }

    private static @Nullable CaseId at(List<CaseId> cases, int place) {
        return place < cases.size() ? cases.get(place) : null;
    }

    private static List<CaseId> urgent(Tables tables) {
        return tables.cases
                .rows()
                .values()
                .filter(c -> c.progress().state().value().equals("to-dispatch"))
                .filter(c -> c.place().position() != null)
                .sorted(Comparator.comparing((Case c) ->
                                c.runningClock().map(CaseClock::dueAt).orElse(Instant.MAX))
                        .thenComparing(c -> c.id().value()))
                .limit(4)
                .map(Case::id)
                .toList();
    }

    private static Seat seat(
            String id,
            String person,
            String post,
            String state,
            Instant now,
            @Nullable CaseId looking,
            @Nullable CaseId has,
            int acted) {
        return new Seat(
                new SeatId(id),
                new PersonId(person),
                new PostCode(post),
                state,
                now.minus(Duration.ofMinutes(7)),
                now.minus(Duration.ofMinutes(161)),
                looking,
                has == null ? List.of() : List.of(has),
                acted,
                null,
                false);
    }
}
