package org.yiping.domain.advice;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.geo.Position;
import org.yiping.domain.geo.Shape;

/// What of a named road lies in one district. Confined to one thread until built, then read by any.
final class Stretch {
    private final String name;
    private final @Nullable AreaCode district;
    private final List<List<Position>> lines = new ArrayList<>();

    Stretch(String name, @Nullable AreaCode district) {
        this.name = name;
        this.district = district;
    }

    /// A shape cut into runs of vertices by the district they lie in; a surface is not a road and gives none.
    static Map<String, List<List<Position>>> pieces(Shape shape, Function<Position, String> district) {
        Map<String, List<List<Position>>> pieces = new LinkedHashMap<>();
        switch (shape) {
            case Shape.Point(Position p) ->
                pieces.computeIfAbsent(district.apply(p), _ -> new ArrayList<>())
                        .add(List.of(p));
            case Shape.Line(List<Position> vertices) -> {
                String last = null;
                List<Position> run = new ArrayList<>();
                for (Position p : vertices) {
                    String here = district.apply(p);
                    if (!here.equals(last)) {
                        run = new ArrayList<>();
                        pieces.computeIfAbsent(here, _ -> new ArrayList<>()).add(run);
                        last = here;
                    }
                    run.add(p);
                }
            }
            case Shape.Surface _ -> {}
        }
        return pieces;
    }

    void add(List<Position> line) {
        lines.add(List.copyOf(line));
    }

    String name() {
        return name;
    }

    @Nullable
    AreaCode district() {
        return district;
    }

    /// The middle vertex of the longest run.
    Position middle() {
        List<Position> longest = lines.getFirst();
        for (List<Position> line : lines) {
            longest = line.size() > longest.size() ? line : longest;
        }
        return longest.get(longest.size() / 2);
    }

    /// The point of it nearest to another.
    Position nearest(Position to) {
        Position best = middle();
        double least = Double.MAX_VALUE;
        double shrink = Math.cos(Math.toRadians(to.latitude()));
        for (List<Position> line : lines) {
            for (int i = 0; i < line.size(); i++) {
                Position p = onSegment(line.get(Math.max(0, i - 1)), line.get(i), to, shrink);
                double metres = p.distanceMetres(to);
                if (metres < least) {
                    least = metres;
                    best = p;
                }
            }
        }
        return best;
    }

    private static Position onSegment(Position a, Position b, Position to, double shrink) {
        double dx = (b.longitude() - a.longitude()) * shrink;
        double dy = b.latitude() - a.latitude();
        double square = dx * dx + dy * dy;
        if (square == 0) {
            return a;
        }
        double along = ((to.longitude() - a.longitude()) * shrink * dx + (to.latitude() - a.latitude()) * dy) / square;
        double t = Math.max(0, Math.min(1, along));
        return new Position(
                a.longitude() + t * (b.longitude() - a.longitude()), a.latitude() + t * (b.latitude() - a.latitude()));
    }
}
