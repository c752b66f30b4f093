package org.yiping.console.ui.wall.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Messages;
import org.yiping.console.ui.wall.WallSketch;
import org.yiping.domain.wall.Finding;
import org.yiping.domain.wall.Legibility;
import org.yiping.domain.wall.Tiling;
import org.yiping.domain.wall.WallRules;
import org.yiping.domain.wall.WallScene;
import org.yiping.domain.wall.WallTopology;

/// The wall of the open layout, with its tiles under mouse and keys: drag moves a tile, drag at its lower right corner
/// makes it larger; arrows move it, with Shift make it larger or smaller, with Ctrl join it to its neighbour; PgUp and
/// PgDn go from tile to tile. FX thread.
final class SceneCanvas {
    private final ScenesModel model;
    private final Messages messages;
    private final Runnable changed;
    private final WallSketch sketch = new WallSketch();
    private final StackPane root = new StackPane(sketch);
    private @Nullable Drag drag;
    private @Nullable WallScene theirs;

    /// A tile in the hand: where it was taken hold of, and where it would go.
    private record Drag(int tile, WallScene.Span from, boolean resizes, WallScene.@Nullable Span to) {}

    SceneCanvas(ScenesModel model, Messages messages, Runnable changed) {
        this.model = model;
        this.messages = messages;
        this.changed = changed;
        root.setId("scene/canvas");
        root.getStyleClass().add("scene-canvas");
        root.setFocusTraversable(true);
        root.setAccessibleRole(AccessibleRole.NODE);
        root.setAccessibleText(messages.get("scene.canvas"));
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        root.setOnMousePressed(this::press);
        root.setOnMouseDragged(this::drag);
        root.setOnMouseReleased(_ -> release());
    }

    Region root() {
        return root;
    }

    /// Shows what another desk saved instead, to be looked at only; absent: what is made here.
    void compare(@Nullable WallScene other) {
        theirs = other;
    }

    boolean comparing() {
        return theirs != null;
    }

    void refresh(List<Finding> findings) {
        WallRules.Room room = model.rules().room();
        WallScene.Layout layout = shown();
        WallTopology wall = Legibility.wall(layout.monitors(), room.known().each());
        List<WallSketch.Tile> tiles = new ArrayList<>();
        for (int i = 0; i < layout.tiles().size(); i++) {
            tiles.add(tile(layout.tiles().get(i), i, findings));
        }
        double bezel = Math.max(12, room.bezel(room.known().each().across()));
        sketch.show(new WallSketch.Picture(wall, bezel, layout.grid(), tiles, comparing() ? -1 : model.tileIndex()));
    }

    private WallScene.Layout shown() {
        WallScene other = theirs;
        return other == null
                ? model.layout()
                : other.layouts()
                        .get(Math.min(model.layoutIndex(), other.layouts().size() - 1));
    }

    private WallSketch.Tile tile(WallScene.Tile tile, int index, List<Finding> findings) {
        List<Finding> own = comparing()
                ? List.of()
                : findings.stream().filter(f -> f.tile() == index).toList();
        WallSketch.Mark mark = own.isEmpty()
                ? WallSketch.Mark.NONE
                : own.stream().anyMatch(Finding::grave) ? WallSketch.Mark.GRAVE : WallSketch.Mark.SLIGHT;
        String title = tile.panels().stream()
                .map(p -> messages.get("scene.panel." + p.panel().word()))
                .collect(Collectors.joining(" → "));
        String note = tile.panels().size() > 1
                ? messages.get("scene.turns-of", Fields.words(tile.dwell()), tile.priority())
                : messages.get("scene.priority-of", tile.priority());
        String sign = switch (mark) {
            case NONE -> "";
            case SLIGHT -> " !";
            case GRAVE -> " !!";
        };
        return new WallSketch.Tile(tile.at(), index + 1 + sign, title, note, mark);
    }

    private void press(MouseEvent e) {
        root.requestFocus();
        OptionalInt hit = comparing() ? OptionalInt.empty() : sketch.tileAt(e.getX(), e.getY());
        if (hit.isEmpty()) {
            return;
        }
        int tile = hit.getAsInt();
        model.chooseTile(tile);
        WallScene.Span from = sketch.cellAt(e.getX(), e.getY())
                .orElse(model.layout().tiles().get(tile).at());
        drag = new Drag(tile, from, sketch.inCorner(tile, e.getX(), e.getY()), null);
        changed.run();
    }

    private void drag(MouseEvent e) {
        Drag now = drag;
        if (now == null) {
            return;
        }
        sketch.cellAt(e.getX(), e.getY()).ifPresent(cell -> {
            WallScene.Span at = model.layout().tiles().get(now.tile).at();
            int columns = cell.column() - now.from.column();
            int rows = cell.row() - now.from.row();
            WallScene.Span to = now.resizes
                    ? new WallScene.Span(
                            at.column(), at.row(), Math.max(1, at.columns() + columns), Math.max(1, at.rows() + rows))
                    : new WallScene.Span(at.column() + columns, at.row() + rows, at.columns(), at.rows());
            drag = new Drag(now.tile, now.from, now.resizes, to.equals(at) ? null : to);
            boolean fits = Tiling.placed(model.layout(), now.tile, to).isPresent();
            sketch.ghost(to.equals(at) || !within(to) ? null : to, fits);
        });
    }

    private boolean within(WallScene.Span to) {
        WallScene.Grid grid = model.layout().grid();
        return to.column() >= 1
                && to.row() >= 1
                && to.column() - 1 + to.columns() <= grid.columns()
                && to.row() - 1 + to.rows() <= grid.rows();
    }

    private void release() {
        Drag done = drag;
        drag = null;
        sketch.ghost(null, true);
        if (done != null && done.to != null) {
            WallScene.Span to = done.to;
            model.change(l -> Tiling.placed(l, done.tile, to));
        }
        changed.run();
    }

    private void key(KeyEvent e) {
        if (comparing() || e.isAltDown()) {
            return;
        }
        int columns = e.getCode() == KeyCode.LEFT ? -1 : e.getCode() == KeyCode.RIGHT ? 1 : 0;
        int rows = e.getCode() == KeyCode.UP ? -1 : e.getCode() == KeyCode.DOWN ? 1 : 0;
        int page = e.getCode() == KeyCode.PAGE_UP ? -1 : e.getCode() == KeyCode.PAGE_DOWN ? 1 : 0;
        if (columns != 0 || rows != 0) {
            model.change(l -> step(l, e, columns, rows));
        } else if (page != 0) {
            model.chooseTile(Math.floorMod(
                    model.tileIndex() + page, model.layout().tiles().size()));
        } else {
            return;
        }
        e.consume();
        changed.run();
    }

    private Optional<WallScene.Layout> step(WallScene.Layout layout, KeyEvent e, int columns, int rows) {
        int tile = model.tileIndex();
        return e.isShortcutDown()
                ? Tiling.merged(layout, tile, columns, rows)
                : e.isShiftDown()
                        ? Tiling.resized(layout, tile, columns, rows)
                        : Tiling.moved(layout, tile, columns, rows);
    }
}
