package org.yiping.console.map;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Keeps the names of one window: places them at rest, holds them while it moves. One thread.
final class Names {
    /// On the wall no word touches a bezel, and none may cross it.
    private static final int BEZEL = 40;

    private static final double OVERDUE_WORDS_TO = 3;

    /// Nearer than this every sensor that is drawn whole says its value; farther, those that call for somebody.
    private static final double READINGS_TO = 0.75;

    /// Clear of the house by more than a square of what is taken, or half of the values would find it in their way.
    private static final double BESIDE_SENSOR = 17;

    private static final double SMALL = 4;

    /// Pixels a change reaches at most: of a group's squares, and its ring.
    private static final int REACH = 512;

    private @Nullable LabelSheet sheet;
    private final Map<String, LiveLayer.Version> versions = new HashMap<>();

    /// At rest names are placed for the window and some room around it; in motion the last ones move along. Without
    /// `prominent` no post is drawn and so none is in the way.
    LabelSheet place(
            MapCamera camera,
            Scene scene,
            List<OverlayCompositor.Shown> layers,
            @Nullable Prominence prominent,
            Emphasis emphasis) {
        LabelSheet last = sheet;
        LabelSheet.Key key = new LabelSheet.Key(
                camera.level(), scene.version(), scene.stack(), emphasis.selected(), emphasis.spoken());
        if (last != null && (!camera.atRest() || (last.serves(key, camera.view()) && isUnchanged(last, layers)))) {
            return last;
        }
        boolean details = scene.style().generalisation().details();
        int margin = details ? OverlayCompositor.MARGIN : -BEZEL;
        MapCamera wide = camera.settled()
                .sized(Math.max(1, camera.width() + 2 * margin), Math.max(1, camera.height() + 2 * margin));
        PixelGrid grid = PixelGrid.of(wide);
        LabelPlacer placer = new LabelPlacer(scene, grid);
        if (prominent == null) {
            SpokenMarks.keepClear(placer, camera, grid, layers, scene, emphasis.spoken());
        } else {
            layers.forEach(layer -> obstacles(placer, grid, layer, prominent, scene));
            Hit.Feature selected = emphasis.selected();
            if (selected != null) {
                layers.stream()
                        .filter(layer -> layer.spec().name().equals(selected.layer()))
                        .forEach(layer -> selectedWords(placer, layer.version().points(), selected));
            }
            layers.forEach(layer -> words(placer, grid, layer, selected));
            layers.forEach(layer -> readings(placer, grid, layer, prominent, scene));
            placer.areas();
        }
        placer.streets();
        CityBox served = details ? grid.ground(0) : camera.view();
        LabelSheet made = new LabelSheet(placer.placed(), served, key);
        sheet = made;
        versions.clear();
        layers.forEach(layer -> versions.put(layer.spec().name(), layer.version()));
        return made;
    }

    /// Nothing came, went or moved where the names stand, or near: what does so elsewhere in the city moves no name.
    private boolean isUnchanged(LabelSheet placed, List<OverlayCompositor.Shown> layers) {
        if (layers.size() != versions.size()) {
            return false; // one was hidden; one that was shown has no version yet
        }
        CityBox near = placed.ground()
                .grown(REACH * ZoomLevels.metresPerPixel(placed.key().level()));
        for (OverlayCompositor.Shown layer : layers) {
            LiveLayer.Version now = layer.version();
            LiveLayer.Version then = versions.get(layer.spec().name());
            if (!layer.spec().still()) {
                continue;
            }
            if (then == null
                    || (isRearranged(placed, now, then)
                            && now.since(then.number()).meets(near))) {
                return false;
            }
            versions.put(layer.spec().name(), now);
        }
        return true;
    }

    /// What sensors say changes by the second, and is written where there is room for it.
    private static boolean isRearranged(LabelSheet placed, LiveLayer.Version now, LiveLayer.Version then) {
        return ZoomLevels.metresPerPixel(placed.key().level()) <= READINGS_TO
                ? now.number() != then.number()
                : now.arrangement() != then.arrangement();
    }

