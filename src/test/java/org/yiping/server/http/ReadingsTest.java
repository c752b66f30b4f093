package org.yiping.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yiping.protocol.Json;
import org.yiping.server.Ear;
import org.yiping.server.OnePlatform;
import org.yiping.server.Platform;
import tools.jackson.databind.JsonNode;

@ExtendWith(OnePlatform.class)
class ReadingsTest {
    static Platform platform;

    @BeforeAll
    static void start(Platform one) {
        platform = one;
    }

    @Test
    void aSensorIsARowWithItsAreaAndItsLimits() {
        JsonNode sensors = platform.json("/api/v1/sensors", "leader").path("items");
        assertThat(sensors.size()).isEqualTo(2);
        assertThat(sensors.get(0).path("area").asString()).isEqualTo("99010100100101");
        assertThat(sensors.get(1).path("area").asString())
                .as("found by its place")
                .isEqualTo("99010200100101");
        assertThat(sensors.get(1).at("/limits/alarm").asDouble()).isEqualTo(140);
    }

    @Test
    void theNewestWordOfEachStandsAndIsToldToWhoSeesIt() {
        try (Ear all = Ear.on(platform, "leader", 0, "reading");
                Ear west = Ear.on(platform, "west", 0, "reading");
                Ear nothing = Ear.on(platform, "collector", 0, "reading,sensor")) {
            all.await("hello");
            west.await("hello");
            Instant now = Instant.now();
            assertThat(say("sensor-west", 4.0, now)).isEqualTo("1 0 0");
            assertThat(say("sensor-west", 3.0, now.minusSeconds(60))).isEqualTo("0 1 0");
            assertThat(say("sensor-east", 210.0, now)).isEqualTo("1 0 0");
            assertThat(say("sensor-nobody-knows", 1.0, now)).isEqualTo("0 0 1");
            all.await(f -> f.toString().contains("sensor-east"));
            assertThat(all.heard())
                    .as("said before, so in the same frame or an earlier one")
                    .anyMatch(f -> f.toString().contains("sensor-west"));
            west.await(f -> f.at("/readings/0/value").asDouble(0) == 4.0);
            assertThat(west.heard()).noneMatch(f -> f.toString().contains("sensor-east"));
            JsonNode known = platform.json("/api/v1/readings", "west").path("items");
            assertThat(known.size()).isEqualTo(1);
            assertThat(known.get(0).path("value").asDouble()).isEqualTo(4.0);
            assertThat(nothing.heard()).noneMatch(f -> f.path("type").asString().equals("readings"));
        }
    }

    @Test
    void aSensorOutOfOrderHasNoValueAndNoZero() {
        say("sensor-west", null, Instant.now());
        JsonNode items = platform.json("/api/v1/readings", "west").path("items");
        assertThat(items.get(0).has("value")).isFalse();
    }

    @Test
    void aClockThatRunsAheadIsOfNow() {
        say("sensor-east", 205.0, Instant.now().plus(Duration.ofDays(2)));
        say("sensor-east", 206.0, Instant.now().plusSeconds(1));
        JsonNode page = platform.json("/api/v1/readings", "leader").path("items");
        JsonNode east = page.get(page.size() - 1);
        assertThat(east.path("value").asDouble()).isEqualTo(206.0);
        assertThat(Instant.parse(east.path("at").asString())).isBeforeOrEqualTo(Instant.now());
    }

    @Test
    void pagesFollowOneAnother() {
        say("sensor-west", 1.0, Instant.now());
        say("sensor-east", 220.0, Instant.now());
        JsonNode first = platform.json("/api/v1/readings?limit=1", "leader");
        assertThat(first.at("/items/0/sensor").asString()).isEqualTo("sensor-west");
        JsonNode second = platform.json(
                "/api/v1/readings?limit=1&after=" + first.path("next").asString(), "leader");
        assertThat(second.at("/items/0/sensor").asString()).isEqualTo("sensor-east");
        assertThat(second.has("next")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"readings\":null}",
                "{\"readings\":[null]}",
                "{\"readings\":[{\"value\":1,\"at\":\"2026-11-26T00:00:00Z\"}]}",
                "{\"readings\":[{\"sensor\":\"\",\"value\":1,\"at\":\"2026-11-26T00:00:00Z\"}]}",
                "{\"readings\":[{\"sensor\":\"sensor-west\",\"value\":1}]}",
                "{\"readings\":[{\"sensor\":\"sensor-west\",\"value\":\"much\",\"at\":\"2026-11-26T00:00:00Z\"}]}",
                "{\"readings\":[{\"sensor\":\"sensor-west\",\"value\":\"NaN\",\"at\":\"2026-11-26T00:00:00Z\"}]}",
                "{\"readings\":[{\"sensor\":\"sensor-west\",\"value\":1e999,\"at\":\"2026-11-26T00:00:00Z\"}]}",
                "{\"readings\":[{\"sensor\":\"sensor-west\",\"value\":1,\"at\":\"yesterday\"}]}"
            })
    void whatIsNoReadingIsRefusedWithItsPlace(String body) {
        HttpResponse<String> answer = platform.post("/api/v1/readings", "device", body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("BOD-4001").contains("/readings");
    }

    @Test
    void moreThanFiveThousandAreRefused() {
        Map<String, Object> one = Map.of("sensor", "s", "at", Instant.now().toString());
        HttpResponse<String> answer =
                platform.post("/api/v1/readings", "device", Map.of("readings", Collections.nCopies(5001, one)));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("QRY-4000");
        assertThat(platform.post("/api/v1/readings", "device", Map.of("readings", Collections.nCopies(5000, one)))
                        .statusCode())
                .isEqualTo(200);
    }

    /// What became of it: taken, older, unknown.
    private static String say(String sensor, Double value, Instant at) {
        Map<String, Object> reading = value == null
                ? Map.of("sensor", sensor, "at", at.toString())
                : Map.of("sensor", sensor, "value", value, "at", at.toString());
        HttpResponse<String> answer = platform.post("/api/v1/readings", "device", Map.of("readings", List.of(reading)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonNode taken = Json.mapper().readTree(answer.body());
        return taken.path("taken") + " " + taken.path("older") + " " + taken.path("unknown");
    }
}
