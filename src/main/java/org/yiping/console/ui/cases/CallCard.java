package org.yiping.console.ui.cases;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.yiping.console.fx.Messages;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.control.CountdownLabel;
import org.yiping.console.ui.control.Icons;
import org.yiping.console.ui.control.KeyButton;
import org.yiping.domain.casework.Case;
import org.yiping.domain.hotline.PhoneCall;

/// A call that wants this seat, below the queue: it takes room, never the focus, and goes by itself. FX thread.
final class CallCard {
    private final CallViewModel model;
    private final Messages messages;
    private final Label title = Nodes.cut("", "call-title");
    private final CountdownLabel clock;
    private final Label said = Nodes.label("", "t-second");
    private final VBox cases = Nodes.column("lines");
    private final Label more = Nodes.cut("", "t-second");
    private final VBox root;
    private List<Case> drawn = List.of();

    CallCard(CallViewModel model, Messages messages, Runnable take) {
        this.model = model;
        this.messages = messages;
        clock = new CountdownLabel(messages);
        clock.getStyleClass().add("card");
        said.setWrapText(true);
        HBox head = Nodes.row("line", Icons.of(Icons.HOTLINE, Icons.Size.CONTROL), Nodes.grow(title), clock);
        title.setMaxWidth(Double.MAX_VALUE);
        KeyButton taking = new KeyButton(messages, "call/take", messages.get("call.take"), "F2", take)
                .primary()
                .tall();
        KeyButton later = new KeyButton(messages, "call/later", messages.get("call.later"), "", model::later).tall();
        root = Nodes.column("call-card", head, said, cases, Nodes.row("line-wide", taking, later, Nodes.grow(more)));
        root.setId("call/card");
        Nodes.show(root, false);
        model.pulse().subscribe(_ -> repaint());
    }

    Region root() {
        return root;
    }

    private void repaint() {
        PhoneCall call = model.call().orElse(null);
        Nodes.show(root, call != null);
        if (call == null) {
            return;
        }
        String number = call.number().isEmpty() ? messages.get("call.withheld") : call.number();
        boolean ringing = call.step() == PhoneCall.Step.RINGING;
        title.setText(messages.get(ringing ? "call.ringing" : "call.answered", number));
        root.setAccessibleText(title.getText());
        clock.show(model.countdown());
        String seat = call.seat() == null ? messages.get("call.no-seat") + " · " : "";
        said.setText(seat + history());
        more.setText(model.others() == 0 ? "" : messages.get("call.others", model.others()));
        List<Case> last = model.last();
        if (!last.equals(drawn)) { // a button must not vanish from under a hand
            drawn = last;
            cases.getChildren().setAll(last.stream().map(this::row).toList());
        }
    }

    private String history() {
        return switch (model.history()) {
            case CallViewModel.History.Asking() -> messages.get("call.asking");
            case CallViewModel.History.Nobody() -> messages.get("call.nobody");
            case CallViewModel.History.Unreachable() -> messages.get("call.unreachable");
            case CallViewModel.History.Known(List<Case> all, long open, boolean more) ->
                all.isEmpty()
                        ? messages.get("call.first")
                        : messages.get(more ? "call.history-more" : "call.history", all.size(), open);
        };
    }

    private Button row(Case c) {
        Button row = new Button(model.row(c));
        row.setId("call/case-" + c.id().value());
        row.getStyleClass().add("call-row");
        row.setMaxWidth(Double.MAX_VALUE);
        row.setWrapText(true);
        row.setMinHeight(Region.USE_PREF_SIZE);
        row.setOnAction(_ -> model.open(c.id()));
        return row;
    }
}
