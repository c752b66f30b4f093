package org.yiping.console.ui.camera;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Messages;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.control.KeyButton;

/// What the camera page needs seldom (更多), over the pictures' lower right corner until its button is pressed again: the
/// pictures keep their size, and so their streams. FX thread.
///
/// Unlike a form it belongs to no camera and lets the page hear its keys; Esc closes it.
final class CameraMenu {
    private final Messages messages;
    private final VBox sheet = new VBox();
    private final StackPane root;
    private final KeyButton opener;
    private @Nullable Node before;

    /// Over `below`; the first of the parts gets the focus.
    CameraMenu(Messages messages, Region below, List<Region> parts) {
        this.messages = messages;
        sheet.getStyleClass().addAll("camera-sheet", "camera-menu");
        sheet.getChildren().setAll(parts);
        sheet.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        Nodes.onEscape(sheet, this::turn);
        StackPane.setAlignment(sheet, Pos.BOTTOM_RIGHT);
        root = new StackPane(below);
        root.setMinSize(0, 0);
        opener = new KeyButton(messages, "camera/menu", messages.get("camera.menu"), "M", this::turn).low();
    }

    Region root() {
        return root;
    }

    KeyButton opener() {
        return opener;
    }

    boolean isOpen() {
        return root.getChildren().contains(sheet);
    }

    /// Opens it, or closes it and gives the focus back.
    void turn() {
        boolean opens = !isOpen();
        Node back = before;
        if (opens) {
            before = root.getScene() == null ? null : root.getScene().getFocusOwner();
            root.getChildren().add(sheet);
            sheet.lookupAll("*").stream()
                    .filter(n -> n.isFocusTraversable() && n.isVisible())
                    .findFirst()
                    .ifPresent(Node::requestFocus);
        } else {
            root.getChildren().remove(sheet);
            before = null;
            if (back != null && back.getScene() != null) {
                back.requestFocus();
            }
        }
        opener.words(messages.get(opens ? "camera.menu-close" : "camera.menu"));
    }
}
