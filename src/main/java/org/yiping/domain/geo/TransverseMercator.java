package org.yiping.domain.geo;

/// Metres on a transverse Mercator around a meridian, and back (高斯-克吕格投影).
///
/// By Krüger's series to the third power of the flattening: within 3° of the meridian it errs by less
/// than 0.1 mm. Own formula and not a library's transform, because a city's own coordinates
/// (`CityPlane`) are made in the start-up path (a projection database costs 0.1 s, GeoTools 1.2 s) and
/// on many threads; GeoTools is the peer its test is held to.
///
/// Immutable; any thread.
public final class TransverseMercator {
    private final double meridian;
    private final double radius;
    private final double eccentricity;
    private final double[] there;
    private final double[] back;

    /// @param meridian longitude in degrees at which metres east are zero
    public TransverseMercator(Ellipsoid ellipsoid, double meridian) {
        this.meridian = Math.toRadians(meridian);
        double n = ellipsoid.flattening() / (2 - ellipsoid.flattening());
        this.radius = ellipsoid.semiMajor() / (1 + n) * (1 + n * n / 4 + n * n * n * n / 64);
        this.eccentricity = Math.sqrt(ellipsoid.flattening() * (2 - ellipsoid.flattening()));
        this.there = new double[] {
            n / 2 - 2 * n * n / 3 + 5 * n * n * n / 16, 13 * n * n / 48 - 3 * n * n * n / 5, 61 * n * n * n / 240
        };
        this.back = new double[] {
            n / 2 - 2 * n * n / 3 + 37 * n * n * n / 96, n * n / 48 + n * n * n / 15, 17 * n * n * n / 480
        };
    }

    /// A figure of the earth: half its width at the equator in metres, and by how much it is flattened.
    public record Ellipsoid(double semiMajor, double flattening) {
        public static final Ellipsoid WGS_84 = new Ellipsoid(6_378_137.0, 1 / 298.257223563);
        public static final Ellipsoid CGCS2000 = new Ellipsoid(6_378_137.0, 1 / 298.257222101);
    }

    /// Metres east of the meridian and north of the equator.
    public Coordinates of(double longitude, double latitude) {
        double lambda = Math.toRadians(longitude) - meridian;
        double tau = conformalTangent(Math.tan(Math.toRadians(latitude)));
        double cosLambda = Math.cos(lambda);
        double xi0 = Math.atan2(tau, cosLambda);
        double eta0 = asinh(Math.sin(lambda) / Math.hypot(tau, cosLambda));
        double xi = xi0;
        double eta = eta0;
        for (int j = 1; j <= there.length; j++) {
            xi += there[j - 1] * Math.sin(2 * j * xi0) * Math.cosh(2 * j * eta0);
            eta += there[j - 1] * Math.cos(2 * j * xi0) * Math.sinh(2 * j * eta0);
        }
        return new Coordinates(radius * eta, radius * xi);
    }

    /// Longitude and latitude of metres east of the meridian and north of the equator.
    public Coordinates degrees(double east, double north) {
        double xi = north / radius;
        double eta = east / radius;
        double xi0 = xi;
        double eta0 = eta;
        for (int j = 1; j <= back.length; j++) {
            xi0 -= back[j - 1] * Math.sin(2 * j * xi) * Math.cosh(2 * j * eta);
            eta0 -= back[j - 1] * Math.cos(2 * j * xi) * Math.sinh(2 * j * eta);
        }
        double sinhEta = Math.sinh(eta0);
        double cosXi = Math.cos(xi0);
        double latitude = Math.atan(geographicTangent(Math.sin(xi0) / Math.hypot(sinhEta, cosXi)));
        return new Coordinates(Math.toDegrees(meridian + Math.atan2(sinhEta, cosXi)), Math.toDegrees(latitude));
    }

    /// Tangent of the conformal latitude to that of the geographic one.
    private double conformalTangent(double tau) {
        double sigma = Math.sinh(eccentricity * atanh(eccentricity * tau / Math.hypot(1, tau)));
        return tau * Math.hypot(1, sigma) - sigma * Math.hypot(1, tau);
    }

    /// Newton's method: three steps reach the last bit anywhere.
    private double geographicTangent(double conformal) {
        double squeeze = 1 - eccentricity * eccentricity;
        double tau = conformal / squeeze;
        for (int i = 0; i < 4; i++) {
            double trial = conformalTangent(tau);
            double slope = squeeze * Math.hypot(1, trial) * Math.hypot(1, tau) / (1 + squeeze * tau * tau);
            tau += (conformal - trial) / slope;
        }
        return tau;
    }

    private static double asinh(double v) {
        return Math.copySign(Math.log(Math.abs(v) + Math.hypot(1, v)), v);
    }

    private static double atanh(double v) {
        return 0.5 * Math.log((1 + v) / (1 - v));
    }
}
