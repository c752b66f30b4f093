package org.yiping.domain.wall;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.yiping.domain.wall.WallScene.Grid;
import org.yiping.domain.wall.WallScene.Layout;
import org.yiping.domain.wall.WallScene.Span;
import org.yiping.domain.wall.WallScene.Tile;

/// Changes the tiles of a layout as a hand does. Stateless; any thread.
///
/// What comes out can always stand on a wall: a change that would lay tiles over each other or beyond the grid is none,
/// and answered by nothing. Tiles are counted from 0 and keep their places in the list.
public final class Tiling {
    private Tiling() {}

    /// To another place and size. Where exactly one other tile stands there, of the same size, the two change places.
    public static Optional<Layout> placed(Layout layout, int index, Span at) {
        Tile tile = layout.tiles().get(index);
        List<Tile> tiles = new ArrayList<>(layout.tiles());
        for (int i = 0; i < tiles.size(); i++) {
            if (i != index && tiles.get(i).at().equals(at) && same(at, tile.at())) {
                tiles.set(i, at(tiles.get(i), tile.at()));
            }
        }
        tiles.set(index, at(tile, at));
        return fit(layout, layout.grid(), tiles);
    }

    /// So many cells further; nothing where it would leave the grid or lie over another tile.
    public static Optional<Layout> moved(Layout layout, int index, int columns, int rows) {
        Span at = layout.tiles().get(index).at();
        return placed(layout, index, new Span(at.column() + columns, at.row() + rows, at.columns(), at.rows()));
    }

    /// So many cells wider and higher at its right and lower edge.
    public static Optional<Layout> resized(Layout layout, int index, int columns, int rows) {
        Span at = layout.tiles().get(index).at();
        return placed(layout, index, new Span(at.column(), at.row(), at.columns() + columns, at.rows() + rows));
    }

    /// Into two halves side by side, or one above the other; the second half shows the same. A tile of one cell has
    /// the grid made twice as fine first, so that nothing else moves.
    public static Optional<Layout> split(Layout layout, int index, boolean sideBySide) {
        Span whole = layout.tiles().get(index).at();
        if ((sideBySide ? whole.columns() : whole.rows()) == 1) {
            return finer(layout, sideBySide).flatMap(l -> split(l, index, sideBySide));
        }
        Tile tile = layout.tiles().get(index);
        int half = (sideBySide ? whole.columns() : whole.rows()) / 2;
        Span first = sideBySide
                ? new Span(whole.column(), whole.row(), half, whole.rows())
                : new Span(whole.column(), whole.row(), whole.columns(), half);
        Span second = sideBySide
                ? new Span(whole.column() + half, whole.row(), whole.columns() - half, whole.rows())
                : new Span(whole.column(), whole.row() + half, whole.columns(), whole.rows() - half);
        List<Tile> tiles = new ArrayList<>(layout.tiles());
        tiles.set(index, at(tile, first));
        tiles.add(index + 1, at(otherThanMap(tile), second));
        return fit(layout, layout.grid(), tiles);
    }

    /// With the tile beyond its edge in that direction, where both share that edge whole; the first one's panel stays.
    public static Optional<Layout> merged(Layout layout, int index, int columns, int rows) {
        Span at = layout.tiles().get(index).at();
        for (int i = 0; i < layout.tiles().size(); i++) {
            Span other = layout.tiles().get(i).at();
            boolean beyond = columns > 0
                    ? other.column() == at.column() + at.columns()
                    : columns < 0
                            ? other.column() + other.columns() == at.column()
                            : rows > 0 ? other.row() == at.row() + at.rows() : other.row() + other.rows() == at.row();
            boolean edge = columns != 0
                    ? other.row() == at.row() && other.rows() == at.rows()
                    : other.column() == at.column() && other.columns() == at.columns();
            if (i != index && beyond && edge) {
                List<Tile> tiles = new ArrayList<>(layout.tiles());
                tiles.set(index, at(tiles.get(index), around(at, other)));
                tiles.remove(i);
                return fit(layout, layout.grid(), tiles);
            }
        }
        return Optional.empty();
    }

    /// A tile more, on the first free cell and as far as there is room.
    public static Optional<Layout> added(Layout layout, WallScene.Shown shown, int priority) {
        return free(layout).flatMap(at -> {
            List<Tile> tiles = new ArrayList<>(layout.tiles());
            tiles.add(new Tile(at, List.of(shown), Duration.ZERO, priority));
            return fit(layout, layout.grid(), tiles);
        });
    }

