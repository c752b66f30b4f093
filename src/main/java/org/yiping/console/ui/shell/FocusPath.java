package org.yiping.console.ui.shell;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;

/// From panel to panel by key (F6), left to right; inside a panel Tab goes on. FX thread; stateless.
final class FocusPath {
    private FocusPath() {}

    static void jump(Scene scene, Node under, int by) {
        List<Node> panels = new ArrayList<>();
        panels(under, panels);
        panels.removeIf(p -> first(p) == null);
        if (panels.isEmpty()) {
            return;
        }
        Node owner = scene.getFocusOwner();
        int at = -1;
        for (int i = 0; i < panels.size(); i++) {
            if (holds(panels.get(i), owner)) {
                at = i;
            }
        }
        Node to = first(panels.get(at < 0 ? 0 : Math.floorMod(at + by, panels.size())));
        if (to != null) {
            to.requestFocus();
        }
    }

    /// The first node below that takes the focus.
    static @Nullable Node first(Node node) {
        if (!node.isVisible() || node.isDisabled()) {
            return null;
        }
        if (node.isFocusTraversable()) {
            return node;
        }
        if (node instanceof Parent parent) {
            for (Node child : parent.getChildrenUnmodifiable()) {
                Node found = first(child);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    static boolean holds(Node panel, @Nullable Node node) {
        Node up = node;
        while (up != null && !up.equals(panel)) {
            up = up.getParent();
        }
        return up != null;
    }

    private static void panels(Node node, List<Node> found) {
        if (!node.isVisible()) {
            return;
        }
        if (node.getStyleClass().contains("panel")) {
            found.add(node);
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> panels(child, found));
        }
    }
}
