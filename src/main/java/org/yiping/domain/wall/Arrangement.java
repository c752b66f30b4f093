package org.yiping.domain.wall;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A scene laid over the monitors there are. Immutable; any thread.
///
/// `strip` is what the wall keeps for itself on its lower right monitor, whatever the scene: what is true of the
/// link and of the oldest thing shown is no scene's choice. Only the test pattern has it away, because nobody could see
/// whether the pixels under it are lit. Where monitors are lost, a tile that lost most of its place takes the place of
/// the one with the lowest priority below its own; what was sent goes before every tile of the scene. What is lost is
/// only shown there, so everything returns with the monitor. `homeless` was sent and has no place left at all.
public record Arrangement(List<Placed> tiles, @Nullable Piece strip, List<Placement> homeless) {
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

        /// What nothing beneath it may show in: its place, wherever it was meant to be.
        private List<Box> covers() {
            return tile.crosses() ? pieces.stream().map(Piece::box).toList() : List.of(whole);
        }

        /// Whether a tile stands here that shows the test pattern, and nothing else in turn.
        private boolean tests(@Nullable Piece place) {
            return place != null
                    && tile.panels().stream().allMatch(s -> s.panel() == PanelKind.PATTERN)
                    && whole.meet(place.box).isPresent();
        }

        private static double area(List<Piece> some) {
            return some.stream().mapToDouble(p -> p.box().area()).sum();
        }
    }

    public Arrangement {
        tiles = List.copyOf(tiles);
        homeless = List.copyOf(homeless);
    }

    /// With what desks and alarms have put over the scene, a later placement over an earlier one. What lies
    /// beneath keeps the largest part of each monitor that is left to it; of what is read, a tile that lost
    /// most of its place is not shown until it gets that back.
    public static Arrangement of(WallScene scene, WallTopology wall, List<Placement> sent) {
        return of(layout(scene, wall), wall, sent);
    }

    public static Arrangement of(WallScene scene, WallTopology wall) {
        return of(scene, wall, List.of());
    }

    /// This layout, whatever wall it was made for.
    public static Arrangement of(WallScene.Layout layout, WallTopology wall) {
        return of(layout, wall, List.of());
    }

    private static WallScene.Layout layout(WallScene scene, WallTopology wall) {
        Lattice lattice = wall.lattice();
        return scene.layout(new WallScene.Grid(
                Math.max(1, lattice.columns().size()),
                Math.max(1, lattice.rows().size())));
    }

    private static Arrangement of(WallScene.Layout layout, WallTopology wall, List<Placement> sent) {
        Piece strip = wall.present().isEmpty() ? null : strip(wall.windows());
        Arrangement all = of(layout, wall, sent, strip);
        return all.tiles.stream().anyMatch(t -> t.tests(strip)) ? of(layout, wall, sent, null) : all;
    }

    private static Arrangement of(
            WallScene.Layout layout, WallTopology wall, List<Placement> sent, @Nullable Piece strip) {
        List<Placed> tiles = beneath(layout, wall, strip);
        SequencedMap<Placement, WallScene.Tile> lost = new LinkedHashMap<>();
        for (Placement placement : sent) {
            Region region = placement.order().region();
            WallScene.Shown panel = placement.order().panel();
            if (region == null || panel == null) {
                continue;
            }
            Box whole = wall.lattice().at(region.grid(), region.at());
            WallScene.Tile tile = new WallScene.Tile(region.at(), List.of(panel), Duration.ZERO, 0);
            Placed placed = place(tile, whole, wall, strip, true);
            if (stands(placed, wall)) {
                tiles = over(tiles, placed);
            } else {
                lost.put(placement, tile);
            }
        }
        List<Placement> homeless = new ArrayList<>();
        for (Map.Entry<Placement, WallScene.Tile> each : lost.reversed().entrySet()) {
            Placed moved = tiles.stream()
                    .filter(t -> !t.sent)
                    .min(Comparator.comparingInt((Placed t) -> t.tile.priority())
                            .thenComparing(
                                    Comparator.comparingInt(tiles::indexOf).reversed()))
                    .map(host -> moved(each.getValue(), host))
                    .orElse(null);
            if (moved == null) {
                homeless.addFirst(each.getKey());
            } else {
                tiles = over(tiles, moved);
            }
        }
        return new Arrangement(tiles, strip, homeless);
    }

    /// Beneath keeps what it can, also under what lies on several monitors.
    private static List<Placed> over(List<Placed> tiles, Placed top) {
        Stream<Placed> left = tiles.stream();
        for (Box box : top.covers()) {
            left = left.flatMap(t -> t.without(box).stream());
        }
        return Stream.concat(left, Stream.of(top)).toList();
    }

    /// In the place of a tile of the scene; what is read takes one monitor of it.
    private static Placed moved(WallScene.Tile tile, Placed host) {
        List<Piece> pieces = tile.crosses() ? host.pieces : List.of(largest(host.pieces));
        return new Placed(tile, tile.crosses() ? host.whole : pieces.getFirst().box, pieces, true);
    }

    private static List<Placed> beneath(WallScene.Layout layout, WallTopology wall, @Nullable Piece strip) {
        Lattice lattice = wall.lattice();
        List<Placed> standing = new ArrayList<>();
        List<Placed> lost = new ArrayList<>();
        for (WallScene.Tile tile : layout.tiles()) {
            Placed placed = place(tile, lattice.at(layout.grid(), tile.at()), wall, strip, false);
            (stands(placed, wall) ? standing : lost).add(placed);
        }
        return housed(standing, lost);
    }

    /// Whether enough of its place is there.
    private static boolean stands(Placed placed, WallTopology wall) {
        return !placed.pieces.isEmpty() && seen(placed, wall.windows()) >= LEFT * seen(placed, wall.known());
    }

    private static double seen(Placed placed, List<Box> monitors) {
        return monitors.stream()
                .mapToDouble(m -> m.meet(placed.whole).map(Box::area).orElse(0.0))
                .sum();
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

    private static Placed place(
            WallScene.Tile tile, Box whole, WallTopology wall, @Nullable Piece strip, boolean sent) {
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i < wall.windows().size(); i++) {
            int window = i;
            Box room = strip != null && i == strip.window
                    ? above(wall.windows().get(i), strip.box)
                    : wall.windows().get(i);
            room.meet(whole).ifPresent(box -> pieces.add(new Piece(window, box)));
        }
        if (tile.crosses() || pieces.size() < 2) {
            return new Placed(tile, whole, pieces, sent);
        }
        return new Placed(tile, whole, List.of(largest(pieces)), sent);
    }

    private static Piece largest(List<Piece> pieces) {
        return pieces.stream()
                .max(Comparator.comparingDouble((Piece p) -> p.box.area())
                        .thenComparing(Comparator.comparingInt(Piece::window).reversed()))
                .orElseThrow();
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
