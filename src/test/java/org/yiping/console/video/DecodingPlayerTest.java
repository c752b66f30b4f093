package org.yiping.console.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.IntBuffer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.camera.CameraState;
import org.yiping.domain.camera.CameraStream;
import org.yiping.domain.geo.Position;

/// The sharing and supervising player on a decoder of cardboard, with the time in hand.
class DecodingPlayerTest {
    private static final FrameSize SMALL = new FrameSize(64, 36);
    private static final CameraStream SUB = new CameraStream("sub", "http://camera/sub", 640, 360, 15);
    private static final CameraStream MAIN = new CameraStream("main", "http://camera/main", 1280, 720, 25);

    private Instant now = Instant.parse("2026-11-24T02:42:18Z");
    private final List<CardboardDecoder> made = new ArrayList<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final InstantSource clock = () -> now;
    private boolean factoryClosed;
    private final DecodingPlayer player = new DecodingPlayer(
            new Decoders() {
                @Override
                public Decoder create() {
                    CardboardDecoder fresh = new CardboardDecoder(() -> now = now.plusMillis(100));
                    made.add(fresh);
                    return fresh;
                }

                @Override
                public Frames frames(FrameSize size) {
                    return Frames.inMemory(size);
                }

                @Override
                public void close() {
                    factoryClosed = true;
                }
            },
            CardboardClock.of(clock),
            timer,
            new Random(5),
            Addresses.FIXED);

    @AfterEach
    void stop() {
        player.close();
        timer.shutdownNow();
    }

    @Test
    void oneCameraInOneSizeIsDecodedOnceForAllWhoWatch() {
        Watch one = player.watch(camera(MAIN, SUB), SMALL, _ -> {});
        Watch two = player.watch(camera(MAIN, SUB), SMALL, _ -> {});
        Watch large = player.watch(camera(MAIN, SUB), new FrameSize(1280, 720), _ -> {});
        assertThat(made).hasSize(2);
        assertThat(player.decodes()).isEqualTo(2);
        one.close();
        one.close();
        assertThat(made.getFirst().playing).isEqualTo(SUB.url());
        two.close();
        assertThat(made.getFirst().playing).isNull();
        large.close();
        assertThat(player.decodes()).isZero();
    }

