package org.yiping.console.ui.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.yiping.console.fx.Messages;
import org.yiping.console.map.CityBox;
import org.yiping.console.map.CityPoint;
import org.yiping.console.map.CityProjection;
import org.yiping.console.map.Region;
import org.yiping.domain.geo.Position;

class MeasureTest {
    private static final double A = 6_378_137.0;
    private static final double F = 1 / 298.257223563;
    private static final double E2 = F * (2 - F);

    /// The line between two survey marks by which the Geocentric Datum of Australia's manual lets programs be checked:
    /// 54 972.271 m on an ellipsoid that differs from WGS 84 by a tenth of a millimetre.
    @Test
    void flindersPeakIsAsFarFromBuninyongAsTheSurveyorsSay() {
        Position flinders = new Position(dms(144, 25, 29.52440), -dms(37, 57, 3.72030));
        Position buninyong = new Position(dms(143, 55, 35.38390), -dms(37, 39, 10.15610));
        Position middle = new Position(
                (flinders.longitude() + buninyong.longitude()) / 2, (flinders.latitude() + buninyong.latitude()) / 2);
        CityProjection projection = CityProjection.around(middle);
        CityPoint a = projection.toCity(flinders);
        CityPoint b = projection.toCity(buninyong);
        assertThat(new Measure(projection).metres(a, b)).isCloseTo(54_972.271, within(0.005));
        assertThat(a.distance(b)).isNotCloseTo(54_972.271, within(0.02));
    }

    /// The area of a quadrangle of the graticule is known in closed form (Snyder 1987, authalic latitude).
    @Test
    void aQuadrangleOfTheGraticuleHasItsArea() {
        double west = 104.05;
        double south = 30.6;
        double side = 0.3;
        CityProjection projection = CityProjection.around(new Position(104.0, 30.7));
        List<CityPoint> ring = new ArrayList<>();
        int steps = 200; // a parallel is bent: the ring follows it
        for (int i = 0; i < steps; i++) {
            ring.add(projection.toCity(new Position(west + side * i / steps, south)));
        }
        for (int i = 0; i < steps; i++) {
            ring.add(projection.toCity(new Position(west + side, south + side * i / steps)));
        }
        for (int i = 0; i < steps; i++) {
            ring.add(projection.toCity(new Position(west + side - side * i / steps, south + side)));
        }
        for (int i = 0; i < steps; i++) {
            ring.add(projection.toCity(new Position(west, south + side - side * i / steps)));
        }
        double exact = Math.toRadians(side) * A * A * (1 - E2) / 2 * (q(south + side) - q(south));
        Measure measure = new Measure(projection);
        assertThat(measure.squareMetres(ring) / exact).isCloseTo(1, within(2e-7));
        assertThat(measure.squareMetres(ring.reversed())).isCloseTo(measure.squareMetres(ring), within(1e-3));
    }

    @Test
    void everyEnclosureHasItsArea() {
        Measure measure = new Measure(CityProjection.around(new Position(104, 30)));
        assertThat(measure.squareMetres(new Region.Circle(0, 0, 500))).isCloseTo(785_398, within(1.0));
        assertThat(measure.squareMetres(new Region.Box(new CityBox(0, 0, 300, 200))))
                .isCloseTo(60_000, within(0.1));
        assertThat(measure.squareMetres(new Region.Along(List.of(new CityPoint(0, 0), new CityPoint(100, 0)), 10)))
                .isCloseTo(2000 + 314.16, within(0.1));
        // around a circle far from the meridian as around a ring of many corners
        List<CityPoint> ring = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            double angle = 2 * Math.PI * i / 2000;
            ring.add(new CityPoint(60_000 + 5000 * Math.cos(angle), 5000 * Math.sin(angle)));
        }
        assertThat(measure.squareMetres(new Region.Circle(60_000, 0, 5000)) / measure.squareMetres(ring))
                .isCloseTo(1, within(1e-5));
    }

    @Test
    void lengthsAndAreasAreSaidInTheUnitsOfTheirSizeAndLanguage() {
        Messages zh = new Messages(Locale.SIMPLIFIED_CHINESE);
        Messages en = new Messages(Locale.ENGLISH);
        assertThat(Measure.length(8.64, zh)).isEqualTo("8.6 m");
        assertThat(Measure.length(864.4, zh)).isEqualTo("864 m");
        assertThat(Measure.length(1236, en)).isEqualTo("1.24 km");
        assertThat(Measure.length(23_456, en)).isEqualTo("23.5 km");
        assertThat(Measure.area(2000, zh)).isEqualTo("2\u2009000 m² · 3.0 亩");
        assertThat(Measure.area(120_000, zh)).isEqualTo("12.00 公顷 · 180 亩");
        assertThat(Measure.area(120_000, en)).isEqualTo("12.00 ha");
        assertThat(Measure.area(3_450_000, zh)).isEqualTo("3.45 km² · 5\u2009175 亩");
        assertThat(Measure.area(3_450_000, en)).isEqualTo("3.45 km²");
    }

    private static double q(double degrees) {
        double sin = Math.sin(Math.toRadians(degrees));
        double e = Math.sqrt(E2);
        return sin / (1 - E2 * sin * sin) - 1 / (2 * e) * Math.log((1 - e * sin) / (1 + e * sin));
    }

    private static double dms(int degrees, int minutes, double seconds) {
        return degrees + minutes / 60.0 + seconds / 3600;
    }
}
