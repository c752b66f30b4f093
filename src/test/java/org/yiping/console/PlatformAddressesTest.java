package org.yiping.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yiping.console.store.CameraUse.Address;
import org.yiping.console.store.Lookup.Found;
import org.yiping.console.video.Addresses.Given;
import org.yiping.console.video.Picture.Fault;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.camera.CameraState;
import org.yiping.domain.camera.CameraStream;
import org.yiping.domain.camera.Device;
import org.yiping.domain.geo.Position;

class PlatformAddressesTest {
    private static final CameraStream ASKED = new CameraStream("sub", "", 640, 360, 15);
    private static final CameraStream LISTED = new CameraStream("sub", "http://row/sub", 640, 360, 15);

    private Instant now = Instant.parse("2026-11-27T06:00:00Z");
    private final CardboardCameras platform = new CardboardCameras();
    private final PlatformAddresses addresses = new PlatformAddresses(() -> now, Runnable::run);

    @Test
    void anAddressComesFromWhoeverIsSignedIn() {
        assertThat(addresses.fresh(camera("a", ""), ASKED).join()).isEqualTo(new Given.None(Fault.NO_PLATFORM));
        addresses.bind(platform);
        CompletableFuture<Given> given = addresses.fresh(camera("a", "gb"), ASKED);
        assertThat(given).isNotDone();
        assertThat(platform.asked).containsExactly("a sub");
        platform.addresses.getFirst().complete(new Found.Got<>(new Address("http://of-now?secret", "sub", now, null)));
        assertThat(given.join()).isEqualTo(new Given.At(new CameraStream("sub", "http://of-now?secret", 640, 360, 15)));
        assertThat(given.join().toString() + ((Given.At) given.join()).stream()).doesNotContain("secret");
        addresses.clear();
        assertThat(addresses.fresh(camera("a", "gb"), ASKED).join()).isEqualTo(new Given.None(Fault.NO_PLATFORM));
        assertThat(platform.asked).hasSize(1);
    }

    @Test
    void whatWasBegunForSeveralEndsWithTheLastOfThem() {
        addresses.bind(platform);
        CompletableFuture<Given> one = addresses.fresh(camera("a", "gb"), ASKED);
        CompletableFuture<Given> two = addresses.fresh(camera("a", "gb"), ASKED);
        platform.addresses.getFirst().complete(new Found.Got<>(new Address("http://x", "sub", now, "v1")));
        CompletableFuture<Given> next = addresses.fresh(camera("a", "gb"), ASKED);
        platform.addresses.getLast().complete(new Found.Got<>(new Address("http://x", "sub", now, "v2")));
        ended(one);
        ended(one);
        assertThat(platform.left).as("another window shows it").isEmpty();
        ended(two);
        assertThat(platform.left).containsExactly("a v1");
        ended(next);
        assertThat(platform.left).containsExactly("a v1", "a v2");
    }

    @Test
    void whereNothingWasBegunNothingIsEnded() {
        addresses.bind(platform);
        CompletableFuture<Given> given = addresses.fresh(camera("a", "gb"), ASKED);
        platform.addresses.getFirst().complete(new Found.Got<>(new Address("http://x", "sub", null, null)));
        ended(given);
        assertThat(platform.left).isEmpty();
    }

    @Test
    void aConsoleThatClosesEndsWhatItWatches() {
        addresses.clear();
        addresses.bind(platform);
        addresses.clear();
        addresses.clear();
        assertThat(platform.left).containsExactly("all");
    }

    private static void ended(CompletableFuture<Given> given) {
        ((Given.At) given.join()).viewing().end();
    }

    @Test
    void whatItsRowListsIsPlayedAsItIsUnlessASourceAnswersForIt() {
        addresses.bind(platform);
        assertThat(addresses.fresh(camera("a", ""), LISTED).join()).isEqualTo(new Given.At(LISTED));
        assertThat(platform.asked).isEmpty();
        addresses.fresh(camera("a", "gb"), LISTED);
        assertThat(platform.asked).hasSize(1);
    }

    @Test
    void whatWasRecordedOrKeptHereGetsNoLiveAddressInItsPlace() {
        addresses.bind(platform);
        for (String grade : List.of(CameraStream.RECORDED, CameraStream.KEPT)) {
            CameraStream past = new CameraStream(grade, "file:/tmp/kept.ts", 640, 360, 15);
            assertThat(addresses.fresh(camera("a", "gb"), past)).isCompletedWithValue(new Given.At(past));
        }
        assertThat(platform.asked).isEmpty();
    }

    @Test
    void theSameQuestionIsAskedOnceAtATime() {
        addresses.bind(platform);
        CompletableFuture<Given> one = addresses.fresh(camera("a", "gb"), ASKED);
        CompletableFuture<Given> two = addresses.fresh(camera("a", "gb"), ASKED);
        addresses.fresh(camera("b", "gb"), ASKED);
        assertThat(platform.asked).containsExactly("a sub", "b sub");
        platform.addresses.getFirst().complete(new Found.Got<>(new Address("http://x", "sub", null, null)));
        assertThat(one.join()).isEqualTo(two.join());
        addresses.fresh(camera("a", "gb"), ASKED);
        assertThat(platform.asked).as("the next try has its own").hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({
        "VID-4030, FORBIDDEN",
        "VID-4031, SOURCE_REFUSES",
        "VID-4040, NOT_AT_SOURCE",
        "VID-4091, DEVICE_OFFLINE",
        "VID-5030.silent, SOURCE_SILENT",
        "VID-9999, NO_ADDRESS"
    })
    void aRefusalKeepsItsMeaning(String code, Fault fault) {
        addresses.bind(platform);
        CompletableFuture<Given> given = addresses.fresh(camera("a", "gb"), ASKED);
        platform.addresses.getFirst().complete(new Found.Refused<>(code, "words"));
        assertThat(given.join()).isEqualTo(new Given.None(fault));
    }

    @Test
    void aSourceThatRefusesThePlatformIsLeftAlone() {
        addresses.bind(platform);
        addresses.fresh(camera("a", "gb"), ASKED);
        platform.addresses.getFirst().complete(new Found.Refused<>("VID-4031", ""));
        now = now.plus(PlatformAddresses.LEFT_ALONE).minusSeconds(1);
        assertThat(addresses.fresh(camera("a", "gb"), ASKED).join()).isEqualTo(new Given.None(Fault.SOURCE_REFUSES));
        assertThat(platform.asked).hasSize(1);
        now = now.plus(Duration.ofSeconds(1));
        addresses.fresh(camera("a", "gb"), ASKED);
        assertThat(platform.asked).hasSize(2);
    }

    static Camera camera(String id, String source) {
        return new Camera(
                new CameraId(id),
                id,
                new Position(104, 30),
                new Camera.View(0, 60, "fixed"),
                List.of(ASKED),
                new CameraState(true, false),
                new Device("132", null, List.of(), true, List.of(), source, List.of(), List.of()));
    }
}
