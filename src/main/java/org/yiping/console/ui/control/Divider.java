package org.yiping.console.ui.control;

import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.scene.Cursor;
import javafx.scene.Scene;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.yiping.console.fx.Remembered;
import org.yiping.console.fx.Themes;

/// The gap beside a panel, by which a hand makes the panel wider or narrower (分隔条). The seat finds the width again
/// tomorrow, as a share of its window. FX thread.
///
/// It lies over the gap and takes no room of its own; until somebody moves it, the style sheet says how wide the panel
/// is, and a double click gives that back. Keys come by actions, which call `move` and `usual`.
public final class Divider extends Region {
    private static final double GAP = 6;

    /// The side of the panel it stands at.
    public enum Edge {
        LEFT,
        RIGHT
    }

    /// Between which widths, in pixels at 100 %.
    public record Span(double least, double most) {}

    private final String name;
    private final Region panel;
    private final Edge edge;
    private final Span span;
    private final Themes themes;
    private final Remembered remembered;
    private final ReadOnlyDoubleWrapper width = new ReadOnlyDoubleWrapper();
    private boolean resting;
    private double grabbedAt;
    private double grabbedWidth;

    public Divider(String name, Region panel, Edge edge, Span span, Themes themes, Remembered remembered) {
        this.name = name;
        this.panel = panel;
        this.edge = edge;
        this.span = span;
        this.themes = themes;
        this.remembered = remembered;
        getStyleClass().add("divider");
        setManaged(false);
        setCursor(Cursor.H_RESIZE);
        addEventHandler(MouseEvent.MOUSE_PRESSED, e -> {
            grabbedAt = e.getSceneX();
            grabbedWidth = panel.getWidth();
        });
        addEventHandler(MouseEvent.MOUSE_DRAGGED, e -> to(grabbedWidth + way() * (e.getSceneX() - grabbedAt)));
        addEventHandler(MouseEvent.MOUSE_CLICKED, e -> {
            if (e.getClickCount() == 2) {
                usual();
            }
        });
        panel.boundsInParentProperty().subscribe(_ -> place());
        panel.sceneProperty().flatMap(Scene::widthProperty).subscribe(_ -> apply());
        remembered.now().subscribe(_ -> apply());
        themes.look().subscribe(_ -> apply());
    }

    /// So many pixels wider, at 100 %; fewer than none make it narrower.
    public void move(double by) {
        to(panel.getWidth() + themes.look().get().px(by));
    }

    public void usual() {
        remembered.forgetSplit(name);
    }

    /// Where the panel has another place for a while, its width is not this one's to say.
    public void rest(boolean now) {
        resting = now;
        setVisible(!now);
        apply();
    }

    private double way() {
        return edge == Edge.RIGHT ? 1 : -1;
    }

    private void to(double wanted) {
        Scene scene = panel.getScene();
        if (scene != null && scene.getWidth() > 0) {
            double share = Math.clamp(within(wanted) / scene.getWidth(), 0, 1);
            remembered.split(name, share);
        }
    }

    private double within(double wanted) {
        return Math.clamp(
                wanted, themes.look().get().px(span.least), themes.look().get().px(span.most));
    }

    private void apply() {
        Double share = remembered.split(name).orElse(null);
        Scene scene = panel.getScene();
        if (resting || share == null) {
            release();
        } else if (scene != null && scene.getWidth() > 0) {
            width.set(Math.rint(within(share * scene.getWidth())));
            if (!panel.prefWidthProperty().isBound()) {
                panel.prefWidthProperty().bind(width);
                panel.maxWidthProperty().bind(width);
            }
        }
    }

    /// Gives the width back to the style sheet, which is asked anew only when a class changes.
    private void release() {
        if (panel.prefWidthProperty().isBound()) {
            panel.prefWidthProperty().unbind();
            panel.maxWidthProperty().unbind();
            panel.setPrefWidth(USE_COMPUTED_SIZE);
            panel.setMaxWidth(USE_COMPUTED_SIZE);
            panel.getStyleClass().add("released");
            panel.getStyleClass().remove("released");
        }
    }

    private void place() {
        var at = panel.getBoundsInParent();
        resizeRelocate(edge == Edge.RIGHT ? at.getMaxX() : at.getMinX() - GAP, at.getMinY(), GAP, at.getHeight());
    }
}
