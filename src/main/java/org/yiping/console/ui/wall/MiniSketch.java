package org.yiping.console.ui.wall;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;
import org.yiping.console.ui.Nodes;
import org.yiping.console.ui.wall.MiniFrame.Where;
import org.yiping.domain.wall.Box;
import org.yiping.domain.wall.PanelKind;
import org.yiping.domain.wall.Placement;
import org.yiping.domain.wall.Region;
import org.yiping.domain.wall.WallScene.Shown;
import org.yiping.domain.wall.WallScene.Span;
import org.yiping.domain.wall.WallTeam.Standing;

/// The wall in small, piece by piece from the lowest to the uppermost. For one picture of it; FX thread.
///
/// Where the wall's computers say what stands where, that is drawn: a panel that took another one's place stands there,
/// and a lost monitor is hatched. Where they do not, it is the scene and what was sent to it. It draws no picture it
/// does not have: without one a place is its sign and name. One that is late is dim and says how old it is. What stands
/// over several monitors is named once.
final class MiniSketch {
    /// What was sent so shortly before the wall told of itself may not have been in that yet.
    private static final Duration ON_ITS_WAY = Duration.ofSeconds(3);

    private final MiniTiles tiles;
    private final MiniFace face;
    private final List<Piece> pieces = new ArrayList<>();

    /// A node over a share of the wall, or in a corner of it.
    record Piece(Node node, Box at, Where where) {}

    MiniSketch(MiniTiles tiles, MiniFace face) {
        this.tiles = tiles;
        this.face = face;
    }

    List<Piece> pieces() {
        monitors();
        face.pictures().forEach(p -> add(tiles.picture(p), p.at().share(), Where.FILLS));
        List<Standing> standing = face.stands().panels();
        if (standing == null) {
            scene();
            face.sent().forEach(this::ordered);
        } else {
            stands(standing);
        }
        face.stands().lost().forEach(l -> add(tiles.lost(l, face.now()), l.at(), Where.FILLS));
        if (standing != null) {
            face.sent().stream().filter(p -> !shown(p, standing)).forEach(this::unseen);
        }
        face.underWay().forEach(order -> {
            Region at = order.region();
            Shown panel = order.panel();
            if (at != null && panel != null) {
                add(tiles.pending(panel), at.share(), Where.FILLS);
            }
        });
        face.pictures().stream()
                .filter(LivePictures.Live::late)
                .filter(p -> face.lost(p.at().share()).isEmpty())
                .forEach(p -> add(tiles.age(p), p.at().share(), Where.BOTTOM_LEFT));
        face.plan().slots().stream()
                .filter(s -> !s.letter().isEmpty())
                .forEach(s ->
                        add(Nodes.keep(s.letter(), "mini-letter"), s.region().share(), Where.TOP_RIGHT));
        return pieces;
    }

    private void monitors() {
        for (int x = 1; x <= face.shape().columns(); x++) {
            for (int y = 1; y <= face.shape().rows(); y++) {
                Pane monitor = new Pane();
                monitor.getStyleClass().add("mini-monitor");
                add(monitor, new Region(face.shape(), new Span(x, y, 1, 1)).share(), Where.FILLS);
            }
        }
    }

    /// As the wall itself says: the map first, since all else lies over it.
    private void stands(List<Standing> standing) {
        List<Standing> map = standing.stream().filter(MiniSketch::isMap).toList();
        map.forEach(s -> add(map.size() > 1 ? MiniTiles.cell() : MiniTiles.ground(), s.box(), Where.FILLS));
        List<Standing> free = map.stream()
                .filter(s -> standing.stream().noneMatch(o -> !isMap(o) && MiniFace.overlap(corner(s.box()), o.box())))
                .toList();
        named(free, Standing::panel, Standing::box);
        whole(standing).forEach(s -> {
            Optional<Placement> sent = sent(s, standing);
            if (sent.isPresent()) {
                add(
                        MiniTiles.over(tiles.sent(sent.get(), s.panel(), face.now()), face.pictured(s.box())),
                        s.box(),
                        Where.FILLS);
            } else {
                add(MiniTiles.ground(), s.box(), Where.FILLS);
                add(MiniTiles.over(tiles.named(s.panel()), face.pictured(s.box())), s.box(), Where.FILLS);
            }
        });
    }

