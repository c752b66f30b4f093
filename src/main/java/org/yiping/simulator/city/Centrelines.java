package org.yiping.simulator.city;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.Angle;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;

/// One line a street: carriageways, frontage roads and underpasses that run beside a greater line are folded into it,
/// and the line moves to the middle of a divided street. Confined to one thread.
///
/// A map at city scale shows a street as one band; two parallel lines would also cut false blocks between them.
final class Centrelines {
    private static final double SAMPLE = 8;
    private static final double SHORTEST = 45;
    /// Shorter pieces without a name are ramps and slip roads.
    private static final double NAMELESS = 260;
    private static final double HOOK = 60;
    private static final double PARALLEL = Math.toRadians(25);

    private final List<Street> kept = new ArrayList<>();
    private final List<Street> folded = new ArrayList<>();

    private Centrelines() {}

    /// Folds once more, for lesser lines that came to lie side by side when their ends were joined.
    static List<Street> fold(List<Street> streets) {
        Centrelines centrelines = new Centrelines();
        List<Street> order = new ArrayList<>(streets);
        order.sort(Comparator.comparing(Street::rank)
                .thenComparingDouble(s -> -s.line().getLength()));
        for (Street s : order) {
            if (s.rank() == Rank.MAJOR) {
                centrelines.kept.add(s);
            } else {
                centrelines.take(s);
            }
        }
        return List.copyOf(centrelines.kept);
    }

    static List<Street> of(List<Street> strokes) {
        Centrelines centrelines = new Centrelines();
        List<Street> order = new ArrayList<>(strokes);
        order.sort(Comparator.comparing(Street::rank)
                .thenComparing(s -> s.name().isEmpty())
                .thenComparingDouble(s -> -s.line().getLength()));
        order.stream()
                .filter(s -> !s.name().isEmpty() || s.line().getLength() > NAMELESS)
                .forEach(centrelines::take);
        return centrelines.kept.stream()
                .map(centrelines::centred)
                .filter(s -> s.line().getLength() > SHORTEST)
                .toList();
    }

    private void take(Street street) {
        List<Coordinate> points = samples(street.line(), SAMPLE);
        List<Coordinate> run = new ArrayList<>();
        List<Street> runs = new ArrayList<>();
        int covered = 0;
        for (int i = 0; i < points.size(); i++) {
            Coordinate p = points.get(i);
            Coordinate next = points.get(i + 1 < points.size() ? i + 1 : i);
            Coordinate before = points.get(i == 0 ? 0 : i - 1);
            if (covered(street, p, Angle.angle(before, next))) {
                covered++;
                finish(street, run, runs);
            } else {
                run.add(p);
            }
        }
        finish(street, run, runs);
        if (covered == 0) {
            kept.add(street);
        } else {
            folded.add(street);
            kept.addAll(runs);
        }
    }

    private static void finish(Street street, List<Coordinate> run, List<Street> runs) {
        if (run.size() * SAMPLE >= SHORTEST) {
            runs.add(street.withLine(line(run)));
        }
        run.clear();
    }

    private boolean covered(Street street, Coordinate p, double heading) {
        for (Street k : kept) {
            double reach = reach(street, k);
            if (nearParallel(k.line(), p, heading, reach) != null) {
                return true;
            }
        }
        return false;
    }

    private static double reach(Street street, Street over) {
        boolean same = !street.name().isEmpty() && street.name().equals(over.name());
        return switch (over.rank()) {
            case MAJOR -> same ? 125 : street.rank() == Rank.MAJOR ? 50 : 36;
            case MID -> same ? 36 : 26;
            case MINOR, BANK, CUT -> 16;
        };
    }

    /// The nearest point of the line within reach of p where the line runs along the heading, either way.
    private static @Nullable Coordinate nearParallel(LineString line, Coordinate p, double heading, double reach) {
        Envelope box = line.getEnvelopeInternal();
        if (box.distance(new Envelope(p)) > reach) {
            return null;
        }
        Coordinate best = null;
        double bestDistance = reach;
        Coordinate[] v = line.getCoordinates();
        for (int i = 1; i < v.length; i++) {
            LineSegment s = new LineSegment(v[i - 1], v[i]);
            double d = s.distance(p);
            double turn = Angle.diff(s.angle(), heading);
            if (d < bestDistance && Math.min(turn, Math.PI - turn) < PARALLEL) {
                bestDistance = d;
                best = s.closestPoint(p);
            }
        }
        return best;
    }

    private Street centred(Street street) {
        List<Coordinate> points = samples(street.line(), 25);
        List<Coordinate> moved = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            Coordinate p = points.get(i);
            double heading =
                    Angle.angle(points.get(Math.max(0, i - 1)), points.get(Math.min(points.size() - 1, i + 1)));
            Coordinate other = null;
            for (Street f : folded) {
                if (f.rank() == street.rank() && f.name().equals(street.name())) {
                    Coordinate q = nearParallel(f.line(), p, heading, 120);
                    if (q != null && q.distance(p) > 6 && (other == null || q.distance(p) > other.distance(p))) {
                        other = q;
                    }
                }
            }
            moved.add(other == null ? p : new Coordinate((p.x + other.x) / 2, (p.y + other.y) / 2));
        }
        LineString simple =
                (LineString) DouglasPeuckerSimplifier.simplify(line(moved), street.rank() == Rank.MAJOR ? 14 : 3);
        return street.withLine(withoutHooks(simple));
    }

    /// Without the short sideways steps that remain where one carriageway begins or ends.
    private static LineString withoutHooks(LineString line) {
        List<Coordinate> v = new ArrayList<>(Arrays.asList(line.getCoordinates()));
        boolean changed = true;
        while (changed && v.size() > 2) {
            changed = false;
            for (int i = 1; i < v.size() - 1 && v.size() > 2; i++) {
                Coordinate a = v.get(i - 1);
                Coordinate b = v.get(i);
                Coordinate c = v.get(i + 1);
                double turn = Angle.diff(Angle.angle(a, b), Angle.angle(b, c));
                double shorter = Math.min(a.distance(b), b.distance(c));
                if (turn > Math.toRadians(38) && shorter < HOOK && turn * (HOOK - shorter) > 14) {
                    boolean atFirst = i == 1 && a.distance(b) == shorter;
                    boolean atLast = i == v.size() - 2 && b.distance(c) == shorter;
                    v.remove(atFirst ? 0 : atLast ? v.size() - 1 : i);
                    changed = true;
                    break;
                }
            }
        }
        return line(v);
    }

    /// The line's own vertices and points between them no farther apart than `step`.
    private static List<Coordinate> samples(LineString line, double step) {
        Coordinate[] v = line.getCoordinates();
        List<Coordinate> out = new ArrayList<>();
        out.add(v[0]);
        for (int i = 1; i < v.length; i++) {
            int parts = Math.max(1, (int) Math.ceil(v[i].distance(v[i - 1]) / step));
            for (int k = 1; k <= parts; k++) {
                out.add(between(v[i - 1], v[i], k, parts));
            }
        }
        return out;
    }

    private static Coordinate between(Coordinate a, Coordinate b, int k, int parts) {
        double t = (double) k / parts;
        return new Coordinate(a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t);
    }

    private static LineString line(List<Coordinate> points) {
        return Plane.GEOMETRY.createLineString(points.toArray(Coordinate[]::new));
    }
}
