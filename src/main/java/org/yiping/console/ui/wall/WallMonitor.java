package org.yiping.console.ui.wall;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiping.console.fx.Messages;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.wall.Box;
import org.yiping.domain.wall.PanelKind;
import org.yiping.domain.wall.WallRules;
import org.yiping.domain.wall.WallScene.Shown;

/// What one monitor of the wall shows: its piece of the map and its parts over and beside it. FX thread.
final class WallMonitor {
    private static final Logger LOG = LoggerFactory.getLogger(WallMonitor.class);

    private final Look look;
    private final Kit kit;
    private final Scene.Bezels bezels;
    private final Messages messages;
    private final Pane root = new Pane();
    private final List<WallTile> tiles = new ArrayList<>();
    private final List<WallTile> pictures = new ArrayList<>();
    private final @Nullable Hero hero;

    /// What parts are made with.
    record Kit(PanelPool pool, Desk desk, Hall hall, WallRules.Room room) {}

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
    }

    WallMonitor(Look look, Scene scene, Kit kit) {
        this.look = look;
        this.kit = kit;
        bezels = scene.bezels();
        messages = kit.hall().messages();
        Box box = look.box();
        root.getStyleClass().add("wall");
        root.setMouseTransparent(true);
        WallPart.sized(root, box.width(), box.height());
        Tiers tiers = Tiers.of(kit.room().lastSeatMetres(), kit.room().monitorMetres(), box.width());
        Box ground = look.ground();
        if (ground == null) {
            hero = null;
        } else {
            List<Box> covered = look.parts().stream()
                    .filter(p -> !(p.content() instanceof Scene.Told))
                    .map(Scene.Part::box)
                    .toList();
            Hero made = new Hero(ground, scene, covered, tiers, messages);
            guarded(() -> made.fill(kit.pool()));
            hero = made;
            put(hero.root(), ground);
        }
        look.parts().forEach(part -> add(part, tiers));
    }

    Look look() {
        return look;
    }

    Pane root() {
        return root;
    }

    /// The grids of cameras here.
    List<CamerasPart> cameras() {
        return tiles.stream()
                .flatMap(t -> Optional.ofNullable(t.part()).stream())
                .filter(CamerasPart.class::isInstance)
                .map(CamerasPart.class::cast)
                .toList();
    }

    /// The numbered cases the map's picture does not show, whichever piece of it is here.
    List<CaseId> outside() {
        return hero == null ? List.of() : hero.outside();
    }

    void show() {
        if (hero != null) {
            guarded(hero::show);
        }
        tiles.forEach(WallTile::show);
    }

    void hide() {
        if (hero != null) {
            guarded(() -> hero.hide(kit.pool()));
        }
        tiles.forEach(WallTile::hide);
    }

    void tick(WallFace face) {
        tiles.forEach(tile -> tile.tick(face));
        if (hero != null) {
            guarded(() -> hero.tick(face));
        }
    }

    /// How bright words and pictures are.
    void light(WallRules.Light light) {
        tiles.forEach(t -> t.root().setOpacity(pictures.contains(t) ? light.pictures() : light.text()));
        if (hero != null) {
            hero.root().setOpacity(light.pictures());
        }
    }

    /// A map that fails leaves the last picture of it; what lies over it says how old that is.
    private static void guarded(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.error("the wall's map has failed", e);
        }
    }

    private void add(Scene.Part part, Tiers tiers) {
        WallTile tile = new WallTile(name(part.content()), part.box(), tiers, messages, () -> made(part, tiers));
        tiles.add(tile);
        if (part.content() instanceof Scene.View
                || (part.content() instanceof Scene.Tile t && t.shown().panel() == PanelKind.CAMERAS)) {
            pictures.add(tile);
        }
        put(tile.root(), part.box());
    }

    private WallPart made(Scene.Part part, Tiers tiers) {
        return switch (part.content()) {
            case Scene.Legend() -> new LegendPart(part.box(), tiers, messages);
            case Scene.Told() -> new ToldPart(part.box(), tiers);
            case Scene.Urgent(int number) -> new UrgentPart(number, part.box(), tiers, messages);
            case Scene.Status() -> new StatusPart(part.box(), tiers, messages);
            case Scene.Tile tile -> panel(tile, part.box(), look.number(), tiers, kit);
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
            case FIGURE -> new FigurePart(shown.option("of", ""), box, tiers);
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

    private static String name(Scene.Content content) {
        return content instanceof Scene.Tile tile
                ? tile.shown().panel().word()
                : content instanceof Scene.View
                        ? PanelKind.MAP.word()
                        : content.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    private void put(Region node, Box at) {
        node.setLayoutX(at.x() - look.box().x());
        node.setLayoutY(at.y() - look.box().y());
        root.getChildren().add(node);
    }
}
