package org.yiping.domain.wall;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A scene laid over the monitors there are. Immutable; any thread.
///
/// `strip` is what the wall keeps for itself on its lower right monitor, whatever the scene: what is true of the
/// link and of the oldest thing shown is no scene's choice. Where monitors are lost, a tile that lost most of its place
/// takes the place of the one with the lowest priority below its own; what is lost is only shown there, so everything
/// returns with the monitor.
public record Arrangement(List<Placed> tiles, @Nullable Piece strip) {
    /// Of the last monitor's height.
    private static final double STRIP = 0.085;
    /// A tile of which less is left has lost its place.
    private static final double LEFT = 0.5;

    /// What stands on one window; windows are counted from 0 as the topology has them.
    public record Piece(int window, Box box) {}

    /// A tile in its place: `whole` as it lies on the wall with lost monitors, `pieces` what can be seen of it;
    /// `sent` says that it lies over the scene, because a desk or an alarm has put it there.
    public record Placed(WallScene.Tile tile, Box whole, List<Piece> pieces, boolean sent) {
        public Placed {
            pieces = List.copyOf(pieces);
        }

        /// What is left of it under something else.
        Optional<Placed> without(Box over) {
            List<Piece> left = pieces.stream()
                    .flatMap(p -> p.box().without(over).stream()
                            .max(Comparator.comparingDouble(Box::area))
                            .map(box -> new Piece(p.window(), box))
                            .stream())
                    .toList();
            boolean enough = tile.crosses() || area(left) >= LEFT * area(pieces);
            return left.isEmpty() || !enough ? Optional.empty() : Optional.of(new Placed(tile, whole, left, sent));
        }

        private static double area(List<Piece> some) {
            return some.stream().mapToDouble(p -> p.box().area()).sum();
        }
    }

    public Arrangement {
        tiles = List.copyOf(tiles);
    }

    /// With what desks and alarms have put over the scene, a later placement over an earlier one. What lies
    /// beneath keeps the largest part of each monitor that is left to it; of what is read, a tile that lost
    /// most of its place is not shown until it gets that back.
    public static Arrangement of(WallScene scene, WallTopology wall, List<Placement> sent) {
        Arrangement beneath = of(scene, wall);
        List<Placed> tiles = beneath.tiles;
        for (Placement placement : sent) {
            Region region = placement.order().region();
            WallScene.Shown panel = placement.order().panel();
            if (region != null && panel != null && beneath.strip != null) {
                Box whole = wall.lattice().at(region.grid(), region.at());
                WallScene.Tile tile = new WallScene.Tile(region.at(), List.of(panel), Duration.ZERO, 0);
                tiles = Stream.concat(
                                tiles.stream().flatMap(t -> t.without(whole).stream()),
                                Stream.of(place(tile, whole, wall, beneath.strip, true)))
                        .toList();
            }
        }
        return new Arrangement(tiles, beneath.strip);
    }

    public static Arrangement of(WallScene scene, WallTopology wall) {
        Lattice lattice = wall.lattice();
        return of(
                scene.layout(new WallScene.Grid(
                        Math.max(1, lattice.columns().size()),
                        Math.max(1, lattice.rows().size()))),
                wall);
    }

    /// This layout, whatever wall it was made for.
    public static Arrangement of(WallScene.Layout layout, WallTopology wall) {
        Lattice lattice = wall.lattice();
        if (wall.present().isEmpty()) {
            return new Arrangement(List.of(), null);
        }
        Piece strip = strip(wall.windows());
        List<Placed> standing = new ArrayList<>();
        List<Placed> lost = new ArrayList<>();
        for (WallScene.Tile tile : layout.tiles()) {
            Placed placed = place(tile, lattice.at(layout.grid(), tile.at()), wall, strip, false);
            double seen = wall.windows().stream()
                    .mapToDouble(w -> w.meet(placed.whole).map(Box::area).orElse(0.0))
                    .sum();
            double all = wall.known().stream()
                    .mapToDouble(w -> w.meet(placed.whole).map(Box::area).orElse(0.0))
                    .sum();
            (!placed.pieces.isEmpty() && seen >= LEFT * all ? standing : lost).add(placed);
        }
        return new Arrangement(housed(standing, lost), strip);
    }

    /// Every lost tile, the most important first, takes the place of the least important one below it.
    private static List<Placed> housed(List<Placed> standing, List<Placed> lost) {
        List<Placed> all = new ArrayList<>(standing);
        List<Placed> hosts = new ArrayList<>(standing);
        hosts.sort(Comparator.comparingInt((Placed p) -> p.tile.priority())
                .thenComparing(Comparator.comparingInt((Placed p) -> standing.indexOf(p))
                        .reversed()));
        lost.stream()
                .sorted(Comparator.comparingInt((Placed p) -> p.tile.priority()).reversed())
                .forEach(homeless -> {
                    if (!hosts.isEmpty() && hosts.getFirst().tile.priority() < homeless.tile.priority()) {
                        Placed host = hosts.removeFirst();
                        all.set(all.indexOf(host), new Placed(homeless.tile, host.whole, host.pieces, false));
                    }
                });
        return all;
    }

    private static Placed place(WallScene.Tile tile, Box whole, WallTopology wall, Piece strip, boolean sent) {
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i < wall.windows().size(); i++) {
            int window = i;
            Box room = i == strip.window
                    ? above(wall.windows().get(i), strip.box)
                    : wall.windows().get(i);
            room.meet(whole).ifPresent(box -> pieces.add(new Piece(window, box)));
        }
        if (tile.crosses() || pieces.size() < 2) {
            return new Placed(tile, whole, pieces, sent);
        }
        Piece largest = pieces.stream()
                .max(Comparator.comparingDouble((Piece p) -> p.box.area())
                        .thenComparing(Comparator.comparingInt(Piece::window).reversed()))
                .orElseThrow();
        return new Placed(tile, whole, List.of(largest), sent);
    }

    private static Box above(Box window, Box strip) {
        return new Box(window.x(), window.y(), window.width(), window.height() - strip.height());
    }

    private static Piece strip(List<Box> windows) {
        int last = 0;
        for (int i = 1; i < windows.size(); i++) {
            Box box = windows.get(i);
            Box best = windows.get(last);
            if (box.bottom() > best.bottom() || (box.bottom() == best.bottom() && box.right() > best.right())) {
                last = i;
            }
        }
        Box box = windows.get(last);
        double height = Math.rint(box.height() * STRIP);
        return new Piece(last, new Box(box.x(), box.bottom() - height, box.width(), height));
    }
}
