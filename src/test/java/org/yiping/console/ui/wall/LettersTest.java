package org.yiping.console.ui.wall;

// long because one small wall of several computers is played with all its panels

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yiping.console.fx.Frames;
import org.yiping.console.fx.Fx;
import org.yiping.console.store.OwnNode;
import org.yiping.console.ui.Ground;
import org.yiping.console.ui.Panel;
import org.yiping.console.ui.PanelCatalogue;
import org.yiping.console.ui.Pictures;
import org.yiping.console.ui.SmallCity;
import org.yiping.console.ui.control.Toolkit;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.geo.Position;
import org.yiping.domain.wall.Box;
import org.yiping.domain.wall.MapView;
import org.yiping.domain.wall.NodeId;
import org.yiping.domain.wall.NodeWord;
import org.yiping.domain.wall.NodeWord.Corner;
import org.yiping.domain.wall.PanelKind;
import org.yiping.domain.wall.SceneId;
import org.yiping.domain.wall.WallBook;
import org.yiping.domain.wall.WallNode;
import org.yiping.domain.wall.WallRules;
import org.yiping.domain.wall.WallScene;
import org.yiping.domain.wall.WallScene.Grid;
import org.yiping.domain.wall.WallScene.Shown;
import org.yiping.domain.wall.WallScene.Span;
import org.yiping.domain.wall.WallStep;
import org.yiping.domain.wall.WallTeam;
import org.yiping.domain.wall.WallTopology;
import org.yiping.protocol.wall.ShippedScenes;

/// The map of a wall calls each camera by the letter of its picture, whatever comes, goes and changes beside it.
class LettersTest {
    private static final Rectangle2D SCREEN = new Rectangle2D(0, 0, 960, 540);
    private static final WallTopology ONE = WallTopology.of(List.of(new Box(0, 0, 960, 540)));
    private static final NodeId LEFT = new NodeId("left");
    private static final NodeId RIGHT = new NodeId("right");
    private static final Instant NOW = SmallCity.NOW;
    /// The map over both monitors; four pictures left of it, one right of it.
    private static final WallScene BESIDE = scene(
            "beside", tile(2, 2, map(), 90), tile(1, 1, cameras("a,b,c,d", 2), 60), tile(4, 1, cameras("e", 1), 50));
    private static final WallScene TWICE =
            scene("twice", tile(2, 2, map(), 90), tile(1, 1, cameras("a,b", 2), 60), tile(4, 1, cameras("a", 1), 50));
    private static final WallScene FEW =
            scene("few", tile(2, 2, map(), 90), tile(1, 1, cameras("y", 1), 60), tile(4, 1, cameras("z", 1), 50));
    private static final WallScene MANY = scene(
            "many",
            tile(2, 2, map(), 90),
            tile(1, 1, cameras("a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p", 4), 60),
            tile(4, 1, cameras("q,r,s,t,u,v,w,x,y,z,1,2,3,4,5,6", 4), 50));

    private static final List<WallStep> STEPS = List.of(new WallStep(
            NOW,
            List.of(
                    new WallStep.Part(LEFT, new Corner(0, 0), ONE, true),
                    new WallStep.Part(RIGHT, new Corner(960, 0), ONE, true)),
            false));

    private final Set<String> directory = new TreeSet<>();
    private final List<Computer> computers = new ArrayList<>();

    @BeforeAll
    static void toolkit() {
        Toolkit.start();
    }

    LettersTest() {
        directory.addAll(List.of("abcdefghijklmnopqrstuvwxyz123456".split("")));
    }

    @AfterEach
    void close() {
        computers.forEach(Computer::close);
    }

    @Test
    void eachPictureHasItsLetterAlsoThoseOfTheNextMonitor() {
        Computer all = new Computer(LEFT, SCREEN, new Rectangle2D(960, 0, 960, 540));
        all.order(BESIDE);
        assertThat(all.maps()).hasSize(2).allSatisfy(m -> assertThat(m).isEqualTo("A=a B=b C=c D=d E=e"));
    }

