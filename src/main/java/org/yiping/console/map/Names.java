package org.yiping.console.map;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Keeps the names of one window: places them at rest, holds them while it moves. One thread.
final class Names {
    private static final int MARGIN = 192;
    private static final double OVERDUE_WORDS_TO = 3;

    private @Nullable LabelSheet sheet;

    /// At rest names are placed for the window and some room around it; in motion the last ones move along.
    LabelSheet place(MapCamera camera, Scene scene, List<OverlayCompositor.Shown> layers, Emphasis emphasis) {
        LabelSheet last = sheet;
        long still = layers.stream()
                .filter(layer -> layer.spec().still())
                .mapToLong(layer -> layer.version().number() + 1)
                .sum();
        LabelSheet.Key key = new LabelSheet.Key(camera.level(), scene.version(), still, emphasis.selected());
        if (last != null && (!camera.atRest() || last.serves(key, camera.view()))) {
            return last;
        }
        MapCamera wide = camera.settled().sized(camera.width() + 2 * MARGIN, camera.height() + 2 * MARGIN);
        PixelGrid grid = PixelGrid.of(wide);
        LabelPlacer placer = new LabelPlacer(scene, grid);
        layers.forEach(layer -> obstacles(placer, grid, layer));
        Hit.Feature selected = emphasis.selected();
        if (selected != null) {
            layers.stream()
                    .filter(layer -> layer.spec().name().equals(selected.layer()))
                    .forEach(layer -> selectedWords(placer, layer.version().points(), selected));
        }
        layers.forEach(layer -> words(placer, grid, layer));
        placer.areas();
        placer.streets();
        sheet = new LabelSheet(placer.placed(), grid.ground(0), key);
        return sheet;
    }

    private static void selectedWords(LabelPlacer placer, PointLayer points, Hit.Feature feature) {
        int row = points.row(feature.id());
        if (row >= 0) {
            placer.keepClear(points.xs[row], points.ys[row], 22);
            if (!points.label(row).isEmpty()) {
                placer.beside(points.place(row), 26, points.label(row), Label.Tone.SELECTED);
            }
        }
    }

    /// Everything that stands there now; only what is still moves the names again when it changes.
    private static void obstacles(LabelPlacer placer, PixelGrid grid, OverlayCompositor.Shown layer) {
        if (grid.metresPerPixel() <= layer.spec().farthest()) {
            PointLayer points = layer.version().points();
            double radius = layer.spec().clusters() || grid.metresPerPixel() <= OverlayCompositor.FULL_TO ? 9 : 3;
            if (layer.countsAt(grid)) {
                for (Cluster c : Cluster.of(points, grid.ground(0), grid.metresPerPixel())) {
                    placer.keepClear(c.x(), c.y(), c.pixelRadius());
                }
            } else {
                points.visit(grid.ground(0), row -> placer.keepClear(points.xs[row], points.ys[row], radius));
            }
        }
    }

    private static void words(LabelPlacer placer, PixelGrid grid, OverlayCompositor.Shown layer) {
        PointLayer points = layer.version().points();
        if (grid.metresPerPixel() <= OVERDUE_WORDS_TO) {
            points.visit(grid.ground(0), row -> {
                if (SymbolCode.isOverdue(points.code(row)) && !points.label(row).isEmpty()) {
                    placer.beside(points.place(row), 14, points.label(row), Label.Tone.OVERDUE);
                }
            });
        }
    }
}
