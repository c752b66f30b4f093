package org.yiping.server.push;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.identity.SeatId;
import org.yiping.protocol.Json;
import org.yiping.protocol.Kinds;
import org.yiping.server.seat.Seats;

/// What one client has been told of the seats, to tell it no more than what reads differently by now: rights that
/// changed, seats that left and cases that moved out of sight need no thought of their own. The client's thread only.
final class SeatNews {
    private static final Duration LEAST = Duration.ofSeconds(1);
    /// A hall that hurries is told more slowly: so much later for each seat of the last frame.
    private static final Duration EACH = Duration.ofMillis(10);

    private final Seats seats;
    private Instant next = Instant.MIN;
    private @Nullable Map<SeatId, String> told;
    private @Nullable Sight as;
    private long tick = -1;

    SeatNews(Seats seats) {
        this.seats = seats;
    }

    /// Whether there may be something to tell.
    boolean isDue(Sight sight) {
        return sight.takes(Kinds.SEAT) && (tick != seats.tick() || !sight.equals(as));
    }

    /// When the next frame may go.
    Instant next() {
        return next;
    }

    /// A frame of what has changed for this client since the last one.
    Optional<String> frame(Sight sight, Instant at) {
        tick = seats.tick();
        as = sight;
        Map<SeatId, String> before = told == null ? Map.of() : told;
        Map<SeatId, String> now = new HashMap<>();
        List<String> changed = new ArrayList<>();
        for (Seats.Seen seen : seats.seen(sight.reach(Kinds.SEAT), sight.reach(Kinds.CASE))) {
            SeatId id = seen.seat().id();
            now.put(id, seen.text());
            if (!seen.text().equals(before.get(id))) {
                changed.add(seen.text());
            }
        }
        List<String> gone = before.keySet().stream()
                .filter(id -> !now.containsKey(id))
                .map(id -> Json.mapper().writeValueAsString(id))
                .toList();
        boolean all = told == null;
        told = now;
        next = at.plus(LEAST).plus(EACH.multipliedBy(changed.size()));
        return all || !changed.isEmpty() || !gone.isEmpty()
                ? Optional.of(Frames.seats(all, changed, gone))
                : Optional.empty();
    }
}
