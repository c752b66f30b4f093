package org.yiping.console.map;

import org.yiping.domain.geo.CityPlane;
import org.yiping.domain.geo.Position;

/// Turns WGS 84 degrees into metres around a city's origin and back, as its `CityPlane` has them (城市坐标).
/// Coordinates stay small, so a `float` keeps them to 2 mm within 20 km. Immutable; any thread.
public final class CityProjection {
    private final CityPlane plane;

    private CityProjection(CityPlane plane) {
        this.plane = plane;
    }

    /// The projection of the city around `origin`, best its middle.
    public static CityProjection around(Position origin) {
        return new CityProjection(CityPlane.around(origin));
    }

    public Position origin() {
        return plane.origin();
    }

    public CityPlane plane() {
        return plane;
    }

    public CityPoint toCity(Position p) {
        CityPlane.Metres at = plane.metres(p);
        return new CityPoint(at.east(), at.north());
    }

    public Position toPosition(CityPoint p) {
        return plane.position(p.x(), p.y());
    }
}
