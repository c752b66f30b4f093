package org.yiping.console.ui.camera;

// long because what a grid pulls hangs on where and by whom it is seen

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yiping.console.fx.Messages;
import org.yiping.console.ui.DeskFixture;
import org.yiping.console.ui.ToWall;
import org.yiping.console.ui.control.SimulatedTag;
import org.yiping.console.ui.control.Toolkit;
import org.yiping.console.video.Picture;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.camera.CameraState;
import org.yiping.domain.camera.CameraStream;
import org.yiping.domain.geo.Position;
import org.yiping.fake.Await;

/// What a grid pulls, and when; with a player that counts.
class CameraGridTest {
    private static final int FIRST = 0xFF112233;
    private static final int SECOND = 0xFF445566;

    private final CardboardPlayer player = new CardboardPlayer();
    private CameraGrid grid;

    @BeforeAll
    static void toolkit() {
        Toolkit.start();
    }

    @BeforeEach
    void four() {
        grid = fx(() -> {
            CameraGrid made =
                    new CameraGrid(new DeskFixture("dispatcher").hall, () -> ZoneOffset.UTC, player, 2, 2, false);
            new Scene(made, 800, 480);
            made.resize(800, 480);
            made.layout();
            return made;
        });
        fx(() -> grid.show(cameras(4)));
    }

    @Test
    void nothingIsPulledThatNobodySees() {
        assertThat(player.open()).as("before it is shown").isEmpty();
        fx(grid::start);
        assertThat(player.open()).containsExactly("c0", "c1", "c2", "c3");
        fx(() -> grid.arrange(1, 1));
        assertThat(player.open()).containsExactly("c0");
        fx(() -> grid.arrange(2, 2));
        assertThat(player.open()).as("they come back").containsExactlyInAnyOrder("c0", "c1", "c2", "c3");
        fx(grid::stop);
        assertThat(player.open()).isEmpty();
    }

    @Test
    void nothingIsPulledOfWhatIsNotForThisSeatAndWhatWasIsLetGo() {
        Set<String> locked = new HashSet<>(Set.of("c1"));
        Messages messages = new DeskFixture("dispatcher").hall.messages();
        fx(() -> grid.refusal(
                c -> locked.contains(c.id().value()) ? Optional.of(TileFace.locked(messages)) : Optional.empty()));
        fx(() -> grid.tiles().forEach(CameraTile::play)); // no pulse comes between
        assertThat(player.open()).containsExactly("c0", "c2", "c3");
        tick();
        assertThat(words(1)).contains("无权查看此路");
        player.watches.forEach(w -> w.number = 1);
        CameraTile taken = grid.tiles().get(2);
        ImageView view = (ImageView) taken.picture().getChildren().getFirst();
        fx(taken::pulse);
        assertThat(view.getImage()).isNotNull();
        locked.add("c2");
        tick();
        assertThat(view.getImage()).as("nor shown under the next one's name").isNull();
        assertThat(player.open()).as("rights were taken away").containsExactly("c0", "c3");
        assertThat(grid.tiles().get(2).isLive()).isFalse();
        locked.clear();
        tick(); // asks for it
        tick(); // and says what it is
        assertThat(player.open()).as("and given").containsExactlyInAnyOrder("c0", "c1", "c2", "c3");
        assertThat(words(1)).doesNotContain("无权查看此路");
    }

    @Test
    void whatItsSourceSaysNothingOfIsTriedAndOnlyWhatItCallsOfflineIsNot() {
        List<Camera> two = cameras(2);
        two.set(0, two.get(0).with(CameraState.untold(false, null)));
        two.set(1, two.get(1).with(new CameraState(false, false, CameraState.OFFLINE, "source", null)));
        fx(() -> grid.show(two));
        fx(grid::start);
        tick();
        assertThat(player.open()).containsExactly("c0");
        assertThat(words(0)).doesNotContain("平台报告离线，不取流", "离线");
        assertThat(words(1)).contains("平台报告离线，不取流");
    }

    @Test
    void aStreamForWhichThereWasNoRoomIsAskedForAgainWhenItsTimeHasCome() {
        fx(() -> grid.tiles().forEach(CameraTile::play)); // no pulse comes between
        CardboardPlayer.Looked first = player.watches.getFirst();
        first.hasStream = false;
        first.picture =
                new Picture.Offline(Picture.Fault.NO_ROOM, DeskFixture.START, 0, DeskFixture.START.plusSeconds(30));
        int asked = player.watches.size();
        tick();
        assertThat(words(0)).anyMatch(w -> w.contains("共享内存不足"));
        assertThat(player.watches).as("not yet").hasSize(asked);
        fx(() -> grid.tiles().forEach(t -> t.tick(DeskFixture.START.plusSeconds(30), "")));
        assertThat(player.watches).hasSize(asked + 1);
        assertThat(first.closed).isTrue();
        assertThat(grid.tiles().getFirst().isLive()).isTrue();
    }

