package org.yiping.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.yiping.protocol.Json;
import org.yiping.server.OnePlatform;
import org.yiping.server.Platform;
import tools.jackson.databind.JsonNode;

/// Somebody speaks live through a camera: piece after piece, one at a time, written down.
@ExtendWith(OnePlatform.class)
class TalkTest {
    private static final String WEST = "/api/v1/cameras/51010000001320000001/talk";
    private static final String EAST = "/api/v1/cameras/51010000001320000002/talk";

    static Platform platform;

    @BeforeAll
    static void start(Platform one) {
        platform = one;
    }

    private static JsonNode good(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        ContractTest.holds("Talk", "talk", answer.body());
        return Json.mapper().readTree(answer.body());
    }

    private static HttpResponse<String> say(String user, String talk, int number, int bytes) {
        return platform.send(platform.request(WEST + "/" + talk + "?number=" + number, user)
                .header("Content-Type", "audio/PCMA")
                .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[bytes])));
    }

    private static HttpResponse<String> end(String user, String talk) {
        return platform.send(platform.request(WEST + "/" + talk, user).DELETE());
    }

    @Test
    void aVoiceIsHandedOnAndItsBeginAndEndAreInTheJournal() {
        JsonNode begun = good(platform.post(WEST, "dispatcher", Map.of("volume", 60)));
        String talk = begun.path("talk").asString();
        assertThat(begun.path("state").asString()).isEqualTo("talking");
        assertThat(begun.path("simulated").asBoolean()).isTrue();
        good(say("dispatcher", talk, 0, 2_000));
        assertThat(good(say("dispatcher", talk, 1, 2_000))
                        .path("receivedMillis")
                        .asLong())
                .isEqualTo(500);
        HttpResponse<String> second = platform.post(WEST, "chief", Map.of("volume", 60));
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.body()).contains("VID-4095");
        assertThat(Json.mapper().readTree(second.body()).at("/current/by/post").asString())
                .as("who speaks")
                .isEqualTo("dispatcher");
        assertThat(say("chief", talk, 2, 2_000).statusCode()).isEqualTo(404);
        assertThat(say("dispatcher", talk, 2, 16_001).body()).contains("BOD-4130");
        JsonNode ended = good(end("dispatcher", talk));
        assertThat(ended.path("state").asString()).isEqualTo("done");
        assertThat(ended.path("receivedMillis").asLong()).isEqualTo(500);
        assertThat(end("dispatcher", "nothing").statusCode()).isEqualTo(404);
        assertThat(platform.json("/api/v1/journal?limit=1000", "boss").toString())
                .contains("\"what\":\"talk\"", "\"what\":\"talkEnd\"");
    }

    @Test
    void theRulesForLoudspeakersHold() {
        assertThat(platform.post(WEST, "dispatcher", Map.of("volume", 81)).body())
                .contains("too-loud");
        assertThat(platform.post(EAST, "dispatcher", Map.of("volume", 60)).body())
                .contains("no-speaker");
        assertThat(platform.post(WEST, "collector", Map.of("volume", 60)).statusCode())
                .isEqualTo(403);
    }
}
