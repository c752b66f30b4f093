package org.yiping.bench.map;

import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;

/// JavaFX's own start: an empty window of 1080p. Says the moment it was painted and ends.
///
/// As with the console, what is there in one pulse is painted while the next one waits for the renderer, so the moment
/// is taken in the third.
public final class BareWindow {
    private BareWindow() {}

    public static void main(String[] arguments) {
        Platform.startup(() -> {
            Stage stage = new Stage();
            Pane root = new Pane();
            stage.setScene(new Scene(root, 1920, 1080));
            stage.show();
            new AnimationTimer() {
                private int pulses;

                @Override
                public void handle(long now) {
                    root.setTranslateX(++pulses * 1e-9);
                    if (pulses == 3) {
                        stop();
                        Figures.row("painted", System.currentTimeMillis());
                        Platform.exit();
                    }
                }
            }.start();
        });
    }
}