    @Test
    void aCameraThatIsMissingMovesNoOtherTilesLetters() {
        directory.removeAll(Set.of("a", "c"));
        Computer all = new Computer(LEFT, SCREEN, new Rectangle2D(960, 0, 960, 540));
        all.order(BESIDE);
        assertThat(all.maps()).containsOnly("A=b B=d E=e");

        directory.add("a");
        all.tick(NOW.plusSeconds(1));
        all.tick(NOW.plusSeconds(2));
        assertThat(all.maps()).containsOnly("A=a B=b C=d E=e");
        directory.removeAll(Set.of("a", "b", "d"));
        all.tick(NOW.plusSeconds(3));
        assertThat(all.maps()).containsOnly("E=e");
    }

    @Test
    void theSameCameraTwiceHasBothLetters() {
        Computer all = new Computer(LEFT, SCREEN, new Rectangle2D(960, 0, 960, 540));
        all.order(TWICE);
        assertThat(all.maps()).containsOnly("A=a B=b E=a");
    }

    @Test
    void picturesBeyondZHaveNoLetterOnTheMap() {
        Computer all = new Computer(LEFT, SCREEN, new Rectangle2D(960, 0, 960, 540));
        all.order(MANY);
        assertThat(all.maps()).allSatisfy(m -> assertThat(m).startsWith("A=a").endsWith("Z=z"));
        assertThat(all.ground.getFirst().letters).hasSize(26);
    }

    @Test
    void aChangeOfSceneNeverShowsLettersOfTheOneBefore() {
        Computer all = new Computer(LEFT, SCREEN, new Rectangle2D(960, 0, 960, 540));
        all.order(BESIDE);
        int first = all.said.size();
        all.order(FEW);
        assertThat(all.maps()).as("in the moment it changes").containsOnly("A=y B=z");
        all.order(MANY);
        all.order(BESIDE);
        assertThat(all.maps()).containsOnly("A=a B=b C=c D=d E=e");
        assertThat(new TreeSet<>(all.said.subList(first, all.said.size())))
                .as("nothing else was ever said in between")
                .allMatch(w -> w.equals("A=y B=z") || w.equals("A=a B=b C=c D=d E=e") || w.endsWith("Z=z"));
    }

    @Test
    void aComputerAmongOthersGivesItsOwnPicturesTheLettersOfTheWholeWall() {
        Computer left = new Computer(LEFT, SCREEN);
        Computer right = new Computer(RIGHT, SCREEN);
        for (Computer c : List.of(left, right)) {
            c.told(true, true);
            c.order(BESIDE);
        }
        assertThat(left.maps()).containsExactly("A=a B=b C=c D=d");
        assertThat(right.maps()).as("A to D are on the other one").containsExactly("E=e");

        directory.removeAll(Set.of("a", "b", "c"));
        left.tick(NOW.plusSeconds(1));
        right.tick(NOW.plusSeconds(1));
        assertThat(left.maps()).containsExactly("A=d");
        assertThat(right.maps()).as("what lacks elsewhere moves nothing here").containsExactly("E=e");

        for (Computer c : List.of(left, right)) {
            c.order(FEW);
        }
        assertThat(left.maps()).containsExactly("A=y");
        assertThat(right.maps()).containsExactly("B=z");
    }

    /// What each said last second is what the other hears of the platform.
    @Test
    void theMapHasTheLettersOfCamerasThatOtherComputersShow() {
        talking();
        Computer left = computers.getFirst();
        Computer right = computers.getLast();
        assertThat(left.maps()).containsExactly("A=a B=b C=c D=d E=e");
        assertThat(right.maps()).containsExactly("A=a B=b C=c D=d E=e");

        directory.removeAll(Set.of("a", "e"));
        exchange(left, right, 3, 4);
        assertThat(right.maps())
                .as("what is missing over there is missing here")
                .containsExactly("A=b B=c C=d");
    }

    @Test
    void aLetterOfTheSceneBeforeIsNeverTakenFromAnotherComputer() {
        talking();
        Computer left = computers.getFirst();
        Computer right = computers.getLast();
        left.order(FEW); // the other one is a moment late
        assertThat(left.maps()).containsExactly("A=y");
        right.order(FEW);
        exchange(left, right, 3, 4);
        assertThat(left.maps()).containsExactly("A=y B=z");
        assertThat(right.maps()).containsExactly("A=y B=z");
    }

