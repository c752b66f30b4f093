package org.yiping.console.ui;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.yiping.console.fx.Notice;
import org.yiping.console.outbox.Delivery;
import org.yiping.domain.command.Command;
import org.yiping.domain.command.CommandId;

/// A page's commands on their way: what the disk did not take and what the platform refused is said. FX thread.
public final class Sending {
    private final Desk desk;
    private final Hall hall;

    public Sending(Desk desk, Hall hall) {
        this.desk = desk;
        this.hall = hall;
    }

    /// Of a command that is based on nothing and keeps.
    public static Command.Head head() {
        return new Command.Head(new CommandId(UUID.randomUUID().toString()), 0, null);
    }

    public void send(Command command) {
        var _ = keep(command);
    }

    /// Whether it is on the disk until the platform has it.
    public CompletableFuture<Boolean> keep(Command command) {
        return kept(desk.outbox().submit(command));
    }

    /// The same of what somebody else has submitted.
    public CompletableFuture<Boolean> kept(CompletableFuture<Delivery> submitted) {
        return submitted.handle((_, failure) -> {
            if (failure != null) {
                hall.notices()
                        .show(Notice.danger(
                                "outbox-disk",
                                hall.messages().get("case.not-kept"),
                                hall.messages().get("case.not-kept-means"),
                                "OUT-1001"));
            }
            return failure == null;
        });
    }

    /// Where one of these was refused, tells it once, under the words for what has not come of it; and it leaves.
    public Optional<Delivery.Refusal> refused(CommandId id, Predicate<Command> these, String what) {
        Optional<Delivery.Refusal> refusal = desk.outbox()
                .deliveries()
                .find(id)
                .filter(d -> these.test(d.command()))
                .flatMap(Delivery::refusal);
        refusal.ifPresent(r -> {
            hall.notices()
                    .show(Notice.warning(
                            "refused-" + id.value(), what, r.detail().isBlank() ? r.title() : r.detail(), r.code()));
            var _ = desk.outbox().discard(id);
        });
        return refusal;
    }
}