    @Test
    void aTileIsDraggedOntoTheWallAsItsCameraIfItIsForThisSeat() {
        CameraTile tile = grid.tiles().get(1);
        Camera shown = Objects.requireNonNull(tile.camera());
        assertThat(ToWall.dragged(fx(() -> TileDrag.content(tile, shown))::get)).contains(ToWall.camera("c1"));

        Messages messages = new DeskFixture("dispatcher").hall.messages();
        fx(() -> grid.refusal(_ -> Optional.of(TileFace.locked(messages))));
        assertThat(ToWall.dragged(fx(() -> TileDrag.content(tile, shown))::get)).isEmpty();
    }

    @Test
    void whatIsRefusedIsAskedForByTheAddressesTheDirectoryBringsMeanwhile() {
        fx(() -> grid.tiles().forEach(CameraTile::play)); // no pulse comes between
        CardboardPlayer.Looked first = player.watches.getFirst();
        Camera before = first.camera();
        CameraStream corrected = new CameraStream("sub", "http://user:right@x/sub", 640, 360, 15);
        int asked = player.watches.size();
        fx(() -> grid.tiles().getFirst().renew(with(before, List.of(corrected))));
        tick();
        assertThat(player.watches).as("what plays runs on").hasSize(asked);

        first.picture =
                new Picture.Offline(Picture.Fault.REFUSED, DeskFixture.START, 0, DeskFixture.START.plusSeconds(600));
        tick();
        assertThat(player.watches).hasSize(asked + 1);
        assertThat(first.closed).isTrue();
        assertThat(player.watches.getLast().camera().streams()).containsExactly(corrected);
        player.watches.getLast().picture = first.picture;
        fx(() -> grid.tiles().getFirst().renew(with(before, List.of(corrected))));
        tick();
        assertThat(player.watches).as("the same addresses are no reason").hasSize(asked + 1);
    }

    private static Camera with(Camera c, List<CameraStream> streams) {
        return new Camera(c.id(), c.name(), c.position(), c.view(), streams, c.state(), c.device());
    }

    @Test
    void thePictureOfTheCameraBeforeIsNotTheNextOnesLivePicture() {
        tick(); // asks for it
        tick();
        CameraTile tile = grid.tiles().getFirst();
        assertThat(tile.isLive()).isTrue();
        fx(() -> tile.show(cameras(5).getLast()));
        assertThat(tile.isLive()).isFalse();
    }

    @Test
    void thePictureOfTheCameraBeforeIsDimmedUnderTheNextOnesNameUntilThatHasItsOwn() {
        fx(grid::start);
        player.last().give(FIRST);
        CameraTile tile = grid.tiles().getLast();
        fx(() -> {
            tile.pulse();
            tile.tick(DeskFixture.START, "");
        });
        assertThat(isDimmed(tile)).isFalse();
        fx(() -> grid.show(3, cameras(5).getLast()));
        assertThat(isDimmed(tile)).as("at once").isTrue();
        assertThat(words(3)).contains("正在取流");
        fx(() -> tile.tick(DeskFixture.START, ""));
        assertThat(tile.isLive()).as("its stream is, but not what is seen").isFalse();
        player.last().give(SECOND);
        fx(tile::pulse);
        assertThat(shown(3)).isEqualTo(SECOND);
        assertThat(isDimmed(tile)).isFalse();
        assertThat(tile.isLive()).isTrue();
        assertThat(words(3)).doesNotContain("正在取流");
    }

    @Test
    void aPictureThatIsReadyTakesThePlaceOfTheLastOneUndimmed() {
        fx(grid::start);
        player.last().give(FIRST);
        CameraTile tile = grid.tiles().getLast();
        fx(() -> tile.pulse());
        player.colour(SECOND);
        fx(() -> grid.show(3, cameras(5).getLast()));
        assertThat(shown(3)).as("a tour opened it ahead").isEqualTo(SECOND);
        assertThat(isDimmed(tile)).isFalse();
        assertThat(tile.isLive()).isTrue();
    }

