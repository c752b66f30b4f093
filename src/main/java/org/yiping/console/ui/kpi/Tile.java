package org.yiping.console.ui.kpi;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Messages;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.control.EmptyState;
import org.yiping.console.ui.control.PanelFrame;
import org.yiping.console.ui.control.PanelHeader;

/// The frame of one panel of figures: its name, when it was counted, its content, and a line that says what the
/// content is worth. FX thread.
final class Tile {
    private final PanelHeader header;
    private final StackPane body = new StackPane();
    private final Label foot = Nodes.cut("", "t-second");
    private final PanelFrame root;
    private @Nullable Instant at;

    Tile(Messages messages, String id, String title) {
        header = new PanelHeader(messages, title);
        body.getStyleClass().add("figure-body");
        body.setMinSize(0, 0);
        root = new PanelFrame(header, body);
        root.setId(id);
        root.setAccessibleText(title);
        root.foot(Nodes.row("line", foot));
        root.setMinSize(0, 0);
        foot("");
    }

    Region root() {
        return root;
    }

    PanelHeader header() {
        return header;
    }

    /// What was counted at that moment.
    void show(Region content, Instant counted) {
        at = counted;
        if (!body.getChildren().equals(List.of(content))) {
            body.getChildren().setAll(content);
        }
    }

    /// What stands there was counted again and is the same.
    void counted(Instant again) {
        at = again;
    }

    /// Nothing to show, and why; `counted` where that itself is known of a moment.
    void empty(String why, @Nullable Instant counted) {
        at = counted;
        body.getChildren().setAll(EmptyState.empty(why));
        foot("");
    }

    void foot(String words) {
        foot.setText(words);
        Nodes.show(foot.getParent(), !words.isEmpty());
    }

    void age(Duration promise, boolean lost, Instant now) {
        Instant counted = at;
        if (counted == null) {
            header.age().unknown();
        } else {
            header.age().show(Duration.between(counted, now), promise, lost);
        }
    }
}
