package org.yiping.console.ui.camera;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yiping.console.fx.Messages;
import org.yiping.console.ui.DeskFixture;
import org.yiping.console.ui.control.Toolkit;
import org.yiping.console.video.Picture;
import org.yiping.console.video.Watch;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.camera.CameraState;
import org.yiping.domain.camera.CameraStream;
import org.yiping.domain.casework.Footage;
import org.yiping.domain.geo.Position;

/// Where nobody knows how late a stream is, no number is said.
class DelayUnknownTest {
    private final DeskFixture seat = new DeskFixture("dispatcher");
    private final CardboardPlayer player = CardboardPlayer.of(0xFF336699);

    @BeforeAll
    static void toolkit() {
        Toolkit.start();
    }

    @Test
    void aStreamTheDecoderFetchesItselfHasNoAge() {
        Picture live = new Picture.Live(25, Duration.ofMillis(120), List.of());
        Messages zh = new Messages(Locale.SIMPLIFIED_CHINESE);
        Messages en = new Messages(Locale.ENGLISH);
        assertThat(TileFace.of(live, null, false, Instant.EPOCH, zh).age()).isEqualTo("延时未知");
        assertThat(TileFace.of(live, null, false, Instant.EPOCH, en).age()).isEqualTo("delay unknown");
        assertThat(TileFace.of(live, null, true, Instant.EPOCH, en).age()).isEqualTo("0.1 s");
    }

    @Test
    void itIsNotTheOldestPictureAndASnapshotSaysByWhatItsTimeIs() {
        player.timed = false;
        CameraTile tile = tile(400, false);
        Watch watch = tile.watch().orElseThrow();
        assertThat(tile.age(seat.hall.now())).isEmpty();
        Shutter.Sight sight = new Shutter(seat.desk, seat.hall).live(watch).orElseThrow();
        assertThat(sight.clock()).isEqualTo(Footage.SHOWN);
        player.last().timed = true;
        assertThat(tile.age(seat.hall.now())).isPresent();
        assertThat(new Shutter(seat.desk, seat.hall).live(watch).orElseThrow().clock())
                .isEqualTo(Footage.ARRIVAL);
        Toolkit.onFx(() -> {
            tile.stop();
            return null;
        });
    }

    /// Letters never lie over letters, and the name of a camera is the last to go.
    @ParameterizedTest
    @CsvSource({"90,false", "120,false", "150,false", "190,false", "260,false", "480,false", "150,true", "260,true"})
    void itsWordsLeaveRoomForTheName(int width, boolean wall) {
        player.timed = false;
        for (Locale locale : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
            seat.hall.messages().use(locale);
            CameraTile tile = tile(width, wall);
            Toolkit.onFx(() -> {
                apart((Parent) tile.lookup(".tile-caption"), width);
                HBox caption = (HBox) tile.lookup(".tile-caption");
                Label name = (Label) caption.lookup(".tile-name");
                assertThat(name.getWidth()).as("room for a name").isGreaterThan(20);
                String keep = System.getProperty("delay.pictures");
                if (keep != null) {
                    Toolkit.write(
                            tile.getScene().snapshot(null),
                            Path.of(keep, width + "-" + wall + "-" + locale.getLanguage() + ".png"));
                }
                tile.stop();
                return null;
            });
        }
    }

    private static void apart(Parent parent, double width) {
        double end = -1;
        for (Node child : parent.getChildrenUnmodifiable()) {
            if (!child.isVisible() || !child.isManaged()) {
                continue;
            }
            if (child instanceof Parent inner && !(child instanceof Label)) {
                apart(inner, inner.getLayoutBounds().getWidth());
            }
            if (parent instanceof HBox) {
                Bounds at = child.getBoundsInParent();
                assertThat(at.getMinX()).as(child + " in " + width).isGreaterThanOrEqualTo(end - 0.5);
                end = at.getMaxX();
                assertThat(end).as(child + " in " + width).isLessThanOrEqualTo(width + 0.5);
            }
        }
    }

    private CameraTile tile(int width, boolean wall) {
        return Toolkit.onFx(() -> {
            CameraTile tile = new CameraTile(seat.hall.messages(), player, 1, wall);
            Scene scene = new Scene(tile, width, width * 9 / 16 + 40);
            seat.hall.themes().apply(scene);
            tile.show(camera());
            tile.applyCss();
            tile.layout();
            tile.play();
            player.last().picture = new Picture.Live(25, Duration.ofMillis(120), List.of(0.2, 0.5, 0.3, 0.8, 0.6, 0.4));
            tile.pulse();
            tile.tick(seat.hall.now(), "11-24 10:42:18");
            tile.applyCss();
            tile.layout();
            return tile;
        });
    }

    private static Camera camera() {
        return new Camera(
                new CameraId("c-17"),
                "玉林街 · 芳草路口东北角",
                new Position(104, 30),
                new Camera.View(0, 60, "fixed"),
                List.of(new CameraStream("sub", "http://x/live.m3u8", 640, 360, 15)),
                new CameraState(true, true));
    }
}
