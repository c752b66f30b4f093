package org.yiping.domain.geo;

/// A place on the earth in WGS 84, degrees. Other datums (GCJ-02, BD-09, CGCS2000) are converted at the edge.
///
/// Immutable; any thread.
public record Position(double longitude, double latitude) {
    private static final double EARTH_RADIUS_METRES = 6_371_008.8;

    public Position {
        if (!(Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90)) {
            throw new IllegalArgumentException("not a WGS 84 position: " + longitude + ", " + latitude);
        }
    }

    /// Great-circle distance in metres (haversine on the mean sphere; error below 0.6 %).
    public double distanceMetres(Position other) {
        double phi1 = Math.toRadians(latitude);
        double phi2 = Math.toRadians(other.latitude);
        double sinLat = Math.sin((phi2 - phi1) / 2);
        double sinLon = Math.sin(Math.toRadians(other.longitude - longitude) / 2);
        double a = sinLat * sinLat + Math.cos(phi1) * Math.cos(phi2) * sinLon * sinLon;
        return 2 * EARTH_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(a)));
    }
}
