package org.yiping.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.fake.HandClock;
import org.yiping.protocol.Json;
import org.yiping.server.Platform;
import org.yiping.server.SmallCity;
import org.yiping.server.Wishes;
import tools.jackson.databind.JsonNode;

/// Calling a department to account, and what it answers.
class NoticeHttpTest {
    private static final Instant NOW = Instant.parse("2026-11-20T02:00:00Z");

    @TempDir
    Path folder;

    private final HandClock clock = new HandClock(NOW);
    private Platform platform;

    @BeforeEach
    void start() {
        platform = Platform.start(folder, clock);
        platform.apply("acceptor", Wishes.call("c1", SmallCity.WEST));
    }

    @AfterEach
    void stop() {
        platform.close();
    }

    private static Map<String, Object> issue(String id, String department, String... cases) {
        return issue(id, department, NOW, cases);
    }

    /// With five minutes for an answer.
    static Map<String, Object> issue(String id, String department, Instant now, String... cases) {
        Map<String, Object> said = Map.of(
                "kind",
                "supervise",
                "reason",
                "结案率低于目标，延期过多",
                "figure",
                "closing-rate",
                "cases",
                List.of(cases),
                "deadline",
                now.plus(Duration.ofMinutes(5)).toString());
        return Wishes.command("issueNotice", id, 0, null, Map.of("department", department, "said", said));
    }

    private static Map<String, Object> answer(String id, int base, String to, String text) {
        return Wishes.command("answerNotice", id, 0, null, Map.of("base", base, "to", to, "text", text));
    }

    private void refused(String user, Map<String, Object> command, int status, String code) {
        HttpResponse<String> answer = platform.command(user, UUID.randomUUID().toString(), command);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(Json.mapper().readTree(answer.body()).path("code").asString())
                .isEqualTo(code);
    }

    private JsonNode account(String user) {
        return platform.json("/api/v1/accountability?department=d1", user).at("/items/0");
    }

    @Test
    void everyWordStays() {
        platform.apply("supervisor", issue("n1", "d1", "c1"));
        assertThat(account("depart1").path("open").asInt()).isEqualTo(1);
        platform.apply("depart1", answer("n1", 0, "ANSWERED", "已整改"));
        platform.apply("supervisor", answer("n1", 1, "SENT_BACK", "没有照片"));
        platform.apply("depart1", answer("n1", 2, "ANSWERED", "补照片"));
        platform.apply("chief", answer("n1", 3, "ACCEPTED", ""));
        JsonNode account = account("supervisor");
        assertThat(account.path("open").asInt()).isZero();
        JsonNode notice = account.at("/notices/0");
        assertThat(notice.path("state").asString()).isEqualTo("ACCEPTED");
        assertThat(notice.path("words").valueStream().map(w -> w.path("text").asString()))
                .containsExactly("已整改", "没有照片", "补照片", "");
        String journal = platform.get("/api/v1/journal?limit=1000", "boss").body();
        assertThat(journal).contains("departmentNotice").contains("结案率低于目标");
    }

    @Test
    void anAnswerAfterTheDeadlineIsLateForEver() {
        platform.apply("supervisor", issue("n1", "d1"));
        clock.set(NOW.plus(Duration.ofMinutes(6)));
        assertThat(account("supervisor").path("overdue").asInt()).isEqualTo(1);
        platform.apply("depart1", answer("n1", 0, "ANSWERED", "晚了"));
        JsonNode account = account("supervisor");
        assertThat(account.path("overdue").asInt()).isZero();
        assertThat(account.path("late").asInt()).isEqualTo(1);
    }

    @Test
    void onlyTheDepartmentAnswersAndOnlySupervisorsJudge() {
        platform.apply("supervisor", issue("n1", "d1"));
        refused("depart2", answer("n1", 0, "ANSWERED", "x"), 404, "ASM-4041");
        refused("supervisor", answer("n1", 0, "ANSWERED", "x"), 403, "CMD-4030");
        refused("depart1", answer("n1", 0, "ACCEPTED", "x"), 403, "CMD-4030");
        refused("supervisor", answer("n1", 0, "ACCEPTED", "x"), 409, "ASM-4094");
        platform.apply("depart1", answer("n1", 0, "ANSWERED", "x"));
        refused("supervisor", answer("n1", 0, "ACCEPTED", "x"), 409, "ASM-4094");
        refused("depart1", answer("n1", 1, "ANSWERED", "again"), 409, "ASM-4094");
        assertThat(platform.json("/api/v1/notices", "depart2").path("items")).isEmpty();
        assertThat(platform.get("/api/v1/notices", "acceptor").statusCode()).isEqualTo(403);
    }

    @Test
    void whatCannotBeIssuedIsRefused() {
        refused("supervisor", issue("n1", "nobody"), 422, "CMD-4220");
        refused("supervisor", issue("n1", "d1", "no-such-case"), 404, "CMD-4040");
        refused("depart1", issue("n1", "d1"), 403, "CMD-4030");
        platform.apply("supervisor", issue("n1", "d1"));
        refused("chief", issue("n1", "d2"), 409, "CMD-4091");
        refused("chief", issue("n1", "d1"), 409, "CMD-4091");
        platform.apply("supervisor", issue("n1", "d1")); // the same, under another key
        assertThat(account("supervisor").path("notices").size()).isEqualTo(1);
        clock.set(NOW.plus(Duration.ofMinutes(6)));
        refused("supervisor", issue("n2", "d1"), 422, "CMD-4226");
    }
}
