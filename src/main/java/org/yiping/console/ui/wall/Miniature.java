package org.yiping.console.ui.wall;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;
import org.yiping.console.ui.ToWall;
import org.yiping.console.ui.wall.MiniFrame.Where;
import org.yiping.domain.wall.Region;
import org.yiping.domain.wall.WallScene.Grid;
import org.yiping.domain.wall.WallScene.Shown;

/// The wall in small (大屏缩略): its windows as they are, what stands on each place by sign and name, whose it is and
/// until when, and a letter to send to it by. Takes what is dragged onto it, in any window. FX thread.
///
/// It draws what stands where by the wall's own word (`MiniSketch`).
final class Miniature extends Pane {
    private static final PseudoClass TARGET = PseudoClass.getPseudoClass("target");

    private final MiniTiles tiles;
    private final BiConsumer<Shown, Region> dropped;
    private final Consumer<Region> chosen;
    private List<MiniSketch.Piece> placed = List.of();
    private final Pane mark = new Pane();
    private Grid monitors = new Grid(3, 2);
    private @Nullable WallPlan plan;
    private @Nullable Region selected;
    private @Nullable Region from;
    private @Nullable WallOffer offered;

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

    void show(MiniFace face) {
        plan = face.plan();
        monitors = face.shape();
        placed = new MiniSketch(tiles, face).pieces();
        List<Node> nodes =
                new ArrayList<>(placed.stream().map(MiniSketch.Piece::node).toList());
        nodes.add(mark);
        nodes.forEach(n -> n.setMouseTransparent(true));
        getChildren().setAll(nodes);
        select(selected);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    /// As high as the wall is at that width.
    @Override
    protected double computePrefHeight(double width) {
        return MiniFrame.height(width, monitors);
    }

    private MiniFrame frame() {
        return MiniFrame.of(getWidth(), getHeight(), monitors);
    }

    @Override
    protected void layoutChildren() {
        MiniFrame frame = frame();
        placed.forEach(p -> frame.place(p.node(), p.at(), p.where()));
        if (selected != null) {
            frame.place(mark, selected.share(), Where.FILLS);
        }
    }

    /// Where the pointer is.
    private Optional<WallPlan.Slot> slot(double x, double y) {
        WallPlan now = plan;
        MiniFrame frame = frame();
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
