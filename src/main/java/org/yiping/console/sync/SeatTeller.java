package org.yiping.console.sync;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiping.console.link.Answer;
import org.yiping.console.link.Link;
import org.yiping.console.store.LinkState;
import org.yiping.console.store.OwnSeat;
import org.yiping.console.store.Selection;
import org.yiping.console.store.Tables;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.shift.Seat;

/// Tells the platform what this seat is doing: its state, and the case it rests on. Confined to the writer's thread.
///
/// A hand that runs down the queue passes twenty cases in a second; only the one it stays on is told. The word is
/// repeated, so that silence means that nobody is here any more.
final class SeatTeller {
    /// How long a hand must stay on a case.
    static final Duration STAYS = Duration.ofMillis(300);
    /// Well within any promise.
    static final Duration EVERY = Duration.ofSeconds(3);
    private static final Logger LOG = LoggerFactory.getLogger(SeatTeller.class);
    private static final int FORBIDDEN = 403;

    private final Link link;
    private final Tables tables;
    private final SyncTools tools;
    private String state = Seat.READY;
    private @Nullable CaseId looking;
    private long changes;
    private long told;
    private boolean asking;
    private boolean refused;

    SeatTeller(Link link, Tables tables, SyncTools tools) {
        this.link = link;
        this.tables = tables;
        this.tools = tools;
    }

    void start(Selection selection, OwnSeat own) {
        var _ = selection.subscribe(p -> tools.serial().execute(() -> look(p)));
        var _ = own.subscribe(s -> tools.serial().execute(() -> state(s)));
        var _ = tools.serial()
                .scheduleWithFixedDelay(this::tell, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// What is no case (a camera, a place) leaves the open one where it is.
    private void look(Selection.Picked picked) {
        if (picked instanceof Selection.Picked.OfCase(CaseId id) && !id.equals(looking)) {
            looking = id;
            soon();
        }
    }

    private void state(String next) {
        if (!next.equals(state)) {
            state = next;
            soon();
        }
    }

    private void soon() {
        long mine = ++changes;
        var _ = tools.serial()
                .schedule(
                        () -> {
                            if (mine == changes) {
                                tell();
                            }
                        },
                        STAYS.toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    /// One word at a time: a slow platform is not told faster than it answers.
    private void tell() {
        if (asking || refused || !(tables.link.known().orElse(null) instanceof LinkState.Live)) {
            return;
        }
        asking = true;
        told = changes;
        var _ = link.tellSeat(state, looking).thenAccept(a -> tools.serial().execute(() -> answered(a)));
    }

    private void answered(Answer<Seat> answer) {
        asking = false;
        if (answer instanceof Answer.Refused<Seat>(var problem) && problem.status() == FORBIDDEN) {
            refused = true;
            LOG.info("this post has no seat in the hall");
        } else if (told != changes) {
            soon();
        }
    }
}
