package org.yiping.domain.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.geometry.jts.JTS;
import org.geotools.referencing.CRS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;

class CoordinateSystemTest {
    private static final List<CoordinateSystem> CHINESE =
            List.of(CoordinateSystem.GCJ_02, CoordinateSystem.BD_09, CoordinateSystem.WEB_MERCATOR);

    @Test
    void what_is_written_down_comes_back_to_its_place_within_a_millimetre() {
        Random random = new Random(1);
        for (CoordinateSystem system : CHINESE) {
            for (int i = 0; i < 20_000; i++) {
                Position there = new Position(random.nextDouble(73, 137), random.nextDouble(1, 55));
                Coordinates written = system.of(there);
                assertThat(system.position(written.x(), written.y()).distanceMetres(there))
                        .as("%s %s", system, there)
                        .isLessThan(0.001);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        // places and what web maps of China draw them at, as published with several converters
        "121.5272106, 31.1774276, 121.531541859215, 31.17530398364597",
        "113.912316, 22.543847, 113.9171764808363, 22.540796131694766",
        "116.377817, 39.911954, 116.38404722455657, 39.91334545536069"
    })
    void places_in_gcj_02_are_where_others_have_them(double x, double y, double shiftedX, double shiftedY) {
        Coordinates shifted = CoordinateSystem.GCJ_02.of(new Position(x, y));
        assertThat(shifted.x()).isCloseTo(shiftedX, within(1e-7));
        assertThat(shifted.y()).isCloseTo(shiftedY, within(1e-7));
    }

    @Test
    void outside_china_nothing_is_shifted_and_at_its_edge_a_way_back_is_found_within_the_shift() {
        Coordinates helsinki = CoordinateSystem.GCJ_02.of(new Position(24.9384, 60.1699));
        assertThat(helsinki).isEqualTo(new Coordinates(24.9384, 60.1699));
        Random random = new Random(2);
        for (int i = 0; i < 1000; i++) {
            Position edge = new Position(137.8347 + random.nextDouble(-0.02, 0.02), random.nextDouble(20, 50));
            Coordinates written = CoordinateSystem.GCJ_02.of(edge);
            Position back = CoordinateSystem.GCJ_02.position(written.x(), written.y());
            assertThat(back.distanceMetres(edge)).isLessThan(5000);
        }
    }

    @Test
    void baidu_lies_beside_gcj_02_by_some_seven_hundred_metres() {
        Position square = new Position(116.391305, 39.906127);
        Coordinates gcj = CoordinateSystem.GCJ_02.of(square);
        Coordinates baidu = CoordinateSystem.BD_09.of(square);
        assertThat(baidu.x() - gcj.x()).isBetween(0.0060, 0.0070);
        assertThat(baidu.y() - gcj.y()).isBetween(0.0055, 0.0065);
    }

    @ParameterizedTest
    @ValueSource(ints = {4491, 4496, 4501, 4502, 4507, 4512, 4513, 4526, 4533, 4534, 4547, 4554})
    void zones_are_where_geotools_has_them_to_a_millimetre(int code) throws Exception {
        int meridian = meridian(code);
        double east = code <= 4501 ? (meridian + 3) / 6 * 1e6 : code >= 4513 && code <= 4533 ? meridian / 3 * 1e6 : 0;
        String degrees = degrees("CGCS2000", 298.257222101);
        MathTransform peer = CRS.findMathTransform(
                CRS.parseWKT(degrees),
                CRS.parseWKT(plane("Transverse_Mercator", degrees, meridian, east + 500_000)),
                true);
        CoordinateSystem system = CoordinateSystem.of("EPSG:" + code);
        assertThat(system.isPlane()).isTrue();
        assertThat(system.name()).contains(meridian + "°E", String.valueOf(code));
        Random random = new Random(code);
        for (int i = 0; i < 500; i++) {
            Position p = new Position(meridian + random.nextDouble(-3, 3), random.nextDouble(3, 54));
            Coordinate expected = JTS.transform(new Coordinate(p.longitude(), p.latitude()), null, peer);
            Coordinates found = system.of(p);
            assertThat(found.x()).isCloseTo(expected.x, within(0.001));
            assertThat(found.y()).isCloseTo(expected.y, within(0.001));
            assertThat(system.position(found.x(), found.y()).distanceMetres(p)).isLessThan(0.001);
        }
    }

    @Test
    void web_mercator_is_where_geotools_has_it_to_a_millimetre() throws Exception {
        String sphere = degrees("sphere", 0);
        MathTransform peer =
                CRS.findMathTransform(CRS.parseWKT(sphere), CRS.parseWKT(plane("Mercator_1SP", sphere, 0, 0)), true);
        Random random = new Random(3);
        for (int i = 0; i < 1000; i++) {
            Position p = new Position(random.nextDouble(-179, 179), random.nextDouble(-84, 84));
            Coordinate expected = JTS.transform(new Coordinate(p.longitude(), p.latitude()), null, peer);
            Coordinates found = CoordinateSystem.WEB_MERCATOR.of(p);
            assertThat(found.x()).isCloseTo(expected.x, within(0.001));
            assertThat(found.y()).isCloseTo(expected.y, within(0.001));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "EPSG:4326, WGS 84",
        "urn:ogc:def:crs:OGC:1.3:CRS84, WGS 84",
        "wgs-84, WGS 84",
        "urn:ogc:def:crs:EPSG::4490, CGCS2000",
        "gcj02, GCJ-02",
        "BD-09, BD-09",
        "4547, CGCS2000 114°E (EPSG:4547)",
        "EPSG:3857, Web Mercator (EPSG:3857)"
    })
    void systems_are_known_by_the_names_files_give_them(String written, String name) {
        assertThat(CoordinateSystem.of(written).name()).isEqualTo(name);
    }

    @Test
    void what_is_not_known_is_said_with_what_is() {
        assertThatThrownBy(() -> CoordinateSystem.of("EPSG:3067"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("EPSG:3067", "EPSG:4326", "EPSG:4490", "EPSG:4554", "GCJ-02", "BD-09");
    }

    @Test
    void numbers_the_other_way_round_are_refused() {
        CoordinateSystem zone = CoordinateSystem.of("EPSG:4547");
        assertThatThrownBy(() -> zone.position(3_386_666, 528_770)).hasMessageContaining("metres north before");
        assertThatThrownBy(() -> zone.position(Double.NaN, 3_386_666)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> zone.position(38_528_770, 3_386_666)).hasMessageContaining("another zone");
        assertThatThrownBy(() -> CoordinateSystem.GCJ_02.position(30.6, 114.3))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static int meridian(int code) {
        return code <= 4501
                ? 6 * (13 + code - 4491) - 3
                : code <= 4512
                        ? 75 + 6 * (code - 4502)
                        : code <= 4533 ? 3 * (25 + code - 4513) : 75 + 3 * (code - 4534);
    }

    private static String degrees(String name, double inverseFlattening) {
        return "GEOGCS[\"%s\", DATUM[\"%s\", SPHEROID[\"%s\", 6378137, %s]], PRIMEM[\"Greenwich\", 0], UNIT[\"degree\", 0.017453292519943295]]"
                .formatted(name, name, name, inverseFlattening);
    }

    private static String plane(String projection, String base, int meridian, double easting) {
        return ("PROJCS[\"plane\", %s, PROJECTION[\"%s\"], PARAMETER[\"latitude_of_origin\", 0], PARAMETER[\"central_meridian\", %d], "
                        + "PARAMETER[\"scale_factor\", 1], PARAMETER[\"false_easting\", %s], PARAMETER[\"false_northing\", 0], UNIT[\"metre\", 1]]")
                .formatted(base, projection, meridian, easting);
    }
}
