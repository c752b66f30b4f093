package org.yiping.console.ui.wall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.yiping.console.fx.Fx;
import org.yiping.console.ui.Boards;
import org.yiping.console.ui.Ground;
import org.yiping.console.ui.PanelCatalogue;
import org.yiping.console.ui.SmallCity;
import org.yiping.console.ui.control.Toolkit;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.casework.Place;
import org.yiping.domain.geo.Position;
import org.yiping.domain.wall.Box;
import org.yiping.domain.wall.MapView;
import org.yiping.domain.wall.WallRules;
import org.yiping.protocol.wall.ShippedScenes;

class HeroTest {
    private static final Box LEFT = new Box(0, 0, 1920, 1080);
    private static final Tiers TIERS = Tiers.of(8, 1.2, 1920);

    @BeforeAll
    static void toolkit() {
        Toolkit.start();
    }

    @Test
    void aNumberStandsRightOfItsMarkElseLeftElseNowhere() {
        SmallCity city = new SmallCity(Fx.direct(), "zh");
        Box legend = new Box(38, 38, 700, 650);
        Scene scene = new Scene(LEFT, List.of(), 4, List.of(), Scene.Bezels.NONE);
        Hero hero = Toolkit.onFx(() -> new Hero(LEFT, scene, List.of(legend), TIERS, kit(city)));
        List<Box> taken = List.of(legend);

        assertThat(hero.beside(new Point2D(1200, 500), 300, 80, taken))
                .hasValueSatisfying(p -> assertThat(p.getX()).isGreaterThan(1200));
        assertThat(hero.beside(new Point2D(1800, 500), 300, 80, taken))
                .hasValueSatisfying(p -> assertThat(p.getX() + 300).isLessThan(1800));
        assertThat(hero.beside(new Point2D(200, 300), 300, 80, taken))
                .as("under the legend")
                .isEmpty();
        assertThat(hero.beside(new Point2D(1200, 20), 300, 80, taken))
                .as("at the bezel")
                .hasValueSatisfying(p -> assertThat(p.getY()).isGreaterThanOrEqualTo(40));
    }

    @Test
    void aNumberMakesRoomForAnother() {
        SmallCity city = new SmallCity(Fx.direct(), "zh");
        Scene scene = new Scene(LEFT, List.of(), 4, List.of(), Scene.Bezels.NONE);
        Hero hero = Toolkit.onFx(() -> new Hero(LEFT, scene, List.of(), TIERS, kit(city)));
        Box other = new Box(1250, 450, 300, 80);

        assertThat(hero.beside(new Point2D(1200, 500), 300, 80, List.of(other))).hasValueSatisfying(p -> {
            Box box = new Box(p.getX(), p.getY(), 300, 80);
            assertThat(box.meet(other)).isEmpty();
        });
    }

    @Test
    void eachMonitorsMapIsToldItsPieceAndTheNumberedCases() {
        SmallCity city = new SmallCity(Fx.direct(), "zh").rules("wall").filled(40);
        List<Picture> pictures = new ArrayList<>();
        PanelCatalogue catalogue = new PanelCatalogue(Map.of(Hero.MAP, () -> {
            Picture picture = new Picture(false);
            pictures.add(picture);
            return picture;
        }));
        WallWindows wall = Toolkit.onFx(() -> {
            WallWindows w = new WallWindows(city.desk, city.hall, catalogue, ShippedScenes.book());
            w.open(List.of(
                    new Rectangle2D(0, 0, 1920, 1080),
                    new Rectangle2D(1920, 0, 1920, 1080),
                    new Rectangle2D(3840, 0, 1920, 1080)));
            return w;
        });

        assertThat(pictures).hasSize(2).allMatch(p -> p.shown);
        assertThat(pictures)
                .extracting(p -> p.part)
                .allMatch(p -> p.wholeWidth() == 3840 && p.wholeHeight() == 1080)
                .extracting(Ground.Part::x)
                .containsExactly(0.0, 1920.0);
        assertThat(pictures)
                .allMatch(p -> p.part.clear().getMinX() > 700 && p.part.clear().getMaxY() < 900);
        assertThat(pictures.getFirst().covered)
                .as("legend and two cards at least")
                .hasSizeGreaterThanOrEqualTo(3);
        assertThat(pictures.getFirst().stressed).extracting(CaseId::value).containsExactly("c-0", "c-1", "c-2", "c-3");
        assertThat(Toolkit.onFx(() -> visibleTags(wall))).isEqualTo(8);

        Toolkit.onFx(() -> {
            wall.close();
            return true;
        });
        assertThat(pictures).noneMatch(p -> p.shown);
    }

