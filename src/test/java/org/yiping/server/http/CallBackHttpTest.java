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
import org.yiping.server.Platform;
import org.yiping.server.SmallCity;
import org.yiping.server.Wishes;
import tools.jackson.databind.JsonNode;

/// What calling back came to is recorded once, told to every seat, and counted; who may not, and what cannot be, is
/// refused with words.
@ExtendWith(OnePlatform.class)
class CallBackHttpTest {
    static Platform platform;

    @BeforeAll
    static void start(Platform one) {
        platform = one;
    }

    private static void closed(String id, Map<String, Object> report) {
        platform.apply(report.toString().contains("register") ? "acceptor" : "collector", report);
        platform.apply("acceptor", Wishes.act(id, "pass", 0, Map.of()));
        platform.apply("leader", Wishes.act(id, "file", 0, Map.of("criterion", "E-0110-01")));
        platform.apply("chief", Wishes.act(id, "force-close", 0, Map.of("reason", "已查明")));
    }

    private static Map<String, Object> call(String id, String outcome) {
        return Wishes.act(id, "call-back", 0, Map.of("kind", outcome, "reason", "王女士说又堵了"));
    }

    private static JsonNode refused(String user, Object body) {
        HttpResponse<String> answer = platform.command(user, UUID.randomUUID().toString(), body);
        assertThat(answer.statusCode()).isGreaterThanOrEqualTo(400);
        return Json.mapper().readTree(answer.body());
    }

    private static JsonNode figure(String code) {
        for (JsonNode item : platform.json("/api/v1/figures?period=day&area=990102&codes=" + code, "supervisor")
                .path("items")) {
            if (item.path("code").asString().equals(code)) {
                return item;
            }
        }
        throw new AssertionError("no figure " + code);
    }

    private static List<String> behind(String counter, String more) {
        return platform.json("/api/v1/figures/cases?period=day&area=990102&counter=" + counter + more, "supervisor")
                .path("items")
                .valueStream()
                .map(c -> c.path("id").asString())
                .sorted()
                .toList();
    }

    @Test
    void aCallIsRecordedOnceAndCounted() {
        JsonNode before =
                platform.json("/api/v1/figures?period=day&area=99010200100101&codes=satisfaction-rate", "chief");
        assertThat(before.path("items").get(0).has("value"))
                .as("nobody was asked yet")
                .isFalse();
        closed("b1", Wishes.call("b1", SmallCity.EAST));
        closed("b2", Wishes.call("b2", SmallCity.EAST));
        closed("b3", Wishes.call("b3", SmallCity.EAST));
        closed("b4", Wishes.report("b4", SmallCity.EAST));
        String key = UUID.randomUUID().toString();
        long first;
        try (Ear ear = Ear.on(platform, "leader", 0, "case,record")) {
            HttpResponse<String> once = platform.command("acceptor", key, call("b1", "not-reached"));
            assertThat(once.statusCode()).isEqualTo(200);
            first = Json.mapper().readTree(once.body()).path("revision").asLong();
            assertThat(platform.command("acceptor", key, call("b1", "not-reached"))
                            .body())
                    .as("the same key is the same call")
                    .isEqualTo(once.body());
            List<JsonNode> changes = ear.changesUpTo(first);
            assertThat(changes).anySatisfy(c -> {
                assertThat(c.at("/row/step/action").asString("")).isEqualTo("call-back");
                assertThat(c.at("/row/given/kind").asString("")).isEqualTo("not-reached");
                assertThat(c.at("/row/note").asString("")).isEqualTo("王女士说又堵了");
            });
            assertThat(changes)
                    .anySatisfy(c -> assertThat(c.at("/row/progress/detours/callBack/outcome")
                                    .asString(""))
                            .isEqualTo("not-reached"));
        }
        assertThat(figure("call-back-rate").path("value").asDouble())
                .as("who was not reached waits on")
                .isZero();
        assertThat(figure("called-back").path("value").asInt()).isOne();
        platform.apply("acceptor", call("b1", "very-satisfied"));
        platform.apply("leader", call("b2", "dissatisfied"));
        JsonNode seen = platform.json("/api/v1/cases/b1", "supervisor");
        assertThat(seen.at("/progress/detours/callBack/by/person").asString()).isEqualTo("p-acc");
        assertThat(seen.at("/report/caller/name").asString()).isEqualTo("张**");
        assertThat(seen.at("/progress/state").asString()).isEqualTo("closed");

        assertThat(behind("call_back_needed", "")).containsExactly("b1", "b2", "b3");
        assertThat(behind("call_back_reached", "")).containsExactly("b1", "b2");
        assertThat(behind("call_back_judged", "&person=p-acc")).containsExactly("b1");
        assertThat(behind("call_back_dissatisfied", "")).containsExactly("b2");
        JsonNode rate = figure("satisfaction-rate");
        assertThat(rate.path("numerator").asInt()).isOne();
        assertThat(rate.path("denominator").asInt()).isEqualTo(2);
        assertThat(figure("call-back-rate").path("denominator").asInt()).isEqualTo(3);
    }

