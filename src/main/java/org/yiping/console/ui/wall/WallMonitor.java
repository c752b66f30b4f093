package org.yiping.console.ui.wall;

// long because every panel a wall has is made here, a line each

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.css.PseudoClass;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Messages;
import org.yiping.console.ui.Boards;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Pictures;
import org.yiping.console.ui.StatusWords;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.wall.Box;
import org.yiping.domain.wall.NodeWord;
import org.yiping.domain.wall.PanelKind;
import org.yiping.domain.wall.WallRules;
import org.yiping.domain.wall.WallScene.Shown;

/// What one monitor of the wall shows: its piece of the map and its parts over and beside it. FX thread.
///
/// Where only some of it changes, the rest goes on as it is under the next look: a map that follows its desk
/// must not have the cameras beside it opened anew at each step.
final class WallMonitor {
    /// Its map lies under all of it.
    private static final PseudoClass MAPPED = PseudoClass.getPseudoClass("mapped");

    private final Look look;
    private final Scene.Bezels bezels;
    private final Pane root = new Pane();
    private final Map<Scene.Part, WallTile> tiles = new LinkedHashMap<>();
    private final @Nullable WallTile hero;
    /// What begins to be seen with this look.
    private final List<WallTile> fresh = new ArrayList<>();

    /// What parts are made with.
    record Kit(PanelPool pool, Desk desk, Hall hall, Boards boards, WallRules.Room room) {
        /// For one tile, which answers for the panels it takes.
        Kit forTile() {
            return new Kit(pool.forTile(), desk, hall, boards, room);
        }
    }

    /// All that decides what stands on a monitor: two that are equal look alike, so one goes on for the other.
    record Look(
            int number,
            Box box,
            List<Scene.Part> parts,
            @Nullable Box ground,
            Scene.Spread spread,
            WallRules.Room room) {
        static Look of(int index, Box box, Scene scene, WallRules.Room room) {
            Box ground = scene.groundOn(index).orElse(null);
            return new Look(
                    index + 1, box, scene.on(index), ground, ground == null ? Scene.Spread.NONE : scene.spread(), room);
        }

        /// What lies over the map.
        List<Box> covered() {
            return parts.stream()
                    .filter(p -> !(p.content() instanceof Scene.Told))
                    .map(Scene.Part::box)
                    .toList();
        }

        boolean isOn(Look other) {
            return number == other.number && box.equals(other.box) && room.equals(other.room);
        }

        boolean hasMapOf(Look other) {
            return Objects.equals(ground, other.ground)
                    && spread.equals(other.spread)
                    && covered().equals(other.covered());
        }
    }

    /// `before` is what stands there, after it has left.
    WallMonitor(Look look, Scene scene, Kit kit, @Nullable WallMonitor before) {
        this.look = look;
        bezels = scene.bezels();
        Messages messages = kit.hall().messages();
        Box box = look.box();
        root.getStyleClass().add("wall");
        root.pseudoClassStateChanged(MAPPED, look.ground() != null);
        root.setMouseTransparent(true);
        WallPart.sized(root, box.width(), box.height());
        Tiers tiers = Tiers.of(kit.room().lastSeatMetres(), kit.room().monitorMetres(), box.width());
        Box ground = look.ground();
        if (ground == null) {
            hero = null;
        } else {
            WallTile standing = before == null || !before.keepsMap(look, bezels) ? null : before.hero;
            Kit own = kit.forTile();
            hero = standing != null
                    ? standing
                    : fresh(new WallTile(
                            WallTile.Name.of(PanelKind.MAP, messages),
                            ground,
                            tiers,
                            messages,
                            own.pool(),
                            () -> new Hero(ground, scene, look.covered(), tiers, own)));
            put(hero.root(), ground);
        }
        look.parts().forEach(part -> {
            WallTile standing = before == null || !before.keeps(part, look, bezels) ? null : before.tiles.get(part);
            WallTile tile = standing != null ? standing : fresh(made(part, look.number(), bezels, tiers, kit));
            tiles.put(part, tile);
            put(tile.root(), part.box());
        });
    }