    @Test
    void numbersOnOneSpotAreCalledTogetherAndWhatTheMapDoesNotShowIsSaid() {
        SmallCity city = new SmallCity(Fx.direct(), "zh").rules("wall").filled(40);
        CaseId last = new CaseId("c-3");
        Case c = city.tables.cases.find(last).orElseThrow();
        Place words = new Place(null, c.place().address(), null);
        city.tables.cases.put(last, new Case(last, c.head(), c.subject(), words, c.report(), c.progress()));
        PanelCatalogue catalogue = new PanelCatalogue(Map.of(Hero.MAP, () -> new Picture(true)));
        WallWindows wall = Toolkit.onFx(() -> {
            WallWindows w = new WallWindows(city.desk, city.hall, catalogue, ShippedScenes.book());
            w.open(List.of(new Rectangle2D(0, 0, 1920, 1080), new Rectangle2D(1920, 0, 1920, 1080)));
            return w;
        });
        Toolkit.onFx(() -> {
            city.hall.ticker().tick();
            return true;
        });
        assertThat(words(wall, ".wall-tag")).contains("1·2·3").doesNotContain("1", "2", "3", "4");
        assertThat(words(wall, ".wall-card").stream().filter(w -> w.startsWith("图外")))
                .hasSize(1);
        assertThat(words(wall, ".wall-card")).contains("待定位 · " + c.place().address());
        Toolkit.onFx(() -> {
            wall.close();
            return true;
        });
    }

    @Test
    void aMapThatIsNotWholeSaysWhatItLacks() {
        SmallCity city = new SmallCity(Fx.direct(), "zh").rules("wall").filled(4);
        Picture picture = new Picture(false);
        PanelCatalogue catalogue = new PanelCatalogue(Map.of(Hero.MAP, () -> picture));
        WallWindows wall = Toolkit.onFx(() -> {
            WallWindows w = new WallWindows(city.desk, city.hall, catalogue, ShippedScenes.book());
            w.open(List.of(new Rectangle2D(0, 0, 1920, 1080)));
            return w;
        });
        assertThat(words(wall, ".wall-late")).noneMatch(w -> w.startsWith("地图缺"));

        picture.lack = "地图缺 2 个图层";
        Toolkit.onFx(() -> {
            wall.tick(SmallCity.NOW.plusSeconds(1));
            return true;
        });
        assertThat(words(wall, ".wall-late")).anyMatch(w -> w.startsWith("地图缺 2 个图层"));
        Toolkit.onFx(() -> {
            wall.close();
            return true;
        });
    }

    private static List<String> words(WallWindows wall, String style) {
        return Toolkit.onFx(() -> wall.scenes().stream()
                .map(s -> s.scene().getRoot())
                .peek(HeroTest::settle)
                .flatMap(root -> root.lookupAll(style).stream())
                .filter(Node::isVisible)
                .flatMap(n -> n.lookupAll(".text").stream())
                .map(n -> ((Text) n).getText())
                .toList());
    }

    /// What a label says it draws no sooner than at the next pulse.
    private static void settle(Parent root) {
        root.applyCss();
        root.layout();
    }

    private static long visibleTags(WallWindows wall) {
        return wall.scenes().stream()
                .flatMap(s -> s.scene().getRoot().lookupAll(".wall-tag").stream())
                .filter(Node::isVisible)
                .count();
    }

    /// Without a map.
    private static WallMonitor.Kit kit(SmallCity city) {
        PanelPool none = new PanelPool(new PanelCatalogue(Map.of()));
        return new WallMonitor.Kit(
                none, city.desk, city.hall, new Boards(city.desk, city.hall, () -> {}), WallRules.SHIPPED.room());
    }

    private static final class Picture implements Ground {
        private final Pane root = new Pane();
        private Part part = new Part(0, 0, 0, 0, Rectangle2D.EMPTY);
        private List<CaseId> stressed = List.of();
        private List<Rectangle2D> covered = List.of();
        private final boolean oneSpot;
        private boolean shown;
        private String lack = "";

        Picture(boolean oneSpot) {
            this.oneSpot = oneSpot;
        }

        @Override
        public void part(Part next) {
            part = next;
        }

        @Override
        public void speak(List<CaseId> cases, List<CameraId> cameras) {
            stressed = cases;
        }

        @Override
        public void bare() {}

        @Override
        public void closeUp(boolean near) {}

        @Override
        public void look(@Nullable MapView view) {}

        @Override
        public List<CaseId> outside() {
            return stressed.stream().skip(2).toList();
        }

        @Override
        public String lack() {
            return lack;
        }

        @Override
        public void cover(List<Rectangle2D> boxes) {
            covered = boxes;
        }

        @Override
        public Optional<Point2D> locate(Position position) {
            return Optional.of(
                    oneSpot ? new Point2D(900, 300) : new Point2D(900 + (position.longitude() - 104.2) * 2000, 300));
        }

        @Override
        public Region root() {
            return root;
        }

        @Override
        public void onShow() {
            shown = true;
        }

        @Override
        public void onHide() {
            shown = false;
        }
    }
}
