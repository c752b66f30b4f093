package org.yiping.console.ui.control;

import java.time.Duration;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.yiping.console.fx.Messages;

/// What is under way and for how long: 派遣中 over 等平台确认 3 s. Stands where the countdown stood.
///
/// JavaFX thread; [#show] is called at the shared tick.
public final class PendingNote extends VBox {
    private final Messages messages;
    private final Label what = Words.kept("", "pending-note");
    private final Label wait = Words.kept("", "t-second");

    public PendingNote(Messages messages) {
        this.messages = messages;
        what.setGraphic(Icons.of(Icons.PENDING, Icons.Size.CONTROL));
        HBox first = new HBox(what);
        HBox second = new HBox(wait);
        first.getStyleClass().add("line");
        second.getStyleClass().add("line");
        getStyleClass().add("times");
        Words.keep(this);
        getChildren().addAll(first, second);
    }

    public void show(String underWay, Duration since) {
        what.setText(underWay);
        wait.setText(messages.get("control.wait", Math.max(0, since.toSeconds())));
    }
}
