package org.yiping.console.map;

// long because the order in which things lie over the ground is told in one place

import java.util.ArrayDeque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Works out what lives above the ground: view cones, names, marks, counts, the selection, what a scene speaks of; and
/// draws the few things that are no small drawing: selection geometry, rings. One thread.
final class OverlayCompositor {
    /// Pixels around a window that are worked out with it, for it is likely to be panned.
    static final int MARGIN = 192;

    /// From a level to where the next is as near.
    private static final double HALF_A_LEVEL = Math.pow(2, 0.25);

    private static final double CONES_TO = 4.1;
    /// Farther than 2 m/px the ways of all movers would be a tangle.
    private static final double TRAILS_TO = 2.05;
    /// Farther than this, what is no case is a dot.
    static final double FULL_TO = 4.1;

    /// Levels a hand is likely to pass again when it goes in and out.
    private static final int PASSED = 3;

    /// Tells a drawing of a mark made small from that of a whole one.
    private static final long SMALL = 1L << 61;

    /// Tells a count of components from those of what lives.
    private static final long COUNTED = 1L << 60;

    private final StressPainter stress = new StressPainter();
    private final Names names = new Names();
    private final ArrayDeque<Chosen> choices = new ArrayDeque<>();
    private @Nullable KeptOverlay made;
    /// Those of the levels that were passed, the newest first.
    private final ArrayDeque<KeptOverlay> moving = new ArrayDeque<>();

    private @Nullable LabelSheet named;
    private List<PlacedLabel> placed = List.of();

    /// What lies over the ground a camera sees, and around it. It is that of last time as long as nothing in its
    /// sight or near it has changed, wherever else in the city things do; in motion too, as long as the same level
    /// is the nearest.
    Overlay arrange(MapCamera camera, Scene scene, List<Shown> layers, Emphasis emphasis) {
        PixelGrid window = PixelGrid.of(camera);
        if (!scene.style().generalisation().details()) {
            return wall(window, camera, scene, layers, emphasis);
        }
        // between two levels what is counted and what is left out is that of the nearest
        PixelGrid asked = camera.atRest() ? window : window.at(ZoomLevels.metresPerPixel(camera.level()));
        KeptOverlay rested = made;
        if (rested != null && rested.serves(asked, true, scene, layers, emphasis)) {
            return rested.overlay();
        }
        for (KeptOverlay moved : camera.atRest() ? List.<KeptOverlay>of() : moving) {
            if (moved.serves(asked, true, scene, layers, emphasis)) {
                return moved.overlay();
            }
        }
        Overlay.Builder into = new Overlay.Builder(camera.atRest() ? asked.grown(MARGIN) : whileMoving(asked));
        details(into, camera, scene, layers, emphasis);
        Overlay overlay = into.build();
        KeptOverlay now = new KeptOverlay(overlay, scene, emphasis, layers);
        if (camera.atRest()) {
            made = now;
            moving.clear(); // they hold the names of where the map rested before
        } else {
            keep(moving, now);
        }
        return overlay;
    }

    private static <T> void keep(ArrayDeque<T> kept, T newest) {
        kept.addFirst(newest);
        if (kept.size() > PASSED) {
            kept.removeLast();
        }
    }

    /// Room for all that can be seen before another level is nearer.
    private static PixelGrid whileMoving(PixelGrid asked) {
        double left = asked.left() + asked.width() / 2.0 - asked.width() * HALF_A_LEVEL / 2 - MARGIN;
        double top = asked.top() + asked.height() / 2.0 - asked.height() * HALF_A_LEVEL / 2 - MARGIN;
        return new PixelGrid(
                asked.metresPerPixel(),
                Math.floor(left),
                Math.floor(top),
                (int) Math.ceil(asked.width() * HALF_A_LEVEL) + 2 * MARGIN,
                (int) Math.ceil(asked.height() * HALF_A_LEVEL) + 2 * MARGIN);
    }

    private Overlay wall(PixelGrid window, MapCamera camera, Scene scene, List<Shown> layers, Emphasis emphasis) {
        KeptOverlay last = made;
        if (last != null && camera.atRest() && last.serves(window, false, scene, layers, emphasis)) {
            return last.overlay();
        }
        Overlay.Builder into = new Overlay.Builder(window);
        PixelGrid level = camera.atRest() ? window : window.at(ZoomLevels.metresPerPixel(camera.level()));
        names(into, scene, names.place(camera, scene, layers, null, emphasis));
        SpokenMarks.put(into, level, scene, layers, emphasis.spoken());
        Overlay overlay = into.build();
        made = camera.atRest() ? new KeptOverlay(overlay, scene, emphasis, layers) : null;
        return overlay;
    }

    /// Works everything but the names' places out anew the next time.
    void forget() {
        made = null;
        moving.clear();
        choices.clear();
    }

