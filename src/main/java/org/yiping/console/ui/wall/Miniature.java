package org.yiping.console.ui.wall;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.ToWall;
import org.yiping.domain.wall.Placement;
import org.yiping.domain.wall.Region;
import org.yiping.domain.wall.WallOrder;
import org.yiping.domain.wall.WallScene.Grid;
import org.yiping.domain.wall.WallScene.Shown;
import org.yiping.domain.wall.WallScene.Span;

/// The wall in small (大屏缩略): what stands on each place by sign and name, whose it is and until when, and a
/// letter to send to it by. Takes what is dragged onto it, in any window. FX thread.
///
/// It draws no picture it does not have: a camera here is its name.
final class Miniature extends Pane {
    private static final PseudoClass TARGET = PseudoClass.getPseudoClass("target");
    /// Of a monitor, and of what stands around all of them.
    private static final double WIDE = 16.0 / 9;

    private static final double EDGE = 6;

    private final MiniTiles tiles;
    private final BiConsumer<Shown, Region> dropped;
    private final Consumer<Region> chosen;
    private final List<Placed> placed = new ArrayList<>();
    private final Pane mark = new Pane();
    private Grid monitors = new Grid(3, 2);
    private @Nullable WallPlan plan;
    private @Nullable Region selected;
    private @Nullable Region from;
    private @Nullable WallOffer offered;

    /// A node over a region of the wall.
    private record Placed(Node node, Region at) {}

