package org.yiping.console.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yiping.console.ui.control.Toolkit;
import org.yiping.needs.NeedsDisplay;

@NeedsDisplay
class NodesTest {
    @BeforeAll
    static void start() {
        Toolkit.start();
    }

    /// The toolkit keeps the picture of a scrolled form for minutes after the form went.
    @Test
    void whatScrollsKeepsNoPictureOfItself() {
        Node scrolled = Toolkit.onFx(() -> viewport(Nodes.drawnStraight(new ScrollPane(new VBox()))));
        assertThat(scrolled.isCache()).isFalse();
        Node written = Toolkit.onFx(() -> viewport(Nodes.drawnStraight(new TextArea("words"))));
        assertThat(written.isCache()).isFalse();
    }

    @Test
    void whatSaysNothingIsInNobodysWay() {
        Toolkit.onFx(() -> {
            Label label = Nodes.whenSaid(new Label(""));
            assertThat(label.isVisible() || label.isManaged()).isFalse();
            label.setText("words");
            assertThat(label.isVisible() && label.isManaged()).isTrue();
            return true;
        });
    }

    private static Node viewport(Node of) {
        VBox root = new VBox(of);
        var _ = new Scene(root, 200, 200);
        root.applyCss();
        root.layout();
        Node viewport = of.lookup(".viewport");
        assertThat(viewport).isNotNull();
        return viewport;
    }
}
