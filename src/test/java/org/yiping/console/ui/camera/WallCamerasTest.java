package org.yiping.console.ui.camera;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
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

/// A scene of the wall names cameras, one of which is in no directory and perhaps comes later; or it has some chosen,
/// which come and go.
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

    @Test
    void tilesThatFoundNobodyOnlineAreFilledAsSoonAsSomebodyIs() {
        List.of("a", "b", "c", "d").forEach(id -> put(id, false));
        CameraPanel panel = chosen(0, 4);
        assertThat(player.open()).isEmpty();

        List.of("a", "b", "c", "d").forEach(id -> put(id, true));

        assertThat(panel.lettered()).extracting(CameraId::value).containsExactlyInAnyOrder("a", "b", "c", "d");
        assertThat(player.open()).containsExactlyInAnyOrder("a", "b", "c", "d");
        assertThat(player.watches).as("none is opened twice").hasSize(4);
        hide(panel);
    }

    @Test
    void aDeskThatFoundNobodyOnlineLooksAgainToo() {
        put("a", false);
        CameraPanel panel = Toolkit.onFx(() -> {
            CameraPanel desk = new CameraPanel(seat.desk, seat.hall, player);
            desk.onShow();
            return desk;
        });
        put("a", true);
        assertThat(panel.lettered()).contains(new CameraId("a"));
        hide(panel);
    }

    @Test
    void oneThatIsAwayForAMinuteGivesItsTileToOneThatIsThereAndTheOthersPlayOn() {
        List.of("a", "b", "c", "d").forEach(id -> put(id, true));
        CameraPanel panel = chosen(0, 4);
        List<CameraId> before = panel.lettered();
        put("e", true);
        assertThat(panel.lettered()).as("there is no tile for it").isEqualTo(before);

        put("c", false);
        Instant gone = seat.hall.now();
        fx(() -> panel.mend(gone.plusSeconds(59)));
        assertThat(panel.lettered()).as("it may come back").isEqualTo(before);

        fx(() -> panel.mend(gone.plusSeconds(60)));
        List<CameraId> after = new ArrayList<>(before);
        after.set(before.indexOf(new CameraId("c")), new CameraId("e"));
        assertThat(panel.lettered()).isEqualTo(after);
        assertThat(player.watches).as("the others play on").hasSize(5);
        hide(panel);
    }

    @Test
    void whereNobodyElseIsThereItStaysAndNamedOnesStayAnyway() {
        List.of("a", "b", "c", "d").forEach(id -> put(id, true));
        CameraPanel panel = chosen(0, 4);
        List<CameraId> before = panel.lettered();
        put("c", false);
        fx(() -> panel.mend(seat.hall.now().plusSeconds(600)));
        assertThat(panel.lettered()).isEqualTo(before);
        hide(panel);

        CameraPanel named = shown("c", "a");
        put("e", true);
        fx(() -> named.mend(seat.hall.now().plusSeconds(600)));
        assertThat(named.lettered()).extracting(CameraId::value).startsWith("c", "a", "-");
        hide(named);
    }

    @Test
    void tilesOfOneSceneThatAreFilledLateShowNoCameraTwice() {
        CameraPanel left = chosen(0, 8);
        CameraPanel right = chosen(4, 8);
        for (String id : List.of("h", "g", "f", "e", "d", "c", "b", "a", "i")) {
            put(id, true);
        }
        List<CameraId> all = new ArrayList<>(left.lettered());
        all.addAll(right.lettered());
        assertThat(all).doesNotHaveDuplicates().doesNotContain(Pictures.NOBODY);
        hide(left);
        hide(right);
    }

    @Test
    void whatLiesReadyForAnotherPlaceKeepsNoPicture() {
        put("a");
        CameraPanel panel = shown("a");
        player.watches.forEach(w -> w.number = 1);
        fx(() -> tiles(panel).forEach(CameraTile::pulse));
        hide(panel);
        assertThat(pictures(panel)).as("hidden, it may go on here").isEqualTo(1);
        fx(panel::forget);
        assertThat(pictures(panel)).isZero();
    }

    private static List<CameraTile> tiles(CameraPanel panel) {
        return panel.root().lookupAll(".tile").stream()
                .filter(CameraTile.class::isInstance)
                .map(CameraTile.class::cast)
                .toList();
    }

    private static long pictures(CameraPanel panel) {
        return Toolkit.onFx(() -> tiles(panel).stream()
                .map(t -> (ImageView) t.picture().getChildren().getFirst())
                .filter(v -> v.getImage() != null)
                .count());
    }

    /// Nobody is named: the cameras of one tile from `first` of `all` on.
    private CameraPanel chosen(int first, int all) {
        return asked(new Pictures.Choice(2, List.of(), first, all, first));
    }

    private CameraPanel shown(String... named) {
        return asked(new Pictures.Choice(
                2, List.of(named).stream().map(CameraId::new).toList(), 0, 4, 0));
    }

    private CameraPanel asked(Pictures.Choice choice) {
        return Toolkit.onFx(() -> {
            CameraPanel panel = CameraPanel.forWall(seat.desk, seat.hall, player);
            new Scene(panel.root(), 960, 540);
            panel.root().resize(960, 540);
            panel.ask(choice);
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
        put(id, true);
    }

    private void put(String id, boolean online) {
        fx(() -> seat.tables.cameras.put(
                new CameraId(id),
                new Camera(
                        new CameraId(id),
                        "玉林街 " + id,
                        new Position(104.05, 30.63),
                        new Camera.View(0, 60, "fixed"),
                        List.of(new CameraStream("sub", "http://x/" + id, 640, 360, 25)),
                        new CameraState(online, false))));
    }
}
