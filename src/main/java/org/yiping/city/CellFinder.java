package org.yiping.city;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.area.AreaFinder;
import org.yiping.domain.geo.Extent;
import org.yiping.domain.geo.Feature;
import org.yiping.domain.geo.Position;
import org.yiping.domain.geo.Shape;

/// Finds the cell of a position: outlines are hung into a coarse grid, then tested by the even-odd rule, so that holes
/// and several polygons need no special case. Immutable after construction; any thread.
public final class CellFinder implements AreaFinder {
    /// About 220 m of latitude: a bucket then holds a handful of one-hectare cells.
    private static final double BUCKET_DEGREES = 0.002;

    private final Extent city;
    private final Map<Long, List<Outline>> buckets = new HashMap<>();

    private record Outline(AreaCode code, Shape.Surface surface) {}

    /// `outlines` are features whose id is the area's code, the smallest level the city has.
    public CellFinder(Extent city, List<Feature> outlines) {
        this.city = city;
        for (Feature feature : outlines) {
            if (feature.shape() instanceof Shape.Surface surface) {
                hang(new Outline(new AreaCode(feature.id()), surface));
            }
        }
    }

    private void hang(Outline outline) {
        double west = 180;
        double south = 90;
        double east = -180;
        double north = -90;
        for (List<List<Position>> polygon : outline.surface().polygons()) {
            for (Position p : polygon.getFirst()) {
                west = Math.min(west, p.longitude());
                east = Math.max(east, p.longitude());
                south = Math.min(south, p.latitude());
                north = Math.max(north, p.latitude());
            }
        }
        for (int x = bucket(west); x <= bucket(east); x++) {
            for (int y = bucket(south); y <= bucket(north); y++) {
                buckets.computeIfAbsent(key(x, y), k -> new ArrayList<>()).add(outline);
            }
        }
    }

    @Override
    public Optional<AreaCode> areaAt(Position position) {
        return buckets.getOrDefault(key(bucket(position.longitude()), bucket(position.latitude())), List.of()).stream()
                .filter(o -> contains(o.surface(), position))
                .map(Outline::code)
                .findFirst();
    }

    @Override
    public boolean isInCity(Position position) {
        return city.contains(position);
    }

    private static boolean contains(Shape.Surface surface, Position p) {
        boolean inside = false;
        for (List<List<Position>> polygon : surface.polygons()) {
            for (List<Position> ring : polygon) {
                for (int i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
                    Position a = ring.get(i);
                    Position b = ring.get(j);
                    if ((a.latitude() > p.latitude()) != (b.latitude() > p.latitude())
                            && p.longitude()
                                    < (b.longitude() - a.longitude())
                                                    * (p.latitude() - a.latitude())
                                                    / (b.latitude() - a.latitude())
                                            + a.longitude()) {
                        inside = !inside;
                    }
                }
            }
        }
        return inside;
    }

    private static int bucket(double degrees) {
        return (int) Math.floor(degrees / BUCKET_DEGREES);
    }

    private static long key(int x, int y) {
        return (long) x << 32 | (y & 0xffffffffL);
    }
}
