package org.yiping.simulator.city;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.sensor.Limits;
import org.yiping.domain.sensor.Sensor;
import org.yiping.domain.sensor.SensorId;

/// The simulated sensors: each row of `demo/sensors.csv` says how many there are of a kind, along streets of which
/// ranks and how far apart. What measures water on the road stands near the river first, where it is low. Confined
/// to one thread.
final class Sensors {
    private static final String WATER = "water-level";
    private static final double LOW = 180;
    private static final double PIECE = 40;

    private final Plane plane;
    private final AreaTree areas;
    private final RandomGenerator random;
    private final List<Sensor> sensors = new ArrayList<>();

    private Sensors(Plane plane, AreaTree areas, RandomGenerator random) {
        this.plane = plane;
        this.areas = areas;
        this.random = random;
    }

    private record Kind(
            String code, String name, String unit, Limits limits, int count, Set<Rank> ranks, double apart) {
        static Kind of(String[] row) {
            return new Kind(
                    row[0],
                    row[1],
                    row[2],
                    new Limits(Double.valueOf(row[3]), Double.valueOf(row[4])),
                    Integer.parseInt(row[5]),
                    Arrays.stream(row[6].split(" "))
                            .map(r -> Rank.valueOf(r.toUpperCase(Locale.ROOT)))
                            .collect(Collectors.toSet()),
                    Double.parseDouble(row[7]));
        }
    }

    /// A place beside a street where one could stand.
    private record Spot(Coordinate at, String street) {}

    static List<Sensor> place(Ground ground, Plane plane, AreaTree areas, RandomGenerator random) {
        Sensors all = new Sensors(plane, areas, random);
        for (String[] row : Table.rows("sensors.csv")) {
            all.put(Kind.of(row), ground);
        }
        return List.copyOf(all.sensors);
    }

    private void put(Kind kind, Ground ground) {
        List<Spot> spots = spots(kind, ground);
        shuffle(spots);
        if (kind.code().equals(WATER)) {
            Geometry water = ground.terrain().water();
            List<Spot> low = new ArrayList<>(spots.stream()
                    .filter(s -> water.distance(Plane.GEOMETRY.createPoint(s.at())) < LOW)
                    .toList());
            spots.removeAll(low);
            spots.addAll(0, low);
        }
        List<Coordinate> taken = new ArrayList<>();
        for (Spot spot : spots) {
            boolean crowded = taken.stream().anyMatch(c -> c.distance(spot.at()) < kind.apart());
            if (taken.size() < kind.count() && !crowded) {
                taken.add(spot.at());
                sensors.add(sensor(kind, spot, taken.size()));
            }
        }
    }

    private Sensor sensor(Kind kind, Spot spot, int number) {
        AreaCode cell = areas.cellAt(spot.at());
        String id = cell.value().substring(0, 6) + "-" + kind.code() + "-" + String.format(Locale.ROOT, "%03d", number);
        return new Sensor(
                new SensorId(id),
                kind.code(),
                spot.street() + " · " + kind.name() + " " + number,
                plane.position(spot.at()),
                cell,
                kind.unit(),
                kind.limits(),
                true);
    }

    /// One in the middle of each piece of a street: at the kerb, what measures the road itself upon it.
    private List<Spot> spots(Kind kind, Ground ground) {
        List<Spot> spots = new ArrayList<>();
        boolean road = kind.code().equals(WATER) || kind.code().equals("manhole");
        for (Street street : ground.streets()) {
            if (!kind.ranks().contains(street.rank()) || street.name().isEmpty()) {
                continue;
            }
            double aside = street.rank().halfWidth() * (road ? 0.3 : 0.9);
            Coordinate[] v = street.line().getCoordinates();
            for (int i = 1; i < v.length; i++) {
                double length = v[i].distance(v[i - 1]);
                if (length > PIECE) {
                    Coordinate at = beside(v[i - 1], v[i], aside / length);
                    if (plane.frame().contains(at)) {
                        spots.add(new Spot(at, street.name()));
                    }
                }
            }
        }
        return spots;
    }

    private static Coordinate beside(Coordinate a, Coordinate b, double share) {
        return new Coordinate((a.x + b.x) / 2 - (b.y - a.y) * share, (a.y + b.y) / 2 + (b.x - a.x) * share);
    }

    private void shuffle(List<Spot> spots) {
        for (int i = spots.size() - 1; i > 0; i--) {
            spots.set(i, spots.set(random.nextInt(i + 1), spots.get(i)));
        }
    }
}
