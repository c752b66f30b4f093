package org.yiping.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yiping.protocol.Json;
import org.yiping.server.Ear;
import org.yiping.server.OnePlatform;
import org.yiping.server.Photos;
import org.yiping.server.Platform;
import org.yiping.server.Wishes;
import tools.jackson.databind.JsonNode;

@ExtendWith(OnePlatform.class)
class CaptureTest {
    private static final String WEST = "51010000001320000001";
    private static final String EAST = "51010000001320000002";

    static Platform platform;
    static String picture;

    @BeforeAll
    static void start(Platform one) {
        platform = one;
        picture = Photos.upload(platform, "device", Photos.jpeg(77));
    }

    private static Map<String, Object> word(String id, String camera, String alarm, double confidence, Instant at) {
        Map<String, Object> word = new LinkedHashMap<>();
        word.put("id", id);
        word.put("camera", camera);
        word.put("alarm", alarm);
        word.put("confidence", confidence);
        word.put("at", at.toString());
        word.put("picture", picture);
        word.put("simulated", true);
        return word;
    }

    private static HttpResponse<String> tell(Map<String, Object> word) {
        return platform.post("/api/v1/captures", "device", word);
    }

    private static String outcome(Map<String, Object> word) {
        HttpResponse<String> answer = tell(word);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonNode heard = Json.mapper().readTree(answer.body());
        return heard.path("outcome").asString() + " " + heard.path("capture").asString();
    }

    @Test
    void itWaitsUntilSomebodyJudgesItAndBecomesACaseOfTheCamerasPlace() {
        try (Ear west = Ear.on(platform, "west", 0, "capture");
                Ear all = Ear.on(platform, "leader", 0, "capture")) {
            west.await("hello");
            all.await("hello");
            assertThat(outcome(word("k1", WEST, "895", 0.9, Instant.now()))).isEqualTo("queued k1");
            west.await(f -> f.toString().contains("\"k1\""));
            all.await(f -> f.toString().contains("\"k1\""));
            platform.apply("acceptor", confirm("k1", "case-k1"));
            all.await(f -> f.at("/changes/0/op").asString("").equals("gone"));
        }
        JsonNode made = platform.json("/api/v1/cases/case-k1", "acceptor");
        assertThat(made.at("/report/source").asString()).isEqualTo("video");
        assertThat(made.at("/subject/classCode").asString()).isEqualTo("E-0112");
        assertThat(made.at("/place/area").asString()).isEqualTo("99010100100101");
        assertThat(made.toString()).contains(picture);
        assertThat(platform.json("/api/v1/captures", "acceptor").toString()).doesNotContain("\"k1\"");
        assertThat(platform.get("/api/v1/captures/k1/picture", "acceptor").statusCode())
                .isEqualTo(200);
        assertThat(platform.get("/api/v1/files/" + picture, "leader").statusCode())
                .as("evidence of a case they see")
                .isEqualTo(200);
    }

