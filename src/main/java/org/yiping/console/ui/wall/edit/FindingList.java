package org.yiping.console.ui.wall.edit;

import java.util.List;
import java.util.function.IntConsumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.yiping.console.fx.Messages;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.control.Icons;
import org.yiping.console.ui.control.Tag;
import org.yiping.domain.wall.Finding;

/// What the linter found, the graver first; a finding leads to its tile. FX thread.
final class FindingList {
    private final Messages messages;
    private final FindingWords words;
    private final IntConsumer choose;
    private final VBox rows = Nodes.column("scene-findings");
    private final ScrollPane root = Nodes.drawnStraight(new ScrollPane(rows));

    /// `choose` is told the tile of a finding that was pressed.
    FindingList(Messages messages, IntConsumer choose) {
        this.messages = messages;
        this.choose = choose;
        words = new FindingWords(messages);
        root.setFitToWidth(true);
        root.setFocusTraversable(false);
        root.getStyleClass().add("scene-finding-list");
    }

    Region root() {
        return root;
    }

    void refresh(List<Finding> findings, String fault) {
        rows.getChildren().clear();
        if (!fault.isEmpty()) {
            Label said = Nodes.label(messages.get("scene.fault", fault), "t-red");
            said.setGraphic(Icons.of(Icons.DANGER, Icons.Size.ROW));
            said.setWrapText(true);
            rows.getChildren().add(said);
        }
        if (findings.isEmpty() && fault.isEmpty()) {
            rows.getChildren().add(Nodes.label(messages.get("scene.find.none"), "t-second"));
        }
        for (int i = 0; i < findings.size(); i++) {
            rows.getChildren().add(row(findings.get(i), i));
        }
    }

    private Region row(Finding f, int index) {
        Tag weight = Tag.words(messages.get(f.grave() ? "scene.find.grave" : "scene.find.slight"));
        if (f.grave()) {
            weight.getStyleClass().add("supervised");
        }
        Label said = Nodes.label(words.of(f), "t-body");
        said.setWrapText(true);
        Region line = Nodes.row("line", weight, Nodes.grow(said));
        if (f.tile() < 0) {
            return line;
        }
        Button row = new Button();
        row.setId("scene/finding-" + index);
        row.getStyleClass().add("row-button");
        row.setAccessibleText(words.of(f));
        row.setGraphic(line);
        row.setMaxWidth(Double.MAX_VALUE);
        row.setOnAction(_ -> choose.accept(f.tile()));
        return row;
    }
}
