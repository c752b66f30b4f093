package org.yiping.console.ui.shell;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Notice;
import org.yiping.console.fx.Subscriptions;
import org.yiping.console.store.Seated;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.SeatWords;
import org.yiping.console.ui.Words;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.shift.Seat;

/// Tells this seat what others have done to its hand: a case was taken out of it, or put into it (接管、转来). FX thread.
final class SeatWatch {
    private final Desk desk;
    private final Hall hall;
    private final Words words;
    private final SeatWords seats;
    private final Subscriptions subscriptions = new Subscriptions();
    private @Nullable Seat before;

    SeatWatch(Desk desk, Hall hall) {
        this.desk = desk;
        this.hall = hall;
        words = new Words(desk.stores(), hall.messages());
        seats = words.seats();
    }

    void start() {
        close();
        // no feed: also that nothing is known any more is news, and it comes once a second at most
        subscriptions.add(desk.stores().seats().table().subscribe(_ -> hall.fx().execute(this::look)));
    }

    void close() {
        subscriptions.close();
        before = null;
    }

    private void look() {
        Seated all = desk.stores().seats();
        Seat now = desk.me()
                .flatMap(me -> all.table()
                        .find(me.actor().seat())
                        .filter(s -> s.person().equals(me.actor().person())))
                .filter(_ -> all.known())
                .orElse(null);
        Seat then = before;
        before = now; // what happened while nobody could know is not told as if it happened now
        if (then == null || now == null) {
            return;
        }
        then.inHand().stream()
                .filter(id -> !now.inHand().contains(id) && wasTaken(id, then, now))
                .forEach(this::taken);
        now.inHand().stream()
                .filter(id -> !then.inHand().contains(id) && !id.equals(now.looking()) && !picked(id))
                .forEach(this::given);
    }

    /// Nobody lets go of what they look at, nor of what they took over before their post has done its part: then the
    /// next one to have it is of another post.
    private boolean wasTaken(CaseId id, Seat then, Seat now) {
        boolean held = id.equals(now.looking()) || !id.equals(then.looking());
        return held
                && desk.stores()
                        .seats()
                        .owner(id)
                        .filter(s -> s.post().equals(now.post()))
                        .isPresent();
    }

    private boolean picked(CaseId id) {
        return desk.pickedCaseId().filter(id::equals).isPresent();
    }

    private void taken(CaseId id) {
        String who = desk.stores().seats().owner(id).map(seats::name).orElse("");
        hall.notices()
                .show(Notice.warning(
                        "taken-" + id.value(),
                        hall.messages().get("seat.taken", name(id), who),
                        hall.messages().get("seat.taken-means"),
                        ""));
    }

    private void given(CaseId id) {
        hall.notices()
                .show(Notice.info("given-" + id.value(), hall.messages().get("seat.given", name(id)))
                        .with(new Notice.Action(hall.messages().get("seat.open"), true, () -> desk.pick(id))));
    }

    private String name(CaseId id) {
        Optional<Case> c = desk.stores().cases().find(id);
        return c.map(v -> words.name(v) + " · " + v.head().number().value()).orElse(id.value());
    }
}
