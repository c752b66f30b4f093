package org.yiping.simulator.city;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.algorithm.Angle;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;

/// Joins edges of the same name that go straight on into long lines, one direction only. A divided street still has two.
final class Strokes {
    private static final double MAX_TURN = Math.toRadians(55);

    private Strokes() {}

    static List<Street> of(List<StreetSource.Edge> edges) {
        Map<String, List<StreetSource.Edge>> groups = new LinkedHashMap<>();
        Set<String> seen = new HashSet<>();
        for (StreetSource.Edge e : edges) {
            String pair = e.from().compareTo(e.to()) < 0 ? e.from() + '|' + e.to() : e.to() + '|' + e.from();
            if (seen.add(pair + '|' + e.name())) {
                groups.computeIfAbsent(e.name() + '|' + e.rank(), k -> new ArrayList<>())
                        .add(e);
            }
        }
        List<Street> strokes = new ArrayList<>();
        groups.values().forEach(group -> chain(group, strokes));
        return strokes;
    }

    private static void chain(List<StreetSource.Edge> group, List<Street> out) {
        List<StreetSource.Edge> open = new ArrayList<>(group);
        open.sort(Comparator.comparingDouble(StreetSource.Edge::length)
                .reversed()
                .thenComparing(StreetSource.Edge::id));
        while (!open.isEmpty()) {
            StreetSource.Edge start = open.removeFirst();
            Deque<Coordinate> line = new ArrayDeque<>(start.vertices());
            grow(line, start.to(), open, false);
            grow(line, start.from(), open, true);
            out.add(new Street(start.name(), start.rank(), line(line), false));
        }
    }

    private static void grow(Deque<Coordinate> line, String node, List<StreetSource.Edge> open, boolean front) {
        String at = node;
        while (true) {
            List<Coordinate> tail = tail(line, front);
            StreetSource.Edge best = null;
            double bestTurn = MAX_TURN;
            for (StreetSource.Edge e : open) {
                if (!e.from().equals(at) && !e.to().equals(at)) {
                    continue;
                }
                List<Coordinate> v = outward(e, at);
                double turn = Angle.diff(Angle.angle(tail.get(0), tail.get(1)), heading(v));
                if (turn < bestTurn) {
                    bestTurn = turn;
                    best = e;
                }
            }
            if (best == null) {
                return;
            }
            open.remove(best);
            for (Coordinate c : outward(best, at)) {
                if (front) {
                    line.addFirst(c);
                } else {
                    line.addLast(c);
                }
            }
            at = best.from().equals(at) ? best.to() : best.from();
        }
    }

    private static List<Coordinate> outward(StreetSource.Edge e, String from) {
        return e.from().equals(from) ? e.vertices() : e.vertices().reversed();
    }

    private static double heading(List<Coordinate> v) {
        return Angle.angle(v.get(0), v.get(v.size() > 2 ? 2 : 1));
    }

    /// A point some way back and the end itself.
    private static List<Coordinate> tail(Deque<Coordinate> line, boolean front) {
        List<Coordinate> v = new ArrayList<>(line);
        if (front) {
            v = v.reversed();
        }
        return List.of(v.get(Math.max(0, v.size() - 3)), v.getLast());
    }

    private static LineString line(Deque<Coordinate> vertices) {
        List<Coordinate> clean = new ArrayList<>();
        for (Coordinate c : vertices) {
            if (clean.isEmpty() || clean.getLast().distance(c) > 0.5) {
                clean.add(c);
            }
        }
        if (clean.size() < 2) {
            clean.add(vertices.getLast());
        }
        return Plane.GEOMETRY.createLineString(clean.toArray(Coordinate[]::new));
    }
}
