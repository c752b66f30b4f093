package org.yiping.simulator.city;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.Angle;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.operation.distance.DistanceOp;

/// Makes streets meet: a loose end is drawn to the street beside or before it; a great street that leaves the source
/// runs on to the next street or the frame. Confined to one thread.
final class Joints {
    private static final double TOUCH = 24;
    private static final double AHEAD = 62;
    private static final double AHEAD_MAJOR = 130;
    private static final double CONE = Math.toRadians(62);
    private static final double PROLONG_MAJOR = 4_000;
    private static final double PROLONG_MID = 420;

    private final List<Street> streets;
    private final Envelope frame;

    private Joints(List<Street> streets, Envelope frame) {
        this.streets = new ArrayList<>(streets);
        this.frame = frame;
    }

    static List<Street> join(List<Street> streets, Envelope frame) {
        Joints joints = new Joints(streets, frame);
        for (int i = 0; i < joints.streets.size(); i++) {
            joints.end(i, true);
            joints.end(i, false);
        }
        return List.copyOf(joints.streets);
    }

    private void end(int index, boolean first) {
        Street street = streets.get(index);
        List<Coordinate> v = new ArrayList<>(Arrays.asList(street.line().getCoordinates()));
        if (first) {
            v = v.reversed();
        }
        Coordinate end = v.getLast();
        double heading = Angle.angle(back(v), end);
        Coordinate target = nearby(index, end, heading);
        if (target == null) {
            target = ahead(index, end, heading).orElse(null);
        }
        if (target == null || target.distance(end) < 0.01) {
            return;
        }
        List<Coordinate> longer = new ArrayList<>(v);
        longer.add(target);
        if (first) {
            longer = longer.reversed();
        }
        streets.set(index, street.withLine(Plane.GEOMETRY.createLineString(longer.toArray(Coordinate[]::new))));
    }

    /// A vertex far enough behind the end to tell the street's direction.
    private static Coordinate back(List<Coordinate> v) {
        for (int i = v.size() - 2; i > 0; i--) {
            if (v.get(i).distance(v.getLast()) > 60) {
                return v.get(i);
            }
        }
        return v.getFirst();
    }

    private @Nullable Coordinate nearby(int index, Coordinate end, double heading) {
        Geometry point = Plane.GEOMETRY.createPoint(end);
        Coordinate best = null;
        double reach = streets.get(index).rank() == Rank.MAJOR ? AHEAD_MAJOR : AHEAD;
        double bestDistance = reach;
        for (int i = 0; i < streets.size(); i++) {
            LineString line = streets.get(i).line();
            if (!meets(index, i) || line.getEnvelopeInternal().distance(new Envelope(end)) > reach) {
                continue;
            }
            Coordinate q = DistanceOp.nearestPoints(line, point)[0];
            double d = q.distance(end);
            boolean inReach = d < TOUCH || Angle.diff(Angle.angle(end, q), heading) < CONE;
            if (d < bestDistance && inReach) {
                bestDistance = d;
                best = q;
            }
        }
        return best;
    }

    /// A great street goes on into its like, not into the lane that happens to be nearer.
    private boolean meets(int index, int other) {
        boolean great = streets.get(index).rank() == Rank.MAJOR;
        return index != other && (!great || streets.get(other).rank() == Rank.MAJOR);
    }

    /// Where the street meets another, or the frame, when it runs straight on.
    private Optional<Coordinate> ahead(int index, Coordinate end, double heading) {
        Street street = streets.get(index);
        double reach = switch (street.rank()) {
            case MAJOR -> street.line().getLength() > 150 ? PROLONG_MAJOR : PROLONG_MID;
            case MID -> PROLONG_MID;
            case MINOR -> 200;
            case BANK, CUT -> 0;
        };
        LineSegment ray = new LineSegment(
                end, new Coordinate(end.x + Math.cos(heading) * reach, end.y + Math.sin(heading) * reach));
        LineString rayLine = ray.toGeometry(Plane.GEOMETRY);
        Geometry hits = Plane.GEOMETRY.toGeometry(frame).getBoundary().intersection(rayLine);
        List<Coordinate> candidates = new ArrayList<>(Arrays.asList(hits.getCoordinates()));
        for (int i = 0; i < streets.size(); i++) {
            LineString line = streets.get(i).line();
            if (meets(index, i) && line.getEnvelopeInternal().intersects(rayLine.getEnvelopeInternal())) {
                candidates.addAll(Arrays.asList(line.intersection(rayLine).getCoordinates()));
            }
        }
        return candidates.stream()
                .filter(c -> c.distance(end) > 0.5)
                .min((a, b) -> Double.compare(a.distance(end), b.distance(end)));
    }
}
