package org.yiping.console.ui.wall;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Line;
import org.jspecify.annotations.Nullable;
import org.yiping.console.ui.Nodes;
import org.yiping.domain.wall.Box;
import org.yiping.domain.wall.Lattice;
import org.yiping.domain.wall.WallScene;
import org.yiping.domain.wall.WallTopology;

/// A wall drawn small: its monitors with the bezels between them, the grid of a scene, and the tiles on
/// it by number and name. As large as its place allows, true in shape. FX thread.
///
/// It knows nobody who points at it: who does asks which tile or cell lies where.
public final class WallSketch extends Pane {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final PseudoClass GRAVE = PseudoClass.getPseudoClass("grave");
    private static final PseudoClass SLIGHT = PseudoClass.getPseudoClass("slight");
    private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");
    private static final double EDGE = 6;

    private final Region ghost = new Region();
    private final List<Region> cards = new ArrayList<>();
    private Picture picture = new Picture(WallTopology.NONE, 0, new WallScene.Grid(1, 1), List.of(), -1);
    private @Nullable Box ghostAt;

    /// How a tile is marked.
    public enum Mark {
        NONE,
        SLIGHT,
        GRAVE
    }

    /// A tile in its cells: its number in a small head, what it shows, and what else is to be said of it.
    public record Tile(WallScene.Span at, String head, String title, String note, Mark mark) {}

    /// `bezel` in pixels of a monitor; `selected` counts tiles from 0, -1 for none.
    public record Picture(WallTopology wall, double bezel, WallScene.Grid grid, List<Tile> tiles, int selected) {
        public Picture {
            tiles = List.copyOf(tiles);
        }

        /// Where cells lie on the desktop.
        Box cells(WallScene.Span at) {
            return wall.lattice().at(grid, at);
        }
    }

    public WallSketch() {
        getStyleClass().add("sketch");
        ghost.getStyleClass().add("sketch-ghost");
        ghost.setMouseTransparent(true);
        ghost.setManaged(false);
        setMinSize(0, 0);
    }

    public void show(Picture next) {
        if (!next.equals(picture)) {
            picture = next;
            build();
            requestLayout();
        }
    }

    public Picture picture() {
        return picture;
    }

    /// Where a tile would go, and whether it fits there; absent: nowhere.
    public void ghost(WallScene.@Nullable Span at, boolean fits) {
        ghostAt = at == null ? null : picture.cells(at);
        ghost.setVisible(at != null);
        ghost.pseudoClassStateChanged(REFUSED, !fits);
        requestLayout();
    }