    /// All but the scene's map; a map beside it is one, on however many monitors it lies.
    private static List<Standing> whole(List<Standing> standing) {
        List<Standing> all = new ArrayList<>();
        for (Standing s : standing) {
            boolean view = s.panel().panel() == PanelKind.MAP;
            if (!view) {
                all.add(s);
            } else if (!isMap(s) && all.stream().noneMatch(o -> o.panel().equals(s.panel()))) {
                List<Box> parts = standing.stream()
                        .filter(o -> o.panel().equals(s.panel()))
                        .map(Standing::box)
                        .toList();
                all.add(new Standing(s.panel(), Box.around(parts)));
            }
        }
        return all;
    }

    /// The scene's own, whose cases have numbers.
    private static boolean isMap(Standing s) {
        return s.panel().panel() == PanelKind.MAP && s.panel().options().containsKey("cases");
    }

    /// Where its name would be.
    private static Box corner(Box of) {
        return new Box(of.x(), of.y(), of.width() / 4, of.height() / 4);
    }

    /// Whose this is, where it was sent: of several alike, the one that was ordered here.
    private Optional<Placement> sent(Standing s, List<Standing> all) {
        List<Placement> alike = face.sent().stream()
                .filter(p -> s.panel().equals(p.order().panel()))
                .toList();
        return alike.stream()
                .filter(p -> ordered(p, s.box()))
                .findFirst()
                .or(() -> alike.stream()
                        .filter(p -> all.stream().noneMatch(o -> o.panel().equals(s.panel()) && ordered(p, o.box())))
                        .findFirst());
    }

    private static boolean ordered(Placement p, Box at) {
        Region region = p.order().region();
        return region != null && MiniFace.overlap(region.share(), at);
    }

    /// Whether it stands anywhere; a scene does where it is the one that stands.
    private static boolean shown(Placement p, List<Standing> standing) {
        Shown panel = p.order().panel();
        return panel == null || standing.stream().anyMatch(s -> s.panel().equals(panel));
    }

    /// What the wall does not have: sent a moment ago, or without a place since its monitor is lost.
    private void unseen(Placement p) {
        Region at = p.order().region();
        Shown panel = p.order().panel();
        if (at == null || panel == null) {
            return;
        }
        if (p.from().isAfter(face.stands().told().minus(ON_ITS_WAY))) {
            ordered(p);
        } else {
            add(tiles.unseen(panel), at.share(), Where.FILLS);
        }
    }

    /// Where it was sent to.
    private void ordered(Placement p) {
        Region at = p.order().region();
        Shown panel = p.order().panel();
        if (at != null && panel != null) {
            add(MiniTiles.over(tiles.sent(p, panel, face.now()), face.pictured(at.share())), at.share(), Where.FILLS);
        }
    }

    /// What the scene shows: each tile once, and named once, in its first place that nothing sent lies over;
    /// once more in the first one without a picture, where the others have theirs.
    private void scene() {
        List<WallPlan.Slot> slots = face.plan().slots();
        slots.stream().map(WallPlan.Slot::tile).distinct().forEach(tile -> {
            List<WallPlan.Slot> places =
                    slots.stream().filter(s -> s.tile().equals(tile)).toList();
            add(MiniTiles.ground(), tile.share(), Where.FILLS);
            if (places.size() > 1) {
                places.forEach(s -> add(MiniTiles.cell(), s.region().share(), Where.FILLS));
            }
            List<WallPlan.Slot> free = places.stream()
                    .filter(s -> s.shown() != null && !face.covers(s.region()))
                    .toList();
            named(free, WallPlan.Slot::shown, s -> s.region().share());
        });
    }

    private <T> void named(List<T> places, Function<T, @Nullable Shown> shown, Function<T, Box> at) {
        Stream<T> bare = places.stream().filter(s -> !face.pictured(at.apply(s)));
        Stream.concat(places.stream().limit(1), bare.limit(1))
                .distinct()
                .forEach(s -> add(
                        MiniTiles.over(tiles.named(shown.apply(s)), face.pictured(at.apply(s))),
                        at.apply(s),
                        Where.FILLS));
    }

    private void add(Node node, Box at, Where where) {
        pieces.add(new Piece(node, at, where));
    }
}
