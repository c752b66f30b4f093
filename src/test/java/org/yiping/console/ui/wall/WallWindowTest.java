package org.yiping.console.ui.wall;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Label;
import javafx.scene.image.WritableImage;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yiping.console.fx.Fx;
import org.yiping.console.ui.PanelCatalogue;
import org.yiping.console.ui.SmallCity;
import org.yiping.console.ui.control.Toolkit;
import org.yiping.protocol.wall.ShippedScenes;

class WallWindowTest {
    @BeforeAll
    static void toolkit() {
        Toolkit.start();
    }

    @ParameterizedTest
    @CsvSource({
        "2, 1, zh, live",
        "1, 1, zh, live",
        "3, 2, zh, live",
        "2, 1, en, live",
        "2, 1, zh, unknown",
        "2, 1, zh, stale"
    })
    void everyLineLiesInItsMonitorAndNoNameNumberOrCountdownIsCut(
            int columns, int rows, String language, String state) {
        SmallCity city = new SmallCity(Fx.direct(), language);
        if (!state.equals("unknown")) {
            city.rules("wall").filled(140);
        }
        if (state.equals("stale")) {
            var old = new org.yiping.console.store.Freshness(false, SmallCity.NOW.minusSeconds(200));
            city.tables.facts(old);
            city.tables.kpis.freshness(old);
            city.tables.link.set(
                    new org.yiping.console.store.LinkState.Lost(SmallCity.NOW.minusSeconds(200), null, "cut"), old);
        }
        List<Rectangle2D> monitors = new ArrayList<>();
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                monitors.add(new Rectangle2D(c * 1920, r * 1080, 1920, 1080));
            }
        }
        WallWindows wall = Toolkit.onFx(() -> {
            WallWindows w = new WallWindows(city.desk, city.hall, new PanelCatalogue(Map.of()), ShippedScenes.book());
            w.open(monitors);
            return w;
        });
        List<WallWindows.NamedScene> scenes = Toolkit.onFx(wall::scenes);
        assertThat(scenes).hasSize(columns * rows);
        for (WallWindows.NamedScene scene : scenes) {
            WritableImage picture = Toolkit.onFx(() -> {
                scene.scene().getRoot().applyCss();
                scene.scene().getRoot().layout();
                return scene.scene().getRoot().snapshot(screen(), null);
            });
            String name = scene.name() + "-" + columns + "x" + rows + "-" + language + "-" + state + ".png";
            Toolkit.write(picture, Path.of("target", "look", name));
            for (Label label : Toolkit.onFx(() -> labels(scene.scene().getRoot()))) {
                Bounds at = Toolkit.onFx(() -> label.localToScene(label.getBoundsInLocal()));
                assertThat(at.getMinX()).as(label.getText()).isGreaterThanOrEqualTo(-1);
                assertThat(at.getMaxX()).as(label.getText()).isLessThanOrEqualTo(1921);
                assertThat(at.getMaxY()).as(label.getText()).isLessThanOrEqualTo(1081);
                if (label.getStyleClass().contains("wall-muted")) {
                    continue; // a place or a note gives way before a name, a number or a countdown does
                }
                double wanted = Toolkit.onFx(() -> label.prefWidth(-1));
                assertThat(label.getWidth()).as(label.getText()).isGreaterThanOrEqualTo(wanted - 1);
            }
        }
        Toolkit.onFx(() -> {
            var stage = wall.stages().getFirst();
            stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
            assertThat(stage.isShowing()).isTrue();
            wall.close();
            assertThat(stage.isShowing()).isFalse();
            return true;
        });
    }

    private static SnapshotParameters screen() {
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setViewport(new Rectangle2D(0, 0, 1920, 1080));
        return parameters;
    }

    private static List<Label> labels(Node root) {
        List<Label> found = new ArrayList<>();
        if (root instanceof Label label && !label.getText().isEmpty() && label.isVisible()) {
            found.add(label);
        }
        if (root instanceof Parent parent && root.isVisible()) {
            parent.getChildrenUnmodifiable().forEach(child -> found.addAll(labels(child)));
        }
        return found;
    }
}
