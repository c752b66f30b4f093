package org.yiping.console.ui.camera;

import javafx.event.Event;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// Small forms that lie over the pictures for a moment, one at a time, at the bottom right; the pictures play on and
/// the focus goes back to where it was. Esc closes. FX thread.
final class CameraSheets {
    private final StackPane root;
    private @Nullable Region open;
    private @Nullable Node before;

    CameraSheets(Region below) {
        root = new StackPane(below);
        root.setMinSize(0, 0);
    }

    Region root() {
        return root;
    }

    boolean isOpen(Region sheet) {
        return sheet.equals(open);
    }

    /// `first` gets the focus.
    void open(Region sheet, Node first) {
        Scene scene = root.getScene();
        Node focused = scene == null ? null : scene.getFocusOwner();
        Node back = open == null ? focused : before;
        close();
        before = back;
        open = sheet;
        sheet.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        sheet.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                close();
            }
        });
        // what lies below must not hear keys that were meant for this
        sheet.addEventHandler(KeyEvent.KEY_PRESSED, Event::consume);
        StackPane.setAlignment(sheet, Pos.BOTTOM_RIGHT);
        root.getChildren().add(sheet);
        first.requestFocus();
    }

    void close() {
        Region was = open;
        if (was == null) {
            return;
        }
        open = null;
        root.getChildren().remove(was);
        Node back = before;
        before = null;
        if (back != null && back.getScene() != null) {
            back.requestFocus();
        }
    }
}
