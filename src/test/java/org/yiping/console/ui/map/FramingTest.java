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
    private static final CityPoint FAR = new CityPoint(-1500, -1500);

    /// A handful of metres about a corner of the city.
    private static CityPoint near(double x, double y) {
        return new CityPoint(1300 + x, 1200 + y);
    }

    private static long shown(MapCamera camera, List<CityPoint> places) {
        return places.stream().filter(p -> FRAMING.shows(camera, p)).count();
    }

    @Test
    void theClearPartNeverShowsWhatLiesBeyondTheCity() {
        Random random = new Random(3);
        for (int i = 0; i < 200; i++) {
            List<CityPoint> places = new ArrayList<>();
            for (int k = 0; k < 4; k++) {
                places.add(new CityPoint(random.nextInt(3700) - 1850, random.nextInt(3400) - 1700));
            }
            MapCamera camera = FRAMING.of(places, null);
            assertThat(camera.atRest()).isTrue();
            assertThat(camera.screenX(CITY.west())).isLessThanOrEqualTo(CLEAR.getMinX() + 1);
            assertThat(camera.screenX(CITY.east())).isGreaterThanOrEqualTo(CLEAR.getMaxX() - 1);
            assertThat(camera.screenY(CITY.north())).isLessThanOrEqualTo(CLEAR.getMinY() + 1);
            assertThat(camera.screenY(CITY.south())).isGreaterThanOrEqualTo(CLEAR.getMaxY() - 1);
        }
    }

    @Test
    void theLargestCompanyIsShownEvenWithoutTheMostUrgent() {
        List<CityPoint> places = List.of(FAR, near(0, 0), near(90, -200), near(-150, 60));
        MapCamera camera = FRAMING.of(places, null);
        assertThat(shown(camera, places)).isEqualTo(3);
        assertThat(FRAMING.shows(camera, FAR)).isFalse();
    }

    @Test
    void ofTwoFarApartTheMoreUrgentIsShown() {
        assertThat(FRAMING.shows(FRAMING.of(List.of(FAR, near(0, 0)), null), near(0, 0)))
                .isFalse();
        assertThat(FRAMING.shows(FRAMING.of(List.of(near(0, 0), FAR), null), near(0, 0)))
                .isTrue();
    }

    @Test
    void theScaleIsTheCitysHoweverFarTheCasesAre() {
        MapCamera near = FRAMING.of(List.of(near(0, 0), near(10, 10)), null);
        MapCamera wide = FRAMING.of(List.of(FAR, near(0, 0), near(10, 10)), null);
        assertThat(wide.metresPerPixel()).isEqualTo(near.metresPerPixel());
    }

    @Test
    void oneStepBackIsTakenWhereItShowsMore() {
        List<CityPoint> places = List.of(near(0, 0), near(-1700, 0));
        MapCamera near = FRAMING.of(places.subList(0, 1), null);
        MapCamera both = FRAMING.of(places, null);
        assertThat(shown(both, places)).isEqualTo(2);
        assertThat(both.metresPerPixel()).isGreaterThan(near.metresPerPixel()).isLessThan(near.metresPerPixel() * 1.5);
    }

    @Test
    void aViewThatServesIsKeptAndAnUnservedCaseMovesIt() {
        MapCamera first = FRAMING.of(List.of(near(0, 0)), null);
        assertThat(FRAMING.of(List.of(near(-20, -30)), first)).isEqualTo(first);
        MapCamera moved = FRAMING.of(List.of(FAR), first);
        assertThat(FRAMING.shows(first, FAR)).isFalse();
        assertThat(moved).isNotEqualTo(first);
    }

    @Test
    void aCaseOutsideTheCityMovesNothing() {
        MapCamera first = FRAMING.of(List.of(new CityPoint(0, 0)), null);
        assertThat(FRAMING.of(List.of(new CityPoint(0, 0), new CityPoint(90_000, 0)), null))
                .isEqualTo(first);
        assertThat(FRAMING.of(List.of(), first)).isEqualTo(first);
    }
}
