package org.yiping.console;

// long because what is told hangs on many cameras, moments and kinds of trouble

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.IntBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.console.store.CameraUse.Observation;
import org.yiping.console.store.CameraUse.Told;
import org.yiping.console.store.Lookup.Found;
import org.yiping.console.video.CameraPlayer;
import org.yiping.console.video.FrameSize;
import org.yiping.console.video.Picture;
import org.yiping.console.video.Tape;
import org.yiping.console.video.Tapes;
import org.yiping.console.video.Watch;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.camera.CameraStream;

class SightingsTest {
    private static final FrameSize SIZE = new FrameSize(64, 36);
    private static final Picture LIVE = new Picture.Live(25, Duration.ZERO, List.of());

    private Instant now = Instant.parse("2026-11-27T06:00:00Z");
    private boolean linked = true;
    private final CardboardCameras platform = new CardboardCameras();
    private final Sightings sightings = new Sightings(platform, () -> linked, () -> now);
    private final List<Seen> watches = new ArrayList<>();
    private final CameraPlayer player = sightings.of(new Player());

    @Test
    void aChangeIsToldAndThenEveryMinute() {
        player.watch(camera("a"), SIZE, _ -> {});
        seconds(2);
        assertThat(platform.told).as("connecting says nothing of a camera").isEmpty();
        watches.getFirst().picture = LIVE;
        seconds(1);
        assertThat(platform.told).hasSize(1);
        assertThat(states(0)).containsExactly("a live");
        take();
        seconds(59);
        assertThat(platform.told).hasSize(1);
        seconds(1);
        assertThat(platform.told).hasSize(2);
        take();
        watches.getFirst().picture = new Picture.Stalled(now);
        seconds(1);
        assertThat(platform.told).as("a stall may pass").hasSize(2);
        watches.getFirst().picture = new Picture.Frozen(now, 1, now);
        seconds(1);
        assertThat(states(2)).containsExactly("a frozen");
        take();
        watches.getFirst().picture = offline(Picture.Fault.NO_PICTURE);
        seconds(1);
        assertThat(states(3)).containsExactly("a lost");
    }

    @Test
    void whatIsKeptOfAStreamStaysWithinReach(@TempDir Path folder) throws IOException {
        Watch looked = player.watch(camera("a"), SIZE, _ -> {});
        Tape tape = Tapes.of(folder, now, 1);
        watches.getFirst().kept = tape;
        assertThat(looked.tape()).contains(tape);
    }

    /// An asked-for camera's stream lists no address: whether it is known how late it is, its decode alone knows.
    @Test
    void howLateAPictureIsIsAskedOfWhoDecodesIt() {
        Watch looked = player.watch(camera("a"), SIZE, _ -> {});
        assertThat(looked.isTimed()).isFalse();
        watches.getFirst().timed = true;
        assertThat(looked.isTimed()).isTrue();
    }

    @Test
    void aReplayTellsNothingOfItsCamera() {
        Camera of = camera("a");
        CameraStream kept = new CameraStream(CameraStream.KEPT, "file:///replay.ts", 640, 360, 15);
        player.watch(
                new Camera(of.id(), of.name(), of.position(), of.view(), List.of(kept), of.state(), of.device()),
                SIZE,
                _ -> {});
        watches.getFirst().picture = LIVE;
        seconds(2);
        assertThat(platform.told).isEmpty();
    }

    @Test
    void aPictureThatMovesAndShowsNothingIsToldAsSuch() {
        player.watch(camera("a"), SIZE, _ -> {});
        Seen seen = watches.getFirst();
        seen.picture = LIVE;
        seen.pixels = new int[SIZE.pixels()]; // black
        seconds(1);
        assertThat(states(0)).as("not at the first look").containsExactly("a live");
        take();
        seconds(15);
        assertThat(states(1)).containsExactly("a dark");
        take();
        seen.pixels = bright();
        seconds(10);
        assertThat(platform.told).as("a lamp that went by").hasSize(2);
        seconds(10);
        assertThat(states(2)).containsExactly("a live");
        take();
        assertThat(seen.copies).as("in 36 seconds").isLessThan(10);
        seen.picture = new Picture.Frozen(now, 1, now);
        seconds(1);
        assertThat(states(3)).containsExactly("a frozen");
    }

    @Test
    void manyPicturesAreLookedIntoByTurns() {
        for (int i = 0; i < 100; i++) {
            player.watch(camera("c" + i), SIZE, _ -> {});
            watches.getLast().picture = LIVE;
            watches.getLast().pixels = bright();
        }
        seconds(1);
        assertThat(watches.stream().mapToInt(w -> w.copies).sum()).isEqualTo(8);
        seconds(12);
        assertThat(watches).as("none is forgotten over the others").allMatch(w -> w.copies > 0);
    }

