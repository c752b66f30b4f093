package org.yiping.console.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.IntBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
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
    private final List<Cardboard> made = new ArrayList<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final InstantSource clock = () -> now;
    private boolean factoryClosed;
    private @Nullable CameraStream fresh;
    private final DecodingPlayer player = new DecodingPlayer(
            new Decoders() {
                @Override
                public Decoder create() {
                    Cardboard fresh = new Cardboard();
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
            clock,
            timer,
            new Random(5),
            (camera, stream) -> CompletableFuture.completedFuture(fresh == null ? stream : fresh));

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
        Cardboard decoder = made.getFirst();
        decoder.move(20);
        assertThat(told).hasSize(1).first().isInstanceOf(Picture.Live.class);
        decoder.repeat(35);
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
        Cardboard decoder = made.getFirst();
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
    void refusedCredentialsAreNotTriedAgainByAnybody() {
        Watch watch = player.watch(camera(SUB), SMALL, _ -> {});
        made.getFirst().target().ended(Picture.Fault.REFUSED);
        for (int i = 0; i < 100; i++) {
            now = now.plusSeconds(60);
            player.supervise();
        }
        assertThat(fault(watch)).isEqualTo(Picture.Fault.REFUSED);
        watch.close();
        // A tour that comes by again, and another size.
        Watch again = player.watch(camera(SUB), SMALL, _ -> {});
        Watch large = player.watch(camera(SUB), new FrameSize(640, 360), _ -> {});
        player.supervise();
        assertThat(made.stream().mapToInt(cardboard -> cardboard.plays).sum()).isEqualTo(1);
        assertThat(fault(again)).isEqualTo(Picture.Fault.REFUSED);
        assertThat(fault(large)).isEqualTo(Picture.Fault.REFUSED);
        // Corrected, it is another address.
        CameraStream corrected = new CameraStream("sub", "http://user:right@camera/sub", 640, 360, 15);
        player.watch(camera(corrected), SMALL, _ -> {});
        assertThat(made.stream().mapToInt(cardboard -> cardboard.plays).sum()).isEqualTo(2);
    }

    @Test
    void anAddressThatExpiredIsExchangedAndTheTileGoesOn() {
        Watch watch = player.watch(camera(SUB), SMALL, _ -> {});
        made.getFirst().move(3);
        fresh = new CameraStream("sub", "http://camera/sub?token=2", 640, 360, 15);
        made.getFirst().target().ended(Picture.Fault.ENDED);
        now = now.plusSeconds(1);
        player.supervise();
        assertThat(made.getFirst().playing).isEqualTo(fresh.url());
        // An expired token may be called wrong credentials: another one is another try.
        fresh = new CameraStream("sub", "http://camera/sub?token=3", 640, 360, 15);
        made.getFirst().target().ended(Picture.Fault.REFUSED);
        player.supervise();
        assertThat(made.getFirst().playing).isEqualTo(fresh.url());
        made.getFirst().move(3);
        assertThat(watch.picture()).isInstanceOf(Picture.Live.class);
    }

    @Test
    void fiftyCamerasThatFailTogetherAreNotOpenedTogether() {
        List<Watch> watches = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            watches.add(player.watch(camera(stream(i)), SMALL, _ -> {}));
        }
        assertThat(opened()).isEqualTo(Openings.AT_ONCE);
        // Whoever has its picture makes room at once.
        made.getFirst().move(1);
        player.supervise();
        assertThat(opened()).isEqualTo(Openings.AT_ONCE + 1);
        // The rest follow though the first are black holes.
        for (int second = 0; second < 4; second++) {
            now = now.plusSeconds(1);
            player.supervise();
        }
        assertThat(opened()).isEqualTo(50);
        made.forEach(cardboard -> cardboard.target().ended(Picture.Fault.DECODER));
        int failed = plays();
        int most = 0;
        for (int i = 0; i < 40; i++) {
            now = now.plusMillis(200);
            int before = plays();
            player.supervise();
            most = Math.max(most, plays() - before);
        }
        assertThat(plays() - failed).isEqualTo(50);
        assertThat(most).isBetween(1, Openings.AT_ONCE);
        watches.forEach(Watch::close);
    }

    private long opened() {
        return made.stream().filter(cardboard -> cardboard.plays > 0).count();
    }

    private int plays() {
        return made.stream().mapToInt(cardboard -> cardboard.plays).sum();
    }

    private static Picture.Fault fault(Watch watch) {
        return ((Picture.Offline) watch.picture()).fault();
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

    private final class Cardboard implements Decoder {
        @Nullable
        String playing;

        @Nullable
        Target target;

        @Nullable
        Frames frames;

        int plays;
        boolean released;
        private int colour = 0xFF000000;

        @Override
        public void play(String url, FrameSize size, Frames frames, Target target) {
            playing = url;
            this.frames = frames;
            this.target = target;
            plays++;
        }

        @Override
        public void stop() {
            playing = null;
        }

        @Override
        public void askBytes(LongConsumer answer) {
            answer.accept(0);
        }

        @Override
        public CompletableFuture<Void> release() {
            released = true;
            return CompletableFuture.completedFuture(null);
        }

        Target target() {
            if (target == null) {
                throw new IllegalStateException("never played");
            }
            return target;
        }

        void move(int pictures) {
            for (int i = 0; i < pictures; i++) {
                colour += 0x000101;
                show();
            }
        }

        void repeat(int pictures) {
            for (int i = 0; i < pictures; i++) {
                show();
                player.supervise();
            }
        }

        private void show() {
            now = now.plus(Duration.ofMillis(100));
            int[] pixels = new int[SMALL.pixels()];
            Arrays.fill(pixels, colour);
            if (frames != null) {
                target().frame(frames.publish(IntBuffer.wrap(pixels)));
            }
        }
    }
}
