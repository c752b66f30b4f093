package org.yiping.console.ui.cases;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import org.jspecify.annotations.Nullable;

/// Keeps the field in hand in sight where a low window shows a part of a form. Stateless; FX thread.
final class InSight {
    /// A field is seen with its label.
    private static final double MARGIN = 28;

    private InSight() {}

    static void keep(ScrollPane body) {
        var focus = body.sceneProperty().flatMap(Scene::focusOwnerProperty);
        focus.subscribe(owner -> reveal(body, owner));
        // a window may be made lower under the hands of who types
        body.viewportBoundsProperty().subscribe(() -> reveal(body, focus.getValue()));
    }

    private static void reveal(ScrollPane body, @Nullable Node owner) {
        Node content = body.getContent();
        double seen = body.getViewportBounds().getHeight();
        double hidden = content.getBoundsInLocal().getHeight() - seen;
        if (owner != null && hidden > 0 && isWithin(owner, content)) {
            Bounds at = content.sceneToLocal(owner.localToScene(owner.getBoundsInLocal()));
            double top = Math.max(0, at.getMinY() - MARGIN);
            double low = Math.min(at.getMaxY() + MARGIN - seen, top);
            body.setVvalue(Math.clamp(body.getVvalue() * hidden, low, top) / hidden);
        }
    }

    private static boolean isWithin(Node node, Node content) {
        Node n = node;
        while (n != null && !n.equals(content)) {
            n = n.getParent();
        }
        return n != null;
    }
}
