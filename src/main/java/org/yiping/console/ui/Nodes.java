package org.yiping.console.ui;

import java.time.Duration;
import java.time.Instant;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.yiping.console.store.Freshness;
import org.yiping.console.ui.control.DataAge;

/// Shorthand for the nodes every panel is built of. FX thread; stateless.
public final class Nodes {
    private Nodes() {}

    public static Label label(String text, String... styles) {
        Label label = new Label(text);
        label.getStyleClass().addAll(styles);
        return label;
    }

    /// A label that is never cut.
    public static Label keep(String text, String... styles) {
        Label label = label(text, styles);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    /// A label that is cut before its neighbours.
    public static Label cut(String text, String... styles) {
        Label label = label(text, styles);
        label.setMinWidth(0);
        return label;
    }

    /// A label that takes as many lines as its words need, however little room its box has.
    public static Label wrapped(String text, String... styles) {
        Label label = label(text, styles);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /// Says how old a source is by now; one that was never heard of has no age.
    public static void age(DataAge label, Freshness source, Duration promise, Instant now) {
        if (source.heard()) {
            label.show(source.age(now), promise, !source.live());
        } else {
            label.unknown();
        }
    }

    public static HBox row(String style, Node... nodes) {
        HBox row = new HBox(nodes);
        row.getStyleClass().add(style);
        return row;
    }

    public static VBox column(String style, Node... nodes) {
        VBox column = new VBox(nodes);
        column.getStyleClass().add(style);
        return column;
    }

    public static Region spring() {
        Region spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        return spring;
    }

    public static <T extends Node> T grow(T node) {
        HBox.setHgrow(node, Priority.ALWAYS);
        VBox.setVgrow(node, Priority.ALWAYS);
        return node;
    }

    /// What scrolls, or a text of several lines, drawn straight into the window. JavaFX would keep a
    /// picture of it and draw that anew with every blink in it, and the picture of a form that went
    /// stays in the toolkit's pool for minutes: two megabytes a call.
    public static <T extends Control> T drawnStraight(T scrolls) {
        scrolls.skinProperty()
                .subscribe(_ -> scrolls.getChildrenUnmodifiable().forEach(part -> {
                    if (part instanceof ScrollPane within) {
                        drawnStraight(within);
                    } else if (part.getStyleClass().contains("viewport")) {
                        part.setCache(false);
                    }
                }));
        return scrolls;
    }

    public static void show(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }

    /// A label that is there while it says something. One that only gave up its room would stay where it stood last,
    /// over others, and take their clicks.
    public static Label whenSaid(Label label) {
        label.managedProperty().bind(label.textProperty().isNotEmpty());
        label.visibleProperty().bind(label.managedProperty());
        return label;
    }

    /// Esc within it does that, unless something in it took the key for itself.
    public static void onEscape(Node within, Runnable act) {
        within.addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                act.run();
                e.consume();
            }
        });
    }
}
