package org.yiping.simulator.city;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.locationtech.jts.geom.Coordinate;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.camera.CameraState;
import org.yiping.domain.camera.CameraStream;

/// The 347 simulated cameras: at the greater junctions first, then along streets, each looking down its street.
/// Confined to one thread.
///
/// Codes are the trade's 20 digits: centre 8, industry 2, type 3 (131 camera, 132 network camera), network 1, number 6.
final class Cameras {
    static final int COUNT = 347;
    private static final double APART = 70;
    private static final double ONLINE = 0.97;

    private final Plane plane;
    private final AreaTree areas;
    private final RandomGenerator random;
    private final List<Coordinate> taken = new ArrayList<>();
    private final List<Camera> cameras = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    private Cameras(Plane plane, AreaTree areas, RandomGenerator random) {
        this.plane = plane;
        this.areas = areas;
        this.random = random;
    }

    /// Streets that pass a junction, the greatest first, and where each leads.
    private record Crossing(Coordinate at, Map<String, Double> headings, int weight) {}

    static List<Camera> place(Ground ground, Plane plane, AreaTree areas, RandomGenerator random) {
        Cameras c = new Cameras(plane, areas, random);
        for (Crossing crossing : crossings(ground)) {
            if (c.cameras.size() >= COUNT * 4 / 5) {
                break;
            }
            List<String> streets = List.copyOf(crossing.headings().keySet());
            String first = streets.getFirst();
            c.mount(
                    crossing.at(),
                    crossing.headings().getOrDefault(first, 0.0),
                    first + " · " + streets.get(1) + "口",
                    crossing.weight() > 1);
        }
        for (int round = 1; c.cameras.size() < COUNT; round++) {
            for (Street s : ground.streets()) {
                if (c.cameras.size() < COUNT
                        && s.line().getLength() > 150
                        && !s.name().isEmpty()) {
                    c.midway(s, round);
                }
            }
        }
        return List.copyOf(c.cameras);
    }

    private static List<Crossing> crossings(Ground ground) {
        Map<Coordinate, List<Street>> at = new HashMap<>();
        Set<Coordinate> junctions = new HashSet<>(ground.junctions());
        for (Street s : ground.streets()) {
            for (Coordinate c : s.line().getCoordinates()) {
                if (junctions.contains(c) && !s.name().isEmpty()) {
                    at.computeIfAbsent(c, k -> new ArrayList<>()).add(s);
                }
            }
        }
        List<Crossing> out = new ArrayList<>();
        at.forEach((point, streets) -> {
            streets.sort(Comparator.comparing(Street::rank).thenComparing(Street::name));
            Map<String, Double> headings = new LinkedHashMap<>();
            int weight = 0;
            for (Street s : streets) {
                if (headings.putIfAbsent(s.name(), heading(s, point)) == null) {
                    weight += s.rank().weight();
                }
            }
            if (headings.size() > 1) {
                out.add(new Crossing(point, headings, weight));
            }
        });
        out.sort(Comparator.comparingInt((Crossing c) -> -c.weight()).thenComparing(Crossing::at));
        return out;
    }

    /// Degrees clockwise from north along the street, away from the point.
    private static double heading(Street s, Coordinate from) {
        Coordinate[] v = s.line().getCoordinates();
        int i = 0;
        while (!v[i].equals2D(from)) {
            i++;
        }
        Coordinate to = i + 1 < v.length ? v[i + 1] : v[i - 1];
        return (Math.toDegrees(Math.atan2(to.x - from.x, to.y - from.y)) + 360) % 360;
    }

    private void midway(Street s, int round) {
        Coordinate[] v = s.line().getCoordinates();
        int i = 1 + random.nextInt(v.length - 1);
        double t = 0.35 + random.nextDouble() * 0.3;
        Coordinate at = new Coordinate(v[i - 1].x + (v[i].x - v[i - 1].x) * t, v[i - 1].y + (v[i].y - v[i - 1].y) * t);
        String part = round == 1 ? "中段" : round + "号点";
        mount(at, heading(s, v[i - 1]), s.name() + " · " + part, false);
    }

    private void mount(Coordinate at, double heading, String name, boolean ball) {
        boolean crowded = taken.stream().anyMatch(c -> c.distance(at) < APART);
        if (crowded || !plane.frame().contains(at) || cameras.size() >= COUNT || !names.add(name)) {
            return;
        }
        taken.add(at);
        int n = cameras.size() + 1;
        String kind = ball ? "ball" : random.nextInt(4) == 0 ? "half-dome" : "bullet";
        String id = areas.cellAt(at).value().substring(0, 6) + "0000" + (ball ? "131" : "132") + "0"
                + String.format(Locale.ROOT, "%06d", n);
        String url = "${cameras}/camera/" + n + ".ts?grade=";
        cameras.add(new Camera(
                new CameraId(id),
                name,
                plane.position(at),
                new Camera.View(Math.round(heading), ball ? 62 : 48, kind),
                List.of(
                        new CameraStream("main", url + "main", 1920, 1080, 25),
                        new CameraStream("sub", url + "sub", 640, 360, 25)),
                new CameraState(random.nextDouble() < ONLINE, true)));
    }
}
