package org.yiping.simulator.city;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.Polygon;

/// Which faces share a border, and how long it is. Faces come from one net, so shared borders are equal segments.
final class Adjacency {
    private final List<Map<Integer, Double>> neighbours = new ArrayList<>();

    Adjacency(List<? extends Geometry> faces) {
        Map<LineSegment, Integer> owner = new HashMap<>();
        for (int i = 0; i < faces.size(); i++) {
            neighbours.add(new TreeMap<>());
            for (int g = 0; g < faces.get(i).getNumGeometries(); g++) {
                Polygon polygon = (Polygon) faces.get(i).getGeometryN(g);
                ring(polygon.getExteriorRing().getCoordinates(), i, owner);
                for (int h = 0; h < polygon.getNumInteriorRing(); h++) {
                    ring(polygon.getInteriorRingN(h).getCoordinates(), i, owner);
                }
            }
        }
    }

    private void ring(Coordinate[] v, int face, Map<LineSegment, Integer> owner) {
        for (int k = 1; k < v.length; k++) {
            LineSegment s = new LineSegment(v[k - 1], v[k]);
            s.normalize();
            Integer other = owner.put(s, face);
            if (other != null && other != face) {
                neighbours.get(face).merge(other, s.getLength(), Double::sum);
                neighbours.get(other).merge(face, s.getLength(), Double::sum);
            }
        }
    }

    /// Neighbour index to length of the shared border in metres, in index order.
    Map<Integer, Double> of(int face) {
        return neighbours.get(face);
    }
}