    private WallTile fresh(WallTile tile) {
        fresh.add(tile);
        return tile;
    }

    private boolean keeps(Scene.Part part, Look next, Scene.Bezels nextBezels) {
        return look.isOn(next) && bezels.equals(nextBezels) && next.parts().contains(part) && tiles.containsKey(part);
    }

    private boolean keepsMap(Look next, Scene.Bezels nextBezels) {
        return look.isOn(next) && bezels.equals(nextBezels) && look.hasMapOf(next);
    }

    Look look() {
        return look;
    }

    Pane root() {
        return root;
    }

    /// The cameras here, under their letters.
    List<NodeWord.Letter> lettered() {
        return tiles.values().stream()
                .flatMap(t ->
                        t.ask(part -> part instanceof CamerasPart cameras ? cameras.lettered() : List.of()).stream())
                .toList();
    }

    /// Its panels where they stand on the wall, in the wall's pixels: what a scene names, without what every wall keeps
    /// for itself.
    List<NodeWord.Stand> stands() {
        List<NodeWord.Stand> all = new ArrayList<>();
        Box ground = look.ground();
        if (ground != null) {
            Shown map = new Shown(
                    PanelKind.MAP,
                    Map.of("cases", Integer.toString(look.spread().numbered())));
            all.add(new NodeWord.Stand(ground, map, List.of()));
        }
        tiles.forEach((part, tile) -> {
            switch (part.content()) {
                case Scene.Tile(Shown shown, Scene.Share _) -> {
                    List<NodeWord.Letter> letters = tile.ask(
                            p -> p instanceof CamerasPart cameras ? cameras.lettered() : List.<NodeWord.Letter>of());
                    all.add(new NodeWord.Stand(
                            part.box(),
                            shown,
                            letters.stream()
                                    .filter(l -> !l.camera().equals(Pictures.NOBODY))
                                    .toList()));
                }
                case Scene.View(Shown shown, Box _) -> all.add(new NodeWord.Stand(part.box(), shown, List.of()));
                case Scene.Legend(), Scene.Told(), Scene.Urgent(int _), Scene.Status() -> {}
            }
        });
        return all;
    }

    /// The numbered cases the map's picture does not show, whichever piece of it is here.
    List<CaseId> outside() {
        return hero == null ? List.of() : hero.ask(part -> part instanceof Hero map ? map.outside() : List.of());
    }

    /// The ages of what its parts show.
    List<StatusWords.Aged> ages(Instant now) {
        return tiles.values().stream()
                .flatMap(t -> t.ask(part -> part.ages(now)).stream())
                .toList();
    }

    void show() {
        fresh.forEach(WallTile::show);
    }

    void hide() {
        leave(null, bezels);
    }

    /// Makes room for the next look; what stands there alike goes on.
    void leave(@Nullable Look next, Scene.Bezels nextBezels) {
        if (hero != null && (next == null || !keepsMap(next, nextBezels))) {
            hero.hide();
        }
        tiles.forEach((part, tile) -> {
            if (next == null || !keeps(part, next, nextBezels)) {
                tile.hide();
            }
        });
    }

    /// All but its piece of the map.
    void tick(WallFace face) {
        tiles.values().forEach(tile -> tile.tick(face));
    }

    /// Its piece of the map, after all monitors' cameras have been chosen.
    void map(WallFace face) {
        if (hero != null) {
            hero.tick(face);
        }
    }

    /// Before each frame of its window.
    void settle() {
        if (hero != null) {
            hero.settle();
        }
        tiles.values().forEach(WallTile::settle);
    }

    /// How bright words and pictures are.
    void light(WallRules.Light light) {
        tiles.forEach((part, tile) -> tile.root().setOpacity(isPicture(part) ? light.pictures() : light.text()));
        if (hero != null) {
            hero.root().setOpacity(light.pictures());
        }
    }

    private static boolean isPicture(Scene.Part part) {
        return part.content() instanceof Scene.View
                || (part.content() instanceof Scene.Tile t && t.shown().panel() == PanelKind.CAMERAS);
    }

