package org.yiping.console.ui.control;

import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The frame of a panel: header, content that takes the rest, and at will a foot line.
///
/// JavaFX thread.
public final class PanelFrame extends VBox {
    public PanelFrame(PanelHeader header, Region content) {
        getStyleClass().add("panel");
        setVgrow(content, Priority.ALWAYS);
        content.setMinHeight(0);
        content.setMaxHeight(Double.MAX_VALUE);
        getChildren().addAll(header, content);
    }

    public void foot(Node foot) {
        foot.getStyleClass().add("panel-foot");
        getChildren().add(foot);
    }
}
