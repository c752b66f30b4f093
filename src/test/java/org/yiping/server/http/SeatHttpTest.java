package org.yiping.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.yiping.protocol.Json;
import org.yiping.server.Ear;
import org.yiping.server.OnePlatform;
import org.yiping.server.Platform;
import org.yiping.server.SmallCity;
import org.yiping.server.Wishes;
import tools.jackson.databind.JsonNode;

@ExtendWith(OnePlatform.class)
class SeatHttpTest {
    static Platform platform;

    @BeforeAll
    static void start(Platform one) {
        platform = one;
        for (String id : List.of("seat-1", "seat-2", "seat-3")) {
            platform.apply("acceptor", Wishes.call(id, SmallCity.WEST));
        }
        platform.apply("acceptor", Wishes.call("seat-east", SmallCity.EAST));
    }

    private static HttpResponse<String> tell(String token, String state, String looking) {
        Map<String, Object> word = new HashMap<>(Map.of("state", state));
        if (looking != null) {
            word.put("looking", looking);
        }
        return platform.send(platform.request("/api/v1/seats/own", "")
                .header("Authorization", "Bearer " + token)
                .PUT(HttpRequest.BodyPublishers.ofString(Json.mapper().writeValueAsString(word))));
    }

    private static HttpResponse<String> take(String token, String id, String from) {
        Map<String, Object> payload = from == null ? Map.of() : Map.of("from", from);
        return platform.send(platform.request("/api/v1/commands", "")
                .header("Authorization", "Bearer " + token)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString(Json.mapper()
                        .writeValueAsString(Map.of("type", "takeCase", "target", id, "payload", payload)))));
    }

    private static String at(String user, String seat) {
        return platform.signIn(user, seat).token();
    }

    private static JsonNode seat(JsonNode frame, String id) {
        return frame.path("seats")
                .valueStream()
                .filter(s -> s.path("id").asString().equals(id))
                .findFirst()
                .orElse(frame.path("no-such-seat"));
    }

    @Test
    void aTakeoverIsPushedRecordedAndWonByOne() {
        String first = at("acceptor", "t-a");
        String second = at("west", "t-b");
        String leader = at("leader", "t-l");
        assertThat(tell(first, "ready", "seat-1").body()).contains("\"inHand\":[\"seat-1\"]");
        assertThat(tell(second, "busy", "seat-1").body()).contains("\"inHand\":[]", "\"looking\":\"seat-1\"");
        assertThat(tell(leader, "ready", "seat-1").body()).contains("\"inHand\":[]");
        try (Ear ear = Ear.on(platform, "leader", 0, "seat")) {
            JsonNode all = ear.await("seats");
            assertThat(all.path("all").asBoolean()).isTrue();
            assertThat(seat(all, "t-b").path("state").asString()).isEqualTo("busy");
            assertThat(take(second, "seat-1", "t-a").statusCode()).isEqualTo(200);
            JsonNode changed = ear.await(f -> f.path("type").asString().equals("seats")
                    && seat(f, "t-b").path("inHand").size() == 1);
            assertThat(changed.path("all").asBoolean()).isFalse();
            assertThat(seat(changed, "t-a").path("inHand").size()).isZero();
            assertThat(seat(changed, "t-a").path("looking").asString()).isEqualTo("seat-1");
        }
        HttpResponse<String> late = take(first, "seat-1", null);
        assertThat(late.statusCode()).isEqualTo(409);
        JsonNode problem = Json.mapper().readTree(late.body());
        assertThat(problem.path("code").asString()).isEqualTo("CMD-4099");
        assertThat(problem.at("/last/step/action").asString()).isEqualTo("take-case");
        assertThat(problem.at("/last/actor/person").asString()).isEqualTo("p-west");
        JsonNode record = platform.json("/api/v1/cases/seat-1/records", "leader")
                .path("items")
                .valueStream()
                .filter(r -> r.at("/step/action").asString().equals("take-case"))
                .findFirst()
                .orElseThrow();
        assertThat(record.at("/given/handler").asString()).as("whose it was").isEqualTo("p-acc");
        assertThat(record.path("note").asString()).isEqualTo("t-a → t-b");
        assertThat(record.at("/step/to").asString()).isEqualTo("to-accept");
    }

    @Test
    void aCaseThatIsDoneLeavesTheHandAndTheWorkIsCounted() {
        String token = at("acceptor", "t-d");
        tell(token, "ready", "seat-2");
        assertThat(platform.send(platform.request("/api/v1/commands", "")
                                .header("Authorization", "Bearer " + token)
                                .header("Idempotency-Key", "t-d-passes")
                                .POST(HttpRequest.BodyPublishers.ofString(
                                        Json.mapper().writeValueAsString(Wishes.act("seat-2", "pass", 0, Map.of())))))
                        .statusCode())
                .isEqualTo(200);
        JsonNode seat = Json.mapper().readTree(tell(token, "ready", "seat-2").body());
        assertThat(seat.path("inHand").size()).isZero();
        assertThat(seat.path("acted").asInt()).isEqualTo(1);
    }

    @Test
    void whatCannotBeIsRefused() {
        String token = at("west", "t-r");
        assertThat(tell(token, "asleep", null).statusCode()).isEqualTo(400);
        assertThat(tell(token, "ready", "no-such-case").statusCode()).isEqualTo(404);
        assertThat(tell(token, "ready", "seat-east").statusCode())
                .as("outside the own area")
                .isEqualTo(404);
        assertThat(take(token, "seat-3", null).body()).contains("CMD-4045");
        tell(token, "ready", null);
        assertThat(take(token, "seat-3", null).statusCode()).isEqualTo(200);
        assertThat(take(token, "seat-east", null).statusCode()).isEqualTo(404);
        assertThat(platform.get("/api/v1/seats", "collector").statusCode()).isEqualTo(403);
        assertThat(tell(platform.token("wall"), "ready", null).statusCode()).isEqualTo(403);
    }

    @Test
    void whoSignsOutLeavesTheList() {
        String token = at("acceptor", "t-out");
        tell(token, "break", null);
        try (Ear ear = Ear.on(platform, "leader", 0, "seat")) {
            assertThat(seat(ear.await("seats"), "t-out").path("state").asString())
                    .isEqualTo("break");
            platform.signOut(token);
            ear.await(f -> f.path("gone").toString().contains("t-out"));
        }
        assertThat(platform.get("/api/v1/seats", "leader").body()).doesNotContain("t-out");
    }
}