    private void details(Overlay.Builder into, MapCamera camera, Scene scene, List<Shown> layers, Emphasis emphasis) {
        Prominence prominent = prominence(camera, layers, emphasis);
        if (into.grid().metresPerPixel() <= CONES_TO) {
            layers.forEach(layer -> cones(into, scene, layer, prominent));
        }
        layers.forEach(layer -> trails(into, scene, layer, emphasis));
        names(into, scene, names.place(camera, scene, layers, prominent, emphasis));
        if (scene.groupsComponents(into.grid().metresPerPixel())) {
            groups(into, scene);
        }
        for (int i = 0; i < layers.size(); i++) {
            marks(into, scene, layers.get(i), prominent, Overlay.MARKS + 8 * i);
        }
        Hit.Feature selected = emphasis.selected();
        if (selected != null) {
            selected(into, scene, layers, selected);
        }
    }

    /// Whether something of it is no small drawing, so that a picture of it is always drawn whole.
    static boolean isLarge(Emphasis emphasis) {
        return !emphasis.regions().isEmpty() || !emphasis.rings().isEmpty();
    }

    /// Draws an overlay where the canvas may be changed, and what is stressed by geometry.
    void paint(Canvas canvas, PixelGrid window, Scene scene, Overlay overlay, List<Shown> layers, Emphasis emphasis) {
        for (Region region : emphasis.regions()) {
            stress.outline(canvas, window, scene, region);
        }
        overlay.paint(canvas, window, 0, Overlay.SELECTED);
        for (Emphasis.Ring ring : emphasis.rings()) {
            stress.ring(canvas, window, scene, layers, ring);
        }
        overlay.paint(canvas, window, Overlay.SELECTED, Integer.MAX_VALUE);
    }

    private Prominence prominence(MapCamera camera, List<Shown> layers, Emphasis emphasis) {
        Prominence.Key key = Prominence.key(camera, layers, emphasis);
        for (Chosen known : choices) {
            if (known.of.equals(key)) {
                return known.prominence;
            }
        }
        Prominence made = Prominence.of(camera.level(), layers, emphasis);
        keep(choices, new Chosen(key, made));
        return made;
    }

    /// What is drawn whole, and what that hangs on.
    private record Chosen(Prominence.Key of, Prominence prominence) {}

    /// In motion names are those of the level that was left, and keep their size.
    @SuppressWarnings("ReferenceEquality") // the same sheet and not one that looks like it
    private void names(Overlay.Builder into, Scene scene, LabelSheet sheet) {
        PixelGrid map = new PixelGrid(ZoomLevels.metresPerPixel(sheet.key().level()), 0, 0, 1, 1);
        if (sheet != named) {
            placed = sheet.labels().stream()
                    .map(label -> new PlacedLabel(label, map, scene))
                    .toList();
            named = sheet;
        }
        PixelGrid grid = into.grid();
        double times = map.metresPerPixel() / grid.metresPerPixel();
        for (PlacedLabel label : placed) {
            int x = (int) Math.floor((label.x() + 0.5) * times - grid.left());
            int y = (int) Math.floor((label.y() + 0.5) * times - grid.top());
            int rank = label.isOfMark() ? Overlay.WORDS : Overlay.NAMES;
            into.at(rank, 0, x, y, label.look(), label);
        }
    }

    private static void cones(Overlay.Builder into, Scene scene, Shown layer, Prominence prominent) {
        if (!layer.spec.shows(into.grid().metresPerPixel())) {
            return;
        }
        Points points = layer.version.points();
        points.visit(into.grid().ground(40), row -> {
            int code = points.code(row);
            if (SymbolCode.family(code) == SymbolCode.CAMERA
                    && SymbolCode.view(code) > 0
                    && prominent.isWhole(points.name(), row)) {
                into.put(
                        Overlay.CONES,
                        0,
                        points.x(row),
                        points.y(row),
                        code,
                        scene.symbols().faded(scene.symbols().cone(code), layer.spec.opacity()));
            }
        });
    }

    /// Counts of components, below all that moves.
    private static void groups(Overlay.Builder into, Scene scene) {
        double opacity = scene.stack().entry("components").opacity();
        for (ComponentGroups.Group group : ComponentGroups.of(
                scene.ground().components(), into.grid(), scene.style().generalisation())) {
            Sprite seen = scene.symbols().faded(scene.symbols().components(group.count()), opacity);
            into.put(Overlay.MARKS, 0, group.x(), group.y(), COUNTED | group.count(), seen);
        }
    }

    /// The way of what is selected at any scale, those of all in near views where the window wants them.
    private static void trails(Overlay.Builder into, Scene scene, Shown layer, Emphasis emphasis) {
        if (!layer.trails(into.grid().metresPerPixel(), emphasis)) {
            return;
        }
        Palette.Marks marks = scene.style().palette().marks();
        Hit.Feature selected = emphasis.selected();
        String own = selected != null && selected.layer().equals(layer.spec.name()) ? selected.id() : "";
        if (emphasis.trails() && into.grid().metresPerPixel() <= TRAILS_TO) {
            layer.version.trails().in(into.grid().ground(4), (id, way) -> {
                if (!id.equals(own)) {
                    trail(into, new TrailLine(way, into.grid(), marks.infra(), layer.spec.opacity()));
                }
            });
        }
        Trails.Way way = own.isEmpty() ? null : layer.version.trails().of(own);
        if (way != null) {
            trail(into, new TrailLine(way, into.grid(), marks.accent(), layer.spec.opacity()));
        }
    }

