package org.yiping.server.http;

// long because every step is held against all who may not take it, on one platform

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.fake.HandClock;
import org.yiping.protocol.Json;
import org.yiping.server.Photos;
import org.yiping.server.Platform;
import org.yiping.server.SmallCity;
import org.yiping.server.Wishes;
import tools.jackson.databind.JsonNode;

/// An assessment from its run to publication, and what stands in its way.
class AssessmentHttpTest {
    private static final Instant FRIDAY = Instant.parse("2026-11-20T02:00:00Z");

    @TempDir
    Path folder;

    private final HandClock clock = new HandClock(FRIDAY);
    private Platform platform;

    /// Three cases of a department on Friday, one handled in time, and then it is Saturday.
    @BeforeEach
    void start() {
        platform = Platform.start(folder, clock);
        for (String id : List.of("c1", "c2", "c3")) {
            dispatched(id);
        }
        platform.apply("depart1", Wishes.act("c1", "assign", 0, Map.of("handler", "p-d1")));
        String photo = Photos.upload(platform, "depart1", Photos.jpeg(7));
        platform.apply("depart1", Wishes.act("c1", "finish", 0, Map.of("photos", List.of(photo))));
        later(Duration.ofDays(1));
    }

    @AfterEach
    void stop() {
        platform.close();
    }

    private void later(Duration by) {
        platform.close();
        clock.set(clock.instant().plus(by)); // nobody's token is as old, so everybody signs in anew
        platform = Platform.start(folder, clock);
    }

    private void dispatched(String id) {
        platform.apply("acceptor", Wishes.call(id, SmallCity.WEST));
        platform.apply("acceptor", Wishes.act(id, "pass", 0, Map.of()));
        platform.apply("leader", Wishes.act(id, "file", 0, Map.of("criterion", "E-0110-01")));
        platform.apply("dispatcher", Wishes.act(id, "dispatch", 0, Map.of("department", "d1")));
    }

    private HttpResponse<String> put(String id, String user, Map<String, Object> wish) {
        return platform.send(platform.request("/api/v1/assessments/" + id, user)
                .PUT(HttpRequest.BodyPublishers.ofString(Json.mapper().writeValueAsString(wish))));
    }

    private static Map<String, Object> friday(String reason) {
        return Map.of("scheme", "department", "period", "day", "day", "2026-11-20", "reason", reason);
    }

    private JsonNode run(String id) {
        HttpResponse<String> answer = put(id, "supervisor", friday(""));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.mapper().readTree(answer.body());
    }

    static Map<String, Object> move(String id, int base, String move, Map<String, Object> plea) {
        Map<String, Object> said = new HashMap<>(Map.of("reason", "按规定"));
        said.putAll(plea);
        return Wishes.command("moveAssessment", id, 0, null, Map.of("base", base, "move", move, "plea", said));
    }

    private void moved(String user, int base, String move) {
        platform.apply(user, move("a1", base, move, Map.of()));
    }

    private JsonNode refused(String user, Map<String, Object> command, int status, String code) {
        HttpResponse<String> answer =
                platform.command(user, java.util.UUID.randomUUID().toString(), command);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        JsonNode problem = Json.mapper().readTree(answer.body());
        assertThat(problem.path("code").asString()).isEqualTo(code);
        return problem;
    }

