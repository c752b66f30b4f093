package org.yiping.console.fx;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// What this program can know of whether anybody can see a node (可见). FX thread; asked again and again, it keeps
/// nothing.
///
/// Other programs' windows and the desktops of a window manager it knows nothing of: what may be seen counts as seen.
public final class Sight {
    private Sight() {}

    /// Neither hidden nor in a window that is minimised or closed. What stands in no window yet counts as seen.
    public static boolean isSeen(Node node) {
        for (Node n = node; n != null; n = n.getParent()) {
            if (!n.isVisible()) {
                return false;
            }
        }
        Window window = window(node);
        return window == null || (window.isShowing() && !(window instanceof Stage s && s.isIconified()));
    }

    /// Whether all of it lies behind that one of our windows that has the focus and so is in front of the others. In
    /// which order the others lie nobody tells.
    public static boolean isCovered(Node node) {
        Window own = window(node);
        Bounds at = own == null ? null : node.localToScreen(node.getLayoutBounds());
        return at != null && Window.getWindows().stream().anyMatch(w -> !w.equals(own) && hides(w, at));
    }

    private static boolean hides(Window w, Bounds at) {
        return w instanceof Stage s
                && s.isFocused()
                && s.isShowing()
                && !s.isIconified()
                && s.getStyle() != StageStyle.TRANSPARENT
                && s.getOpacity() >= 1
                && s.getX() <= at.getMinX()
                && s.getY() <= at.getMinY()
                && s.getX() + s.getWidth() >= at.getMaxX()
                && s.getY() + s.getHeight() >= at.getMaxY();
    }

    private static @Nullable Window window(Node node) {
        Scene scene = node.getScene();
        return scene == null ? null : scene.getWindow();
    }
}
