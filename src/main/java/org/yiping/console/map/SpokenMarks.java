package org.yiping.console.map;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// The marks of a wall's map: groups with their exact counts, cameras under their letter, and on top the cases called
/// by number (大屏符号). A camera that two pictures show has both letters, side by side. Stateless; any thread.
///
/// A count is text and so lies whole in one panel: what would touch a bezel, a numbered case or a letter is moved away.
final class SpokenMarks {
    private static final double BEZEL = 40;
    private static final double APART = 10;
    /// How far a count may be moved from what it counts: rings of places to try, and their distance.
    private static final int RINGS = 6;

    private static final double STEP = 30;
    private static final int TURNS = 12;
    private static final double LETTER = 42;
    /// From one letter of a camera to its next.
    private static final int BESIDE = 68;
    /// A box larger than this both ways hides; a smaller one is a name, beside which there is room.
    private static final double LARGE = 160;

    /// Pixels around a place that are taken.
    private record Disc(double x, double y, double radius) {}

    private record Group(Cluster cluster, Points points, Disc at) {}

    private static final int CONES = Overlay.MARKS;
    private static final int GROUPS = Overlay.MARKS + 8;
    private static final int LETTERS = Overlay.MARKS + 16;
    private static final int NUMBERS = Overlay.MARKS + 24;

    private SpokenMarks() {}

    static void put(
            Overlay.Builder into,
            PixelGrid level,
            Scene scene,
            List<OverlayCompositor.Shown> layers,
            Emphasis.Spoken spoken) {
        PixelGrid grid = into.grid();
        eachFeature(layers, spoken.lettered(), (points, row, letter) -> {
            int beside = beside(spoken, letter);
            if (isWhole(letter(grid, points, row, beside), grid, spoken)) {
                int code = points.code(row);
                if (SymbolCode.view(code) > 0 && beside == 0) {
                    into.put(
                            CONES,
                            0,
                            points.x(row),
                            points.y(row),
                            code,
                            scene.symbols().letteredCone(code));
                }
                into.at(
                        LETTERS,
                        letter,
                        grid.pixelX(points.x(row)) + beside,
                        grid.pixelY(points.y(row)),
                        letter,
                        scene.symbols().lettered(letter));
            }
        });
        for (Group group : groups(grid, level, scene, layers, spoken)) {
            Cluster c = group.cluster;
            into.at(
                    GROUPS + OverlayCompositor.asks(c),
                    Integer.MAX_VALUE - c.count(),
                    (int) Math.floor(group.at.x),
                    (int) Math.floor(group.at.y),
                    OverlayCompositor.look(group.points, c),
                    OverlayCompositor.sprite(scene.symbols(), group.points, c));
        }
        // the first called lies on top
        eachFeature(
                layers,
                spoken.numbered(),
                (points, row, number) -> into.put(
                        NUMBERS,
                        Integer.MAX_VALUE - number,
                        points.x(row),
                        points.y(row),
                        points.code(row),
                        scene.symbols().numbered(points.code(row))));
    }

    /// Names keep off everything `paint` draws and off what stands over the map. `grid` is that of the names.
    static void keepClear(
            LabelPlacer placer,
            MapCamera camera,
            PixelGrid grid,
            List<OverlayCompositor.Shown> layers,
            Scene scene,
            Emphasis.Spoken spoken) {
        PixelGrid window = PixelGrid.of(camera.settled());
        double dx = window.left() - grid.left();
        double dy = window.top() - grid.top();
        for (Emphasis.Cover box : spoken.covered()) {
            placer.keepClear(box.x() + dx, box.y() + dy, box.width(), box.height());
        }
        List<Disc> discs = new ArrayList<>(fixed(window, scene, layers, spoken));
        groups(window, window, scene, layers, spoken).forEach(group -> discs.add(group.at));
        for (Disc d : discs) {
            placer.keepClear(d.x - d.radius + dx, d.y - d.radius + dy, 2 * d.radius, 2 * d.radius);
        }
    }

