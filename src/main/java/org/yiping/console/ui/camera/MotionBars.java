package org.yiping.console.ui.camera;

import java.util.List;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// Six bars, the differences between the last pictures, the largest of them at full height: proof that a picture
/// moves, in whatever scene. FX thread.
final class MotionBars extends HBox {
    private static final int BARS = 6;
    private static final double HIGHEST = 10;
    /// Below this a difference is the decoder's noise: six bars of noise stay low.
    private static final double QUIET = 0.03;

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
        double most = motion.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        for (int i = 0; i < BARS; i++) {
            int at = motion.size() - BARS + i;
            double share = at < 0 ? 0 : motion.get(at) / Math.max(QUIET, most);
            double height = Math.max(1, Math.rint(HIGHEST * Math.clamp(share, 0, 1)));
            Region bar = (Region) getChildren().get(i);
            if (bar.getPrefHeight() != height) {
                bar.setPrefHeight(height);
                bar.setMaxHeight(height);
            }
        }
    }
}