    @Test
    void ofTwoSeatsThatConfirmAtOnceOneWins() throws Exception {
        assertThat(outcome(word("k2", EAST, "895", 0.9, Instant.now().minusSeconds(300))))
                .isEqualTo("queued k2");
        CountDownLatch go = new CountDownLatch(1);
        List<CompletableFuture<Integer>> answers = List.of("case-k2a", "case-k2b").stream()
                .map(id -> CompletableFuture.supplyAsync(() -> {
                    try {
                        go.await();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                    return platform.command("acceptor", "key-" + id, confirm("k2", id))
                            .statusCode();
                }))
                .toList();
        go.countDown();
        List<Integer> all =
                answers.stream().map(CompletableFuture::join).sorted().toList();
        assertThat(all).containsExactly(200, 409);
        HttpResponse<String> third = platform.command("acceptor", "key-k2c", reject("k2", "false"));
        assertThat(third.body()).contains("VID-4092");
        long cases = List.of("case-k2a", "case-k2b").stream()
                .filter(id -> platform.get("/api/v1/cases/" + id, "acceptor").statusCode() == 200)
                .count();
        assertThat(cases).isEqualTo(1);
    }

    @Test
    void theSameAgainIsFoldedAndTheVerySameWordRepeated() {
        Instant at = Instant.now().minusSeconds(400);
        assertThat(outcome(word("k3", WEST, "890", 0.7, at))).isEqualTo("queued k3");
        assertThat(outcome(word("k3", WEST, "890", 0.7, at))).isEqualTo("repeated k3");
        assertThat(outcome(word("k4", WEST, "890", 0.7, at.plusSeconds(60)))).isEqualTo("folded k3");
        assertThat(outcome(word("k4", WEST, "890", 0.7, at.plusSeconds(60)))).isEqualTo("repeated k3");
        JsonNode waiting = platform.json("/api/v1/captures", "west").path("items");
        JsonNode k3 = waiting.valueStream()
                .filter(c -> c.path("id").asString().equals("k3"))
                .findFirst()
                .orElseThrow();
        assertThat(k3.path("folded").asInt()).isEqualTo(1);
        platform.apply("dispatcher", reject("k3", "false"));
        assertThat(outcome(word("k5", WEST, "890", 0.7, at.plusSeconds(120))))
                .as("what was just judged is not asked again")
                .isEqualTo("folded k3");
    }

    @ParameterizedTest
    @CsvSource({"b1,890,0.59,0,below", "b2,890,0.9,700,late"})
    void whatIsUnsureOrLateIsOnlyCounted(String id, String alarm, double sure, int seconds, String expected) {
        long before = figure(expected);
        assertThat(outcome(word(id, EAST, alarm, sure, Instant.now().minusSeconds(seconds))))
                .isEqualTo(expected + " " + id);
        assertThat(figure(expected)).isEqualTo(before + 1);
        assertThat(platform.json("/api/v1/captures", "leader").toString()).doesNotContain("\"" + id + "\"");
    }

    private static long figure(String name) {
        return platform.json("/api/v1/captures/figures", "leader").path(name).asLong();
    }

    @Test
    void badWordsAreRefused() {
        assertThat(tell(word("x1", WEST, "777", 0.9, Instant.now())).body()).contains("unknown-class");
        assertThat(tell(word("x2", "nowhere", "890", 0.9, Instant.now())).body())
                .contains("unknown-camera");
        assertThat(tell(word("x3", WEST, "890", 1.5, Instant.now())).statusCode())
                .isEqualTo(400);
        Map<String, Object> none = word("x4", WEST, "890", 0.9, Instant.now());
        none.put("picture", "0".repeat(64));
        assertThat(tell(none).statusCode()).isEqualTo(422);
        Map<String, Object> big = word("x5", WEST, "890", 0.9, Instant.now());
        big.put("clip", "x".repeat(2 << 20));
        assertThat(tell(big).statusCode()).isEqualTo(413);
        Map<String, Object> longId = word("x".repeat(65), WEST, "890", 0.9, Instant.now());
        assertThat(tell(longId).statusCode()).isEqualTo(400);
        assertThat(platform.post("/api/v1/captures", "acceptor", word("x6", WEST, "890", 0.9, Instant.now()))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void whoSeesNoCameraThereJudgesNothingThere() {
        assertThat(outcome(word("k7", EAST, "890", 0.9, Instant.now()))).isEqualTo("queued k7");
        assertThat(platform.command("west", "key-k7", confirm("k7", "case-k7")).statusCode())
                .isEqualTo(404);
        assertThat(platform.get("/api/v1/captures/k7/picture", "west").statusCode())
                .isEqualTo(404);
        assertThat(platform.command("acceptor", "key-k7b", reject("k7", "no-reason"))
                        .statusCode())
                .isEqualTo(422);
        double before = platform.json("/api/v1/captures/figures", "leader")
                .path("rejected")
                .asLong();
        platform.apply("acceptor", reject("k7", "false"));
        JsonNode figures = platform.json("/api/v1/captures/figures", "leader");
        assertThat(figures.path("rejected").asLong()).isEqualTo((long) before + 1);
        assertThat(figures.path("falseShare").asDouble()).isBetween(0.01, 1.0);
    }

    private static Map<String, Object> confirm(String capture, String caseId) {
        return Wishes.command("confirmCapture", capture, 0, null, Map.of("caseId", caseId, "note", ""));
    }

    private static Map<String, Object> reject(String capture, String reason) {
        return Wishes.command("rejectCapture", capture, 0, null, Map.of("reason", reason, "note", ""));
    }
}
