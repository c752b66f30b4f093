package org.yiping.console.ui.wall;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yiping.console.fx.Fx;
import org.yiping.console.ui.Boards;
import org.yiping.console.ui.Ground;
import org.yiping.console.ui.Panel;
import org.yiping.console.ui.PanelCatalogue;
import org.yiping.console.ui.SmallCity;
import org.yiping.console.ui.control.Toolkit;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.geo.Position;
import org.yiping.domain.wall.Box;
import org.yiping.domain.wall.MapView;
import org.yiping.domain.wall.WallRules;

/// What becomes of the panels of a tile that throws, wherever it does.
class FailedTileTest {
    private static final Instant NOW = SmallCity.NOW;
    private static final Box BOX = new Box(0, 0, 1920, 1080);

    private final SmallCity city =
            new SmallCity(Fx.direct(), "zh").rules("wall").filled(5);
    private final WallModel model = new WallModel(city.desk, city.hall);
    private final List<Picture> made = new ArrayList<>();

    /// Where a panel throws.
    enum Where {
        MAKING,
        SHOWING,
        TICKING
    }

    @BeforeAll
    static void toolkit() {
        Toolkit.start();
    }

    @ParameterizedTest
    @EnumSource(Where.class)
    void whereverAPanelFailsItsTileSaysSoAndLetsGoOfWhatItHolds(Where where) {
        WallMonitor monitor = monitor(kit(() -> new Picture(where)));

        tick(monitor, NOW);
        assertThat(words(monitor)).anyMatch(w -> w.startsWith("此格出错")).contains("今日立案");
        assertThat(made).isNotEmpty().as("they draw no map any more").noneMatch(m -> m.open);
        assertThat(made).allMatch(m -> m.hidden > 0);
    }

    @ParameterizedTest
    @EnumSource(Where.class)
    void aMinuteLaterTheMapStandsAgainAndWhatFailedIsNeverUsed(Where where) {
        WallMonitor.Kit kit = kit(() -> new Picture(made.size() < 2 ? where : null));
        WallMonitor monitor = monitor(kit);
        tick(monitor, NOW);
        tick(monitor, NOW.plusSeconds(1));
        int failed = made.size();
        tick(monitor, NOW.plusSeconds(59));
        assertThat(made).hasSize(failed);

        tick(monitor, NOW.plusSeconds(62));
        tick(monitor, NOW.plusSeconds(125));
        assertThat(words(monitor)).noneMatch(w -> w.startsWith("此格出错"));
        assertThat(made).hasSize(3);
        assertThat(made).extracting(m -> m.open).containsExactly(false, false, true);

        Toolkit.onFx(() -> {
            monitor.hide();
            return true;
        });
        assertThat(made).noneMatch(m -> m.open);
        WallMonitor next = monitor(kit);
        assertThat(made)
                .as("the sound one is used again, those that failed are not")
                .hasSize(3);
        assertThat(made.getLast().open).isTrue();
        Toolkit.onFx(() -> {
            next.hide();
            return true;
        });
    }

    @Test
    void aPanelThatCannotEvenBeHiddenIsNotUsedAgain() {
        List<Panel> opened = new ArrayList<>();
        PanelPool pool = new PanelPool(new PanelCatalogue(Map.of("x", () -> {
            opened.add(new Picture(null) {
                @Override
                public void onHide() {
                    throw new NoClassDefFoundError("on purpose");
                }
            });
            return opened.getLast();
        })));
        pool.give(pool.take("x"));
        pool.take("x");
        assertThat(opened).hasSize(2);
    }

    @Test
    void aPanelGivenBackTwiceIsNotHadByTwo() {
        PanelPool pool = new PanelPool(new PanelCatalogue(Map.of("x", () -> new Picture(null))));
        Panel one = pool.take("x");
        pool.give(one);
        pool.give(one);
        assertThat(pool.take("x")).isSameAs(one);
        assertThat(pool.take("x")).isNotSameAs(one);
    }

    @Test
    void aTileThatFailedIsTriedAgainAfterAMinuteAndNotSooner() {
        List<Instant> tries = new ArrayList<>();
        WallTile tile = failing(tries);
        for (long second : new long[] {0, 1, 30, 59}) {
            tick(tile, NOW.plusSeconds(second));
        }
        assertThat(tries).hasSize(2); // when it was placed, and once more at the first second
        tick(tile, NOW.plusSeconds(61));
        assertThat(tries).hasSize(3);
    }

