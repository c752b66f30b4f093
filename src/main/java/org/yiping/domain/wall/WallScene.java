package org.yiping.domain.wall;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.yiping.domain.Versioned;
import org.yiping.domain.casework.CaseId;

/// A scene of the wall (场景): panels in the cells of a grid, laid out for one or several shapes of wall. The city's
/// data, by versions. Immutable; any thread.
///
/// A scene knows no pixels and no monitor: `Arrangement` lays it over those there are.
public record WallScene(SceneId id, String version, Title title, List<Layout> layouts) implements Versioned {
    /// A grid nobody could read on a wall.
    public static final int MOST_CELLS = 48;

    public WallScene {
        layouts = List.copyOf(layouts);
    }

    /// The same under another version.
    public WallScene version(String next) {
        return new WallScene(id, next, title, layouts);
    }

    public WallScene title(Title next) {
        return new WallScene(id, version, next, layouts);
    }

    public WallScene layouts(List<Layout> next) {
        return new WallScene(id, version, title, next);
    }

    /// Its name in both languages.
    public record Title(String zh, String en) {
        public String in(Locale language) {
            return language.getLanguage().equals("en") && !en.isBlank() ? en : zh;
        }
    }

    /// Columns and rows, of cells or of monitors.
    public record Grid(int columns, int rows) {}

    /// Cells, counted from 1.
    public record Span(int column, int row, int columns, int rows) {
        public boolean meets(Span o) {
            return column < o.column + o.columns
                    && o.column < column + columns
                    && row < o.row + o.rows
                    && o.row < row + rows;
        }
    }

    /// How a wall of about so many `monitors` shows it.
    public record Layout(Grid monitors, Grid grid, List<Tile> tiles) {
        public Layout {
            tiles = List.copyOf(tiles);
        }
    }

    /// A panel and what the scene says about it.
    public record Shown(PanelKind panel, Map<String, String> options) {
        public Shown {
            options = Map.copyOf(options);
        }

        public String option(String name, String otherwise) {
            return options.getOrDefault(name, otherwise);
        }

        /// The case it is about by name.
        public Optional<CaseId> about() {
            String id = panel == PanelKind.CASE ? option("case", "") : "";
            return id.isEmpty() ? Optional.empty() : Optional.of(new CaseId(id));
        }

        /// A number somebody wrote; what is none is the other one, because it was checked when the file was read.
        public int number(String name, int otherwise) {
            try {
                return Integer.parseInt(option(name, ""));
            } catch (NumberFormatException _) {
                return otherwise;
            }
        }
    }

    /// What stands in some cells: one panel, or several in turn, each for `dwell`. Where monitors are lost, what has
    /// the higher `priority` takes the place of what has a lower one.
    public record Tile(Span at, List<Shown> panels, Duration dwell, int priority) {
        public Tile {
            panels = List.copyOf(panels);
        }

        /// Which panel it shows at an instant: of the clock alone, so that all computers of a wall turn together and a
        /// clock that jumps leaves nothing behind.
        public Shown at(Instant now) {
            return panels.size() == 1 ? panels.getFirst() : panels.get(turn(now, dwell, panels.size()));
        }

        public boolean crosses() {
            return panels.stream().allMatch(p -> p.panel().crosses());
        }
    }

    /// Which of `count` is on by the clock where each stays for `dwell`.
    public static int turn(Instant now, Duration dwell, int count) {
        long step = Math.max(1, dwell.toSeconds());
        return (int) Math.floorMod(Math.floorDiv(now.getEpochSecond(), step), (long) count);
    }

    /// The layout made for the wall most like this one.
    public Layout layout(Grid monitors) {
        Layout best = layouts.getFirst();
        for (Layout each : layouts) {
            if (distance(each.monitors(), monitors) < distance(best.monitors(), monitors)) {
                best = each;
            }
        }
        return best;
    }

    private static double distance(Grid a, Grid b) {
        return Math.abs(Math.log((double) a.columns() / b.columns()))
                + Math.abs(Math.log((double) a.rows() / b.rows()));
    }

    /// What is wrong with one layout's tile, which stands at `index`; empty where nothing is.
    public static Optional<String> fault(Layout layout, int index) {
        Tile tile = layout.tiles().get(index);
        Span at = tile.at();
        Grid grid = layout.grid();
        if (at.column() < 1 || at.row() < 1 || at.columns() < 1 || at.rows() < 1) {
            return Optional.of("cells are counted from 1, and a tile has at least one");
        }
        if (at.column() - 1 + at.columns() > grid.columns() || at.row() - 1 + at.rows() > grid.rows()) {
            return Optional.of("the tile reaches beyond the grid of " + grid.columns() + " × " + grid.rows());
        }
        List<Integer> met = new ArrayList<>();
        boolean map = false;
        for (int i = 0; i < index; i++) {
            Tile other = layout.tiles().get(i);
            map |= shows(other, PanelKind.MAP);
            if (other.at().meets(at)) {
                met.add(i + 1);
            }
        }
        if (!met.isEmpty()) {
            return Optional.of("the tile lies over tile " + met.getFirst());
        }
        return map && shows(tile, PanelKind.MAP)
                ? Optional.of("a scene has one map: its cases are called by number")
                : Optional.empty();
    }

    private static boolean shows(Tile tile, PanelKind kind) {
        return tile.panels().stream().anyMatch(p -> p.panel() == kind);
    }
}
