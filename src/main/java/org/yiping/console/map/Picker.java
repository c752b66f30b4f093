package org.yiping.console.map;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/// Finds what lies under the pointer: the topmost layer that has anything near, and of it the nearest. Any thread.
final class Picker {
    /// Of one layer, so many things are gone through; nobody clicks on.
    private static final int MOST = 20;

    private Picker() {}

    static Optional<Hit> pick(
            Scene scene, List<OverlayCompositor.Shown> layers, MapCamera camera, double px, double py, double radius) {
        PixelGrid grid = PixelGrid.of(camera);
        Generalisation size = scene.style().generalisation();
        CityPoint at = camera.city(px, py);
        for (OverlayCompositor.Shown layer : layers.reversed()) {
            if (!layer.spec().shows(grid.metresPerPixel())) {
                continue;
            }
            Points points = layer.version().points();
            Optional<Hit> hit = layer.countsAt(grid, size)
                    ? group(points, grid, size, at, radius)
                    : nearest(points, grid, at, radius).map(row -> feature(points, row));
            if (hit.isPresent()) {
                return hit;
            }
        }
        if (!scene.showsComponents(grid.metresPerPixel())) {
            return Optional.empty();
        }
        return scene.ground().components().reversed().stream()
                .flatMap(points -> nearest(points, grid, at, radius).stream().map(row -> feature(points, row)))
                .findFirst();
    }

    /// All that lies there, from the topmost down; of one layer the nearest first.
    static List<Hit> all(
            Scene scene, List<OverlayCompositor.Shown> layers, MapCamera camera, double px, double py, double radius) {
        PixelGrid grid = PixelGrid.of(camera);
        Generalisation size = scene.style().generalisation();
        CityPoint at = camera.city(px, py);
        List<Hit> hits = new ArrayList<>();
        for (OverlayCompositor.Shown layer : layers.reversed()) {
            Points points = layer.version().points();
            if (!layer.spec().shows(grid.metresPerPixel())) {
                continue;
            }
            if (layer.countsAt(grid, size)) {
                group(points, grid, size, at, radius).ifPresent(hits::add);
            } else {
                within(points, grid, at, radius, hits);
            }
        }
        if (scene.showsComponents(grid.metresPerPixel())) {
            scene.ground().components().reversed().forEach(points -> within(points, grid, at, radius, hits));
        }
        return List.copyOf(hits);
    }

    private static void within(Points points, PixelGrid grid, CityPoint at, double radius, List<Hit> hits) {
        record Near(int row, double apart) {}
        double reach = radius * grid.metresPerPixel();
        // a million may stand on one spot: the nearest of them are kept, the farthest on top
        PriorityQueue<Near> nearest = new PriorityQueue<>(Comparator.comparingDouble(Near::apart)
                .thenComparingInt(Near::row)
                .reversed());
        points.visit(new CityBox(at.x(), at.y(), at.x(), at.y()).grown(reach), row -> {
            double apart = Math.hypot(points.x(row) - at.x(), points.y(row) - at.y());
            Near farthest = nearest.size() < MOST ? null : nearest.element();
            if (apart <= reach && (farthest == null || apart < farthest.apart)) {
                nearest.add(new Near(row, apart));
                if (nearest.size() > MOST) {
                    nearest.remove();
                }
            }
        });
        nearest.stream()
                .sorted(Comparator.comparingDouble(Near::apart).thenComparingInt(Near::row))
                .forEach(n -> hits.add(feature(points, n.row)));
    }

    private static Hit feature(Points points, int row) {
        return new Hit.Feature(points.name(), points.id(row));
    }

    private static Optional<Integer> nearest(Points points, PixelGrid grid, CityPoint at, double radius) {
        double[] least = {radius * grid.metresPerPixel()};
        int[] found = {-1};
        points.visit(new CityBox(at.x(), at.y(), at.x(), at.y()).grown(least[0]), row -> {
            double apart = Math.hypot(points.x(row) - at.x(), points.y(row) - at.y());
            if (apart <= least[0]) {
                least[0] = apart;
                found[0] = row;
            }
        });
        return found[0] < 0 ? Optional.empty() : Optional.of(found[0]);
    }

    /// The same groups the picture shows, for they hang on the map and on the window's ground alike.
    private static Optional<Hit> group(
            Points points, PixelGrid grid, Generalisation size, CityPoint at, double radius) {
        for (Cluster c :
                points.clusters().of(grid, size, Emphasis.Spoken.OF_NOTHING).clusters()) {
            double apart = Math.hypot(c.x() - at.x(), c.y() - at.y()) / grid.metresPerPixel();
            if (apart <= Math.max(radius, c.count() == 1 ? 0 : size.clusterRadius(c.count()))) {
                return Optional.of(
                        c.count() == 1
                                ? feature(points, c.row())
                                : new Hit.Group(points.name(), c.count(), c.around(points)));
            }
        }
        return Optional.empty();
    }
}
