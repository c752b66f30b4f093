package org.yiping.console.ui.evaluation;

import java.util.List;
import javafx.scene.control.ComboBox;

/// One of a box's choices: a code, and the words it goes by. Immutable.
record Choice(String code, String words) {
    /// What a box shows.
    @Override
    public String toString() {
        return words;
    }

    /// Fills a box anew; what was chosen stays chosen, else the first is. FX thread.
    static void put(ComboBox<Choice> box, List<Choice> choices) {
        if (box.getItems().equals(choices)) {
            return;
        }
        String before = code(box);
        box.getItems().setAll(choices);
        choose(box, choices.stream().anyMatch(c -> c.code().equals(before)) ? before : first(choices));
    }

    private static String first(List<Choice> choices) {
        return choices.isEmpty() ? "" : choices.getFirst().code();
    }

    static void choose(ComboBox<Choice> box, String code) {
        box.getItems().stream().filter(c -> c.code().equals(code)).findFirst().ifPresent(box::setValue);
    }

    /// Empty where nothing is chosen.
    static String code(ComboBox<Choice> box) {
        Choice chosen = box.getValue();
        return chosen == null ? "" : chosen.code();
    }

    static ComboBox<Choice> box(String id, String name) {
        ComboBox<Choice> box = new ComboBox<>();
        box.setId(id);
        box.setAccessibleText(name);
        box.setMaxWidth(Double.MAX_VALUE);
        return box;
    }
}
