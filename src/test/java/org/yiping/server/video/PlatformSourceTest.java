package org.yiping.server.video;

// long because one peer answers for all calls of a platform

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.camera.Device;
import org.yiping.domain.video.Broadcast;
import org.yiping.fake.ManualClock;

class PlatformSourceTest {
    private static final Instant NOW = Instant.parse("2026-11-27T08:00:00Z");
    private static final CameraId CAMERA = new CameraId("34020000001320000013");
    /// As devices really send it: a path as parent, 65535 children, no place, odd words for a status, a ring.
    private static final String TREE = """
            {"code": 0, "data": [
             {"deviceId": "34020000", "name": "城管局", "parentId": ""},
             {"deviceId": "34020000002150000001", "name": "市容", "parentId": "34020000"},
             {"deviceId": "34020000002160000001", "name": "东区", "parentId": "34020000/34020000002150000001", "parental": 65535},
             {"deviceId": "34020000001320000013", "name": "路口", "parentId": "34020000/34020000002160000001/",
              "status": "On", "longitude": 0, "latitude": 0, "ptzType": 1},
             {"deviceId": "34020000001320000014", "name": "", "parentId": "34020000001320000015", "status": "OK",
              "longitude": 104.1, "latitude": 30.1, "ptzType": 3},
             {"deviceId": "34020000001320000015", "name": "环", "parentId": "34020000001320000014", "status": "OFF"},
             {"deviceId": "34020000001320000016", "name": "无状态", "longitude": 999, "latitude": 30}]}
            """;

