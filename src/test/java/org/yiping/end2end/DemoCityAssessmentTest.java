package org.yiping.end2end;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.fake.HandClock;
import org.yiping.protocol.Json;
import org.yiping.server.Platform;
import org.yiping.server.Wishes;
import org.yiping.simulator.city.CityGenerator;
import org.yiping.simulator.past.Past;
import tools.jackson.databind.JsonNode;

/// The fictional city has everybody it takes to bring an assessment of its own cases to publication.
class DemoCityAssessmentTest {
    /// A Monday, 16:30 in the city.
    private static final Instant NOW = Instant.parse("2026-11-23T08:30:00Z");
    private static final String RUNS = "supervisor1";
    private static final String SIGNS = "chief1";

    @TempDir
    Path folder;

    @Test
    void aSupervisorRunsItAndTheLeaderSignsAndPublishes() throws IOException {
        Path city = folder.resolve("city");
        new CityGenerator(7).write(city);
        new Past(city, 7).write(NOW);
        try (Platform platform = Platform.again(folder, new HandClock(NOW))) {
            JsonNode draft = run(platform, "a1", RUNS, "2026-11-22");
            JsonNode assessed = draft.path("scores")
                    .valueStream()
                    .max(Comparator.comparingInt(s -> s.path("cases").asInt()))
                    .orElseThrow();
            String object = assessed.path("object").asString();
            assertThat(assessed.path("cases").asInt()).isPositive();
            List<String> cases = platform.json("/api/v1/assessments/a1/cases?object=" + object, RUNS)
                    .path("cases")
                    .valueStream()
                    .map(JsonNode::asString)
                    .toList();
            move(platform, RUNS, "a1", 0, "SUBMIT", Map.of());
            move(platform, RUNS, "a1", 1, "OPEN_APPEALS", Map.of());
            Map<String, Object> plea = Map.of("object", object, "cases", cases.subList(0, 1));
            move(platform, terminal(object), "a1", 2, "APPEAL", plea);
            move(platform, RUNS, "a1", 3, "CLOSE_APPEALS", Map.of());
            move(platform, RUNS, "a1", 4, "DECIDE", Map.of("appeal", 1, "upheld", true));
            refused(platform, RUNS, "a1", 5, "CMD-4030");
            move(platform, SIGNS, "a1", 5, "SIGN", Map.of());
            move(platform, SIGNS, "a1", 6, "PUBLISH", Map.of());
            assertThat(platform.json("/api/v1/assessments/a1", terminal(object))
                            .path("stage")
                            .asString())
                    .isEqualTo("PUBLISHED");

            run(platform, "a2", SIGNS, "2026-11-21");
            move(platform, RUNS, "a2", 0, "SUBMIT", Map.of());
            move(platform, RUNS, "a2", 1, "OPEN_APPEALS", Map.of());
            move(platform, RUNS, "a2", 2, "CLOSE_APPEALS", Map.of());
            refused(platform, SIGNS, "a2", 3, "ASM-4093");
        }
    }

    /// A platform that has just begun counts first.
    private static JsonNode run(Platform platform, String id, String user, String day) {
        Instant patience = Instant.now().plus(Duration.ofMinutes(2));
        String wish = Json.mapper()
                .writeValueAsString(Map.of("scheme", "department", "period", "day", "day", day, "reason", ""));
        HttpResponse<String> answer;
        do {
            answer = platform.send(
                    platform.request("/api/v1/assessments/" + id, user).PUT(HttpRequest.BodyPublishers.ofString(wish)));
        } while (answer.statusCode() == 503 && Instant.now().isBefore(patience));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.mapper().readTree(answer.body());
    }

    private static Map<String, Object> command(String id, int base, String move, Map<String, Object> said) {
        Map<String, Object> plea = new HashMap<>(Map.of("reason", "封路两小时"));
        plea.putAll(said);
        return Wishes.command("moveAssessment", id, 0, null, Map.of("base", base, "move", move, "plea", plea));
    }

    private static void move(
            Platform platform, String user, String id, int base, String move, Map<String, Object> said) {
        platform.apply(user, command(id, base, move, said));
    }

    private static void refused(Platform platform, String user, String id, int base, String code) {
        HttpResponse<String> answer =
                platform.command(user, UUID.randomUUID().toString(), command(id, base, "SIGN", Map.of()));
        assertThat(answer.body()).contains(code);
    }

    /// The account of a department.
    private String terminal(String department) throws IOException {
        return Files.readAllLines(folder.resolve("data/accounts.csv")).stream()
                .map(l -> l.split(",", -1))
                .filter(c -> c[5].equals(department))
                .map(c -> c[0])
                .findFirst()
                .orElseThrow();
    }
}
