package org.yiping.simulator.city;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/// The ground plan: streets, the parcels between them, the cells (单元网格) and the quarters between greater streets. All
/// faces share their borders exactly. Immutable.
record Ground(
        List<Street> streets,
        List<Coordinate> junctions,
        Terrain terrain,
        List<Polygon> quarters,
        List<Polygon> parcels,
        List<Polygon> cells) {

    /// A nameless piece of a great street is what is left of its second carriageway.
    private static final double STUB = 200;

    static Ground lay(Plane plane, RandomGenerator random, StreetNames names) {
        List<Street> real = streets(plane);
        Geometry frame = Plane.GEOMETRY.toGeometry(plane.frame());
        Terrain terrain = Terrain.draw(frame);
        List<Street> lines = new ArrayList<>(real);
        lines.add(border(((Polygon) frame).getExteriorRing()));
        for (int i = 0; i < terrain.corridor().getNumGeometries(); i++) {
            lines.add(border(((Polygon) terrain.corridor().getGeometryN(i)).getExteriorRing()));
        }
        Subdivision subdivision = new Subdivision(random, names);
        PreparedGeometry river = PreparedGeometryFactory.prepare(terrain.corridor());
        for (Polygon face : Net.of(lines).faces(Rank.BANK)) {
            subdivision.split(face, !river.contains(face.getInteriorPoint()));
        }
        lines.addAll(subdivision.lines());
        Net net = Net.of(lines);
        List<Coordinate> junctions = net.degrees().entrySet().stream()
                .filter(e -> e.getValue() > 2)
                .map(java.util.Map.Entry::getKey)
                .sorted()
                .toList();
        return new Ground(
                net.streets(), junctions, terrain, net.faces(Rank.MID), net.faces(Rank.MINOR), net.faces(Rank.CUT));
    }

    private static List<Street> streets(Plane plane) {
        Envelope frame = plane.frame();
        List<Street> named = Centrelines.of(Strokes.of(StreetSource.edges(plane))).stream()
                .filter(s -> s.rank() != Rank.MAJOR
                        || !s.name().isEmpty()
                        || s.line().getLength() > STUB)
                .toList();
        return Joints.join(Centrelines.fold(Joints.join(named, frame)), frame);
    }

    private static Street border(LineString ring) {
        return new Street("", Rank.BANK, ring, true);
    }

    /// A point surely inside, for telling which face lies in which.
    static Point within(Polygon face) {
        return face.getInteriorPoint();
    }
}
