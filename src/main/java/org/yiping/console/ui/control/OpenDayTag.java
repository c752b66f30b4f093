package org.yiping.console.ui.control;

import javafx.scene.control.Label;
import org.yiping.console.fx.Messages;

/// The mark 开放日: what is personal is hidden on this screen, because strangers are in the hall. It stands beside 模拟.
///
/// JavaFX thread.
public final class OpenDayTag extends Label {
    public OpenDayTag(Messages messages) {
        super(messages.get("control.open-day"));
        getStyleClass().add("simulated-tag");
        Words.keep(this);
        setGraphic(Icons.of(Icons.HIDDEN, Icons.Size.TAG));
    }
}
