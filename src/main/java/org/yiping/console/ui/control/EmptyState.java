package org.yiping.console.ui.control;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.yiping.console.fx.Messages;

/// What stands where content could: nothing here and why, still loading, or failed with the old content kept.
///
/// JavaFX thread. Style class `inline` puts it on one line in a corner of the content.
public final class EmptyState extends VBox {
    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");
    private final Label words = new Label();

    private EmptyState(String icon, String text) {
        getStyleClass().add("empty-state");
        words.setText(text);
        words.setGraphic(Icons.of(icon, Icons.Size.CONTROL));
        getChildren().add(words);
    }

    /// Names the view and its filter.
    public static EmptyState empty(String text) {
        return new EmptyState(Icons.EMPTY, text);
    }

    /// Names the view and its filter, and offers to clear it.
    public static EmptyState empty(String text, KeyButton clear) {
        EmptyState state = empty(text);
        state.getChildren().add(clear);
        return state;
    }

    /// n of m are there; one may work meanwhile.
    public static EmptyState loading(long n, long m, Messages messages) {
        return new EmptyState(Icons.LOADING, messages.get("control.loading", n, m));
    }

    public static EmptyState failed(String text) {
        EmptyState state = new EmptyState(Icons.FIELD_ERROR, text);
        state.pseudoClassStateChanged(DANGER, true);
        return state;
    }

    public EmptyState inline() {
        getStyleClass().add("inline");
        return this;
    }
}
