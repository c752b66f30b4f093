package org.yiping.domain.geo;

/// Turns WGS 84 degrees into metres around a city's origin and back (城市平面).
///
/// A transverse Mercator whose meridian runs through the origin: the map's scale errs by 5 in a million at 20 km.
/// Coordinates stay small, so a `float` keeps them to 2 mm within 20 km.
///
/// Immutable; any thread.
public final class CityPlane {
    private final Position origin;
    private final TransverseMercator mercator;
    private final double northing;

    private CityPlane(Position origin) {
        this.origin = origin;
        this.mercator = new TransverseMercator(TransverseMercator.Ellipsoid.WGS_84, origin.longitude());
        this.northing = mercator.of(origin.longitude(), origin.latitude()).y();
    }

    /// The plane of the city around `origin`, best its middle.
    public static CityPlane around(Position origin) {
        return new CityPlane(origin);
    }

    public Position origin() {
        return origin;
    }

    /// A place on the plane: metres east and north of its origin. No number where a place has none on it.
    public record Metres(double east, double north) {}

    public Metres metres(Position p) {
        Coordinates at = mercator.of(p.longitude(), p.latitude());
        return new Metres(at.x(), at.y() - northing);
    }

    public Position position(double east, double north) {
        Coordinates degrees = mercator.degrees(east, north + northing);
        return new Position(degrees.x(), degrees.y());
    }
}
