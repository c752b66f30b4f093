package org.yiping.console.ui.kpi;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.layout.Region;
import org.yiping.console.ui.Hall;

/// Panels side by side in rows of equal height: as many columns as are wide enough to be read, rows as high as
/// there is room, and never lower than their content needs. Lengths in pixels at 100 %, scaled with the seat's
/// letters. FX thread.
final class FigureGrid extends Region {
    private static final double NARROWEST = 292;
    private static final double LOWEST = 264;
    private static final double GAP = 6;
    private static final int MOST = 4;

    private final Hall hall;

    FigureGrid(Hall hall, List<Region> panels) {
        this.hall = hall;
        getChildren().setAll(panels);
    }

    private double px(double length) {
        return Math.rint(hall.themes().look().get().px(length));
    }

    private int columns(double width) {
        return Math.clamp((int) ((width + px(GAP)) / (px(NARROWEST) + px(GAP))), 1, MOST);
    }

    private int rows(int columns) {
        return Math.ceilDiv(getManagedChildren().size(), columns);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinHeight(double width) {
        int rows = rows(columns(width < 0 ? getWidth() : width));
        return rows * px(LOWEST) + (rows - 1) * px(GAP);
    }

    @Override
    protected double computePrefHeight(double width) {
        return computeMinHeight(width);
    }

    @Override
    protected double computePrefWidth(double height) {
        return MOST * (px(NARROWEST) + px(GAP));
    }

    @Override
    protected double computeMinWidth(double height) {
        return px(NARROWEST);
    }

    /// The last row's panels share its width, so that no hole is left.
    @Override
    protected void layoutChildren() {
        int columns = columns(getWidth());
        int rows = rows(columns);
        double gap = px(GAP);
        double height = Math.floor((getHeight() - gap * (rows - 1)) / rows);
        int count = getManagedChildren().size();
        for (int i = 0; i < count; i++) {
            int row = i / columns;
            int here = Math.min(columns, count - row * columns);
            double width = (getWidth() - gap * (here - 1)) / here;
            double x = Math.rint(i % columns * (width + gap));
            double right = Math.rint(i % columns * (width + gap) + width);
            getManagedChildren().get(i).resizeRelocate(x, Math.rint(row * (height + gap)), right - x, height);
        }
    }
}
