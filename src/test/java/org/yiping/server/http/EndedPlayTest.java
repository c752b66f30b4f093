package org.yiping.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.fake.Await;
import org.yiping.protocol.Json;
import org.yiping.server.Platform;
import org.yiping.server.video.FakeMedia;
import tools.jackson.databind.JsonNode;

/// A camera of a media platform that is watched, and no longer.
class EndedPlayTest {
    private static final String PLAY = "/api/v1/cameras/" + FakeMedia.CAMERA + "/play";
    private static final Map<String, Object> LIVE = Map.of("grade", "sub");

    private FakeMedia media;
    private Platform platform;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        media = new FakeMedia();
        platform = Platform.withVideo(folder, media.sources(folder));
        Await.until(
                "the directory is read",
                () -> platform.get("/api/v1/cameras/" + FakeMedia.CAMERA + "/presets", "chief")
                                .statusCode()
                        != 404);
    }

    @AfterEach
    void end() {
        platform.close();
        media.close();
    }

    private JsonNode play(String user, Map<String, Object> wish) {
        HttpResponse<String> answer = platform.post(PLAY, user, wish);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        ContractTest.holds("PlayAddress", "address", answer.body());
        return Json.mapper().readTree(answer.body());
    }

    private int end(String user, JsonNode address) {
        return platform.send(
                        platform.request(PLAY + "/" + address.path("viewing").asString(), user)
                                .DELETE())
                .statusCode();
    }

    @Test
    void twoWhoWatchOneSessionEndItTogether() {
        JsonNode one = play("chief", LIVE);
        JsonNode two = play("dispatcher", LIVE);
        assertThat(one.path("session")).isEqualTo(two.path("session"));
        assertThat(one.path("viewing")).isNotEqualTo(two.path("viewing"));
        assertThat(end("dispatcher", one)).as("another's").isEqualTo(404);
        assertThat(end("chief", one)).isEqualTo(204);
        assertThat(end("chief", one)).as("twice").isEqualTo(204);
        assertThat(media.running).hasSize(1);
        assertThat(media.stops).hasValue(0);
        assertThat(end("dispatcher", two)).isEqualTo(204);
        Await.until("the session is stopped", media.running::isEmpty);
        JsonNode again = play("chief", LIVE);
        assertThat(again.path("session")).isNotEqualTo(one.path("session"));
        assertThat(media.stops).hasValue(1);
    }

    @Test
    void whatWasRecordedEndsForWhoAskedForIt() {
        Instant now = Instant.now();
        Map<String, Object> past = Map.of(
                "grade",
                "main",
                "from",
                now.minusSeconds(60).toString(),
                "until",
                now.minusSeconds(30).toString());
        JsonNode one = play("chief", past);
        JsonNode two = play("dispatcher", past);
        assertThat(end("chief", one)).isEqualTo(204);
        Await.until("the session is stopped", () -> media.running.size() == 1);
        assertThat(media.running.values()).containsExactly(two.path("session").asString());
    }

    @Test
    void nobodyWithoutASignInOrTheRightEndsAnything() {
        JsonNode one = play("chief", LIVE);
        HttpRequest.Builder nobody = HttpRequest.newBuilder(
                        platform.uri(PLAY + "/" + one.path("viewing").asString()))
                .DELETE();
        assertThat(platform.send(nobody).statusCode()).isEqualTo(401);
        assertThat(end("collector", one)).isEqualTo(403);
        assertThat(media.running).hasSize(1);
    }
}
