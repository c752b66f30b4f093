package org.yiping.console.ui.dispatch;

import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.control.Chip;

/// Chips of which one is chosen, in as many lines as they need. FX thread.
final class ChipFlow extends FlowPane {
    private final ToggleGroup group = new ToggleGroup();

    ChipFlow() {
        getStyleClass().add("chip-flow");
    }

    Chip add(String id, String words, Runnable chosen) {
        Chip chip = new Chip(id, words);
        chip.setToggleGroup(group);
        chip.setOnAction(_ -> chosen.run());
        getChildren().add(chip);
        return chip;
    }

    void clear() {
        getChildren().clear();
        group.getToggles().clear();
    }

    ChipFlow orElse(String words) {
        if (getChildren().isEmpty()) {
            getChildren().add(Nodes.label(words, "t-second"));
        }
        return this;
    }
}
