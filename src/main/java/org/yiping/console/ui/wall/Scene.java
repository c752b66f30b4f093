package org.yiping.console.ui.wall;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.yiping.domain.wall.Arrangement;
import org.yiping.domain.wall.Arrangement.Piece;
import org.yiping.domain.wall.Box;
import org.yiping.domain.wall.Lattice;
import org.yiping.domain.wall.Lettering;
import org.yiping.domain.wall.PanelKind;
import org.yiping.domain.wall.WallScene.Shown;

/// What stands where on the wall at one moment, down to the last part.
///
/// Composed in monitors, not in pixels: every part with text lies inside one monitor; only the map's ground crosses
/// bezels. On the map lie its legend, what visitors are told, and the cards of the most urgent cases along its lower
/// edge. Coordinates are the desktop's. `hero` is of no size where the scene has no map. Immutable; any thread.
record Scene(Box hero, List<Piece> ground, int numbered, List<Part> parts, Bezels bezels) {
    /// Cases that get a number: more nobody remembers.
    static final int NUMBERED = 4;

    static final Box NOWHERE = new Box(0, 0, 0, 0);
    private static final Shown NO_MAP = new Shown(PanelKind.MAP, Map.of());

    Scene {
        ground = List.copyOf(ground);
        parts = List.copyOf(parts);
    }

    /// What a part shows.
    sealed interface Content {}

    /// The counts by light and what the figures mean.
    record Legend() implements Content {}

    /// What visitors are told, while they are.
    record Told() implements Content {}

    /// One of the most urgent cases, numbered from 1.
    record Urgent(int number) implements Content {}

    /// Link, oldest data, 模拟城市.
    record Status() implements Content {}

    /// A panel of the scene.
    record Tile(Shown shown, Share share) implements Content {}

    /// A map beside the scene's own, as it lies on the wall.
    record View(Shown shown, Box whole) implements Content {}

    /// Which of a scene's camera pictures are a tile's: from `first` of `all` of its kind, lettered from `letter`, both
    /// counted from 0; `turn` of `turns` says when among others it goes on to the next ones.
    record Share(int first, int all, int letter, int turn, int turns) {
        static final Share NONE = new Share(0, 0, 0, 0, 1);
    }

    /// A part in its monitor.
    record Part(Content content, Box box, int monitor) {}

    /// The frames between pictures.
    record Bezels(Lattice lattice, double pixels) {
        static final Bezels NONE = new Bezels(Lattice.of(List.of()), 0);

        Box behind(Box box) {
            return pixels == 0 ? box : lattice.behind(box, pixels);
        }
    }

    /// All a piece of the map hangs on beyond its own place.
    record Spread(Box hero, Box clear, Box told, Box corner, int numbered, Bezels bezels) {
        static final Spread NONE = new Spread(NOWHERE, NOWHERE, NOWHERE, NOWHERE, 0, Bezels.NONE);
    }

    Spread spread() {
        return new Spread(hero, clear(), told().orElse(NOWHERE), corner(), numbered, bezels);
    }

    /// `shown` are the panels of the arrangement's tiles at this moment, in its order.
    static Scene of(Arrangement arrangement, List<Shown> shown, Bezels bezels) {
        List<Part> parts = new ArrayList<>();
        Box hero = NOWHERE;
        Shown map = NO_MAP;
        List<Piece> ground = List.of();
        Shares shares = new Shares(shown);
        for (int i = 0; i < arrangement.tiles().size(); i++) {
            Arrangement.Placed placed = arrangement.tiles().get(i);
            Shown panel = shown.get(i);
            if (panel.panel() == PanelKind.MAP
                    && (placed.sent() || panel.options().containsKey("view"))) {
                View view = new View(panel, placed.whole());
                placed.pieces().forEach(p -> parts.add(new Part(view, p.box(), p.window())));
            } else if (panel.panel() == PanelKind.MAP) {
                hero = placed.whole();
                map = panel;
                ground = placed.pieces();
            } else {
                Tile tile = new Tile(panel, shares.next(panel));
                placed.pieces().forEach(p -> parts.add(new Part(tile, p.box(), p.window())));
            }
        }
        int numbered = ground.isEmpty() ? 0 : map.number("cases", NUMBERED);
        if (!ground.isEmpty()) {
            overMap(parts, ground, map);
        }
        Piece strip = arrangement.strip();
        if (strip != null) {
            parts.add(new Part(new Status(), strip.box(), strip.window()));
        }
        return new Scene(hero, ground, numbered, parts, bezels);
    }

