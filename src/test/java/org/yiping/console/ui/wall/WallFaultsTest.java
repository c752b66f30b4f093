package org.yiping.console.ui.wall;

// long because each fault of a wall is a few lines of one set-up

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yiping.console.fx.Frames;
import org.yiping.console.fx.Fx;
import org.yiping.console.store.CityFacts;
import org.yiping.console.store.Freshness;
import org.yiping.console.store.OwnNode;
import org.yiping.console.ui.Panel;
import org.yiping.console.ui.PanelCatalogue;
import org.yiping.console.ui.SmallCity;
import org.yiping.console.ui.control.Toolkit;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseClock;
import org.yiping.domain.casework.Progress;
import org.yiping.domain.wall.NodeId;
import org.yiping.domain.wall.SceneId;
import org.yiping.domain.wall.WallBook;
import org.yiping.domain.wall.WallRules;
import org.yiping.protocol.wall.ShippedScenes;

/// What goes wrong at a wall nobody sits at: monitors that go, panels that throw, clocks that jump, hands that pry.
class WallFaultsTest {
    private static final Rectangle2D LEFT = new Rectangle2D(0, 0, 960, 540);
    private static final Rectangle2D RIGHT = new Rectangle2D(960, 0, 960, 540);

    @BeforeAll
    static void toolkit() {
        Toolkit.start();
    }

    @Test
    void aMonitorThatGoesTakesOnlyItsWindowAndWhatReturnsIsAsItWas() {
        WallWindows wall = opened(List.of(LEFT, RIGHT), new PanelCatalogue(Map.of()));
        List<String> before = words(wall);
        List<Stage> stages = Toolkit.onFx(wall::stages);

        List<Stage> one = Toolkit.onFx(() -> {
            wall.screens(List.of(LEFT));
            return wall.stages();
        });
        assertThat(one).containsExactly(stages.getFirst());
        assertThat(Toolkit.onFx(() -> stages.getLast().isShowing())).isFalse();
        // figures are worth more than nothing, and the status line never goes
        assertThat(words(wall)).anyMatch(w -> w.startsWith("虚构城市"));

        Toolkit.onFx(() -> {
            wall.screens(List.of(LEFT, RIGHT));
            return true;
        });
        assertThat(words(wall)).isEqualTo(before);
        close(wall);
    }

    @Test
    void allMonitorsMayGoAtOnceAndComeBack() {
        WallWindows wall = opened(List.of(LEFT, RIGHT), new PanelCatalogue(Map.of()));
        List<String> before = words(wall);

        int none = Toolkit.onFx(() -> {
            wall.screens(List.of());
            return wall.stages().size();
        });
        assertThat(none).isZero();
        Toolkit.onFx(() -> {
            wall.screens(List.of(LEFT, RIGHT));
            return true;
        });
        assertThat(words(wall)).isEqualTo(before);
        close(wall);
    }

    @Test
    void everyWindowCoversItsMonitorToTheLastPixel() {
        WallWindows wall = opened(List.of(LEFT, RIGHT), new PanelCatalogue(Map.of()));

        List<Rectangle2D> places = Toolkit.onFx(() -> wall.stages().stream()
                .map(s -> new Rectangle2D(s.getX(), s.getY(), s.getWidth(), s.getHeight()))
                .toList());
        assertThat(places).containsExactly(LEFT, RIGHT);
        close(wall);
    }

    @Test
    void aWindowThatWasMovedIsPutBackByTheNextSecondAndTheNextWordOfTheScreens() {
        WallWindows wall = opened(List.of(LEFT, RIGHT), new PanelCatalogue(Map.of()));

        for (Runnable look : List.<Runnable>of(
                () -> wall.tick(SmallCity.NOW.plusSeconds(1)), () -> wall.screens(List.of(LEFT, RIGHT)))) {
            List<Rectangle2D> places = Toolkit.onFx(() -> {
                Stage moved = wall.stages().getLast();
                moved.setX(40);
                moved.setY(30);
                moved.setWidth(700);
                moved.setHeight(400);
                look.run();
                return wall.stages().stream()
                        .map(s -> new Rectangle2D(s.getX(), s.getY(), s.getWidth(), s.getHeight()))
                        .toList();
            });
            assertThat(places).containsExactly(LEFT, RIGHT);
        }
        close(wall);
    }

    @Test
    void aPanelThatThrowsSaysSoInItsTileAndTheOthersRunOn() {
        PanelCatalogue catalogue = new PanelCatalogue(Map.of(CamerasPart.PANEL, Broken::new));
        WallWindows wall = opened(List.of(LEFT, RIGHT), catalogue);

        assertThat(words(wall))
                .anyMatch(w -> w.startsWith("此格出错") && w.endsWith("· 摄像头"))
                .contains("今日立案", "在办");
        close(wall);
    }