    @Test
    void whatWasPausedSaysSoWhenItIsSeenAgain() {
        fx(grid::start);
        player.watches.forEach(w -> w.give(FIRST));
        fx(() -> grid.tiles().forEach(CameraTile::pulse));
        tick();
        fx(grid::toggle);
        fx(grid::toggle);
        CameraTile tile = grid.tiles().getLast();
        assertThat(words(3)).contains("看不见时已暂停，正在恢复");
        assertThat(isDimmed(tile)).as("it is of before").isTrue();
        player.last().give(SECOND);
        fx(tile::pulse);
        tick();
        assertThat(isDimmed(tile)).isFalse();
        assertThat(words(3)).doesNotContain("看不见时已暂停，正在恢复");
    }

    @Test
    void aMinimisedWindowPullsNothing() {
        Stage stage = fx(() -> {
            Stage made = new Stage();
            made.setScene(grid.getScene());
            made.show();
            return made;
        });
        try {
            fx(() -> {
                grid.start();
                grid.pulse(System.nanoTime());
            });
            assertThat(new HashSet<>(player.open())).hasSize(4);
            fx(() -> {
                stage.setIconified(true);
                grid.pulse(System.nanoTime());
                assertThat(player.open()).isEmpty();
                grid.show(3, cameras(5).getLast());
                assertThat(player.open()).isEmpty();
            });
            fx(() -> stage.setIconified(false));
            Await.until("seen again", () -> fx(() -> !stage.isIconified()));
            fx(() -> grid.pulse(System.nanoTime()));
            assertThat(new HashSet<>(player.open())).hasSize(4).contains("c4");
        } finally {
            fx(() -> {
                grid.stop();
                stage.close();
            });
        }
    }

    @Test
    void underLoadWhatLiesBehindAnotherWindowIsPausedAndComesBack() {
        Stage under = fx(() -> shown(new Stage(), grid.getScene(), 100));
        Stage over = fx(() -> shown(new Stage(), new Scene(new Region()), 0));
        try {
            fx(() -> {
                over.setWidth(1000);
                over.setHeight(800);
                over.toFront();
                over.requestFocus();
            });
            // place, width, height and focus come from the display one by one, and the other window may get it last
            Await.until(
                    "it lies over all of the other",
                    () -> fx(() -> {
                        if (!over.isFocused() || !covers(over, under)) {
                            over.requestFocus();
                            return false;
                        }
                        grid.start();
                        late(9);
                        assertThat(player.open()).as("nothing of it is seen").isEmpty();
                        over.setWidth(300);
                        late(0.5);
                        assertThat(new HashSet<>(player.open())).hasSize(4);
                        assertThat(grid.slowed()).contains(4);
                        return true;
                    }));
        } finally {
            fx(() -> {
                grid.stop();
                under.close();
                over.close();
            });
        }
    }

    private static boolean covers(Stage over, Stage under) {
        return new Rectangle2D(over.getX(), over.getY(), over.getWidth(), over.getHeight())
                .contains(under.getX(), under.getY(), under.getWidth(), under.getHeight());
    }

    private static Stage shown(Stage stage, Scene scene, double at) {
        stage.setScene(scene);
        stage.setX(at);
        stage.setY(at);
        stage.show();
        return stage;
    }

    private long nanos = 1L << 40;

    /// Pulses that come late for so many seconds.
    private void late(double seconds) {
        for (double t = 0; t < seconds; t += 0.06) {
            nanos += 60_000_000;
            grid.pulse(nanos);
        }
    }

    @Test
    void aWallSaysThatItIsDrawnMoreSeldom() {
        CameraTile tile = fx(() -> {
            CameraTile made = new CameraTile(new DeskFixture("dispatcher").hall.messages(), player, 1, true);
            new Scene(made, 800, 480);
            made.resize(800, 480);
            made.layout();
            made.show(cameras(1).getFirst());
            made.play();
            made.slowed(4);
            made.tick(DeskFixture.START, "");
            return made;
        });
        assertThat(said(tile)).contains("限 4 帧/秒");
        fx(() -> {
            tile.slowed(0);
            tile.tick(DeskFixture.START, "");
        });
        assertThat(said(tile)).noneMatch(w -> w.contains("帧/秒"));
    }

    private static boolean isDimmed(CameraTile tile) {
        return tile.lookup("ImageView").getPseudoClassStates().stream()
                .anyMatch(c -> c.getPseudoClassName().equals("dimmed"));
    }

    private void tick() {
        fx(() -> grid.tiles().forEach(t -> t.tick(DeskFixture.START, "")));
    }

    private List<String> words(int tile) {
        return said(grid.tiles().get(tile));
    }

    private static List<String> said(CameraTile tile) {
        return fx(() -> tile.lookupAll(".label").stream()
                .filter(Node::isVisible)
                .map(n -> ((Label) n).getText())
                .toList());
    }