    @Test
    void aClockThatIsPutBackDoesNotKeepATileWaiting() {
        List<Instant> tries = new ArrayList<>();
        WallTile tile = failing(tries);
        tick(tile, NOW);
        assertThat(tries).hasSize(2);

        tick(tile, NOW.minus(Duration.ofHours(1)));
        assertThat(tries).hasSize(3);
        tick(tile, NOW.minus(Duration.ofHours(1)).plusSeconds(30));
        assertThat(tries).hasSize(3);
        tick(tile, NOW.minus(Duration.ofHours(1)).plusSeconds(60));
        assertThat(tries).hasSize(4);
    }

    private WallTile failing(List<Instant> tries) {
        return Toolkit.onFx(() -> new WallTile(
                new WallTile.Name("test", "试"),
                new Box(0, 0, 400, 300),
                Tiers.of(8, 1.2, 1920),
                city.hall.messages(),
                new PanelPool(new PanelCatalogue(Map.of())),
                () -> {
                    tries.add(NOW);
                    throw new IllegalStateException("broken on purpose");
                }));
    }

    private void tick(WallTile tile, Instant now) {
        Toolkit.onFx(() -> {
            tile.tick(model.face(now, Set.of()));
            return true;
        });
    }

    private void tick(WallMonitor monitor, Instant now) {
        Toolkit.onFx(() -> {
            WallFace face = model.face(now, Set.of());
            monitor.tick(face);
            monitor.map(face);
            return true;
        });
    }

    private WallMonitor.Kit kit(Supplier<Picture> maps) {
        PanelPool pool = new PanelPool(new PanelCatalogue(Map.of(Hero.MAP, () -> {
            made.add(maps.get());
            return made.getLast();
        })));
        return new WallMonitor.Kit(
                pool, city.desk, city.hall, new Boards(city.desk, city.hall, () -> {}), WallRules.SHIPPED.room());
    }

    private static WallMonitor monitor(WallMonitor.Kit kit) {
        return Toolkit.onFx(() -> {
            Scene scene = SceneTest.scene("overview", List.of(BOX));
            WallMonitor monitor = new WallMonitor(WallMonitor.Look.of(0, BOX, scene, kit.room()), scene, kit, null);
            monitor.show();
            return monitor;
        });
    }

    private static List<String> words(WallMonitor monitor) {
        return Toolkit.onFx(() -> {
            new javafx.scene.Scene(monitor.root());
            monitor.root().applyCss();
            monitor.root().layout();
            List<String> all = texts(monitor.root()).toList();
            monitor.root().getScene().setRoot(new Pane());
            return all;
        });
    }

    private static Stream<String> texts(Node node) {
        if (node instanceof Text text) {
            return Stream.of(text.getText());
        }
        return node instanceof Parent parent && node.isVisible()
                ? parent.getChildrenUnmodifiable().stream().flatMap(FailedTileTest::texts)
                : Stream.empty();
    }

    /// A map that knows whether it draws, and fails where it is told to.
    private static class Picture implements Ground {
        private final @Nullable Where fails;
        private final Pane root = new Pane();
        private boolean open;
        private int hidden;

        Picture(@Nullable Where fails) {
            this.fails = fails;
        }

        private void at(Where where) {
            if (where == fails) {
                throw new IllegalStateException("broken on purpose");
            }
        }

        @Override
        public void part(Part next) {
            at(Where.MAKING);
        }

        @Override
        public void speak(List<CaseId> cases, List<CameraId> cameras) {
            at(Where.TICKING);
        }

        @Override
        public void bare() {}

        @Override
        public void closeUp(boolean near) {}

        @Override
        public void look(@Nullable MapView view) {}

        @Override
        public void cover(List<Rectangle2D> boxes) {}

        @Override
        public List<CaseId> outside() {
            return List.of();
        }

        @Override
        public String lack() {
            return "";
        }

        @Override
        public Optional<Point2D> locate(Position position) {
            return Optional.empty();
        }

        @Override
        public Region root() {
            return root;
        }

        @Override
        public void onShow() {
            open = true;
            at(Where.SHOWING);
        }

        @Override
        public void onHide() {
            open = false;
            hidden++;
        }
    }
}
