package org.yiping.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.yiping.protocol.Json;
import org.yiping.server.OnePlatform;
import org.yiping.server.Platform;
import tools.jackson.databind.JsonNode;

@ExtendWith(OnePlatform.class)
class CameraStateTest {
    private static final String WEST = "51010000001320000001";
    private static final String EAST = "51010000001320000002";

    static Platform platform;

    @BeforeAll
    static void start(Platform one) {
        platform = one;
    }

    private static String say(String token, String camera, String state, Instant at) {
        HttpResponse<String> answer = platform.send(HttpRequest.newBuilder(platform.uri("/api/v1/cameras/observations"))
                .header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.ofString(Json.mapper()
                        .writeValueAsString(Map.of(
                                "observations",
                                List.of(Map.of("camera", camera, "state", state, "at", at.toString())))))));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonNode taken = Json.mapper().readTree(answer.body());
        return taken.path("taken").asInt() + " " + taken.path("ignored").asInt();
    }

    private static JsonNode camera(String id) {
        return platform.json("/api/v1/cameras", "leader")
                .path("items")
                .valueStream()
                .filter(c -> c.path("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aCameraSaysWhatItIsAndWhereItStands() {
        JsonNode device = camera(WEST).path("device");
        assertThat(device.path("type").asString()).isEqualTo("132");
        assertThat(device.path("area").asString()).isEqualTo("99010100100101");
        assertThat(device.path("placed").asBoolean()).isTrue();
        assertThat(device.path("abilities").toString()).contains("ptz");
    }

    @Test
    void whoSeesItMoveProvesItAgainstAnother() {
        String one = platform.signIn("leader", "seat-a").token();
        String other = platform.signIn("dispatcher", "seat-b").token();
        Instant now = Instant.now().minusSeconds(60);
        assertThat(say(one, WEST, "frozen", now)).isEqualTo("1 0");
        assertThat(camera(WEST).at("/state/code").asString()).isEqualTo("frozen");
        assertThat(camera(WEST).at("/state/online").asBoolean()).isTrue();
        assertThat(say(other, WEST, "live", now.plusSeconds(1))).isEqualTo("1 0");
        assertThat(camera(WEST).at("/state/code").asString()).isEqualTo("online");
        assertThat(say(one, WEST, "frozen", now.plusSeconds(2))).isEqualTo("0 1");
        assertThat(say(other, WEST, "dark", now.plusSeconds(3)))
                .as("of the very same eyes")
                .isEqualTo("1 0");
        assertThat(say(one, WEST, "lost", now.plusSeconds(2)))
                .as("older than what is known")
                .isEqualTo("0 1");
        long revision =
                platform.json("/api/v1/cameras", "leader").path("revision").asLong();
        say(other, WEST, "dark", now.plusSeconds(30));
        assertThat(platform.json("/api/v1/cameras", "leader").path("revision").asLong())
                .as("told again it is written once")
                .isEqualTo(revision);
        say(other, WEST, "lost", now.plusSeconds(40));
        assertThat(camera(WEST).at("/state/online").asBoolean()).isFalse();
        assertThat(camera(WEST).at("/state/reason").asString()).isEqualTo("no-picture");
    }

    @Test
    void theDayOfACameraIsToldToWhoSeesIt() {
        String token = platform.signIn("leader", "seat-c").token();
        Instant now = Instant.now();
        Instant begin = now.minusSeconds(50);
        say(token, EAST, "live", begin);
        say(token, EAST, "frozen", begin.plusSeconds(30));
        say(token, EAST, "live", begin.plusSeconds(40));
        JsonNode told = platform.json("/api/v1/cameras/availability", "leader");
        JsonNode east = told.path("items")
                .valueStream()
                .filter(c -> c.path("camera").asString().equals(EAST))
                .findFirst()
                .orElseThrow();
        if (java.time.LocalDate.ofInstant(begin, java.time.ZoneId.of("Asia/Shanghai"))
                .toString()
                .equals(told.path("day").asString())) { // not over midnight
            assertThat(east.path("live").asLong()).isGreaterThanOrEqualTo(30);
            assertThat(east.path("frozen").asLong()).isEqualTo(10);
            assertThat(east.path("faults").asLong()).isEqualTo(1);
        }
        assertThat(platform.json("/api/v1/cameras/availability", "west").toString())
                .doesNotContain(EAST);
        assertThat(platform.get("/api/v1/cameras/availability?day=2999-01-01", "leader")
                        .statusCode())
                .isEqualTo(400);
        assertThat(platform.get("/api/v1/cameras/availability?day=today", "leader")
                        .statusCode())
                .isEqualTo(400);
        assertThat(platform.get("/api/v1/cameras/availability", "depart1").statusCode())
                .isEqualTo(403);
    }

    @Test
    void whatSomebodyMayNotSeeTheyDoNotChange() {
        assertThat(say(platform.token("west"), EAST, "lost", Instant.now())).isEqualTo("0 1");
        assertThat(say(platform.token("leader"), "nowhere", "lost", Instant.now()))
                .isEqualTo("0 1");
        assertThat(camera(EAST).at("/state/online").asBoolean()).isTrue();
    }

    @Test
    void badWordsAreRefused() {
        Map<String, Object> bad =
                Map.of("camera", WEST, "state", "asleep", "at", Instant.now().toString());
        assertThat(platform.post("/api/v1/cameras/observations", "leader", Map.of("observations", List.of(bad)))
                        .statusCode())
                .isEqualTo(400);
        Map<String, Object> good =
                Map.of("camera", WEST, "state", "live", "at", Instant.now().toString());
        assertThat(platform.post(
                                "/api/v1/cameras/observations",
                                "leader",
                                Map.of("observations", Collections.nCopies(201, good)))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void aSeatKeepsItsOwnFavourites() {
        String token = platform.signIn("leader", "seat-f").token();
        HttpResponse<String> kept = platform.send(HttpRequest.newBuilder(platform.uri("/api/v1/seats/own/favourites"))
                .header("Authorization", "Bearer " + token)
                .PUT(HttpRequest.BodyPublishers.ofString("{\"cameras\":[\"" + WEST + "\"]}")));
        assertThat(kept.statusCode()).isEqualTo(200);
        HttpResponse<String> back = platform.send(HttpRequest.newBuilder(platform.uri("/api/v1/seats/own/favourites"))
                .header("Authorization", "Bearer " + token)
                .GET());
        assertThat(back.body()).isEqualTo("{\"cameras\":[\"" + WEST + "\"]}");
        assertThat(platform.get("/api/v1/seats/own/favourites", "acceptor").body())
                .isEqualTo("{\"cameras\":[]}");
    }
}
