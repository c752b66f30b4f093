package org.yiping.console.ui.dispatch;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Notice;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.SeatWords;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.command.Aside;
import org.yiping.domain.command.Command;
import org.yiping.domain.command.CommandId;
import org.yiping.domain.shift.Seat;

/// Whose hand the open case is in, and how it is taken over (接管): the first press says what it means, the second does
/// it. FX thread.
final class CaseHand {
    /// Who is asked later than this wins nothing: the case is somebody else's by then.
    private static final Duration EXPIRY = Duration.ofSeconds(20);

    private final CaseViewModel model;
    private final Desk desk;
    private final Hall hall;
    private final SeatWords words;
    private @Nullable Armed armed;

    /// What the first press was about.
    private record Armed(CaseId id, Seat owner) {
        boolean isOf(CaseId other, Seat now) {
            return id.equals(other) && owner.id().equals(now.id());
        }
    }

    CaseHand(CaseViewModel model, Desk desk, Hall hall) {
        this.model = model;
        this.desk = desk;
        this.hall = hall;
        words = model.words().seats();
    }

    /// The other seat that has the open case in hand; empty where it is free, this seat's, or not known.
    Optional<Seat> other() {
        return Optional.ofNullable(model.open().get()).flatMap(words::otherOwner);
    }

    /// Whether the next press takes it over.
    boolean armed() {
        Armed first = armed;
        CaseId id = model.open().get();
        return first != null
                && id != null
                && other().filter(o -> first.isOf(id, o)).isPresent();
    }

    void press() {
        CaseId id = model.open().get();
        Optional<Seat> owner = other();
        if (id == null || owner.isEmpty()) {
            return;
        }
        boolean second = armed();
        armed = second ? null : new Armed(id, owner.get());
        if (second) {
            model.deliveries().send(take(desk, id, owner.get()));
        }
    }

    /// Whether what was filled in may go: a case that has been taken over meanwhile keeps it, unsent.
    boolean lets() {
        Optional<Seat> owner = other();
        owner.ifPresent(o -> hall.notices()
                .show(Notice.warning(
                        "other-hand",
                        hall.messages().get("case.other-hand", words.name(o)),
                        hall.messages().get("case.other-hand-means"),
                        "CMD-4099")));
        return owner.isEmpty();
    }

    private static Command take(Desk desk, CaseId id, Seat owner) {
        return new Aside.TakeCase(
                new Command.Head(
                        new CommandId(UUID.randomUUID().toString()),
                        0,
                        desk.stores().clock().instant().plus(EXPIRY)),
                id,
                owner.id());
    }
}
