package org.yiping.console.ui.camera;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.scene.Scene;
import javafx.scene.layout.HBox;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yiping.console.fx.Subscriptions;
import org.yiping.console.ui.Buttons;
import org.yiping.console.ui.DeskFixture;
import org.yiping.console.ui.control.KeyButton;
import org.yiping.console.ui.control.Toolkit;
import org.yiping.console.video.FrameSize;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.camera.CameraState;
import org.yiping.domain.camera.CameraStream;
import org.yiping.domain.casework.Footage;
import org.yiping.domain.command.Aside;
import org.yiping.domain.geo.Position;
import org.yiping.domain.identity.Actor;
import org.yiping.domain.identity.PersonId;
import org.yiping.domain.identity.PostCode;
import org.yiping.domain.identity.SeatId;
import org.yiping.domain.patrol.PatrolPlan;
import org.yiping.domain.patrol.PatrolPlanId;
import org.yiping.domain.patrol.PatrolRound;

/// A patrol is walked with the buttons that stand there, over live pictures and over a replay.
class PatrolViewTest {
    private static final int NOW = 0xFF204060;
    private static final int THEN = 0xFF804020;

    private final DeskFixture seat = new DeskFixture("dispatcher");
    private CameraGrid grid;
    private HBox root;
    private PatrolView view;
    private Shutter.@Nullable Sight past;

    @BeforeAll
    static void toolkit() {
        Toolkit.start();
    }

    @BeforeEach
    void begun() {
        for (String id : List.of("a", "b")) {
            seat.tables.cameras.put(new CameraId(id), camera(id));
        }
        PatrolPlan plan = new PatrolPlan(
                new PatrolPlanId("p"),
                new PatrolPlan.Task("早高峰", "", List.of(new CameraId("a"), new CameraId("b")), 12, List.of()),
                new Actor(new PersonId("p2"), new PostCode("duty-leader"), new SeatId("01")),
                false);
        seat.tables.patrolPlans.put(plan.id(), plan);
        fx(() -> {
            grid = new CameraGrid(seat.hall, () -> ZoneOffset.UTC, CardboardPlayer.of(NOW), 2, 1, false);
            view = new PatrolView(
                    seat.desk,
                    seat.hall,
                    grid,
                    tile -> tile.equals(grid.selectedTile()) ? Optional.ofNullable(past) : Optional.empty());
            root = new HBox(view.root(), grid);
            new Scene(root, 1_000, 600);
            view.onShow(new Subscriptions());
            lay();
            grid.start();
        });
        press("patrol/begin-p");
        live();
    }

    private void lay() {
        root.applyCss();
        root.resize(1_000, 600);
        root.layout();
        grid.resize(700, 600);
        grid.layout();
    }

    private void live() {
        fx(() -> {
            lay();
            grid.tiles().forEach(t -> {
                t.play();
                t.tick(seat.hall.ownTime(), "");
            });
        });
        seat.pass(Duration.ofSeconds(1));
    }

    @Test
    void aFindingKeepsThePictureThatIsSeenNow() throws IOException {
        press("patrol/found");
        PatrolRound.Picture kept = keep();
        assertThat(kept.footage().from()).isEqualTo(seat.hall.now());
        assertThat(kept.footage().clock()).isEqualTo(Footage.ARRIVAL);
        assertThat(colour()).isEqualTo(NOW);
    }

    @Test
    void duringAReplayItKeepsTheReplaysPictureWithItsTime() throws IOException {
        Instant then = DeskFixture.START.minusSeconds(25);
        past = new Shutter.Sight(
                CardboardPlayer.of(THEN).watch(camera("a"), new FrameSize(64, 36), _ -> {}), then, Footage.RECORDING);
        press("patrol/found");
        PatrolRound.Picture kept = keep();
        assertThat(kept.footage().from()).isEqualTo(then);
        assertThat(kept.footage().clock()).isEqualTo(Footage.RECORDING);
        assertThat(colour()).isEqualTo(THEN);
    }

    @Test
    void whoLooksAtTheRepeatedCannotSayThatAllIsWellNow() {
        assertThat(button("patrol/order").allowed()).isTrue();
        past = new Shutter.Sight(
                CardboardPlayer.of(THEN).watch(camera("a"), new FrameSize(64, 36), _ -> {}),
                DeskFixture.START,
                Footage.ARRIVAL);
        seat.pass(Duration.ofSeconds(1));
        assertThat(button("patrol/order").reason()).contains("不是实况");
    }

    @Test
    void thePaletteGivesTheLastReportOutWithoutOpeningIt() {
        assertThat(actions()).containsExactly("打印巡逻报告  (尚无班次)", "巡逻报告存为 PDF  (尚无班次)");
        PatrolPlan plan = seat.tables.patrolPlans.find(new PatrolPlanId("p")).orElseThrow();
        for (int day : List.of(2, 1)) {
            PatrolRound round = PatrolRound.begin(plan, DeskFixture.START.minus(Duration.ofDays(day)));
            seat.tables.patrolRounds.put(round.id(), round);
        }
        assertThat(actions()).hasSize(2).allMatch(a -> a.contains(" 早高峰 11-23"));
        press("patrol/leave");
        PatrolRound first = PatrolRound.begin(plan, DeskFixture.START.minus(Duration.ofDays(2)));
        press("patrol/report-" + first.id().value());
        assertThat(actions()).as("the open one").hasSize(2).allMatch(a -> a.contains(" 早高峰 11-22"));
        press("patrol/back");
        assertThat(actions().getFirst()).startsWith("打印巡逻报告 早高峰 11-23");
    }

    private List<String> actions() {
        return view.actions().stream()
                .map(a -> a.words() + (a.allowed() ? "" : " (" + a.refusal() + ")"))
                .toList();
    }

    /// What was found goes to the platform with words and picture.
    private PatrolRound.Picture keep() {
        fx(() -> ((javafx.scene.control.TextArea) root.lookup("#patrol/note")).setText("堆物"));
        press("patrol/keep");
        return Optional.ofNullable(((Aside.PatrolLook) seat.outbox.submitted.getFirst())
                        .seen()
                        .picture())
                .orElseThrow();
    }

    private int colour() throws IOException {
        return ImageIO.read(new ByteArrayInputStream(seat.outbox.attached.getFirst()))
                .getRGB(5, 5);
    }

    private KeyButton button(String id) {
        return (KeyButton) root.lookup("#" + id);
    }

    private void press(String id) {
        fx(() -> Buttons.under(root, "", "").stream()
                .filter(a -> a.id().equals(id))
                .findFirst()
                .orElseThrow()
                .act()
                .run());
    }

    private static Camera camera(String id) {
        return new Camera(
                new CameraId(id),
                "玉林街 " + id,
                new Position(104, 30),
                new Camera.View(0, 60, "fixed"),
                List.of(new CameraStream("sub", "http://x/sub.ts", 640, 360, 25)),
                new CameraState(true, false));
    }

    private static void fx(Runnable work) {
        Toolkit.onFx((Callable<Boolean>) () -> {
            work.run();
            return true;
        });
    }
}