    private final ManualClock clock = new ManualClock(NOW);
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final AtomicInteger plays = new AtomicInteger();
    private HttpServer server;
    private PlatformSource source;
    private String token = "secret";
    private volatile String tree = TREE;
    private volatile String taken = "{\"code\": 0, \"data\": {\"state\": \"sent\", \"ticket\": \"t1\"}}";
    private volatile String ticketed = "{\"code\": 0, \"data\": {\"state\": \"done\"}}";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        source = source("secret");
    }

    private PlatformSource source(String ours) {
        return source(
                ours,
                Map.of(
                        "directory", "/devices",
                        "play", "/play/{camera}/{grade}",
                        "playback", "/playback/{camera}?from={from}&until={until}",
                        "move", "/ptz/{camera}?x={pan}&y={tilt}&z={zoom}",
                        "ask", "/tickets/{ticket}"));
    }

    private PlatformSource source(String ours, Map<String, String> paths) {
        return new PlatformSource(
                "gb",
                new PlatformSettings(
                        URI.create("http://127.0.0.1:" + server.getAddress().getPort()),
                        ours,
                        Duration.ofMillis(500),
                        paths,
                        Map.of()),
                clock);
    }

    @AfterEach
    void end() {
        source.close();
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().toString();
        asked.add(path);
        boolean known = ("Bearer " + token).equals(exchange.getRequestHeaders().getFirst("Authorization"));
        String body = path.equals("/devices")
                ? tree
                : path.startsWith("/play/34020000001320000099")
                        ? "{\"code\": 486, \"msg\": \"busy here\"}"
                        : path.startsWith("/play/34020000001320000098")
                                ? "<html>login</html>"
                                : path.startsWith("/play")
                                        ? "{\"code\": 0, \"data\": {\"url\": \"http://media/" + plays.incrementAndGet()
                                                + ".flv\", \"expires\": 60, \"session\": \"s1\"}}"
                                        : path.startsWith("/tickets") ? ticketed : taken;
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(known ? 200 : 401, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Test
    void theTreeIsReadAsDevicesReallySendIt() {
        List<VideoSource.Listed> listed = source.directory();
        assertThat(listed)
                .extracting(l -> l.id().value())
                .containsExactly(
                        "34020000001320000013", "34020000001320000014", "34020000001320000015", "34020000001320000016");
        VideoSource.Listed first = listed.getFirst();
        assertThat(first.parents()).containsExactly("城管局", "市容", "东区");
        assertThat(first.longitude()).as("zero is nowhere").isNull();
        assertThat(first.online()).isTrue();
        assertThat(first.abilities())
                .as("a dome of a platform that has recordings")
                .containsExactlyInAnyOrder(Device.PTZ, Device.PRESETS, Device.PLAYBACK);
        assertThat(listed.get(1).abilities()).containsExactly(Device.PLAYBACK);
        assertThat(listed.get(1).name()).isEqualTo("34020000001320000014");
        assertThat(listed.get(1).parents()).as("a ring ends").hasSizeLessThan(4);
        assertThat(listed.get(2).online()).isFalse();
        assertThat(listed.get(3).online()).as("nothing said is not offline").isNull();
        assertThat(listed.get(3).longitude()).isNull();
    }

    /// A loudspeaker by its type, a camera whose platform says that it has one, one that has none, a body camera, a
    /// drone.
    @Test
    void whatADeviceCanDoIsWhatItIsAndWhatThePlatformCanBeAskedFor() {
        tree = """
                {"code": 0, "data": [
                 {"deviceId": "34020000001370000001", "name": "音柱", "status": "在线"},
                 {"deviceId": "34020000001320000002", "name": "带喇叭", "status": "离线", "hasSpeaker": true},
                 {"deviceId": "34020000001320000003", "name": "无喇叭", "hasSpeaker": 0},
                 {"deviceId": "34020000001380000004", "name": "执法仪"},
                 {"deviceId": "34020000001320000005", "name": "无人机", "mobile": "1"}]}
                """;
        assertThat(source.directory())
                .as("it offers no speaking")
                .extracting(VideoSource.Listed::abilities)
                .containsExactly(
                        Set.of(),
                        Set.of(Device.PLAYBACK),
                        Set.of(Device.PLAYBACK),
                        Set.of(Device.PLAYBACK, Device.MOVES),
                        Set.of(Device.PLAYBACK, Device.MOVES));
        try (PlatformSource speaks = source("secret", Map.of("directory", "/devices", "speak", "/speak/{camera}"))) {
            List<VideoSource.Listed> listed = speaks.directory();
            assertThat(listed)
                    .as("it offers no recordings")
                    .extracting(VideoSource.Listed::abilities)
                    .containsExactly(
                            Set.of(Device.SPEAKER),
                            Set.of(Device.SPEAKER),
                            Set.of(),
                            Set.of(Device.MOVES),
                            Set.of(Device.MOVES));
            assertThat(listed).extracting(VideoSource.Listed::online).containsExactly(true, false, null, null, null);
        }
    }

    @Test
    void anAddressExpiresAndIsAskedForAnew() {
        VideoSource.Address first = source.play(CAMERA, "sub", null);
        assertThat(first.url()).isEqualTo("http://media/1.flv");
        assertThat(first.expiresAt()).isEqualTo(NOW.plusSeconds(60));
        assertThat(source.play(CAMERA, "sub", null).url()).isEqualTo("http://media/2.flv");
        assertThat(first.toString()).doesNotContain("media");
        source.play(CAMERA, "main", new VideoSource.Recorded(NOW.minusSeconds(60), NOW));
        assertThat(asked.getLast()).contains("from=2026-11-27T07%3A59%3A00Z");
    }

    @Test
    void whatIsSentIsPendingUntilTheTicketSaysDone() {
        VideoSource.Told told = source.move(CAMERA, new VideoSource.Motion(-1, 0.5, 0));
        assertThat(told).isEqualTo(VideoSource.Told.pending("t1"));
        assertThat(asked.getLast()).endsWith("x=-100&y=50&z=0");
        assertThat(source.ask("t1").state()).isEqualTo("done");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"code\": 0}|sent",
                "{\"code\": 0, \"data\": {}}|sent",
                "{\"code\": 0, \"data\": {\"state\": \"accepted\"}}|sent",
                "{\"code\": 0, \"data\": {\"state\": \"pending\"}}|sent",
                "{\"code\": 0, \"data\": {\"ticket\": \"t1\"}}|pending",
                "{\"code\": 0, \"data\": {\"state\": \"SUCCESS\", \"ticket\": \"t1\"}}|done",
                "{\"code\": 0, \"data\": {\"state\": \"error\"}}|failed"
            })
    void doneIsWhatThePlatformCallsSo(String body, String state) {
        taken = body;
        assertThat(source.move(CAMERA, VideoSource.Motion.STOP).state()).isEqualTo(state);
    }

    @Test
    void aTicketIsPendingUntilThePlatformSaysMoreAndOfNoUseWithoutAWayToAsk() {
        for (String body : List.of("{\"code\": 0}", "{\"code\": 0, \"data\": {\"state\": \"running\"}}")) {
            ticketed = body;
            assertThat(source.ask("t1")).isEqualTo(VideoSource.Told.pending("t1"));
        }
        try (PlatformSource mute = source("secret", Map.of("speak", "/speak/{camera}?text={text}"))) {
            assertThat(mute.speak(CAMERA, new Broadcast.Words("请离开", 60, 1)))
                    .as("it may have been heard")
                    .isEqualTo(VideoSource.Told.sent());
        }
    }

    @Test
    void presetsAreThereWhenTheDeviceHasThemAndNotWhenTheyWereAskedFor() throws IOException {
        try (FakeMedia media = new FakeMedia();
                PlatformSource gb = of(media)) {
            assertThat(gb.presets(CAMERA)).isEmpty();
            VideoSource.Told set = gb.preset(CAMERA, new VideoSource.Preset("set", 3, "路口 东"));
            assertThat(set.state()).isEqualTo("pending");
            assertThat(gb.presets(CAMERA)).isEmpty();
            assertThat(done(gb, set)).isEqualTo("done");
            assertThat(gb.presets(CAMERA)).containsExactly(new VideoSource.Preset("call", 3, "路口 东"));
            assertThat(done(gb, gb.preset(CAMERA, gb.presets(CAMERA).getFirst())))
                    .isEqualTo("done");
            assertThat(done(gb, gb.preset(CAMERA, new VideoSource.Preset("call", 9, ""))))
                    .isEqualTo("failed");
            assertThat(done(gb, gb.preset(CAMERA, new VideoSource.Preset("delete", 3, ""))))
                    .isEqualTo("done");
            assertThat(gb.presets(CAMERA)).isEmpty();
            assertThatThrownBy(() -> gb.ask(String.valueOf(set.ticket())))
                    .as("that is over")
                    .hasMessage("unknown");
        }
    }

    @Test
    void whatIsSaidAloudComesAsLoudAndAsOftenAsItWasWishedAndIsPendingUntilThen() throws IOException {
        try (FakeMedia media = new FakeMedia();
                PlatformSource gb = of(media)) {
            VideoSource.Told said = gb.speak(CAMERA, new Broadcast.Words("请勿占道，谢谢 & 再见", 65, 2));
            assertThat(said.state()).isEqualTo("pending");
            assertThat(media.heard).isEmpty();
            assertThat(done(gb, said)).isEqualTo("done");
            assertThat(media.heard).containsExactly("请勿占道，谢谢 & 再见 65 2");
        }
    }

    private PlatformSource of(FakeMedia media) {
        return new PlatformSource(
                "gb",
                new PlatformSettings(media.uri(), null, Duration.ofSeconds(5), FakeMedia.paths(), Map.of()),
                clock);
    }

    /// What the device did, which it has not done yet when it is asked after for the first time.
    private static String done(PlatformSource gb, VideoSource.Told told) {
        String ticket = String.valueOf(told.ticket());
        assertThat(gb.ask(ticket)).isEqualTo(VideoSource.Told.pending(ticket));
        return gb.ask(ticket).state();
    }

    @ParameterizedTest
    @CsvSource({"34020000001320000099,offline", "34020000001320000098,silent"})
    void whatGoesWrongHasACode(String camera, String code) {
        assertThatThrownBy(() -> source.play(new CameraId(camera), "sub", null)).hasMessage(code);
    }

    @Test
    void credentialsThatAreRefusedAreTriedOnceEachTimeAndToldToNobody() {
        token = "another";
        assertThatThrownBy(() -> source.play(CAMERA, "sub", null))
                .isInstanceOf(VideoFault.class)
                .hasMessage("refused");
        assertThat(asked).hasSize(1);
        assertThatThrownBy(() -> source.preset(CAMERA, new VideoSource.Preset("call", 1, "")))
                .as("no path for it")
                .hasMessage("unable");
        assertThat(new PlatformSettings(
                                URI.create("http://u:p@h/"), "secret", Duration.ofSeconds(1), Map.of(), Map.of())
                        .toString())
                .doesNotContain("secret", "u:p");
    }

    @Test
    void aSessionIsStoppedOnceAndWhatDoesNotRunIsUnknown() throws IOException {
        try (FakeMedia media = new FakeMedia();
                PlatformSource gb = of(media)) {
            VideoSource.Address one = gb.play(CAMERA, "sub", null);
            assertThat(gb.play(CAMERA, "sub", null)).isEqualTo(one);
            assertThat(media.running).hasSize(1);
            gb.stop(CAMERA, one);
            assertThat(media.running).isEmpty();
            assertThatThrownBy(() -> gb.stop(CAMERA, one))
                    .as("said in the body")
                    .hasMessage("unknown");
        }
        source.stop(CAMERA, new VideoSource.Address("http://media/1.flv", null, "s1"));
        assertThat(asked).as("no path to stop by").isEmpty();
    }

    @Test
    void aDeadPlatformIsSilent() {
        server.stop(0);
        assertThatThrownBy(() -> source.directory()).hasMessage("silent");
    }
}