    /// The largest part of the hero that no card and no legend stands over.
    Box clear() {
        double bottom = hero.bottom();
        Box legend = new Box(hero.x(), hero.y(), 0, 0);
        for (Part part : parts) {
            switch (part.content) {
                case Urgent(int _) -> bottom = Math.min(bottom, part.box.y());
                case Legend() -> legend = part.box;
                case Told(), Tile(Shown _, Share _), View(Shown _, Box _), Status() -> {}
            }
        }
        Box beside = new Box(legend.right(), hero.y(), hero.right() - legend.right(), bottom - hero.y());
        Box under = new Box(hero.x(), legend.bottom(), hero.width(), bottom - legend.bottom());
        return beside.area() >= under.area() ? beside : under;
    }

    /// Where visitors are told something, while they are.
    Optional<Box> told() {
        return parts.stream()
                .filter(p -> p.content instanceof Told)
                .map(Part::box)
                .findFirst();
    }

    /// The piece of the map at its upper right, which says how old the map is.
    Box corner() {
        return ground.stream()
                .map(Piece::box)
                .min(Comparator.comparingDouble(Box::y)
                        .thenComparing(Comparator.comparingDouble(Box::right).reversed()))
                .orElse(NOWHERE);
    }

    /// The panel whose picture bears that letter, on whichever monitor.
    Optional<Shown> lettered(int letter) {
        return parts.stream()
                .flatMap(p -> p.content instanceof Tile t && t.shown.panel() == PanelKind.CAMERAS
                        ? Stream.of(t)
                        : Stream.empty())
                .filter(t -> letter >= t.share.letter()
                        && letter < t.share.letter() + Shares.side(t.shown) * Shares.side(t.shown))
                .map(Tile::shown)
                .findFirst();
    }

    List<Part> on(int monitor) {
        return parts.stream().filter(p -> p.monitor == monitor).toList();
    }

    Optional<Box> groundOn(int monitor) {
        return ground.stream()
                .filter(p -> p.window() == monitor)
                .map(Piece::box)
                .findFirst();
    }

    private static void overMap(List<Part> parts, List<Piece> ground, Shown map) {
        double lowest = ground.stream().mapToDouble(p -> p.box().y()).max().orElse(0);
        List<Piece> bottom = ground.stream().filter(p -> p.box().y() == lowest).toList();
        cases(parts, bottom, map.number("cases", NUMBERED));
        Piece first = ground.stream()
                .min(Comparator.comparingDouble((Piece p) -> p.box().y())
                        .thenComparingDouble(p -> p.box().x()))
                .orElseThrow();
        if (map.option("legend", "yes").equals("yes")) {
            parts.add(new Part(new Legend(), legend(first.box()), first.window()));
        }
        parts.add(new Part(new Told(), told(first.box()), first.window()));
    }

    private static Box legend(Box piece) {
        double margin = Math.rint(piece.height() * 0.035);
        // Above the cards also where those are narrow and therefore high.
        return new Box(
                piece.x() + margin,
                piece.y() + margin,
                Math.rint(piece.width() * 0.365),
                Math.rint(piece.height() * 0.6));
    }

    /// Beside the legend, as high as two lines need.
    private static Box told(Box piece) {
        Box legend = legend(piece);
        double margin = legend.x() - piece.x();
        double left = legend.right() + margin;
        return new Box(left, legend.y(), piece.right() - margin - left, Math.rint(piece.height() * 0.19));
    }

    /// The cards stand in a row along the hero's lower edge, shared evenly by its lower monitors.
    private static void cases(List<Part> parts, List<Piece> bottom, int count) {
        int number = 1;
        int each = Math.ceilDiv(count, bottom.size());
        for (int m = 0; m < bottom.size() && number <= count; m++) {
            Piece piece = bottom.get(m);
            int here = Math.min(each, count - number + 1);
            for (int k = 0; k < here; k++) {
                Box card = Lettering.cardBox(piece.box(), here, k);
                parts.add(new Part(new Urgent(number++), card, piece.window()));
            }
        }
    }
}
