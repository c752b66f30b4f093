package org.yiping.console.ui.camera;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.yiping.console.fx.Messages;
import org.yiping.console.outbox.Delivery;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.Words;
import org.yiping.console.ui.control.KeyButton;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.command.Aside;
import org.yiping.domain.command.Command;
import org.yiping.domain.command.CommandId;
import org.yiping.domain.video.Broadcast;

/// What was said aloud and nobody has looked at yet (喊话效果待查), what is due first; somebody says whether it helped.
/// FX thread.
final class EffectList {
    private static final int MOST = 4;

    private final Desk desk;
    private final Hall hall;
    private final Messages messages;
    private final Words words;
    private final VBox root = new VBox();
    private List<String> drawn = List.of();

    EffectList(Desk desk, Hall hall) {
        this.desk = desk;
        this.hall = hall;
        this.messages = hall.messages();
        this.words = new Words(desk.stores(), messages);
        root.getStyleClass().add("effect-list");
    }

    Region root() {
        return root;
    }

    /// Those that wait: what failed was not heard and has no effect.
    static List<Broadcast> waiting(Desk desk) {
        return desk.stores()
                .broadcasts()
                .rows()
                .values()
                .filter(b -> b.check() == null && !b.state().equals("failed"))
                .sorted(Comparator.comparing(Broadcast::checkAt))
                .toList();
    }

    static long due(Desk desk, Instant now) {
        return waiting(desk).stream().filter(b -> !b.checkAt().isAfter(now)).count();
    }

    void show(Instant now) {
        List<Broadcast> all = waiting(desk);
        List<String> next = all.stream().limit(MOST).map(b -> key(b, now)).toList();
        if (next.equals(drawn) && !root.getChildren().isEmpty()) {
            return;
        }
        drawn = next;
        root.getChildren().clear();
        root.getChildren().add(Nodes.keep(messages.get("speak.effects", all.size()), "t-second"));
        all.stream().limit(MOST).forEach(b -> root.getChildren().add(row(b, now)));
        if (all.size() > MOST) {
            root.getChildren().add(Nodes.keep(messages.get("speak.effects-more", all.size() - MOST), "t-second"));
        }
    }

    private String key(Broadcast b, Instant now) {
        return b.id().value()
                + b.state()
                + when(b, now)
                + answer(b).map(d -> d.state().toString()).orElse("");
    }

    private Region row(Broadcast b, Instant now) {
        String camera = desk.stores()
                .cameras()
                .find(b.camera())
                .map(Camera::name)
                .orElse(b.camera().value());
        Label text = Nodes.cut(
                messages.get(
                        "speak.effect-row",
                        words.minute(b.at()),
                        camera,
                        b.words().text()),
                "t-body");
        Optional<Delivery> answer = answer(b);
        boolean under = answer.filter(Delivery::pending).isPresent();
        Label due = Nodes.keep(when(b, now), b.checkAt().isAfter(now) ? "t-second" : "t-yellow");
        answer.map(Delivery::state)
                .filter(Delivery.State.Rejected.class::isInstance)
                .map(Delivery.State.Rejected.class::cast)
                .ifPresent(r -> due.setText(
                        messages.get("speak.effect-refused", r.refusal().detail())));
        KeyButton cleared = new KeyButton(
                        messages,
                        "speak/cleared-" + b.id().value(),
                        messages.get("speak.cleared"),
                        "",
                        () -> found(b, "cleared"))
                .low();
        KeyButton remains = new KeyButton(
                        messages,
                        "speak/remains-" + b.id().value(),
                        messages.get("speak.remains"),
                        "",
                        () -> found(b, "remains"))
                .low();
        cleared.pending(under);
        remains.pending(under);
        return Nodes.column("effect-row", text, Nodes.row("line", due, Nodes.spring(), cleared, remains));
    }

    private String when(Broadcast b, Instant now) {
        String state = messages.get(
                switch (b.state()) {
                    case "done" -> "speak.played";
                    case "sent" -> "speak.not-told";
                    default -> "speak.not-known";
                });
        return state + " · "
                + (b.checkAt().isAfter(now)
                        ? messages.get("speak.check-at", words.minute(b.checkAt()))
                        : messages.get("speak.check-now"));
    }

    /// What became of the last word on it.
    private Optional<Delivery> answer(Broadcast b) {
        return desk.outbox()
                .deliveries()
                .rows()
                .values()
                .filter(d -> d.command() instanceof Aside.CheckBroadcast c
                        && c.broadcast().equals(b.id()))
                .max(Comparator.comparing(Delivery::queuedAt));
    }

    private void found(Broadcast b, String effect) {
        Command.Head head = new Command.Head(new CommandId(UUID.randomUUID().toString()), 0, null);
        var _ = desk.outbox()
                .submit(new Aside.CheckBroadcast(head, b.id(), effect, ""))
                .whenComplete((_, _) -> hall.fx().execute(() -> show(hall.now())));
    }
}
