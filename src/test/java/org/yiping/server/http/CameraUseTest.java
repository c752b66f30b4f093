package org.yiping.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yiping.protocol.Json;
import org.yiping.server.OnePlatform;
import org.yiping.server.Platform;
import org.yiping.server.Wishes;
import tools.jackson.databind.JsonNode;

@ExtendWith(OnePlatform.class)
class CameraUseTest {
    private static final String WEST = "51010000001320000001";
    private static final String EAST = "51010000001320000002";
    private static final Map<String, Object> RIGHT = Map.of("move", Map.of("pan", 1, "tilt", 0, "zoom", 0));

    static Platform platform;
    static String dispatcher;
    static String chief;

    @BeforeAll
    static void start(Platform one) {
        platform = one;
        dispatcher = platform.signIn("dispatcher", "seat-d").token();
        chief = platform.signIn("chief", "seat-c").token();
    }

    private static HttpResponse<String> use(String token, String camera, String what, Object body) {
        return platform.send(HttpRequest.newBuilder(platform.uri("/api/v1/cameras/" + camera + "/" + what))
                .header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.ofString(Json.mapper().writeValueAsString(body))));
    }

    private static JsonNode good(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.mapper().readTree(answer.body());
    }

    @Test
    void anAddressIsAskedForAndTheUseIsInTheJournal() {
        assertThat(good(use(dispatcher, WEST, "play", Map.of("grade", "sub")))
                        .path("url")
                        .asString())
                .isEqualTo("http://127.0.0.1:9/a-sub.ts");
        assertThat(platform.json("/api/v1/journal?limit=1000", "boss").toString())
                .contains("\"cameraUse\"")
                .contains("\"what\":\"play\"");
        assertThat(use(platform.token("west"), EAST, "play", Map.of("grade", "sub"))
                        .statusCode())
                .isEqualTo(404);
        Instant now = Instant.now();
        assertThat(use(
                                dispatcher,
                                WEST,
                                "play",
                                Map.of("grade", "sub", "from", now.toString(), "until", now.toString()))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void aHigherPostTakesACameraAndTheLowerIsToldWhoHasIt() {
        assertThat(good(use(dispatcher, EAST, "ptz", RIGHT)).path("state").asString())
                .isEqualTo("done");
        JsonNode taken = good(use(chief, EAST, "ptz", RIGHT));
        assertThat(taken.at("/holder/post").asString()).isEqualTo("leader");
        HttpResponse<String> refused = use(dispatcher, EAST, "ptz", RIGHT);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(Json.mapper().readTree(refused.body()).at("/current/by/seat").asString())
                .isEqualTo("seat-c");
        good(use(chief, EAST, "ptz", Map.of("stop", true)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}",
                "{\"move\":{\"pan\":2,\"tilt\":0,\"zoom\":0}}",
                "{\"stop\":true,\"preset\":{\"do\":\"call\",\"number\":1}}",
                "{\"preset\":{\"do\":\"forget\",\"number\":1}}",
                "{\"preset\":{\"do\":\"call\",\"number\":256}}"
            })
    void badWishesAreRefused(String body) {
        assertThat(use(chief, WEST, "ptz", Json.mapper().readTree(body)).statusCode())
                .isEqualTo(400);
    }

    @Test
    void presetsAreKeptAndListed() {
        good(use(dispatcher, WEST, "ptz", Map.of("preset", Map.of("do", "set", "number", 3, "name", "校门"))));
        assertThat(platform.json("/api/v1/cameras/" + WEST + "/presets", "acceptor")
                        .at("/items/0/name")
                        .asString())
                .isEqualTo("校门");
        JsonNode none = good(use(dispatcher, WEST, "ptz", Map.of("preset", Map.of("do", "call", "number", 9))));
        assertThat(none.path("state").asString()).isEqualTo("failed");
        assertThat(none.path("reason").asString()).isEqualTo("no-preset");
    }

    @Test
    void whatMayNotBeSaidIsRefusedInWordsAndWhatWasSaidIsLookedAtLater() {
        assertThat(say(WEST, "请收好物品", 81, 1).body()).contains("too-loud");
        assertThat(say(WEST, "请收好物品", 60, 4).body()).contains("repeats");
        assertThat(say(EAST, "请收好物品", 60, 1).body()).contains("no-speaker");
        assertThat(say(WEST, " ", 60, 1).statusCode()).isEqualTo(422);
        assertThat(say(WEST, "x".repeat(501), 60, 1).body()).contains("too-long");
        JsonNode said = good(say(WEST, "请收好物品", 60, 2));
        assertThat(said.path("state").asString()).isEqualTo("done");
        assertThat(say(WEST, "请收好物品", 60, 2).body()).contains("too-often");
        String id = said.path("broadcast").asString();
        assertThat(platform.json("/api/v1/broadcasts", "leader").toString())
                .contains(id)
                .contains("\"state\":\"done\"");
        assertThat(platform.command(
                                "acceptor",
                                "first",
                                Wishes.command("checkBroadcast", id, 0, null, Map.of("effect", "unheard", "note", "")))
                        .statusCode())
                .as("it was played")
                .isEqualTo(422);
        platform.apply(
                "acceptor", Wishes.command("checkBroadcast", id, 0, null, Map.of("effect", "cleared", "note", "已收回")));
        assertThat(platform.json("/api/v1/broadcasts", "leader").toString()).doesNotContain(id);
        assertThat(platform.command(
                                "acceptor",
                                "second",
                                Wishes.command("checkBroadcast", id, 0, null, Map.of("effect", "remains", "note", "")))
                        .statusCode())
                .isEqualTo(409);
    }

    private static HttpResponse<String> say(String camera, String text, int volume, int repeats) {
        return use(dispatcher, camera, "broadcast", Map.of("text", text, "volume", volume, "repeats", repeats));
    }
}
