package org.yiping.console.ui.evaluation;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Feed;
import org.yiping.console.fx.Subscriptions;
import org.yiping.console.outbox.Delivery;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Sending;
import org.yiping.domain.command.Command;
import org.yiping.domain.command.CommandId;

/// This seat's commands of one kind on their way (待送达): never shown as done. FX thread.
final class OnTheirWay {
    private final Desk desk;
    private final Hall hall;
    private final Sending sending;
    private final Predicate<Command> ours;
    private final Heard heard;
    private Set<CommandId> waiting = Set.of();

    /// What becomes of them.
    interface Heard {
        /// Some have arrived, or were refused.
        void settled();

        /// The words of a refused one are not lost.
        void refused(Command command);

        void changed();
    }

    OnTheirWay(Desk desk, Hall hall, Predicate<Command> ours, Heard heard) {
        this.desk = desk;
        this.hall = hall;
        this.ours = ours;
        this.heard = heard;
        sending = new Sending(desk, hall);
    }

    void listen(Subscriptions subscriptions) {
        waiting = ids();
        Feed<CommandId> deliveries = hall.feed(this::delivered);
        subscriptions.add(deliveries);
        subscriptions.add(desk.outbox().deliveries().subscribe(deliveries::changed));
    }

    /// `told` hears whether it lies on this console's disk.
    void send(Command command, Consumer<Boolean> told) {
        var _ = sending.keep(command)
                .thenAccept(kept -> hall.fx().execute(() -> {
                    told.accept(kept);
                    heard.changed();
                }));
    }

    Stream<Delivery> pending() {
        return desk
                .outbox()
                .deliveries()
                .rows()
                .values()
                .filter(d -> d.pending() && ours.test(d.command()))
                .toList()
                .stream();
    }

    private Set<CommandId> ids() {
        Set<CommandId> all = new HashSet<>();
        pending().forEach(d -> all.add(d.command().head().id()));
        return all;
    }

    private void delivered(Set<CommandId> ids) {
        for (CommandId id : Set.copyOf(ids)) {
            Optional<Delivery> delivery = desk.outbox().deliveries().find(id);
            @Nullable Command command = delivery.map(Delivery::command).orElse(null);
            String what = hall.messages().get("evaluation.refused");
            if (command != null && sending.refused(id, ours, what).isPresent()) {
                heard.refused(command);
            }
        }
        Set<CommandId> now = ids();
        boolean settled = waiting.stream().anyMatch(id -> !now.contains(id));
        waiting = now;
        if (settled) {
            heard.settled();
        }
        heard.changed();
    }
}
