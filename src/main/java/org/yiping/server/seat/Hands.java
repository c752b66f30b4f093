package org.yiping.server.seat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.identity.SeatId;

/// Which case is in whose hand: one case, one hand. Guarded by `Seats`.
///
/// A case comes into the hand of the first who looks at it, and leaves it when they look away; what was `taken` over
/// stays until the seat's post has done its part.
final class Hands {
    private final Map<CaseId, Hand> byCase = new HashMap<>();

    private record Hand(SeatId seat, boolean taken) {}

    @Nullable
    SeatId owner(CaseId id) {
        Hand hand = byCase.get(id);
        return hand == null ? null : hand.seat();
    }

    Optional<Boolean> taken(CaseId id) {
        return Optional.ofNullable(byCase.get(id)).map(Hand::taken);
    }

    void give(CaseId id, SeatId seat, boolean taken) {
        byCase.put(id, new Hand(seat, taken));
    }

    void free(CaseId id) {
        byCase.remove(id);
    }

    List<CaseId> of(SeatId seat) {
        List<CaseId> all = new ArrayList<>();
        byCase.forEach((id, hand) -> {
            if (hand.seat().equals(seat)) {
                all.add(id);
            }
        });
        all.sort(java.util.Comparator.comparing(CaseId::value));
        return all;
    }

    boolean has(CaseId id) {
        return byCase.containsKey(id);
    }
}