    private static void trail(Overlay.Builder into, TrailLine line) {
        into.at(Overlay.CONES, 1, line.x(), line.y(), line.look(), line);
    }

    /// Ranks of a layer, eight of them: small ones first, overdue ones last: nothing covers those. Of groups the more
    /// one asks for the later, small ones after large ones; a count is never covered.
    private static void marks(Overlay.Builder into, Scene scene, Shown layer, Prominence prominent, int rank) {
        PixelGrid level = into.grid();
        if (!layer.spec.shows(level.metresPerPixel())) {
            return;
        }
        Points points = layer.version.points();
        SymbolSheet symbols = scene.symbols();
        Generalisation size = scene.style().generalisation();
        boolean far = level.metresPerPixel() > FULL_TO;
        if (layer.countsAt(level, size)) {
            for (Cluster c : points.clusters()
                    .of(level, size, Emphasis.Spoken.OF_NOTHING)
                    .clusters()) {
                if (c.count() == 1 && isSmall(layer, c.row(), far, prominent)) {
                    small(into, scene, layer, c.row(), rank);
                    continue;
                }
                into.put(
                        rank + asks(c),
                        Integer.MAX_VALUE - c.count(),
                        c.x(),
                        c.y(),
                        look(points, c),
                        symbols.faded(sprite(symbols, points, c), layer.spec.opacity()));
            }
            return;
        }
        points.visit(into.grid().ground(24), row -> {
            if (isSmall(layer, row, far, prominent)) {
                small(into, scene, layer, row, rank);
                return;
            }
            int code = points.code(row);
            int pass = SymbolCode.isOverdue(code) || SymbolCode.calls(code) ? 2 : 1;
            Sprite seen = symbols.faded(symbols.symbol(code, false), layer.spec.opacity());
            into.put(rank + pass, 0, points.x(row), points.y(row), code, seen);
        });
    }

    /// A case is never small, and no sensor that calls for somebody.
    private static boolean isSmall(Shown layer, int row, boolean far, Prominence prominent) {
        Points points = layer.version.points();
        int code = points.code(row);
        return SymbolCode.family(code) != SymbolCode.CASE
                && !SymbolCode.calls(code)
                && (far || !prominent.isWhole(points.name(), row));
    }

    private static void small(Overlay.Builder into, Scene scene, Shown layer, int row, int rank) {
        Points points = layer.version.points();
        int code = points.code(row);
        Sprite seen = scene.symbols().faded(scene.symbols().small(code), layer.spec.opacity());
        into.put(rank, 0, points.x(row), points.y(row), SMALL | code, seen);
    }

    static int asks(Cluster c) {
        return (c.count() > 1 ? 4 : 0) + (c.red() > 0 ? 2 : 0) + (c.yellow() > 0 ? 1 : 0);
    }

    /// Tells drawings of groups and of single marks apart.
    static long look(Points points, Cluster c) {
        return c.count() == 1
                ? points.code(c.row())
                : 1L << 62 | (long) c.count() << 40 | (long) c.red() << 20 | c.yellow();
    }

    static Sprite sprite(SymbolSheet symbols, Points points, Cluster c) {
        if (c.count() == 1) {
            return symbols.symbol(points.code(c.row()), false);
        }
        // all of a layer are of one family; of a large group no single one is known
        return SymbolCode.family(points.code(Math.max(0, c.row()))) == SymbolCode.SENSOR
                ? symbols.sensors(c.count(), c.red(), c.yellow())
                : symbols.cluster(c.count(), c.red(), c.yellow());
    }

    private static void selected(Overlay.Builder into, Scene scene, List<Shown> layers, Hit.Feature feature) {
        for (Shown layer : layers) {
            Points points = layer.version.points();
            int row = layer.spec.name().equals(feature.layer()) ? points.row(feature.id()) : -1;
            if (row >= 0) {
                int code = points.code(row);
                into.put(
                        Overlay.SELECTED,
                        0,
                        points.x(row),
                        points.y(row),
                        code,
                        scene.symbols().symbol(code, true));
            }
        }
    }

    /// A live layer as one picture sees it.
    record Shown(LayerSpec spec, LiveLayer.Version version) {
        /// Whether ways of its movers are shown.
        boolean trails(double metresPerPixel, Emphasis emphasis) {
            Hit.Feature selected = emphasis.selected();
            return !spec.still()
                    && spec.shows(metresPerPixel)
                    && ((emphasis.trails() && metresPerPixel <= TRAILS_TO)
                            || (selected != null && selected.layer().equals(spec.name())));
        }

        boolean countsAt(PixelGrid grid, Generalisation size) {
            return spec.clusters() && size.counts(grid.metresPerPixel());
        }
    }
}
