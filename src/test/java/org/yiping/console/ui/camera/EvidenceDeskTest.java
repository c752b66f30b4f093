package org.yiping.console.ui.camera;

// long because what is taken and what becomes of each are told by one desk

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.IntBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.console.outbox.Delivery;
import org.yiping.console.ui.DeskFixture;
import org.yiping.console.ui.Samples;
import org.yiping.console.ui.Words;
import org.yiping.console.ui.control.Toolkit;
import org.yiping.console.video.CameraPlayer;
import org.yiping.console.video.FrameSize;
import org.yiping.console.video.Picture;
import org.yiping.console.video.Tape;
import org.yiping.console.video.Tapes;
import org.yiping.console.video.Watch;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.camera.CameraState;
import org.yiping.domain.camera.CameraStream;
import org.yiping.domain.casework.Attachment;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.Footage;
import org.yiping.domain.command.Aside;
import org.yiping.domain.command.CommandId;
import org.yiping.domain.geo.Position;

/// What is taken from a camera, what is said of it, and when it is called stored.
class EvidenceDeskTest {
    private static final FrameSize SIZE = new FrameSize(64, 36);
    private static final int COLOUR = 0xFF224466;

    @TempDir
    private Path folder;

    private final DeskFixture fixture = new DeskFixture("dispatcher");
    private final EvidenceDesk evidence = new EvidenceDesk(fixture.desk, fixture.hall, new NoOther());
    private final Case street = Samples.without("c1", "to-dispatch", DeskFixture.START);

    @BeforeAll
    static void toolkit() {
        Toolkit.start();
    }

    @BeforeEach
    void show() {
        fixture.put(street);
        fixture.hall.ticker().tick();
        evidence.show();
    }

