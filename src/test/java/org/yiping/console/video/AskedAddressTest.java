package org.yiping.console.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.yiping.console.video.Addresses.Given;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.camera.CameraState;
import org.yiping.domain.camera.CameraStream;
import org.yiping.domain.camera.Device;
import org.yiping.domain.geo.Position;

/// Streams that are listed without an address, on decoders of cardboard, with the time in hand.
class AskedAddressTest {
    private static final FrameSize SMALL = new FrameSize(64, 36);
    private static final CameraStream SUB = new CameraStream("sub", "", 640, 360, 15);

    private Instant now = Instant.parse("2026-11-27T06:00:00Z");
    private final List<CardboardDecoder> made = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();
    private final List<CompletableFuture<Given>> answers = new ArrayList<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final DecodingPlayer player = new DecodingPlayer(
            new CardboardDecoders(made, () -> now = now.plusMillis(100)),
            CardboardClock.of(() -> now),
            timer,
            new Random(5),
            (camera, _) -> {
                asked.add(camera.id().value());
                answers.add(new CompletableFuture<>());
                return answers.getLast();
            });

    @AfterEach
    void stop() {
        player.close();
        timer.shutdownNow();
    }

    @Test
    void anAddressIsAskedForBeforeItIsPlayed() {
        Watch watch = watch("a");
        assertThat(asked).containsExactly("a");
        assertThat(made.getFirst().playing).isNull();
        assertThat(watch.picture()).isInstanceOf(Picture.Connecting.class);
        give("http://one");
        assertThat(made.getFirst().playing).isEqualTo("http://one");
        made.getFirst().move(3);
        assertThat(watch.picture()).isInstanceOf(Picture.Live.class);
    }

    @Test
    void anotherTryHasAnotherAddress() {
        Watch watch = watch("a");
        give("http://one");
        made.getFirst().move(3);
        made.getFirst().target().ended(Picture.Fault.ENDED);
        pass(3);
        assertThat(asked).hasSize(2);
        give("http://two");
        assertThat(made.getFirst().playing).isEqualTo("http://two");
        made.getFirst().move(3);
        assertThat(watch.picture()).isInstanceOf(Picture.Live.class);
    }

    @Test
    void twoCamerasThatListTheSameAreTwo() {
        watch("a");
        watch("b");
        assertThat(asked).containsExactly("a", "b");
        assertThat(player.decodes()).isEqualTo(2);
    }

    @Test
    void aRefusalIsSaidAndAskedAgainInItsTime() {
        List<Picture> told = new ArrayList<>();
        Watch watch = player.watch(camera("a"), SMALL, told::add);
        answers.getLast().complete(new Given.None(Picture.Fault.FORBIDDEN));
        assertThat(fault(watch)).isEqualTo(Picture.Fault.FORBIDDEN);
        assertThat(told).hasSize(1);
        pass(20);
        assertThat(asked).as("rights do not change in a moment").hasSize(1);
        pass(20);
        assertThat(asked).hasSize(2);
        answers.getLast().complete(new Given.None(Picture.Fault.SOURCE_SILENT));
        assertThat(fault(watch)).isEqualTo(Picture.Fault.SOURCE_SILENT);
        assertThat(made.getFirst().plays).isZero();
    }

    @Test
    void anAnswerThatComesTooLateIsNone() {
        Watch watch = watch("a");
        CompletableFuture<Given> late = answers.getLast();
        pass(11);
        assertThat(fault(watch)).isEqualTo(Picture.Fault.NO_PICTURE);
        late.complete(new Given.At(stream("http://late")));
        assertThat(made.getFirst().playing).isNull();
        pass(3);
        assertThat(asked).hasSize(2);
        give("http://two");
        assertThat(made.getFirst().playing).isEqualTo("http://two");
        watch.close();
        assertThat(made.getFirst().playing).isNull();
    }

    @Test
    void anAnswerAfterTheEndStartsNothing() {
        watch("a").close();
        give("http://one");
        assertThat(made.getFirst().plays).isZero();
    }

    @Test
    void noAnswerAndAnEmptyOneAreNoAddress() {
        Watch one = watch("a");
        answers.getLast().completeExceptionally(new IllegalStateException("broken"));
        assertThat(fault(one)).isEqualTo(Picture.Fault.NO_ADDRESS);
        Watch two = watch("b");
        give("");
        assertThat(fault(two)).isEqualTo(Picture.Fault.NO_ADDRESS);
    }

    @Test
    void refusedCredentialsAreNotGuessedAtByAskingAgain() {
        Watch watch = watch("a");
        give("http://one");
        made.getFirst().target().ended(Picture.Fault.REFUSED);
        pass(60);
        assertThat(asked).hasSize(1);
        watch.close();
        assertThat(fault(watch("a"))).as("a tour comes by again").isEqualTo(Picture.Fault.REFUSED);
        assertThat(asked).hasSize(1);
        watch("b");
        assertThat(asked).as("another camera").hasSize(2);
    }

    @Test
    void aCameraThatHangsOnAnotherSourceIsAskedForAgain() {
        player.watch(camera("a", SUB, "old"), SMALL, _ -> {}).close();
        Watch watch = player.watch(camera("a", SUB, "old"), SMALL, _ -> {});
        give("http://one");
        made.getLast().target().ended(Picture.Fault.REFUSED);
        watch.close();
        int before = asked.size();

        assertThat(fault(player.watch(camera("a", SUB, "old"), SMALL, _ -> {}))).isEqualTo(Picture.Fault.REFUSED);
        assertThat(asked).hasSize(before);
        player.watch(camera("a", SUB, "new"), new FrameSize(640, 360), _ -> {});
        assertThat(asked).hasSize(before + 1);
    }

    @Test
    void fiftyAtOnceAreAskedForInTurn() {
        for (int i = 0; i < 50; i++) {
            watch("c" + i);
        }
        assertThat(asked).hasSize(Openings.AT_ONCE);
        pass(5);
        assertThat(asked).doesNotHaveDuplicates().hasSize(50);
    }

    @Test
    void aListedAddressThatIsRefusedIsExchangedOnce() {
        CameraStream listed = stream("http://listed");
        player.watch(camera("a", listed), SMALL, _ -> {});
        for (int i = 1; i <= 5; i++) {
            made.getFirst().target().ended(Picture.Fault.REFUSED);
            give("http://other-" + i);
            pass(1);
        }
        assertThat(made.getFirst().plays).isEqualTo(2);
    }

    private Watch watch(String id) {
        return player.watch(camera(id), SMALL, _ -> {});
    }

    private void give(String url) {
        answers.getLast().complete(new Given.At(stream(url)));
    }

    private static Picture.Fault fault(Watch watch) {
        return ((Picture.Offline) watch.picture()).fault();
    }

    private void pass(int seconds) {
        for (int i = 0; i < 5 * seconds; i++) {
            now = now.plusMillis(200);
            player.supervise();
        }
    }

    private static CameraStream stream(String url) {
        return new CameraStream("sub", url, 640, 360, 15);
    }

    private static Camera camera(String id) {
        return camera(id, SUB);
    }

    private static Camera camera(String id, CameraStream stream) {
        return new Camera(
                new CameraId(id),
                id,
                new Position(104, 30),
                new Camera.View(0, 60, "fixed"),
                List.of(stream),
                new CameraState(true, false));
    }

    private static Camera camera(String id, CameraStream stream, String source) {
        Camera c = camera(id, stream);
        Device device = new Device("132", null, List.of(), true, List.of(), source, List.of(), List.of());
        return new Camera(c.id(), c.name(), c.position(), c.view(), c.streams(), c.state(), device);
    }
}
