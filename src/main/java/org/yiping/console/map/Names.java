package org.yiping.console.map;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Keeps the names of one window: places them at rest, holds them while it moves. One thread.
final class Names {
    private static final int MARGIN = 192;
    /// On the wall no word touches a bezel, and none may cross it.
    private static final int BEZEL = 40;

    private static final double OVERDUE_WORDS_TO = 3;

    private static final double SMALL = 4;

    private @Nullable LabelSheet sheet;

    /// At rest names are placed for the window and some room around it; in motion the last ones move along. Without
    /// `prominent` no post is drawn and so none is in the way.
    LabelSheet place(
            MapCamera camera,
            Scene scene,
            List<OverlayCompositor.Shown> layers,
            @Nullable Prominence prominent,
            Emphasis emphasis) {
        LabelSheet last = sheet;
        long still = layers.stream()
                .filter(layer -> layer.spec().still())
                .mapToLong(layer -> layer.version().arrangement() + 1)
                .sum();
        LabelSheet.Key key = new LabelSheet.Key(
                camera.level(), scene.version(), scene.stack(), still, emphasis.selected(), emphasis.spoken());
        if (last != null && (!camera.atRest() || last.serves(key, camera.view()))) {
            return last;
        }
        boolean details = scene.style().generalisation().details();
        int margin = details ? MARGIN : -BEZEL;
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
            placer.areas();
        }
        placer.streets();
        CityBox served = details ? grid.ground(0) : camera.view();
        sheet = new LabelSheet(placer.placed(), served, key);
        return sheet;
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
                    boolean small = !layer.spec().clusters() && (far || !prominent.isWhole(points.name(), row));
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
}