    private static int[] bright() {
        int[] all = new int[SIZE.pixels()];
        for (int i = 0; i < all.length; i++) {
            all[i] = i * 7_919 % 251 * 0x010101 | 0xFF000000;
        }
        return all;
    }

    @Test
    void onlyOneCallIsOnItsWay() {
        for (int i = 0; i < 450; i++) {
            player.watch(camera("c" + i), SIZE, _ -> {});
            watches.getLast().picture = LIVE;
        }
        seconds(5);
        assertThat(platform.told).hasSize(1);
        assertThat(platform.told.getFirst()).hasSize(200);
        take();
        seconds(1);
        take();
        seconds(1);
        assertThat(platform.told.stream().mapToInt(List::size).sum()).isEqualTo(450);
        assertThat(platform.told.stream()
                        .flatMap(List::stream)
                        .map(Observation::camera)
                        .distinct())
                .hasSize(450);
    }

    @Test
    void whoSeesItMoveProvesThatItDoes() {
        player.watch(camera("a"), SIZE, _ -> {});
        player.watch(camera("a"), new FrameSize(1280, 720), _ -> {});
        watches.get(0).picture = offline(Picture.Fault.ENDED);
        watches.get(1).picture = LIVE;
        seconds(1);
        assertThat(states(0)).containsExactly("a live");
    }

    @Test
    void whatIsNotTheCamerasFaultIsNotToldOfIt() {
        for (Picture.Fault fault : Picture.Fault.values()) {
            player.watch(camera(fault.name()), SIZE, _ -> {});
            watches.getLast().picture = offline(fault);
        }
        player.watch(camera("blind"), SIZE, _ -> {});
        watches.getLast().picture = new Picture.NoDecoder("no libvlc");
        seconds(1);
        assertThat(states(0))
                .containsExactlyInAnyOrder(
                        "UNREACHABLE lost",
                        "ENDED lost",
                        "NO_PICTURE lost",
                        "REFUSED lost",
                        "NOT_AT_SOURCE lost",
                        "DEVICE_OFFLINE lost");
    }

    @Test
    void withoutALinkNothingIsToldAndNothingKept() {
        Watch watch = player.watch(camera("a"), SIZE, _ -> {});
        watches.getFirst().picture = LIVE;
        linked = false;
        seconds(90);
        assertThat(platform.told).isEmpty();
        linked = true;
        seconds(1);
        assertThat(platform.told).as("what is seen now").hasSize(1);
        platform.tellings.getFirst().complete(new Found.Unreachable<>());
        seconds(9);
        assertThat(platform.told).as("no storm").hasSize(1);
        seconds(1);
        assertThat(platform.told).hasSize(2);
        take();
        watch.close();
        seconds(120);
        assertThat(platform.told).as("nobody looks").hasSize(2);
    }

    private void take() {
        platform.tellings
                .getLast()
                .complete(new Found.Got<>(new Told(platform.told.getLast().size(), 0)));
    }

    private List<String> states(int call) {
        return platform.told.get(call).stream()
                .map(o -> o.camera().value() + " " + o.state())
                .toList();
    }

    private void seconds(int count) {
        for (int i = 0; i < count; i++) {
            now = now.plusSeconds(1);
            sightings.tick();
        }
    }

    private Picture offline(Picture.Fault fault) {
        return new Picture.Offline(fault, now, 1, now);
    }

    private static Camera camera(String id) {
        return PlatformAddressesTest.camera(id, "");
    }

    private final class Player implements CameraPlayer {
        @Override
        public Watch watch(Camera camera, FrameSize size, Listener listener) {
            watches.add(new Seen(camera, size));
            return watches.getLast();
        }

        @Override
        public void close() {}
    }

    private static final class Seen implements Watch {
        private final Camera camera;
        private final FrameSize size;
        private Picture picture = new Picture.Connecting(Instant.EPOCH);
        private @Nullable Tape kept;
        private int @Nullable [] pixels;
        private int copies;
        private boolean timed;

        Seen(Camera camera, FrameSize size) {
            this.camera = camera;
            this.size = size;
        }

        @Override
        public Camera camera() {
            return camera;
        }

        @Override
        public Optional<CameraStream> stream() {
            return Optional.empty();
        }

        @Override
        public FrameSize size() {
            return size;
        }

        @Override
        public Picture picture() {
            return picture;
        }

        @Override
        public boolean isTimed() {
            return timed;
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
        public long copy(IntBuffer target, long seen) {
            int[] shows = pixels;
            if (shows == null) {
                return seen;
            }
            copies++;
            target.put(0, shows);
            return seen + 1;
        }

        @Override
        public void close() {}
    }
}