    /// `dropped` is told what was dropped where, `chosen` which place was chosen by hand.
    Miniature(OrderWords words, String name, BiConsumer<Shown, Region> dropped, Consumer<Region> chosen) {
        tiles = new MiniTiles(words);
        this.dropped = dropped;
        this.chosen = chosen;
        setId("desk/wall");
        setAccessibleRole(AccessibleRole.NODE);
        setAccessibleText(name);
        getStyleClass().add("mini");
        mark.getStyleClass().add("mini-mark");
        mark.setMouseTransparent(true);
        setFocusTraversable(true);
        setMinSize(0, 0);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        addEventHandler(MouseEvent.MOUSE_RELEASED, this::released);
        addEventHandler(DragEvent.DRAG_OVER, this::over);
        addEventHandler(DragEvent.DRAG_EXITED, _ -> select(null));
        addEventHandler(DragEvent.DRAG_DROPPED, this::drop);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    /// What is being dragged within this page, which carries no content.
    void offers(@Nullable WallOffer offer) {
        offered = offer;
    }

    /// The wall as it is at an instant.
    void show(WallPlan next, Grid shape, List<Placement> sent, List<WallOrder> underWay, Instant now) {
        plan = next;
        monitors = shape;
        placed.clear();
        List<Node> nodes = new ArrayList<>();
        for (int x = 1; x <= shape.columns(); x++) {
            for (int y = 1; y <= shape.rows(); y++) {
                Pane monitor = new Pane();
                monitor.getStyleClass().add("mini-monitor");
                add(nodes, monitor, new Region(shape, new Span(x, y, 1, 1)));
            }
        }
        next.slots().forEach(slot -> add(nodes, tiles.beneath(slot), slot.region()));
        sent.forEach(p -> {
            Region at = p.order().region();
            Shown panel = p.order().panel();
            if (at != null && panel != null) {
                add(nodes, tiles.over(p, panel, now), at);
            }
        });
        underWay.forEach(order -> {
            Region at = order.region();
            Shown panel = order.panel();
            if (at != null && panel != null) {
                add(nodes, tiles.pending(panel), at);
            }
        });
        next.slots().forEach(slot -> {
            if (!slot.letter().isEmpty()) {
                Label letter = Nodes.keep(slot.letter(), "mini-letter");
                add(nodes, letter, slot.region());
            }
        });
        nodes.add(mark);
        nodes.forEach(n -> n.setMouseTransparent(true));
        getChildren().setAll(nodes);
        select(selected);
    }

    private void add(List<Node> nodes, Node node, Region at) {
        placed.add(new Placed(node, at));
        nodes.add(node);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    /// As high as the wall is at that width.
    @Override
    protected double computePrefHeight(double width) {
        return Math.max(0, width - 2 * EDGE) * monitors.rows() / (WIDE * monitors.columns()) + 2 * EDGE;
    }

    /// Where the wall lies in this node.
    private record Frame(double left, double top, double width, double height) {}

    private Frame frame() {
        double wide = Math.max(1, getWidth() - 2 * EDGE);
        double high = Math.max(1, getHeight() - 2 * EDGE);
        double shape = WIDE * monitors.columns() / monitors.rows();
        double width = Math.floor(Math.min(wide, high * shape));
        double height = Math.floor(width / shape);
        return new Frame(Math.floor((getWidth() - width) / 2), Math.floor((getHeight() - height) / 2), width, height);
    }

    @Override
    protected void layoutChildren() {
        Frame frame = frame();
        placed.forEach(p -> place(p.node(), p.at(), frame));
        if (selected != null) {
            place(mark, selected, frame);
        }
    }

    private static void place(Node node, Region region, Frame frame) {
        Span at = region.at();
        double across = frame.width() / region.grid().columns();
        double down = frame.height() / region.grid().rows();
        double x = Math.rint(frame.left() + across * (at.column() - 1));
        double y = Math.rint(frame.top() + down * (at.row() - 1));
        double right = Math.rint(frame.left() + across * (at.column() - 1 + at.columns()));
        double bottom = Math.rint(frame.top() + down * (at.row() - 1 + at.rows()));
        if (node instanceof Label letter) {
            letter.autosize();
            letter.relocate(right - letter.getWidth() - EDGE, y + EDGE);
        } else {
            node.resizeRelocate(x + 1, y + 1, Math.max(0, right - x - 2), Math.max(0, bottom - y - 2));
        }
    }

    /// Where the pointer is.
    private Optional<WallPlan.Slot> slot(double x, double y) {
        WallPlan now = plan;
        Frame frame = frame();
        return now == null
                ? Optional.empty()
                : now.at((x - frame.left()) / frame.width(), (y - frame.top()) / frame.height());
    }

    private void select(@Nullable Region region) {
        selected = region;
        mark.setVisible(region != null);
        mark.pseudoClassStateChanged(TARGET, region != null);
        requestLayout();
    }

    Optional<Region> selected() {
        return Optional.ofNullable(selected);
    }

    void forget() {
        select(null);
    }

    private void pressed(MouseEvent e) {
        requestFocus();
        slot(e.getX(), e.getY())
                .filter(_ -> e.getButton() == MouseButton.PRIMARY)
                .ifPresent(s -> {
                    from = s.region();
                    select(s.region());
                });
        e.consume();
    }

    private void dragged(MouseEvent e) {
        WallPlan now = plan;
        Region begun = from;
        if (now != null && begun != null) {
            slot(e.getX(), e.getY()).ifPresent(s -> select(now.around(begun, s.region())));
        }
        e.consume();
    }

    private void released(MouseEvent e) {
        from = null;
        if (selected != null && e.getButton() == MouseButton.PRIMARY) {
            chosen.accept(selected);
        }
        e.consume();
    }

    private void over(DragEvent e) {
        if (offered != null || ToWall.dragged(e.getDragboard()::getContent).isPresent()) {
            slot(e.getX(), e.getY()).ifPresent(s -> select(s.region()));
            e.acceptTransferModes(TransferMode.COPY);
        }
        e.consume();
    }

    private void drop(DragEvent e) {
        WallOffer here = offered;
        Shown panel =
                here == null ? ToWall.dragged(e.getDragboard()::getContent).orElse(null) : here.panel();
        Region at = selected;
        if (at != null && here != null && here.scene() != null) {
            chosen.accept(at); // a scene in the hand takes all of it
        } else if (at != null && panel != null) {
            dropped.accept(panel, at);
        }
        e.setDropCompleted(at != null);
        e.consume();
    }

    /// A letter chooses its place; with Shift everything from the chosen place to it, and Enter takes that.
    private void key(KeyEvent e) {
        WallPlan now = plan;
        Region before = selected;
        if (now == null || e.isControlDown() || e.isAltDown()) {
            return;
        }
        if (e.getCode() == KeyCode.ENTER && before != null) {
            chosen.accept(before);
            e.consume();
        } else if (e.getCode().isLetterKey()) {
            now.lettered(e.getCode().getName()).ifPresent(slot -> {
                select(e.isShiftDown() && before != null ? now.around(before, slot.region()) : slot.region());
                if (!e.isShiftDown()) {
                    chosen.accept(slot.region());
                }
                e.consume();
            });
        }
    }
}
