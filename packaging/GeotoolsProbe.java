import java.util.Map;
import org.geotools.data.DataUtilities;
import org.geotools.feature.simple.SimpleFeatureBuilder;
import org.geotools.filter.text.ecql.ECQL;
import org.geotools.geometry.jts.JTS;
import org.geotools.referencing.CRS;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

/// Uses the stripped GeoTools jar the way the program does: coordinate systems of China and elsewhere, filters, features.
/// `java -cp target/lib/geotools-wrapper-….jar:target/lib/jts-core-….jar packaging/GeotoolsProbe.java`
final class GeotoolsProbe {
    private GeotoolsProbe() {}

    public static void main(String[] arguments) throws Exception {
        // Known points, in metres: Web Mercator; CGCS2000 Gauss-Krüger zone 105°E; UTM 35N.
        Map<String, double[]> known = Map.of(
                "EPSG:3857", new double[] {104, 30, 11577227.0425, 3503549.8435},
                "EPSG:4544", new double[] {105, 30, 500000.0, 3320113.3979},
                "EPSG:32635", new double[] {27, 60, 500000.0, 6651411.1904});
        var wgs84 = CRS.decode("EPSG:4326", true);
        for (var entry : known.entrySet()) {
            double[] k = entry.getValue();
            // Lenient: EPSG gives CGCS2000 no shift to WGS 84, and whether GeoTools finds one depends on what it did before.
            Coordinate there = JTS.transform(
                    new Coordinate(k[0], k[1]), null, CRS.findMathTransform(wgs84, CRS.decode(entry.getKey(), true), true));
            double off = Math.hypot(there.x - k[2], there.y - k[3]);
            System.out.printf("%s: %.4f %.4f, %.4f m off%n", entry.getKey(), there.x, there.y, off);
            require(off < 0.01, entry.getKey());
        }
        var type = DataUtilities.createType("case", "g:Point,n:Integer,name:String");
        var builder = new SimpleFeatureBuilder(type);
        builder.addAll(new GeometryFactory().createPoint(new Coordinate(1, 2)), 5, "xy");
        var feature = builder.buildFeature("1");
        require(ECQL.toFilter("n > 3 AND name LIKE 'x%' AND DWITHIN(g, POINT(1 2), 10, meters)").evaluate(feature), "filter");
        require(!ECQL.toFilter("n > 9 OR area(buffer(g, 1)) > 4").evaluate(feature), "filter that refuses");
        System.out.println("the stripped GeoTools works");
    }

    private static void require(boolean held, String what) {
        if (!held) {
            System.err.println("wrong with the stripped GeoTools: " + what);
            System.exit(1);
        }
    }
}
