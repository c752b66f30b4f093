package org.yiping.simulator.city;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.catalogue.ClassCode;
import org.yiping.domain.component.Component;
import org.yiping.domain.component.ComponentId;
import org.yiping.domain.identity.Department;

/// The managed components (部件) along the streets: each row of `demo/components.csv` says how often and how far from the
/// middle a class stands on each rank of street. Ids are 6 + 4 + 6 digits (domain.md 3.3). Confined to one thread.
final class Furniture {
    private final Plane plane;
    private final AreaTree areas;
    private final Departments departments;
    private final RandomGenerator random;
    private final List<Component> components = new ArrayList<>();
    private final Map<String, Integer> sequence = new HashMap<>();
    private final Map<String, Duty> duties = new HashMap<>();

    /// Who maintains a class in a street, and the city's department above it, where there is one.
    private record Duty(Department keeper, @Nullable Department above) {}

    private Furniture(Plane plane, AreaTree areas, Departments departments, RandomGenerator random) {
        this.plane = plane;
        this.areas = areas;
        this.departments = departments;
        this.random = random;
    }

    /// A row of the table. Spacings in metres by rank, 0 where the class does not stand.
    private record Kind(ClassCode classCode, String name, double offset, boolean both, Map<Rank, Integer> spacing) {
        static Kind of(String[] row) {
            return new Kind(
                    new ClassCode(row[0]),
                    row[1],
                    Double.parseDouble(row[2]),
                    row[3].equals("both"),
                    Map.of(
                            Rank.MAJOR, Integer.valueOf(row[4]),
                            Rank.MID, Integer.valueOf(row[5]),
                            Rank.MINOR, Integer.valueOf(row[6])));
        }
    }

    static List<Component> along(
            List<Street> streets, Plane plane, AreaTree areas, Departments departments, RandomGenerator random) {
        Furniture furniture = new Furniture(plane, areas, departments, random);
        for (String[] row : Table.rows("components.csv")) {
            Kind kind = Kind.of(row);
            streets.forEach(s -> furniture.line(kind, s));
        }
        return List.copyOf(furniture.components);
    }

    private void line(Kind kind, Street street) {
        int spacing = kind.spacing().getOrDefault(street.rank(), 0);
        if (spacing == 0) {
            return;
        }
        double next = spacing * random.nextDouble();
        Coordinate[] v = street.line().getCoordinates();
        double half = street.rank().halfWidth();
        for (int i = 1; i < v.length; i++) {
            double length = v[i].distance(v[i - 1]);
            for (; next < length; next += spacing * (0.85 + random.nextDouble() * 0.3)) {
                boolean turned = !kind.both() && random.nextBoolean();
                put(kind, street, beside(v[i - 1], v[i], next, kind.offset() * half * (turned ? -1 : 1)));
                if (kind.both()) {
                    put(kind, street, beside(v[i - 1], v[i], next, -kind.offset() * half));
                }
            }
            next -= length;
        }
    }

    private static Coordinate beside(Coordinate a, Coordinate b, double along, double aside) {
        double length = a.distance(b);
        double ux = (b.x - a.x) / length;
        double uy = (b.y - a.y) / length;
        return new Coordinate(a.x + ux * along - uy * aside, a.y + uy * along + ux * aside);
    }

    private void put(Kind kind, Street street, Coordinate at) {
        if (!plane.frame().contains(at)) {
            return;
        }
        AreaCode cell = areas.cellAt(at);
        String stem = cell.value().substring(0, 6) + kind.classCode().value().substring(2);
        int number = sequence.merge(stem, 1, Integer::sum);
        String name = street.name().isEmpty() ? kind.name() : street.name() + kind.name();
        Duty duty = duties.computeIfAbsent(
                cell.value().substring(0, 9) + kind.classCode().value(), _ -> {
                    Department keeper = departments.of(kind.classCode(), cell);
                    return new Duty(keeper, departments.above(kind.classCode(), keeper));
                });
        components.add(new Component(
                new ComponentId(stem + String.format(Locale.ROOT, "%06d", number)),
                kind.classCode(),
                name,
                plane.position(at),
                cell,
                duty.keeper().id(),
                duty.above() == null ? null : duty.above().id(),
                duty.above() == null ? null : duty.above().id()));
    }
}
