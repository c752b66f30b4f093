package org.yiping.console.ui.wall.edit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.yiping.console.outbox.Delivery;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Sending;
import org.yiping.domain.command.Aside;
import org.yiping.domain.command.Command;
import org.yiping.domain.command.CommandId;
import org.yiping.domain.wall.SceneId;

/// Scenes on their way to the platform: what was sent from this desk, whether it is still on its way, and what was
/// refused. FX thread.
final class SceneSaves {
    private final Desk desk;
    private final Hall hall;
    private final Sending sending;
    private final Map<CommandId, SceneId> sent = new HashMap<>();

    SceneSaves(Desk desk, Hall hall) {
        this.desk = desk;
        this.hall = hall;
        sending = new Sending(desk, hall);
    }

    void send(Function<Command.Head, Aside.SaveScene> made) {
        Aside.SaveScene command = made.apply(Sending.head());
        sent.put(command.head().id(), command.scene());
        sending.send(command);
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
            sending.refused(id, _ -> true, hall.messages().get("scene.refused")).ifPresent(_ -> sent.remove(id));
        }
    }
}
