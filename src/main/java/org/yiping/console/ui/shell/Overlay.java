package org.yiping.console.ui.shell;

import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.yiping.console.ui.Nodes;

/// Something that lies over a window's page for a moment and stops nothing: the notices stay above it, and the focus
/// goes back to where it was. FX thread.
final class Overlay {
    private final Region root;
    private final Node first;
    private @Nullable Node before;

    /// `first` gets the focus.
    Overlay(Region root, Node first) {
        this.root = root;
        this.first = first;
        root.setMaxSize(StackPane.USE_PREF_SIZE, StackPane.USE_PREF_SIZE);
        // what lies below must not hear keys that were meant for this
        root.addEventHandler(KeyEvent.KEY_PRESSED, Event::consume);
        Nodes.show(root, false);
    }

    boolean isOpen() {
        return root.isVisible();
    }

    void open() {
        Scene scene = root.getScene();
        if (!isOpen()) {
            before = scene.getFocusOwner();
            Nodes.show(root, true);
        }
        first.requestFocus();
    }

    void close() {
        if (isOpen()) {
            Nodes.show(root, false);
            Node back = before;
            before = null;
            if (back != null && back.getScene() != null) {
                back.requestFocus();
            }
        }
    }
}
