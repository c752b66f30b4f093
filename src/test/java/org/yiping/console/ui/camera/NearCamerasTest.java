package org.yiping.console.ui.camera;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.scene.Scene;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yiping.console.store.Selection;
import org.yiping.console.ui.DeskFixture;
import org.yiping.console.ui.control.Toolkit;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.camera.CameraState;
import org.yiping.domain.camera.CameraStream;
import org.yiping.domain.geo.Position;

/// Nine cameras along a street, one each hundred metres or so; what is picked stands at its beginning.
class NearCamerasTest {
    private static final Position PLACE = new Position(104.05, 30.65);

    private final DeskFixture seat = new DeskFixture("dispatcher");
    private CameraGrid grid;
    private NearCameras near;

    @BeforeAll
    static void toolkit() {
        Toolkit.start();
    }

    @BeforeEach
    void street() {
        for (int i = 0; i < 9; i++) {
            put(i, new CameraState(true, false));
        }
        fx(() -> {
            grid = new CameraGrid(seat.hall, () -> ZoneOffset.UTC, new CardboardPlayer(), 3, 2, false);
            new Scene(grid, 900, 480);
            grid.resize(900, 480);
            grid.layout();
            grid.show(List.of(camera(8), camera(2), camera(7), camera(6)));
            grid.select(2);
            near = new NearCameras(
                    seat.desk, seat.hall, grid, c -> !c.id().value().equals("c1"));
        });
    }

    @Test
    void theFourNearestThatMayBeSeenTakeTheFirstTilesAndNoneStandsTwice() {
        pick();
        fx(near::near);
        assertThat(shown()).containsExactly("c0", "c2", "c3", "c4", "", "");
        assertThat(grid.selected()).isZero();
        fx(near::back);
        assertThat(shown()).containsExactly("c8", "c2", "c7", "c6", "", "");
        assertThat(grid.selected()).isEqualTo(2);
    }

    @Test
    void whatHasNoPictureIsPassedOver() {
        put(0, new CameraState(false, false));
        put(2, new CameraState(true, false, CameraState.FROZEN, "seen", null));
        put(3, new CameraState(true, false, CameraState.DARK, "seen", null));
        pick();
        fx(near::near);
        assertThat(shown()).startsWith("c4", "c5", "c6", "c7");
        assertThat(shown())
                .as("what stood on the first tiles and is shown elsewhere")
                .endsWith("", "");
    }

    @Test
    void whoseSourceTellsNoStateIsTried() {
        put(2, CameraState.untold(false, null));
        put(3, new CameraState(false, false, CameraState.OFFLINE, CameraState.NOT_LISTED, null));
        pick();
        fx(near::near);
        assertThat(shown()).startsWith("c0", "c2", "c4", "c5");
    }

    @Test
    void oneThatIsShownAlreadyChangesPlaces() {
        fx(() -> grid.show(List.of(camera(8), camera(7), camera(6), camera(5), camera(0), camera(3))));
        pick();
        fx(near::near);
        assertThat(shown()).containsExactly("c0", "c2", "c3", "c4", "c8", "c6");
    }

    @Test
    void afterSeveralLooksWhatWasThereBeforeTheFirstComesBack() {
        pick();
        fx(near::near);
        seat.selection.pick(new Selection.Picked.OfPoint(along(8)));
        fx(near::near);
        assertThat(shown()).startsWith("c8", "c7", "c6", "c5");
        fx(near::back);
        assertThat(shown()).containsExactly("c8", "c2", "c7", "c6", "", "");
        fx(near::tell);
        assertThat(near.undo().reason()).isNotEmpty();
    }

    @Test
    void whatSomebodyPutThereMeanwhileComesBackToo() {
        pick();
        fx(near::near);
        fx(() -> grid.show(1, camera(7)));
        seat.selection.pick(new Selection.Picked.OfPoint(along(8)));
        fx(near::near);
        fx(near::back);
        assertThat(shown()).startsWith("c0", "c7", "c3", "c4");
    }

    @Test
    void anEnlargedTileGivesWayAndIsEnlargedAgain() {
        fx(grid::toggle);
        pick();
        fx(near::near);
        assertThat(grid.isEnlarged()).isFalse();
        fx(near::back);
        assertThat(grid.isEnlarged()).isTrue();
        assertThat(grid.selectedTile().camera()).isEqualTo(camera(7));
    }

    @Test
    void withNothingPickedOrNothingNearTilesStay() {
        fx(near::tell);
        assertThat(near.button().reason()).isNotEmpty();
        fx(near::near);
        assertThat(shown()).containsExactly("c8", "c2", "c7", "c6", "", "");
        seat.selection.pick(new Selection.Picked.OfPoint(new Position(105, 31)));
        fx(near::tell);
        assertThat(near.button().reason()).isEmpty();
        fx(near::near);
        assertThat(shown()).containsExactly("c8", "c2", "c7", "c6", "", "");
        assertThat(seat.hall.notices().all()).isNotEmpty();
        assertThat(near.undo().reason()).as("nothing to bring back").isNotEmpty();
    }

    private void pick() {
        seat.selection.pick(new Selection.Picked.OfPoint(PLACE));
    }

    private List<String> shown() {
        return grid.tiles().stream()
                .map(t ->
                        Optional.ofNullable(t.camera()).map(c -> c.id().value()).orElse(""))
                .toList();
    }

    private void put(int number, CameraState state) {
        seat.tables.cameras.put(new CameraId("c" + number), camera(number).with(state));
    }

    private static Position along(int number) {
        return new Position(PLACE.longitude() + number * 0.001, PLACE.latitude());
    }

    private static Camera camera(int number) {
        return new Camera(
                new CameraId("c" + number),
                "玉林街 " + number,
                along(number),
                new Camera.View(0, 60, "fixed"),
                List.of(new CameraStream("sub", "http://x/sub", 640, 360, 15)),
                new CameraState(true, false));
    }

    private static void fx(Runnable work) {
        Toolkit.onFx((Callable<Boolean>) () -> {
            work.run();
            return true;
        });
    }
}
