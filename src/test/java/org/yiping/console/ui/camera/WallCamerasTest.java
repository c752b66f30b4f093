package org.yiping.console.ui.camera;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yiping.console.ui.DeskFixture;
import org.yiping.console.ui.Pictures;
import org.yiping.console.ui.control.Toolkit;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.camera.CameraState;
import org.yiping.domain.camera.CameraStream;
import org.yiping.domain.geo.Position;

/// A scene of the wall names cameras; one of them is in no directory, and perhaps comes later.
class WallCamerasTest {
    private final DeskFixture seat = new DeskFixture("wall");
    private final CardboardPlayer player = new CardboardPlayer();

    @BeforeAll
    static void toolkit() {
        Toolkit.start();
    }

    @Test
    void oneThatNeverComesIsNamedWhereItWouldStandAndTheOthersPlay() {
        put("a");
        put("b");
        CameraPanel panel = shown("a", "x", "b");

        assertThat(words(panel)).anyMatch(w -> w.equals("目录中没有 x"));
        assertThat(panel.lettered())
                .extracting(CameraId::value)
                .as("letters are those of what is to be seen")
                .containsExactly("a", "b", "-", "-");
        assertThat(player.open()).containsExactlyInAnyOrder("a", "b");
        hide(panel);
    }

    @Test
    void oneThatComesLaterTakesItsPlaceAndOneThatGoesIsNamed() {
        put("a");
        CameraPanel panel = shown("a", "x");
        assertThat(words(panel)).contains("目录中没有 x");

        put("x");
        assertThat(words(panel)).noneMatch(w -> w.startsWith("目录中没有"));
        assertThat(panel.lettered()).extracting(CameraId::value).startsWith("a", "x");
        assertThat(player.open()).contains("x");

        fx(() -> seat.tables.cameras.remove(new CameraId("a")));
        assertThat(words(panel)).contains("目录中没有 a");
        assertThat(panel.lettered()).extracting(CameraId::value).startsWith("x", "-");
        hide(panel);
    }

    @Test
    void whereNoneOfThemIsThereEveryTileSaysSo() {
        put("other");
        CameraPanel panel = shown("x", "y");
        assertThat(words(panel)).contains("目录中没有 x", "目录中没有 y");
        assertThat(panel.lettered()).containsOnly(Pictures.NOBODY);
        assertThat(player.open()).isEmpty();
        hide(panel);
    }

    private CameraPanel shown(String... named) {
        return Toolkit.onFx(() -> {
            CameraPanel panel = CameraPanel.forWall(seat.desk, seat.hall, player);
            new Scene(panel.root(), 960, 540);
            panel.root().resize(960, 540);
            panel.ask(new Pictures.Choice(
                    2, List.of(named).stream().map(CameraId::new).toList(), 0, 4, 0));
            panel.root().applyCss();
            panel.root().layout();
            panel.onShow();
            return panel;
        });
    }

    private static List<String> words(CameraPanel panel) {
        return Toolkit.onFx(() -> panel.root().lookupAll(".label").stream()
                .map(n -> ((Label) n).getText())
                .toList());
    }

    private static void hide(CameraPanel panel) {
        fx(panel::onHide);
    }

    private static void fx(Runnable work) {
        Callable<Boolean> all = () -> {
            work.run();
            return true;
        };
        Toolkit.onFx(all);
    }

    private void put(String id) {
        fx(() -> seat.tables.cameras.put(
                new CameraId(id),
                new Camera(
                        new CameraId(id),
                        "玉林街 " + id,
                        new Position(104.05, 30.63),
                        new Camera.View(0, 60, "fixed"),
                        List.of(new CameraStream("sub", "http://x/" + id, 640, 360, 25)),
                        new CameraState(true, false))));
    }
}
