package org.yiping.server.advice;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yiping.domain.catalogue.ClassCode;
import org.yiping.domain.component.Component;
import org.yiping.domain.component.ComponentFinder;
import org.yiping.domain.component.ComponentId;
import org.yiping.domain.geo.Position;

/// The city's components by id and by place, in memory: a hundred thousand take some tens of megabytes. Immutable after
/// construction; any thread.
final class CityComponents implements ComponentFinder {
    /// About 110 m of latitude.
    private static final double SQUARE_DEGREES = 0.001;
    private static final double METRES_A_DEGREE = 111_320;

    private final Map<ComponentId, Component> byId = new HashMap<>();
    private final Map<Square, List<Component>> squares = new HashMap<>();

    private record Square(ClassCode classCode, int x, int y) {}

    CityComponents(Iterable<Component> components) {
        for (Component c : components) {
            byId.put(c.id(), c);
            squares.computeIfAbsent(
                            new Square(
                                    c.classCode(),
                                    cell(c.position().longitude()),
                                    cell(c.position().latitude())),
                            _ -> new ArrayList<>(2))
                    .add(c);
        }
    }

    @Override
    public Optional<Component> component(ComponentId id) {
        return Optional.ofNullable(byId.get(id));
    }

    @Override
    public Optional<Component> nearest(ClassCode classCode, Position place, int metres) {
        double north = metres / METRES_A_DEGREE;
        double east = north / Math.max(0.01, Math.cos(Math.toRadians(place.latitude())));
        Component best = null;
        double least = metres;
        for (int x = cell(place.longitude() - east); x <= cell(place.longitude() + east); x++) {
            for (int y = cell(place.latitude() - north); y <= cell(place.latitude() + north); y++) {
                for (Component c : squares.getOrDefault(new Square(classCode, x, y), List.of())) {
                    double away = place.distanceMetres(c.position());
                    if (away <= least) {
                        least = away;
                        best = c;
                    }
                }
            }
        }
        return Optional.ofNullable(best);
    }

    private static int cell(double degrees) {
        return (int) Math.floor(degrees / SQUARE_DEGREES);
    }
}
