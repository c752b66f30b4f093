package org.yiping.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.conform.Contract;
import org.yiping.protocol.Json;
import org.yiping.server.Ear;
import org.yiping.server.Platform;
import org.yiping.server.SmallCity;
import org.yiping.server.Wishes;
import org.yiping.server.access.SwitchKeys;
import tools.jackson.databind.JsonNode;

class HotlineTest {
    private static final String KEY = "the switch's key";
    private static final String NUMBER = "13977778888";
    private static final Contract CONTRACT = Contract.in(Path.of("docs/api"));

    @TempDir
    static Path folder;

    static Platform platform;
    private static String here;
    private static String there;

    @BeforeAll
    static void start() throws IOException {
        platform = Platform.withHotline(folder, Clock.systemUTC(), keys(folder));
        here = platform.signIn("acceptor", "A1").token();
        there = platform.signIn("west", "A10").token();
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    private static Path keys(Path folder) throws IOException {
        Map<String, Object> text = Map.of(
                "keys",
                List.of(Map.of("name", "pbx", "sha256", Hashes.sha256(KEY.getBytes(StandardCharsets.UTF_8)))),
                "seats",
                Map.of("8001", "A1", "8010", "A10"));
        return Files.writeString(folder.resolve("switches.json"), Json.mapper().writeValueAsString(text));
    }

    private static String fresh() {
        return UUID.randomUUID().toString();
    }

    private static HttpResponse<String> told(Platform at, Map<String, Object> news, String key) {
        return at.send(HttpRequest.newBuilder(at.uri("/api/v1/calls"))
                .header("Authorization", "Bearer " + key)
                .POST(HttpRequest.BodyPublishers.ofString(Json.mapper().writeValueAsString(news))));
    }

    private static Map<String, Object> news(String call, String state, @Nullable String seat, Instant at) {
        Map<String, Object> news = new LinkedHashMap<>();
        news.put("call", call);
        news.put("state", state);
        news.put("number", NUMBER);
        if (seat != null) {
            news.put("seat", seat);
        }
        news.put("at", at.toString());
        return news;
    }

    private static JsonNode tell(Platform at, String call, String state, @Nullable String seat, Instant when) {
        Map<String, Object> news = news(call, state, seat, when);
        assertThat(CONTRACT.faults("CallNews", Json.mapper().writeValueAsString(news)))
                .isEmpty();
        HttpResponse<String> answer = told(at, news, KEY);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(CONTRACT.faults("CallAnswer", answer.body())).isEmpty();
        return Json.mapper().readTree(answer.body());
    }

    private static long tell(String call, String state, @Nullable String seat) {
        return tell(platform, call, state, seat, Instant.now()).path("revision").asLong();
    }

    /// What that token hears of a call up to a revision, each as `put step` or `gone`.
    private static List<String> heard(String token, String call, long upto) {
        return rows(token, call, upto).map(HotlineTest::said).toList();
    }

    private static Stream<JsonNode> rows(String token, String call, long upto) {
        try (Ear ear = Ear.with(platform, token, 0, "call")) {
            return ear.changesUpTo(upto).stream()
                    .filter(c -> c.path("id").asString().equals(call));
        }
    }

    private static String said(JsonNode change) {
        JsonNode row = change.path("row");
        return !change.has("row")
                ? "gone"
                : row.has("endedAt") ? "ended" : row.has("answeredAt") ? "answered" : "ringing";
    }

    @Test
    void aCallRingsAtItsSeatAloneAndLeavesItWhenItEnds() {
        String call = fresh();
        tell(call, "ringing", "8001");
        tell(call, "answered", "8001");
        long end = tell(call, "ended", null);
        assertThat(heard(here, call, end)).containsExactly("ringing", "answered", "gone");
        assertThat(heard(there, call, end)).isEmpty();
    }

    @Test
    void aCallOfNoSeatRingsAtAllUntilOneTakesIt() {
        String call = fresh();
        tell(call, "ringing", null);
        long taken = tell(call, "answered", "8010");
        assertThat(heard(here, call, taken)).containsExactly("ringing", "gone");
        assertThat(heard(there, call, taken)).containsExactly("ringing", "answered");
    }

    @Test
    void theSameNewsAgainWritesNothing() {
        String call = fresh();
        Instant at = Instant.now().plusSeconds(20);
        long first =
                tell(platform, call, "ringing", "8001", at).path("revision").asLong();
        for (int i = 0; i < 3; i++) {
            assertThat(tell(platform, call, "ringing", "8001", at)
                            .path("revision")
                            .asLong())
                    .isEqualTo(first);
        }
    }

    @Test
    void anEndThatOvertakesItsRingIsNeverSeen() {
        String call = fresh();
        Instant rang = Instant.now();
        tell(platform, call, "ended", "8001", rang.plusSeconds(5));
        long late =
                tell(platform, call, "ringing", "8001", rang).path("revision").asLong();
        assertThat(heard(here, call, late)).isEmpty();
    }

    @Test
    void newsOfMinutesAgoIsCalledLate() {
        Instant now = Instant.now();
        assertThat(tell(platform, fresh(), "ringing", "8001", now.minus(Duration.ofMinutes(3)))
                        .path("late")
                        .asBoolean())
                .isTrue();
        assertThat(tell(platform, fresh(), "ringing", "8001", now.minusSeconds(30))
                        .path("late")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void theNumberIsMaskedByPostAndItsViewingWrittenDown() {
        String call = fresh();
        long rang = tell(call, "ringing", "8001");
        JsonNode seen = rows(here, call, rang).findFirst().orElseThrow().path("row");
        assertThat(CONTRACT.faults("PhoneCall", seen.toString())).isEmpty();
        assertThat(seen.path("number").asString()).isEqualTo(NUMBER);
        assertThat(platform.disclosures()).contains("p-acc GET /api/v1/stream " + call);
        String leader = platform.signIn("leader", "L1").token();
        assertThat(rows(leader, call, rang).map(c -> c.at("/row/number").asString()))
                .containsExactly("139****8888");
        assertThat(platform.disclosures()).noneMatch(d -> d.equals("p-lead GET /api/v1/stream " + call));
        String wall = platform.signIn("wall", "W").token();
        assertThat(platform.send(HttpRequest.newBuilder(platform.uri("/api/v1/snapshot"))
                                .header("Authorization", "Bearer " + wall))
                        .body())
                .doesNotContain(call);
    }

    @Test
    void withoutAKeyNobodyIsHeard() {
        assertThat(told(platform, news(fresh(), "ringing", "8001", Instant.now()), "no key")
                        .statusCode())
                .isEqualTo(401);
        assertThat(told(platform, news(fresh(), "ringing", "8001", Instant.now()), here)
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void whatIsNoNewsIsRefusedWithItsField() {
        Map<String, Object> news = news(fresh(), "ringing", "8001", Instant.now());
        for (Map.Entry<String, Object> bad : Map.<String, Object>of(
                        "call", "", "state", "hung up", "number", "138-name", "seat", "x".repeat(65), "at", "noon")
                .entrySet()) {
            Map<String, Object> spoilt = new LinkedHashMap<>(news);
            spoilt.put(bad.getKey(), bad.getValue());
            HttpResponse<String> answer = told(platform, spoilt, KEY);
            assertThat(answer.statusCode()).as(bad.toString()).isEqualTo(400);
            assertThat(answer.body()).contains("/" + bad.getKey());
        }
    }

    @Test
    void theHotlineIsOffUnlessItsFileIsThere(@TempDir Path other) {
        try (Platform closed = Platform.start(other)) {
            assertThat(told(closed, news(fresh(), "ringing", "8001", Instant.now()), KEY)
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void aSpoiltFileOfKeysIsToldAtTheStart(@TempDir Path other) throws IOException {
        Path file = Files.writeString(other.resolve("k.json"), "{\"keys\":[{\"name\":\"pbx\",\"sha256\":\"secret\"}]}");
        assertThatThrownBy(() -> SwitchKeys.read(file)).hasMessageContaining("SHA-256");
    }

    @Test
    void aCallAnsweredBeforeARestartIsStillThatCasesCall(@TempDir Path other) throws IOException {
        String call = fresh();
        Path keys = keys(other);
        try (Platform before = Platform.withHotline(other, Clock.systemUTC(), keys)) {
            tell(before, call, "answered", "seat-1", Instant.now());
        }
        try (Platform after = Platform.withHotline(other, Clock.systemUTC(), keys)) {
            long revision = after.apply("acceptor", reportBy(call, "by-call", false));
            assertThat(after.json("/api/v1/cases/by-call", "acceptor")
                            .at("/report/caller/call")
                            .asString())
                    .isEqualTo(call);
            String snapshot =
                    after.get("/api/v1/snapshot?topics=call", "acceptor").body();
            assertThat(snapshot).contains("\"cases\":[\"by-call\"]").contains(call);
            assertThat(revision).isPositive();
            assertThat(after.command("acceptor", "k", reportBy("never rang", "odd", false))
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> reportBy(String call, String id, boolean confidential) {
        Map<String, Object> report = Wishes.call(id, SmallCity.WEST);
        Map<String, Object> intake = (Map<String, Object>) ((Map<String, Object>) report.get("payload")).get("intake");
        Map<String, Object> caller = new LinkedHashMap<>((Map<String, Object>) intake.get("caller"));
        caller.put("phone", NUMBER);
        if (!call.isEmpty()) {
            caller.put("call", call);
        }
        caller.put("confidential", confidential);
        intake.put("caller", caller);
        return report;
    }

    @Test
    void whoAskedForConfidenceIsLeftToTheListedPosts() {
        platform.apply("acceptor", reportBy("", "secret", true));
        for (String user : List.of("acceptor", "leader")) {
            JsonNode caller = platform.json("/api/v1/cases/secret", user).at("/report/caller");
            assertThat(caller.path("name").asString()).as(user).isEqualTo("张小明");
            assertThat(caller.path("phone").asString()).as(user).isEqualTo(NUMBER);
        }
        for (String user : List.of("dispatcher", "supervisor", "wall", "chief", "boss")) {
            String text = platform.get("/api/v1/cases/secret", user).body();
            JsonNode caller = Json.mapper().readTree(text).at("/report/caller");
            assertThat(text).as(user).doesNotContain("张", "139", "8888");
            assertThat(caller.path("masked").asBoolean()).isTrue();
            assertThat(caller.path("confidential").asBoolean()).isTrue();
        }
    }

    @Test
    void aNumberDoesNotLeadToWhoAskedForConfidence() {
        platform.apply("acceptor", reportBy("", "whispered", true));
        platform.apply("acceptor", reportBy("", "spoken", false));
        assertThat(platform.get("/api/v1/search?caller=" + NUMBER, "acceptor").body())
                .contains("\"whispered\"", "\"spoken\"");
        assertThat(platform.get("/api/v1/search?caller=" + NUMBER, "dispatcher").body())
                .contains("\"spoken\"")
                .doesNotContain("\"whispered\"");
    }
}
