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
import org.yiping.domain.geo.Position;

/// What was begun by asking for an address ends when its stream is closed; decoders of cardboard, the time in hand.
class EndedViewingTest {
    private static final FrameSize SMALL = new FrameSize(64, 36);
    private static final CameraStream SUB = new CameraStream("sub", "", 640, 360, 15);

    private Instant now = Instant.parse("2026-11-27T06:00:00Z");
    private final List<CardboardDecoder> made = new ArrayList<>();
    private final List<String> ended = new ArrayList<>();
    private final List<CompletableFuture<Given>> answers = new ArrayList<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final DecodingPlayer player = new DecodingPlayer(
            new CardboardDecoders(made, () -> now = now.plusMillis(100)),
            CardboardClock.of(() -> now),
            timer,
            new Random(5),
            (_, _) -> {
                answers.add(new CompletableFuture<>());
                return answers.getLast();
            });

    @AfterEach
    void stop() {
        player.close();
        timer.shutdownNow();
    }

    @Test
    void whatWasBegunEndsWithTheLastTile() {
        Watch one = watch("a");
        Watch two = watch("a");
        give("http://one", "v1");
        made.getFirst().move(3);
        one.close();
        assertThat(ended).isEmpty();
        two.close();
        two.close();
        assertThat(ended).containsExactly("v1");
    }

    @Test
    void anotherSizeIsAnotherViewing() {
        Watch small = watch("a");
        give("http://one", "v1");
        Watch large = player.watch(camera("a"), new FrameSize(640, 360), _ -> {});
        give("http://one", "v2");
        small.close();
        assertThat(ended).containsExactly("v1");
        large.close();
        assertThat(ended).containsExactly("v1", "v2");
    }

    @Test
    void aTryThatFailedIsEndedBeforeTheNextHasItsAddress() {
        Watch watch = watch("a");
        give("http://one", "v1");
        made.getFirst().move(3);
        made.getFirst().target().ended(Picture.Fault.ENDED);
        assertThat(ended).containsExactly("v1");
        pass(3);
        give("http://two", "v2");
        made.getFirst().move(3);
        assertThat(ended).containsExactly("v1");
        pass(60);
        assertThat(watch.picture()).as("it came to stand still").isNotInstanceOf(Picture.Live.class);
        assertThat(ended).containsExactly("v1", "v2");
    }

    @Test
    void whatIsBegunTooLateOrInVainEndsAtOnce() {
        Watch watch = watch("a");
        CompletableFuture<Given> late = answers.getLast();
        pass(11);
        late.complete(begun("http://late", "v1"));
        assertThat(ended).containsExactly("v1");
        pass(3);
        give("", "v2");
        assertThat(ended).containsExactly("v1", "v2");
        watch.close();
        Watch other = watch("b");
        CompletableFuture<Given> open = answers.getLast();
        other.close();
        open.complete(begun("http://closed", "v3"));
        assertThat(ended).containsExactly("v1", "v2", "v3");
    }

    @Test
    void aPlayerThatClosesEndsAll() {
        watch("a");
        give("http://one", "v1");
        watch("b");
        give("http://two", "v2");
        player.close();
        assertThat(ended).containsExactlyInAnyOrder("v1", "v2");
    }

    @Test
    void aListedStreamThatMovedKeepsWhatItPlaysByAndEndsBoth() {
        Watch watch = player.watch(camera("a", stream("http://listed")), SMALL, _ -> {});
        made.getFirst().move(3);
        made.getFirst().target().ended(Picture.Fault.ENDED);
        give("http://other", "v1");
        pass(3);
        assertThat(made.getFirst().playing).isEqualTo("http://other");
        assertThat(ended).isEmpty();
        made.getFirst().move(3);
        made.getFirst().target().ended(Picture.Fault.ENDED);
        assertThat(ended).containsExactly("v1");
        CompletableFuture<Given> open = answers.getLast();
        open.complete(begun("http://third", "v2"));
        watch.close();
        assertThat(ended).containsExactly("v1", "v2");
    }

    private Watch watch(String id) {
        return player.watch(camera(id), SMALL, _ -> {});
    }

    private void give(String url, String viewing) {
        answers.getLast().complete(begun(url, viewing));
    }

    private Given begun(String url, String viewing) {
        boolean[] over = {false};
        return new Given.At(stream(url), () -> {
            if (!over[0]) {
                over[0] = true;
                ended.add(viewing);
            }
        });
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
}
