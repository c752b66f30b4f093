package org.yiping.console.ui.duty;

import java.util.UUID;
import org.yiping.console.fx.Notice;
import org.yiping.console.outbox.Delivery;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.domain.command.Aside;
import org.yiping.domain.command.Command;
import org.yiping.domain.command.CommandId;

/// Sends the duty desk's commands and says which were refused. FX thread.
final class Sending {
    private final Desk desk;
    private final Hall hall;

    Sending(Desk desk, Hall hall) {
        this.desk = desk;
        this.hall = hall;
    }

    static Command.Head head() {
        return new Command.Head(new CommandId(UUID.randomUUID().toString()), 0, null);
    }

    void send(Aside command) {
        var _ = desk.outbox().submit(command).whenComplete((_, failure) -> {
            if (failure != null) {
                hall.notices()
                        .show(Notice.danger(
                                "outbox-disk",
                                hall.messages().get("case.not-kept"),
                                hall.messages().get("case.not-kept-means"),
                                "OUT-1001"));
            }
        });
    }

    /// Tells a refusal once, and it leaves.
    void told(CommandId id) {
        desk.outbox()
                .deliveries()
                .find(id)
                .filter(d -> d.command() instanceof Aside a && a.about() == null)
                .flatMap(Delivery::refusal)
                .ifPresent(r -> {
                    hall.notices()
                            .show(Notice.warning(
                                    "refused-" + id.value(),
                                    hall.messages().get("duty.refused"),
                                    r.detail().isBlank() ? r.title() : r.detail(),
                                    r.code()));
                    var _ = desk.outbox().discard(id);
                });
    }
}
