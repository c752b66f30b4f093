package org.yiping.console.ui.wall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yiping.console.ui.wall.Scene.Box;

class SceneTest {
    @ParameterizedTest
    @CsvSource({"1,1", "2,1", "3,1", "1,2", "2,2", "3,2", "6,3"})
    void everyPartLiesInsideOneMonitorAndNoneOverlapsAnother(int columns, int rows) {
        List<Box> monitors = wall(columns, rows);

        Scene scene = Scene.overview(monitors);

        assertThat(scene.parts()).allMatch(p -> p.box().inside(monitors.get(p.monitor())));
        for (Scene.Part a : scene.parts()) {
            assertThat(scene.parts()).filteredOn(b -> b != a).noneMatch(b -> overlap(a.box(), b.box()));
        }
    }

    @ParameterizedTest
    @CsvSource({"1,1", "2,1", "3,1", "1,2", "2,2", "3,2", "6,3"})
    void everyWallShowsFiguresCamerasStatusAndFourNumberedCases(int columns, int rows) {
        Scene scene = Scene.overview(wall(columns, rows));

        List<Object> contents =
                scene.parts().stream().<Object>map(Scene.Part::content).toList();
        assertThat(contents)
                .contains(
                        new Scene.Legend(),
                        new Scene.Told(),
                        new Scene.Figures(),
                        new Scene.Cameras(),
                        new Scene.Status())
                .contains(new Scene.Urgent(1), new Scene.Urgent(2), new Scene.Urgent(3), new Scene.Urgent(4));
    }

    @Test
    void theMapTakesAllColumnsButTheLast() {
        Scene scene = Scene.overview(wall(3, 2));

        assertThat(scene.hero()).isEqualTo(new Box(0, 0, 3840, 2160));
    }

    @Test
    void whatIsClearOfTheHeroLiesUnderNoPart() {
        for (int columns = 1; columns <= 3; columns++) {
            Scene scene = Scene.overview(wall(columns, 1));
            Box clear = scene.clear();
            assertThat(clear.inside(scene.hero())).isTrue();
            assertThat(clear.width() * clear.height())
                    .isGreaterThan(0.25 * scene.hero().width() * scene.hero().height());
            assertThat(scene.parts())
                    .filteredOn(p -> !(p.content() instanceof Scene.Told)) // there only while a story is told
                    .noneMatch(p -> overlap(p.box(), clear));
        }
    }

    @Test
    void aWideMonitorsCamerasStandInOneRowOfWholePictures() {
        Box cameras = Scene.overview(wall(2, 1)).parts().stream()
                .filter(p -> p.content().equals(new Scene.Cameras()))
                .map(Scene.Part::box)
                .findFirst()
                .orElseThrow();
        double tile = cameras.width() / Scene.LETTERED;
        assertThat(cameras.height()).isBetween(tile * 9 / 16 + 90, tile * 9 / 16 + 140);
    }

    @Test
    void theTiersOfAnEightMetreRoomAreThoseOfTheDesign() {
        Tiers tiers = Tiers.of(8, 1.2, 1920);

        assertThat(tiers.must()).isBetween(81.0, 82.0);
        assertThat(tiers.figure()).isBetween(102.0, 103.0);
        assertThat(tiers.should()).isBetween(61.0, 62.0);
        assertThat(tiers.may()).isBetween(41.0, 42.0);
    }

    private static List<Box> wall(int columns, int rows) {
        List<Box> monitors = new ArrayList<>();
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                monitors.add(new Box(c * 1920, r * 1080, 1920, 1080));
            }
        }
        return monitors;
    }

    private static boolean overlap(Box a, Box b) {
        return a.x() < b.x() + b.width()
                && b.x() < a.x() + a.width()
                && a.y() < b.y() + b.height()
                && b.y() < a.y() + a.height();
    }
}
