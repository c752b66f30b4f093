package org.yiping.server.staff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.yiping.city.CellFinder;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.geo.Extent;
import org.yiping.domain.geo.Feature;
import org.yiping.domain.geo.Position;
import org.yiping.domain.geo.Shape;
import org.yiping.domain.staff.DutyGround;
import org.yiping.domain.staff.StaffRules;

/// One state of the city's outlines and streets, and the duty grids in it. `lies` is for any thread,
/// the rest for one at a time.
final class DutyMap {
    /// Of a city without outlines the ground is the whole world: nothing is judged there.
    private static final long MOST_SQUARES = 3_000_000;
    private static final double METRES_PER_DEGREE = 111_195;

    private final Extent city;
    private final Supplier<List<Feature>> streets;
    private final List<String> codes;
    private final CellFinder finder;
    private final Map<AreaCode, Boolean> outlined = new HashMap<>();
    private final Map<StaffRules.Coverage, Map<String, List<Position>>> along = new HashMap<>();
    private final Map<StaffRules.Coverage, Map<String, List<Position>>> over = new HashMap<>();
    private final Map<Key, DutyGround> grounds = new HashMap<>();

    private record Key(StaffRules.Coverage rule, List<AreaCode> areas) {}

    DutyMap(Extent city, List<Feature> outlines, Supplier<List<Feature>> streets) {
        this.city = city;
        this.streets = streets;
        this.finder = new CellFinder(city, outlines);
        this.codes = outlines.stream()
                .filter(f -> f.shape() instanceof Shape.Surface)
                .map(Feature::id)
                .toList();
    }

    boolean hasOutline(AreaCode area) {
        return outlined.computeIfAbsent(area, a -> codes.stream().anyMatch(code -> code.startsWith(a.value())));
    }

    boolean lies(Position place, List<AreaCode> areas) {
        return finder.areaAt(place)
                .filter(code -> areas.stream().anyMatch(a -> code.value().startsWith(a.value())))
                .isPresent();
    }

    DutyGround ground(StaffRules.Coverage rule, List<AreaCode> areas) {
        return grounds.computeIfAbsent(new Key(rule, List.copyOf(areas)), this::make);
    }

    private DutyGround make(Key key) {
        StaffRules.Coverage rule = key.rule();
        if (rule.method().equals(StaffRules.Coverage.STREETS)) {
            List<Position> pieces = within(along.computeIfAbsent(rule, this::alongStreets), key.areas());
            if (!pieces.isEmpty()) {
                return new DutyGround(StaffRules.Coverage.STREETS, pieces, rule.reachMetres());
            }
        }
        List<Position> squares = within(over.computeIfAbsent(rule, this::overGround), key.areas());
        return new DutyGround(StaffRules.Coverage.SQUARES, squares, rule.reachMetres());
    }

    /// The middles of pieces of every street, by the smallest area they lie in.
    private Map<String, List<Position>> alongStreets(StaffRules.Coverage rule) {
        Map<String, List<Position>> points = new HashMap<>();
        for (Feature street : streets.get()) {
            if (street.shape() instanceof Shape.Line(List<Position> vertices)) {
                pieces(vertices, rule.stepMetres(), points);
            }
        }
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

    private static List<Position> within(Map<String, List<Position>> byArea, List<AreaCode> areas) {
        List<Position> within = new ArrayList<>();
        byArea.forEach((code, points) -> {
            if (areas.stream().anyMatch(a -> code.startsWith(a.value()))) {
                within.addAll(points);
            }
        });
        return within;
    }
}
