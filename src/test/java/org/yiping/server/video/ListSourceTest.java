package org.yiping.server.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.camera.CameraState;
import org.yiping.domain.camera.Device;
import org.yiping.domain.geo.Position;
import org.yiping.domain.video.Broadcast;

/// A CSV list of addresses as a source.
class ListSourceTest {
    private static final CameraId GATE = new CameraId("gate-1");
    private static final String LINES = """
            camera,grade,address
            gate-1,main,rtsp://user:pass,word@10.1.2.3/main
            gate-1, sub ,rtsp://10.1.2.3/sub

            gate-2,main,http://10.1.2.4/live.m3u8?a=1,2
            """;

    @TempDir
    private Path folder;

    private static ListSource source() {
        return new ListSource("old", ListSource.lines("old", LINES));
    }

    @Test
    void itPlaysTheGradeThatIsAskedForOrElseTheOther() {
        assertThat(url(GATE, "main"))
                .as("an address is the rest of its line")
                .isEqualTo("rtsp://user:pass,word@10.1.2.3/main");
        assertThat(url(GATE, "sub")).isEqualTo("rtsp://10.1.2.3/sub");
        assertThat(url(new CameraId("gate-2"), "sub")).isEqualTo("http://10.1.2.4/live.m3u8?a=1,2");
        assertThatThrownBy(() -> url(new CameraId("gate-3"), "sub")).hasMessage("unknown");
    }

    private static String url(CameraId camera, String grade) {
        return source().play(camera, grade, null).url();
    }

    @Test
    void itSaysWhichCamerasItHasAndNothingMoreOfThem() {
        List<VideoSource.Listed> listed = source().directory();
        assertThat(listed).extracting(l -> l.id().value()).containsExactly("gate-1", "gate-2");
        assertThat(listed).allSatisfy(l -> {
            assertThat(l.online()).as("nobody has looked").isNull();
            assertThat(l.longitude()).isNull();
            assertThat(l.abilities()).isEmpty();
        });
    }

    @Test
    void itDoesNothingElse() {
        ListSource source = source();
        VideoSource.Recorded past = new VideoSource.Recorded(Instant.EPOCH, Instant.EPOCH.plusSeconds(60));
        assertThatThrownBy(() -> source.play(GATE, "main", past)).hasMessage("unable");
        assertThatThrownBy(() -> source.move(GATE, VideoSource.Motion.STOP)).hasMessage("unable");
        assertThatThrownBy(() -> source.preset(GATE, new VideoSource.Preset("call", 1, "")))
                .hasMessage("unable");
        assertThatThrownBy(() -> source.speak(GATE, new Broadcast.Words("请离开", 60, 1)))
                .hasMessage("unable");
        assertThat(source.presets(GATE)).isEmpty();
        assertThat(source.play(GATE, "main", null).toString()).doesNotContain("pass");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gate-1,main", "gate-1,third,rtsp://x", "gate-1,main, ", ",main,rtsp://x", "gate-1"})
    void aBadLineIsNamedByItsNumberAndWithoutWhatItHolds(String line) {
        assertThatThrownBy(() -> ListSource.lines("old", LINES + line))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the list of old, line 6: camera,main|sub,address");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----"})
    void aFileWithAddressesThatOthersMayReadOrWriteIsRefused(String mode) throws IOException {
        Path file = files("rw-------");
        try (VideoSources sources = VideoSources.of(file, InstantSource.system())) {
            assertThat(sources.of(camera("old", false))).isPresent();
        }
        Files.setPosixFilePermissions(folder.resolve("addresses.csv"), PosixFilePermissions.fromString(mode));
        assertThatThrownBy(() -> VideoSources.of(file, InstantSource.system()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("addresses.csv")
                .hasMessageContaining("chmod 600");
    }

    @Test
    void aCameraIsAskedForAtTheSourceItNamesAndNowhereElse() throws IOException {
        try (VideoSources sources = VideoSources.of(files("rw-------"), InstantSource.system())) {
            assertThat(sources.of(camera("old", true)).map(VideoSource::name)).contains("old");
            assertThat(sources.of(camera("another", true))).isEmpty();
            assertThat(sources.of(camera("", true)).map(VideoSource::name)).contains("simulator");
            assertThat(sources.of(camera("", false))).isEmpty();
        }
    }

    @Test
    void whatItGivesOutPlays() throws Exception {
        byte[] stream = {0x47, 1, 2, 3};
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/live.ts", exchange -> {
            exchange.sendResponseHeaders(200, stream.length);
            exchange.getResponseBody().write(stream);
            exchange.close();
        });
        server.start();
        try (HttpClient client = HttpClient.newHttpClient()) {
            String address = "http://127.0.0.1:" + server.getAddress().getPort() + "/live.ts";
            ListSource source = new ListSource("old", ListSource.lines("old", "gate-1,sub," + address));
            URI url = URI.create(source.play(GATE, "main", null).url());
            assertThat(client.send(HttpRequest.newBuilder(url).build(), HttpResponse.BodyHandlers.ofByteArray())
                            .body())
                    .isEqualTo(stream);
        } finally {
            server.stop(0);
        }
    }

    private Path files(String mode) throws IOException {
        Path list = Files.writeString(folder.resolve("addresses.csv"), LINES, StandardCharsets.UTF_8);
        Files.setPosixFilePermissions(list, PosixFilePermissions.fromString(mode));
        return Files.writeString(
                folder.resolve("video.json"),
                "{\"sources\": [{\"name\": \"old\", \"kind\": \"list\", \"secretFile\": \"addresses.csv\"}]}");
    }

    private static Camera camera(String source, boolean simulated) {
        Device device = new Device("", null, List.of(), true, List.of(), source, List.of(), List.of());
        return new Camera(
                GATE,
                "门",
                new Position(104, 30),
                new Camera.View(0, 60, "fixed"),
                List.of(),
                new CameraState(true, simulated),
                device);
    }
}
