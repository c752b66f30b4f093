package org.yiping.console.map.filter;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.densify.Densifier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;
import org.yiping.console.map.CityPoint;
import org.yiping.console.map.CityProjection;
import org.yiping.domain.geo.Position;

/// What a filter asks of places, answered in city metres. Any thread.
final class PlaceTest {
    /// A straight line in degrees is none in metres: with a corner every 500 m it keeps within 4 mm.
    private static final double CORNERS = 0.005;

    private static final GeometryFactory SHAPES = new GeometryFactory();

    private final PreparedGeometry shape;
    private final IndexedFacetDistance edges;
    private final double reach;

    /// @param degrees where, in WGS 84
    /// @param reach   metres around it that count as well
    PlaceTest(Geometry degrees, double reach, CityProjection projection) {
        Geometry metres = inMetres(degrees, projection);
        this.shape = PreparedGeometryFactory.prepare(metres);
        this.edges = new IndexedFacetDistance(metres);
        this.reach = reach;
    }

    private static Geometry inMetres(Geometry degrees, CityProjection projection) {
        Geometry metres = Densifier.densify(degrees, CORNERS);
        try {
            metres.apply(new Projecting(projection));
        } catch (IllegalArgumentException e) {
            throw new FilterFault(FilterFault.Kind.PLACES, 0, String.valueOf(e.getMessage()));
        }
        return metres;
    }

    /// The rows that are there, or those that are elsewhere; a row without a place is neither.
    BitSet rows(Attributes of, boolean there) {
        Envelope box = new Envelope(shape.getGeometry().getEnvelopeInternal());
        box.expandBy(reach);
        BitSet found = new BitSet(of.rows());
        for (int row = 0; row < of.rows(); row++) {
            double x = of.x(row);
            double y = of.y(row);
            boolean near = x >= box.getMinX() && x <= box.getMaxX() && y >= box.getMinY() && y <= box.getMaxY();
            if ((near && holds(x, y)) == there && !Double.isNaN(x + y)) {
                found.set(row);
            }
        }
        return found;
    }

    private boolean holds(double x, double y) {
        Point place = SHAPES.createPoint(new Coordinate(x, y));
        return shape.intersects(place) || (reach > 0 && edges.isWithinDistance(place, reach));
    }

    static @Nullable Point inDegrees(Attributes of, int row, CityProjection projection) {
        if (Double.isNaN(of.x(row) + of.y(row))) {
            return null;
        }
        Position p = projection.toPosition(new CityPoint(of.x(row), of.y(row)));
        return SHAPES.createPoint(new Coordinate(p.longitude(), p.latitude()));
    }

    private record Projecting(CityProjection projection) implements CoordinateSequenceFilter {
        @Override
        public void filter(CoordinateSequence all, int i) {
            CityPoint at = projection.toCity(new Position(all.getX(i), all.getY(i)));
            all.setOrdinate(i, 0, at.x());
            all.setOrdinate(i, 1, at.y());
        }

        @Override
        public boolean isDone() {
            return false;
        }

        @Override
        public boolean isGeometryChanged() {
            return true;
        }
    }
}
