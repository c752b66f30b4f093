package org.yiping.server.staff;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.area.AreaFinder;
import org.yiping.domain.geo.Extent;
import org.yiping.domain.geo.Feature;
import org.yiping.domain.geo.Position;
import org.yiping.domain.geo.Shape;
import org.yiping.domain.staff.DayJudge;
import org.yiping.domain.staff.DutyGround;
import org.yiping.domain.staff.StaffRules;
import org.yiping.protocol.Json;
import org.yiping.server.data.LayerTable;

/// The duty grids of people, made of the areas they serve and of the city's streets. Any thread; the first
/// who asks waits for the streets to be read.
final class DutyGrids {
    private static final List<String> STREETS = List.of("road", "roads");
    /// Of a city without outlines the ground is the whole world: nothing is judged there.
    private static final long MOST_SQUARES = 3_000_000;
    private static final double METRES_PER_DEGREE = 111_195;

    private final LayerTable layers;
    private final AreaFinder finder;
    private final Extent city;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<StaffRules.Coverage, Map<String, List<Position>>> streets = new HashMap<>();
    private final Map<StaffRules.Coverage, Map<String, List<Position>>> squares = new HashMap<>();
    private final Map<Key, DutyGround> grounds = new HashMap<>();

    private record Key(StaffRules.Coverage rule, List<AreaCode> areas) {}

    DutyGrids(LayerTable layers, AreaFinder finder, Extent city) {
        this.layers = layers;
        this.finder = finder;
        this.city = city;
    }

    /// Of somebody who serves these areas; whoever serves none, or all of the city, has no grid of their own.
    DayJudge.Grid of(List<AreaCode> areas, StaffRules.Coverage rule) {
        if (areas.isEmpty()) {
            return DayJudge.Grid.NONE;
        }
        lock.lock();
        try {
            DutyGround ground = grounds.computeIfAbsent(new Key(rule, List.copyOf(areas)), this::ground);
            return new DayJudge.Grid(p -> lies(finder.areaAt(p).orElse(null), areas), ground);
        } finally {
            lock.unlock();
        }
    }

    private static boolean lies(@Nullable AreaCode code, List<AreaCode> areas) {
        if (code != null) {
            for (AreaCode area : areas) {
                if (code.value().startsWith(area.value())) {
                    return true;
                }
            }
        }
        return false;
    }

    private DutyGround ground(Key key) {
        StaffRules.Coverage rule = key.rule();
        if (rule.method().equals(StaffRules.Coverage.STREETS)) {
            List<Position> along = within(streets.computeIfAbsent(rule, this::alongStreets), key.areas());
            if (!along.isEmpty()) {
                return new DutyGround(StaffRules.Coverage.STREETS, along, rule.reachMetres());
            }
        }
        List<Position> over = within(squares.computeIfAbsent(rule, this::overGround), key.areas());
        return new DutyGround(StaffRules.Coverage.SQUARES, over, rule.reachMetres());
    }

    private static List<Position> within(Map<String, List<Position>> byArea, List<AreaCode> areas) {
        List<Position> within = new ArrayList<>();
        byArea.forEach((code, points) -> {
            if (areas.stream().anyMatch(a -> code.startsWith(a.value()))) {
                within.addAll(points);
            }
        });
        return within;
    }

    /// The middles of pieces of every street, by the smallest area they lie in.
    private Map<String, List<Position>> alongStreets(StaffRules.Coverage rule) {
        Map<String, List<Position>> points = new HashMap<>();
        STREETS.stream()
                .filter(n -> layers.find(n).isPresent())
                .findFirst()
                .ifPresent(name -> read(name, street -> {
                    if (street.shape() instanceof Shape.Line(List<Position> vertices)) {
                        pieces(vertices, rule.stepMetres(), points);
                    }
                }));
        return points;
    }

    private void pieces(List<Position> vertices, double step, Map<String, List<Position>> points) {
        double next = step / 2;
        for (int i = 0; i + 1 < vertices.size(); i++) {
            Position a = vertices.get(i);
            Position b = vertices.get(i + 1);
            double length = a.distanceMetres(b);
            while (next < length) {
                double t = next / length;
                hang(
                        new Position(
                                a.longitude() + (b.longitude() - a.longitude()) * t,
                                a.latitude() + (b.latitude() - a.latitude()) * t),
                        points);
                next += step;
            }
            next -= length;
        }
    }

    private Map<String, List<Position>> overGround(StaffRules.Coverage rule) {
        Map<String, List<Position>> points = new HashMap<>();
        double high = rule.stepMetres() / METRES_PER_DEGREE;
        double wide = high / Math.cos(Math.toRadians(city.centre().latitude()));
        double rows = (city.north() - city.south()) / high;
        double columns = (city.east() - city.west()) / wide;
        if (rows * columns > MOST_SQUARES) {
            return points;
        }
        for (double y = city.south() + high / 2; y < city.north(); y += high) {
            for (double x = city.west() + wide / 2; x < city.east(); x += wide) {
                hang(new Position(x, y), points);
            }
        }
        return points;
    }

    private void hang(Position point, Map<String, List<Position>> points) {
        finder.areaAt(point)
                .ifPresent(code -> points.computeIfAbsent(code.value(), _ -> new ArrayList<>())
                        .add(point));
    }

    private interface Taking {
        void take(Feature feature);
    }

    private void read(String layer, Taking taking) {
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(layers.open(layer), 1 << 16), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith("{\"row\":")) {
                    taking.take(Json.mapper()
                            .treeToValue(Json.mapper().readTree(line).path("row"), Feature.class));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
