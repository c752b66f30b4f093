package org.yiping.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.collections.ListChangeListener;
import javafx.css.CssParser;
import javafx.event.Event;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yiping.city.CityFolder;
import org.yiping.console.fx.Messages;
import org.yiping.console.settings.Theme;
import org.yiping.console.ui.Panel;
import org.yiping.console.ui.control.Toolkit;
import org.yiping.console.ui.wall.WallWindows;
import org.yiping.domain.wall.SceneId;
import org.yiping.domain.wall.WallBook;
import org.yiping.domain.wall.WallRules;
import org.yiping.needs.NeedsDisplay;
import org.yiping.protocol.wall.ShippedScenes;
import org.yiping.simulator.city.CityGenerator;

/// Whatever a wall shows, each of its colours is found: the toolkit says nothing of its style sheets.
@NeedsDisplay
class WallStylesTest {
    private static final int PULSES = 6;
    private static final List<Rectangle2D> MONITORS = List.of(
            new Rectangle2D(0, 0, 640, 360),
            new Rectangle2D(640, 0, 640, 360),
            new Rectangle2D(0, 360, 640, 360),
            new Rectangle2D(640, 360, 640, 360));
    /// It is 10:42 there.
    private static final WallRules.Night NIGHT = new WallRules.Night(LocalTime.of(10, 0), LocalTime.of(11, 0), 80, 60);

    @TempDir
    static Path folder;

    private static CityFolder city;

    private final List<String> said = new ArrayList<>();
    private final ListChangeListener<CssParser.ParseError> listener = change -> {
        while (change.next()) {
            change.getAddedSubList().forEach(e -> said.add(e.getMessage()));
        }
    };

    @BeforeAll
    static void look() throws IOException {
        Toolkit.start();
        Path files = Files.createDirectories(folder.resolve("city"));
        new CityGenerator(20260311).write(files);
        city = new CityFolder(files);
    }

    @BeforeEach
    void listen() {
        Toolkit.onFx(() -> {
            CssParser.errorsProperty().addListener(listener);
            return true;
        });
    }

    @AfterEach
    void listenNoMore() {
        Toolkit.onFx(() -> {
            CssParser.errorsProperty().removeListener(listener);
            return true;
        });
    }

    @Test
    void aColourThatIsNowhereIsSaid() {
        Toolkit.onFx(() -> {
            Region lost = new Region();
            lost.setStyle("-fx-background-color: -yp-nowhere;");
            new Scene(lost).getRoot().applyCss();
            return true;
        });
        assertThat(said).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(names = "STORM")
    void noColourIsMissingInAnySceneThemeOrLight(Condition condition) {
        Seat seat = Toolkit.onFx(() -> new Seat(condition, city, new Messages(Locale.SIMPLIFIED_CHINESE)));
        WallWindows wall = Toolkit.onFx(() -> {
            seat.post("wall");
            seat.wall();
            rules(seat, null);
            WallWindows made = new WallWindows(seat.desk, seat.hall, seat.panels(), ShippedScenes.book());
            made.open(MONITORS);
            return made;
        });
        second(seat);
        everyScene(wall, seat);

        Toolkit.onFx(() -> {
            rules(seat, NIGHT);
            return true;
        });
        everyScene(wall, seat);

        press(wall, KeyCode.F12, true);
        for (int i = 0; i < ShippedScenes.NAMES.size(); i++) {
            press(wall, KeyCode.PAGE_DOWN, false);
            second(seat);
        }
        press(wall, KeyCode.ESCAPE, false);
        second(seat);
        hurried(wall, seat);
        screens(wall, seat, MONITORS.subList(0, 2));
        screens(wall, seat, List.of());
        screens(wall, seat, MONITORS);
        Toolkit.onFx(() -> {
            wall.close();
            return true;
        });
        assertThat(said).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = "OFFLINE")
    void noColourIsMissingAtTheWallsDeskWhileItsThemeChanges(Condition condition) {
        Seat seat = Toolkit.onFx(() -> new Seat(condition, city, new Messages(Locale.SIMPLIFIED_CHINESE)));
        Stage stage = Toolkit.onFx(() -> {
            seat.post("dispatcher");
            seat.wall();
            Panel panel = seat.panels().open("wall");
            Stage window = new Stage();
            window.setScene(Camera.dressed(panel.root(), seat.hall, 1366, 700));
            window.show();
            panel.onShow();
            return window;
        });
        for (Theme theme : List.of(Theme.HALL, Theme.OFFICE, Theme.HALL, Theme.OFFICE)) {
            Toolkit.onFx(() -> {
                seat.hall.themes().use(theme);
                return true;
            });
            second(seat);
        }
        Toolkit.onFx(() -> {
            stage.close();
            return true;
        });
        assertThat(said).isEmpty();
    }

    private static void everyScene(WallWindows wall, Seat seat) {
        for (String name : ShippedScenes.NAMES) {
            Toolkit.onFx(() -> {
                wall.order(new SceneId(name));
                return true;
            });
            second(seat);
        }
    }

    /// Scenes that change several times between two frames, as on a machine that is late.
    private static void hurried(WallWindows wall, Seat seat) {
        for (int i = 0; i < 2 * ShippedScenes.NAMES.size(); i++) {
            int from = i;
            Toolkit.onFx(() -> {
                for (int j = 0; j < 3; j++) {
                    wall.order(new SceneId(ShippedScenes.NAMES.get((from + 2 * j) % ShippedScenes.NAMES.size())));
                    seat.before();
                    seat.now();
                }
                return true;
            });
            if (i % 4 == 3) {
                System.gc(); // what nobody holds any more is styled by nobody
                second(seat);
            }
        }
    }

    private static void screens(WallWindows wall, Seat seat, List<Rectangle2D> monitors) {
        Toolkit.onFx(() -> {
            wall.screens(monitors);
            return true;
        });
        second(seat);
    }

    private static void press(WallWindows wall, KeyCode key, boolean unlocking) {
        Toolkit.onFx(() -> {
            Scene scene = wall.scenes().getFirst().scene();
            Event.fireEvent(scene, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, unlocking, unlocking, false, false));
            return true;
        });
    }

    /// A second passes, and some frames are painted.
    private static void second(Seat seat) {
        Camera.pass(PULSES);
        Toolkit.onFx(() -> {
            seat.before();
            return true;
        });
        Camera.pass(PULSES);
        Toolkit.onFx(() -> {
            seat.now();
            return true;
        });
        Camera.pass(PULSES);
    }

    private static void rules(Seat seat, WallRules.@Nullable Night night) {
        WallRules rules = new WallRules(
                "1",
                new SceneId("overview"),
                null,
                null,
                List.of(),
                night,
                new WallRules.Shift(2, Duration.ofMinutes(10)),
                WallRules.SHIPPED.room());
        seat.wall(new WallBook(rules, ShippedScenes.book().scenes(), List.of()));
    }
}
