package org.yiping.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.domain.room.Debrief;
import org.yiping.fake.HandClock;
import org.yiping.protocol.Json;
import org.yiping.server.OnePlatform;
import org.yiping.server.Platform;
import org.yiping.server.SmallCity;
import org.yiping.server.Wishes;
import tools.jackson.databind.JsonNode;

/// The review room at the platform: nothing two people say is lost, one of them signs, and what is signed stays.
@ExtendWith(OnePlatform.class)
class DebriefTest {
    static final Instant SINCE = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2026-01-01T01:00:00Z");

    static Platform platform;

    @BeforeAll
    static void start(Platform one) {
        platform = one;
        platform.apply("acceptor", Wishes.call("d-case", SmallCity.EAST));
    }

    static Map<String, Object> open(String id, @Nullable String caseId) {
        Map<String, Object> subject = new LinkedHashMap<>(Map.of("since", SINCE.toString(), "until", UNTIL.toString()));
        if (caseId != null) {
            subject.put("caseId", caseId);
        }
        return Wishes.command("openDebrief", id, 0, null, Map.of("title", "早高峰一小时", "subject", subject));
    }

    private static Map<String, Object> comment(String id, int edition, Instant moment, String text) {
        return comment(id, edition, moment, text, "d-case");
    }

    static Map<String, Object> comment(String id, int edition, Instant moment, String text, String caseId) {
        Map<String, Object> pin = Map.of("moment", moment.toString(), "caseId", caseId);
        return Wishes.command("commentDebrief", id, 0, null, Map.of("edition", edition, "pin", pin, "text", text));
    }

    private static Map<String, Object> sign(String id, int edition, String verdict, int comments) {
        return Wishes.command(
                "signDebrief",
                id,
                0,
                null,
                Map.of("edition", edition, "verdict", verdict, "summary", "派遣及时，核查迟", "comments", comments));
    }

    private static Map<String, Object> reopen(String id, int edition, String reason) {
        return Wishes.command("reopenDebrief", id, 0, null, Map.of("edition", edition, "reason", reason));
    }

    private static Debrief debrief(Platform p, String id) {
        JsonNode items = p.json("/api/v1/debriefs", "supervisor").path("items");
        for (JsonNode item : items) {
            if (item.path("id").asString().equals(id)) {
                return Json.mapper().treeToValue(item, Debrief.class);
            }
        }
        throw new AssertionError(id);
    }

    private static List<String> said(Platform p, String id, String user) {
        return p.json("/api/v1/debriefs/comments", user)
                .path("items")
                .valueStream()
                .filter(c -> c.path("debrief").asString().equals(id))
                .map(c -> c.path("text").asString())
                .toList();
    }

    private static String refused(String user, Map<String, Object> body) {
        HttpResponse<String> answer = platform.command(user, UUID.randomUUID().toString(), body);
        JsonNode problem = Json.mapper().readTree(answer.body());
        return answer.statusCode() + " " + problem.path("code").asString("") + " "
                + problem.at("/errors/0/code").asString("") + " "
                + problem.at("/errors/0/pointer").asString("");
    }

    private static JsonNode current(String user, Map<String, Object> body) {
        HttpResponse<String> answer = platform.command(user, UUID.randomUUID().toString(), body);
        assertThat(answer.statusCode()).isEqualTo(409);
        return Json.mapper().readTree(answer.body()).path("current");
    }

    @Test
    void commentsOfTwoMergeAndWhoHasNotReadThemDoesNotSign() {
        platform.apply("supervisor", open("merge", "d-case"));
        CompletableFuture<?> one = CompletableFuture.runAsync(
                () -> platform.apply("supervisor", comment("merge", 1, SINCE.plusSeconds(60), "派遣快")));
        CompletableFuture<?> two = CompletableFuture.runAsync(
                () -> platform.apply("chief", comment("merge", 1, SINCE.plusSeconds(60), "核查慢")));
        CompletableFuture.allOf(one, two).join();
        assertThat(said(platform, "merge", "supervisor")).containsExactlyInAnyOrder("派遣快", "核查慢");

        assertThat(refused("chief", sign("merge", 1, "sound", 1))).startsWith("409 DEB-4091 debrief-commented");
        platform.apply("leader", comment("merge", 1, UNTIL, "无异议"));
        assertThat(current("chief", sign("merge", 1, "sound", 2))
                        .at("/by/person")
                        .asString())
                .as("the other is named")
                .isEqualTo("p-lead");
        platform.apply("chief", sign("merge", 1, "sound", 3));
        assertThat(debrief(platform, "merge")
                        .signature()
                        .orElseThrow()
                        .by()
                        .person()
                        .value())
                .isEqualTo("p-chief");
    }

