package org.yiping.console.ui.dispatch;

import java.util.List;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.ReceiptWords;
import org.yiping.console.ui.control.Icons;
import org.yiping.console.ui.control.KeyButton;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.casework.Receipt;
import org.yiping.domain.command.Aside;
import org.yiping.domain.command.Command;
import org.yiping.domain.command.CommandId;

/// How the dispatch of the open case reached its departments, with the gaps, and what to do where somebody has to be
/// called (送达). FX thread.
final class ReceiptBar {
    private final CaseViewModel model;
    private final Hall hall;
    private final ReceiptWords words;
    private final VBox root = new VBox();
    private List<Object> shown = List.of();

    ReceiptBar(CaseViewModel model, Hall hall) {
        this.model = model;
        this.hall = hall;
        words = new ReceiptWords(hall.messages(), model.words());
        Nodes.show(root, false);
    }

    Region root() {
        return root;
    }

    void refresh() {
        List<Receipt> told = model.value()
                .map(c -> c.progress().dispatched().stream()
                        .filter(ReceiptWords::isTold)
                        .toList())
                .orElse(List.of());
        List<Object> now = List.of(told, model.pending());
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        Nodes.show(root, !told.isEmpty());
        root.getChildren().setAll(told.stream().map(this::row).toList());
    }

    private Node row(Receipt r) {
        String text = words.line(r, hall.now());
        Label line = Nodes.cut(text, "t-second");
        line.setTooltip(new Tooltip(text));
        line.setGraphic(Icons.of(Icons.SEND, Icons.Size.TAG));
        HBox row = Nodes.row("plan-bar", Nodes.grow(line));
        if (ReceiptWords.isToCall(r)) {
            row.getChildren().addAll(call(r, true), call(r, false));
        }
        return row;
    }

    private KeyButton call(Receipt r, boolean reached) {
        String id = (reached ? "case/call-reached-" : "case/call-missed-")
                + r.department().value();
        KeyButton button = new KeyButton(
                        hall.messages(),
                        id,
                        hall.messages().get(reached ? "receipt.call-reached" : "receipt.call-missed"),
                        "",
                        () -> called(r, reached))
                .low();
        button.pending(model.pending());
        return button;
    }

    private void called(Receipt r, boolean reached) {
        CaseId id = model.open().get();
        if (id != null) {
            model.deliveries()
                    .send(new Aside.NoteCall(
                            new Command.Head(new CommandId(UUID.randomUUID().toString()), 0, null),
                            id,
                            r.department(),
                            reached,
                            ""));
        }
    }
}
