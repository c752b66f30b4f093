package org.yiping.console.ui.map;

import java.util.List;
import org.yiping.console.fx.Messages;
import org.yiping.console.fx.Numbers;
import org.yiping.console.map.CityPoint;
import org.yiping.console.map.CityProjection;
import org.yiping.console.map.Region;
import org.yiping.domain.geo.TransverseMercator;

/// Lengths and areas on the ellipsoid of what is drawn in city metres (量算). Immutable; any thread.
///
/// The city's transverse Mercator is true along its meridian and too large beside it: by 1 + x²/2R² in length (Snyder,
/// Map Projections: A Working Manual, USGS 1395, 1987, p. 61, to the second order), R² = M·N at the city's origin. A
/// leg is divided by that, averaged along it (Simpson's rule, exact for a square); an area loses the integral of
/// x²/R², which for a polygon is its second moment. What is left within 50 km of the origin is below 1 in 10 million;
/// straight on the map for straight on the ground adds less.
final class Measure {
    private static final TransverseMercator.Ellipsoid EARTH = TransverseMercator.Ellipsoid.WGS_84;
    private static final double E2 = EARTH.flattening() * (2 - EARTH.flattening());
    private static final double MU = 2000 / 3.0;

    private final double square;

    Measure(CityProjection projection) {
        double sin = Math.sin(Math.toRadians(projection.origin().latitude()));
        double w2 = 1 - E2 * sin * sin;
        square = EARTH.semiMajor() * EARTH.semiMajor() * (1 - E2) / (w2 * w2);
    }

    double metres(CityPoint a, CityPoint b) {
        double middle = (a.x() + b.x()) / 2;
        double mean = (a.x() * a.x() + 4 * middle * middle + b.x() * b.x()) / 6;
        return a.distance(b) / (1 + mean / (2 * square));
    }

    /// Along all legs of a line.
    double metres(List<CityPoint> line) {
        double sum = 0;
        for (int i = 1; i < line.size(); i++) {
            sum += metres(line.get(i - 1), line.get(i));
        }
        return sum;
    }

    /// Within a ring that is closed or not, whichever way it runs; of one that crosses itself what is gone round twice
    /// in opposite ways is taken away.
    double squareMetres(List<CityPoint> ring) {
        double twice = 0;
        double twelve = 0;
        for (int i = 0; i < ring.size(); i++) {
            CityPoint a = ring.get(i);
            CityPoint b = ring.get((i + 1) % ring.size());
            double cross = a.x() * b.y() - b.x() * a.y();
            twice += cross;
            twelve += cross * (a.x() * a.x() + a.x() * b.x() + b.x() * b.x());
        }
        return Math.abs(twice / 2 - twelve / 12 / square);
    }

    double squareMetres(Region region) {
        return switch (region) {
            case Region.Box(var box) ->
                squareMetres(List.of(
                        new CityPoint(box.west(), box.south()),
                        new CityPoint(box.east(), box.south()),
                        new CityPoint(box.east(), box.north()),
                        new CityPoint(box.west(), box.north())));
            // a disc's second moment about the meridian
            case Region.Circle(double x, double _, double r) -> Math.PI * r * r * (1 - (x * x + r * r / 4) / square);
            case Region.Polygon(List<CityPoint> corners) -> squareMetres(corners);
            // the strip and its two round ends; where the line bends a little is counted twice
            case Region.Along(List<CityPoint> line, double metres) ->
                2 * metres * metres(line) + Math.PI * metres * metres;
        };
    }

    /// 8.6 m, 860 m, 1.24 km, 13.5 km.
    static String length(double metres, Messages messages) {
        if (metres < 1000) {
            return messages.get("measure.metres", Numbers.decimal(metres, metres < 100 ? 1 : 0));
        }
        return messages.get("measure.kilometres", Numbers.decimal(metres / 1000, metres < 10_000 ? 2 : 1));
    }

    /// In m², ha and km²; in Chinese with 亩 as well, by which land is spoken of.
    static String area(double squareMetres, Messages messages) {
        String words;
        if (squareMetres < 10_000) {
            words = messages.get("measure.square-metres", Numbers.decimal(squareMetres, 0));
        } else if (squareMetres < 1_000_000) {
            words = messages.get("measure.hectares", Numbers.decimal(squareMetres / 10_000, 2));
        } else {
            words = messages.get("measure.square-kilometres", Numbers.decimal(squareMetres / 1_000_000, 2));
        }
        boolean mu = !messages.locale().get().getLanguage().equals("en");
        double many = squareMetres / MU;
        return mu ? words + " · " + messages.get("measure.mu", Numbers.decimal(many, many < 100 ? 1 : 0)) : words;
    }
}
