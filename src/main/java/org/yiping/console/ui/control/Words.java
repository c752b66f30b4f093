package org.yiping.console.ui.control;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// Labels by style class, and the two things a row needs to decide who gives way when it is narrow.
///
/// JavaFX thread. Style sheets cannot say "never narrower than its words", so it is said here.
public final class Words {
    private Words() {}

    /// A label that may be cut off with an ellipsis: a place, a criterion.
    public static Label label(String text, String... styleClasses) {
        Label label = new Label(text);
        label.getStyleClass().addAll(styleClasses);
        return label;
    }

    /// A label that is never cut off: a name, a number, a countdown.
    public static Label kept(String text, String... styleClasses) {
        return keep(label(text, styleClasses));
    }

    public static <R extends Region> R keep(R region) {
        region.setMinWidth(Region.USE_PREF_SIZE);
        return region;
    }

    /// Takes the room that is left in a row.
    public static Region spring() {
        Region spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        return spring;
    }
}
