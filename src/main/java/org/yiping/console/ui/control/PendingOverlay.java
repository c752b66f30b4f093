package org.yiping.console.ui.control;

import javafx.scene.layout.StackPane;

/// The hatch over something that waits for the platform's answer; the old state stays readable under it.
///
/// JavaFX thread. Lay it over the content (it takes no mouse); [#show] switches it.
public final class PendingOverlay extends StackPane {
    public PendingOverlay() {
        Hatch hatch = new Hatch(0.12, 0.34);
        hatch.getStyleClass().add("pending-hatch");
        getChildren().add(hatch);
        getStyleClass().add("pending-overlay");
        setMouseTransparent(true);
        show(false);
    }

    public void show(boolean pending) {
        setVisible(pending);
    }
}
