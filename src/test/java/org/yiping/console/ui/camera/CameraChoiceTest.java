package org.yiping.console.ui.camera;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.yiping.console.ui.Pictures;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.camera.CameraState;
import org.yiping.domain.geo.Position;

class CameraChoiceTest {
    private final List<Camera> all =
            IntStream.range(0, 12).mapToObj(CameraChoiceTest::camera).toList();

    @Test
    void tilesOfOneWallShowDifferentCamerasAndTogetherAllOfThem() {
        long online = all.stream().filter(c -> c.state().online()).count();
        assertThat(online).isGreaterThan(4);
        Set<CameraId> seen = new HashSet<>();
        for (int first = 0; first < online; first++) {
            List<Camera> one = CameraChoice.of(all, new Pictures.Choice(1, List.of(), first, 4, 0));
            assertThat(one).hasSize(1);
            seen.add(one.getFirst().id());
        }
        assertThat(seen).hasSize((int) online);
    }

    @Test
    void aNamedCameraNobodyHasLeavesItsPlaceToTheNext() {
        List<CameraId> named =
                new ArrayList<>(List.of(new CameraId("nowhere"), all.getFirst().id()));

        assertThat(CameraChoice.of(all, new Pictures.Choice(2, named, 0, 4, 0)))
                .extracting(Camera::id)
                .containsExactly(all.getFirst().id());
        assertThat(CameraChoice.of(all, new Pictures.Choice(2, List.of(new CameraId("nowhere")), 0, 4, 0)))
                .isEmpty();
    }

    @Test
    void ofACameraWhoseSourceTellsNoStateNobodySaidThatItIsOffline() {
        Camera untold = all.getFirst().with(CameraState.untold(false, null));
        Camera offline = all.get(5);
        Pictures.Choice two = new Pictures.Choice(2, List.of(), 0, 4, 0);
        assertThat(CameraChoice.spread(List.of(untold, offline), 4)).containsExactly(untold);
        assertThat(CameraChoice.chosen(List.of(untold, offline), two)).containsExactly(untold);
        assertThat(CameraChoice.mended(List.of(untold, offline), List.of(), Set.of(), two))
                .containsExactly(untold);
    }

    private static Camera camera(int i) {
        return new Camera(
                new CameraId("c" + i),
                "玉林街",
                new Position(104 + i * 0.01, 30),
                new Camera.View(0, 60, "fixed"),
                List.of(),
                new CameraState(i != 5, true));
    }
}
