package org.yiping.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.fake.HandClock;
import org.yiping.protocol.Json;
import org.yiping.server.Ear;
import org.yiping.server.Platform;
import org.yiping.server.SmallCity;
import org.yiping.server.Wishes;
import tools.jackson.databind.JsonNode;

/// Whose notices and assessments are: a district's supervisor neither reads, hears nor judges what is the city's or
/// another district's, and a department always hears what is addressed to it.
class NoticeRightsTest {
    private static final Instant FRIDAY = Instant.parse("2026-11-20T02:00:00Z");
    private static final String WEST = "990101";
    private static final String EAST = "990102";

    @TempDir
    Path folder;

    private final HandClock clock = new HandClock(FRIDAY);
    private Platform platform;

    @BeforeEach
    void start() {
        platform = Platform.start(folder, clock);
        for (Map.Entry<String, double[]> place :
                Map.of("c-west", SmallCity.WEST, "c-east", SmallCity.EAST).entrySet()) {
            String id = place.getKey();
            platform.apply("acceptor", Wishes.call(id, place.getValue()));
            platform.apply("acceptor", Wishes.act(id, "pass", 0, Map.of()));
            platform.apply("leader", Wishes.act(id, "file", 0, Map.of("criterion", "E-0110-01")));
            platform.apply("dispatcher", Wishes.act(id, "dispatch", 0, Map.of("department", "d1")));
        }
        platform.close();
        clock.advance(Duration.ofDays(1)); // the day is over; everybody signs in anew
        platform = Platform.start(folder, clock);
    }

    @AfterEach
    void stop() {
        platform.close();
    }

