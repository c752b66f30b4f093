package org.yiping.console;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Frames;
import org.yiping.console.fx.Fx;
import org.yiping.console.store.Stores;
import org.yiping.console.ui.cases.QueueRow;
import org.yiping.console.ui.shell.Shell;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseId;

/// The first operator of the morning, played: as soon as the queue's first page stands, a mouse click on its third row;
/// done when that case's details and the whole map are painted. For measurements of the start. FX thread.
///
/// The clock stops late rather than early: what is seen in the scene graph in one pulse is painted while the next one
/// waits for the renderer, so the moment is taken in the pulse after that.
final class FirstClick extends AnimationTimer {
    private static final int ROW = 2;

    private final Fx fx;
    private final InstantSource clock;
    private final Shots.Scenes scenes;
    private final Stores stores;
    private final BooleanSupplier mapDrawn;
    private final Consumer<Moments> done;
    private @Nullable Case clicked;
    private long clickedAt;
    private volatile long mapAt;
    private boolean mapSeen;
    private int painted;

    /// When the click was made, the whole map had been painted, and all of it stood on the screen;
    /// milliseconds of the epoch. `cpu` is the processor time taken by then, in milliseconds: the
    /// steadier figure on a busy machine.
    record Moments(long click, long map, long painted, long cpu) {}

    FirstClick(
            Fx fx,
            InstantSource clock,
            Shots.Scenes scenes,
            Stores stores,
            BooleanSupplier mapDrawn,
            Consumer<Moments> done) {
        this.fx = fx;
        this.clock = clock;
        this.scenes = scenes;
        this.stores = stores;
        this.mapDrawn = mapDrawn;
        this.done = done;
    }

    @Override
    public void handle(long now) {
        if (clicked == null) {
            clicked = click().orElse(null);
            clickedAt = clock.millis();
        }
        if (!mapSeen && mapDrawn.getAsBoolean()) {
            mapSeen = true;
            // the picture's way to its surface is a task before this one, and it is painted in the frame after that
            fx.execute(() -> Frames.platform().next(() -> this, _ -> mapAt = clock.millis()));
        }
        Case opened = clicked;
        if (opened == null || mapAt == 0 || !detailShown(opened)) {
            return;
        }
        painted++;
        if (painted == 2) {
            nudge();
        } else if (painted == 3) {
            stop();
            long at = clock.millis();
            long cpu = ProcessHandle.current()
                    .info()
                    .totalCpuDuration()
                    .map(Duration::toMillis)
                    .orElse(0L);
            done.accept(new Moments(clickedAt, mapAt, at, cpu));
        }
    }

    private Optional<Case> click() {
        for (Shell.NamedScene named : scenes.now()) {
            if (named.scene().lookup("#cases/queue") instanceof ListView<?> list) {
                return firstPage(list).flatMap(this::click);
            }
        }
        return Optional.empty();
    }

    /// The filled cells from top to bottom, once there are as many as fit.
    private static Optional<List<ListCell<?>>> firstPage(ListView<?> list) {
        List<ListCell<?>> filled = new ArrayList<>();
        for (Node node : list.lookupAll(".list-cell")) {
            if (node instanceof ListCell<?> cell && cell.isVisible() && !cell.isEmpty() && cell.getGraphic() != null) {
                filled.add(cell);
            }
        }
        filled.sort((a, b) -> Integer.compare(a.getIndex(), b.getIndex()));
        if (filled.size() <= ROW) {
            return Optional.empty();
        }
        int fit = (int) (list.getHeight() / filled.getFirst().getHeight());
        return filled.size() >= Math.min(fit, list.getItems().size()) ? Optional.of(filled) : Optional.empty();
    }

    private Optional<Case> click(List<ListCell<?>> page) {
        ListCell<?> cell = page.get(ROW);
        if (!(cell.getItem() instanceof QueueRow.OfCase(CaseId id))) {
            return Optional.empty();
        }
        fire(cell, MouseEvent.MOUSE_PRESSED);
        fire(cell, MouseEvent.MOUSE_RELEASED);
        fire(cell, MouseEvent.MOUSE_CLICKED);
        return stores.cases().find(id);
    }

    private static void fire(Node node, EventType<MouseEvent> type) {
        Bounds bounds = node.getLayoutBounds();
        Point2D at = node.localToScene(bounds.getCenterX(), bounds.getCenterY());
        Point2D screen = node.localToScreen(bounds.getCenterX(), bounds.getCenterY());
        boolean down = type == MouseEvent.MOUSE_PRESSED;
        Event.fireEvent(
                node,
                new MouseEvent(
                        type,
                        at.getX(),
                        at.getY(),
                        screen.getX(),
                        screen.getY(),
                        MouseButton.PRIMARY,
                        1,
                        false,
                        false,
                        false,
                        false,
                        down,
                        false,
                        false,
                        false,
                        false,
                        true,
                        null));
    }

    private boolean detailShown(Case opened) {
        return scenes.now().stream()
                .map(s -> s.scene().lookup(".case-head"))
                .anyMatch(head ->
                        head != null && says(head, opened.head().number().value()));
    }

    private static boolean says(Node node, String words) {
        if (node instanceof Labeled label && label.getText().contains(words)) {
            return true;
        }
        return node instanceof Parent parent
                && parent.getChildrenUnmodifiable().stream().anyMatch(n -> says(n, words));
    }

    /// Changes one small thing by nothing visible: only a changed scene waits for the picture before it.
    private void nudge() {
        for (Shell.NamedScene named : scenes.now()) {
            Scene scene = named.scene();
            Node label = scene.lookup(".label");
            if (label != null) {
                label.setTranslateX(label.getTranslateX() + 1e-9);
            }
        }
    }
}
