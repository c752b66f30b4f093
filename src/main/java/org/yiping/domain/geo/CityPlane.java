package org.yiping.domain.geo;

/// Turns WGS 84 degrees into metres around a city's origin and back (城市平面).
///
/// A transverse Mercator on the WGS 84 ellipsoid whose meridian runs through the origin, by Krüger's series to the
/// third power of the flattening: the series errs by less than 0.1 mm, the map's scale by 5 in a million at 20 km.
/// Own formula and not a library's transform, because this runs in the start-up path (a projection database costs
/// 0.1 s) and is called from many threads. Coordinates stay small, so a `float` keeps them to 2 mm within 20 km.
///
/// Immutable; any thread.
public final class CityPlane {
    private static final double SEMI_MAJOR = 6_378_137.0;
    private static final double FLATTENING = 1 / 298.257223563;
    private static final double N = FLATTENING / (2 - FLATTENING);
    private static final double RADIUS = SEMI_MAJOR / (1 + N) * (1 + N * N / 4 + N * N * N * N / 64);
    private static final double E = Math.sqrt(FLATTENING * (2 - FLATTENING));
    private static final double[] ALPHA = {
        N / 2 - 2 * N * N / 3 + 5 * N * N * N / 16, 13 * N * N / 48 - 3 * N * N * N / 5, 61 * N * N * N / 240
    };
    private static final double[] BETA = {
        N / 2 - 2 * N * N / 3 + 37 * N * N * N / 96, N * N / 48 + N * N * N / 15, 17 * N * N * N / 480
    };

    private final Position origin;
    private final double meridian;
    private final double northing;

    private CityPlane(Position origin) {
        this.origin = origin;
        this.meridian = Math.toRadians(origin.longitude());
        this.northing = northing(conformalTangent(Math.toRadians(origin.latitude())));
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
        double lambda = Math.toRadians(p.longitude()) - meridian;
        double tau = conformalTangent(Math.toRadians(p.latitude()));
        double cosLambda = Math.cos(lambda);
        double xi0 = Math.atan2(tau, cosLambda);
        double eta0 = asinh(Math.sin(lambda) / Math.hypot(tau, cosLambda));
        double xi = xi0;
        double eta = eta0;
        for (int j = 1; j <= ALPHA.length; j++) {
            xi += ALPHA[j - 1] * Math.sin(2 * j * xi0) * Math.cosh(2 * j * eta0);
            eta += ALPHA[j - 1] * Math.cos(2 * j * xi0) * Math.sinh(2 * j * eta0);
        }
        return new Metres(RADIUS * eta, RADIUS * xi - northing);
    }

    public Position position(double east, double north) {
        double xi = (north + northing) / RADIUS;
        double eta = east / RADIUS;
        double xi0 = xi;
        double eta0 = eta;
        for (int j = 1; j <= BETA.length; j++) {
            xi0 -= BETA[j - 1] * Math.sin(2 * j * xi) * Math.cosh(2 * j * eta);
            eta0 -= BETA[j - 1] * Math.cos(2 * j * xi) * Math.sinh(2 * j * eta);
        }
        double sinhEta = Math.sinh(eta0);
        double cosXi = Math.cos(xi0);
        double latitude = latitudeOf(Math.sin(xi0) / Math.hypot(sinhEta, cosXi));
        return new Position(Math.toDegrees(meridian + Math.atan2(sinhEta, cosXi)), Math.toDegrees(latitude));
    }

    private static double northing(double tau) {
        double xi0 = Math.atan(tau);
        double xi = xi0;
        for (int j = 1; j <= ALPHA.length; j++) {
            xi += ALPHA[j - 1] * Math.sin(2 * j * xi0);
        }
        return RADIUS * xi;
    }

    /// Tangent of the conformal latitude.
    private static double conformalTangent(double phi) {
        double tau = Math.tan(phi);
        double sigma = Math.sinh(E * atanh(E * tau / Math.hypot(1, tau)));
        return tau * Math.hypot(1, sigma) - sigma * Math.hypot(1, tau);
    }

    /// Newton's method on the tangent: three steps reach the last bit anywhere.
    private static double latitudeOf(double conformal) {
        double tau = conformal / (1 - E * E);
        for (int i = 0; i < 4; i++) {
            double trial = conformalTangent(Math.atan(tau));
            double slope = (1 - E * E) * Math.hypot(1, trial) * Math.hypot(1, tau) / (1 + (1 - E * E) * tau * tau);
            tau += (conformal - trial) / slope;
        }
        return Math.atan(tau);
    }

    private static double asinh(double v) {
        return Math.copySign(Math.log(Math.abs(v) + Math.hypot(1, v)), v);
    }

    private static double atanh(double v) {
        return 0.5 * Math.log((1 + v) / (1 - v));
    }
}
