package org.yiping.console.ui.dispatch;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.yiping.console.fx.Feed;
import org.yiping.console.fx.Notice;
import org.yiping.console.fx.Sounds;
import org.yiping.console.fx.Subscriptions;
import org.yiping.console.outbox.Delivery;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Sending;
import org.yiping.console.ui.Words;
import org.yiping.domain.casework.FlowRecord;
import org.yiping.domain.command.Aside;
import org.yiping.domain.command.Command;
import org.yiping.domain.command.CommandId;

/// The commands this seat has given and what becomes of them (指令): one that was refused is told once, in words, and
/// leaves; one that outwaited its expiry asks; one that has not left can be taken back. FX thread.
final class CaseDeliveries {
    private final Desk desk;
    private final Hall hall;
    private final Sending sending;
    private final Words words;
    private final Runnable moved;
    private final Consumer<Command.ActOnCase> again;
    private int refused;

    /// `moved` is called when a command moved; `again` fills a refused action in once more.
    CaseDeliveries(Desk desk, Hall hall, Words words, Runnable moved, Consumer<Command.ActOnCase> again) {
        this.desk = desk;
        this.hall = hall;
        sending = new Sending(desk, hall);
        this.words = words;
        this.moved = moved;
        this.again = again;
    }

    void follow(Subscriptions subscriptions) {
        Feed<CommandId> feed = hall.feed(this::delivered);
        subscriptions.add(feed);
        subscriptions.add(desk.outbox().deliveries().subscribe(feed::changed));
    }

    /// Sends what needs no filling in.
    void send(Command command) {
        var _ = keep(command);
    }

    /// Sends it and answers whether it is on the disk until the platform has it.
    CompletableFuture<Boolean> keep(Command command) {
        CompletableFuture<Boolean> kept = sending.keep(command);
        moved.run();
        return kept;
    }

    /// The newest command of this seat that has not left it yet.
    Optional<Delivery> unsent() {
        return desk.outbox()
                .deliveries()
                .rows()
                .values()
                .filter(Delivery::unsent)
                .max(Comparator.comparing(Delivery::queuedAt));
    }

    /// Takes that one back; where it went out in the meantime, it says so.
    void withdraw() {
        unsent().ifPresent(d -> {
            var _ = desk.outbox()
                    .withdraw(d.command().head().id())
                    .thenAccept(done -> hall.fx().execute(() -> {
                        String what = describe(d.command());
                        hall.notices()
                                .show(Notice.info("withdrawn", text(done ? "case.withdrawn" : "case.went-out", what)));
                        moved.run();
                    }));
        });
    }

    /// How many commands of this seat were refused so far: what they said stands in its field again.
    int refused() {
        return refused;
    }

    private void delivered(Collection<CommandId> ids) {
        for (CommandId id : ids) {
            desk.outbox().deliveries().find(id).ifPresent(this::tell);
        }
        moved.run();
    }

    private void tell(Delivery delivery) {
        CommandId id = delivery.command().head().id();
        String what = describe(delivery.command());
        switch (delivery.state()) {
            case Delivery.State.Rejected(Delivery.Refusal refusal) -> {
                refused++;
                hall.play(Sounds.Sound.REFUSED);
                Notice told = Notice.warning(
                        "refused-" + id.value(),
                        text("case.refused", what),
                        why(delivery.command(), refusal),
                        refusal.code());
                if (!(delivery.command() instanceof Command.ReportCase)) { // the form has its words again
                    told = told.with(
                            new Notice.Action(text("case.again"), false, () -> fillInAgain(delivery.command())));
                }
                hall.notices().show(told.with(new Notice.Action(text("case.refused-seen"), true, () -> discard(id))));
            }
            case Delivery.State.Expired _ ->
                hall.notices()
                        .show(Notice.warning(
                                        "expired-" + id.value(),
                                        text("case.expired", what),
                                        text("case.expired-means"),
                                        "OUT-1003")
                                .with(new Notice.Action(text("case.send-anyway"), true, () -> sendAnyway(id)))
                                .with(new Notice.Action(text("case.drop"), false, () -> discard(id))));
            case Delivery.State.Queued _, Delivery.State.Sending _, Delivery.State.Accepted _ -> {}
        }
    }

    /// Why, who was first and with what, and where the words lie now.
    private String why(Command command, Delivery.Refusal refusal) {
        String said = refusal.detail().isBlank() ? refusal.title() : refusal.detail();
        FlowRecord last = refusal.last();
        if (last != null) {
            said += "\n"
                    + text(
                            "case.refused-after",
                            words.post(last.actor().post()),
                            words.person(last.actor().person()),
                            words.moment(last.at(), hall.now()),
                            words.action(last.step()));
        }
        return command instanceof Command.ReportCase ? said + "\n" + text("case.refused-report") : said;
    }

    private void fillInAgain(Command command) {
        discard(command.head().id());
        if (command instanceof Command.ActOnCase act) {
            again.accept(act);
        }
    }

    private void sendAnyway(CommandId id) {
        var _ = desk.outbox().sendAnyway(id);
    }

    private void discard(CommandId id) {
        var _ = desk.outbox().discard(id);
    }

    private String describe(Command command) {
        return switch (command) {
            case Command.ActOnCase c ->
                desk.stores()
                        .cases()
                        .find(c.caseId())
                        .map(v -> words.name(v) + " · " + words.underWay(c.action(), v))
                        .orElse(c.action().value());
            case Command.ReportCase _ -> words.registering();
            case Command.ReviewCase _ -> words.reviewing();
            case Aside _ -> words.sending();
        };
    }

    private String text(String key, Object... args) {
        return hall.messages().get(key, args);
    }
}
