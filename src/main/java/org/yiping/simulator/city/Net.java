package org.yiping.simulator.city;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.noding.NodedSegmentString;
import org.locationtech.jts.noding.SegmentString;
import org.locationtech.jts.noding.snapround.SnapRoundingNoder;
import org.locationtech.jts.operation.polygonize.Polygonizer;

/// All lines of the city cut at every meeting point on a centimetre grid, so that areas built from them share their
/// borders exactly. Immutable.
final class Net {
    private static final PrecisionModel CENTIMETRES = new PrecisionModel(100);

    private final List<Segment> segments;

    private Net(List<Segment> segments) {
        this.segments = segments;
    }

    /// A piece of a line between two of its vertices; `street` tells which.
    record Segment(LineSegment line, Street street) {}

    static Net of(Collection<Street> lines) {
        List<SegmentString> strings = new ArrayList<>();
        for (Street s : lines) {
            Coordinate[] rounded = s.line().getCoordinates().clone();
            for (int i = 0; i < rounded.length; i++) {
                rounded[i] =
                        new Coordinate(CENTIMETRES.makePrecise(rounded[i].x), CENTIMETRES.makePrecise(rounded[i].y));
            }
            strings.add(new NodedSegmentString(rounded, s));
        }
        SnapRoundingNoder noder = new SnapRoundingNoder(CENTIMETRES);
        noder.computeNodes(strings);
        Map<LineSegment, Segment> unique = new LinkedHashMap<>();
        for (Object o : noder.getNodedSubstrings()) {
            SegmentString piece = (SegmentString) o;
            Street street = (Street) piece.getData();
            for (int i = 1; i < piece.size(); i++) {
                LineSegment s = new LineSegment(piece.getCoordinate(i - 1), piece.getCoordinate(i));
                LineSegment key = new LineSegment(s);
                key.normalize();
                if (s.getLength() > 0) {
                    unique.merge(key, new Segment(s, street), Net::greater);
                }
            }
        }
        return new Net(List.copyOf(unique.values()));
    }

    private static Segment greater(Segment a, Segment b) {
        return b.street().rank().compareTo(a.street().rank()) < 0 ? b : a;
    }

    /// The faces between lines of `least` rank or greater, banks and the frame; from south-west to north-east.
    List<Polygon> faces(Rank least) {
        Polygonizer polygonizer = new Polygonizer();
        for (Segment s : segments) {
            if (s.street().rank().compareTo(least) <= 0 || s.street().rank() == Rank.BANK) {
                polygonizer.add(s.line().toGeometry(Plane.GEOMETRY));
            }
        }
        return polygons(polygonizer);
    }

    /// The polygonizer's faces in an order, and with ring starts, that do not depend on where objects lie in memory.
    static List<Polygon> polygons(Polygonizer polygonizer) {
        List<Polygon> faces = new ArrayList<>();
        for (Object o : polygonizer.getPolygons()) {
            Polygon face = (Polygon) o;
            face.normalize();
            faces.add(face);
        }
        faces.sort(Comparator.comparingDouble(
                        (Polygon p) -> p.getEnvelopeInternal().getMinY())
                .thenComparingDouble(p -> p.getEnvelopeInternal().getMinX())
                .thenComparingDouble(Polygon::getArea));
        return faces;
    }

    /// The streets again, each with a vertex at every junction: what a router needs, and what a map draws.
    List<Street> streets() {
        Map<Street, List<Coordinate>> lines = new LinkedHashMap<>();
        List<Street> out = new ArrayList<>();
        for (Segment s : segments) {
            if (!s.street().rank().isStreet()) {
                continue;
            }
            List<Coordinate> v = lines.computeIfAbsent(s.street(), k -> new ArrayList<>());
            if (!v.isEmpty() && !v.getLast().equals2D(s.line().p0)) {
                out.add(s.street().withLine(line(v)));
                v.clear();
            }
            if (v.isEmpty()) {
                v.add(s.line().p0);
            }
            v.add(s.line().p1);
        }
        lines.forEach((street, v) -> out.add(street.withLine(line(v))));
        return out;
    }

    /// How many streets meet at a point; 2 is a point on a street, 3 and more a junction.
    Map<Coordinate, Integer> degrees() {
        Map<Coordinate, Integer> degrees = new HashMap<>();
        for (Segment s : segments) {
            if (s.street().rank().isStreet()) {
                degrees.merge(s.line().p0, 1, Integer::sum);
                degrees.merge(s.line().p1, 1, Integer::sum);
            }
        }
        return degrees;
    }

    private static LineString line(List<Coordinate> v) {
        return Plane.GEOMETRY.createLineString(v.toArray(Coordinate[]::new));
    }
}