    private static void selectedWords(LabelPlacer placer, Points points, Hit.Feature feature) {
        int row = points.row(feature.id());
        if (row >= 0) {
            placer.keepClear(points.x(row), points.y(row), 22);
            if (!points.label(row).isEmpty()) {
                placer.beside(points.place(row), 26, points.label(row), Label.Tone.SELECTED);
            }
        }
    }

    /// Everything that stands there now; only what is still moves the names again when it changes.
    private static void obstacles(
            LabelPlacer placer, PixelGrid grid, OverlayCompositor.Shown layer, Prominence prominent, Scene scene) {
        if (layer.spec().shows(grid.metresPerPixel())) {
            Points points = layer.version().points();
            Generalisation size = scene.style().generalisation();
            if (layer.countsAt(grid, size)) {
                for (Cluster c : points.clusters()
                        .of(grid, size, Emphasis.Spoken.OF_NOTHING)
                        .clusters()) {
                    placer.keepClear(
                            c.x(),
                            c.y(),
                            c.count() == 1
                                    ? scene.symbols().radius(points.code(c.row()))
                                    : size.clusterRadius(c.count()));
                }
            } else {
                boolean far = grid.metresPerPixel() > OverlayCompositor.FULL_TO;
                points.visit(grid.ground(0), row -> {
                    boolean small = layer.spec().yields() && (far || !prominent.isWhole(points.name(), row));
                    placer.keepClear(
                            points.x(row),
                            points.y(row),
                            small ? SMALL : scene.symbols().radius(points.code(row)));
                });
            }
        }
    }

    /// The selected mark has its words already, clear of its ring.
    private static void words(
            LabelPlacer placer, PixelGrid grid, OverlayCompositor.Shown layer, Hit.@Nullable Feature selected) {
        Points points = layer.version().points();
        int worded = selected != null && layer.spec().name().equals(selected.layer()) ? points.row(selected.id()) : -1;
        if (grid.metresPerPixel() <= OVERDUE_WORDS_TO) {
            points.visit(grid.ground(0), row -> {
                if (row != worded
                        && SymbolCode.isOverdue(points.code(row))
                        && !points.label(row).isEmpty()) {
                    placer.beside(points.place(row), 15, points.label(row), Label.Tone.OVERDUE);
                }
            });
        }
    }

    /// What sensors say, alarms first. One that is counted in a group says nothing.
    private static void readings(
            LabelPlacer placer, PixelGrid grid, OverlayCompositor.Shown layer, Prominence prominent, Scene scene) {
        if (!layer.spec().clusters() || !layer.spec().yields() || !layer.spec().shows(grid.metresPerPixel())) {
            return;
        }
        Points points = layer.version().points();
        List<Integer> rows = new ArrayList<>();
        if (layer.countsAt(grid, scene.style().generalisation())) {
            points.clusters().of(grid, scene.style().generalisation(), Emphasis.Spoken.OF_NOTHING).clusters().stream()
                    .filter(c -> c.count() == 1)
                    .forEach(c -> rows.add(c.row()));
        } else {
            points.visit(grid.ground(0), rows::add);
        }
        boolean near = grid.metresPerPixel() <= READINGS_TO;
        for (Label.Tone tone : List.of(Label.Tone.OVERDUE, Label.Tone.WARNING, Label.Tone.READING)) {
            for (int row : rows) {
                boolean said =
                        tone(points.code(row)) == tone && !points.label(row).isEmpty();
                if (said && (near ? prominent.isWhole(points.name(), row) : SymbolCode.calls(points.code(row)))) {
                    placer.beside(points.place(row), BESIDE_SENSOR, points.label(row), tone);
                }
            }
        }
    }

    private static Label.Tone tone(int code) {
        return switch (SymbolCode.state(code)) {
            case ALARM -> Label.Tone.OVERDUE;
            case WARNING -> Label.Tone.WARNING;
            case UNKNOWN, NORMAL, STALE, FAULT -> Label.Tone.READING;
        };
    }
}
