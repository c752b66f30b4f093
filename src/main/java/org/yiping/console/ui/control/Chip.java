package org.yiping.console.ui.control;

import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.yiping.console.fx.Messages;
import org.yiping.console.fx.Numbers;

/// A small choice or filter: 案件 9. The active one carries the accent edge; a removable one starts with a cross.
///
/// JavaFX thread. A toggle: put several into a `ToggleGroup` where one excludes the others.
public final class Chip extends ToggleButton {
    private final Label words = new Label();
    private final Label count = new Label();
    private final HBox face = new HBox(words);

    public Chip(String id, String text) {
        setId(id);
        getStyleClass().add("chip");
        face.getStyleClass().add("chip-face");
        count.getStyleClass().add("chip-count");
        setGraphic(face);
        setMinWidth(Region.USE_PREF_SIZE);
        words.setMinWidth(Region.USE_PREF_SIZE);
        count.setMinWidth(Region.USE_PREF_SIZE);
        words(text);
    }

    public void words(String text) {
        words.setText(text);
        setAccessibleText(text);
    }

    public void count(long number) {
        count.setText(Numbers.whole(number));
        if (!face.getChildren().contains(count)) {
            face.getChildren().add(count);
        }
        setAccessibleText(words.getText() + " " + count.getText());
    }

    /// A filter that pressing takes away.
    public static Chip removable(String id, String text, Messages messages, Runnable remove) {
        Chip chip = new Chip(id, text);
        chip.face.getChildren().addFirst(Icons.of(Icons.CLOSE, Icons.Size.TAG));
        chip.setAccessibleText(messages.get("control.chip.remove", text));
        chip.setOnAction(_ -> remove.run());
        return chip;
    }
}
