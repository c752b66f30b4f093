package org.yiping.domain.shift;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.identity.PersonId;
import org.yiping.domain.identity.PostCode;
import org.yiping.domain.identity.SeatId;

/// A working place somebody is signed in at (席位): telemetry, not a journal fact. Immutable; any thread.
///
/// `state` is an open code: ready, busy, break (示闲、示忙、小休), and holds since `since`; the person came at `from`.
/// `looking` is the case they look at, `inHand` the cases only they are to act on, `acted` how many flow records came
/// from here within the hour, counted since `from` at most. `silentSince` is there once the seat has not been heard of
/// within its promise: what it says is old then. What a reader may not see of the cases is left out.
public record Seat(
        SeatId id,
        PersonId person,
        PostCode post,
        String state,
        Instant since,
        Instant from,
        @Nullable CaseId looking,
        List<CaseId> inHand,
        int acted,
        @Nullable Instant silentSince,
        boolean simulated) {
    public static final String READY = "ready";
    public static final String BUSY = "busy";
    public static final String BREAK = "break";
    /// In the order of how much they can take.
    public static final List<String> STATES = List.of(READY, BUSY, BREAK);

    public Seat {
        inHand = List.copyOf(inHand);
    }

    /// Whether it can be given something to do now.
    public boolean takesMore() {
        return state.equals(READY) && silentSince == null;
    }

    /// As somebody sees it who may not see some of its cases.
    public Seat with(@Nullable CaseId seen, List<CaseId> hand) {
        return new Seat(id, person, post, state, since, from, seen, hand, acted, silentSince, simulated);
    }
}
