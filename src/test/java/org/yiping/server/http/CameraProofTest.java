package org.yiping.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.fake.HandClock;
import org.yiping.protocol.Json;
import org.yiping.server.Platform;
import tools.jackson.databind.JsonNode;

/// One seat sees a camera move and says so every minute, as seats do; another sits on a bad line.
class CameraProofTest {
    private static final String WEST = "51010000001320000001";

    private final HandClock clock = new HandClock(Instant.parse("2026-11-27T01:00:00Z"));

    @TempDir
    Path folder;

    private Platform platform;
    private String sees;
    private String bad;

    @BeforeEach
    void start() {
        platform = Platform.start(folder, clock);
        sees = platform.signIn("leader", "seat-a").token();
        bad = platform.signIn("dispatcher", "seat-b").token();
    }

    @AfterEach
    void end() {
        platform.close();
    }

    @Test
    void aSeatOnABadLineTakesNoCameraFromWhoSeesItMove() {
        for (int minute = 0; minute < 5; minute++) {
            assertThat(say(sees, "live")).isEqualTo("1 0");
            clock.advance(Duration.ofSeconds(16));
            assertThat(say(bad, "lost")).as("in minute " + minute).isEqualTo("0 1");
            clock.advance(Duration.ofSeconds(43));
            assertThat(say(bad, "frozen")).isEqualTo("0 1");
            assertThat(camera().at("/state/online").asBoolean()).isTrue();
            clock.advance(Duration.ofSeconds(2)); // a word is on its way for a second
        }
        JsonNode day = get("/api/v1/cameras/availability").at("/items/0");
        assertThat(day.path("live").asInt()).isEqualTo(5 * 61);
        assertThat(day.path("faults").asInt()).isZero();
        assertThat(say(bad, "lost")).isEqualTo("0 1");
        clock.advance(Duration.ofSeconds(30));
        assertThat(say(bad, "lost"))
                .as("nobody has seen it for a minute and a half")
                .isEqualTo("1 0");
        assertThat(camera().at("/state/online").asBoolean()).isFalse();
        assertThat(say(sees, "live")).isEqualTo("1 0");
        assertThat(say(sees, "lost")).as("by the very same eyes").isEqualTo("1 0");
        assertThat(camera().at("/state/online").asBoolean()).isFalse();
    }

    private String say(String token, String state) {
        HttpResponse<String> answer = platform.send(as(token, "/api/v1/cameras/observations")
                .POST(HttpRequest.BodyPublishers.ofString(Json.mapper()
                        .writeValueAsString(Map.of(
                                "observations",
                                List.of(Map.of(
                                        "camera",
                                        WEST,
                                        "state",
                                        state,
                                        "at",
                                        clock.instant().toString())))))));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonNode taken = Json.mapper().readTree(answer.body());
        return taken.path("taken").asInt() + " " + taken.path("ignored").asInt();
    }

    private JsonNode camera() {
        return get("/api/v1/cameras").at("/items/0");
    }

    private JsonNode get(String path) {
        return Json.mapper().readTree(platform.send(as(sees, path).GET()).body());
    }

    private HttpRequest.Builder as(String token, String path) {
        return HttpRequest.newBuilder(platform.uri(path)).header("Authorization", "Bearer " + token);
    }
}
