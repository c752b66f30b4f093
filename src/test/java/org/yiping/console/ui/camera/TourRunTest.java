package org.yiping.console.ui.camera;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.scene.Scene;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yiping.console.ui.DeskFixture;
import org.yiping.console.ui.control.Toolkit;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.camera.CameraState;
import org.yiping.domain.camera.CameraStream;
import org.yiping.domain.geo.Position;
import org.yiping.domain.patrol.Tour;

/// A tour on real tiles with a player that counts its streams.
class TourRunTest {
    private static final Duration DWELL = Duration.ofSeconds(12);

    private final CardboardPlayer player = new CardboardPlayer();
    private final DeskFixture seat = new DeskFixture("dispatcher");
    private Instant now = DeskFixture.START;
    private CameraGrid grid;
    private TourRun run;

    @BeforeAll
    static void toolkit() {
        Toolkit.start();
    }

    @BeforeEach
    void four() {
        for (int i = 0; i < 7; i++) {
            seat.tables.cameras.put(new CameraId("c" + i), camera(i, i != 5));
        }
        fx(() -> {
            grid = new CameraGrid(seat.hall, () -> ZoneOffset.UTC, player, 2, 2, false);
            new Scene(grid, 800, 480);
            grid.resize(800, 480);
            grid.layout();
            grid.show(List.of(camera(0, true), camera(1, true), camera(2, true), camera(3, true)));
            grid.start();
            grid.select(3);
            run = new TourRun(grid, player, seat.desk.stores().cameras());
        });
    }

    private void begin(boolean all) {
        fx(() -> run.begin(List.of(new CameraId("c4"), new CameraId("c5"), new CameraId("c6")), DWELL, all, now));
    }

    private void pass(int seconds) {
        now = now.plusSeconds(seconds);
        fx(() -> run.tick(now));
    }

    private String on(int tile) {
        Camera shown = grid.tiles().get(tile).camera();
        return shown == null ? "" : shown.id().value();
    }

    private boolean runs() {
        return run.now().filter(Tour::runs).isPresent();
    }

    @Test
    void theNextIsOpenBeforeItsTurnAndNeverMoreThanOneTooMany() {
        begin(false);
        assertThat(on(3)).isEqualTo("c4");
        assertThat(player.open()).containsExactlyInAnyOrder("c0", "c1", "c2", "c4");
        pass(8);
        assertThat(player.open()).doesNotContain("c6");
        pass(1);
        assertThat(player.open()).containsExactlyInAnyOrder("c0", "c1", "c2", "c4", "c6");
        pass(2);
        assertThat(player.open()).as("once").hasSize(5);
        assertThat(player.sizeOf("c6")).as("its decode is shared when it comes").isEqualTo(player.sizeOf("c4"));
        pass(1);
        assertThat(on(3)).as("the offline one is passed over").isEqualTo("c6");
        assertThat(player.open()).containsExactlyInAnyOrder("c0", "c1", "c2", "c6");
        assertThat(run.skipped()).isEqualTo(1);
        fx(run::end);
        assertThat(on(3)).as("what is seen stays").isEqualTo("c6");
        assertThat(player.open()).hasSize(4);
    }

    @Test
    void aCameraOfWhichNobodySaidThatItIsOfflineTakesItsTurn() {
        seat.tables.cameras.put(new CameraId("c5"), camera(5, true).with(CameraState.untold(true, null)));
        begin(false);
        pass(12);
        assertThat(on(3)).isEqualTo("c5");
        assertThat(run.skipped()).isZero();
    }

    @Test
    void aTourOfAllTilesGoesOnOverFewerOfThem() {
        begin(true);
        pass(12);
        assertThat(on(1)).isEqualTo("c6");
        fx(() -> {
            grid.arrange(1, 1);
            grid.layout();
        });
        pass(12);
        assertThat(runs()).isTrue();
        assertThat(on(0)).isEqualTo("c4");
        pass(12);
        assertThat(on(0)).as("on the only one").isEqualTo("c6");
    }