    @Test
    void aMapThatThrowsSaysSoWhereItStoodAndTheOthersRunOn() {
        WallWindows wall = opened(List.of(LEFT, RIGHT), new PanelCatalogue(Map.of(Hero.MAP, Broken::new)));

        assertThat(words(wall))
                .anyMatch(w -> w.startsWith("此格出错") && w.endsWith("· 地图"))
                .contains("今日立案", "在办");
        close(wall);
    }

    @Test
    void scenesChangeInTheWindowsThatStand() {
        WallWindows wall = opened(List.of(LEFT, RIGHT), new PanelCatalogue(Map.of()));
        List<Stage> before = Toolkit.onFx(wall::stages);
        for (String name : ShippedScenes.NAMES) {
            List<Stage> now = Toolkit.onFx(() -> {
                wall.order(new SceneId(name));
                return wall.stages();
            });
            assertThat(now).isEqualTo(before);
            assertThat(words(wall)).as(name).doesNotContain("").isNotEmpty();
        }
        close(wall);
    }

    @Test
    void panelsOfFormerScenesAreUsedAgain() {
        List<Panel> made = new ArrayList<>();
        PanelCatalogue catalogue = new PanelCatalogue(Map.of(CamerasPart.PANEL, () -> {
            Plain panel = new Plain();
            made.add(panel);
            return panel;
        }));
        WallWindows wall = opened(List.of(LEFT, RIGHT), catalogue);
        for (int i = 0; i < 30; i++) {
            String name = i % 2 == 0 ? "cameras" : "overview";
            Toolkit.onFx(() -> {
                wall.order(new SceneId(name));
                return true;
            });
        }

        assertThat(made).hasSize(3); // the most that stood at once
        close(wall);
    }

    @Test
    void atNightWordsAndPicturesAreDarkerAndThePictureStandsAside() {
        WallRules.Offset aside = SHIFTING.offset(SmallCity.NOW);
        WallWindows wall = shifting("overview");

        Pane monitor = first(wall);
        assertThat(monitor.getChildren()).extracting(Node::getOpacity).containsOnly(0.8, 0.6);
        assertThat(monitor.getTranslateX()).isEqualTo(aside.x());
        assertThat(monitor.getTranslateY()).isEqualTo(aside.y());
        close(wall);
    }

    /// It is 10:42 there.
    private static final WallRules SHIFTING = new WallRules(
            "1",
            new SceneId("overview"),
            null,
            null,
            List.of(),
            new WallRules.Night(LocalTime.of(10, 0), LocalTime.of(11, 0), 80, 60),
            new WallRules.Shift(2, Duration.ofMinutes(10)),
            WallRules.SHIPPED.room());

    private static WallWindows shifting(String scene) {
        SmallCity city = new SmallCity(Fx.direct(), "zh").rules("wall").filled(5);
        CityFacts facts = city.tables.city.known().orElseThrow();
        city.tables.city.set(
                new CityFacts(
                        facts.name(),
                        facts.zone(),
                        facts.extent(),
                        facts.layers(),
                        facts.promises(),
                        facts.rules()
                                .with(new WallBook(
                                        SHIFTING, ShippedScenes.book().scenes(), List.of()))),
                new Freshness(true, SmallCity.NOW));
        return Toolkit.onFx(() -> {
            WallWindows w = new WallWindows(city.desk, city.hall, new PanelCatalogue(Map.of()), ShippedScenes.book());
            w.open(List.of(LEFT));
            w.order(new SceneId(scene));
            return w;
        });
    }

    private static Pane first(WallWindows wall) {
        return Toolkit.onFx(() -> (Pane) wall.scenes()
                .getFirst()
                .scene()
                .getRoot()
                .getChildrenUnmodifiable()
                .getFirst());
    }

    @Test
    void theTestPatternShowsTheOutermostPixelsSoItNeitherStepsAsideNorHasAStrip() {
        WallWindows wall = shifting("pattern");

        Pane monitor = first(wall);
        assertThat(SHIFTING.offset(SmallCity.NOW)).isNotEqualTo(new WallRules.Offset(0, 0));
        assertThat(monitor.getTranslateX()).isZero();
        assertThat(monitor.getTranslateY()).isZero();
        assertThat(monitor.getChildren()).hasSize(1);
        assertThat(((Region) monitor.getChildren().getFirst()).getMaxHeight()).isEqualTo(LEFT.getHeight());
        assertThat(words(wall)).contains("起点 0, 0 · 大小 960 × 540").noneMatch(w -> w.startsWith("虚构城市"));
        close(wall);
    }

