package org.yiping.simulator.play;

import java.time.Instant;
import java.util.random.RandomGenerator;
import org.yiping.domain.field.FieldUnit;
import org.yiping.domain.geo.Position;

/// A drone that flies straight from one corner of the city to another and hovers there for a while. Confined to one
/// thread.
final class Flyer {
    private final String id;
    private final String name;
    private final double metresPerSecond;
    private Position here;
    private Position goal;
    private double pause;

    Flyer(String id, String name, Position home, double metresPerSecond) {
        this.id = id;
        this.name = name;
        this.metresPerSecond = metresPerSecond;
        this.here = home;
        this.goal = home;
    }

    void move(double seconds, StreetMap map, RandomGenerator random) {
        if (pause > 0) {
            pause -= seconds;
            return;
        }
        double left = here.distanceMetres(goal);
        double step = metresPerSecond * seconds;
        if (left <= step) {
            here = goal;
            goal = map.at(map.anyNode(random));
            pause = 5 + random.nextInt(20);
            return;
        }
        double part = step / left;
        here = new Position(
                here.longitude() + (goal.longitude() - here.longitude()) * part,
                here.latitude() + (goal.latitude() - here.latitude()) * part);
    }

    FieldUnit sample(Instant at) {
        if (pause > 0 || here.equals(goal)) {
            return new FieldUnit(id, "drone", name, here, null, at);
        }
        double east = (goal.longitude() - here.longitude()) * Math.cos(Math.toRadians(here.latitude()));
        double heading = (Math.toDegrees(Math.atan2(east, goal.latitude() - here.latitude())) + 360) % 360;
        return new FieldUnit(id, "drone", name, here, (double) Math.round(heading), at);
    }
}
