package org.yiping.console.ui.kpi;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Messages;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.Words;
import org.yiping.domain.kpi.RecheckSheet;

/// A case of a sample: what and where, and one's own verdict; one that is on its way is not given yet. FX thread.
final class RecheckCell extends ListCell<RecheckSheet.Card> {
    private final RecheckModel model;
    private final Words names;
    private final Messages messages;
    private final Label number = Nodes.keep("", "t-second", "inspection-number");
    private final Label name = Nodes.cut("", "t-body");
    private final Label where = Nodes.cut("", "t-second");
    private final Label state = Nodes.keep("", "t-second");
    private final HBox face = Nodes.row("line", number, Nodes.grow(new VBox(name, where)), state);

    RecheckCell(RecheckModel model, Words names, Messages messages) {
        this.model = model;
        this.names = names;
        this.messages = messages;
    }

    @Override
    protected void updateItem(RecheckSheet.@Nullable Card card, boolean empty) {
        super.updateItem(card, empty);
        if (empty || card == null) {
            setGraphic(null);
            setText(null);
            return;
        }
        String verdict = card.verdict();
        number.setText(Integer.toString(card.place() + 1));
        name.setText(names.classes(card.classCode().value()));
        where.setText(card.address());
        state.setText(model.sending(card.place())
                .map(v -> messages.get("kpi.recheck-sending", messages.get("kpi.verdict." + v)))
                .orElse(messages.get(verdict == null ? "kpi.recheck-open" : "kpi.verdict." + verdict)));
        setGraphic(face);
        setAccessibleText(String.join(" ", number.getText(), name.getText(), where.getText(), state.getText()));
    }
}
