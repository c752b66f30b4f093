package org.yiping.console.ui.control;

import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;

/// An icon alone to press, for panel headers and tool strips; its name is tooltip and screen-reader text.
///
/// JavaFX thread.
public final class IconButton extends Button {
    public IconButton(String id, String icon, String name, Runnable action) {
        setId(id);
        getStyleClass().add("icon-only");
        setGraphic(Icons.of(icon, Icons.Size.CONTROL));
        setTooltip(new Tooltip(name));
        setAccessibleText(name);
        setOnAction(_ -> action.run());
    }
}
