package org.yiping.console.ui.control;

import java.util.function.Consumer;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.InputMethodEvent;

/// What is really written in a field, without what an input method is still composing in it. FX thread.
///
/// JavaFX puts the pre-edit text into the field itself: who listened to the text would search for half a word.
public final class SettledText {
    private final TextInputControl field;
    private final Consumer<String> told;
    private boolean composing;
    private String last = "";

    private SettledText(TextInputControl field, Consumer<String> told) {
        this.field = field;
        this.told = told;
    }

    /// Tells each settled text once, beginning with the next change.
    public static SettledText of(TextInputControl field, Consumer<String> told) {
        SettledText settled = new SettledText(field, told);
        settled.last = field.getText();
        field.addEventFilter(
                InputMethodEvent.INPUT_METHOD_TEXT_CHANGED,
                e -> settled.composing = !e.getComposed().isEmpty());
        field.addEventHandler(InputMethodEvent.INPUT_METHOD_TEXT_CHANGED, _ -> settled.tell());
        field.focusedProperty().subscribe(_ -> settled.composing = false);
        field.textProperty().subscribe(_ -> settled.tell());
        return settled;
    }

    public boolean composing() {
        return composing;
    }

    private void tell() {
        String text = field.getText();
        if (!composing && !text.equals(last)) {
            last = text;
            told.accept(text);
        }
    }
}