    @Test
    void whoIsSilentOrLostGivesNoLetters() {
        talking();
        Computer left = computers.getFirst();
        Computer right = computers.getLast();
        left.hears(right, NOW.minusSeconds(7));
        left.tick(NOW);
        assertThat(left.maps()).as("nothing heard for seven seconds").containsExactly("A=a B=b C=c D=d");
    }

    /// Two computers with the map between them, each of which has heard what the other shows.
    private void talking() {
        Computer left = new Computer(LEFT, SCREEN);
        Computer right = new Computer(RIGHT, SCREEN);
        for (Computer c : List.of(left, right)) {
            c.told(true, true);
            c.order(BESIDE);
        }
        exchange(left, right, 1, 2);
    }

    private static void exchange(Computer left, Computer right, int... seconds) {
        for (int second : seconds) {
            left.hears(right, NOW.plusSeconds(second));
            right.hears(left, NOW.plusSeconds(second));
            left.tick(NOW.plusSeconds(second));
            right.tick(NOW.plusSeconds(second));
        }
    }

    @Test
    void whenAnotherComputerIsLostTheLettersAreThoseOfWhatIsShownInstead() {
        Computer right = new Computer(RIGHT, SCREEN);
        right.told(true, true);
        right.order(BESIDE);
        assertThat(right.maps()).containsExactly("E=e");

        right.told(false, true);
        assertThat(right.maps())
                .as("its pictures take the place of those of less weight")
                .containsExactly("A=a B=b C=c D=d");
        right.told(true, true);
        assertThat(right.maps()).containsExactly("E=e");
    }

    @Test
    void inEveryShippedSceneEachPictureStandsUnderTheLetterItBears() {
        Computer left = new Computer(LEFT, SCREEN);
        Computer right = new Computer(RIGHT, SCREEN);
        for (Computer c : List.of(left, right)) {
            c.told(true, true);
            for (int round = 0; round < 2; round++) {
                for (WallScene scene : book().scenes()) {
                    c.order(scene);
                    for (Picture map : c.shown()) {
                        assertThat(said(map.letters)).as(scene.id().value()).isEqualTo(c.borne());
                    }
                }
            }
        }
    }

    private static String said(List<CameraId> letters) {
        List<String> said = new ArrayList<>();
        for (int i = 0; i < letters.size(); i++) {
            if (!letters.get(i).equals(Pictures.NOBODY)) {
                said.add((char) ('A' + i) + "=" + letters.get(i).value());
            }
        }
        return String.join(" ", said);
    }

    private static WallBook book() {
        List<WallScene> scenes = new ArrayList<>(ShippedScenes.book().scenes());
        scenes.addAll(List.of(BESIDE, TWICE, FEW, MANY));
        return new WallBook(WallRules.SHIPPED, scenes, List.of());
    }

    private static WallScene scene(String id, WallScene.Tile... tiles) {
        return new WallScene(
                new SceneId(id),
                "1",
                new WallScene.Title(id, id),
                List.of(new WallScene.Layout(new Grid(2, 1), new Grid(4, 1), List.of(tiles))));
    }

    private static WallScene.Tile tile(int column, int columns, Shown shown, int priority) {
        return new WallScene.Tile(new Span(column, 1, columns, 1), List.of(shown), Duration.ZERO, priority);
    }

    private static Shown map() {
        return new Shown(PanelKind.MAP, Map.of());
    }

    private static Shown cameras(String ids, int side) {
        return new Shown(PanelKind.CAMERAS, Map.of("cameras", ids, "side", Integer.toString(side)));
    }

    private final class Computer {
        private final SmallCity city =
                new SmallCity(Fx.direct(), "zh").rules("wall").filled(4);
        private final List<Picture> ground = new ArrayList<>();
        private final List<Mosaic> grids = new ArrayList<>();
        /// All that any map was ever told.
        private final List<String> said = new ArrayList<>();

        private final OwnNode own;
        private final WallWindows wall;

