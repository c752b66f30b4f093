package org.yiping.console.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.identity.SeatId;
import org.yiping.domain.shift.Seat;

/// Who sits where now, and who is at which case, as far as it is known: without the platform's live word it is not,
/// which is something else than nobody. Written by the way down; any thread reads.
public final class Seated {
    private final TableStore<SeatId, Seat> table = new TableStore<>();
    private volatile Map<CaseId, List<Seat>> byCase = Map.of();

    public Store<SeatId, Seat> table() {
        return table;
    }

    /// Whether what stands here is the platform's word of now.
    public boolean known() {
        return table.freshness().live();
    }

    /// The seats that look at a case or have it in hand; none where that is not known.
    public List<Seat> at(CaseId id) {
        return known() ? byCase.getOrDefault(id, List.of()) : List.of();
    }

    /// In whose hand a case is; empty for nobody's and where that is not known.
    public Optional<Seat> owner(CaseId id) {
        return at(id).stream().filter(s -> s.inHand().contains(id)).findFirst();
    }

    /// Takes a frame's seats; `all` are all there are.
    public void told(boolean all, List<Seat> seats, List<SeatId> gone, Instant now) {
        Map<SeatId, Seat> put = seats.stream().collect(Collectors.toMap(Seat::id, Function.identity(), (_, b) -> b));
        Map<SeatId, Seat> next = new HashMap<>();
        if (!all) {
            table.rows().values().forEach(s -> next.put(s.id(), s));
            gone.forEach(next::remove);
        }
        next.putAll(put);
        byCase = byCase(next.values());
        if (all) {
            table.replace(next);
        } else {
            table.apply(put, Set.copyOf(gone));
        }
        table.freshness(new Freshness(true, now)); // last: nobody takes what stood here before for the word of now
    }

    private static Map<CaseId, List<Seat>> byCase(Iterable<Seat> seats) {
        Map<CaseId, List<Seat>> by = new HashMap<>();
        for (Seat seat : seats) {
            seat.inHand()
                    .forEach(
                            id -> by.computeIfAbsent(id, _ -> new ArrayList<>()).add(seat));
            CaseId looking = seat.looking();
            if (looking != null && !seat.inHand().contains(looking)) {
                by.computeIfAbsent(looking, _ -> new ArrayList<>()).add(seat);
            }
        }
        return by;
    }

    /// The platform is silent, or gone: what was last heard stands, as no longer known.
    public void unheard() {
        table.stale();
    }

    /// The platform speaks again on a line that never broke.
    public void heard(Instant now) {
        if (!table.freshness().equals(Freshness.NEVER)) {
            table.freshness(new Freshness(true, now));
        }
    }
}