    @Test
    void whatCannotBeIsRefusedWithWords() {
        closed("r1", Wishes.report("r1", SmallCity.WEST));
        JsonNode unasked = refused("acceptor", call("r1", "satisfied"));
        assertThat(unasked.path("code").asString()).isEqualTo("CMD-4230");
        assertThat(unasked.path("detail").asString()).isNotBlank();
        assertThat(unasked.at("/errors/0/code").asString()).isEqualTo("call-back-wanted");
        platform.apply("acceptor", Wishes.call("r2", SmallCity.WEST));
        JsonNode early = refused("acceptor", call("r2", "satisfied"));
        assertThat(early.path("code").asString()).isEqualTo("CMD-4092");
        assertThat(refused("dispatcher", call("r1", "satisfied")).path("code").asString())
                .isEqualTo("CMD-4030");
        assertThat(refused("depart1", call("r1", "satisfied")).path("status").asInt())
                .isIn(403, 404, 422);
    }

    @Test
    void whatTheCallerSaidIsForWhoMaySeeTheCaller() {
        closed("m1", Wishes.call("m1", SmallCity.WEST));
        platform.apply("acceptor", call("m1", "dissatisfied"));
        for (String user : List.of("acceptor", "leader", "dispatcher", "supervisor", "chief")) {
            assertThat(last("m1", user).path("note").asString()).as(user).isEqualTo("王女士说又堵了");
        }
        JsonNode seen = last("m1", "boss");
        assertThat(seen.path("note").asString()).isEmpty();
        assertThat(seen.at("/given/kind").asString()).isEqualTo("dissatisfied");
        assertThat(platform.json("/api/v1/cases/m1/records", "boss")
                        .path("items")
                        .valueStream())
                .as("other words stay")
                .anySatisfy(r -> assertThat(r.path("note").asString()).isEqualTo("已查明"));
    }

    private static JsonNode last(String id, String user) {
        return platform.json("/api/v1/cases/" + id + "/records", user)
                .path("items")
                .valueStream()
                .filter(r -> r.at("/step/action").asString().equals("call-back"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whoSawAnOlderStandHearsOfIt() {
        closed("o1", Wishes.call("o1", SmallCity.WEST));
        long saw = platform.apply("acceptor", call("o1", "not-reached"));
        platform.apply("leader", call("o1", "satisfied"));
        JsonNode outdated = refused("acceptor", Wishes.act("o1", "call-back", saw, Map.of("kind", "dissatisfied")));
        assertThat(outdated.path("code").asString()).isEqualTo("CMD-4090");
        assertThat(outdated.at("/current/progress/detours/callBack/outcome").asString())
                .isEqualTo("satisfied");
    }
}
