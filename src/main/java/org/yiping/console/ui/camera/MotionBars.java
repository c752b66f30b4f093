package org.yiping.console.ui.camera;

import java.util.List;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// Six bars, the differences between the last pictures: proof that a picture moves. FX thread.
final class MotionBars extends HBox {
    private static final int BARS = 6;
    private static final double HIGHEST = 10;

    MotionBars() {
        getStyleClass().add("motion-bars");
        for (int i = 0; i < BARS; i++) {
            Region bar = new Region();
            bar.getStyleClass().add("motion-bar");
            getChildren().add(bar);
        }
    }

    void show(List<Double> motion) {
        setVisible(!motion.isEmpty());
        for (int i = 0; i < BARS; i++) {
            int at = motion.size() - BARS + i;
            double share = at < 0 ? 0 : Math.clamp(motion.get(at), 0, 1);
            double height = Math.max(1, Math.rint(HIGHEST * Math.sqrt(share)));
            Region bar = (Region) getChildren().get(i);
            if (bar.getPrefHeight() != height) {
                bar.setPrefHeight(height);
                bar.setMaxHeight(height);
            }
        }
    }
}
