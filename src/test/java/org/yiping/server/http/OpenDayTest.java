package org.yiping.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.protocol.Json;
import org.yiping.server.Platform;
import org.yiping.server.SmallCity;
import org.yiping.server.Wishes;
import tools.jackson.databind.JsonNode;

/// The hall opened to strangers and closed again, the story told there, and that nothing hidden is written back.
class OpenDayTest {
    @TempDir
    static Path folder;

    static Platform platform;

    @BeforeAll
    static void start() {
        platform = Platform.start(folder);
        platform.apply("acceptor", Wishes.call("c1", SmallCity.WEST));
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    private static Map<String, Object> turn(boolean on) {
        return Wishes.command("turnOpenDay", "hall", 0, null, Map.of("on", on));
    }

    private static Map<String, Object> tell(String caseId, int step) {
        return Wishes.command("tellStory", "hall", 0, null, Map.of("caseId", caseId, "step", step));
    }

    private static String refused(String user, Object body) {
        HttpResponse<String> answer = platform.command(user, UUID.randomUUID().toString(), body);
        JsonNode problem = Json.mapper().readTree(answer.body());
        return answer.statusCode() + " " + problem.path("code").asString("") + " "
                + problem.at("/errors/0/code").asString("");
    }

    private static JsonNode day(String user) {
        return platform.get("/api/v1/snapshot?topics=openDay", user)
                .body()
                .lines()
                .map(Json.mapper()::readTree)
                .filter(l -> l.path("kind").asString("").equals("openDay"))
                .findFirst()
                .orElseThrow()
                .path("row");
    }

    @Test
    void whoMayOpensTheHallEverybodyLearnsAndTheJournalKeepsIt() {
        platform.apply("leader", turn(true));
        assertThat(day("wall").path("on").asBoolean()).isTrue();
        assertThat(day("collector").at("/by/post").asString()).isEqualTo("duty-leader");
        platform.apply("leader", turn(false));
        assertThat(day("wall").path("on").asBoolean()).isFalse();
        List<JsonNode> kept = platform.json("/api/v1/journal?limit=500", "boss")
                .path("items")
                .valueStream()
                .filter(e -> e.path("kind").asString("").equals("openDay"))
                .toList();
        assertThat(kept).hasSizeGreaterThanOrEqualTo(2);
        assertThat(refused("collector", turn(true))).startsWith("403");
        assertThat(refused("acceptor", turn(true))).startsWith("403");
        assertThat(refused("leader", Wishes.command("turnOpenDay", "attic", 0, null, Map.of("on", true))))
                .isEqualTo("404 CMD-4046 no-hall");
    }

    @Test
    void aStoryOpensTheHallGoesOnAndEndsWithTheDay() {
        platform.apply("dispatcher", tell("story-1", 1));
        assertThat(day("wall").path("on").asBoolean()).isTrue();
        platform.apply("dispatcher", tell("story-1", 2));
        assertThat(day("wall").at("/story/step").asInt()).isEqualTo(2);
        assertThat(day("wall").at("/story/caseId").asString()).isEqualTo("story-1");
        platform.apply("dispatcher", tell("story-1", 0));
        assertThat(day("wall").has("story")).isFalse();
        assertThat(day("wall").path("on").asBoolean()).as("the hall stays open").isTrue();
        platform.apply("dispatcher", tell("story-2", 3));
        platform.apply("leader", turn(false));
        assertThat(day("wall").has("story")).isFalse();
        assertThat(refused("dispatcher", tell("story-1", 101))).isEqualTo("422 CMD-4226 range");
        assertThat(refused("acceptor", tell("story-1", 1))).startsWith("403");
    }

    @Test
    void whatAnOpenDayHidesIsNotTakenForWhatSomebodyWrote() {
        assertThat(refused("acceptor", Wishes.act("c1", "pass", 0, Map.of("reason", "路口 ▒▒ 旁"))))
                .isEqualTo("400 CMD-4001 hidden");
        assertThat(platform.json("/api/v1/cases/c1", "acceptor")
                        .at("/progress/state")
                        .asString())
                .isEqualTo("to-accept");
    }
}
