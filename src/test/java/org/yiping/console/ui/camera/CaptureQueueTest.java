package org.yiping.console.ui.camera;

// long because every way a capture can go has its test

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yiping.console.fx.Notice;
import org.yiping.console.fx.Subscriptions;
import org.yiping.console.outbox.Delivery;
import org.yiping.console.store.CityFacts;
import org.yiping.console.store.Freshness;
import org.yiping.console.store.Lookup;
import org.yiping.console.store.Veil;
import org.yiping.console.ui.DeskFixture;
import org.yiping.console.ui.MadeUpCaptures;
import org.yiping.console.ui.Samples;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.camera.CameraState;
import org.yiping.domain.camera.Device;
import org.yiping.domain.capture.Capture;
import org.yiping.domain.capture.CaptureId;
import org.yiping.domain.casework.Case;
import org.yiping.domain.catalogue.ClassCode;
import org.yiping.domain.command.Aside;
import org.yiping.domain.command.CommandId;
import org.yiping.domain.geo.Position;
import org.yiping.domain.video.VideoRules;

class CaptureQueueTest {
    private static final VideoRules RULES = new VideoRules(
            "v-1",
            new VideoRules.Captures(
                    Duration.ofMinutes(30),
                    Duration.ofMinutes(10),
                    Duration.ofHours(4),
                    List.of(
                            new VideoRules.Mapping("890", "暴露垃圾", new ClassCode("E-0110"), 0.6, null),
                            new VideoRules.Mapping("882", "店外经营", new ClassCode("E-0107"), 0.8, null)),
                    List.of(
                            new VideoRules.Reason("false", "误报", "False alarm"),
                            new VideoRules.Reason("known", "已有案件", "Known"))),
            VideoRules.NONE.speaking(),
            VideoRules.NONE.ranks());

    private final DeskFixture fixture = new DeskFixture("acceptor");
    private final MadeUpCaptures platform = new MadeUpCaptures();
    private final Subscriptions subscriptions = new Subscriptions();
    private CaptureQueue queue;

    @BeforeEach
    void open() {
        rules(RULES);
        fixture.tables.cameras.put(new CameraId("cam"), camera());
        fixture.cameras = platform;
        queue = new CaptureQueue(fixture.desk, fixture.hall);
    }

    @AfterEach
    void close() {
        subscriptions.close();
    }

    private void rules(VideoRules rules) {
        CityFacts was = fixture.tables.city.known().orElseThrow();
        fixture.tables.city.set(
                new CityFacts(
                        was.name(),
                        was.zone(),
                        was.extent(),
                        was.layers(),
                        was.promises(),
                        was.rules().with(rules)),
                new Freshness(true, DeskFixture.START));
    }

    private static Camera camera() {
        return new Camera(
                new CameraId("cam"),
                "芳草街 · 肖家河市场",
                new Position(104.05, 30.63),
                new Camera.View(0, 60, "ball"),
                List.of(),
                new CameraState(true, true),
                new Device("131", null, List.of(), true, List.of(Device.SPEAKER), "", List.of(), List.of()));
    }

    private Capture seen(String id, int secondsAgo, int folded) {
        Instant at = DeskFixture.START.minusSeconds(secondsAgo);
        Capture c = new Capture(
                new CaptureId(id),
                new CameraId("cam"),
                new Capture.Seen("890", "暴露垃圾", new ClassCode("E-0110"), 0.874),
                at,
                "file-" + id,
                null,
                folded,
                at,
                true,
                "v-1",
                null);
        fixture.tables.captures.put(c.id(), c);
        fixture.pass(Duration.ofSeconds(1));
        return c;
    }

    private void gone(String id) {
        fixture.tables.captures.apply(Map.of(), Set.of(new CaptureId(id)));
    }

    private void follow() {
        queue.follow(subscriptions);
    }

    private List<String> rows() {
        return queue.rows().stream().map(CaptureId::value).toList();
    }

    private CaptureFace face(String id) {
        CaptureFace face = queue.face(new CaptureId(id));
        assertThat(face).isNotNull();
        return face;
    }

    private List<Notice> notices() {
        return new ArrayList<>(fixture.hall.notices().all());
    }

    private CommandId sent() {
        return fixture.outbox.submitted.getLast().head().id();
    }

