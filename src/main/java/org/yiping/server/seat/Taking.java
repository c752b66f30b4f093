package org.yiping.server.seat;

import org.jspecify.annotations.Nullable;
import org.yiping.domain.identity.PersonId;
import org.yiping.domain.identity.SeatId;

/// What taking a case over comes to.
public sealed interface Taking {
    /// Whose it was and whose it is now: absent where it was nobody's any more, and where nobody was there to take it.
    record Taken(@Nullable Hand from, @Nullable Hand to) implements Taking {}

    record Hand(SeatId seat, PersonId person) {}

    /// It is in another hand than the taker saw.
    record Elsewhere(SeatId seat) implements Taking {}

    /// The taker's console has not said that it is there.
    record NoSeat() implements Taking {}

    /// The taker's post can neither act on the case nor say who shall.
    record NotTheirs() implements Taking {}
}
