package org.yiping.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.yiping.protocol.Json;
import org.yiping.server.Ear;
import org.yiping.server.OnePlatform;
import org.yiping.server.Photos;
import org.yiping.server.Platform;
import org.yiping.server.SmallCity;
import org.yiping.server.Wishes;
import tools.jackson.databind.JsonNode;

/// The steps of a class are ticked off case by case, for everybody to see; only a step that the city demands stops an
/// action. What is printed is written down.
@ExtendWith(OnePlatform.class)
class StepsTest {
    static Platform platform;

    @BeforeAll
    static void start(Platform one) {
        platform = one;
    }

    private static void handled(String id) {
        platform.apply("collector", Wishes.ofClass(Wishes.report(id, SmallCity.WEST), "E-0508"));
        platform.apply("acceptor", Wishes.act(id, "pass", 0, Map.of()));
        platform.apply("leader", Wishes.act(id, "file", 0, Map.of("criterion", "E-0508-01")));
        platform.apply("dispatcher", Wishes.act(id, "dispatch", 0, Map.of("department", "d1")));
        platform.apply("depart1", Wishes.act(id, "assign", 0, Map.of("handler", "p-d1")));
    }

    private static String refused(String user, Object body) {
        HttpResponse<String> answer = platform.command(user, UUID.randomUUID().toString(), body);
        JsonNode problem = Json.mapper().readTree(answer.body());
        return answer.statusCode() + " " + problem.path("code").asString("") + " "
                + problem.at("/errors/0/code").asString("");
    }

    @Test
    void theCityTellsTheStepsOfItsClasses() {
        JsonNode classes = platform.json("/api/v1/city", "dispatcher").at("/rules/classes");
        List<String> steps = classes.valueStream()
                .filter(c -> c.path("code").asString().equals("E-0508"))
                .flatMap(c -> c.path("steps").valueStream())
                .map(s -> s.path("id").asString() + " " + s.path("words").asString() + " "
                        + s.path("before").asString("-") + " "
                        + s.path("required").asBoolean())
                .toList();
        assertThat(steps).containsExactly("1 先断电再靠近 finish true", "2 通知产权单位 - false");
    }

    @Test
    void aTickIsSeenByEverySeatAndOpensWhatTheCityHoldsBack() {
        handled("s1");
        Map<String, Object> photos = Map.of("photos", List.of(Photos.upload(platform, "depart1", Photos.jpeg(61))));
        assertThat(refused("depart1", Wishes.act("s1", "finish", 0, photos))).isEqualTo("409 CMD-4099 steps");
        long ticked;
        try (Ear ear = Ear.on(platform, "leader", 0, "case,record")) {
            ticked = platform.apply("dispatcher", Wishes.tick("s1", "1", true));
            List<JsonNode> changes = ear.changesUpTo(ticked);
            assertThat(changes)
                    .anySatisfy(c -> assertThat(c.at("/row/progress/ticks/0/by").asString(""))
                            .isEqualTo("p-dis"));
            assertThat(changes).anySatisfy(c -> {
                assertThat(c.at("/row/step/action").asString("")).isEqualTo("step-done");
                assertThat(c.at("/row/note").asString("")).isEqualTo("先断电再靠近");
            });
        }
        platform.apply("depart1", Wishes.act("s1", "finish", 0, photos));
        assertThat(platform.json("/api/v1/cases/s1", "leader")
                        .at("/progress/ticks/0/step")
                        .asString())
                .as("the case's own steps leave it")
                .isEqualTo("1");
    }

    @Test
    void aTickIsTakenBackAndTwoSeatsMayTickTheSame() {
        handled("s2");
        long first = platform.apply("dispatcher", Wishes.tick("s2", "2", true));
        long again = platform.apply("leader", Wishes.tick("s2", "2", true));
        assertThat(again).as("it is so already").isLessThanOrEqualTo(first);
        assertThat(platform.json("/api/v1/cases/s2", "leader")
                        .at("/progress/ticks")
                        .size())
                .isEqualTo(1);
        platform.apply("dispatcher", Wishes.tick("s2", "2", false));
        JsonNode c = platform.json("/api/v1/cases/s2", "leader");
        assertThat(c.at("/progress").has("ticks")).isFalse();
        assertThat(actions("s2")).endsWith("step-done", "step-undone");
    }

    @Test
    void whatIsNoStepOfTheClassAndWhoMayNotIsRefused() {
        handled("s3");
        assertThat(refused("dispatcher", Wishes.tick("s3", "9", true)))
                .startsWith("422")
                .endsWith("unknown-step");
        assertThat(refused("wall", Wishes.tick("s3", "1", true))).startsWith("403");
        assertThat(refused("depart2", Wishes.tick("s3", "1", true)))
                .as("another department does not see the case")
                .startsWith("404");
    }

    @Test
    void aPrintIsInTheHistoryAndChangesNothing() {
        handled("s4");
        JsonNode before = platform.json("/api/v1/cases/s4", "leader").path("progress");
        platform.apply("supervisor", Wishes.print("s4", "pdf"));
        assertThat(platform.json("/api/v1/cases/s4", "leader").path("progress")).isEqualTo(before);
        assertThat(actions("s4")).endsWith("printed");
        assertThat(refused("supervisor", Wishes.print("s4", "poster"))).startsWith("422");
        assertThat(refused("collector", Wishes.print("s4", "pdf"))).startsWith("403");
    }

    private static List<String> actions(String id) {
        return platform.json("/api/v1/cases/" + id + "/records", "leader")
                .path("items")
                .valueStream()
                .map(r -> r.at("/step/action").asString())
                .toList();
    }
}