    /// A layout has at least one tile.
    public static Optional<Layout> without(Layout layout, int index) {
        List<Tile> tiles = new ArrayList<>(layout.tiles());
        tiles.remove(index);
        return fit(layout, layout.grid(), tiles);
    }

    /// Another content in the same place.
    public static Optional<Layout> with(Layout layout, int index, UnaryOperator<Tile> change) {
        List<Tile> tiles = new ArrayList<>(layout.tiles());
        tiles.set(index, change.apply(tiles.get(index)));
        return fit(layout, layout.grid(), tiles);
    }

    /// Over a grid of another size; nothing where a tile would be beyond it.
    public static Optional<Layout> over(Layout layout, Grid grid) {
        return fit(layout, grid, layout.tiles());
    }

    /// Twice as many columns, or rows, and everything where it was.
    private static Optional<Layout> finer(Layout layout, boolean columns) {
        Grid grid = columns
                ? new Grid(layout.grid().columns() * 2, layout.grid().rows())
                : new Grid(layout.grid().columns(), layout.grid().rows() * 2);
        if (grid.columns() > WallScene.MOST_CELLS || grid.rows() > WallScene.MOST_CELLS) {
            return Optional.empty();
        }
        List<Tile> tiles = layout.tiles().stream()
                .map(t -> at(
                        t,
                        columns
                                ? new Span(t.at().column() * 2 - 1, t.at().row(), t.at().columns() * 2, t.at().rows())
                                : new Span(t.at().column(), t.at().row() * 2 - 1, t.at().columns(), t.at().rows() * 2)))
                .toList();
        return fit(layout, grid, tiles);
    }

    private static Optional<Span> free(Layout layout) {
        for (int row = 1; row <= layout.grid().rows(); row++) {
            for (int column = 1; column <= layout.grid().columns(); column++) {
                Span at = new Span(column, row, 1, 1);
                if (isFree(layout, at)) {
                    return Optional.of(grown(layout, at));
                }
            }
        }
        return Optional.empty();
    }

    private static Span grown(Layout layout, Span cell) {
        Span at = cell;
        Span wider = new Span(at.column(), at.row(), at.columns() + 1, at.rows());
        while (isFree(layout, wider)) {
            at = wider;
            wider = new Span(at.column(), at.row(), at.columns() + 1, at.rows());
        }
        Span higher = new Span(at.column(), at.row(), at.columns(), at.rows() + 1);
        while (isFree(layout, higher)) {
            at = higher;
            higher = new Span(at.column(), at.row(), at.columns(), at.rows() + 1);
        }
        return at;
    }

    private static boolean isFree(Layout layout, Span at) {
        return at.column() - 1 + at.columns() <= layout.grid().columns()
                && at.row() - 1 + at.rows() <= layout.grid().rows()
                && layout.tiles().stream().noneMatch(t -> t.at().meets(at));
    }

    private static Span around(Span a, Span b) {
        int column = Math.min(a.column(), b.column());
        int row = Math.min(a.row(), b.row());
        return new Span(
                column,
                row,
                Math.max(a.column() + a.columns(), b.column() + b.columns()) - column,
                Math.max(a.row() + a.rows(), b.row() + b.rows()) - row);
    }

    private static boolean same(Span a, Span b) {
        return a.columns() == b.columns() && a.rows() == b.rows();
    }

    private static Tile at(Tile tile, Span at) {
        return new Tile(at, tile.panels(), tile.dwell(), tile.priority());
    }

    /// A scene has one map: the half of a map's tile shows cameras.
    private static Tile otherThanMap(Tile tile) {
        return tile.panels().stream().anyMatch(p -> p.panel() == PanelKind.MAP)
                ? new Tile(
                        tile.at(),
                        List.of(new WallScene.Shown(PanelKind.CAMERAS, Map.of())),
                        Duration.ZERO,
                        tile.priority())
                : tile;
    }

    private static Optional<Layout> fit(Layout layout, Grid grid, List<Tile> tiles) {
        Layout next = new Layout(layout.monitors(), grid, tiles);
        if (tiles.isEmpty()) {
            return Optional.empty();
        }
        for (int i = 0; i < tiles.size(); i++) {
            if (WallScene.fault(next, i).isPresent()) {
                return Optional.empty();
            }
        }
        return Optional.of(next);
    }
}
