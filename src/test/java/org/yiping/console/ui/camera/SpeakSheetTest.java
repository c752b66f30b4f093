package org.yiping.console.ui.camera;

// long because one form has rules, answers and a list of what came of them

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import javafx.scene.Scene;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yiping.console.store.CameraUse.Said;
import org.yiping.console.store.CityFacts;
import org.yiping.console.store.Freshness;
import org.yiping.console.store.Lookup.Found;
import org.yiping.console.ui.DeskFixture;
import org.yiping.console.ui.control.KeyButton;
import org.yiping.console.ui.control.Toolkit;
import org.yiping.domain.alarm.AlarmRules;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.camera.CameraState;
import org.yiping.domain.camera.Device;
import org.yiping.domain.command.Aside;
import org.yiping.domain.geo.Position;
import org.yiping.domain.identity.Actor;
import org.yiping.domain.identity.PersonId;
import org.yiping.domain.identity.PostCode;
import org.yiping.domain.identity.SeatId;
import org.yiping.domain.video.Broadcast;
import org.yiping.domain.video.BroadcastId;
import org.yiping.domain.video.VideoRules;
import org.yiping.domain.wall.WallBook;

/// Somebody speaks through a camera at 10:42, in a city that allows it from 8 to 22, three times, at 80.
class SpeakSheetTest {
    private static final Actor OTHER = new Actor(new PersonId("p2"), new PostCode("dispatcher"), new SeatId("04"));

    private final DeskFixture seat = new DeskFixture("dispatcher");
    private final AskedCameras cameras = new AskedCameras();
    private CameraSheets sheets;
    private SpeakSheet sheet;

    @BeforeAll
    static void toolkit() {
        Toolkit.start();
    }

    @BeforeEach
    void city() {
        seat.cameras = cameras;
        rules(new VideoRules.Hours(LocalTime.of(8, 0), LocalTime.of(22, 0)));
        fx(() -> {
            Region pictures = new Region();
            sheets = new CameraSheets(pictures);
            new Scene(sheets.root(), 800, 600);
            sheet = new SpeakSheet(seat.desk, seat.hall, sheets);
            sheet.open(camera("c1", Device.SPEAKER), "请勿占道经营");
        });
    }

    private void rules(VideoRules.Hours hours) {
        CityFacts was = seat.tables.city.known().orElseThrow();
        VideoRules video = new VideoRules(
                "v",
                VideoRules.NONE.captures(),
                new VideoRules.Speaking(List.of(hours), 3, 80, Duration.ofMinutes(5), Duration.ofMinutes(10)),
                List.of());
        CityFacts.Rules rules = new CityFacts.Rules(
                was.rules().catalogue(),
                was.rules().workflow(),
                "2026-3",
                Map.of(),
                List.of(),
                AlarmRules.NONE,
                video,
                WallBook.NONE);
        seat.tables.city.set(
                new CityFacts(was.name(), was.zone(), was.extent(), was.layers(), was.promises(), rules),
                new Freshness(true, DeskFixture.START));
    }

    @Test
    void itIsSaidOnceAndNothingIsCalledHeard() {
        send();
        send();
        assertThat(cameras.words).as("while no answer has come").hasSize(1);
        assertThat(cameras.words.getFirst()).isEqualTo(new Broadcast.Words("请勿占道经营", 60, 1));
        assertThat(state()).isEqualTo("已发出，等平台答复");
        Instant check = DeskFixture.START.plus(Duration.ofMinutes(10));
        answer(new Found.Got<>(new Said("pending", null, new BroadcastId("b1"), check)));
        assertThat(state()).contains("未确认播出", "10:52");
        fx(sheet::tick);
        assertThat(state()).as("what became of it stays").contains("未确认播出");
    }

