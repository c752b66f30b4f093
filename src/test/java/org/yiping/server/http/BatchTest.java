package org.yiping.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.yiping.conform.Contract;
import org.yiping.protocol.Json;
import org.yiping.server.OnePlatform;
import org.yiping.server.Platform;
import org.yiping.server.SmallCity;
import org.yiping.server.Wishes;
import tools.jackson.databind.JsonNode;

/// Many commands at once: each is answered by itself.
@ExtendWith(OnePlatform.class)
class BatchTest {
    private static final Contract CONTRACT = Contract.in(Path.of("docs/api"));

    static Platform platform;

    @BeforeAll
    static void start(Platform one) {
        platform = one;
        for (String id : List.of("a", "b", "d")) {
            platform.apply("collector", Wishes.report(id, SmallCity.WEST));
        }
    }

    private static Map<String, Object> item(String key, Object command) {
        return Map.of("key", key, "command", command);
    }

    private static JsonNode send(List<Map<String, Object>> items) {
        Map<String, Object> body = Map.of("commands", items);
        assertThat(CONTRACT.faults("CommandBatch", Json.mapper().writeValueAsString(body)))
                .isEmpty();
        HttpResponse<String> answer = platform.post("/api/v1/commands/batch", "acceptor", body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(CONTRACT.faults("BatchAnswer", answer.body())).isEmpty();
        return Json.mapper().readTree(answer.body()).path("answers");
    }

    @Test
    void partOfItMayFailAndEachCaseIsToldWhy() {
        List<Map<String, Object>> items = List.of(
                item("k1", Wishes.act("a", "pass", 0, Map.of())),
                item("k2", Wishes.act("b", "reject", 0, Map.of())),
                item("k3", Wishes.act("nowhere", "pass", 0, Map.of())),
                item("k4", Wishes.command("dance", "d", 0, null, Map.of())),
                item("k5", Wishes.act("d", "pass", 0, Map.of())));
        JsonNode answers = send(items);
        assertThat(answers.valueStream()
                        .map(a -> a.path("key").asString() + " "
                                + a.path("target").asString() + " "
                                + a.path("status").asInt()))
                .containsExactly("k1 a 200", "k2 b 422", "k3 nowhere 404", "k4 d 422", "k5 d 200");
        assertThat(answers.get(1).at("/problem/code").asString()).isEqualTo("CMD-4224");
        assertThat(answers.get(4).path("revision").asLong()).isPositive();
        assertThat(platform.json("/api/v1/cases/b", "leader")
                        .at("/progress/state")
                        .asString())
                .isEqualTo("to-accept");
        JsonNode again = send(items);
        assertThat(again).as("each key is answered alike").isEqualTo(withNewTraces(answers, again));
    }

    /// Traces are new with each request.
    private static JsonNode withNewTraces(JsonNode answers, JsonNode again) {
        for (int i = 0; i < answers.size(); i++) {
            JsonNode trace = again.get(i).at("/problem/traceId");
            if (answers.get(i).path("problem") instanceof tools.jackson.databind.node.ObjectNode problem) {
                problem.put("traceId", trace.asString());
            }
        }
        return answers;
    }

    /// Only a server that was started for a replay takes a past's time.
    @Test
    void nobodySaysWhenACommandWasGiven() {
        Map<String, Object> backdated =
                Map.of("key", "t1", "command", Wishes.act("d", "pass", 0, Map.of()), "at", "2015-06-01T12:00:00Z");
        JsonNode answer = send(List.of(backdated)).get(0);
        assertThat(answer.path("status").asInt()).isEqualTo(422);
        assertThat(answer.at("/problem/errors/0/pointer").asString()).isEqualTo("/at");
    }

    @Test
    void noneAndTooManyAreRefused() {
        assertThat(platform.post("/api/v1/commands/batch", "acceptor", Map.of("commands", List.of()))
                        .statusCode())
                .isEqualTo(400);
        List<Map<String, Object>> many = new ArrayList<>();
        for (int i = 0; i < 201; i++) {
            many.add(item("m" + i, Wishes.act("a", "pass", 0, Map.of())));
        }
        assertThat(platform.post("/api/v1/commands/batch", "acceptor", Map.of("commands", many))
                        .statusCode())
                .isEqualTo(400);
    }
}
