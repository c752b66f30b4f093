package org.yiping.domain.wall;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Looks through a scene for what a hall cannot read on its wall. Immutable; any thread.
///
/// `rules` say the room and how dark the wall is at night; `inks` are the colours of the wall's words by the theme's
/// own names, `canvas` their ground; `computers` are those of the wall as they have told, none where nobody has.
public record Legibility(WallRules rules, Map<String, Integer> inks, List<WallTeam.Computer> computers) {
    /// Names of the theme's colours in which the wall's words stand.
    private static final List<String> WORDS = List.of("text", "muted", "yellow", "red", "stale");

    private static final String GROUND = "canvas";
    /// Rounding to whole pixels is no fault.
    private static final double TOLERANCE = 0.5;
    /// Less of a tile than this lost beyond a bezel is a matter of rounding.
    private static final double EMPTY = 0.02;

    public Legibility {
        inks = Map.copyOf(inks);
        computers = List.copyOf(computers);
    }

    /// Of a wall none of whose computers is asked.
    public Legibility(WallRules rules, Map<String, Integer> inks) {
        this(rules, inks, List.of());
    }

    /// Of the layout this room's wall shows; of all, each on the wall it was made for, where nobody has said how many
    /// monitors the wall has.
    public List<Finding> findings(WallScene scene) {
        WallScene.Grid monitors = rules.room().known().monitors();
        List<Finding> all = new ArrayList<>();
        for (int i = 0; i < scene.layouts().size(); i++) {
            WallScene.Layout layout = scene.layouts().get(i);
            if (monitors == null) {
                all.addAll(findings(layout, i, layout.monitors()));
            } else if (scene.layout(monitors).equals(layout)) {
                all.addAll(findings(layout, i, monitors));
            }
        }
        return all;
    }

    /// Of the room itself, whatever stands on its wall.
    public List<Finding> room() {
        List<Finding> all = new ArrayList<>();
        contrast().ifPresent(all::add);
        pixels().ifPresent(all::add);
        return all;
    }

    /// The colour that stands out least, by the light of the night where the wall has one.
    private Optional<Finding> contrast() {
        Integer ground = inks.get(GROUND);
        if (ground == null) {
            return Optional.empty();
        }
        WallRules.Night night = rules.night();
        double light = night == null ? 1 : night.text() / 100.0;
        return inks.entrySet().stream()
                .filter(e -> WORDS.contains(e.getKey()))
                .map(e -> new Finding(
                        Finding.Rule.CONTRAST,
                        -1,
                        -1,
                        e.getKey(),
                        Contrast.ratio(Contrast.over(e.getValue(), ground, light), ground),
                        Contrast.TEXT))
                .filter(f -> f.has() < f.needs())
                .min(Comparator.comparingDouble(Finding::has));
    }

    private Optional<Finding> pixels() {
        Double nearest = rules.room().known().nearestSeatMetres();
        if (nearest == null) {
            return Optional.empty();
        }
        double seen = Sight.minutes(pixel(), nearest);
        return seen > Sight.DETAIL
                ? Optional.of(new Finding(Finding.Rule.PIXELS, -1, -1, "", seen, Sight.DETAIL))
                : Optional.empty();
    }

    /// Of one layout on a wall of so many monitors; it is the `index`th of its scene. Graver ones first.
    public List<Finding> findings(WallScene.Layout layout, int index, WallScene.Grid monitors) {
        WallTopology wall = wall(monitors, rules.room().known().each());
        Arrangement arrangement = Arrangement.of(layout, wall);
        List<Finding> all = new ArrayList<>();
        for (int i = 0; i < layout.tiles().size(); i++) {
            WallScene.Tile tile = layout.tiles().get(i);
            Box whole = wall.lattice().at(layout.grid(), tile.at());
            List<Box> pieces = arrangement.tiles().stream()
                    .filter(p -> p.tile().equals(tile) && p.whole().equals(whole))
                    .flatMap(p -> p.pieces().stream().map(Arrangement.Piece::box))
                    .toList();
            for (WallScene.Shown shown : tile.panels()) {
                worst(Lettering.of(shown, pieces), shown, index, i, all);
            }
            bezel(tile, whole, pieces, wall, new At(index, i), all);
        }
        all.addAll(new PictureLoad(rules.room().known().decoding(), computers)
                .findings(index, pictures(layout), arrangement, monitors));
        all.sort(Finding.GRAVER);
        return all;
    }

    /// So many monitors of one size, side by side.
    public static WallTopology wall(WallScene.Grid monitors, WallRules.Pixels each) {
        List<Box> boxes = new ArrayList<>();
        for (int row = 0; row < monitors.rows(); row++) {
            for (int column = 0; column < monitors.columns(); column++) {
                boxes.add(new Box(
                        (double) column * each.across(), (double) row * each.down(), each.across(), each.down()));
            }
        }
        return WallTopology.of(boxes);
    }

    /// How many camera pictures stand at once at most.
    public static int pictures(WallScene.Layout layout) {
        return layout.tiles().stream()
                .mapToInt(t -> t.panels().stream()
                        .filter(p -> p.panel() == PanelKind.CAMERAS)
                        .mapToInt(PictureLoad::pictures)
                        .max()
                        .orElse(0))
                .sum();
    }

    /// One finding a panel: the line that falls short most, because what mends that mends the others.
    private void worst(List<Lettering.Line> lines, WallScene.Shown shown, int layout, int tile, List<Finding> all) {
        lines.stream()
                .min(Comparator.comparingDouble(this::minutes))
                .filter(line -> minutes(line) < Sight.READ - TOLERANCE)
                .ifPresent(line -> all.add(new Finding(
                        Finding.Rule.LETTERS,
                        layout,
                        tile,
                        shown.panel().word() + "/" + line.role().name().toLowerCase(Locale.ROOT),
                        minutes(line),
                        Sight.READ)));
    }

    /// Under which angle its letters are seen from the seat farthest away that must read them.
    private double minutes(Lettering.Line line) {
        return Sight.minutes(
                line.pixels() * line.fills() * pixel(),
                rules.room().lastSeatMetres() * line.tier().way());
    }

    /// In metres.
    private double pixel() {
        WallRules.Room room = rules.room();
        return room.monitorMetres() / room.known().each().across();
    }

    /// Of what lies over several monitors and is read, only the part on one of them is used; what lies under the strip
    /// that the wall keeps for itself, not at all.
    private static void bezel(
            WallScene.Tile tile, Box whole, List<Box> pieces, WallTopology wall, At at, List<Finding> all) {
        long monitors =
                wall.windows().stream().filter(w -> w.meet(whole).isPresent()).count();
        boolean split = monitors > 1 && !tile.crosses();
        if (!split && !pieces.isEmpty()) {
            return;
        }
        double lost = 1 - pieces.stream().mapToDouble(Box::area).sum() / whole.area();
        if (lost > EMPTY) {
            String panel = tile.panels().getFirst().panel().word();
            all.add(new Finding(Finding.Rule.BEZEL, at.layout, at.tile, panel, lost * 100, 0));
        }
    }

    private record At(int layout, int tile) {}
}