    @Test
    void aDecoderIsUsedAgain() {
        player.watch(camera(SUB), SMALL, _ -> {}).close();
        player.watch(camera(MAIN), SMALL, _ -> {}).close();
        assertThat(made).hasSize(1);
        List<Watch> many = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            many.add(player.watch(camera(stream(i)), SMALL, _ -> {}));
        }
        many.forEach(Watch::close);
        assertThat(made).hasSize(9);
        assertThat(made.stream().filter(cardboard -> !cardboard.released)).hasSize(4);
    }

    @Test
    void aCameraListedWithAFileIsALiveCamera() {
        CameraStream listed = new CameraStream("main", "file:/clips/street.ts", 640, 360, 25);
        Watch watch = player.watch(camera(listed), SMALL, _ -> {});
        CardboardDecoder decoder = made.getFirst();
        decoder.move(3);

        assertThat(watch.hold(true)).as("nobody holds what is now").isFalse();
        for (int i = 0; i < 60; i++) {
            now = now.plusSeconds(1);
            player.supervise();
        }
        assertThat(decoder.plays).as("its end is a loss, and it is tried again").isGreaterThan(1);
    }

    @Test
    void whatIsHeldIsNeitherFrozenNorTriedAgainAndGoesPictureByPicture() {
        Watch watch = player.watch(
                camera(new CameraStream(CameraStream.RECORDED, "http://x/past.ts", 640, 360, 25)), SMALL, _ -> {});
        CardboardDecoder decoder = made.getFirst();
        decoder.move(3);
        assertThat(watch.step()).as("it runs").isFalse();
        assertThat(decoder.steps).isZero();
        assertThat(watch.hold(true)).isTrue();
        watch.hold(true);
        assertThat(decoder.held).isTrue();
        long seen = watch.copy(IntBuffer.allocate(SMALL.pixels()), 0);
        for (int i = 0; i < 100; i++) {
            now = now.plusSeconds(1);
            player.supervise();
        }
        assertThat(decoder.plays).isEqualTo(1);
        watch.step();
        assertThat(decoder.steps).isEqualTo(1);
        assertThat(watch.copy(IntBuffer.allocate(SMALL.pixels()), seen)).isGreaterThan(seen);
        now = now.plusSeconds(100);
        watch.hold(false);
        assertThat(decoder.held).isFalse();
        player.supervise();
        assertThat(decoder.plays).as("it has its time to go on").isEqualTo(1);
        decoder.move(3);
        player.supervise();
        assertThat(watch.picture()).isInstanceOf(Picture.Live.class);
        now = now.plusSeconds(40);
        player.supervise();
        now = now.plusSeconds(40);
        player.supervise();
        assertThat(watch.picture())
                .as("and is supervised again")
                .isInstanceOfSatisfying(
                        Picture.Offline.class, o -> assertThat(o.fault()).isEqualTo(Picture.Fault.ENDED));
        assertThat(watch.hold(true)).as("nothing plays").isFalse();
        now = now.plusSeconds(400);
        player.supervise();
        assertThat(decoder.plays).as("never again from its beginning").isEqualTo(1);
        watch.close();
        assertThat(watch.hold(true)).isFalse();
        assertThat(decoder.held).isFalse();
    }

    @Test
    void beforeItsFirstPictureARecordingIsNotHeldAndTriedAgain() {
        Watch watch = player.watch(
                camera(new CameraStream(CameraStream.RECORDED, "http://x/past.ts", 640, 360, 25)), SMALL, _ -> {});
        assertThat(watch.hold(true)).isFalse();
        assertThat(made.getFirst().held).isFalse();
        for (int i = 0; i < 40; i++) {
            now = now.plusSeconds(1);
            player.supervise();
        }
        assertThat(made.getFirst().plays).isGreaterThan(1);
    }

    @Test
    void whatIsLiveIsNotHeld() {
        Watch watch = player.watch(camera(SUB), SMALL, _ -> {});
        assertThat(watch.hold(true)).as("it would lose its place").isFalse();
        assertThat(watch.step()).isFalse();
        assertThat(made.getFirst().held).isFalse();
    }

    @Test
    void theSmallestStreamThatIsNotBlownUpIsTaken() {
        List<CameraStream> both = List.of(MAIN, SUB);
        assertThat(DecodingPlayer.choose(both, new FrameSize(480, 270))).contains(SUB);
        assertThat(DecodingPlayer.choose(both, new FrameSize(640, 360))).contains(SUB);
        assertThat(DecodingPlayer.choose(both, new FrameSize(642, 360))).contains(MAIN);
        assertThat(DecodingPlayer.choose(both, new FrameSize(1920, 1080))).contains(MAIN);
        assertThat(DecodingPlayer.choose(List.of(), SMALL)).isEmpty();
    }

    @Test
    void aCameraWithoutStreamsIsOfflineAndSaysWhy() {
        try (Watch watch = player.watch(camera(), SMALL, _ -> {})) {
            assertThat(watch.picture())
                    .isInstanceOfSatisfying(
                            Picture.Offline.class,
                            offline -> assertThat(offline.fault()).isEqualTo(Picture.Fault.NO_STREAM));
            assertThat(made).isEmpty();
        }
    }

    @Test
    void everyKindOfPictureIsToldOnce() {
        List<Picture> told = new ArrayList<>();
        Watch watch = player.watch(camera(SUB), SMALL, told::add);
        CardboardDecoder decoder = made.getFirst();
        decoder.move(20);
        assertThat(told).hasSize(1).first().isInstanceOf(Picture.Live.class);
        repeat(decoder, 35);
        assertThat(told).hasSize(3);
        assertThat(told.get(1)).isInstanceOf(Picture.Stalled.class);
        assertThat(told.get(2)).isInstanceOf(Picture.Frozen.class);
        decoder.target().ended(Picture.Fault.ENDED);
        assertThat(told).hasSize(4).last().isInstanceOf(Picture.Offline.class);
        now = now.plusSeconds(3);
        player.supervise();
        assertThat(decoder.plays).isEqualTo(2);
        decoder.move(3);
        assertThat(told).hasSize(5).last().isInstanceOf(Picture.Live.class);
        watch.close();
        decoder.move(30);
        assertThat(told).hasSize(5);
    }

    @Test
    void aListenerThatFailsHarmsNobodyElse() {
        List<Picture> told = new ArrayList<>();
        Watch bad = player.watch(camera(SUB), SMALL, _ -> {
            throw new IllegalStateException("a broken tile");
        });
        Watch good = player.watch(camera(SUB), SMALL, told::add);
        made.getFirst().move(3);
        assertThat(told).hasSize(1);
        bad.close();
        good.close();
    }

    @Test
    void theLastPictureStaysThroughAReconnect() {
        Watch watch = player.watch(camera(SUB), SMALL, _ -> {});
        CardboardDecoder decoder = made.getFirst();
        decoder.move(3);
        decoder.target().ended(Picture.Fault.ENDED);
        now = now.plusSeconds(3);
        player.supervise();
        assertThat(decoder.plays).isEqualTo(2);
        IntBuffer pixels = IntBuffer.allocate(SMALL.pixels());
        assertThat(watch.copy(pixels, 0)).isEqualTo(3);
        watch.close();
    }

    @Test
    void closingReleasesEveryDecoderAndThenTheLibrary() {
        player.watch(camera(SUB), SMALL, _ -> {});
        player.watch(camera(MAIN), SMALL, _ -> {});
        player.close();
        assertThat(made).hasSize(2).allMatch(cardboard -> cardboard.released);
        assertThat(factoryClosed).isTrue();
        assertThatThrownBy(() -> player.watch(camera(SUB), SMALL, _ -> {})).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aMissingLibraryIsAValueAndEveryWatchSaysSo() {
        Watch watch = player.watch(camera(SUB), SMALL, _ -> {});
        made.getFirst().target().blind("Unable to load library 'vlc'");
        assertThat(watch.picture()).isEqualTo(new Picture.NoDecoder("Unable to load library 'vlc'"));
        assertThat(watch.copy(IntBuffer.allocate(SMALL.pixels()), 0)).isZero();
        Video none = new Video.Missing("none");
        try (Watch blank = none.player().watch(camera(SUB), SMALL, _ -> {})) {
            assertThat(blank.picture()).isEqualTo(new Picture.NoDecoder("none"));
        }
        // Somebody may install it.
        now = now.plusSeconds(40);
        player.supervise();
        assertThat(made.getFirst().plays).isEqualTo(2);
        made.getFirst().move(3);
        assertThat(watch.picture()).isInstanceOf(Picture.Live.class);
    }

    @Test
    void sizesKeepTheShapeOfTheStreamAndAreEven() {
        assertThat(FrameSize.covering(SUB, 490, 243)).isEqualTo(new FrameSize(490, 276));
        assertThat(FrameSize.within(SUB, 490, 243)).isEqualTo(new FrameSize(432, 242));
        assertThat(new FrameSize(481, 271)).isEqualTo(new FrameSize(480, 270));
    }

    private static CameraStream stream(int n) {
        return new CameraStream("sub", "http://camera/" + n, 640, 360, 15);
    }

    private static Camera camera(CameraStream... streams) {
        return new Camera(
                new CameraId("camera"),
                "test",
                new Position(104, 30),
                new Camera.View(0, 60, "fixed"),
                List.of(streams),
                new CameraState(true, true));
    }

    private void repeat(CardboardDecoder decoder, int pictures) {
        for (int i = 0; i < pictures; i++) {
            decoder.show();
            player.supervise();
        }
    }
}
