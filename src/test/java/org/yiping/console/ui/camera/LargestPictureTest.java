package org.yiping.console.ui.camera;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yiping.console.ui.DeskFixture;
import org.yiping.console.video.FrameSize;
import org.yiping.console.video.Picture;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.camera.CameraState;
import org.yiping.domain.camera.CameraStream;
import org.yiping.domain.casework.Footage;
import org.yiping.domain.geo.Position;

/// A snapshot is of the largest stream; where that is not to be had it is what was seen, and says so.
class LargestPictureTest {
    private static final FrameSize TILE = new FrameSize(320, 180);
    private static final int SEEN = 0xFF112233;
    private static final int LARGE = 0xFF445566;
    private static final Camera CAMERA = new Camera(
            new CameraId("c-17"),
            "玉林街",
            new Position(104, 30),
            new Camera.View(0, 60, "fixed"),
            List.of(
                    new CameraStream("sub", "http://x/sub.ts", 640, 360, 15),
                    new CameraStream("main", "http://x/main.ts", 1280, 720, 25)),
            new CameraState(true, false));

    private final DeskFixture fixture = new DeskFixture("dispatcher");
    private final CardboardPlayer player = CardboardPlayer.of(LARGE);
    private final EvidenceDesk evidence = new EvidenceDesk(fixture.desk, fixture.hall, player);
    private final CardboardPlayer.Looked tile = CardboardPlayer.of(SEEN).watch(CAMERA, TILE, _ -> {});

    @BeforeEach
    void show() {
        player.taken = List::getLast;
        player.first = new Picture.Connecting(Instant.EPOCH);
        fixture.hall.ticker().tick();
        evidence.show();
    }

    @Test
    void theMainStreamIsTakenInItsOwnSizeAndStandsBesideThePicture() throws IOException {
        evidence.snapshot(tile);
        CardboardPlayer.Looked main = player.watches.getFirst();
        assertThat(main.size()).isEqualTo(new FrameSize(1280, 720));
        assertThat(evidence.state()).isEqualTo(new EvidenceState.Fetching());
        assertThat(evidence.exhibit()).as("not before its picture moves").isEmpty();
        fixture.pass(Duration.ofSeconds(1));
        main.become(live());
        Exhibit one = evidence.exhibit().orElseThrow();
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(one.content()));
        assertThat(image.getWidth()).isEqualTo(1280);
        assertThat(image.getRGB(0, 0)).isEqualTo(LARGE);
        assertThat(one.footage().pixels()).isEqualTo(new Footage.Pixels("main", 1280, 720));
        assertThat(one.footage().from()).isEqualTo(DeskFixture.START.plusSeconds(1));
        assertThat(one.grain()).isEqualTo("1280×720 · 主码流 1280×720，按键后 1 秒");
        assertThat(new String(one.content(), StandardCharsets.UTF_8)).contains("Stream", "main", "1280×720");
        assertThat(main.closed).isTrue();
        assertThat(tile.closed).as("the tile plays on").isFalse();
    }

    @Test
    void whatDoesNotComeInTimeIsReplacedByWhatWasSeenAtTheKeyAndSaysSo() throws IOException {
        evidence.snapshot(tile);
        tile.give(0xFF999999); // what is seen later is not what was meant
        fixture.pass(Duration.ofSeconds(1));
        fixture.pass(Duration.ofSeconds(1));
        assertThat(evidence.exhibit()).isEmpty();
        fixture.pass(Duration.ofSeconds(1));
        Exhibit one = evidence.exhibit().orElseThrow();
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(one.content()));
        assertThat(image.getRGB(0, 0)).isEqualTo(SEEN);
        assertThat(one.footage().from()).isEqualTo(DeskFixture.START);
        assertThat(one.footage().pixels()).isEqualTo(new Footage.Pixels("sub", 320, 180));
        assertThat(one.grain()).isEqualTo("最大码流未及时取到，取自子码流 320×180");
        assertThat(player.watches.getFirst().closed).isTrue();
        player.watches.getFirst().become(live());
        assertThat(evidence.waiting()).as("too late is not a second one").isEqualTo(1);
    }

    @Test
    void aMainStreamThatFailsIsNotWaitedForAndOneThatStandsStillIsNotTaken() {
        evidence.snapshot(tile);
        player.watches
                .getLast()
                .become(new Picture.Offline(
                        Picture.Fault.UNREACHABLE, DeskFixture.START, 1, DeskFixture.START.plusSeconds(9)));
        assertThat(evidence.exhibit().orElseThrow().footage().pixels()).isEqualTo(new Footage.Pixels("sub", 320, 180));
        evidence.snapshot(tile);
        player.watches.getLast().become(new Picture.Frozen(DeskFixture.START, 0, DeskFixture.START.plusSeconds(9)));
        assertThat(evidence.waiting()).isEqualTo(1);
        tile.become(new Picture.Frozen(DeskFixture.START, 0, DeskFixture.START.plusSeconds(9)));
        evidence.snapshot(tile);
        assertThat(player.watches).as("nothing frozen is taken").hasSize(2);
        assertThat(evidence.state()).isEqualTo(new EvidenceState.Failed("evidence.not-live"));
    }

    @Test
    void whatIsShownInTheLargestStreamsOwnSizeIsTakenAtOnce() {
        CardboardPlayer large = CardboardPlayer.of(SEEN);
        large.taken = List::getLast;
        evidence.snapshot(large.watch(CAMERA, new FrameSize(1280, 720), _ -> {}));
        assertThat(player.watches).isEmpty();
        assertThat(evidence.exhibit().orElseThrow().grain()).isEqualTo("1280×720 · 主码流 1280×720");
    }

    @Test
    void aMainStreamSomebodyWatchesIsTakenAtOnce() {
        player.first = live();
        evidence.snapshot(tile);
        assertThat(evidence.exhibit().orElseThrow().footage().pixels())
                .isEqualTo(new Footage.Pixels("main", 1280, 720));
    }

    @Test
    void whoLeavesThePageKeepsWhatWasSeen() {
        evidence.snapshot(tile);
        evidence.hide();
        assertThat(evidence.exhibit().orElseThrow().footage().pixels()).isEqualTo(new Footage.Pixels("sub", 320, 180));
        assertThat(player.watches.getFirst().closed).isTrue();
    }

    private static Picture live() {
        return new Picture.Live(25, Duration.ZERO, List.of());
    }
}
