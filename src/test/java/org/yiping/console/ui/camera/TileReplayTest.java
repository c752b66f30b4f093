package org.yiping.console.ui.camera;

// long because everything a hand can do to a replay is tried here

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import javafx.scene.Scene;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.console.store.CameraUse;
import org.yiping.console.store.Lookup.Found;
import org.yiping.console.ui.DeskFixture;
import org.yiping.console.ui.control.Toolkit;
import org.yiping.console.video.Picture;
import org.yiping.console.video.Tapes;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.camera.CameraState;
import org.yiping.domain.camera.CameraStream;
import org.yiping.domain.camera.Device;
import org.yiping.domain.casework.Footage;
import org.yiping.domain.geo.Position;

/// A replay in a tile whose camera has sent half a minute, with a player that shows what it is told to.
class TileReplayTest {
    private static final Instant START = DeskFixture.START;

    @TempDir
    Path folder;

    private final DeskFixture seat = new DeskFixture("dispatcher");
    private final AskedCameras cameras = new AskedCameras();
    private final CardboardPlayer player = new CardboardPlayer();
    private final List<String> refused = new ArrayList<>();
    private CameraTile tile;
    private TileReplay replay;

    @BeforeAll
    static void toolkit() {
        Toolkit.start();
    }

    @BeforeEach
    void halfAMinute() throws IOException {
        seat.cameras = cameras;
        player.tape = Tapes.of(folder, START.minusSeconds(30), 30);
        fx(() -> {
            tile = new CameraTile(seat.hall.messages(), player, 1, false);
            new Scene(tile, 480, 300);
            tile.resize(480, 300);
            tile.layout();
            replay = new TileReplay(seat.desk, seat.hall, player, own -> own, Instant::toString);
        });
    }

    private void show(boolean recorded) {
        fx(() -> {
            tile.show(camera(recorded));
            tile.play();
        });
    }

    private void begin() {
        fx(() -> replay.turn(tile, refused::add));
        player.last().number = 1;
        fx(replay::pulse);
    }

    private void pass(double seconds) {
        seat.pass(Duration.ofMillis((long) (seconds * 1_000)));
        fx(replay::pulse);
    }

    private void jump(int seconds) {
        fx(() -> replay.jump(Duration.ofSeconds(seconds), refused::add));
        player.last().number = 1;
        fx(replay::pulse);
    }

    @Test
    void itRunsFromItsBeginningAndEndsWithWhatIsKept() {
        show(false);
        begin();
        assertThat(replay.says()).contains("−30 s");
        pass(10);
        assertThat(replay.says()).contains("−30 s", START.minusSeconds(20).toString());
        pass(21);
        assertThat(replay.isOn()).as("back to live").isFalse();
        assertThat(urls()).containsExactly("http://x/sub.ts");
    }

    @Test
    void heldItStaysAndGoesOnPictureByPicture() {
        show(false);
        begin();
        pass(5);
        fx(() -> replay.hold(refused::add));
        assertThat(player.last().held).isTrue();
        pass(60);
        assertThat(replay.isOn()).as("time stands").isTrue();
        assertThat(replay.says()).contains(START.minusSeconds(25).toString());
        fx(replay::step);
        pass(0);
        assertThat(player.last().steps).isEqualTo(1);
        assertThat(replay.says()).contains("02:41:53.04");
        fx(() -> replay.hold(refused::add));
        pass(4);
        assertThat(replay.says()).contains("02:41:57.04");
        fx(replay::step);
        assertThat(player.last().steps).as("only what stands still").isEqualTo(1);
    }

    @Test
    void whileItStallsNoTimeOfItGoesByAndNothingIsTakenOfIt() {
        show(false);
        begin();
        pass(5);
        Picture runs = player.last().picture;
        player.last().picture = new Picture.Stalled(START);
        pass(8);
        assertThat(replay.sight(tile)).isEmpty();
        assertThat(tile.watch()).isPresent();
        assertThat(tile.seen()).as("nor of what runs unseen beneath").isEmpty();
        assertThat(replay.says()).contains(START.minusSeconds(25).toString());
        player.last().picture = runs;
        pass(0);
        pass(1);
        assertThat(replay.sight(tile).orElseThrow().at()).isEqualTo(START.minusSeconds(24));
    }

