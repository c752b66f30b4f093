package org.yiping.console.ui.duty;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.control.EmptyState;

/// The scrolled list of a panel on the shift leader's page. Its rows are built anew when something they are made of
/// has changed: what the panel names, the city (its words and its zone) or the people it knows. FX thread.
final class DutyList {
    private final Desk desk;
    private final VBox rows = new VBox();
    private final ScrollPane root = Nodes.drawnStraight(new ScrollPane(rows));
    private List<Object> made = List.of();

    DutyList(Desk desk, String id, String name) {
        this.desk = desk;
        rows.getStyleClass().add("duty-list");
        root.setId(id);
        root.setAccessibleText(name);
        root.setFitToWidth(true);
        root.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    }

    Region root() {
        return root;
    }

    /// Whether rows made of `facts` would differ from those that stand here; then they count as made.
    boolean outdated(Object... facts) {
        List<Object> now = List.of(
                List.of(facts), desk.city(), desk.stores().people().rows().size());
        if (now.equals(made)) {
            return false;
        }
        made = now;
        return true;
    }

    /// Shows these; where there are none, says `none`.
    void fill(List<? extends Node> all, String none) {
        if (all.isEmpty()) {
            rows.getChildren().setAll(EmptyState.empty(none));
        } else {
            rows.getChildren().setAll(all);
        }
    }
}