    /// The tile at a point of this node, counted from 0.
    public OptionalInt tileAt(double x, double y) {
        for (int i = 0; i < cards.size(); i++) {
            Region card = cards.get(i);
            if (card.getBoundsInParent().contains(x, y)) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    /// Whether a point lies in the lower right corner of the tile, by which it is made larger.
    public boolean inCorner(int tile, double x, double y) {
        Region card = cards.get(tile);
        double right = card.getLayoutX() + card.getWidth() - x;
        double down = card.getLayoutY() + card.getHeight() - y;
        double reach = 3 * EDGE;
        return right >= 0 && down >= 0 && right < reach && down < reach;
    }

    /// The cell at a point, counted from 1.
    public Optional<WallScene.Span> cellAt(double x, double y) {
        for (int row = 1; row <= picture.grid.rows(); row++) {
            for (int column = 1; column <= picture.grid.columns(); column++) {
                WallScene.Span cell = new WallScene.Span(column, row, 1, 1);
                Box at = placed(picture.cells(cell));
                if (x >= at.x() && x <= at.right() && y >= at.y() && y <= at.bottom()) {
                    return Optional.of(cell);
                }
            }
        }
        return Optional.empty();
    }

    private void build() {
        List<Node> all = new ArrayList<>();
        cards.clear();
        for (Box _ : picture.wall.windows()) {
            Region monitor = new Region();
            monitor.getStyleClass().add("sketch-monitor");
            all.add(monitor);
        }
        for (int i = 0; i < picture.grid.columns() + picture.grid.rows() - 2; i++) {
            Line line = new Line();
            line.getStyleClass().add("sketch-line");
            all.add(line);
        }
        for (int i = 0; i < picture.tiles.size(); i++) {
            Region card = card(picture.tiles.get(i));
            card.pseudoClassStateChanged(SELECTED, i == picture.selected);
            cards.add(card);
            all.add(card);
        }
        // above the tiles, so that a tile across several monitors shows where the bezels are
        for (Box _ : picture.wall.windows()) {
            Region edge = new Region();
            edge.getStyleClass().add("sketch-edge");
            all.add(edge);
        }
        all.forEach(n -> {
            n.setManaged(false);
            n.setMouseTransparent(true);
        });
        all.add(ghost);
        getChildren().setAll(all);
    }

    private static Region card(Tile tile) {
        Label head = Nodes.cut(tile.head, "sketch-head");
        Label title = Nodes.cut(tile.title, "sketch-title");
        Label note = Nodes.cut(tile.note, "sketch-note");
        VBox card = Nodes.column("sketch-tile", head, title, note);
        card.pseudoClassStateChanged(GRAVE, tile.mark == Mark.GRAVE);
        card.pseudoClassStateChanged(SLIGHT, tile.mark == Mark.SLIGHT);
        return card;
    }

    @Override
    protected void layoutChildren() {
        List<Node> all = getChildren();
        int next = 0;
        for (Box window : picture.wall.windows()) {
            put(all.get(next++), placed(window), 0);
        }
        for (int column = 2; column <= picture.grid.columns(); column++) {
            Box at = placed(picture.cells(new WallScene.Span(column, 1, 1, picture.grid.rows())));
            line(all.get(next++), at.x(), at.y(), at.x(), at.bottom());
        }
        for (int row = 2; row <= picture.grid.rows(); row++) {
            Box at = placed(picture.cells(new WallScene.Span(1, row, picture.grid.columns(), 1)));
            line(all.get(next++), at.x(), at.y(), at.right(), at.y());
        }
        for (int i = 0; i < cards.size(); i++) {
            put(all.get(next++), placed(picture.cells(picture.tiles.get(i).at)), 2);
        }
        for (Box window : picture.wall.windows()) {
            put(all.get(next++), placed(window), 0);
        }
        if (ghostAt != null) {
            put(ghost, placed(ghostAt), 0);
        }
    }

    private static void put(Node node, Box at, double inset) {
        node.resizeRelocate(
                Math.rint(at.x() + inset),
                Math.rint(at.y() + inset),
                Math.max(0, Math.rint(at.width() - 2 * inset)),
                Math.max(0, Math.rint(at.height() - 2 * inset)));
    }

    private static void line(Node node, double x, double y, double toX, double toY) {
        if (node instanceof Line line) {
            line.setStartX(Math.rint(x) + 0.5);
            line.setStartY(Math.rint(y) + 0.5);
            line.setEndX(Math.rint(toX) + 0.5);
            line.setEndY(Math.rint(toY) + 0.5);
        }
    }

    /// A place of the desktop as it lies here, with the bezels as part of it.
    private Box placed(Box at) {
        Lattice lattice = picture.wall.lattice();
        Box whole = lattice.behind(Box.around(picture.wall.known()), picture.bezel);
        Box box = lattice.behind(at, picture.bezel);
        double wide = Math.max(1, getWidth() - 2 * EDGE);
        double high = Math.max(1, getHeight() - 2 * EDGE);
        double scale = Math.min(wide / Math.max(1, whole.width()), high / Math.max(1, whole.height()));
        double left = EDGE + (wide - whole.width() * scale) / 2;
        double top = EDGE + (high - whole.height() * scale) / 2;
        return new Box(
                left + (box.x() - whole.x()) * scale,
                top + (box.y() - whole.y()) * scale,
                box.width() * scale,
                box.height() * scale);
    }
}