    @Test
    void tenSecondsBackAndOn() {
        show(false);
        begin();
        pass(15);
        jump(-10);
        assertThat(replay.says()).contains(START.minusSeconds(25).toString());
        jump(10);
        assertThat(replay.says()).contains(START.minusSeconds(15).toString());
        jump(10);
        jump(10);
        assertThat(replay.isOn()).as("beyond its end is now").isFalse();
        assertThat(refused).isEmpty();
    }

    @Test
    void beforeWhatIsKeptItSaysHowMuchThereIs() {
        show(false);
        begin();
        pass(3);
        jump(-10);
        assertThat(replay.says()).contains(START.minusSeconds(30).toString(), "只留有最近 30 s");
        assertThat(cameras.playbacks).isEmpty();
    }

    @Test
    void whereThePlatformRecordsItGoesFurtherBackAndThenOnIntoWhatIsKept() {
        cameras.recording = new Found.Got<>(new CameraUse.Address("http://x/past.ts", "sub", null, null));
        show(true);
        begin();
        jump(-10);
        assertThat(cameras.playbacks).containsExactly(START.minusSeconds(40) + " " + START.minusSeconds(30));
        assertThat(player.last().stream.url()).isEqualTo("http://x/past.ts");
        assertThat(player.last().stream.grade()).isEqualTo(CameraStream.RECORDED);
        assertThat(replay.says()).contains(START.minusSeconds(40).toString());
        pass(10.5);
        player.last().number = 1;
        pass(0);
        assertThat(player.last().stream.url()).startsWith("file:");
        assertThat(player.last().stream.past()).isTrue();
        assertThat(replay.says()).contains(START.minusSeconds(30).toString());
    }

    @Test
    void aRecordingThatIsNotThereOrDoesNotPlayIsSaid() {
        cameras.recording = new Found.Refused<>("VID-4221", "");
        show(true);
        begin();
        jump(-10);
        assertThat(replay.says()).contains("VID-4221", "只留有最近 30 s");
        assertThat(player.last().stream.url()).startsWith("file:");
        cameras.recording = new Found.Got<>(new CameraUse.Address("http://x/past.ts", "sub", null, null));
        fx(() -> replay.jump(Duration.ofSeconds(-10), refused::add));
        player.last().picture = new Picture.Offline(Picture.Fault.UNREACHABLE, START, 0, START);
        fx(replay::pulse);
        player.last().number = 1;
        fx(replay::pulse);
        assertThat(replay.says()).contains("平台没有这一刻的录像");
        assertThat(player.last().stream.url()).startsWith("file:");
    }

    @Test
    void withNothingKeptHereThePlatformsRecordingIsAsked() {
        player.tape = null;
        show(false);
        fx(() -> replay.turn(tile, refused::add));
        assertThat(refused).containsExactly("replay.not-kept");
        show(true);
        fx(() -> replay.turn(tile, refused::add));
        assertThat(refused).containsExactly("replay.not-kept", "replay.no-recording-either");
        assertThat(replay.isOn()).isFalse();
        cameras.recording = new Found.Got<>(new CameraUse.Address("http://x/past.ts", "sub", null, null));
        begin();
        assertThat(replay.says()).contains("−30 s");
    }

    @Test
    void aRecordingIsEndedWhenTheReplayIs() {
        player.tape = null;
        cameras.recording = new Found.Got<>(new CameraUse.Address("http://x/past.ts", "sub", null, "v1"));
        show(true);
        begin();
        assertThat(cameras.left).isEmpty();
        cameras.recording = new Found.Got<>(new CameraUse.Address("http://x/earlier.ts", "sub", null, "v2"));
        jump(-10);
        assertThat(cameras.left).hasSize(1).allMatch(l -> l.endsWith(" v1"));
        fx(replay::end);
        assertThat(cameras.left).hasSize(2).last().asString().endsWith(" v2");
    }

    @Test
    void aTapeOnWhichNothingIsYetAsksThePlatform() throws IOException {
        player.tape = Tapes.of(folder.resolve("new"), START, 0);
        show(false);
        fx(() -> replay.turn(tile, refused::add));
        assertThat(refused).as("nobody else records it").containsExactly("replay.nothing");
        cameras.recording = new Found.Got<>(new CameraUse.Address("http://x/past.ts", "sub", null, null));
        show(true);
        begin();
        assertThat(cameras.playbacks).containsExactly(START.minusSeconds(30) + " " + START);
        assertThat(player.last().stream.grade()).isEqualTo(CameraStream.RECORDED);
        assertThat(replay.says()).contains("−30 s");
        cameras.recording = new Found.Unreachable<>();
        fx(replay::end);
        fx(() -> replay.turn(tile, refused::add));
        assertThat(refused).containsExactly("replay.nothing", "replay.no-recording-either");
        assertThat(replay.isOn()).isFalse();
    }

