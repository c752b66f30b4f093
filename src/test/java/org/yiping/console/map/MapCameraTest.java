package org.yiping.console.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MapCameraTest {
    private final MapCamera camera = new MapCamera(120, -40, 2, 800, 600);

    @Test
    void pixelsAndMetresLeadIntoEachOther() {
        CityPoint place = camera.city(130, 77);
        assertThat(camera.screenX(place.x())).isCloseTo(130, within(1e-9));
        assertThat(camera.screenY(place.y())).isCloseTo(77, within(1e-9));
    }

    @Test
    void zoomingKeepsTheGroundUnderThePointer() {
        CityPoint before = camera.city(130, 77);
        CityPoint after = camera.stepped(3, 130, 77).city(130, 77);
        assertThat(after.distance(before)).isLessThan(1e-9);
    }

    @Test
    void aFlightAroundAPointKeepsItAllTheWay() {
        CityPoint before = camera.city(130, 77);
        CameraFlight flight = new CameraFlight(camera, camera.stepped(4, 130, 77));
        for (double f = 0; f <= 1; f += 0.1) {
            assertThat(flight.at(f).city(130, 77).distance(before)).isLessThan(1e-6);
        }
        assertThat(flight.at(1)).isEqualTo(flight.to());
        assertThat(flight.at(0.5).atRest()).isTrue();
        assertThat(flight.at(0.3).atRest()).isFalse();
    }

    @Test
    void restsOnALevelThatShowsTheWholeBox() {
        CityBox box = new CityBox(-900, -700, 1300, 500);
        MapCamera shown = MapCamera.showing(box, 640, 480);
        assertThat(shown.atRest()).isTrue();
        assertThat(shown.view().covers(box)).isTrue();
        assertThat(shown.stepped(1, 320, 240).view().covers(box)).isFalse();
    }

    @Test
    void theScaleBarIsRoundAndFits() {
        assertThat(ScaleBar.fitting(2.3, 120)).isEqualTo(new ScaleBar(200, 200 / 2.3));
        assertThat(ScaleBar.fitting(0.125, 120).metres()).isEqualTo(10);
        assertThat(ScaleBar.fitting(90, 120).metres()).isEqualTo(10_000);
    }
}
