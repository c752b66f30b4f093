package org.yiping.console.ui.wall;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yiping.console.fx.Fx;
import org.yiping.console.ui.PanelCatalogue;
import org.yiping.console.ui.Pictures;
import org.yiping.console.ui.SmallCity;
import org.yiping.console.ui.control.Toolkit;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.camera.CameraState;
import org.yiping.domain.geo.Position;
import org.yiping.domain.wall.SceneId;
import org.yiping.protocol.wall.ShippedScenes;

/// The cameras beside a case in focus are those near it, of now, or none.
class NearCamerasTest {
    private final SmallCity city =
            new SmallCity(Fx.direct(), "zh").rules("wall").filled(4);
    private final List<Shows> panels = new ArrayList<>();
    private final WallWindows wall = Toolkit.onFx(() -> {
        PanelCatalogue catalogue = new PanelCatalogue(Map.of(CamerasPart.PANEL, () -> {
            panels.add(new Shows());
            return panels.getLast();
        }));
        WallWindows made = new WallWindows(city.desk, city.hall, catalogue, ShippedScenes.book());
        made.order(new SceneId("case"));
        made.open(List.of(new Rectangle2D(0, 0, 1920, 1080)));
        return made;
    });

    @BeforeAll
    static void toolkit() {
        Toolkit.start();
    }

    @AfterEach
    void close() {
        Toolkit.onFx(() -> {
            wall.close();
            return true;
        });
    }

    @Test
    void whereNoneIsNearTheTileSaysSoAndShowsNobodyElses() {
        camera("far", 104.9, false);

        assertThat(words()).contains("附近无摄像头");
        assertThat(panels).hasSize(1);
        assertThat(panels.getFirst().asked).isEmpty();
        assertThat(panels.getFirst().pulls).isFalse();
    }

    @Test
    void beforeAnyCameraIsKnownItIsUnknown() {
        assertThat(words()).doesNotContain("附近无摄像头").contains("无数据");
    }

    @Test
    void whichAreNearIsWorkedOutAgainWhenACamerasStateChanges() {
        camera("near", 104.2, false);
        camera("far", 104.9, true);
        words();
        assertThat(panels.getFirst().asked.getLast()).containsExactly(new CameraId("far"));

        camera("near", 104.2, true);
        words();
        assertThat(panels.getFirst().asked.getLast()).containsExactly(new CameraId("near"), new CameraId("far"));
        assertThat(panels.getFirst().pulls).isTrue();

        camera("near", 104.2, false);
        camera("far", 104.9, false);
        assertThat(words()).contains("附近无摄像头");
        assertThat(panels.getFirst().pulls).isFalse();
    }

    @Test
    void theAgeOfAPictureThatStandsIsInTheStrip() {
        camera("near", 104.2, true);
        words();
        panels.getFirst().age = Duration.ofSeconds(400);

        assertThat(words()).anyMatch(w -> w.startsWith("最旧数据：near 画面 "));
    }

    @Test
    void aSceneWithoutAMapSaysNothingOfWhoIsInTheField() {
        assertThat(words()).anyMatch(w -> w.startsWith("最旧数据：环卫车 07 定位"));
        Toolkit.onFx(() -> {
            wall.order(new SceneId("cameras"));
            return true;
        });
        assertThat(words()).noneMatch(w -> w.contains("环卫车 07 定位"));
    }

    private void camera(String id, double longitude, boolean online) {
        Camera camera = new Camera(
                new CameraId(id),
                id,
                new Position(longitude, 30.3),
                new Camera.View(0, 60, "fixed"),
                List.of(),
                new CameraState(online, true));
        Toolkit.onFx(() -> {
            city.tables.cameras.put(camera.id(), camera);
            return true;
        });
    }

    /// All that stands on the wall now.
    private List<String> words() {
        return Toolkit.onFx(() -> {
            wall.tick(SmallCity.NOW);
            return wall.scenes().stream()
                    .flatMap(s -> {
                        s.scene().getRoot().applyCss();
                        s.scene().getRoot().layout();
                        return texts(s.scene().getRoot());
                    })
                    .toList();
        });
    }

    private static Stream<String> texts(Node node) {
        if (!node.isVisible()) {
            return Stream.empty();
        }
        if (node instanceof Text text) {
            return Stream.of(text.getText());
        }
        return node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream().flatMap(NearCamerasTest::texts)
                : Stream.empty();
    }

    private final class Shows implements Pictures {
        private final Pane root = new Pane();
        private final List<List<CameraId>> asked = new ArrayList<>();
        private boolean pulls;
        private Duration age = Duration.ZERO;

        @Override
        public Region root() {
            return root;
        }

        @Override
        public void onShow() {
            pulls = true;
        }

        @Override
        public void onHide() {
            pulls = false;
        }

        @Override
        public List<CameraId> lettered() {
            return List.of();
        }

        @Override
        public void ask(Choice choice) {
            asked.add(choice.named());
        }

        @Override
        public Optional<Old> oldest(Instant now) {
            return city.tables.cameras.find(new CameraId("near")).map(c -> new Old(c, age));
        }
    }
}
