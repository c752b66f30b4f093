package org.yiping.simulator.play;

import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;
import org.yiping.domain.field.FieldUnit;
import org.yiping.domain.geo.Position;

/// Somebody or something moving along the streets towards a goal, then towards another near home. Confined to one
/// thread.
///
/// At each corner it mostly takes the street that leads closer; a shortest path would be no more lifelike and costs
/// more.
final class Walker {
    private final String id;
    private final String kind;
    private final String name;
    private final double metresPerSecond;
    private final int home;
    private int from;
    private int to;
    private int goal;
    private double along;
    private double pause;

    Walker(String id, String kind, String name, int home, double metresPerSecond) {
        this.id = id;
        this.kind = kind;
        this.name = name;
        this.home = home;
        this.metresPerSecond = metresPerSecond;
        this.from = home;
        this.to = home;
        this.goal = home;
    }

    void send(int node) {
        goal = node;
        pause = 0;
    }

    void move(double seconds, StreetMap map, RandomGenerator random, int roam) {
        if (pause > 0) {
            pause -= seconds;
            return;
        }
        double left = metresPerSecond * seconds;
        for (int steps = 0; left > 0 && steps < 200; steps++) {
            double length = map.at(from).distanceMetres(map.at(to));
            if (along + left < length) {
                along += left;
                return;
            }
            left -= length - along;
            along = 0;
            int before = from;
            from = to;
            if (from == goal) {
                goal = near(map, random, roam);
                pause = random.nextInt(3) == 0 ? 20 + random.nextInt(60) : 0;
            }
            to = next(before, map, random);
            if (to == from || pause > 0) {
                return;
            }
        }
    }

    private int near(StreetMap map, RandomGenerator random, int roam) {
        int node = home;
        for (int i = 0; i < roam; i++) {
            List<Integer> around = map.neighbours(node);
            if (!around.isEmpty()) {
                node = around.get(random.nextInt(around.size()));
            }
        }
        return node;
    }

    private int next(int before, StreetMap map, RandomGenerator random) {
        List<Integer> around = map.neighbours(from);
        if (around.isEmpty()) {
            return from;
        }
        if (random.nextInt(6) == 0) {
            return around.get(random.nextInt(around.size()));
        }
        int best = around.getFirst();
        double bestDistance = Double.MAX_VALUE;
        for (int node : around) {
            double d = map.at(node).distanceMetres(map.at(goal)) + (node == before ? 60 : 0);
            if (d < bestDistance) {
                bestDistance = d;
                best = node;
            }
        }
        return best;
    }

    FieldUnit sample(StreetMap map, Instant at) {
        Position a = map.at(from);
        Position b = map.at(to);
        double length = a.distanceMetres(b);
        double t = length == 0 ? 0 : along / length;
        Position here = new Position(
                a.longitude() + (b.longitude() - a.longitude()) * t, a.latitude() + (b.latitude() - a.latitude()) * t);
        if (length == 0) {
            return new FieldUnit(id, kind, name, here, null, at); // who stands looks nowhere
        }
        double east = (b.longitude() - a.longitude()) * Math.cos(Math.toRadians(a.latitude()));
        double heading = (Math.toDegrees(Math.atan2(east, b.latitude() - a.latitude())) + 360) % 360;
        return new FieldUnit(id, kind, name, here, Math.round(heading), at);
    }
}