    @Test
    void whatLiesOverAPictureLeavesItsMarkInSight() {
        CameraTile tile = grid.tiles().getFirst();
        Region over = new Region();
        fx(() -> tile.cover(over));
        assertThat(tile.picture().getChildren().getLast()).isInstanceOf(SimulatedTag.class);
        fx(() -> tile.uncover(over));
        assertThat(tile.picture().getChildren()).doesNotContain(over);
    }

    @Test
    void anEnlargedTileShowsItsOldStreamUntilTheNewOneHasAPicture() {
        fx(grid::start);
        CardboardPlayer.Looked small = player.watches.get(1);
        small.give(FIRST);
        fx(() -> {
            grid.select(1);
            grid.tiles().get(1).pulse();
        });
        fx(grid::toggle);
        assertThat(player.open()).as("the others pull nothing").containsExactly("c1", "c1");
        CardboardPlayer.Looked large = player.watches.getLast();
        assertThat(large.size().width()).isGreaterThan(small.size().width());
        fx(() -> grid.tiles().get(1).pulse());
        assertThat(shown(1)).as("the old picture, stretched").isEqualTo(FIRST);
        assertThat(width(1)).isGreaterThanOrEqualTo(700);

        small.give(SECOND);
        fx(() -> grid.tiles().get(1).pulse());
        assertThat(shown(1)).as("and it still moves").isEqualTo(SECOND);

        large.give(FIRST);
        fx(() -> grid.tiles().get(1).pulse());
        assertThat(shown(1)).isEqualTo(FIRST);
        assertThat(player.open()).as("the old stream has done its part").containsExactly("c1");

        fx(grid::toggle);
        assertThat(player.open()).containsExactlyInAnyOrder("c0", "c1", "c1", "c2", "c3");
    }

    @Test
    void anotherGridWhileOneIsEnlargedShowsAllItsTiles() {
        fx(grid::start);
        tick();
        assertThat(grid.live()).isEqualTo(4);
        fx(grid::toggle);
        tickVisible();
        assertThat(grid.live()).as("what pulls nothing is not live").isEqualTo(1);
        fx(() -> {
            grid.arrange(3, 3);
            grid.layout();
            grid.show(cameras(9));
        });
        assertThat(grid.isEnlarged()).isFalse();
        assertThat(grid.tiles()).hasSize(9).allMatch(Node::isVisible);
        assertThat(new HashSet<>(player.open())).hasSize(9);
    }

    private void tickVisible() {
        fx(() -> grid.tiles().stream().filter(Node::isVisible).forEach(t -> t.tick(DeskFixture.START, "")));
    }

    @Test
    void anEnlargedPictureIsShownToItsEdges() {
        fx(grid::start);
        StackPane picture = grid.tiles().getFirst().picture();
        fx(grid::toggle);
        assertThat(picture.getWidth() / picture.getHeight()).isCloseTo(640 / 360.0, within(0.01));
        assertThat(picture.getWidth()).isGreaterThan(760);
        fx(grid::toggle);
        fx(grid::layout);
        assertThat(picture.getWidth())
                .as("among others it fills its tile")
                .isEqualTo(grid.tiles().getFirst().getWidth());
    }

    @Test
    void tilesChangePlacesWithTheirStreamsRunning() {
        fx(grid::start);
        int asked = player.watches.size();
        fx(() -> grid.swap(0, 3));
        assertThat(grid.tiles().stream().map(t -> t.camera().id().value())).containsExactly("c3", "c1", "c2", "c0");
        assertThat(grid.selected()).isEqualTo(3);
        assertThat(player.watches).hasSize(asked);
        fx(() -> grid.swap(0, 9));
        assertThat(grid.tiles().getFirst().camera().id().value()).isEqualTo("c3");
    }

    private int shown(int tile) {
        return fx(() -> image(tile).getImage().getPixelReader().getArgb(5, 5));
    }

    private double width(int tile) {
        return fx(() -> image(tile).getImage().getWidth());
    }

    private ImageView image(int tile) {
        return (ImageView) grid.tiles().get(tile).lookup("ImageView");
    }

    private static <T> T fx(java.util.concurrent.Callable<T> work) {
        return Toolkit.onFx(work);
    }

    private static void fx(Runnable work) {
        Toolkit.onFx(() -> {
            work.run();
            return true;
        });
    }

    private static List<Camera> cameras(int count) {
        List<Camera> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(new Camera(
                    new CameraId("c" + i),
                    "玉林街",
                    new Position(104, 30),
                    new Camera.View(0, 60, "fixed"),
                    List.of(
                            new CameraStream("main", "http://x/main", 1280, 720, 25),
                            new CameraStream("sub", "http://x/sub", 640, 360, 15)),
                    new CameraState(true, true)));
        }
        return all;
    }
}
