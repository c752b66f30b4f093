package org.yiping.console.ui.control;

import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.InputMethodTextRun;

/// What is typed in a field, without what an input method still composes (未上屏): the letters on their way to a
/// character stand in the field's text, but nobody means them yet. FX thread.
public final class TypedText {
    private final ReadOnlyStringWrapper typed;
    private final TextInputControl field;
    private String composed = "";

    private TypedText(TextInputControl field) {
        this.field = field;
        typed = new ReadOnlyStringWrapper(field.getText());
        // before the field's own handler, which puts the letters into the text
        field.addEventFilter(InputMethodEvent.INPUT_METHOD_TEXT_CHANGED, e -> {
            String before = composed;
            composed = e.getComposed().stream().map(InputMethodTextRun::getText).collect(Collectors.joining());
            if (e.getCommitted().equals(before)) {
                settle(); // committed as it was composed: the field's text will not change
            }
        });
        field.textProperty().subscribe(_ -> settle());
        field.focusedProperty().subscribe(focused -> {
            if (!focused) { // what is being composed then stays as it stands
                composed = "";
                settle();
            }
        });
    }

    private void settle() {
        if (composed.isEmpty()) {
            typed.set(field.getText());
        }
    }

    public static ReadOnlyStringProperty of(TextInputControl field) {
        return new TypedText(field).typed.getReadOnlyProperty();
    }
}
