package org.yiping.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.fake.Await;
import org.yiping.fake.HandClock;
import org.yiping.protocol.Json;
import org.yiping.server.Photos;
import org.yiping.server.Platform;
import org.yiping.server.Wishes;
import tools.jackson.databind.JsonNode;

/// A camera that goes on seeing the same, more often than the half hour in which it is folded.
class CaptureTimesTest {
    private static final String WEST = "51010000001320000001";
    private static final Duration BETWEEN = Duration.ofMinutes(14);

    private final HandClock clock = new HandClock(Instant.parse("2026-11-27T01:00:00Z"));

    @TempDir
    Path folder;

    private Platform platform;
    private String picture;

    @BeforeEach
    void start() {
        platform = Platform.start(folder, clock);
        picture = Photos.upload(platform, "device", Photos.jpeg(78));
    }

    @AfterEach
    void end() {
        platform.close();
    }

    @Test
    void whatGoesOnIsAskedAgainAWhileAfterItWasRejected() {
        assertThat(seen("r1")).isEqualTo("queued r1");
        HttpResponse<String> rejected = post(
                "leader",
                "/api/v1/commands",
                Wishes.command("rejectCapture", "r1", 0, null, Map.of("reason", "false", "note", "")));
        assertThat(rejected.statusCode()).as(rejected.body()).isEqualTo(200);
        clock.advance(BETWEEN);
        assertThat(seen("r2")).isEqualTo("folded r1");
        clock.advance(BETWEEN);
        assertThat(seen("r3")).as("28 minutes after it was judged").isEqualTo("folded r1");
        clock.advance(BETWEEN);
        assertThat(seen("r4")).as("42 minutes after it was judged").isEqualTo("queued r4");
        clock.advance(BETWEEN);
        assertThat(seen("r5")).isEqualTo("folded r4");
    }

    @Test
    void whatNobodyJudgedInTimeIsAskedAgainAtOnce() {
        assertThat(seen("e1")).isEqualTo("queued e1");
        for (int i = 2; i < 18; i++) { // four hours
            clock.advance(BETWEEN);
            assertThat(seen("e" + i)).as("it waits").isEqualTo("folded e1");
        }
        clock.advance(Duration.ofHours(4).minus(BETWEEN.multipliedBy(16)).plusSeconds(1));
        Await.until("nobody judged it", () -> !queue().contains("\"e1\""));
        assertThat(seen("e18")).isEqualTo("queued e18");
        assertThat(queue()).contains("\"e18\"");
    }

    private String queue() {
        return platform.send(as("leader", "/api/v1/captures").GET()).body();
    }

    private String seen(String id) {
        Map<String, Object> word = new LinkedHashMap<>();
        word.put("id", id);
        word.put("camera", WEST);
        word.put("alarm", "890");
        word.put("confidence", 0.9);
        word.put("at", clock.instant().toString());
        word.put("picture", picture);
        HttpResponse<String> answer = post("device", "/api/v1/captures", word);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonNode heard = Json.mapper().readTree(answer.body());
        return heard.path("outcome").asString() + " " + heard.path("capture").asString();
    }

    private HttpResponse<String> post(String user, String path, Object body) {
        return platform.send(as(user, path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", path + clock.instant())
                .POST(HttpRequest.BodyPublishers.ofString(Json.mapper().writeValueAsString(body))));
    }

    /// Signed in anew: by this clock a token is soon too old.
    private HttpRequest.Builder as(String user, String path) {
        return HttpRequest.newBuilder(platform.uri(path))
                .header("Authorization", "Bearer " + platform.signIn(user).token());
    }
}
