package org.yiping.console.ui.control;

import javafx.scene.control.Label;
import org.yiping.console.fx.Messages;

/// The mark 模拟: nine pixels of hatch, then the word, on every made-up picture, case and city. Cannot be switched off.
///
/// JavaFX thread.
public final class SimulatedTag extends Label {
    /// What is simulated.
    public enum What {
        SHORT("control.simulated"),
        PICTURE("control.simulated.picture"),
        PHOTO("control.simulated.photo"),
        CASE("control.simulated.case"),
        CITY("control.simulated.city"),
        DATA("control.simulated.data");

        private final String key;

        What(String key) {
            this.key = key;
        }
    }

    public SimulatedTag(What what, Messages messages) {
        super(messages.get(what.key));
        getStyleClass().add("simulated-tag");
        Words.keep(this);
        setGraphic(new Hatch(1, 0.5));
    }
}
