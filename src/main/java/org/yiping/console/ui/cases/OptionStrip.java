package org.yiping.console.ui.cases;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.control.Chip;

/// A row of choices that opens below the filter and is gone with Esc or when its own key is pressed again: nothing
/// covers the rows, nothing is modal. FX thread.
final class OptionStrip extends FlowPane {
    private final Runnable back;
    private String open = "";

    /// One choice: its words, whether it holds, what pressing it does with the opposite.
    record Option(String id, String words, boolean chosen, Consumer<Boolean> take) {}

    /// `back` takes the keyboard when the strip goes.
    OptionStrip(Runnable back) {
        this.back = back;
        getStyleClass().addAll("chip-flow", "filter-line");
        Nodes.show(this, false);
        addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                close();
                e.consume();
            }
        });
    }

    /// Opens with these, or closes when they are the ones it shows.
    void toggle(String name, List<Option> options) {
        if (name.equals(open)) {
            close();
            return;
        }
        show(name, options);
        getChildren().stream()
                .filter(c -> c instanceof ToggleButton b && b.isSelected())
                .findFirst()
                .or(() -> getChildren().stream().findFirst())
                .ifPresent(Node::requestFocus);
    }

    /// The same strip after something else changed what it says.
    void refresh(String name, Supplier<List<Option>> now) {
        if (name.equals(open)) {
            List<Option> options = now.get();
            for (int i = 0; i < options.size(); i++) {
                ((Chip) getChildren().get(i)).setSelected(options.get(i).chosen());
            }
        }
    }

    void close() {
        if (!open.isEmpty()) {
            open = "";
            Nodes.show(this, false);
            getChildren().clear();
            back.run();
        }
    }

    private void show(String name, List<Option> options) {
        open = name;
        getChildren().setAll(options.stream().map(OptionStrip::chip).toList());
        Nodes.show(this, true);
    }

    private static Chip chip(Option option) {
        Chip chip = new Chip(option.id(), option.words());
        chip.setSelected(option.chosen());
        chip.setOnAction(_ -> option.take().accept(chip.isSelected()));
        return chip;
    }
}