    @Test
    void whatIsLateSaysSinceWhen() {
        SmallCity city = new SmallCity(Fx.direct(), "zh").rules("wall").filled(40);
        city.tables.facts(new Freshness(false, SmallCity.NOW.minusSeconds(200)));
        WallWindows wall = Toolkit.onFx(() -> {
            WallWindows w = new WallWindows(city.desk, city.hall, new PanelCatalogue(Map.of()), ShippedScenes.book());
            w.order(new SceneId("case"));
            w.open(List.of(LEFT, RIGHT));
            return w;
        });

        assertThat(words(wall).stream().filter(w -> w.startsWith("截至 10:38:58")).count())
                .isEqualTo(3); // what, until when, how far
        close(wall);
    }

    @Test
    void aWallThatCannotWorkOutWhatToSayStandsStillSaysSinceWhenAndGoesOn() {
        SmallCity city = new SmallCity(Fx.direct(), "zh").rules("wall").filled(40);
        WallWindows wall = Toolkit.onFx(() -> {
            WallWindows w = new WallWindows(city.desk, city.hall, new PanelCatalogue(Map.of()), ShippedScenes.book());
            w.open(List.of(LEFT, RIGHT));
            return w;
        });
        List<String> before = words(wall);
        assertThat(before).noneMatch(w -> w.startsWith("大屏停在"));

        Case c = SmallCity.one(900, 1, "handling", Duration.ofMinutes(-200)); // the most urgent of all
        CaseClock clock = c.runningClock().orElseThrow();
        CaseClock endless =
                new CaseClock(clock.stage(), clock.startedAt(), Instant.MIN, Instant.MIN, null, clock.basis());
        Case absurd = c.withProgress(new Progress(
                c.progress().state(), null, null, List.of(endless), c.progress().milestones(), List.of()));
        Toolkit.onFx(() -> {
            city.tables.cases.put(absurd.id(), absurd);
            wall.tick(SmallCity.NOW);
            return true;
        });
        assertThat(words(wall))
                .contains("今日立案")
                .filteredOn(w -> w.startsWith("大屏停在 10:42"))
                .hasSize(2);

        Toolkit.onFx(() -> {
            city.tables.cases.remove(absurd.id());
            wall.tick(SmallCity.NOW.plusSeconds(61));
            return true;
        });
        assertThat(words(wall)).isEqualTo(before);
        close(wall);
    }

    @Test
    void anErrorWhereItLaysOutOrPaintsEndsNoSecond() {
        SmallCity city = new SmallCity(Fx.direct(), "zh").rules("wall").filled(40);
        Frames none = new Frames() {
            @Override
            public <T> void next(Supplier<T> begun, Consumer<T> painted) {
                throw new InternalError("no frames");
            }
        };
        OwnNode own = new OwnNode(new OwnNode.Place("wall", new NodeId("wall"), null));
        WallWindows wall = Toolkit.onFx(() -> {
            WallWindows w = new WallWindows(
                    city.desk, city.hall, new PanelCatalogue(Map.of()), ShippedScenes.book(), own, none);
            w.open(List.of(LEFT, RIGHT));
            w.tick(SmallCity.NOW.plusSeconds(1));
            return w;
        });
        assertThat(words(wall)).contains("今日立案");
        close(wall);
    }

    private static WallWindows opened(List<Rectangle2D> screens, PanelCatalogue catalogue) {
        SmallCity city = new SmallCity(Fx.direct(), "zh").rules("wall").filled(40);
        return Toolkit.onFx(() -> {
            WallWindows wall = new WallWindows(city.desk, city.hall, catalogue, ShippedScenes.book());
            wall.open(screens);
            return wall;
        });
    }

    private static void close(WallWindows wall) {
        Toolkit.onFx(() -> {
            wall.close();
            return true;
        });
    }

    /// Everything that is written on the wall now, in order.
    private static List<String> words(WallWindows wall) {
        return Toolkit.onFx(() -> wall.scenes().stream()
                .flatMap(s -> {
                    s.scene().getRoot().applyCss();
                    s.scene().getRoot().layout();
                    return texts(s.scene().getRoot());
                })
                .toList());
    }

    private static Stream<String> texts(Node node) {
        if (!node.isVisible()) {
            return Stream.empty();
        }
        if (node instanceof Text text) {
            return text.getText().isEmpty() ? Stream.empty() : Stream.of(text.getText());
        }
        return node instanceof javafx.scene.Parent parent
                ? parent.getChildrenUnmodifiable().stream().flatMap(WallFaultsTest::texts)
                : Stream.empty();
    }

    private static class Plain implements Panel {
        private final Pane root = new Pane();

        @Override
        public Region root() {
            return root;
        }

        @Override
        public void onShow() {}

        @Override
        public void onHide() {}
    }

    private static final class Broken extends Plain {
        @Override
        public void onShow() {
            throw new IllegalStateException("broken on purpose");
        }
    }
}