    private static WallTile made(Scene.Part part, int number, Scene.Bezels bezels, Tiers tiers, Kit kit) {
        Messages messages = kit.hall().messages();
        Kit own = kit.forTile();
        return new WallTile(
                name(part.content(), messages),
                part.box(),
                tiers,
                messages,
                own.pool(),
                () -> part(part, number, bezels, tiers, own));
    }

    private static WallPart part(Scene.Part part, int monitor, Scene.Bezels bezels, Tiers tiers, Kit kit) {
        Messages messages = kit.hall().messages();
        return switch (part.content()) {
            case Scene.Legend() -> new LegendPart(part.box(), tiers, messages);
            case Scene.Told() -> new ToldPart(part.box(), tiers);
            case Scene.Urgent(int number) -> new UrgentPart(number, part.box(), tiers, messages);
            case Scene.Status() -> new StatusPart(part.box(), tiers, messages);
            case Scene.Tile tile -> panel(tile, part.box(), monitor, tiers, kit);
            case Scene.View view -> new MapPart(view, part.box(), bezels, tiers, kit);
        };
    }

    /// What a tile shows on the monitor of that number.
    static WallPart panel(Scene.Tile tile, Box box, int number, Tiers tiers, Kit kit) {
        Shown shown = tile.shown();
        Messages messages = kit.hall().messages();
        return switch (shown.panel()) {
            case MAP -> throw new IllegalStateException("a map is the ground and no part");
            case FIGURES -> new FiguresPart(box, tiers);
            case FIGURE ->
                shown.option("period", "").isEmpty()
                        ? new FigurePart(shown.option("of", ""), box, tiers)
                        : new BoardPart(shown, box, tiers, kit);
            case RANKING, MIX, WEEK_HEAT, DURATIONS, TREND, FORECAST -> new BoardPart(shown, box, tiers, kit);
            case PLACES -> new PlacesPart(shown, box, tiers, kit);
            case CAMERAS -> new CamerasPart(tile, box, tiers, kit);
            case URGENT -> new UrgentPart(shown.number("number", 1), box, tiers, messages);
            case CASE -> theCase(shown, box, tiers, messages);
            case ALARMS -> new AlarmsPart(box, tiers, messages);
            case CLOCK -> WordsPart.clock(box, tiers);
            case TITLE -> WordsPart.title(title(shown, messages), box, tiers);
            case PATTERN -> new PatternPart(number, box, tiers, messages);
        };
    }

    private static WallPart theCase(Shown shown, Box box, Tiers tiers, Messages messages) {
        List<WallPart> parts = switch (shown.option("part", "head")) {
            case "clock" -> List.of(new CasePart.Clock(box, tiers, messages));
            case "flow" -> List.of(new CasePart.Flow(box, tiers, messages));
            case "whole" -> NamedCasePart.whole(box, tiers, messages);
            default -> List.of(new CasePart(box, tiers, messages));
        };
        String id = shown.option("case", "");
        return parts.size() == 1 && id.isEmpty()
                ? parts.getFirst()
                : new NamedCasePart(id.isEmpty() ? null : new CaseId(id), parts);
    }

    private static String title(Shown shown, Messages messages) {
        String chinese = shown.option("zh", "");
        return messages.locale().get().getLanguage().equals("en") ? shown.option("en", chinese) : chinese;
    }

    private static WallTile.Name name(Scene.Content content, Messages messages) {
        return switch (content) {
            case Scene.Tile tile -> WallTile.Name.of(tile.shown().panel(), messages);
            case Scene.View _ -> WallTile.Name.of(PanelKind.MAP, messages);
            case Scene.Urgent _ -> WallTile.Name.of(PanelKind.URGENT, messages);
            case Scene.Legend() -> new WallTile.Name("legend", messages.get("wall.tile.legend"));
            case Scene.Told() -> new WallTile.Name("told", messages.get("wall.tile.told"));
            case Scene.Status() -> new WallTile.Name("status", messages.get("wall.tile.status"));
        };
    }

    private void put(Region node, Box at) {
        node.setLayoutX(at.x() - look.box().x());
        node.setLayoutY(at.y() - look.box().y());
        root.getChildren().add(node);
    }
}