    @Test
    void whatThePlatformHasAndSaysNoMoreOfIsNotCalledPlayed() {
        send();
        answer(new Found.Got<>(new Said("sent", null, new BroadcastId("b1"), DeskFixture.START)));
        assertThat(state()).contains("平台不报告是否播出").doesNotContain("没有播出");
        said("c1", "sent", 60);
        fx(sheet::tick);
        assertThat(effects()).contains("已发出，是否播出不知");
    }

    @Test
    void nothingIsCalledPlayedThroughACameraThatIsSimulated() {
        Camera made = camera("c1", Device.SPEAKER).with(new CameraState(true, true));
        seat.tables.cameras.put(made.id(), made);
        fx(() -> sheet.open(made, "请离开"));
        send();
        answer(new Found.Got<>(new Said("done", null, new BroadcastId("b1"), DeskFixture.START)));
        assertThat(state()).contains("模拟", "没有喇叭播出").doesNotContain("设备报告");
        said("c1", "done", 60);
        said("c9", "done", 60);
        fx(sheet::tick);
        assertThat(effects()).containsOnlyOnce("模拟，没有喇叭播出").containsOnlyOnce("设备报告已播放");
    }

    @Test
    void whatFailsAfterItWasTakenIsSaidHereAndStaysInTheListUntilSomebodyKnows() {
        seat.tables.cameras.put(new CameraId("c1"), camera("c1", Device.SPEAKER));
        send();
        answer(new Found.Got<>(new Said("pending", null, new BroadcastId("c1pending"), DeskFixture.START)));
        said("c1", "pending", 0);
        fx(sheet::tick);
        assertThat(state()).contains("未确认播出");
        Broadcast row =
                seat.tables.broadcasts.find(new BroadcastId("c1pending")).orElseThrow();
        seat.tables.broadcasts.put(row.id(), row.told("failed", "offline"));
        fx(sheet::tick);
        assertThat(state()).as("by the id of what was said here").contains("没有播出", "设备离线");
        assertThat(effects()).contains("没有播出：设备离线");
        assertThat(sheet.due(DeskFixture.START.minusSeconds(600))).as("at once").isEqualTo(1);
        assertThat(sheets.root().lookupAll(".effect-row .t-red")).hasSize(1);
        fx(() -> text().setText(""));
        fx(() -> fire("again-c1pending"));
        assertThat(text().getText()).as("a person sends it").isEqualTo("请离开");
        assertThat(cameras.words).hasSize(1);
        fx(() -> fire("known-c1pending"));
        assertThat(seat.outbox.submitted)
                .anySatisfy(c -> assertThat(c).isInstanceOfSatisfying(Aside.CheckBroadcast.class, check -> {
                    assertThat(check.broadcast()).isEqualTo(row.id());
                    assertThat(check.effect()).isEqualTo(Broadcast.UNHEARD);
                }));
    }

    @Test
    void whatNobodyAnsweredInTimeMayHaveBeenPlayed() {
        send();
        answer(new Found.Got<>(new Said("failed", "late", new BroadcastId("b1"), DeskFixture.START)));
        assertThat(state()).contains("不知是否播出").doesNotContain("没有播出");
    }

    @Test
    void whatWentWrongIsSaidAndNothingIsSentByItself() {
        send();
        answer(new Found.Unreachable<>());
        assertThat(state()).contains("不会自动补发");
        assertThat(cameras.words).hasSize(1);
        send();
        answer(new Found.Refused<>("VID-4220.too-often", ""));
        assertThat(state()).contains("没有播出", "5 分内刚喊过");
        send();
        answer(new Found.Got<>(new Said("failed", "offline", new BroadcastId("b1"), DeskFixture.START)));
        assertThat(state()).contains("没有播出", "设备离线");
    }

