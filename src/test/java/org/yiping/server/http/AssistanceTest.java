package org.yiping.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.yiping.server.Ear;
import org.yiping.server.OnePlatform;
import org.yiping.server.Photos;
import org.yiping.server.Platform;
import org.yiping.server.SmallCity;
import org.yiping.server.Wishes;
import tools.jackson.databind.JsonNode;

/// A case that two departments work on: one leads, the other helps, sees it, and has to report back.
@ExtendWith(OnePlatform.class)
class AssistanceTest {
    static Platform platform;

    @BeforeAll
    static void start(Platform one) {
        platform = one;
    }

    private static void dispatched(String id) {
        platform.apply("collector", Wishes.report(id, SmallCity.WEST));
        platform.apply("acceptor", Wishes.act(id, "pass", 0, Map.of()));
        platform.apply("leader", Wishes.act(id, "file", 0, Map.of("criterion", "E-0110-01")));
        platform.apply("dispatcher", Wishes.act(id, "dispatch", 0, Map.of("department", "d1")));
    }

    private static String refused(String user, Object body) {
        HttpResponse<String> answer =
                platform.command(user, java.util.UUID.randomUUID().toString(), body);
        JsonNode problem = org.yiping.protocol.Json.mapper().readTree(answer.body());
        return answer.statusCode() + " " + problem.at("/errors/0/code").asString("");
    }

    @Test
    void whoHelpsSeesTheCaseAndTheLeadFinishesOnlyAfterItsReport() {
        dispatched("c");
        assertThat(platform.get("/api/v1/cases/c", "depart2").statusCode()).isEqualTo(404);
        long asked;
        try (Ear ear = Ear.on(platform, "depart2", 0, "case,record")) {
            asked = platform.apply("dispatcher", Wishes.assist("c", "d2"));
            List<String> actions = ear.changesUpTo(asked).stream()
                    .map(c -> c.at("/row/step/action").asString(""))
                    .toList();
            assertThat(actions).as("it comes with its history").contains("report", "file", "dispatch", "assist-ask");
        }
        assertThat(platform.get("/api/v1/cases/c", "depart2").statusCode()).isEqualTo(200);
        assertThat(platform.json("/api/v1/cases?limit=9", "depart2")
                        .path("items")
                        .size())
                .isEqualTo(1);
        assertThat(platform.json("/api/v1/cases/c", "depart1")
                        .at("/progress/department")
                        .asString())
                .isEqualTo("d1");
        platform.apply("depart1", Wishes.act("c", "assign", 0, Map.of("handler", "p-d1")));
        assertThat(refused("depart2", Wishes.act("c", "finish", 0, photos("depart2", 1))))
                .as("it does not lead")
                .isEqualTo("403 department");
        assertThat(refused("depart1", Wishes.act("c", "finish", 0, photos("depart1", 2))))
                .isEqualTo("422 assisted");
        platform.apply("depart2", Wishes.acknowledge("c", "opened"));
        platform.apply("depart2", Wishes.reportBack("c"));
        assertThat(refused("depart2", Wishes.reportBack("c"))).isEqualTo("409 not-asked");
        platform.apply("depart1", Wishes.act("c", "finish", 0, photos("depart1", 3)));
        JsonNode progress = platform.json("/api/v1/cases/c", "leader").path("progress");
        assertThat(progress.at("/state").asString()).isEqualTo("to-check");
        assertThat(progress.at("/assisting/0/report").asString()).isEqualTo("已清淤");
        assertThat(progress.path("receipts")
                        .valueStream()
                        .map(r -> r.path("department").asString() + " " + r.has("acceptedAt")))
                .containsExactly("d1 true", "d2 true");
    }

    private static Map<String, Object> photos(String user, int own) {
        return Map.of("photos", List.of(Photos.upload(platform, user, Photos.jpeg(own))));
    }

    @Test
    void onlyOtherDepartmentsAreAskedAndOnlyOpenCases() {
        dispatched("d");
        assertThat(refused("dispatcher", Wishes.assist("d", "d1"))).isEqualTo("409 assisting");
        assertThat(refused("dispatcher", Wishes.assist("d", "d9"))).isEqualTo("422 unknown-department");
        assertThat(refused("collector", Wishes.assist("d", "d2"))).startsWith("403");
        platform.apply("dispatcher", Wishes.assist("d", "d2"));
        assertThat(refused("dispatcher", Wishes.assist("d", "d2"))).isEqualTo("409 assisting");
        platform.apply("collector", Wishes.report("e", SmallCity.WEST));
        assertThat(refused("dispatcher", Wishes.assist("e", "d2")))
                .as("nobody leads it")
                .isEqualTo("409 state");
    }
}
