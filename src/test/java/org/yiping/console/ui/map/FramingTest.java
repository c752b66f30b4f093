package org.yiping.console.ui.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;
import org.yiping.console.map.CityBox;
import org.yiping.console.map.CityPoint;
import org.yiping.console.map.MapCamera;

class FramingTest {
    private static final CityBox CITY = new CityBox(-1850, -1700, 1850, 1700);
    private static final Rectangle2D CLEAR = new Rectangle2D(738, 0, 1182, 715);
    private static final Framing FRAMING = new Framing(CITY, 1920, 1080, CLEAR);

    @Test
    void everyNumberedCaseLiesInTheClearPart() {
        Random random = new Random(3);
        for (int i = 0; i < 200; i++) {
            List<CityPoint> places = new ArrayList<>();
            for (int k = 0; k < 4; k++) {
                places.add(new CityPoint(random.nextInt(3700) - 1850, random.nextInt(3400) - 1700));
            }
            MapCamera camera = FRAMING.of(places, null);
            assertThat(camera.atRest()).isTrue();
            assertThat(places).allMatch(p -> CLEAR.contains(camera.screenX(p.x()), camera.screenY(p.y())));
        }
    }

    @Test
    void aViewThatServesIsKept() {
        List<CityPoint> wide = List.of(new CityPoint(-1500, -1200), new CityPoint(1500, 1200));
        MapCamera first = FRAMING.of(wide, null);
        List<CityPoint> other = List.of(new CityPoint(-1200, -900), new CityPoint(1400, 1100));
        assertThat(FRAMING.of(other, first)).isEqualTo(first);
    }

    @Test
    void aMuchNearerViewIsWorthTheJumpAndAnUnservedCaseForcesIt() {
        MapCamera near = FRAMING.of(List.of(new CityPoint(0, 0), new CityPoint(100, 80)), null);
        MapCamera wide = FRAMING.of(List.of(new CityPoint(-1500, -1200), new CityPoint(1500, 1200)), near);
        assertThat(wide.metresPerPixel()).isGreaterThan(near.metresPerPixel());
        assertThat(FRAMING.of(List.of(new CityPoint(0, 0), new CityPoint(100, 80)), wide)
                        .metresPerPixel())
                .isEqualTo(near.metresPerPixel());
    }

    @Test
    void aCaseOutsideTheCityMovesNothing() {
        MapCamera first = FRAMING.of(List.of(new CityPoint(0, 0)), null);
        assertThat(FRAMING.of(List.of(new CityPoint(0, 0), new CityPoint(90_000, 0)), null))
                .isEqualTo(first);
        assertThat(FRAMING.of(List.of(), first)).isEqualTo(first);
    }
}
