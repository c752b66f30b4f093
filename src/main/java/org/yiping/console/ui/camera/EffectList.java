package org.yiping.console.ui.camera;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
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

/// What was said aloud and nobody has looked at yet (喊话效果待查): what failed first, then what is due; somebody says
/// whether it helped, and of what failed that they know. FX thread.
final class EffectList {
    private static final int MOST = 4;

    private final Desk desk;
    private final Hall hall;
    private final Messages messages;
    private final Words words;
    private final PtzWords reasons;
    private final BiConsumer<Camera, String> again;
    private final VBox root = new VBox();
    private List<String> drawn = List.of();

    /// `again` has words said once more through that camera, by a person.
    EffectList(Desk desk, Hall hall, BiConsumer<Camera, String> again) {
        this.desk = desk;
        this.hall = hall;
        this.messages = hall.messages();
        this.words = new Words(desk.stores(), messages);
        this.reasons = new PtzWords(desk, messages);
        this.again = again;
        root.getStyleClass().add("effect-list");
    }

    Region root() {
        return root;
    }

    /// Those that wait for somebody; what failed does so too, or nobody would know that it was not heard.
    static List<Broadcast> waiting(Desk desk) {
        return desk.stores()
                .broadcasts()
                .rows()
                .values()
                .filter(b -> b.check() == null)
                .sorted(Comparator.comparing((Broadcast b) -> !isFailed(b)).thenComparing(Broadcast::checkAt))
                .toList();
    }

    static long due(Desk desk, Instant now) {
        return waiting(desk).stream()
                .filter(b -> isFailed(b) || !b.checkAt().isAfter(now))
                .count();
    }

    private static boolean isFailed(Broadcast b) {
        return b.state().equals("failed");
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
        Optional<Camera> of = desk.stores().cameras().find(b.camera());
        String camera = of.map(Camera::name).orElse(b.camera().value());
        Label text = Nodes.cut(
                messages.get(
                        "speak.effect-row",
                        words.minute(b.at()),
                        camera,
                        b.words().text()),
                "t-body");
        Optional<Delivery> answer = answer(b);
        boolean under = answer.filter(Delivery::pending).isPresent();
        String colour = isFailed(b) ? "t-red" : b.checkAt().isAfter(now) ? "t-second" : "t-yellow";
        Label due = isFailed(b) ? Nodes.label(when(b, now), colour) : Nodes.keep(when(b, now), colour);
        due.setWrapText(isFailed(b));
        answer.map(Delivery::state)
                .filter(Delivery.State.Rejected.class::isInstance)
                .map(Delivery.State.Rejected.class::cast)
                .ifPresent(r -> due.setText(
                        messages.get("speak.effect-refused", r.refusal().detail())));
        if (isFailed(b)) {
            KeyButton repeat = button(
                    b,
                    "again",
                    () -> of.ifPresent(c -> again.accept(c, b.words().text())));
            if (of.isEmpty()) {
                repeat.forbid(messages.get("ptz.why-unknown"));
            }
            KeyButton known = button(b, "known", () -> found(b, Broadcast.UNHEARD));
            known.pending(under);
            return Nodes.column("effect-row", text, due, Nodes.row("line", Nodes.spring(), repeat, known));
        }
        KeyButton cleared = button(b, "cleared", () -> found(b, "cleared"));
        KeyButton remains = button(b, "remains", () -> found(b, "remains"));
        cleared.pending(under);
        remains.pending(under);
        return Nodes.column("effect-row", text, Nodes.row("line", due, Nodes.spring(), cleared, remains));
    }

    private KeyButton button(Broadcast b, String name, Runnable then) {
        return new KeyButton(messages, "speak/" + name + "-" + b.id().value(), messages.get("speak." + name), "", then)
                .low();
    }

    private String when(Broadcast b, Instant now) {
        if (isFailed(b)) {
            String key = PtzWords.isUnsure(b.reason()) ? "speak.unsure" : "speak.failed";
            return messages.get(key, reasons.why(b.reason()));
        }
        String state = messages.get(
                switch (b.state()) {
                    case "done" -> simulated(b) ? "speak.played-simulated" : "speak.played";
                    case "sent" -> "speak.not-told";
                    default -> "speak.not-known";
                });
        return state + " · "
                + (b.checkAt().isAfter(now)
                        ? messages.get("speak.check-at", words.minute(b.checkAt()))
                        : messages.get("speak.check-now"));
    }

    private boolean simulated(Broadcast b) {
        return desk.stores()
                .cameras()
                .find(b.camera())
                .filter(c -> c.state().simulated())
                .isPresent();
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
