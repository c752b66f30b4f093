package org.yiping.console.ui.wall;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yiping.console.fx.Frames;
import org.yiping.console.fx.Fx;
import org.yiping.console.store.OwnNode;
import org.yiping.console.ui.PanelCatalogue;
import org.yiping.console.ui.SmallCity;
import org.yiping.console.ui.control.Toolkit;
import org.yiping.domain.wall.Box;
import org.yiping.domain.wall.NodeId;
import org.yiping.domain.wall.NodeWord;
import org.yiping.domain.wall.NodeWord.Corner;
import org.yiping.domain.wall.SceneId;
import org.yiping.domain.wall.WallNode;
import org.yiping.domain.wall.WallStep;
import org.yiping.domain.wall.WallTeam;
import org.yiping.domain.wall.WallTopology;
import org.yiping.protocol.wall.ShippedScenes;

/// Two computers of one wall, each with its own windows.
class TogetherTest {
    private static final Rectangle2D SCREEN = new Rectangle2D(0, 0, 960, 540);
    private static final WallTopology ONE = WallTopology.of(List.of(new Box(0, 0, 960, 540)));
    private static final NodeId LEFT = new NodeId("left");
    private static final NodeId RIGHT = new NodeId("right");
    private static final Instant NOW = SmallCity.NOW;

    @BeforeAll
    static void toolkit() {
        Toolkit.start();
    }

    @Test
    void eachShowsItsPartOfOneWallOnItsOwnDesktop() {
        Computer left = new Computer(LEFT);
        Computer right = new Computer(RIGHT);
        List<String> alone = left.words();
        assertThat(right.words()).isEqualTo(alone);

        left.told(NOW, true, true);
        right.told(NOW, true, true);

        assertThat(left.places()).containsExactly(SCREEN);
        assertThat(right.places()).containsExactly(SCREEN);
        left.order("pattern");
        right.order("pattern");
        assertThat(left.words()).contains("1").doesNotContain("2");
        assertThat(right.words()).contains("2").doesNotContain("1");
        left.close();
        right.close();
    }

    @Test
    void aStepHoldsFromItsSecondOnAndNotBefore() {
        Computer right = new Computer(RIGHT); // the second panel of two, the first while it knows of nobody
        right.order("pattern");
        List<String> alone = right.words();

        right.told(NOW.plusSeconds(2), true, true);
        assertThat(right.words()).isEqualTo(alone);
        right.tick(NOW.plusSeconds(1));
        assertThat(right.words()).isEqualTo(alone);
        right.tick(NOW.plusSeconds(2));
        assertThat(right.words()).isNotEqualTo(alone);
        assertThat(right.own.word().orElseThrow().stood().due()).isEqualTo(NOW.plusSeconds(2));
        right.close();
    }

    @Test
    void whatALostOneShowedIsTakenInByPriorityAndTheStatusLineNamesIt() {
        Computer left = new Computer(LEFT);
        left.told(NOW, true, true);
        List<String> before = left.words();
        assertThat(before).noneMatch(w -> w.contains("失联"));

        left.told(NOW, true, false);
        assertThat(left.words()).isNotEqualTo(before).anyMatch(w -> w.startsWith("节点 right 失联"));
        left.told(NOW, true, true);
        assertThat(left.words()).isEqualTo(before);
        left.close();
    }

    @Test
    void anAlarmTakesAWallOfSeveralInTheSecondTheyAgreedOnAndAWallOfOneAtOnce() {
        Computer left = new Computer(LEFT);
        Together together = new Together(left.own, left.city.hall.messages(), Frames.direct(), () -> NOW, () -> NOW);
        assertThat(together.calls(true, NOW)).isTrue();
        left.told(NOW, true, true);
        assertThat(together.calls(true, NOW)).isFalse();
        left.own.told(team(NOW, true, true, true), NOW);
        assertThat(together.calls(false, NOW)).isTrue();
        // the others have gone: nobody is waited for
        left.own.told(team(NOW, true, false, false), NOW);
        assertThat(together.calls(true, NOW)).isTrue();
        // nothing is heard any more: each by itself
        left.own.told(team(NOW, true, true, false), NOW);
        assertThat(together.calls(true, NOW.plusSeconds(6))).isTrue();
        left.close();
    }

    @Test
    void aClockThatIsPutBackMakesNothingHeardOfWhatWasHeardBefore() {
        Computer left = new Computer(LEFT);
        Together together = new Together(left.own, left.city.hall.messages(), Frames.direct(), () -> NOW, () -> NOW);
        left.own.told(team(NOW, true, true, false), NOW);
        assertThat(together.shared(NOW)).isTrue();
        Instant back = NOW.minusSeconds(3600);
        assertThat(left.own.team(back)).isEmpty();
        assertThat(together.calls(true, back)).as("each by itself").isTrue();
        left.close();
    }

    @Test
    void whoDiesBetweenAStepAndItsSecondIsInItForTheOthersAndThenTakenIn() {
        Computer left = new Computer(LEFT);
        List<String> alone = left.words();
        left.told(NOW.plusSeconds(2), true, true);
        // the other one is killed now; nobody has told of it yet when the step's second comes
        left.tick(NOW.plusSeconds(2));
        List<String> half = left.words();
        assertThat(half).isNotEqualTo(alone);
        left.tick(NOW.plusSeconds(4));
        assertThat(left.words()).as("in the same scene until it is known").isEqualTo(half);

        left.told(NOW.plusSeconds(4), true, false);
        assertThat(left.words()).anyMatch(w -> w.startsWith("节点 right 失联"));
        assertThat(left.words()).as("what counts most of both").isNotEqualTo(half);
        // started again it knows nothing but what the platform tells: the step that holds
        Computer right = new Computer(RIGHT);
        right.own.told(team(NOW.plusSeconds(4), true, true, false), NOW.plusSeconds(5));
        right.tick(NOW.plusSeconds(5));
        left.told(NOW.plusSeconds(4), true, true);
        assertThat(left.words()).isEqualTo(half);
        assertThat(right.own.step(NOW.plusSeconds(5))).isEqualTo(left.own.step(NOW.plusSeconds(5)));
        left.close();
        right.close();
    }