    @Test
    void aSnapshotIsTheWholePictureAndSaysWhoseItIs() throws Exception {
        evidence.snapshot(new Seen(live(Duration.ofMillis(400)), null));
        Exhibit one = evidence.exhibit().orElseThrow();
        assertThat(one.footage().kind()).isEqualTo(Footage.PHOTO);
        assertThat(one.footage().from())
                .as("when the picture came, not when the key was pressed")
                .isEqualTo(DeskFixture.START.minusMillis(400));
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(one.content()));
        assertThat(image.getWidth()).isEqualTo(64);
        assertThat(image.getRGB(63, 35)).isEqualTo(COLOUR);
        assertThat(new String(one.content(), StandardCharsets.UTF_8))
                .contains(
                        "玉林街",
                        "c-17",
                        "Operator",
                        DeskFixture.START.minusMillis(400).toString());
        assertThat(one.sha256())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(one.content())));
    }

    @Test
    void aSnapshotOfASmallTileSaysHowManyPixelsItHasAndOfWhichStream() {
        evidence.snapshot(new Seen(live(Duration.ZERO), null));
        assertThat(evidence.exhibit().orElseThrow().grain()).isEqualTo("最大码流未及时取到，取自子码流 64×36");
        EvidenceCard card = Toolkit.onFx(() -> {
            EvidenceCard made = new EvidenceCard(
                    fixture.desk, fixture.hall, new Words(fixture.desk.stores(), fixture.hall.messages()), evidence);
            made.tell();
            return made;
        });
        assertThat(((Label) card.getChildren().get(1)).getText()).contains("最大码流未及时取到，取自子码流 64×36");
    }

    @Test
    void aPictureOfAReplayHasItsOwnTimeAndSaysHowFarOffThatMayBe() {
        Instant then = DeskFixture.START.minusSeconds(40);
        Watch held = new Seen(new Picture.Stalled(then), null);
        evidence.snapshot(new Shutter.Sight(held, then, Footage.RECORDING));
        Exhibit one = evidence.exhibit().orElseThrow();
        assertThat(one.footage().from()).isEqualTo(then);
        assertThat(one.footage().clock()).isEqualTo(Footage.RECORDING);
        assertThat(new String(one.content(), StandardCharsets.UTF_8)).contains(then.toString(), "±5 s");
        assertThat(Shutter.when("10:41:38", one.footage())).isEqualTo("10:41:38 ±5 s");
        evidence.snapshot(new Shutter.Sight(held, then, Footage.ARRIVAL));
        assertThat(new String(evidence.exhibit().orElseThrow().content(), StandardCharsets.UTF_8))
                .doesNotContain("±5 s");
        assertThat(Shutter.when("10:41:38", evidence.exhibit().orElseThrow().footage()))
                .isEqualTo("10:41:38");
    }

    @Test
    void aPictureThatIsNotLiveIsNotTaken() {
        evidence.snapshot(new Seen(new Picture.Stalled(DeskFixture.START.minusSeconds(3)), null));
        assertThat(evidence.exhibit()).isEmpty();
        assertThat(evidence.state()).isEqualTo(new EvidenceState.Failed("evidence.not-live"));
    }

    @Test
    void aClipOfAStreamJustBegunSaysHowLongItReallyIs() throws IOException {
        evidence.clip(new Seen(live(Duration.ZERO), tape(18)));
        Exhibit one = evidence.exhibit().orElseThrow();
        assertThat(one.length()).isEqualTo(Duration.ofSeconds(18));
        assertThat(one.footage().kind()).isEqualTo(Footage.CLIP);
        assertThat(one.footage().clock()).isEqualTo(Footage.ARRIVAL);
        assertThat(one.content()[0]).isEqualTo((byte) 0x47);
    }

    @Test
    void aClipOfAStreamWhoseTimesJumpedBeginsWhenItCameAndSaysThatThisIsUncertain() throws IOException {
        Instant came = DeskFixture.START.minusSeconds(2);
        evidence.clip(new Seen(live(Duration.ZERO), Tapes.jumped(folder, came)));
        Footage footage = evidence.exhibit().orElseThrow().footage();
        assertThat(footage.from()).isEqualTo(came);
        assertThat(footage.clock()).isEqualTo(Footage.JUMPED);
        assertThat(Shutter.when("10:41:38", footage)).isEqualTo("10:41:38 ±30 s");
    }

    @Test
    void whatIsNotKeptIsSaidSo() throws IOException {
        evidence.clip(new Seen(live(Duration.ZERO), null));
        assertThat(evidence.state()).isEqualTo(new EvidenceState.Failed("evidence.not-kept"));
        evidence.clip(new Seen(live(Duration.ZERO), tape(0)));
        assertThat(evidence.state()).isEqualTo(new EvidenceState.Failed("evidence.failed"));
    }

    @Test
    void aRecordingOutlastsWhatIsKeptAndEndsByItself() throws IOException {
        Tape tape = tape(1);
        evidence.record(new Seen(live(Duration.ZERO), tape));
        for (int i = 0; i < 12; i++) {
            Tapes.more(folder, DeskFixture.START.plusSeconds(10 * i), 10);
            for (int s = 0; s < 10; s++) {
                fixture.pass(Duration.ofSeconds(1));
            }
        }
        assertThat(evidence.recording()).as("two minutes are enough").isEmpty();
        Exhibit one = evidence.exhibit().orElseThrow();
        assertThat(tape.last(Duration.ofMinutes(5)).length()).isLessThan(Duration.ofSeconds(45));
        assertThat(one.length()).isBetween(Duration.ofSeconds(115), Duration.ofSeconds(122));
    }

    @Test
    void aClipIsStoredWhenThePlatformSaysSoAndNotBefore() throws IOException {
        evidence.clip(new Seen(live(Duration.ZERO), tape(18)));
        Exhibit one = evidence.exhibit().orElseThrow();
        evidence.put(street, " 占道 ");
        assertThat(evidence.state()).isInstanceOf(EvidenceState.Queued.class);
        Aside.AddEvidence sent = (Aside.AddEvidence) fixture.outbox.submitted.getLast();
        assertThat(sent.note()).isEqualTo("占道");
        assertThat(sent.footage()).isEqualTo(one.footage());
        assertThat(sent.caseId()).isEqualTo(street.id());
        evidence.put(street, "twice");
        assertThat(fixture.outbox.submitted).hasSize(1);
        fixture.outbox.state(sent.head().id(), new Delivery.State.Sending());
        assertThat(evidence.state()).isInstanceOf(EvidenceState.Queued.class);
        fixture.outbox.state(sent.head().id(), new Delivery.State.Accepted(7));
        assertThat(evidence.state()).isEqualTo(new EvidenceState.Stored(street.id()));
        evidence.drop();
        assertThat(evidence.state()).isEqualTo(new EvidenceState.Nothing());
    }

    @Test
    void whatItsCaseShowsIsStoredAlsoWhenTheAnswerWasForgotten() throws IOException {
        evidence.clip(new Seen(live(Duration.ZERO), tape(18)));
        evidence.put(street, "");
        CommandId id = fixture.outbox.submitted.getLast().head().id();
        String hash = evidence.exhibit().orElseThrow().sha256();
        Attachment there = new Attachment(hash, Attachment.EVIDENCE, "video/mp2t", DeskFixture.START, true);
        fixture.put(new Case(
                street.id(),
                street.head().with(List.of(there)),
                street.subject(),
                street.place(),
                street.report(),
                street.progress()));
        fixture.outbox.table.remove(id);
        assertThat(evidence.state()).isEqualTo(new EvidenceState.Stored(street.id()));
    }

    @Test
    void whatWasTakenBackIsStillHere() throws IOException {
        evidence.clip(new Seen(live(Duration.ZERO), tape(18)));
        evidence.put(street, "");
        fixture.outbox.table.remove(fixture.outbox.submitted.getLast().head().id());
        assertThat(evidence.state()).isInstanceOf(EvidenceState.Ready.class);
    }

    @Test
    void aRefusedOneIsStillHere() throws IOException {
        evidence.clip(new Seen(live(Duration.ZERO), tape(18)));
        evidence.put(street, "");
        CommandId id = fixture.outbox.submitted.getLast().head().id();
        fixture.outbox.state(id, new Delivery.State.Rejected(new Delivery.Refusal(422, "CMD-4220", "不成立", "", null)));
        assertThat(evidence.state()).isEqualTo(new EvidenceState.Refused("不成立", "CMD-4220"));
        assertThat(evidence.exhibit()).isPresent();
        evidence.put(street, "");
        assertThat(fixture.outbox.submitted).hasSize(2);
    }

    @Test
    void aFullDiskIsSaidAndNothingIsSent() throws IOException {
        evidence.clip(new Seen(live(Duration.ZERO), tape(18)));
        fixture.outbox.full(true);
        evidence.put(street, "");
        assertThat(evidence.state()).isEqualTo(new EvidenceState.NotKept());
        assertThat(fixture.outbox.submitted).isEmpty();
        fixture.outbox.full(false);
        evidence.put(street, "");
        assertThat(evidence.state()).isInstanceOf(EvidenceState.Queued.class);
    }

    @Test
    void theNextOneTakenLosesNoneAndTheSixthIsRefused() {
        for (int i = 0; i < 6; i++) {
            evidence.snapshot(new Seen(live(Duration.ofMillis(i)), null));
        }
        assertThat(evidence.waiting()).isEqualTo(5);
        assertThat(evidence.state()).isEqualTo(new EvidenceState.Failed("evidence.full"));
        evidence.drop();
        assertThat(evidence.state()).isInstanceOf(EvidenceState.Ready.class);
        assertThat(evidence.waiting()).isEqualTo(4);
    }

    @Test
    void whatIsOnItsWayStaysSoUnderTheNextOneTaken() {
        evidence.snapshot(new Seen(live(Duration.ofMillis(1)), null));
        evidence.put(street, "");
        CommandId first = fixture.outbox.submitted.getLast().head().id();
        evidence.snapshot(new Seen(live(Duration.ofMillis(2)), null));
        Exhibit second = evidence.exhibit().orElseThrow();
        assertThat(evidence.state()).isEqualTo(new EvidenceState.Ready());
        fixture.outbox.state(first, new Delivery.State.Accepted(7));
        assertThat(evidence.state()).as("that was the other's fate").isEqualTo(new EvidenceState.Ready());
        assertThat(evidence.exhibit()).contains(second);
        evidence.drop();
        assertThat(evidence.state()).isEqualTo(new EvidenceState.Stored(street.id()));
        evidence.put(street, "twice");
        assertThat(fixture.outbox.submitted).hasSize(1);
    }

    @Test
    void whatIsTakenWhileTheLastIsWrittenDownIsNotTakenForIt() {
        fixture.outbox.slow(true);
        evidence.snapshot(new Seen(live(Duration.ofMillis(1)), null));
        evidence.put(street, "");
        assertThat(evidence.state()).isEqualTo(new EvidenceState.Working());
        evidence.drop();
        assertThat(evidence.waiting()).as("it is being written down").isEqualTo(1);
        evidence.snapshot(new Seen(live(Duration.ofMillis(2)), null));
        Exhibit second = evidence.exhibit().orElseThrow();
        fixture.outbox.slow(false);
        assertThat(evidence.exhibit()).contains(second);
        assertThat(evidence.state()).as("of the second").isEqualTo(new EvidenceState.Ready());
        fixture.outbox.state(fixture.outbox.submitted.getLast().head().id(), new Delivery.State.Accepted(7));
        assertThat(evidence.state()).isEqualTo(new EvidenceState.Ready());
        evidence.put(street, "");
        assertThat(fixture.outbox.submitted).hasSize(2);
        assertThat(((Aside.AddEvidence) fixture.outbox.submitted.getLast()).footage())
                .isEqualTo(second.footage());
    }

    @Test
    void whatTheCaseHasMakesRoomForMore() {
        for (int i = 0; i < 5; i++) {
            evidence.snapshot(new Seen(live(Duration.ofMillis(i)), null));
            evidence.put(street, "");
            fixture.outbox.state(fixture.outbox.submitted.getLast().head().id(), new Delivery.State.Accepted(i));
        }
        assertThat(evidence.open()).as("none of them waits for a hand").isZero();
        evidence.snapshot(new Seen(live(Duration.ofMillis(9)), null));
        assertThat(evidence.state()).isEqualTo(new EvidenceState.Ready());
    }

    @Test
    void aCaseIsFoundByItsNumberOrByTheOneThatEndsSo() {
        String number = street.head().number().value();
        assertThat(EvidenceCard.find(fixture.desk, number)).contains(street);
        assertThat(EvidenceCard.find(fixture.desk, number.substring(number.length() - 2)))
                .contains(street);
        assertThat(EvidenceCard.find(fixture.desk, "")).isEmpty();
        assertThat(EvidenceCard.find(fixture.desk, "nothing")).isEmpty();
    }

    private Tape tape(int seconds) throws IOException {
        return Tapes.of(folder, DeskFixture.START.minusSeconds(seconds), seconds);
    }

    private static Picture live(Duration age) {
        return new Picture.Live(25, age, List.of());
    }

    /// Nothing is to be had but what is there.
    private static final class NoOther implements CameraPlayer {
        @Override
        public Watch watch(Camera camera, FrameSize size, Listener listener) {
            return new Seen(
                    new Picture.Offline(
                            Picture.Fault.UNREACHABLE, DeskFixture.START, 0, DeskFixture.START.plusSeconds(30)),
                    null);
        }

        @Override
        public void close() {}
    }

    private record Seen(Picture picture, @Nullable Tape kept) implements Watch {
        @Override
        public Camera camera() {
            return new Camera(
                    new CameraId("c-17"),
                    "玉林街",
                    new Position(104, 30),
                    new Camera.View(0, 60, "fixed"),
                    List.of(new CameraStream("sub", "http://x/sub.ts", 640, 360, 15)),
                    new CameraState(true, true));
        }

        @Override
        public Optional<CameraStream> stream() {
            return Optional.of(camera().streams().getFirst());
        }

        @Override
        public FrameSize size() {
            return SIZE;
        }

        @Override
        public long copy(IntBuffer target, long seen) {
            Arrays.fill(target.array(), COLOUR);
            return 1;
        }

        @Override
        public boolean isTimed() {
            return true;
        }

        @Override
        public boolean hold(boolean still) {
            return false;
        }

        @Override
        public boolean step() {
            return false;
        }

        @Override
        public Optional<Tape> tape() {
            return Optional.ofNullable(kept);
        }

        @Override
        public void close() {}
    }
}
