package org.yiping.simulator.city;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.locationtech.jts.algorithm.MinimumAreaRectangle;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.polygonize.Polygonizer;

/// Cuts large faces in halves across their longer side until they are of a city's grain: first by
/// invented streets, then by borders of cells (单元网格, about one hectare). Confined to one thread.
final class Subdivision {
    private static final double MID_ABOVE = 420_000;
    private static final double STREET_ABOVE = 33_000;
    private static final double CUT_ABOVE = 14_000;

    private final RandomGenerator random;
    private final StreetNames names;
    private final List<Street> lines = new ArrayList<>();

    Subdivision(RandomGenerator random, StreetNames names) {
        this.random = random;
        this.names = names;
    }

    List<Street> lines() {
        return List.copyOf(lines);
    }

    /// `built`: whether streets may be invented here; a park or a river gets cell borders only.
    void split(Polygon face, boolean built) {
        double area = face.getArea();
        if (area < CUT_ABOVE) {
            return;
        }
        Rank rank = !built || area < STREET_ABOVE ? Rank.CUT : area > MID_ABOVE ? Rank.MID : Rank.MINOR;
        LineString cut = across(face);
        List<Polygon> parts = parts(face, cut);
        if (parts.size() < 2) {
            return;
        }
        String name = rank.isStreet() ? names.next(rank) : "";
        lines(face.intersection(cut)).forEach(line -> lines.add(new Street(name, rank, line, true)));
        parts.forEach(part -> split(part, built));
    }

    private LineString across(Polygon face) {
        Coordinate[] box = MinimumAreaRectangle.getMinimumRectangle(face).getCoordinates();
        boolean firstIsLong = box[0].distance(box[1]) >= box[1].distance(box[2]);
        Coordinate a = firstIsLong ? box[0] : box[1];
        Coordinate b = firstIsLong ? box[1] : box[2];
        Coordinate c = firstIsLong ? box[2] : box[3];
        Coordinate d = firstIsLong ? box[3] : box[0];
        double at = 0.5 + (random.nextDouble() - 0.5) * 0.18;
        double slant = (random.nextDouble() - 0.5) * 0.04;
        Coordinate from = mix(a, b, at - slant);
        Coordinate to = mix(d, c, at + slant);
        return Plane.GEOMETRY.createLineString(new Coordinate[] {mix(from, to, -0.1), mix(from, to, 1.1)});
    }

    private static Coordinate mix(Coordinate a, Coordinate b, double t) {
        return new Coordinate(a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t);
    }

    private static List<LineString> lines(Geometry g) {
        List<LineString> out = new ArrayList<>();
        for (int i = 0; i < g.getNumGeometries(); i++) {
            if (g.getGeometryN(i) instanceof LineString line && line.getLength() > 0.5) {
                out.add(line);
            }
        }
        return out;
    }

    /// The cut overshoots the face at both ends, so that it surely crosses the border; the polygonizer drops the rest.
    private static List<Polygon> parts(Polygon face, LineString cut) {
        Polygonizer polygonizer = new Polygonizer();
        polygonizer.add(face.getBoundary().union(cut));
        List<Polygon> parts = new ArrayList<>();
        for (Polygon p : Net.polygons(polygonizer)) {
            if (face.contains(p.getInteriorPoint())) {
                parts.add(p);
            }
        }
        return parts;
    }
}