    @Test
    void theNewestIsFirstAndSelectedAndSaysHowOftenItWasSeen() {
        seen("a", 300, 3);
        seen("b", 20, 0);
        follow();
        assertThat(rows()).containsExactly("b", "a");
        assertThat(queue.selected()).isEqualTo(new CaptureId("b"));
        assertThat(face("a").repeats()).isEqualTo("同机 30 分 4 次 · 已折叠");
        assertThat(face("b").repeats()).isEqualTo("同机 30 分 1 次");
        assertThat(face("b").confidence()).isEqualTo("置信 0.87");
        assertThat(face("b").place()).isEqualTo("芳草街 · 肖家河市场");
        assertThat(queue.thresholds()).isEqualTo("阈值 0.60–0.80");
    }

    @Test
    void underTheHandWhatComesWaitsAndWhatIsDecidedKeepsItsPlace() {
        seen("a", 300, 0);
        seen("b", 200, 0);
        follow();
        queue.hand(true);
        seen("c", 10, 0);
        gone("b");
        assertThat(rows()).containsExactly("b", "a");
        assertThat(queue.waiting()).isEqualTo(1);
        assertThat(queue.left()).isEqualTo(1);
        assertThat(queue.count()).isEqualTo(2);
        assertThat(face("b").stage()).isEqualTo(CaptureFace.Stage.LEFT);
        assertThat(face("b").note().words()).isEqualTo("已由他席判定或已过期");
        assertThat(queue.whyNoConfirm())
                .as("nothing can be done with it any more")
                .isNotEmpty();
        queue.refill();
        assertThat(rows()).containsExactly("c", "a");
        assertThat(queue.selected()).as("who stands where the hand was").isEqualTo(new CaptureId("c"));
    }

    @Test
    void withoutAHandTheListKeepsItselfCurrent() {
        seen("a", 300, 0);
        follow();
        seen("b", 10, 0);
        assertThat(rows()).containsExactly("b", "a");
        assertThat(queue.selected()).as("selected stays").isEqualTo(new CaptureId("a"));
        gone("a");
        assertThat(rows()).containsExactly("b");
    }

    @Test
    void aCaseIsNotMadeUntilThePlatformSaysSo() {
        seen("a", 300, 0);
        seen("b", 20, 0);
        follow();
        queue.hand(true);
        queue.confirm();
        Aside.ConfirmCapture command = (Aside.ConfirmCapture) fixture.outbox.submitted.getLast();
        assertThat(command.capture()).isEqualTo(new CaptureId("b"));
        assertThat(queue.selected()).as("the hand goes on").isEqualTo(new CaptureId("a"));
        assertThat(rows()).containsExactly("b", "a");
        assertThat(face("b").stage()).isEqualTo(CaptureFace.Stage.PENDING);
        assertThat(face("b").note().words()).startsWith("成案中");
        queue.select(new CaptureId("b"));
        queue.confirm();
        assertThat(fixture.outbox.submitted).as("not twice").hasSize(1);
        fixture.outbox.state(sent(), new Delivery.State.Accepted(7));
        assertThat(face("b").stage()).isEqualTo(CaptureFace.Stage.PENDING);
        gone("b");
        fixture.outbox.table.remove(sent());
        assertThat(face("b").note().words()).isEqualTo("已成案");
        assertThat(face("b").stage()).isEqualTo(CaptureFace.Stage.LEFT);
    }

    @Test
    void whoComesSecondIsToldAndTheRowGoes() {
        seen("a", 300, 0);
        seen("b", 20, 0);
        follow();
        queue.hand(true);
        queue.reject(RULES.captures().reasons().getFirst());
        assertThat(((Aside.RejectCapture) fixture.outbox.submitted.getLast()).reason())
                .isEqualTo("false");
        gone("b");
        fixture.outbox.state(
                sent(), new Delivery.State.Rejected(new Delivery.Refusal(409, "VID-4092", "已有人处理", "", null)));
        assertThat(rows()).containsExactly("a");
        assertThat(notices()).anySatisfy(n -> {
            assertThat(n.what()).isEqualTo("已由他席判定");
            assertThat(n.code()).isEqualTo("VID-4092");
        });
        assertThat(fixture.outbox.table.rows().size()).isZero();
    }

    @Test
    void anyOtherRefusalIsToldAndTheRowCanBeJudgedAgain() {
        seen("a", 20, 0);
        follow();
        queue.hand(true);
        queue.confirm();
        fixture.outbox.state(
                sent(), new Delivery.State.Rejected(new Delivery.Refusal(403, "AUT-4030", "无权", "岗位不符", null)));
        assertThat(notices()).anySatisfy(n -> assertThat(n.means()).isEqualTo("岗位不符"));
        assertThat(face("a").stage()).isEqualTo(CaptureFace.Stage.OPEN);
        assertThat(queue.whyNoConfirm()).isEmpty();
    }

