package org.yiping.console.ui.inspection;

import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// A mark between 0 and 100 with the interval it lies in; empty where there is none. FX thread.
final class Scale extends Region {
    private final Region wide = new Region();
    private final Region tick = new Region();
    private final @Nullable Double score;
    private final double from;
    private final double until;

    Scale(@Nullable Double score, @Nullable Double lower, @Nullable Double upper) {
        this.score = score;
        from = lower == null ? 0 : lower;
        until = upper == null ? 0 : upper;
        getStyleClass().add("inspection-scale");
        wide.getStyleClass().add("inspection-scale-wide");
        tick.getStyleClass().add("inspection-scale-tick");
        getChildren().addAll(wide, tick);
        wide.setVisible(score != null);
        tick.setVisible(score != null);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        double thick = height / 2;
        wide.resizeRelocate(width * from / 100, (height - thick) / 2, width * (until - from) / 100, thick);
        double at = score == null ? 0 : width * score / 100;
        tick.resizeRelocate(Math.clamp(at - 2, 0, Math.max(0, width - 4)), 0, 4, height);
    }
}
