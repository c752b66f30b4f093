package org.yiping.console.ui.wall.edit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.yiping.console.fx.Notice;
import org.yiping.console.outbox.Delivery;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.domain.command.Aside;
import org.yiping.domain.command.Command;
import org.yiping.domain.command.CommandId;
import org.yiping.domain.wall.SceneId;

/// Scenes on their way to the platform: what was sent from this desk, whether it is still on its way, and what was
/// refused. FX thread.
final class SceneSaves {
    private final Desk desk;
    private final Hall hall;
    private final Map<CommandId, SceneId> sent = new HashMap<>();

    SceneSaves(Desk desk, Hall hall) {
        this.desk = desk;
        this.hall = hall;
    }

    void send(Function<Command.Head, Aside.SaveScene> made) {
        Aside.SaveScene command =
                made.apply(new Command.Head(new CommandId(UUID.randomUUID().toString()), 0, null));
        sent.put(command.head().id(), command.scene());
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

    boolean pending(SceneId id) {
        return sent.entrySet().stream()
                .anyMatch(e -> e.getValue().equals(id)
                        && desk.outbox()
                                .deliveries()
                                .find(e.getKey())
                                .map(Delivery::pending)
                                .orElse(false));
    }

    /// Tells each refusal once, and it leaves.
    void tellRefusals() {
        for (CommandId id : List.copyOf(sent.keySet())) {
            desk.outbox().deliveries().find(id).flatMap(Delivery::refusal).ifPresent(r -> {
                hall.notices()
                        .show(Notice.warning(
                                "refused-" + id.value(),
                                hall.messages().get("scene.refused"),
                                r.detail().isBlank() ? r.title() : r.detail(),
                                r.code()));
                sent.remove(id);
                var _ = desk.outbox().discard(id);
            });
        }
    }
}