        Computer(NodeId id, Rectangle2D... screens) {
            computers.add(this);
            own = new OwnNode(new OwnNode.Place("wall", id, null));
            wall = Toolkit.onFx(() -> {
                PanelCatalogue panels = new PanelCatalogue(Map.of(Hero.MAP, this::map, CamerasPart.PANEL, this::grid));
                WallWindows w = new WallWindows(city.desk, city.hall, panels, book(), own, Frames.direct());
                w.open(List.of(screens));
                return w;
            });
        }

        private Panel map() {
            ground.add(new Picture(said));
            return ground.getLast();
        }

        private Panel grid() {
            grids.add(new Mosaic());
            return grids.getLast();
        }

        /// What the maps that are shown say now.
        List<String> maps() {
            return shown().stream().map(m -> said(m.letters)).toList();
        }

        List<Picture> shown() {
            return ground.stream().filter(m -> m.shown).toList();
        }

        /// Which camera stands under which letter of the pictures that are shown.
        String borne() {
            CameraId[] letters = new CameraId[26];
            Arrays.fill(letters, Pictures.NOBODY);
            grids.stream().filter(g -> g.shown).forEach(g -> {
                Pictures.Choice choice = Objects.requireNonNull(g.choice);
                List<CameraId> here = g.lettered();
                for (int i = 0; i < here.size() && choice.letter() + i < letters.length; i++) {
                    letters[choice.letter() + i] = here.get(i);
                }
            });
            return said(List.of(letters));
        }

        void told(boolean left, boolean right) {
            own.told(
                    new WallTeam(
                            NOW,
                            List.of(node(LEFT, left), node(RIGHT, right)),
                            List.of(new WallStep(
                                    NOW,
                                    List.of(
                                            new WallStep.Part(LEFT, new Corner(0, 0), ONE, left),
                                            new WallStep.Part(RIGHT, new Corner(960, 0), ONE, right)),
                                    false)),
                            null),
                    NOW);
            tick(NOW);
        }

        /// What the other one said, by way of the platform.
        void hears(Computer other, Instant at) {
            NodeWord word = other.own.word().orElseThrow();
            NodeId there = other.own.place().node();
            WallNode told = new WallNode(there, ONE, true, NOW, at, 0, null, word.stands(), null, word.oldest());
            own.told(new WallTeam(at, List.of(told), STEPS, null), at);
        }

        private WallNode node(NodeId id, boolean there) {
            return new WallNode(id, ONE, there, NOW.minusSeconds(40), NOW.minusSeconds(there ? 0 : 40), 0, null);
        }

        void order(WallScene scene) {
            Toolkit.onFx(() -> {
                wall.order(scene.id());
                return true;
            });
        }

        void tick(Instant at) {
            Toolkit.onFx(() -> {
                wall.tick(at);
                return true;
            });
        }

        void close() {
            Toolkit.onFx(() -> {
                wall.close();
                return true;
            });
        }
    }

    private static class Plain implements Panel {
        private final Pane root = new Pane();
        boolean shown;

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

    /// Pictures as the cameras' panel chooses them: those named that are in the directory, from the first on.
    private final class Mosaic extends Plain implements Pictures {
        private @Nullable Choice choice;

        @Override
        public void ask(Choice next) {
            choice = next;
        }

        @Override
        public List<CameraId> lettered() {
            Choice asked = choice;
            if (asked == null) {
                return List.of(NOBODY, NOBODY, NOBODY, NOBODY);
            }
            List<CameraId> from = (asked.named().isEmpty()
                            ? directory.stream().map(CameraId::new)
                            : asked.named().stream().filter(id -> directory.contains(id.value())))
                    .toList();
            List<CameraId> all = new ArrayList<>();
            for (int i = 0; i < asked.side() * asked.side(); i++) {
                all.add(i < from.size() ? from.get((asked.first() + i) % from.size()) : NOBODY);
            }
            return all;
        }
    }

    private static final class Picture extends Plain implements Ground {
        private final List<String> said;
        private List<CameraId> letters = List.of();

        Picture(List<String> said) {
            this.said = said;
        }

        @Override
        public void speak(List<CaseId> cases, List<CameraId> cameras) {
            letters = cameras;
            said.add(LettersTest.said(cameras));
        }

        @Override
        public void part(Part next) {}

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
    }
}