    @Test
    void whatThisSeatMayNotSeeIsPassedOverToo() {
        fx(() -> grid.refusal(c ->
                c.id().value().equals("c4") ? Optional.of(TileFace.locked(seat.hall.messages())) : Optional.empty()));
        begin(false);
        assertThat(on(3)).isEqualTo("c6");
        pass(12);
        assertThat(on(3)).isEqualTo("c6");
        assertThat(run.skipped()).isEqualTo(2);
        assertThat(player.open()).doesNotContain("c4");
    }

    @Test
    void aHandHoldsItAndItGoesOnByItself() {
        begin(false);
        pass(10);
        fx(() -> run.touched(grid.tiles().get(0), now));
        assertThat(runs()).as("another tile").isTrue();
        fx(() -> run.touched(grid.tiles().get(3), now));
        assertThat(runs()).isFalse();
        assertThat(player.open()).as("nothing ahead while it is held").hasSize(4);
        pass(59);
        assertThat(on(3)).isEqualTo("c4");
        pass(1);
        pass(2);
        assertThat(on(3)).isEqualTo("c6");
    }

    @Test
    void aCameraPutThereByHandStaysAMinute() {
        begin(false);
        fx(() -> grid.show(3, camera(1, true)));
        pass(1);
        assertThat(runs()).isFalse();
        pass(30);
        assertThat(on(3)).isEqualTo("c1");
        pass(30);
        assertThat(runs()).isTrue();
        pass(12);
        assertThat(on(3)).isEqualTo("c6");
    }

    @Test
    void hiddenItOpensNothingAndComesBackWhereItWas() {
        begin(false);
        pass(10);
        fx(() -> {
            run.hide(now);
            grid.stop();
        });
        assertThat(player.open()).isEmpty();
        now = now.plus(Duration.ofHours(1));
        fx(() -> run.tick(now));
        assertThat(player.open()).isEmpty();
        fx(() -> {
            run.show(now);
            grid.start();
        });
        assertThat(on(3)).isEqualTo("c4");
        pass(2);
        assertThat(on(3)).isEqualTo("c6");
    }

    @Test
    void underAnEnlargedTileItStandsAndOnItsOwnItIsHeld() {
        begin(false);
        fx(() -> {
            grid.select(0);
            grid.toggle();
        });
        pass(30);
        assertThat(runs()).isFalse();
        assertThat(player.open())
                .as("the small one until the large one has a picture")
                .containsOnly("c0");
        fx(grid::toggle);
        pass(0);
        assertThat(runs()).isTrue();
        fx(() -> {
            grid.select(3);
            grid.toggle();
        });
        pass(1);
        assertThat(runs()).as("somebody looks closer").isFalse();
        pass(60);
        assertThat(runs()).isTrue();
    }

    @Test
    void onAllTilesOneChangesAtATimeAlsoWhenThereAreFewer() {
        begin(true);
        assertThat(on(0)).isEqualTo("c4");
        pass(12);
        assertThat(on(1)).isEqualTo("c6");
        assertThat(player.open()).hasSize(4);
        fx(() -> grid.arrange(1, 1));
        pass(12);
        assertThat(on(0)).isEqualTo("c4");
    }

    @Test
    void pausedByHandItStaysSo() {
        begin(false);
        fx(() -> run.pause(now));
        pass(3600);
        assertThat(on(3)).isEqualTo("c4");
        fx(() -> run.step(1, now));
        assertThat(on(3)).isEqualTo("c6");
        fx(() -> run.pause(now));
        assertThat(runs()).isTrue();
    }

    private static void fx(Runnable work) {
        Toolkit.onFx((Callable<Boolean>) () -> {
            work.run();
            return true;
        });
    }

    private static Camera camera(int i, boolean online) {
        return new Camera(
                new CameraId("c" + i),
                "玉林街",
                new Position(104, 30),
                new Camera.View(0, 60, "fixed"),
                List.of(new CameraStream("sub", "http://x/sub", 640, 360, 15)),
                new CameraState(online, true));
    }
}
