package org.yiping.server.seat;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.shift.Seat;
import org.yiping.protocol.Json;
import org.yiping.server.data.Reach;
import org.yiping.server.data.Scope;

/// A seat as it stands in frames, written once for all who see all of its cases. Immutable; any thread.
record Told(Seat seat, Scope scope, Map<CaseId, Scope> cases, String text) {
    static Told of(Seat seat, Scope scope, Map<CaseId, Scope> cases) {
        return new Told(seat, scope, Map.copyOf(cases), Json.mapper().writeValueAsString(seat));
    }

    /// As somebody sees it whose reach among cases is this.
    Seats.Seen seen(Reach reach) {
        if (cases.values().stream().allMatch(reach::sees)) {
            return new Seats.Seen(seat, text);
        }
        Seat less = seat.with(
                sees(seat.looking(), reach),
                seat.inHand().stream().filter(c -> sees(c, reach) != null).toList());
        return new Seats.Seen(less, Json.mapper().writeValueAsString(less));
    }

    private @Nullable CaseId sees(@Nullable CaseId id, Reach reach) {
        Scope where = id == null ? null : cases.get(id);
        return where != null && reach.sees(where) ? id : null;
    }
}