    @Test
    void aRecordingThatNeverShowsAPictureIsSaidAndNotPassedOver() {
        player.tape = null;
        cameras.recording = new Found.Got<>(new CameraUse.Address("http://x/past.ts", "sub", null, null));
        show(true);
        fx(() -> replay.turn(tile, refused::add));
        player.last().picture = new Picture.Offline(Picture.Fault.NO_PICTURE, START, 0, START);
        fx(replay::pulse);
        assertThat(replay.isOn()).isFalse();
        assertThat(refused).containsExactly("replay.no-recording-either");
    }

    @Test
    void whatIsKeptAndWouldNotPlayIsSaid() {
        show(false);
        fx(() -> replay.turn(tile, refused::add));
        player.last().picture = new Picture.NoDecoder("libvlc");
        fx(replay::pulse);
        assertThat(replay.isOn()).isFalse();
        assertThat(refused).containsExactly("replay.not-played");
        assertThat(urls()).containsExactly("http://x/sub.ts");
    }

    @Test
    void whatIsSeenHasItsOwnTimeAndSaysByWhichClock() {
        cameras.recording = new Found.Got<>(new CameraUse.Address("http://x/past.ts", "sub", null, null));
        show(true);
        assertThat(replay.sight(tile)).isEmpty();
        begin();
        pass(10);
        Shutter.Sight kept = replay.sight(tile).orElseThrow();
        assertThat(kept.at()).isEqualTo(START.minusSeconds(20));
        assertThat(kept.clock()).isEqualTo(Footage.ARRIVAL);
        fx(() -> replay.hold(refused::add));
        pass(100);
        assertThat(replay.sight(tile).orElseThrow().at()).isEqualTo(START.minusSeconds(20));
        jump(-20);
        Shutter.Sight recorded = replay.sight(tile).orElseThrow();
        assertThat(recorded.at()).isEqualTo(START.minusSeconds(40));
        assertThat(recorded.clock()).isEqualTo(Footage.RECORDING);
        assertThat(recorded.watch()).isEqualTo(player.last());
        CameraTile[] other = new CameraTile[1];
        fx(() -> other[0] = new CameraTile(seat.hall.messages(), player, 2, false));
        assertThat(replay.sight(other[0])).as("of another tile").isEmpty();
        fx(() -> replay.jump(Duration.ofSeconds(-10), refused::add));
        assertThat(replay.sight(tile)).as("no picture has come yet").isEmpty();
    }

    @Test
    void whatCannotBeHeldIsSaidAndRunsOn() {
        show(false);
        begin();
        player.last().holds = false;
        fx(() -> replay.hold(refused::add));
        assertThat(refused).containsExactly("replay.cannot-hold");
        assertThat(replay.isHeld()).isFalse();
        pass(10);
        assertThat(replay.says()).contains(START.minusSeconds(20).toString());
    }

    @Test
    void whatIsLetGoOfIsClosed() {
        show(false);
        begin();
        pass(12);
        jump(-10);
        jump(-10);
        fx(replay::end);
        assertThat(urls()).containsExactly("http://x/sub.ts");
        assertThat(folder.toFile().getParentFile().listFiles((_, name) -> name.startsWith("replay")))
                .isEmpty();
        assertThat(folder.toFile().listFiles((_, name) -> name.startsWith("replay")))
                .isEmpty();
    }

    private static Camera camera(boolean recorded) {
        return new Camera(
                new CameraId(recorded ? "r" : "c"),
                "玉林街",
                new Position(104, 30),
                new Camera.View(0, 60, "fixed"),
                List.of(new CameraStream("sub", "http://x/sub.ts", 640, 360, 25)),
                new CameraState(true, false),
                new Device(
                        "132",
                        null,
                        List.of(),
                        true,
                        recorded ? List.of(Device.PLAYBACK) : List.of(),
                        "gb",
                        List.of(),
                        List.of()));
    }

    private static void fx(Runnable work) {
        Toolkit.onFx((Callable<Boolean>) () -> {
            work.run();
            return true;
        });
    }

    private List<String> urls() {
        return player.watches.stream()
                .filter(w -> !w.closed)
                .map(w -> w.stream.url())
                .toList();
    }
}
