import org.geotools.data.DataUtilities;
import org.geotools.feature.simple.SimpleFeatureBuilder;
import org.geotools.filter.text.ecql.ECQL;
import org.geotools.geometry.jts.JTS;
import org.geotools.referencing.CRS;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

/// Uses the stripped GeoTools jar the way the program does: coordinate systems of China and elsewhere by their
/// definition (no table of codes ships), filters, features.
/// `java -cp target/lib/geotools-wrapper-….jar:target/lib/jts-core-….jar packaging/GeotoolsProbe.java`
final class GeotoolsProbe {
    private static final String WGS84 = degrees("WGS 84", 6378137, 298.257223563);
    private static final String CGCS2000 = degrees("CGCS2000", 6378137, 298.257222101);
    /// Web Mercator takes degrees of WGS 84 for those of a sphere.
    private static final String SPHERE = degrees("sphere", 6378137, 0);

    private GeotoolsProbe() {}

    public static void main(String[] arguments) throws Exception {
        // Known points, in metres: Web Mercator; CGCS2000 Gauss-Krüger zone 105°E (GB/T 17798); UTM 35N.
        String mercator = plane("Mercator_1SP", SPHERE, 0, 1, 0);
        check("Web Mercator", mercator, SPHERE, 104, 30, 11577227.0425, 3503549.8435);
        check("CGCS2000 105°E", plane("Transverse_Mercator", CGCS2000, 105, 1, 500_000), CGCS2000, 105, 30, 500000.0, 3320113.3979);
        check("UTM 35N", plane("Transverse_Mercator", WGS84, 27, 0.9996, 500_000), WGS84, 27, 60, 500000.0, 6651411.1904);
        var type = DataUtilities.createType("case", "g:Point,n:Integer,name:String");
        var builder = new SimpleFeatureBuilder(type);
        builder.addAll(new GeometryFactory().createPoint(new Coordinate(1, 2)), 5, "xy");
        var feature = builder.buildFeature("1");
        require(ECQL.toFilter("n > 3 AND name LIKE 'x%' AND DWITHIN(g, POINT(1 2), 10, meters)").evaluate(feature), "filter");
        require(!ECQL.toFilter("n > 9 OR area(buffer(g, 1)) > 4").evaluate(feature), "filter that refuses");
        System.out.println("the stripped GeoTools works");
    }

    private static String degrees(String name, double axis, double inverseFlattening) {
        return "GEOGCS[\"%s\", DATUM[\"%s\", SPHEROID[\"%s\", %s, %s]], PRIMEM[\"Greenwich\", 0], UNIT[\"degree\", 0.017453292519943295]]"
                .formatted(name, name, name, axis, inverseFlattening);
    }

    private static String plane(String projection, String base, double meridian, double scale, double easting) {
        return ("PROJCS[\"plane\", %s, PROJECTION[\"%s\"], PARAMETER[\"latitude_of_origin\", 0], PARAMETER[\"central_meridian\", %s], "
                + "PARAMETER[\"scale_factor\", %s], PARAMETER[\"false_easting\", %s], PARAMETER[\"false_northing\", 0], UNIT[\"metre\", 1]]")
                .formatted(base, projection, meridian, scale, easting);
    }

    private static void check(String what, String plane, String base, double... k) throws Exception {
        Coordinate there = JTS.transform(
                new Coordinate(k[0], k[1]), null, CRS.findMathTransform(CRS.parseWKT(base), CRS.parseWKT(plane), true));
        double off = Math.hypot(there.x - k[2], there.y - k[3]);
        System.out.printf("%s: %.4f %.4f, %.4f m off%n", what, there.x, there.y, off);
        require(off < 0.01, what);
    }

    private static void require(boolean held, String what) {
        if (!held) {
            System.err.println("wrong with the stripped GeoTools: " + what);
            System.exit(1);
        }
    }
}