    @Test
    void theCitysRulesAreSaidBeforeThePlatformIsAsked() {
        set("volume", "81");
        assertThat(refusal()).contains("0 至 80");
        set("volume", "laut");
        assertThat(refusal()).contains("0 至 80");
        set("volume", "80");
        set("repeats", "4");
        assertThat(refusal()).contains("1 至 3");
        set("repeats", "3");
        assertThat(refusal()).isEmpty();
        fx(() -> text().setText("话".repeat(501)));
        assertThat(refusal()).contains("500");
        fx(() -> text().setText("  "));
        assertThat(refusal()).isEqualTo("还没有写话");
        assertThat(state()).as("one sees that").isEmpty();
        send();
        assertThat(cameras.words).isEmpty();
    }

    @Test
    void atNightAndWithoutALoudspeakerNothingIsSaid() {
        rules(new VideoRules.Hours(LocalTime.of(12, 0), LocalTime.of(10, 42)));
        fx(sheet::tick);
        assertThat(refusal()).contains("时段");
        rules(new VideoRules.Hours(LocalTime.of(22, 0), LocalTime.of(10, 43)));
        fx(sheet::tick);
        assertThat(refusal()).as("over midnight").isEmpty();
        fx(() -> sheet.open(camera("c2", Device.PTZ), "请离开"));
        assertThat(refusal()).isEqualTo("此路无喇叭");
        send();
        assertThat(cameras.words).isEmpty();
    }

    @Test
    void theSameLoudspeakerRestsAndOneThatFailedWasNotHeard() {
        said("c1", "failed", 60);
        said("c9", "done", 60);
        fx(sheet::tick);
        assertThat(refusal()).isEmpty();
        said("c1", "pending", 60);
        fx(sheet::tick);
        assertThat(refusal()).contains("5 分内刚喊过");
        seat.pass(Duration.ofSeconds(240));
        fx(sheet::tick);
        assertThat(refusal()).isEmpty();
    }

    @Test
    void anAnswerForAnotherCameraIsNotSaidHere() {
        send();
        fx(() -> sheet.open(camera("c2", Device.SPEAKER), "请离开"));
        answer(new Found.Unreachable<>());
        assertThat(state()).isEmpty();
        assertThat(refusal()).isEmpty();
    }

    private void said(String camera, String state, int secondsAgo) {
        Instant at = DeskFixture.START.minusSeconds(secondsAgo);
        Broadcast said = new Broadcast(
                new BroadcastId(camera + state),
                new CameraId(camera),
                new Broadcast.Words("请离开", 60, 1),
                OTHER,
                at,
                state,
                "",
                at,
                null);
        seat.tables.broadcasts.put(said.id(), said);
    }

    private void answer(Found<Said> found) {
        fx(() -> cameras.spoken.getLast().complete(found));
    }

    private void send() {
        fx(() -> button().fire());
    }

    private String refusal() {
        return button().reason();
    }

    private KeyButton button() {
        return (KeyButton) sheets.root().lookup("#speak/send");
    }

    private String state() {
        return ((javafx.scene.control.Label) sheets.root().lookup(".ptz-state")).getText();
    }

    private String effects() {
        return sheets.root().lookupAll(".effect-row .label").stream()
                .map(n -> ((javafx.scene.control.Label) n).getText())
                .collect(java.util.stream.Collectors.joining("\n"));
    }

    private void fire(String name) {
        ((KeyButton) sheets.root().lookup("#speak/" + name)).fire();
    }

    private TextArea text() {
        return (TextArea) sheets.root().lookup("#speak/text");
    }

    private void set(String field, String to) {
        fx(() -> ((TextField) sheets.root().lookup("#speak/" + field)).setText(to));
    }

    private static Camera camera(String id, String ability) {
        return new Camera(
                new CameraId(id),
                "玉林街 " + id,
                new Position(104, 30),
                new Camera.View(0, 60, "fixed"),
                List.of(),
                new CameraState(true, false),
                new Device("132", null, List.of(), true, List.of(ability), "gb", List.of(), List.of()));
    }

    private static void fx(Runnable work) {
        Toolkit.onFx((Callable<Boolean>) () -> {
            work.run();
            return true;
        });
    }
}
