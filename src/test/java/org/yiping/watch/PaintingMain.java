package org.yiping.watch;

import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.yiping.Heartbeat;

/// A window that says of each second that it was painted. A process of its own, because with its display it ends.
final class PaintingMain {
    private static final long SECOND = 1_000_000_000;

    private PaintingMain() {}

    public static void main(String[] arguments) {
        Platform.startup(() -> {
            Stage stage = new Stage();
            stage.setScene(new Scene(new Pane(), 64, 64));
            stage.show();
            new AnimationTimer() {
                private long said;

                @Override
                public void handle(long now) {
                    if (now - said >= SECOND) {
                        said = now;
                        System.out.println(Heartbeat.BEAT);
                    }
                }
            }.start();
        });
    }
}
