package org.yiping.simulator.city;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.yiping.domain.geo.Extent;
import org.yiping.domain.geo.Position;

/// The generator's drawing plane: metres east and north of the city's south-west corner. Immutable; any thread.
///
/// A plain scaling of degrees is enough: over four kilometres it is off by centimetres, and going back is exact.
final class Plane {
    static final GeometryFactory GEOMETRY = new GeometryFactory();
    private static final double METRES_PER_DEGREE = Math.toRadians(6_371_008.8);
    private static final long SCALE = 10_000_000L;

    private final Extent extent;
    private final double metresPerLongitude;

    Plane(Extent extent) {
        this.extent = extent;
        this.metresPerLongitude = METRES_PER_DEGREE
                * Math.cos(Math.toRadians(extent.centre().latitude()));
    }

    Extent extent() {
        return extent;
    }

    Coordinate at(double longitude, double latitude) {
        return new Coordinate(
                (longitude - extent.west()) * metresPerLongitude, (latitude - extent.south()) * METRES_PER_DEGREE);
    }

    Envelope frame() {
        return new Envelope(at(extent.west(), extent.south()), at(extent.east(), extent.north()));
    }

    double longitude(Coordinate c) {
        return extent.west() + c.x / metresPerLongitude;
    }

    double latitude(Coordinate c) {
        return extent.south() + c.y / METRES_PER_DEGREE;
    }

    Position position(Coordinate c) {
        return new Position(longitude(c), latitude(c));
    }

    /// Degrees with seven decimals, about a centimetre; equal points give equal text.
    static void appendDegrees(StringBuilder out, double degrees) {
        long scaled = Math.round(degrees * SCALE);
        if (scaled < 0) {
            out.append('-');
            scaled = -scaled;
        }
        out.append(scaled / SCALE).append('.');
        String fraction = Long.toString(scaled % SCALE);
        out.repeat('0', 7 - fraction.length()).append(fraction);
    }

    static String degrees(double degrees) {
        StringBuilder out = new StringBuilder(14);
        appendDegrees(out, degrees);
        return out.toString();
    }
}
