package org.yiping.server.http;

import org.jspecify.annotations.Nullable;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.shift.Seat;
import org.yiping.protocol.Kinds;
import org.yiping.server.access.Access;
import org.yiping.server.access.Principal;
import org.yiping.server.data.Ledger;
import org.yiping.server.data.Reach;
import org.yiping.server.data.Rows;
import org.yiping.server.seat.Seats;

/// Seats of the hall: told by their consoles, and listed.
final class SeatRoutes {
    private final Seats seats;
    private final Rows rows;
    private final Access access;
    private final Ledger ledger;

    private record Told(
            String state,
            @Nullable CaseId looking,
            @Nullable Boolean simulated) {}

    SeatRoutes(Seats seats, Rows rows, Access access, Ledger ledger) {
        this.seats = seats;
        this.rows = rows;
        this.access = access;
        this.ledger = ledger;
    }

    void open(Door door) {
        door.put("/api/v1/seats/own", this::tell);
        door.get(
                "/api/v1/seats",
                call -> Pages.page(
                        seats.seen(access.reach(Kinds.SEAT, call.who()), access.reach(Kinds.CASE, call.who())).stream()
                                .map(Seats.Seen::text)
                                .toList(),
                        null,
                        ledger.revision(),
                        null));
    }

    private Reply tell(Call call) {
        Principal who = call.who();
        Told told = call.body(Told.class);
        if (!Seat.STATES.contains(told.state())) {
            throw Fault.at("BOD-4001", "/state", "unknown");
        }
        CaseId looking = told.looking();
        if (looking != null && !sees(who, looking)) {
            throw Fault.of("CMD-4040");
        }
        Seats.Word word = new Seats.Word(told.state(), looking, Boolean.TRUE.equals(told.simulated()));
        return seats.tell(who, word).map(Reply::json).orElseThrow(() -> Fault.of("RAT-4290"));
    }

    private boolean sees(Principal who, CaseId id) {
        Reach reach = access.reach(Kinds.CASE, who);
        return rows.find(Kinds.CASE, id.value())
                .filter(r -> reach.sees(r.scope()))
                .isPresent();
    }
}
