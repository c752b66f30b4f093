package org.yiping.console.ui.control;

import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.scene.paint.Color;

/// Colours a control paints with itself and takes from the style sheets. JavaFX thread.
final class Inks {
    private Inks() {}

    /// A property that repaints when the theme gives it another value.
    static <S extends Styleable> StyleableProperty<Color> property(
            S owner, CssMetaData<S, Color> meta, Runnable repaint) {
        var property =
                new SimpleStyleableObjectProperty<>(meta, owner, meta.getProperty(), meta.getInitialValue(owner));
        property.subscribe(repaint);
        return property;
    }
}
