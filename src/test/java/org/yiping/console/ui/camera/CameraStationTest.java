package org.yiping.console.ui.camera;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yiping.console.store.CameraUse;
import org.yiping.console.store.Lookup.Found;
import org.yiping.console.ui.Action;
import org.yiping.console.ui.DeskFixture;
import org.yiping.console.ui.control.KeyButton;
import org.yiping.console.ui.control.Toolkit;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.camera.CameraState;
import org.yiping.domain.camera.CameraStream;
import org.yiping.domain.camera.Device;
import org.yiping.domain.geo.Position;
import org.yiping.domain.identity.PostCode;

/// The page's two lines on the smallest monitor, and that a key is heard wherever its button stands.
class CameraStationTest {
    private final DeskFixture seat = new DeskFixture("dispatcher");
    private final AskedCameras cameras = new AskedCameras();
    private CameraPanel panel;

    @BeforeAll
    static void toolkit() {
        Toolkit.start();
    }

    @BeforeEach
    void open() {
        seat.cameras = cameras;
        cameras.recording = new Found.Got<>(new CameraUse.Address("http://x/past.ts", "sub", null, null));
        IntStream.range(0, 20).forEach(i -> {
            Camera c = camera("c" + i);
            seat.tables.cameras.put(c.id(), c);
        });
        fx(() -> {
            panel = new CameraPanel(seat.desk, seat.hall, CardboardPlayer.of(0xFF204060));
            Scene scene = new Scene(panel.root(), 1366, 700);
            seat.hall.themes().apply(scene);
            panel.onShow();
            return true;
        });
        settle();
    }

    @AfterEach
    void close() {
        fx(() -> {
            panel.onHide();
            return true;
        });
    }

    private void settle() {
        fx(() -> {
            panel.root().applyCss();
            panel.root().layout();
            return true;
        });
    }

    @Test
    void twoLinesStandBelowThePicturesAlsoDuringATourAndAReplay() {
        assertThat(lines()).isEqualTo(2);
        assertThat(seen("camera/near", "tour/begin", "camera/menu")).isTrue();
        act("tour/begin");
        assertThat(lines()).isEqualTo(2);
        assertThat(seen("tour/hold", "tour/next", "tour/end", "evidence/record"))
                .isTrue();
        assertThat(seen("camera/near")).isFalse();
        act("replay/turn");
        assertThat(lines()).isEqualTo(2);
        assertThat(seen("replay/back", "replay/hold", "replay/step", "replay/on"))
                .isTrue();
        assertThat(seen("tour/hold")).isFalse();
        act("replay/turn");
        act("tour/end");
        assertThat(seen("camera/near", "tour/begin")).isTrue();
    }

    @Test
    void whatHasNoRoomKeepsItsKey() {
        assertThat(keys()).contains("camera/spread Home", "camera/after PgDn", "camera/fewer -", "camera/near F3");
        act("tour/begin");
        assertThat(keys()).contains("camera/near F3", "tour/pause P", "tour/back J");
        act("replay/turn");
        assertThat(keys()).contains("tour/hold Space", "camera/near F3");
        act("camera/more");
        assertThat(panel.lettered()).as("sixteen tiles").hasSize(16);
    }

    @Test
    void theMenuLiesOverThePicturesWhichKeepTheirSize() {
        Node tile = panel.root().lookup("#camera/tile-1");
        double high = tile.getLayoutBounds().getHeight();
        act("camera/menu");
        settle();
        assertThat(seen("tour/list", "tour/dwell", "camera/fewer", "camera/after"))
                .isTrue();
        assertThat(tile.getLayoutBounds().getHeight()).isEqualTo(high);
        fx(() -> {
            Node inside = panel.root().lookup("#tour/list");
            inside.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false, false, false));
            return true;
        });
        assertThat(seen("tour/list")).isFalse();
        assertThat(words("camera/menu")).isEqualTo("更多");
    }

    @Test
    void aCameraThatIsDismountedOrTakenFromThisPostIsNotShownOn() {
        CameraTile tile = (CameraTile) panel.root().lookup("#camera/tile-1");
        Camera shown = java.util.Objects.requireNonNull(tile.camera());
        said(tile);
        assertThat(tile.watch()).isPresent();
        seat.tables.cameras.put(shown.id(), camera(shown.id().value(), "leader"));
        assertThat(said(tile)).contains("无权查看此路");
        assertThat(tile.watch()).isEmpty();
        seat.tables.cameras.remove(shown.id());
        assertThat(said(tile)).contains("摄像头已撤除");
        seat.tables.cameras.put(shown.id(), camera(shown.id().value()));
        said(tile);
        assertThat(tile.watch()).as("it comes back by itself").isPresent();
    }

    private List<String> said(CameraTile tile) {
        return fx(() -> {
            tile.tick(seat.hall.ownTime(), "");
            return tile.lookupAll(".label").stream()
                    .map(n -> ((javafx.scene.control.Label) n).getText())
                    .toList();
        });
    }

    /// On how many lines buttons stand below the pictures.
    private int lines() {
        settle();
        return fx(() -> {
            Region foot = (Region) panel.root().lookup(".camera-foot");
            return foot.getChildrenUnmodifiable().stream()
                    .filter(n -> n.isVisible() && n instanceof FlowPane)
                    .map(FlowPane.class::cast)
                    .mapToInt(line -> line.getChildren().stream()
                            .filter(Node::isManaged)
                            .map(n -> Math.round(n.getBoundsInParent().getCenterY() / 20))
                            .collect(Collectors.toSet())
                            .size())
                    .sum();
        });
    }

    private boolean seen(String... ids) {
        return fx(() -> Set.of(ids).stream().allMatch(id -> {
            Node n = panel.root().lookup("#" + id);
            return n != null && n.isVisible();
        }));
    }

    private String words(String id) {
        return fx(() -> ((KeyButton) panel.root().lookup("#" + id)).words());
    }

    private List<Action> actions() {
        return fx(() -> java.util.stream.Stream.concat(
                        panel.actions().stream(), org.yiping.console.ui.Buttons.under(panel.root(), "", "").stream())
                .toList());
    }

    private List<String> keys() {
        return actions().stream()
                .filter(a -> a.key() != null)
                .map(a -> a.id() + " " + a.key().cap())
                .toList();
    }

    private void act(String id) {
        Action action =
                actions().stream().filter(a -> a.id().equals(id)).findFirst().orElseThrow();
        fx(() -> {
            action.act().run();
            return true;
        });
    }

    private static <T> T fx(Supplier<T> work) {
        return Toolkit.onFx((Callable<T>) work::get);
    }

    private static Camera camera(String id) {
        return camera(id, "");
    }

    private static Camera camera(String id, String viewer) {
        return new Camera(
                new CameraId(id),
                "人民南路 · 口 " + id,
                new Position(104, 30),
                new Camera.View(0, 60, "ball"),
                List.of(new CameraStream("sub", "http://x/sub.ts", 640, 360, 25)),
                new CameraState(true, false),
                new Device(
                        "132",
                        null,
                        List.of(),
                        true,
                        List.of(Device.PLAYBACK),
                        "gb",
                        viewer.isEmpty() ? List.of() : List.of(new PostCode(viewer)),
                        List.of()));
    }
}
