package org.yiping.console.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yiping.console.fx.Fx;
import org.yiping.console.ui.control.Toolkit;
import org.yiping.needs.NeedsDisplay;

@NeedsDisplay
class FocusKeeperTest {
    private final Button danger = new Button("停用");
    private final Button accept = new Button("接班");
    private final Button other = new Button("其他");
    private final Pane card = new VBox(accept);
    private final Pane panel = new VBox(card, other);
    private Stage stage;

    @BeforeAll
    static void toolkit() {
        Toolkit.start();
    }

    @BeforeEach
    void open() {
        panel.getStyleClass().add("panel");
        stage = Toolkit.onFx(() -> {
            Scene scene = new Scene(new VBox(danger, panel), 300, 200);
            var _ = new FocusKeeper(scene, Fx.platform());
            Stage window = new Stage();
            window.setScene(scene);
            window.show();
            accept.requestFocus();
            return window;
        });
    }

    @AfterEach
    void close() {
        Toolkit.onFx(() -> {
            stage.close();
            return true;
        });
    }

    @Test
    void aButtonThatGoesLeavesTheFocusToThePanelAroundIt() throws Exception {
        Toolkit.onFx(() -> panel.getChildren().remove(card));
        assertThat(holder()).isSameAs(panel);
    }

    @Test
    void whoTakesTheFocusInTheSameBreathKeepsIt() throws Exception {
        Toolkit.onFx(() -> {
            card.getChildren().clear();
            other.requestFocus();
            return true;
        });
        assertThat(holder()).isSameAs(other);
    }

    @Test
    void aHandThatGoesElsewhereIsNotCalledBack() throws Exception {
        Toolkit.onFx(() -> {
            danger.requestFocus();
            return true;
        });
        assertThat(holder()).isSameAs(danger);
    }

    /// After the frames in which the toolkit chooses a holder, and what was put off until then.
    private Node holder() throws Exception {
        CompletableFuture<Boolean> drawn = new CompletableFuture<>();
        Toolkit.onFx(() -> {
            new AnimationTimer() {
                private int frames;

                @Override
                public void handle(long now) {
                    if (++frames == 3) {
                        stop();
                        drawn.complete(true);
                    }
                }
            }.start();
            return true;
        });
        drawn.get(60, TimeUnit.SECONDS);
        return Toolkit.onFx(() -> stage.getScene().getFocusOwner());
    }
}
