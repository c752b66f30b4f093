package org.yiping.console.ui.control;

import javafx.scene.layout.Region;

/// The sign of the product: a hall in one frame, its hero panel lit. JavaFX thread.
public final class BrandMark extends Region {
    private final Region frame = part("frame");
    private final Region column = part("column");
    private final Region hero = part("hero");

    public BrandMark() {
        getStyleClass().add("brand-mark");
        setMouseTransparent(true);
        getChildren().addAll(frame, column, hero);
    }

    @Override
    protected void layoutChildren() {
        double w = getWidth();
        double h = getHeight();
        double line = Math.max(1, Math.round(w * 0.075));
        double x = snapPositionX(w * 0.36);
        double gap = line * 2;
        frame.resizeRelocate(0, 0, w, h);
        column.resizeRelocate(x, 0, line, h);
        hero.resizeRelocate(
                x + gap, gap + line * 0.5, Math.max(0, w - x - 2 * gap), snapSizeY(Math.max(0, h * 0.42 - line)));
    }

    private static Region part(String styleClass) {
        Region part = new Region();
        part.getStyleClass().add(styleClass);
        return part;
    }
}