    /// `level` says what is counted together, `grid` where it stands.
    private static List<Group> groups(
            PixelGrid grid,
            PixelGrid level,
            Scene scene,
            List<OverlayCompositor.Shown> layers,
            Emphasis.Spoken spoken) {
        List<Disc> taken = new ArrayList<>(fixed(grid, scene, layers, spoken));
        Generalisation size = scene.style().generalisation();
        List<Group> groups = new ArrayList<>();
        for (OverlayCompositor.Shown layer : layers) {
            if (!layer.spec().clusters() || layer.spec().yields()) {
                continue;
            }
            Points points = layer.version().points();
            for (Cluster c : points.clusters().of(level, size, spoken).clusters()) {
                boolean counted = c.count() > 1;
                double radius = counted
                        ? size.clusterRadius(c.count()) + 6
                        : scene.symbols().radius(points.code(c.row()));
                Disc at = new Disc(grid.x(c.x()), grid.y(c.y()), radius);
                boolean inside = at.x >= 0 && at.y >= 0 && at.x < grid.width() && at.y < grid.height();
                if (!counted) {
                    groups.add(new Group(c, points, at));
                } else if (inside && !isUnder(at, spoken)) {
                    Disc there = moved(at, taken, grid, spoken);
                    taken.add(there);
                    groups.add(new Group(c, points, there));
                }
            }
        }
        return groups;
    }

    private static Disc letter(PixelGrid grid, Points points, int row, int beside) {
        return new Disc(grid.x(points.x(row)) + beside, grid.y(points.y(row)), LETTER);
    }

    /// How many pixels right of its camera a letter stands: beside those the camera has already.
    private static int beside(Emphasis.Spoken spoken, int letter) {
        List<Hit.Feature> lettered = spoken.lettered();
        return BESIDE * Collections.frequency(lettered.subList(0, letter), lettered.get(letter));
    }

    /// Nothing stands over it and no bezel is near.
    private static boolean isWhole(Disc d, PixelGrid grid, Emphasis.Spoken spoken) {
        double edge = BEZEL + d.radius;
        return d.x >= edge
                && d.y >= edge
                && d.x <= grid.width() - edge
                && d.y <= grid.height() - edge
                && spoken.covered().stream().noneMatch(box -> reaches(d, box));
    }

    /// Its middle lies under a card, a legend or a name: there it is not seen at all.
    private static boolean isUnder(Disc d, Emphasis.Spoken spoken) {
        return spoken.covered().stream()
                .anyMatch(b -> b.width() > LARGE
                        && b.height() > LARGE
                        && d.x > b.x()
                        && d.y > b.y()
                        && d.x < b.x() + b.width()
                        && d.y < b.y() + b.height());
    }

    private static boolean reaches(Disc d, Emphasis.Cover box) {
        double dx = d.x - Math.clamp(d.x, box.x(), box.x() + box.width());
        double dy = d.y - Math.clamp(d.y, box.y(), box.y() + box.height());
        return Math.hypot(dx, dy) < d.radius;
    }

    /// The nearest place at which it touches nothing; where there is none near, its own.
    private static Disc moved(Disc at, List<Disc> taken, PixelGrid grid, Emphasis.Spoken spoken) {
        for (int ring = 0; ring <= RINGS; ring++) {
            for (int turn = 0; turn < (ring == 0 ? 1 : TURNS); turn++) {
                double angle = 2 * Math.PI * turn / TURNS;
                Disc there =
                        new Disc(at.x + ring * STEP * Math.cos(angle), at.y + ring * STEP * Math.sin(angle), at.radius);
                if (isWhole(there, grid, spoken) && taken.stream().noneMatch(other -> touches(there, other))) {
                    return there;
                }
            }
        }
        return at;
    }

    private static boolean touches(Disc a, Disc b) {
        return Math.hypot(a.x - b.x, a.y - b.y) < a.radius + b.radius + APART;
    }

    private static List<Disc> fixed(
            PixelGrid grid, Scene scene, List<OverlayCompositor.Shown> layers, Emphasis.Spoken spoken) {
        List<Disc> fixed = new ArrayList<>();
        Generalisation size = scene.style().generalisation();
        eachFeature(
                layers,
                spoken.numbered(),
                (points, row, _) -> fixed.add(new Disc(
                        grid.x(points.x(row)),
                        grid.y(points.y(row)),
                        size.numbered(SymbolCode.fill(points.code(row))) / 2.0 + 4)));
        eachFeature(
                layers,
                spoken.lettered(),
                (points, row, letter) -> fixed.add(letter(grid, points, row, beside(spoken, letter))));
        return fixed;
    }

    private interface Visit {
        void one(Points points, int row, int index);
    }

    private static void eachFeature(List<OverlayCompositor.Shown> layers, List<Hit.Feature> features, Visit visit) {
        for (int i = 0; i < features.size(); i++) {
            Hit.Feature feature = features.get(i);
            for (OverlayCompositor.Shown layer : layers) {
                Points points = layer.version().points();
                int row = points.name().equals(feature.layer()) ? points.row(feature.id()) : -1;
                if (row >= 0) {
                    visit.one(points, row, i);
                }
            }
        }
    }
}