    @Test
    void whoSignsSecondIsToldWhoWasFirst() {
        platform.apply("supervisor", open("race", null));
        List<CompletableFuture<HttpResponse<String>>> both = List.of("supervisor", "chief").stream()
                .map(u -> CompletableFuture.supplyAsync(
                        () -> platform.command(u, UUID.randomUUID().toString(), sign("race", 1, "flawed", 0))))
                .toList();
        List<HttpResponse<String>> answers =
                both.stream().map(CompletableFuture::join).toList();
        assertThat(answers).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(200, 409);
        String first = debrief(platform, "race")
                .signature()
                .orElseThrow()
                .by()
                .person()
                .value();
        JsonNode second = answers.stream()
                .filter(a -> a.statusCode() == 409)
                .map(a -> Json.mapper().readTree(a.body()))
                .findFirst()
                .orElseThrow();
        assertThat(second.path("code").asString()).isEqualTo("DEB-4090");
        assertThat(second.at("/current/editions/0/signature/by/person").asString())
                .isEqualTo(first);
    }

    @Test
    void whatIsSignedIsOnlyReadUntilItIsOpenedAgainWithItsReason() {
        platform.apply("supervisor", open("signed", "d-case"));
        platform.apply("supervisor", comment("signed", 1, SINCE, "第一版"));
        assertThat(refused("supervisor", reopen("signed", 1, "早了"))).startsWith("409 DEB-4092");
        platform.apply("supervisor", sign("signed", 1, "flawed", 1));

        assertThat(refused("chief", comment("signed", 1, SINCE, "晚到的话"))).startsWith("409 DEB-4090 debrief-signed");
        assertThat(refused("supervisor", reopen("signed", 1, " "))).isEqualTo("422 CMD-4224 missing /payload/reason");
        platform.apply("supervisor", reopen("signed", 1, "有新证据"));
        assertThat(refused("chief", comment("signed", 1, SINCE, "旧版的话"))).startsWith("409 DEB-4090");
        platform.apply("chief", comment("signed", 2, SINCE, "第二版"));
        Debrief now = debrief(platform, "signed");
        assertThat(now.edition()).isEqualTo(2);
        assertThat(now.signature()).isEmpty();
        assertThat(now.editions().getFirst().signature()).isNotNull();
        assertThat(now.editions().getLast().reason()).isEqualTo("有新证据");
        assertThat(said(platform, "signed", "supervisor")).containsExactly("第一版", "第二版");
    }

    @Test
    void aCommentSentTwiceIsOne() {
        platform.apply("supervisor", open("twice", null));
        Map<String, Object> body = comment("twice", 1, SINCE, "一次");
        assertThat(platform.command("supervisor", "key-twice", body).statusCode())
                .isEqualTo(200);
        assertThat(platform.command("supervisor", "key-twice", body).statusCode())
                .isEqualTo(200);
        assertThat(said(platform, "twice", "supervisor")).hasSize(1);
    }