    private void serves(String id, String post, String department, String... areas) {
        Map<String, Object> row =
                new HashMap<>(Map.of("id", id, "name", id, "posts", List.of(post), "areas", List.of(areas)));
        if (department != null) {
            row.put("department", department);
        }
        HttpResponse<String> answer = platform.send(platform.request("/api/v1/people/" + id, "boss")
                .PUT(HttpRequest.BodyPublishers.ofString(Json.mapper().writeValueAsString(row))));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private void supervisorServes(String... areas) {
        serves("p-sup", "supervisor", null, areas);
    }

    private Map<String, Object> issue(String id) {
        return NoticeHttpTest.issue(id, "d1", clock.instant());
    }

    private static Map<String, Object> answer(String id, int base, String to) {
        return Wishes.command("answerNotice", id, 0, null, Map.of("base", base, "to", to, "text", "知道了"));
    }

    private void refused(String user, Map<String, Object> command, int status, String code) {
        HttpResponse<String> answer = platform.command(user, UUID.randomUUID().toString(), command);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        JsonNode problem = Json.mapper().readTree(answer.body());
        assertThat(problem.path("code").asString()).isEqualTo(code);
        assertThat(problem.path("detail").asString()).isNotBlank().isNotEqualTo(code);
    }

    /// All that comes to somebody of notices: lists, the snapshot, and the journal from its beginning.
    private String heard(String user) {
        String lists = platform.get("/api/v1/notices", user).body()
                + platform.get("/api/v1/accountability", user).body()
                + platform.get("/api/v1/snapshot?topics=departmentNotice", user).body();
        long last = revision(user);
        try (Ear ear = Ear.on(platform, user, 0, "departmentNotice")) {
            return lists + ear.changesUpTo(last);
        }
    }

    private long revision(String user) {
        return platform.json("/api/v1/notices", user).path("revision").asLong();
    }

    @Test
    void theCitysNoticesAreNoDistrictsToReadOrJudge() {
        platform.apply("chief", issue("n-city"));
        platform.apply("depart1", answer("n-city", 0, "ANSWERED"));
        supervisorServes(EAST);
        platform.apply("supervisor", issue("n-east"));
        platform.apply("depart1", answer("n-east", 0, "ANSWERED"));
        supervisorServes(WEST);
        platform.apply("supervisor", issue("n-west"));
        assertThat(heard("supervisor"))
                .contains("\"n-west\"")
                .doesNotContain("\"n-city\"")
                .doesNotContain("\"n-east\"");
        for (String id : List.of("n-city", "n-east")) {
            refused("supervisor", answer(id, 1, "ACCEPTED"), 404, "ASM-4041");
            refused("supervisor", answer(id, 1, "SENT_BACK"), 404, "ASM-4041");
            refused("supervisor", answer(id, 1, "WITHDRAWN"), 404, "ASM-4041");
        }
        assertThat(heard("chief")).contains("\"n-city\"", "\"n-east\"", "\"n-west\"");
        platform.apply("chief", answer("n-east", 1, "ACCEPTED"));
    }

    @Test
    void aPushedNoticeComesToWhoMaySeeItAlone() {
        supervisorServes(WEST);
        try (Ear ear = Ear.on(platform, "supervisor", revision("supervisor"), "departmentNotice")) {
            platform.apply("chief", issue("n-city"));
            platform.apply("depart1", answer("n-city", 0, "ANSWERED"));
            platform.apply("supervisor", issue("n-west"));
            long last = revision("chief");
            assertThat(ear.changesUpTo(last).toString()).contains("n-west").doesNotContain("n-city");
        }
    }

    @Test
    void whatIsOfSeveralAreasIsJudgedByWhoHasAllOfThem() {
        supervisorServes(WEST, EAST);
        platform.apply("supervisor", issue("n-both"));
        platform.apply("depart1", answer("n-both", 0, "ANSWERED"));
        supervisorServes(WEST);
        assertThat(heard("supervisor")).contains("\"n-both\"");
        refused("supervisor", answer("n-both", 1, "ACCEPTED"), 403, "ASM-4030");
        supervisorServes(EAST, WEST);
        platform.apply("supervisor", answer("n-both", 1, "ACCEPTED"));
    }

    @Test
    void aDepartmentAnswersWhereverItsTerminalStands() {
        serves("p-d1", "department", "d1", WEST);
        platform.apply("chief", issue("n-city"));
        platform.apply("chief", NoticeHttpTest.issue("n-other", "d2", clock.instant()));
        assertThat(heard("depart1")).contains("\"n-city\"").doesNotContain("\"n-other\"");
        platform.apply("depart1", answer("n-city", 0, "ANSWERED"));
        refused("depart1", answer("n-other", 0, "ANSWERED"), 404, "ASM-4041");
    }

    private void run(String scheme) {
        Map<String, Object> wish = Map.of("scheme", scheme, "period", "day", "day", "2026-11-20", "reason", "");
        HttpResponse<String> answer = platform.send(platform.request("/api/v1/assessments/a1", "chief")
                .PUT(HttpRequest.BodyPublishers.ofString(Json.mapper().writeValueAsString(wish))));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private int shown(String user) {
        return platform.get("/api/v1/assessments/a1", user).statusCode();
    }

    private static Map<String, Object> move(int base, String move, Map<String, Object> plea) {
        return AssessmentHttpTest.move("a1", base, move, plea);
    }

    /// Who answers for a district sees its score once it is put up, and objects to that alone.
    @Test
    void anEditionOfTheCitysDistrictsIsObjectedToByEachAndDecidedByTheCity() {
        supervisorServes(WEST);
        run("district");
        assertThat(shown("supervisor")).as("a draft").isEqualTo(404);
        refused("supervisor", move(0, "SUBMIT", Map.of()), 404, "ASM-4040");
        platform.apply("chief", move(0, "SUBMIT", Map.of()));
        platform.apply("chief", move(1, "OPEN_APPEALS", Map.of()));
        assertThat(shown("supervisor")).isEqualTo(200);
        Map<String, Object> east = Map.of("object", EAST, "cases", List.of("c-east"));
        refused("supervisor", move(2, "APPEAL", east), 403, "CMD-4030");
        platform.apply("supervisor", move(2, "APPEAL", Map.of("object", WEST, "cases", List.of("c-west"))));
        refused("supervisor", move(3, "DECIDE", Map.of("appeal", 1, "upheld", true)), 403, "ASM-4030");
        refused("supervisor", move(3, "CLOSE_APPEALS", Map.of()), 403, "ASM-4030");
        refused("supervisor", move(3, "WITHDRAW", Map.of()), 403, "ASM-4030");
        platform.apply("chief", move(3, "DECIDE", Map.of("appeal", 1, "upheld", true)));
        platform.apply("chief", move(4, "WITHDRAW", Map.of()));
        assertThat(shown("supervisor")).as("not put up any more").isEqualTo(404);
    }

    @Test
    void anEditionOfTheCitysDepartmentsIsNoDistrictsAndEachDepartments() {
        supervisorServes(WEST);
        run("department");
        platform.apply("chief", move(0, "SUBMIT", Map.of()));
        assertThat(shown("depart1")).isEqualTo(404);
        platform.apply("chief", move(1, "OPEN_APPEALS", Map.of()));
        assertThat(List.of(shown("supervisor"), shown("depart1"))).containsExactly(404, 200);
        refused("supervisor", move(2, "CLOSE_APPEALS", Map.of()), 404, "ASM-4040");
        platform.apply("depart1", move(2, "APPEAL", Map.of("object", "d1", "cases", List.of("c-west"))));
    }
}
