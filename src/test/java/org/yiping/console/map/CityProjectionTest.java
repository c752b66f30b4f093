package org.yiping.console.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.proj4j.CRSFactory;
import org.locationtech.proj4j.CoordinateTransform;
import org.locationtech.proj4j.CoordinateTransformFactory;
import org.locationtech.proj4j.ProjCoordinate;
import org.yiping.domain.geo.Position;

class CityProjectionTest {
    private static final Position CHENGDU = new Position(104.0584, 30.6359);
    private static final Position HELSINKI = new Position(24.9384, 60.1699);
    private static final Position RIO = new Position(-43.2, -22.9);

    @Test
    void comesBackToTheSamePlaceWithinAMillimetre() {
        Random random = new Random(1);
        for (Position origin : new Position[] {CHENGDU, HELSINKI, RIO}) {
            CityProjection projection = CityProjection.around(origin);
            for (int i = 0; i < 1000; i++) {
                CityPoint there = new CityPoint(random.nextDouble(-20_000, 20_000), random.nextDouble(-20_000, 20_000));
                CityPoint back = projection.toCity(projection.toPosition(there));
                assertThat(back.distance(there)).isLessThan(0.001);
            }
        }
    }

    @Test
    void keepsACentimetreWithin20KilometresWhenStoredAsFloat() {
        CityProjection projection = CityProjection.around(CHENGDU);
        CityPoint far = projection.toCity(new Position(104.26, 30.81));
        CityPoint stored = new CityPoint((float) far.x(), (float) far.y());
        assertThat(stored.distance(far)).isLessThan(0.01);
    }

    @Test
    void agreesWithAnIndependentProjectionLibrary() {
        CRSFactory crs = new CRSFactory();
        CoordinateTransform peer = new CoordinateTransformFactory()
                .createTransform(
                        crs.createFromParameters("wgs84", "+proj=longlat +datum=WGS84 +no_defs"),
                        crs.createFromParameters(
                                "city", "+proj=tmerc +lat_0=30.6359 +lon_0=104.0584 +k=1 +x_0=0 +y_0=0 +datum=WGS84"));
        CityProjection projection = CityProjection.around(CHENGDU);
        Random random = new Random(2);
        for (int i = 0; i < 200; i++) {
            double longitude = random.nextDouble(103.85, 104.26);
            double latitude = random.nextDouble(30.45, 30.82);
            ProjCoordinate expected = peer.transform(new ProjCoordinate(longitude, latitude), new ProjCoordinate());
            CityPoint found = projection.toCity(new Position(longitude, latitude));
            assertThat(found.x()).isCloseTo(expected.x, within(0.001));
            assertThat(found.y()).isCloseTo(expected.y, within(0.001));
        }
    }

    @Test
    void measuresTrueMetresAroundItsOrigin() {
        CityPoint north = CityProjection.around(CHENGDU).toCity(new Position(104.0584, 30.6459));
        assertThat(north.x()).isCloseTo(0, within(1e-6));
        // a hundredth of a degree on the meridian at this latitude
        assertThat(north.y()).isCloseTo(1108.6, within(0.2));
    }
}
