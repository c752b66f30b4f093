package org.yiping.console.ui;

import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.layout.Region;

/// A page with less room than all its columns want (窄版): it is `:narrow` then, for its style sheet. FX thread;
/// stateless.
public final class Narrow {
    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");
    /// Where three columns of lists fit, in pixels at letters of the usual size.
    private static final double COLUMNS_FIT = 1500;

    private Narrow() {}

    public static void follow(Region page, Hall hall) {
        follow(page, hall, _ -> {});
    }

    /// `told` hears it at once and at every change of the width.
    public static void follow(Region page, Hall hall, Consumer<Boolean> told) {
        follow(page, hall, COLUMNS_FIT, told);
    }

    /// Where all of it fits from another width on.
    public static void follow(Region page, Hall hall, double allFit, Consumer<Boolean> told) {
        page.widthProperty().subscribe(w -> {
            boolean narrow = w.doubleValue() > 0
                    && w.doubleValue() < hall.themes().look().get().px(allFit);
            page.pseudoClassStateChanged(NARROW, narrow);
            told.accept(narrow);
        });
    }
}