    /// Keys are forgotten after a week; what was said under one is not written over.
    @Test
    void whatWasSaidUnderAnIdStays(@TempDir Path folder) throws IOException {
        HandClock clock = new HandClock(Instant.parse("2026-11-20T02:00:00Z"));
        Map<String, Object> body = comment("kept", 1, SINCE, "记下");
        try (Platform p = Platform.start(folder, clock)) {
            p.apply("acceptor", Wishes.call("d-case", SmallCity.EAST));
            p.apply("supervisor", open("kept", null));
            p.apply("supervisor", open("other", null));
            assertThat(p.command("supervisor", "key-1", body).statusCode()).isEqualTo(200);
        }
        for (Map.Entry<String, Map<String, Object>> other : List.of(
                Map.entry("supervisor", comment("kept", 1, SINCE, "改口")),
                Map.entry("chief", body),
                Map.entry("supervisor", comment("other", 1, SINCE, "记下")))) {
            clock.advance(Duration.ofDays(8));
            try (Platform p = Platform.again(folder, clock)) {
                assertThat(taken(p, other.getKey(), other.getValue())).isEqualTo("409 CMD-4091 记下");
                assertThat(said(p, "kept", "supervisor")).containsExactly("记下");
                assertThat(said(p, "other", "supervisor")).isEmpty();
            }
        }
        for (boolean signed : List.of(false, true)) {
            clock.advance(Duration.ofDays(8));
            try (Platform p = Platform.again(folder, clock)) {
                assertThat(p.command("supervisor", "key-1", body).statusCode())
                        .as("the same again, signed " + signed)
                        .isEqualTo(200);
                assertThat(p.command("supervisor", "key-2", open("kept", null)).statusCode())
                        .isEqualTo(200);
                assertThat(said(p, "kept", "supervisor")).containsExactly("记下");
                assertThat(debrief(p, "kept").signature().isPresent()).isEqualTo(signed);
                if (!signed) {
                    p.apply("supervisor", sign("kept", 1, "sound", 1));
                }
            }
        }
    }

    /// What is said of somebody who uses that key a second time.
    private static String taken(Platform p, String user, Map<String, Object> body) {
        HttpResponse<String> answer = p.command(user, "key-1", body);
        JsonNode problem = Json.mapper().readTree(answer.body());
        return answer.statusCode() + " " + problem.path("code").asString("") + " "
                + problem.at("/current/text").asString("");
    }

    @Test
    void onlyWhatMakesSenseIsTaken() {
        platform.apply("supervisor", open("sense", "d-case"));
        assertThat(refused("supervisor", open("sense", null))).startsWith("409 CMD-4091 exists");
        assertThat(refused("supervisor", open("other", "no-such"))).startsWith("404 CMD-4040");
        assertThat(refused("supervisor", comment("sense", 1, UNTIL.plusSeconds(1), "以后")))
                .isEqualTo("422 CMD-4226 range /payload/pin/moment");
        assertThat(refused("supervisor", comment("sense", 1, SINCE, "  "))).startsWith("422 CMD-4224");
        assertThat(refused("supervisor", sign("sense", 1, "brilliant", 0)))
                .isEqualTo("422 CMD-4220 unknown-kind /payload/verdict");
        assertThat(refused("supervisor", comment("nowhere", 1, SINCE, "无此"))).startsWith("404 DEB-4040");
    }

    @Test
    void postsThatDoNotReviewNeitherReadNorWrite() {
        platform.apply("supervisor", open("posts", null));
        assertThat(refused("acceptor", comment("posts", 1, SINCE, "插话"))).startsWith("403");
        assertThat(refused("leader", sign("posts", 1, "sound", 0))).startsWith("403");
        assertThat(platform.get("/api/v1/debriefs", "depart1").statusCode()).isEqualTo(403);
        String topics = "/api/v1/snapshot?topics=debrief,debriefComment";
        assertThat(platform.get(topics, "leader").body()).contains("\"id\":\"posts\"");
        assertThat(platform.get(topics, "acceptor").body()).doesNotContain("posts");
    }

    @Test
    void everythingStandsAfterARestart(@TempDir Path folder) throws IOException {
        try (Platform p = Platform.start(folder)) {
            p.apply("acceptor", Wishes.call("d-case", SmallCity.EAST));
            p.apply("supervisor", open("kept", "d-case"));
            p.apply("supervisor", comment("kept", 1, SINCE, "记下"));
            p.apply("supervisor", sign("kept", 1, "sound", 1));
        }
        try (Platform p = Platform.again(folder, Clock.systemUTC())) {
            assertThat(debrief(p, "kept").signature().orElseThrow().summary()).isEqualTo("派遣及时，核查迟");
            assertThat(said(p, "kept", "supervisor")).containsExactly("记下");
        }
    }
}
