package org.yiping.console.ui.dispatch;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.yiping.console.ui.Action;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Key;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.control.Icons;
import org.yiping.console.ui.control.KeyButton;
import org.yiping.domain.shift.Seat;

/// Says above the actions that the case is in another hand, and takes it over. FX thread.
final class HandBar {
    private static final String KEY = "F8";

    private final CaseViewModel model;
    private final CaseHand hand;
    private final Hall hall;
    private final Label says = Nodes.cut("", "t-body", "t-accent");
    private final KeyButton take;
    private final HBox root;

    HandBar(CaseViewModel model, CaseHand hand, Hall hall) {
        this.model = model;
        this.hand = hand;
        this.hall = hall;
        says.setGraphic(Icons.of(Icons.PERSON, Icons.Size.CONTROL));
        take = new KeyButton(hall.messages(), "case/take-case", text("case.take"), KEY, this::press).low();
        root = Nodes.row("plan-bar", Nodes.grow(says), take);
        Nodes.show(root, false);
    }

    Region root() {
        return root;
    }

    void refresh() {
        Optional<Seat> other = hand.other();
        Nodes.show(root, other.isPresent());
        other.ifPresent(o -> {
            boolean armed = hand.armed();
            String name = model.words().seats().name(o);
            says.setText(hall.messages().get(armed ? "case.take-means" : "case.in-hand", name));
            take.words(text(armed ? "case.take-now" : "case.take"));
            take.pending(model.pending());
        });
    }

    List<Action> actions() {
        return List.of(hall.action("case/take-case", "case.group", "case.take", this::press)
                .on(Key.of(KeyCode.F8))
                .refused(hand.other().isPresent() ? "" : text("case.not-in-hand")));
    }

    private void press() {
        hand.press();
        refresh();
    }

    private String text(String key) {
        return hall.messages().get(key);
    }
}
