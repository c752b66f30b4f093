package org.yiping.console.ui.wall;

import java.util.Locale;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/// One line of wall type: as large as the room asks, and smaller only where its box is too narrow. FX thread.
///
/// An ellipsis comes last, below `least`. The shrinking is a transform and no new font size: the style sheets are
/// not asked again each second. Sizes in pixels, because they come from the room and not from a theme.
final class FitLine extends Region {
    /// Noto's own line is 1.45 of its size, which is room for accents no Chinese line has.
    private static final double LINE = 1.12;

    private final Label label = new Label();
    private final Scale scale = new Scale(1, 1);
    private final double size;
    private final double least;
    private HPos side = HPos.LEFT;
    private boolean kept;
    private boolean whole;

    FitLine(double size, double least, String... styles) {
        this.size = size;
        this.least = Math.min(size, least);
        label.getStyleClass().addAll(styles);
        label.getStyleClass().add("wall-line");
        label.setStyle(String.format(Locale.ROOT, "-fx-font-size: %.1fpx;", size));
        label.getTransforms().add(scale);
        getChildren().add(label);
    }

    /// Others in its row give way first.
    FitLine keep() {
        kept = true;
        return this;
    }

    /// It shrinks to `least` with the others in its row, but is never cut for them.
    FitLine whole() {
        whole = true;
        return this;
    }

    FitLine side(HPos next) {
        side = next;
        return this;
    }

    void text(String text) {
        if (!text.equals(label.getText())) {
            label.setText(text);
            requestLayout();
        }
    }

    String text() {
        return label.getText();
    }

    @Override
    protected double computePrefWidth(double height) {
        return Math.ceil(label.prefWidth(-1));
    }

    @Override
    protected double computeMinWidth(double height) {
        double natural = computePrefWidth(height);
        return kept ? natural : whole ? Math.ceil(natural * least / size) : 0;
    }

    @Override
    protected double computePrefHeight(double width) {
        return Math.ceil(size * LINE);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computeMaxHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        double natural = Math.ceil(label.prefWidth(-1));
        double height = label.prefHeight(-1);
        double fit = natural <= getWidth() || natural <= 0 ? 1 : Math.max(least / size, getWidth() / natural);
        double width = Math.min(natural, getWidth() / fit);
        scale.setX(fit);
        scale.setY(fit);
        double free = getWidth() - width * fit;
        double x = side == HPos.RIGHT ? free : side == HPos.CENTER ? free / 2 : 0;
        label.resizeRelocate(Math.rint(x), Math.rint(getBaselineOffset() - label.getBaselineOffset() * fit), width, height);
    }

    /// A line that had to shrink stands on the same base as its neighbours.
    @Override
    public double getBaselineOffset() {
        return (computePrefHeight(-1) - label.prefHeight(-1)) / 2 + label.getBaselineOffset();
    }
}
