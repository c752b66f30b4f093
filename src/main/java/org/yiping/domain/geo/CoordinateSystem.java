package org.yiping.domain.geo;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// How places are written down elsewhere (坐标系), and the way from there to our WGS 84 and back. Numbers come longitude
/// first, or metres to the east first, whatever order the system's own definition names.
///
/// CGCS2000 counts as WGS 84: the two differ by a decimetre or two. Its Gauss-Krüger zones are found by their EPSG
/// code, 4491 to 4554, by the rule behind these numbers (zones of 6° and 3°, metres east with or without the zone's
/// number before them). Of Web Mercator the sphere is meant that web maps use (EPSG:3857).
///
/// Immutable; any thread.
public final class CoordinateSystem {
    public static final CoordinateSystem WGS_84 = degrees("WGS 84", Transform.NONE);
    public static final CoordinateSystem CGCS2000 = degrees("CGCS2000", Transform.NONE);
    public static final CoordinateSystem GCJ_02 =
            degrees("GCJ-02", new Transform(ChineseShift::toGcj, ChineseShift::fromGcj));
    public static final CoordinateSystem BD_09 =
            degrees("BD-09", new Transform(ChineseShift::toBaidu, ChineseShift::fromBaidu));
    public static final CoordinateSystem WEB_MERCATOR = new CoordinateSystem(
            "Web Mercator (EPSG:3857)", true, new Transform(WebMercator::of, WebMercator::degrees));

    private static final Map<String, CoordinateSystem> NAMED = named();
    private static final double FALSE_EASTING = 500_000;
    /// A zone is 6° wide at most, and surveys reach over its edge: what is farther off is in another zone, or has its
    /// numbers the other way round.
    private static final double FARTHEST = 6;

    private final String name;
    private final boolean plane;
    private final Transform transform;

    private CoordinateSystem(String name, boolean plane, Transform transform) {
        this.name = name;
        this.plane = plane;
        this.transform = transform;
    }

    private static CoordinateSystem degrees(String name, Transform transform) {
        return new CoordinateSystem(name, false, transform);
    }

    private static Map<String, CoordinateSystem> named() {
        Map<String, CoordinateSystem> named = new TreeMap<>();
        named.put("WGS84", WGS_84);
        named.put("CRS84", WGS_84);
        named.put("4326", WGS_84);
        named.put("CGCS2000", CGCS2000);
        named.put("4490", CGCS2000);
        named.put("GCJ02", GCJ_02);
        named.put("BD09", BD_09);
        named.put("BD09LL", BD_09);
        named.put("WEBMERCATOR", WEB_MERCATOR);
        named.put("3857", WEB_MERCATOR);
        return named;
    }

    /// The system of a name as files and people write it: `EPSG:4547`, `urn:ogc:def:crs:OGC:1.3:CRS84`, `GCJ-02`,
    /// `WGS 84`. Throws `IllegalArgumentException` that lists what is known.
    public static CoordinateSystem of(String name) {
        String last = name.substring(name.lastIndexOf(':') + 1);
        String code = last.replaceAll("[\\s_-]", "").toUpperCase(Locale.ROOT);
        CoordinateSystem known = NAMED.get(code);
        if (known != null) {
            return known;
        }
        if (code.matches("4[45][0-9]{2}") && Integer.parseInt(code) >= 4491 && Integer.parseInt(code) <= 4554) {
            return zone(Integer.parseInt(code));
        }
        throw new IllegalArgumentException(
                "coordinates in %s are not read, only in OGC:CRS84 or EPSG:4326 (WGS 84),".formatted(name)
                        + " EPSG:4490 (CGCS2000), EPSG:4491 to EPSG:4554 (its Gauss-Krüger zones), EPSG:3857 (Web Mercator),"
                        + " GCJ-02 and BD-09");
    }

    /// Rows of the same rule: first code, meridian of it, degrees from one to the next, and whether the zone's number
    /// stands before the metres east.
    private static CoordinateSystem zone(int code) {
        if (code <= 4501) {
            return zone(code, 13 + code - 4491, 6);
        }
        if (code <= 4512) {
            return zone(code, 75 + 6 * (code - 4502), FALSE_EASTING);
        }
        if (code <= 4533) {
            return zone(code, 25 + code - 4513, 3);
        }
        return zone(code, 75 + 3 * (code - 4534), FALSE_EASTING);
    }

    private static CoordinateSystem zone(int code, int number, int width) {
        int meridian = width == 6 ? 6 * number - 3 : 3 * number;
        return zone(code, meridian, number * 1e6 + FALSE_EASTING);
    }

    private static CoordinateSystem zone(int code, int meridian, double falseEasting) {
        TransverseMercator mercator = new TransverseMercator(TransverseMercator.Ellipsoid.CGCS2000, meridian);
        return new CoordinateSystem(
                "CGCS2000 %d°E (EPSG:%d)".formatted(meridian, code),
                true,
                new Transform(
                        wgs -> {
                            Coordinates metres = mercator.of(wgs.x(), wgs.y());
                            return new Coordinates(metres.x() + falseEasting, metres.y());
                        },
                        metres -> {
                            Coordinates wgs = mercator.degrees(metres.x() - falseEasting, metres.y());
                            if (!(Math.abs(wgs.x() - meridian) <= FARTHEST)) {
                                throw new IllegalArgumentException(
                                        "%s, %s is not in the zone around %d° east (EPSG:%d): another zone, or metres north before metres east?"
                                                .formatted(metres.x(), metres.y(), meridian, code));
                            }
                            return wgs;
                        }));
    }

    /// As it is said to people, such as `CGCS2000 114°E (EPSG:4547)`.
    public String name() {
        return name;
    }

    /// Whether its numbers are metres, not degrees.
    public boolean isPlane() {
        return plane;
    }

    /// The place of numbers in this system. Throws `IllegalArgumentException` where they are no place of it.
    public Position position(double x, double y) {
        Coordinates wgs = transform.back.apply(new Coordinates(x, y));
        return new Position(wgs.x(), wgs.y());
    }

    /// How this system writes a place.
    public Coordinates of(Position p) {
        return transform.there.apply(new Coordinates(p.longitude(), p.latitude()));
    }

    @Override
    public String toString() {
        return name;
    }

    private interface Step {
        Coordinates apply(Coordinates from);
    }

    /// From degrees of WGS 84, and back to them.
    private record Transform(Step there, Step back) {
        static final Transform NONE = new Transform(c -> c, c -> c);
    }

    /// The sphere that web maps lay degrees of the ellipsoid on.
    private static final class WebMercator {
        private static final double RADIUS = TransverseMercator.Ellipsoid.WGS_84.semiMajor();

        private WebMercator() {}

        static Coordinates of(Coordinates wgs) {
            return new Coordinates(
                    RADIUS * Math.toRadians(wgs.x()),
                    RADIUS * Math.log(Math.tan(Math.PI / 4 + Math.toRadians(wgs.y()) / 2)));
        }

        static Coordinates degrees(Coordinates metres) {
            return new Coordinates(
                    Math.toDegrees(metres.x() / RADIUS),
                    Math.toDegrees(2 * Math.atan(Math.exp(metres.y() / RADIUS)) - Math.PI / 2));
        }
    }
}
