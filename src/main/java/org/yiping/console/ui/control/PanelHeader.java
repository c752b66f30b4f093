package org.yiping.console.ui.control;

import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.yiping.console.fx.Messages;
import org.yiping.console.fx.Numbers;

/// The head of a panel, 32 px: title and count · data time · source or rule version · at most four actions.
///
/// JavaFX thread. An error replaces the meta text, never the content below.
public final class PanelHeader extends HBox {
    private static final int MOST_ACTIONS = 4;
    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

    private final Label title = Words.kept("", "panel-title");
    private final Label count = Words.kept("", "panel-count");
    private final HBox heading = new HBox(title);
    private final DataAge age;
    private final Label meta = new Label();
    private final HBox actions = Words.keep(new HBox());
    private String metaText = "";
    private String error = "";

    public PanelHeader(Messages messages, String titleText) {
        getStyleClass().add("panel-header");
        title.setAccessibleRole(AccessibleRole.TEXT);
        heading.getStyleClass().add("panel-heading");
        meta.getStyleClass().add("panel-meta");
        actions.getStyleClass().add("actions");
        age = new DataAge(messages);
        age.managedProperty().bind(age.visibleProperty());
        age.setVisible(false);
        HBox.setHgrow(meta, Priority.ALWAYS);
        meta.setMaxWidth(Double.MAX_VALUE);
        getChildren().addAll(heading, age, meta, actions);
        title(titleText);
    }

    public void title(String text) {
        title.setText(text);
    }

    public void count(long number) {
        count.setText(Numbers.whole(number));
        if (!heading.getChildren().contains(count)) {
            heading.getChildren().add(count);
        }
    }

    /// There is nothing that could be counted.
    public void uncounted() {
        heading.getChildren().remove(count);
    }

    /// The age of the oldest part of the panel; shown from the first call on.
    public DataAge age() {
        age.setVisible(true);
        return age;
    }

    /// Source or rule version.
    public void meta(String text) {
        metaText = text;
        words();
    }

    /// What is wrong with the panel's data; empty when all is well again.
    public void error(String text) {
        error = text;
        words();
    }

    /// The last one added stands last; 上大屏 belongs there.
    public void action(IconButton button) {
        if (actions.getChildren().size() == MOST_ACTIONS) {
            throw new IllegalStateException("A panel header carries at most four actions");
        }
        actions.getChildren().add(button);
    }

    private void words() {
        meta.setText(error.isEmpty() ? metaText : error);
        pseudoClassStateChanged(DANGER, !error.isEmpty());
    }
}
