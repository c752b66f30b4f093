package org.yiping.console.ui.wall;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.wall.Region;
import org.yiping.domain.wall.WallScene;
import org.yiping.domain.wall.WallScene.Grid;
import org.yiping.domain.wall.WallScene.Shown;
import org.yiping.domain.wall.WallScene.Span;

/// The wall as a desk sees it: a scene's grid, and the places something can be sent to, by letter (格).
/// Immutable; any thread.
///
/// A tile is one place; of a map, which may lie over half the wall, each cell is one.
record WallPlan(WallScene scene, Grid grid, List<Slot> slots) {
    private static final int LETTERS = 26;

    WallPlan {
        slots = List.copyOf(slots);
    }

    /// A place; `letter` is empty where the alphabet ends, `shown` is absent where the scene leaves it free. `tile` is
    /// where all of that stands: more than the place where a map lies over several.
    record Slot(
            String letter,
            Region region,
            Region tile,
            @Nullable Shown shown) {}

    /// As a wall of about so many monitors has it.
    static WallPlan of(WallScene scene, Grid monitors, Instant now) {
        WallScene.Layout layout = scene.layout(monitors);
        Grid grid = layout.grid();
        List<Slot> found = new ArrayList<>();
        boolean[][] taken = new boolean[grid.columns()][grid.rows()];
        for (WallScene.Tile tile : layout.tiles()) {
            Span at = tile.at();
            for (int x = 0; x < at.columns(); x++) {
                for (int y = 0; y < at.rows(); y++) {
                    taken[at.column() - 1 + x][at.row() - 1 + y] = true;
                    if (tile.crosses()) {
                        Span cell = new Span(at.column() + x, at.row() + y, 1, 1);
                        found.add(slot(grid, cell, at, tile.at(now)));
                    }
                }
            }
            if (!tile.crosses()) {
                found.add(slot(grid, at, at, tile.at(now)));
            }
        }
        for (int x = 0; x < grid.columns(); x++) {
            for (int y = 0; y < grid.rows(); y++) {
                if (!taken[x][y]) {
                    Span cell = new Span(x + 1, y + 1, 1, 1);
                    found.add(slot(grid, cell, cell, null));
                }
            }
        }
        found.sort(Comparator.comparingInt((Slot s) -> s.region().at().row())
                .thenComparingInt(s -> s.region().at().column()));
        List<Slot> lettered = new ArrayList<>();
        for (Slot slot : found) {
            String letter = lettered.size() < LETTERS ? String.valueOf((char) ('A' + lettered.size())) : "";
            lettered.add(new Slot(letter, slot.region(), slot.tile(), slot.shown()));
        }
        return new WallPlan(scene, grid, lettered);
    }

    private static Slot slot(Grid grid, Span at, Span tile, @Nullable Shown shown) {
        return new Slot("", new Region(grid, at), new Region(grid, tile), shown);
    }

    Optional<Slot> lettered(String letter) {
        return slots.stream()
                .filter(s -> !letter.isEmpty() && s.letter().equalsIgnoreCase(letter))
                .findFirst();
    }

    /// The slot at a share of the wall's width and height.
    Optional<Slot> at(double across, double down) {
        return slots.stream()
                .filter(s -> {
                    Span at = s.region().at();
                    double x = across * grid.columns() - (at.column() - 1);
                    double y = down * grid.rows() - (at.row() - 1);
                    return x >= 0 && y >= 0 && x < at.columns() && y < at.rows();
                })
                .findFirst();
    }

    /// The smallest region around both, whole slots only.
    Region around(Region one, Region other) {
        Region region = spanning(one, other);
        for (Slot slot : slots) {
            if (slot.region().meets(region) && !slot.region().within(region)) {
                return around(region, slot.region());
            }
        }
        return region;
    }

    private Region spanning(Region one, Region other) {
        int left = Math.min(one.at().column(), other.at().column());
        int top = Math.min(one.at().row(), other.at().row());
        int right = Math.max(
                end(one.at().column(), one.at().columns()),
                end(other.at().column(), other.at().columns()));
        int bottom = Math.max(
                end(one.at().row(), one.at().rows()),
                end(other.at().row(), other.at().rows()));
        return new Region(grid, new Span(left, top, right - left, bottom - top));
    }

    private static int end(int from, int many) {
        return from + many;
    }

    /// The letters of the slots in a region: how people in the room call it.
    String letters(Region region) {
        List<String> in = slots.stream()
                .filter(s -> s.region().meets(region) && !s.letter().isEmpty())
                .map(Slot::letter)
                .toList();
        return String.join("", in);
    }
}
