package org.yiping.console.ui.dispatch;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.control.Icons;

/// Somebody or something near by, as a row to press. It is filled anew and stays itself: a press that lasts over a
/// second's tick still counts. FX thread.
final class NearRow extends Button {
    private final FontIcon icon = Icons.of(Icons.PERSON, Icons.Size.CONTROL);
    private final Label name = Nodes.cut("", "t-body");
    private final Label second = Nodes.cut("", "t-second");
    private final Label metres = Nodes.keep("", "t-strong");

    /// `last` stands under the distance.
    NearRow(String id, Node last, Runnable action) {
        VBox lines = new VBox(name, second);
        lines.setMinWidth(0);
        VBox right = new VBox(metres, last);
        right.getStyleClass().add("right-lines");
        right.setMinWidth(USE_PREF_SIZE);
        HBox face = Nodes.row("two-line-row", icon, Nodes.grow(lines), right);
        setId(id);
        setGraphic(face);
        setMaxWidth(Double.MAX_VALUE);
        face.prefWidthProperty().bind(widthProperty());
        getStyleClass().add("row-button");
        setFocusTraversable(false);
        setOnAction(_ -> action.run());
    }

    void fill(String shownIcon, String what, String more, String distance) {
        Icons.change(icon, shownIcon);
        name.setText(what);
        second.setText(more);
        metres.setText(distance);
        setAccessibleText(what + " " + more + " " + distance);
    }
}
