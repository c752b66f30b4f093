package org.yiping.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yiping.protocol.Json;
import org.yiping.server.OnePlatform;
import org.yiping.server.Platform;
import tools.jackson.databind.JsonNode;

@ExtendWith(OnePlatform.class)
class NodeHttpTest {
    static Platform platform;

    @BeforeAll
    static void start(Platform one) {
        platform = one;
    }

    @Test
    void aComputerIsToldOfTheOthersOfItsWallAndADeskSeesThemAll() {
        assertThat(tell("hall", "left", word(0, 1920)).statusCode()).isEqualTo(200);
        JsonNode team =
                Json.mapper().readTree(tell("hall", "right", word(0, 1280)).body());
        assertThat(team.path("nodes").valueStream().map(n -> n.path("id").asString()))
                .containsExactly("left", "right");
        JsonNode seen = platform.json("/api/v1/walls/hall/nodes", "dispatcher");
        assertThat(seen.at("/nodes/1/monitors/known/0/width").asInt()).isEqualTo(1280);
        assertThat(seen.at("/nodes/0/there").asBoolean()).isTrue();
        assertThat(seen.path("steps")).isEmpty(); // the wall has only just been heard of
        assertThat(platform.json("/api/v1/walls/other/nodes", "dispatcher").path("nodes"))
                .isEmpty();
    }

    @Test
    void whatStandsAndWhatTheMachineCanComesBackAsItWasToldAndNonsenseIsRefused() {
        Map<String, Object> stand = Map.of(
                "box",
                box(0, 960),
                "panel",
                Map.of("panel", "CAMERAS", "options", Map.of("side", "1")),
                "letters",
                List.of(Map.of("letter", 0, "camera", "c7")));
        Map<String, Object> measured = Map.of("at", "2026-09-01T04:00:00Z", "small", 80, "large", 20, "smallMb", 12.5);
        Map<String, Object> machine = Map.of("processors", 8, "memoryMb", 16384, "measured", measured);
        assertThat(tell("room", "left", with("stands", List.of(stand), "machine", machine))
                        .statusCode())
                .isEqualTo(200);
        JsonNode node = platform.json("/api/v1/walls/room/nodes", "dispatcher").at("/nodes/0");
        assertThat(node.at("/stands/0/letters/0/camera").asString()).isEqualTo("c7");
        assertThat(node.at("/machine/measured/small").asInt()).isEqualTo(80);
        assertThat(node.at("/machine/measured/largeMb").isMissingNode()
                        || node.at("/machine/measured/largeMb").isNull())
                .isTrue();

        assertThat(tell("room", "left", with("stands", java.util.Collections.nCopies(513, stand), "machine", machine))
                        .body())
                .contains("BOD-4001");
        assertThat(tell("room", "left", with("stands", List.of(), "machine", Map.of("processors", 0, "memoryMb", 1)))
                        .body())
                .contains("BOD-4001");
    }

    private static Map<String, Object> with(String one, Object first, String other, Object second) {
        Map<String, Object> word = new HashMap<>(word(0, 1920));
        word.put(one, first);
        word.put(other, second);
        return word;
    }

    @ParameterizedTest
    @CsvSource({"0, -5", "0, NaN", "1e300, 1920", "NaN, 1920", "0, 0"})
    void monitorsThatCannotBeAreRefused(String x, String width) {
        HttpResponse<String> answer = tell("hall", "odd", word(x, width));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("BOD-4001");
    }

    @Test
    void namesThatCannotBeAndWordsThatLackSomethingAreRefused() {
        assertThat(tell("hall", "Left", word(0, 1)).statusCode()).isEqualTo(400);
        assertThat(tell("..%2F..", "left", word(0, 1)).statusCode()).isIn(400, 404);
        assertThat(tell("hall", "left", Map.of("calls", true)).statusCode()).isEqualTo(400);
        Map<String, Object> many = new HashMap<>(word(0, 1));
        many.put("monitors", Map.of("known", java.util.Collections.nCopies(65, box(0, 1)), "present", List.of()));
        assertThat(tell("hall", "left", many).statusCode()).isEqualTo(400);
    }

    @Test
    void onlyAWallTellsAndNobodyWithoutANameLooks() {
        assertThat(platform.send(platform.request("/api/v1/walls/hall/nodes/left", "dispatcher")
                                .PUT(HttpRequest.BodyPublishers.ofString(
                                        Json.mapper().writeValueAsString(word(0, 1)))))
                        .statusCode())
                .isEqualTo(403);
        assertThat(platform.send(platform.request("/api/v1/walls/hall/nodes", ""))
                        .statusCode())
                .isEqualTo(401);
    }

    private static HttpResponse<String> tell(String wall, String node, Map<String, Object> word) {
        return platform.send(platform.request("/api/v1/walls/" + wall + "/nodes/" + node, "boss")
                .PUT(HttpRequest.BodyPublishers.ofString(Json.mapper().writeValueAsString(word))));
    }

    private static Map<String, Object> word(Object x, Object width) {
        return Map.of(
                "monitors",
                Map.of("known", List.of(box(x, width)), "present", List.of(box(x, width))),
                "calls",
                false,
                "revision",
                1,
                "offsetMillis",
                0);
    }

    private static Map<String, Object> box(Object x, Object width) {
        return Map.of("x", x, "y", 0, "width", width, "height", 1080);
    }
}