    private static JsonNode score(JsonNode assessment, String object) {
        return assessment
                .path("scores")
                .valueStream()
                .filter(s -> s.path("object").asString().equals(object))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Object> appeal(String object, String... cases) {
        return Map.of("object", object, "cases", List.of(cases), "reason", "封路两小时");
    }

    @Test
    void itGoesFromRunToPublication() {
        JsonNode draft = run("a1");
        assertThat(draft.path("edition").asInt()).isEqualTo(1);
        JsonNode first = score(draft, "d1");
        assertThat(first.path("cases").asInt()).isEqualTo(3);
        assertThat(score(draft, "d2").has("value"))
                .as("nothing was dispatched there")
                .isFalse();
        moved("supervisor", 0, "SUBMIT");
        moved("supervisor", 1, "OPEN_APPEALS");
        platform.apply("depart1", move("a1", 2, "APPEAL", appeal("d1", "c2", "c3")));
        moved("supervisor", 3, "CLOSE_APPEALS");
        refused("chief", move("a1", 4, "SIGN", Map.of()), 409, "ASM-4092");
        platform.apply("supervisor", move("a1", 4, "DECIDE", Map.of("appeal", 1, "upheld", true)));
        JsonNode corrected = platform.json("/api/v1/assessments/a1", "supervisor");
        JsonNode second = score(corrected, "d1");
        assertThat(second.path("left").asInt()).isEqualTo(2);
        assertThat(second.path("value").asDouble())
                .isGreaterThan(first.path("value").asDouble());
        JsonNode deed = corrected.at("/deeds/4");
        assertThat(deed.path("before").asDouble()).isEqualTo(first.path("value").asDouble());
        assertThat(deed.path("after").asDouble()).isEqualTo(second.path("value").asDouble());
        moved("chief", 5, "SIGN");
        moved("supervisor", 6, "PUBLISH");
        JsonNode published = platform.json("/api/v1/assessments/a1", "depart1");
        assertThat(published.path("stage").asString()).isEqualTo("PUBLISHED");
        assertThat(published
                        .path("deeds")
                        .valueStream()
                        .map(d -> d.at("/by/person").asString()))
                .containsExactly("p-sup", "p-sup", "p-d1", "p-sup", "p-sup", "p-chief", "p-sup");
    }

    @Test
    void aPublishedScoreStaysAndAnotherEditionSaysWhy() {
        dispatchedFriday();
        publish("a1");
        String published = platform.get("/api/v1/assessments/a1", "chief").body();
        JsonNode untouched = platform.json("/api/v1/assessments/a1/check", "supervisor");
        assertThat(untouched.path("equal").asBoolean()).isTrue();
        assertThat(untouched.path("total").asInt()).isZero();
        platform.apply("chief", Wishes.act("c2", "force-close", 0, Map.of("reason", "查明已处置")));
        assertThat(platform.get("/api/v1/assessments/a1", "chief").body()).isEqualTo(published);
        JsonNode check = platform.json("/api/v1/assessments/a1/check", "supervisor");
        assertThat(check.path("equal").asBoolean())
                .as("what was frozen still gives it")
                .isTrue();
        assertThat(check.path("cases").valueStream().map(JsonNode::asString)).containsExactly("c2");
        assertThat(put("a2", "supervisor", friday("")).statusCode())
                .as("without a reason")
                .isEqualTo(400);
        JsonNode next = Json.mapper()
                .readTree(put("a2", "supervisor", friday("案件 c2 补录")).body());
        assertThat(next.path("edition").asInt()).isEqualTo(2);
        assertThat(next.path("replaces").asString()).isEqualTo("a1");
        assertThat(stage("a1")).as("until the next one is published").isEqualTo("PUBLISHED");
        publishRun("a2");
        assertThat(stage("a1")).isEqualTo("REPLACED");
        assertThat(stage("a2")).isEqualTo("PUBLISHED");
    }

    private void dispatchedFriday() {
        assertThat(platform.json("/api/v1/cases/c2", "chief")
                        .at("/progress/department")
                        .asString())
                .isEqualTo("d1");
    }

    private void publish(String id) {
        run(id);
        publishRun(id);
    }

    private void publishRun(String id) {
        List<String> steps = List.of("SUBMIT", "OPEN_APPEALS", "CLOSE_APPEALS", "SIGN", "PUBLISH");
        for (int i = 0; i < steps.size(); i++) {
            platform.apply(steps.get(i).equals("SIGN") ? "chief" : "supervisor", move(id, i, steps.get(i), Map.of()));
        }
    }

    private String stage(String id) {
        return platform.json("/api/v1/assessments/" + id, "chief").path("stage").asString();
    }

    private static Map<String, Object> friday(String reason, String... objects) {
        Map<String, Object> wish = new HashMap<>(friday(reason));
        wish.put("objects", List.of(objects));
        return wish;
    }

    /// Of some departments, and of all of them: neither takes the other's place.
    @Test
    void otherObjectsAreAnotherAssessment() {
        publish("a1");
        HttpResponse<String> of = put("b1", "supervisor", friday("", "d1", "d1"));
        assertThat(of.statusCode()).as(of.body()).isEqualTo(200);
        JsonNode one = Json.mapper().readTree(of.body());
        assertThat(one.path("edition").asInt()).isEqualTo(1);
        assertThat(one.has("replaces")).isFalse();
        assertThat(one.path("scores").size()).as("named twice").isEqualTo(1);
        publishRun("b1");
        assertThat(stage("a1")).as("it is of more than that").isEqualTo("PUBLISHED");
        put("c1", "supervisor", friday("", "d2", "d1"));
        publishRun("c1");
        JsonNode next = Json.mapper()
                .readTree(put("c2", "supervisor", friday("补录", "d1", "d2")).body());
        assertThat(next.path("replaces").asString())
                .as("however they are ordered")
                .isEqualTo("c1");
        publishRun("c2");
        assertThat(List.of(stage("a1"), stage("b1"), stage("c1"), stage("c2")))
                .containsExactly("PUBLISHED", "PUBLISHED", "REPLACED", "PUBLISHED");
    }

    @Test
    void anotherAreaOrPeriodIsAnotherAssessment() {
        publish("a1");
        Map<String, Object> west = new HashMap<>(friday(""));
        west.put("area", "990101");
        Map<String, Object> thursday = new HashMap<>(friday(""));
        thursday.put("day", "2026-11-19");
        for (Map<String, Object> wish : List.of(west, thursday)) {
            String id = wish == west ? "b1" : "c1";
            JsonNode other = Json.mapper().readTree(put(id, "supervisor", wish).body());
            assertThat(other.path("edition").asInt()).isEqualTo(1);
            publishRun(id);
        }
        assertThat(stage("a1")).isEqualTo("PUBLISHED");
    }

    @Test
    void underANameThatIsTakenNothingElseIsRun() {
        run("a1");
        for (HttpResponse<String> answer : List.of(
                put("a1", "supervisor", friday("", "d1")),
                put("a1", "chief", friday("")),
                put(
                        "a1",
                        "supervisor",
                        Map.of("scheme", "district", "period", "day", "day", "2026-11-20", "reason", "")))) {
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(409);
            assertThat(answer.body()).contains("ASM-4095");
        }
    }

    @Test
    void twoWhoRunTheSameAtOnceGetOneAndTheOtherIsToldWhose() {
        List<CompletableFuture<HttpResponse<String>>> both = IntStream.range(0, 2)
                .mapToObj(i ->
                        CompletableFuture.supplyAsync(() -> put("a" + i, i == 0 ? "supervisor" : "chief", friday(""))))
                .toList();
        List<HttpResponse<String>> answers =
                both.stream().map(CompletableFuture::join).toList();
        assertThat(answers.stream().map(HttpResponse::statusCode)).containsExactlyInAnyOrder(200, 409);
        HttpResponse<String> lost =
                answers.stream().filter(a -> a.statusCode() == 409).findFirst().orElseThrow();
        JsonNode problem = Json.mapper().readTree(lost.body());
        assertThat(problem.path("code").asString()).isEqualTo("ASM-4090");
        assertThat(problem.at("/current/by/person").asString())
                .isEqualTo(lost == answers.getFirst() ? "p-chief" : "p-sup");
    }

    @Test
    void whoTakesAStepSecondIsToldWhereItStands() {
        run("a1");
        moved("supervisor", 0, "SUBMIT");
        JsonNode problem = refused("chief", move("a1", 0, "SUBMIT", Map.of()), 409, "ASM-4091");
        assertThat(problem.at("/current/deeds/0/by/person").asString()).isEqualTo("p-sup");
        refused("chief", move("a1", 1, "SUBMIT", Map.of()), 409, "ASM-4092");
    }

    @Test
    void askedAgainTheSameRunIsAnswered() {
        JsonNode first = run("a1");
        platform.apply("chief", Wishes.act("c2", "force-close", 0, Map.of("reason", "查明")));
        assertThat(run("a1")).isEqualTo(first);
    }

    @Test
    void whatIsUnderWayIsNobodysBusinessWhoIsAssessed() {
        run("a1");
        assertThat(platform.get("/api/v1/assessments/a1", "depart1").statusCode())
                .isEqualTo(404);
        assertThat(platform.get("/api/v1/assessments", "depart1").body()).contains("\"items\":[]");
        assertThat(platform.get("/api/v1/assessments", "acceptor").statusCode()).isEqualTo(403);
        moved("supervisor", 0, "SUBMIT");
        moved("supervisor", 1, "OPEN_APPEALS");
        assertThat(platform.get("/api/v1/assessments/a1", "depart1").statusCode())
                .isEqualTo(200);
        assertThat(platform.json("/api/v1/assessments/a1/cases?object=d1", "depart2")
                        .path("cases"))
                .as("not theirs to open")
                .isEmpty();
    }

    @Test
    void anAppealIsTheAssessedDepartmentsAndOfItsOwnCases() {
        run("a1");
        refused("depart1", move("a1", 0, "APPEAL", appeal("d1", "c2")), 404, "ASM-4040");
        moved("supervisor", 0, "SUBMIT");
        moved("supervisor", 1, "OPEN_APPEALS");
        refused("depart2", move("a1", 2, "APPEAL", appeal("d1", "c2")), 403, "CMD-4030");
        refused("supervisor", move("a1", 2, "APPEAL", appeal("d1", "c2")), 403, "CMD-4030");
        refused("depart1", move("a1", 2, "APPEAL", appeal("d1", "elsewhere")), 422, "CMD-4226");
        refused("depart1", move("a1", 2, "APPEAL", appeal("d1")), 422, "CMD-4226");
        refused("depart1", move("a1", 2, "SIGN", Map.of()), 403, "CMD-4030");
        later(Duration.ofDays(6));
        refused("depart1", move("a1", 2, "APPEAL", appeal("d1", "c2")), 409, "CMD-4097");
    }

    @Test
    void whoRanItDoesNotSignIt() {
        assertThat(put("a1", "chief", friday("")).statusCode()).isEqualTo(200);
        moved("supervisor", 0, "SUBMIT");
        moved("supervisor", 1, "OPEN_APPEALS");
        moved("supervisor", 2, "CLOSE_APPEALS");
        refused("chief", move("a1", 3, "SIGN", Map.of()), 409, "ASM-4093");
        refused("supervisor", move("a1", 3, "SIGN", Map.of()), 403, "CMD-4030");
    }

    @Test
    void closingAppealsEarlyWantsAReason() {
        run("a1");
        moved("supervisor", 0, "SUBMIT");
        moved("supervisor", 1, "OPEN_APPEALS");
        refused("supervisor", move("a1", 2, "CLOSE_APPEALS", Map.of("reason", " ")), 422, "CMD-4224");
        later(Duration.ofDays(6));
        platform.apply("supervisor", move("a1", 2, "CLOSE_APPEALS", Map.of("reason", "")));
    }

    @Test
    void lostPointsOpenToTheirCases() {
        run("a1");
        JsonNode behind = platform.json("/api/v1/assessments/a1/cases?object=d1&figure=handle-in-time-rate", "chief");
        assertThat(behind.path("total").asInt()).isEqualTo(2);
        assertThat(behind.path("cases").valueStream().map(JsonNode::asString)).containsExactly("c2", "c3");
        assertThat(platform.get("/api/v1/assessments/a1/cases?object=d1&figure=moon", "chief")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void whatIsWithdrawnMakesRoomForAnother() {
        run("a1");
        assertThat(put("a2", "chief", friday("重算")).statusCode()).isEqualTo(409);
        moved("supervisor", 0, "WITHDRAW");
        JsonNode next = Json.mapper().readTree(put("a2", "chief", friday("重算")).body());
        assertThat(next.path("edition").asInt()).isEqualTo(2);
        assertThat(next.has("replaces")).isFalse();
        refused("supervisor", move("a1", 1, "SUBMIT", Map.of()), 409, "ASM-4092");
    }

    @Test
    void aPeriodThatIsNotOverIsNotAssessed() {
        HttpResponse<String> answer = put(
                "a1",
                "supervisor",
                Map.of("scheme", "department", "period", "month", "day", "2026-11-20", "reason", ""));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("ASM-4220").contains("/day");
    }
}
