package org.yiping.console.ui.wall;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.yiping.domain.wall.Arrangement;
import org.yiping.domain.wall.Box;
import org.yiping.domain.wall.Lattice;
import org.yiping.domain.wall.PanelKind;
import org.yiping.domain.wall.SceneId;
import org.yiping.domain.wall.WallTopology;
import org.yiping.protocol.wall.ShippedScenes;

class SceneTest {
    static Stream<String> scenes() {
        return ShippedScenes.NAMES.stream();
    }

    @ParameterizedTest
    @MethodSource("scenes")
    void everyPartLiesInsideOneMonitorAndNoneOverlapsAnother(String name) {
        for (int columns = 1; columns <= 6; columns++) {
            for (int rows = 1; rows <= 3; rows++) {
                apart(wall(columns, rows), scene(name, wall(columns, rows)));
            }
        }
    }

    private static void apart(List<Box> monitors, Scene scene) {
        assertThat(scene.parts()).allMatch(p -> p.box().inside(monitors.get(p.monitor())));
        for (Scene.Part a : scene.parts()) {
            assertThat(scene.parts()).filteredOn(b -> b != a).noneMatch(b -> overlap(a.box(), b.box()));
        }
    }

    @ParameterizedTest
    @CsvSource({"1,1", "2,1", "3,1", "1,2", "2,2", "3,2", "6,3"})
    void everyWallShowsFiguresCamerasStatusAndFourNumberedCases(int columns, int rows) {
        Scene scene = overview(wall(columns, rows));

        List<Object> contents =
                scene.parts().stream().<Object>map(Scene.Part::content).toList();
        assertThat(contents)
                .contains(new Scene.Legend(), new Scene.Told(), new Scene.Status())
                .contains(new Scene.Urgent(1), new Scene.Urgent(2), new Scene.Urgent(3), new Scene.Urgent(4));
        assertThat(panels(scene)).contains(PanelKind.FIGURES, PanelKind.CAMERAS);
    }

    @Test
    void theMapTakesAllColumnsButTheLast() {
        Scene scene = overview(wall(3, 2));

        assertThat(scene.hero()).isEqualTo(new Box(0, 0, 3840, 2160));
    }

    @Test
    void whatIsClearOfTheHeroLiesUnderNoPart() {
        for (int columns = 1; columns <= 3; columns++) {
            Scene scene = overview(wall(columns, 1));
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
        Box cameras = overview(wall(2, 1)).parts().stream()
                .filter(p -> p.content() instanceof Scene.Tile t && t.shown().panel() == PanelKind.CAMERAS)
                .map(Scene.Part::box)
                .findFirst()
                .orElseThrow();
        double tile = cameras.width() / 4;
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

    @Test
    void camerasAreDealtOutSoThatNoTwoTilesShowTheSame() {
        List<Scene.Share> shares = scene("cameras", wall(6, 3)).parts().stream()
                .flatMap(p -> p.content() instanceof Scene.Tile t ? Stream.of(t.share()) : Stream.empty())
                .toList();

        assertThat(shares).hasSize(18).extracting(Scene.Share::all).containsOnly(66);
        int first = 0;
        for (Scene.Share share : shares) {
            assertThat(share.first()).isEqualTo(first);
            assertThat(share.letter()).isEqualTo(first);
            first += share.turn() == 8 || share.turn() == 9 ? 1 : 4;
        }
    }

    @Test
    void theMapGoesOnBehindTheBezels() {
        List<Box> monitors = wall(3, 2);
        Scene.Bezels bezels = new Scene.Bezels(Lattice.of(monitors), 40);

        assertThat(bezels.behind(overview(monitors).hero())).isEqualTo(new Box(0, 0, 3880, 2200));
    }

    private static List<PanelKind> panels(Scene scene) {
        return scene.parts().stream()
                .flatMap(p -> p.content() instanceof Scene.Tile t
                        ? Stream.of(t.shown().panel())
                        : Stream.empty())
                .toList();
    }

    private static Scene overview(List<Box> monitors) {
        return scene("overview", monitors);
    }

    static Scene scene(String name, List<Box> monitors) {
        Arrangement all =
                Arrangement.of(ShippedScenes.book().find(new SceneId(name)).orElseThrow(), WallTopology.of(monitors));
        return Scene.of(
                all, all.tiles().stream().map(t -> t.tile().at(Instant.EPOCH)).toList(), Scene.Bezels.NONE);
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
