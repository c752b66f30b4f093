package org.yiping.console.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.console.link.Answer;
import org.yiping.console.link.Link;
import org.yiping.console.link.LinkSettings;
import org.yiping.console.link.LinkTools;
import org.yiping.console.store.CameraUse;
import org.yiping.console.store.Lookup.Found;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.video.Broadcast;
import org.yiping.fake.Await;
import org.yiping.protocol.SignIn;
import org.yiping.server.OnePlatform;
import org.yiping.server.Platform;
import org.yiping.server.video.FakeMedia;

/// The console's calls against the reference server.
@ExtendWith(OnePlatform.class)
class PlatformCamerasTest {
    private static final CameraId WEST = new CameraId("51010000001320000001");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private Link chiefs;
    private Link dispatchers;

    @BeforeEach
    void signIn(Platform one) {
        chiefs = link(one, "chief", "seat-c");
        dispatchers = link(one, "dispatcher", "seat-d");
    }

    @AfterEach
    void close() {
        chiefs.close();
        dispatchers.close();
        timer.shutdownNow();
        workers.shutdownNow();
    }

    private Link link(Platform one, String user, String seat) {
        Link link = new Link(
                new LinkSettings(
                        URI.create("http://127.0.0.1:" + one.uri("/").getPort()),
                        Locale.CHINESE,
                        new LinkSettings.Patience(PATIENCE, PATIENCE, PATIENCE),
                        new LinkSettings.Retry(Duration.ofMillis(5), Duration.ofMillis(40))),
                new LinkTools(InstantSource.system(), timer, workers, new Random(1)));
        assertThat(link.signIn(new SignIn.Request(
                                user, one.password(user), user.equals("chief") ? "leader" : "dispatcher", seat))
                        .join())
                .isInstanceOf(Answer.Ok.class);
        return link;
    }

    private static <T> T got(CompletableFuture<Found<T>> asked) {
        Found<T> found = asked.join();
        assertThat(found).isInstanceOf(Found.Got.class);
        return ((Found.Got<T>) found).value();
    }

    @Test
    void anAddressIsFresh() {
        CameraUse.Address address = got(new PlatformCameras(dispatchers.cameras()).play(WEST, "sub"));
        assertThat(address.url()).isEqualTo("http://127.0.0.1:9/a-sub.ts");
        assertThat(address.toString()).doesNotContain("127.0.0.1");
    }

    @Test
    void whatIsNoLongerWatchedIsEndedAtThePlatform(@TempDir Path folder) throws IOException {
        try (FakeMedia media = new FakeMedia();
                Platform platform = Platform.withVideo(folder, media.sources(folder));
                Link one = link(platform, "chief", "seat-c");
                Link two = link(platform, "dispatcher", "seat-d")) {
            CameraId gate = new CameraId(FakeMedia.CAMERA);
            CameraUse chief = new PlatformCameras(one.cameras());
            CameraUse dispatcher = new PlatformCameras(two.cameras());
            Await.until(
                    "the directory is read",
                    () -> chief.play(gate, "main").join() instanceof Found.Got<CameraUse.Address>);
            String first = viewing(chief.play(gate, "sub"));
            String second = viewing(dispatcher.play(gate, "sub"));
            assertThat(media.running).hasSize(2);
            chief.leave(gate, first).join();
            chief.leave(gate, first).join();
            assertThat(media.running).hasSize(2);
            dispatcher.leave(gate, second).join();
            Await.until("it is stopped", () -> media.running.size() == 1);
            dispatcher.play(gate, "sub").join();
            chief.leaveAll().join();
            Await.until("all of the chief's are", () -> media.running.size() == 1);
            assertThat(media.running.keySet()).containsExactly("/play/" + FakeMedia.CAMERA + "/sub");
            chief.play(gate, "main").join();
            Await.until("what comes too late, too", () -> media.running.size() == 1 && media.stops.get() == 3);
        }
    }

    private static String viewing(CompletableFuture<Found<CameraUse.Address>> asked) {
        String viewing = got(asked).viewing();
        assertThat(viewing).isNotNull();
        return viewing;
    }

    @Test
    void whoGoesFirstIsNamedToWhoWaits() {
        CameraUse chief = new PlatformCameras(chiefs.cameras());
        CameraUse dispatcher = new PlatformCameras(dispatchers.cameras());
        assertThat(got(chief.turn(WEST, 0.5, 0, 0)).state()).isEqualTo(CameraUse.DONE);
        CameraUse.Turned held = got(dispatcher.turn(WEST, 1, 0, 0));
        assertThat(held.state()).isEqualTo(CameraUse.HELD);
        assertThat(held.holder()).isNotNull();
        assertThat(held.holder().seat().value()).isEqualTo("seat-c");
        assertThat(got(chief.stop(WEST)).state()).isEqualTo(CameraUse.DONE);
    }

    @Test
    void ofWhatNobodyAskedForNothingIsKnown() {
        Found<CameraUse.Turned> found =
                new PlatformCameras(chiefs.cameras()).became(WEST, "nobody's").join();
        assertThat(found).isInstanceOf(Found.Refused.class);
        assertThat(((Found.Refused<CameraUse.Turned>) found).code()).isEqualTo("RES-4040");
    }

    @Test
    void aPresetIsSetAndListed() {
        CameraUse chief = new PlatformCameras(chiefs.cameras());
        assertThat(got(chief.preset(WEST, "set", new CameraUse.Preset(7, "路口"))).state())
                .isEqualTo(CameraUse.DONE);
        assertThat(got(chief.presets(WEST))).contains(new CameraUse.Preset(7, "路口"));
    }

    @Test
    void whatMayNotBeSaidSaysWhy() {
        Found<CameraUse.Said> said = new PlatformCameras(chiefs.cameras())
                .speak(WEST, new Broadcast.Words("请", 500, 1))
                .join();
        assertThat(said).isInstanceOf(Found.Refused.class);
        assertThat(((Found.Refused<CameraUse.Said>) said).code()).startsWith("VID-4220.");
    }

    @Test
    void favouritesAndObservationsAreTaken() {
        CameraUse use = new PlatformCameras(dispatchers.cameras());
        assertThat(got(use.keepFavourites(List.of(WEST)))).containsExactly(WEST);
        assertThat(got(use.favourites())).containsExactly(WEST);
        CameraUse.Told told = got(use.observed(List.of(new CameraUse.Observation(WEST, "live", Instant.now()))));
        assertThat(told.taken() + told.ignored()).isEqualTo(1);
        assertThat(got(use.captureFigures()).received()).isNotNegative();
    }
}
