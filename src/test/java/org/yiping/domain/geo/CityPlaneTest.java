package org.yiping.domain.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CityPlaneTest {
    @ParameterizedTest
    @CsvSource({
        "104.0584, 30.6359",
        "24.9384, 60.1699",
        "-43.2, -22.9",
        "0, 0",
        "15.6, 78.2",
        "179.9, 66",
        "33, -89.8",
        "7, 90"
    })
    void placesAreThoseOfTheSeriesToAThousandthOfAMillimetre(double longitude, double latitude) {
        Position origin = new Position(longitude, latitude);
        CityPlane plane = CityPlane.around(origin);
        TransverseMercator series = new TransverseMercator(TransverseMercator.Ellipsoid.WGS_84, longitude);
        double northing = series.of(longitude, latitude).y();
        Random random = new Random(5);
        for (int i = 0; i < 20_000; i++) {
            // most of them near, the others beyond
            double reach = i % 5 == 0 ? 1.5 : 0.5;
            Position p = new Position(
                    Math.clamp(longitude + random.nextDouble(-reach, reach), -180, 180),
                    Math.clamp(latitude + random.nextDouble(-reach, reach), -89.99, 89.99));
            Coordinates expected = series.of(p.longitude(), p.latitude());
            CityPlane.Metres found = plane.metres(p);
            assertThat(found.east()).as("east of %s", p).isCloseTo(expected.x(), within(1e-6));
            assertThat(found.north()).as("north of %s", p).isCloseTo(expected.y() - northing, within(1e-6));
        }
    }

    @Test
    void theOriginIsTheOrigin() {
        Position origin = new Position(104.0584, 30.6359);
        assertThat(CityPlane.around(origin).metres(origin)).isEqualTo(new CityPlane.Metres(0, 0));
    }
}
