package org.yiping.server.seat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.identity.PostCode;
import org.yiping.domain.identity.SeatId;
import org.yiping.server.access.Principal;
import org.yiping.server.data.Scope;

/// One seat as it is being told. Guarded by `Seats`.
final class Place {
    static final Duration COUNTED = Duration.ofHours(1);
    /// Nobody acts more often in an hour; a machine that does is counted no further.
    private static final int MOST = 2000;

    Principal who;
    final Instant from;
    String state;
    Instant since;
    Instant heard;
    boolean simulated;
    boolean late;

    @Nullable
    CaseId looking;

    Instant lookingSince;
    private final Deque<Instant> acts = new ArrayDeque<>();

    @Nullable
    Told told;

    Place(Principal who, String state, Instant now) {
        this.who = who;
        this.state = state;
        this.from = now;
        this.since = now;
        this.heard = now;
        this.lookingSince = now;
    }

    /// Whether the same person goes on at it, in the same post.
    boolean isOf(Principal other) {
        return who.actor().equals(other.actor());
    }

    SeatId id() {
        return who.actor().seat();
    }

    Taking.Hand hand() {
        return new Taking.Hand(id(), who.actor().person());
    }

    PostCode post() {
        return who.post();
    }

    Scope scope() {
        return Scope.of(who.person());
    }

    void acted(Instant at) {
        if (acts.size() < MOST) {
            acts.addLast(at);
        }
    }

    int acts() {
        return acts.size();
    }

    /// Leaves out what was done too long ago; whether there was any.
    boolean forget(Instant now) {
        boolean any = false;
        while (!acts.isEmpty() && acts.getFirst().isBefore(now.minus(COUNTED))) {
            acts.removeFirst();
            any = true;
        }
        return any;
    }
}
