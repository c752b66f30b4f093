package org.yiping.console.ui.wall;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yiping.console.ui.DeskFixture;
import org.yiping.console.ui.ToWall;
import org.yiping.console.ui.control.Toolkit;
import org.yiping.domain.command.CommandId;
import org.yiping.domain.wall.NodeId;
import org.yiping.domain.wall.PanelKind;
import org.yiping.domain.wall.Placement;
import org.yiping.domain.wall.Region;
import org.yiping.domain.wall.SceneId;
import org.yiping.domain.wall.WallOrder;
import org.yiping.domain.wall.WallScene.Grid;
import org.yiping.domain.wall.WallScene.Shown;
import org.yiping.domain.wall.WallScene.Span;
import org.yiping.domain.wall.WallTeam;
import org.yiping.protocol.wall.ShippedScenes;

/// The overview on six monitors, whose map lies over four of them.
class MiniatureTest {
    private static final Instant NOW = DeskFixture.START;
    private static final Grid SIX = new Grid(3, 2);
    private static final double WIDTH = 312; // 100 a monitor, and what stands around

    private final DeskFixture fixture = new DeskFixture("dispatcher");
    private final Miniature wall = Toolkit.onFx(
            () -> new Miniature(new OrderWords(fixture.desk, fixture.hall.messages()), "大屏", (_, _) -> {}, _ -> {}));

    @BeforeAll
    static void toolkit() {
        Toolkit.start();
    }

    @BeforeEach
    void stage() {
        Toolkit.onFx(() -> new Scene(wall, WIDTH, 124));
    }

    @Test
    void aPanelOverSeveralMonitorsIsNamedOnceAndEachOfThemHasItsLetter() {
        show(List.of(), List.of());
        assertThat(words("地图")).hasSize(1);
        assertThat(styled("mini-letter").map(n -> ((Label) n).getText()))
                .containsExactlyInAnyOrder("A", "B", "C", "D", "E", "F");
    }

    @Test
    void itsNameStandsWhereNothingSentLiesOverIt() {
        show(List.of(sent(1, 1)), List.of());
        assertThat(words("地图")).hasSize(1);
        assertThat(x(words("地图").getFirst())).isBetween(106.0, 206.0);
        show(List.of(sent(1, 1), sent(2, 1), sent(1, 2), sent(2, 2)), List.of());
        assertThat(words("地图")).isEmpty();
    }

    @Test
    void whereAPictureIsMissingTheNameStandsToo() {
        show(List.of(), List.of(live(1, 5)));
        assertThat(words("地图")).hasSize(2);
        assertThat(x(words("地图").getLast())).isBetween(106.0, 206.0);
    }

    @Test
    void aPictureLiesOnItsMonitorBeneathAllWords() {
        show(List.of(), List.of(live(2, 5)));
        ImageView picture = pictures().getFirst();
        assertThat(picture.getBoundsInParent().getMinX()).isEqualTo(107);
        assertThat(picture.getFitWidth()).isEqualTo(98);
        List<Node> order = List.copyOf(wall.getChildren());
        assertThat(styled("mini-name").mapToInt(order::indexOf)).allMatch(i -> i > order.indexOf(picture));
        assertThat(styled("mini-age")).isEmpty();
        assertThat(late(picture)).isFalse();
    }

    @Test
    void aLatePictureIsDimAndSaysHowOldItIs() {
        show(List.of(), List.of(live(2, 16), live(3, 15)));
        assertThat(pictures()).extracting(MiniatureTest::late).containsExactly(true, false);
        assertThat(styled("mini-age").map(n -> ((Label) n).getText())).containsExactly("16 s 前的画面");
    }

