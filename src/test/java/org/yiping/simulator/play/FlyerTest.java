package org.yiping.simulator.play;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.yiping.domain.field.FieldUnit;
import org.yiping.domain.geo.Feature;
import org.yiping.domain.geo.Position;
import org.yiping.domain.geo.Shape;

class FlyerTest {
    @Test
    void itFliesStraightAtItsSpeedAndItsHeadingIsWhereItGoes() {
        List<Position> corners =
                List.of(new Position(104.06, 30.6), new Position(104.07, 30.6), new Position(104.065, 30.61));
        Shape street = new Shape.Line(corners);
        StreetMap map = new StreetMap(List.of(new Feature("r", "major", "", street, Map.of())));
        SplittableRandom random = new SplittableRandom(5);
        Flyer flyer = new Flyer("U1", "无人机 01", map.at(0), 10);
        Instant at = Instant.EPOCH;
        int moved = 0;
        FieldUnit before = flyer.sample(at);
        assertThat(before.headingDegrees()).as("who hovers looks nowhere").isNull();
        for (int s = 1; s < 400; s++) {
            flyer.move(1, map, random);
            FieldUnit now = flyer.sample(at.plusSeconds(s));
            Double heading = before.headingDegrees();
            double metres = before.position().distanceMetres(now.position());
            assertThat(metres).isLessThan(10.2);
            if (heading != null && now.headingDegrees() != null) {
                assertThat(metres).isCloseTo(10, within(0.2));
                assertThat(bearing(before.position(), now.position())).isCloseTo(heading, within(2.0));
                moved++;
            }
            before = now;
        }
        assertThat(moved).isPositive();
    }

    private static double bearing(Position a, Position b) {
        double east = (b.longitude() - a.longitude()) * Math.cos(Math.toRadians(a.latitude()));
        return (Math.toDegrees(Math.atan2(east, b.latitude() - a.latitude())) + 360) % 360;
    }
}