    @Test
    void whatIsTakenBackIsNobodysCase() {
        seen("a", 20, 0);
        follow();
        queue.hand(true);
        queue.confirm();
        assertThat(queue.canWithdraw()).isTrue();
        queue.withdraw();
        assertThat(face("a").stage()).isEqualTo(CaptureFace.Stage.OPEN);
        gone("a");
        assertThat(face("a").note().words()).isEqualTo("已由他席判定或已过期");
    }

    @Test
    void aDiskThatIsFullLeavesTheRowOpen() {
        seen("a", 20, 0);
        follow();
        fixture.outbox.full(true);
        queue.confirm();
        assertThat(face("a").stage()).isEqualTo(CaptureFace.Stage.OPEN);
        assertThat(notices()).anySatisfy(n -> assertThat(n.code()).isEqualTo("OUT-1001"));
    }

    @Test
    void withoutRecognisersOrAPlatformThatAnswersForThemThereIsNothing() {
        assertThat(queue.present()).isTrue();
        rules(VideoRules.NONE);
        assertThat(queue.present()).isFalse();
        rules(RULES);
        fixture.cameras = null;
        assertThat(queue.present()).isFalse();
    }

    @Test
    void whoMayNotSaysWhy() {
        DeskFixture leader = new DeskFixture("duty-leader");
        leader.tables.city.set(fixture.tables.city.known().orElseThrow(), new Freshness(true, DeskFixture.START));
        seen("a", 20, 0);
        leader.tables.captures.put(
                new CaptureId("a"),
                fixture.tables.captures.find(new CaptureId("a")).orElseThrow());
        leader.cameras = platform;
        CaptureQueue theirs = new CaptureQueue(leader.desk, leader.hall);
        theirs.follow(subscriptions);
        assertThat(theirs.whyNoConfirm()).isEqualTo("您的岗位不能成案，须受理员");
        theirs.confirm();
        assertThat(leader.outbox.submitted).isEmpty();
        assertThat(theirs.whyNoReject()).isEmpty();
    }

    @Test
    void whatWasNeverCountedIsADashAndNobodysJudgementIsNoShare() {
        platform.reached = false;
        follow();
        assertThat(queue.sums().seen()).isEqualTo("今日抓拍 —");
        assertThat(queue.sums().judged()).isEqualTo("成案 — · 否 — · 折叠 —");
        assertThat(queue.sums().falseShare()).isEqualTo("误报率 —");
        platform.reached = true;
        fixture.pass(Duration.ofSeconds(40));
        queue.sums().tick(fixture.hall.now());
        assertThat(queue.sums().seen()).isEqualTo("今日抓拍 184");
        assertThat(queue.sums().falseShare()).isEqualTo("误报率 42.3 %");
    }

    @Test
    void itSaysWhichCaseItMayBe() {
        Case known = Samples.waiting("c-1", "to-accept", DeskFixture.START, Duration.ofMinutes(5));
        fixture.twins = List.of(new Lookup.Twin(known, 12.2, Duration.ofMinutes(5), null, null));
        seen("a", 20, 0);
        follow();
        assertThat(face("a").note().words())
                .isEqualTo("与 " + known.head().number().value() + " 相似 · 相距 12 m");
        assertThat(face("a").note().alike()).isTrue();
    }

    @Test
    void onAnOpenDayARealPictureIsNotGivenOut() {
        Veil veil = fixture.tables.stores().veil();
        Capture real = new Capture(
                new CaptureId("r"),
                new CameraId("cam"),
                new Capture.Seen("890", "暴露垃圾", new ClassCode("E-0110"), 0.9),
                DeskFixture.START,
                "file-r",
                null,
                0,
                DeskFixture.START,
                false,
                "v-1",
                null);
        fixture.tables.captures.put(real.id(), real);
        follow();
        CaptureThumbs thumbs = new CaptureThumbs(fixture.desk, fixture.hall, 132, () -> {});
        veil.draw(DeskFixture.START);
        assertThat(thumbs.image(face("r").capture())).isNull();
        assertThat(thumbs.why(face("r").capture())).isEqualTo("开放日不显示");
        assertThat(platform.asked).isZero();
    }
}