    /// The monitor at the upper left is lost: what was sent there stands at the lower right.
    @Test
    void whatWasRehomedIsDrawnWhereItStandsAndTheLostMonitorIsHatchedWithItsWords() {
        Placement sent = sent(1, 1);
        MiniStands stands = new MiniStands(
                List.of(
                        standing(new Shown(PanelKind.MAP, Map.of("cases", "4")), 2, 1),
                        standing(new Shown(PanelKind.FIGURES, Map.of()), 3, 1),
                        standing(Objects.requireNonNull(sent.order().panel()), 3, 2)),
                List.of(new MiniStands.Lost(region(1, 1).share(), null, null)),
                NOW.plusSeconds(60));
        show(List.of(sent), List.of(), stands);

        Node tile = styled("mini-tile")
                .filter(n -> n.getPseudoClassStates().stream()
                        .anyMatch(p -> p.getPseudoClassName().equals("sent")))
                .reduce((_, _) -> Assertions.fail("drawn twice"))
                .orElseThrow();
        assertThat(tile.getBoundsInParent().getMinX()).isBetween(206.0, 210.0);
        assertThat(tile.getBoundsInParent().getMinY()).isBetween(60.0, 66.0);
        Node lost = styled("mini-lost").findFirst().orElseThrow();
        assertThat(lost.getBoundsInParent().getMinX()).isEqualTo(8);
        assertThat(words("屏丢失")).hasSize(1);
        assertThat(words("地图")).hasSize(1);
        assertThat(styled("mini-unseen")).isEmpty();
    }

    @Test
    void aComputerThatIsLostIsNamedAndForHowLong() {
        NodeId left = new NodeId("left");
        show(
                List.of(),
                List.of(live(1, 40)),
                new MiniStands(
                        List.of(),
                        List.of(new MiniStands.Lost(region(1, 1).share(), left, NOW.minusSeconds(42))),
                        NOW));

        assertThat(words("left 失联 42 s")).hasSize(1);
        assertThat(styled("mini-age")).as("its last picture is covered").isEmpty();
    }

    @Test
    void whatHasNoPlaceLeftIsSaidWhereItWasSentTo() {
        show(List.of(sent(1, 1)), List.of(), new MiniStands(List.of(), List.of(), NOW.plusSeconds(60)));
        assertThat(words("屏丢失，大屏上没有位置")).hasSize(1);

        show(List.of(sent(1, 1)), List.of(), new MiniStands(List.of(), List.of(), NOW.plusSeconds(1)));
        assertThat(styled("mini-unseen")).as("it may not have been told yet").isEmpty();
        assertThat(styled("mini-tile")).hasSize(1);
    }

    private static WallTeam.Standing standing(Shown panel, int column, int row) {
        return new WallTeam.Standing(panel, region(column, row).share());
    }

    private void show(List<Placement> sent, List<LivePictures.Live> pictures) {
        show(sent, pictures, MiniStands.UNTOLD);
    }

    private void show(List<Placement> sent, List<LivePictures.Live> pictures, MiniStands stands) {
        WallPlan plan =
                WallPlan.of(ShippedScenes.book().find(new SceneId("overview")).orElseThrow(), SIX, NOW);
        Toolkit.onFx(() -> {
            wall.show(new MiniFace(plan, SIX, sent, List.of(), pictures, stands, NOW));
            wall.resize(WIDTH, 124);
            wall.applyCss();
            wall.layout();
            return true;
        });
    }

    private static LivePictures.Live live(int column, long age) {
        Image image = new WritableImage(16, 9);
        return new LivePictures.Live(region(column, 1), image, Duration.ofSeconds(age));
    }

    private static Placement sent(int column, int row) {
        WallOrder order = new WallOrder(region(column, row), null, ToWall.camera("cam-1"), "会商", 600, false);
        return new Placement(
                new CommandId("k" + column + row),
                order,
                new DeskFixture("dispatcher").desk.me().orElseThrow().actor(),
                NOW,
                NOW.plusSeconds(600),
                null);
    }

    private static Region region(int column, int row) {
        return new Region(SIX, new Span(column, row, 1, 1));
    }

    private List<ImageView> pictures() {
        return styled("mini-picture").map(ImageView.class::cast).toList();
    }

    private static boolean late(ImageView picture) {
        return picture.getPseudoClassStates().stream()
                .anyMatch(p -> p.getPseudoClassName().equals("late"));
    }

    private Stream<Node> styled(String style) {
        return wall.getChildren().stream().filter(n -> n.getStyleClass().contains(style));
    }

    private List<Node> words(String text) {
        return wall.getChildren().stream()
                .flatMap(MiniatureTest::within)
                .filter(n -> n instanceof Label label && label.getText().equals(text))
                .toList();
    }

    private static Stream<Node> within(Node node) {
        return node instanceof Parent parent
                ? Stream.concat(
                        Stream.of(node),
                        parent.getChildrenUnmodifiable().stream().flatMap(MiniatureTest::within))
                : Stream.of(node);
    }

    private double x(Node node) {
        return wall.sceneToLocal(node.localToScene(0, 0)).getX();
    }
}
