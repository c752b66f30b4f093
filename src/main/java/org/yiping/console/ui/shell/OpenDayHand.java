package org.yiping.console.ui.shell;

import java.util.Set;
import org.yiping.console.store.Subscription;
import org.yiping.console.ui.Action;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Key;
import org.yiping.console.ui.Sending;
import org.yiping.domain.command.Aside;
import org.yiping.domain.command.CommandId;
import org.yiping.domain.hall.HallId;
import org.yiping.domain.identity.PostCode;

/// Opens the hall to strangers and closes it again, from any window of the seat (开放日). FX thread.
///
/// This seat hides at once; the other screens of the hall, its wall too, as soon as the platform tells them.
final class OpenDayHand {
    /// As the platform's table of rights has it.
    static final Set<PostCode> OPENERS = Set.of(
            new PostCode("duty-leader"),
            new PostCode("leader"),
            new PostCode("dispatcher"),
            new PostCode("administrator"));

    private final Desk desk;
    private final Hall hall;
    private final Sending sending;

    OpenDayHand(Desk desk, Hall hall) {
        this.desk = desk;
        this.hall = hall;
        sending = new Sending(desk, hall);
    }

    Action action() {
        boolean on = desk.stores().veil().on();
        Action action = hall.action(
                        "shell/open-day", "shell.window", on ? "shell.open-day-end" : "shell.open-day", this::turn)
                .on(Key.parse("Ctrl+Shift+O").orElse(null));
        boolean may = desk.me().map(m -> OPENERS.contains(m.actor().post())).orElse(false);
        return may ? action : action.refused(hall.messages().get("shell.open-day-refused"));
    }

    /// Hears of refusals until it is closed.
    Subscription listen() {
        return desk.outbox().deliveries().subscribe(ids -> hall.fx().execute(() -> ids.forEach(this::told)));
    }

    private void turn() {
        boolean on = !desk.stores().veil().on();
        if (on) {
            desk.stores().veil().draw(desk.stores().clock().instant());
        }
        sending.send(new Aside.TurnOpenDay(Sending.head(), HallId.OWN, on));
    }

    /// A refusal is told once, and what it was about is not hidden any longer for its sake.
    private void told(CommandId id) {
        sending.refused(
                        id,
                        c -> c instanceof Aside.TurnOpenDay || c instanceof Aside.TellStory,
                        hall.messages().get("shell.open-day-failed"))
                .ifPresent(_ -> desk.stores().veil().drop());
    }
}