    @Test
    void whatItSaysOfItselfIsWhatThereIs() {
        Computer left = new Computer(LEFT);
        left.tick(NOW.plusSeconds(1));
        NodeWord word = left.own.word().orElseThrow();
        assertThat(word.monitors()).isEqualTo(ONE);
        assertThat(word.at()).isNull();
        assertThat(word.stood().scene()).isEqualTo(new SceneId("overview"));
        left.close();
    }

    @Test
    void theOldestThingOfTheWallIsNamedWithTheComputerThatShowsIt() {
        Computer right = new Computer(RIGHT); // where the strip stands
        String own = "最旧数据：环卫车 07 定位 2 分";
        assertThat(right.words()).anyMatch(w -> w.startsWith(own));

        right.heardOldest(true, 40, 0);
        assertThat(right.words()).contains("最旧数据：中山路口 画面（节点 left） 40 s");
        right.heardOldest(true, 5, 0);
        assertThat(right.words()).as("further beyond its promise").anyMatch(w -> w.startsWith(own));
        right.heardOldest(true, 7, 2);
        assertThat(right.words()).as("as it was when it spoke").anyMatch(w -> w.startsWith(own));
        right.heardOldest(false, 40, 0);
        assertThat(right.words()).as("lost, which the strip says").anyMatch(w -> w.startsWith(own));

        assertThat(right.own.word().orElseThrow().oldest())
                .as("it speaks for itself alone")
                .isEqualTo(new NodeWord.Oldest("环卫车 07 定位", NOW.minusSeconds(126), Duration.ofSeconds(60)));
        right.close();
    }

    private static WallTeam team(Instant from, boolean left, boolean right, boolean calls) {
        return new WallTeam(
                NOW,
                List.of(node(LEFT, left), node(RIGHT, right)),
                List.of(new WallStep(
                        from,
                        List.of(
                                new WallStep.Part(LEFT, new Corner(0, 0), ONE, left),
                                new WallStep.Part(RIGHT, new Corner(960, 0), ONE, right)),
                        calls)),
                null);
    }

    private static WallNode node(NodeId id, boolean there) {
        return new WallNode(id, ONE, there, NOW.minusSeconds(40), NOW.minusSeconds(there ? 0 : 40), 0, null);
    }

    private static final class Computer {
        private final SmallCity city =
                new SmallCity(Fx.direct(), "zh").rules("wall").filled(12);
        private final OwnNode own;
        private final WallWindows wall;
        private Instant now = NOW;

        Computer(NodeId id) {
            own = new OwnNode(new OwnNode.Place("wall", id, null));
            wall = Toolkit.onFx(() -> {
                WallWindows w = new WallWindows(
                        city.desk, city.hall, new PanelCatalogue(Map.of()), ShippedScenes.book(), own, Frames.direct());
                w.open(List.of(SCREEN));
                return w;
            });
        }

        void told(Instant from, boolean left, boolean right) {
            own.told(team(from, left, right, false), now);
            tick(now);
        }

        /// A picture at the left computer is so many seconds old; it spoke so many seconds ago.
        void heardOldest(boolean there, int seconds, int ago) {
            NodeWord.Oldest oldest = new NodeWord.Oldest("中山路口 画面", NOW.minusSeconds(seconds), Duration.ofSeconds(3));
            WallTeam team = team(NOW, there, true, false);
            WallNode left = new WallNode(
                    LEFT, ONE, there, NOW.minusSeconds(90), NOW.minusSeconds(ago), 0, null, null, null, oldest);
            own.told(new WallTeam(NOW, List.of(left, node(RIGHT, true)), team.steps(), null), NOW);
            tick(NOW);
        }

        void order(String scene) {
            Toolkit.onFx(() -> {
                wall.order(new SceneId(scene));
                return true;
            });
        }

        void tick(Instant at) {
            now = at;
            Toolkit.onFx(() -> {
                wall.tick(at);
                return true;
            });
        }

        List<Rectangle2D> places() {
            return Toolkit.onFx(() -> wall.stages().stream()
                    .map(s -> new Rectangle2D(s.getX(), s.getY(), s.getWidth(), s.getHeight()))
                    .toList());
        }

        List<String> words() {
            return Toolkit.onFx(() -> wall.scenes().stream()
                    .flatMap(s -> words(s.scene().getRoot()).stream())
                    .toList());
        }

        void close() {
            Toolkit.onFx(() -> {
                wall.close();
                return true;
            });
        }

        private static List<String> words(Node node) {
            List<String> found = new ArrayList<>();
            if (node.isVisible() && node instanceof Label label) {
                found.add(label.getText());
            } else if (node.isVisible() && node instanceof Text text) {
                found.add(text.getText());
            } else if (node.isVisible() && node instanceof Parent parent) {
                parent.getChildrenUnmodifiable().forEach(child -> found.addAll(words(child)));
            }
            return found;
        }
    }
}
