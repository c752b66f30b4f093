package org.yiping.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yiping.domain.kpi.Wilson;
import org.yiping.protocol.Json;
import org.yiping.server.OnePlatform;
import org.yiping.server.Platform;
import org.yiping.server.SmallCity;
import org.yiping.server.Wishes;
import tools.jackson.databind.JsonNode;

@ExtendWith(OnePlatform.class)
class RecheckTest {
    private static final int CASES = 12;

    static Platform platform;

    @BeforeAll
    static void start(Platform one) {
        platform = one;
        for (int i = 0; i < CASES; i++) {
            platform.apply("acceptor", Wishes.call("r" + i, SmallCity.WEST));
            platform.apply("chief", Wishes.act("r" + i, "force-close", 0, Map.of("reason", "已查明")));
        }
    }

    private static HttpResponse<String> put(String path, String user, Map<String, Object> body) {
        return platform.send(platform.request("/api/v1/rechecks/" + path, user)
                .PUT(HttpRequest.BodyPublishers.ofString(Json.mapper().writeValueAsString(body))));
    }

    private static JsonNode drawn(String id, int size) {
        HttpResponse<String> answer = put(id + "?period=day", "supervisor", Map.of("counter", "closed", "size", size));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.mapper().readTree(answer.body());
    }

    private static JsonNode judged(String id, int place, String user, String verdict) {
        HttpResponse<String> answer = put(id + "/verdicts/" + place, user, Map.of("verdict", verdict, "note", "看过现场"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.mapper().readTree(answer.body());
    }

    private static List<String> cases(JsonNode shown) {
        List<String> ids = new ArrayList<>();
        shown.at("/recheck/cases").forEach(c -> ids.add(c.asString()));
        return ids;
    }

    private static String sha(String text) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes("UTF-8")));
    }

    /// By what the document says, from the journal alone.
    @Test
    void anybodyCanDrawItAgain() throws Exception {
        JsonNode shown = drawn("again", 5);
        long revision = shown.at("/recheck/revision").asLong();
        String hash = "";
        List<String> order = new ArrayList<>();
        long after = 0;
        while (after < revision) {
            JsonNode items = platform.json("/api/v1/journal?limit=1000&after=" + after, "boss")
                    .path("items");
            for (JsonNode e : items) {
                after = e.path("revision").asLong();
                hash = after == revision ? e.path("hash").asString() : hash;
                String id = e.path("id").asString();
                if (e.path("kind").asString().equals("case") && !order.contains(id)) {
                    order.add(id);
                }
            }
        }
        String seed = sha(hash + " again");
        assertThat(shown.at("/recheck/seed").asString()).isEqualTo(seed);
        List<String> expected = IntStream.range(0, order.size())
                .boxed()
                .sorted(Comparator.comparing(row -> {
                    try {
                        return sha(seed + " " + row);
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                }))
                .map(order::get)
                .limit(5)
                .toList();
        assertThat(cases(shown)).isEqualTo(expected).doesNotHaveDuplicates();
        assertThat(shown.at("/recheck/population").asLong()).isEqualTo(CASES);
    }

    @Test
    void aNameDrawsOnce() {
        List<String> first = cases(drawn("once", 4));
        platform.apply("acceptor", Wishes.call("later", SmallCity.WEST));
        assertThat(cases(drawn("once", 9))).isEqualTo(first);
    }

    @Test
    void theCardSaysNothingOfHowItWasHandled() {
        String card = drawn("blind", 3).path("cards").toString();
        assertThat(card)
                .contains("r")
                .doesNotContain("closed")
                .doesNotContain("已查明")
                .doesNotContain("progress");
    }

    @Test
    void countsAreOfAllAndVerdictsOnCardsAreTheOwn() {
        drawn("two", 4);
        judged("two", 0, "supervisor", "holds");
        judged("two", 1, "chief", "holds");
        judged("two", 2, "chief", "broken");
        JsonNode last = judged("two", 3, "supervisor", "unclear");
        assertThat(last.path("judged").asInt()).isEqualTo(4);
        assertThat(last.path("holds").asInt()).isEqualTo(2);
        assertThat(last.path("broken").asInt()).isEqualTo(1);
        Wilson interval = Wilson.of(2, 3).orElseThrow();
        assertThat(last.path("share").asDouble()).isEqualTo(200.0 / 3);
        assertThat(last.path("lower").asDouble()).isEqualTo(100 * interval.lower());
        assertThat(last.path("upper").asDouble()).isEqualTo(100 * interval.upper());
        assertThat(last.path("cards").path(0).path("verdict").asString("")).isEqualTo("holds");
        assertThat(last.path("cards").path(1).has("verdict")).as("the other's").isFalse();
        assertThat(judged("two", 2, "chief", "holds").path("broken").asInt())
                .as("the last word holds")
                .isZero();
    }

    @Test
    void aPeriodOfNoneOfItsDaysHasNoSample() {
        drawn("of-today", 3);
        JsonNode now = platform.json("/api/v1/figures/board?period=day", "supervisor");
        assertThat(now.at("/recheck/size").asInt()).isPositive();
        JsonNode before = platform.json("/api/v1/figures/board?period=month&day=2020-02-01", "supervisor");
        assertThat(before.has("recheck")).as("drawn from other days").isFalse();
    }

    @Test
    void whatASimulatedHandDrewSaysSo() {
        HttpResponse<String> answer =
                put("played?period=day", "supervisor", Map.of("counter", "closed", "size", 2, "simulated", true));
        JsonNode shown = Json.mapper().readTree(answer.body());
        assertThat(shown.at("/recheck/simulated").asBoolean()).isTrue();
        assertThat(drawn("not-played", 2).at("/recheck").has("simulated")).isFalse();
        JsonNode board = platform.json("/api/v1/figures/board?period=day", "supervisor");
        assertThat(board.has("recheck")).isTrue();
    }

    @Test
    void nothingJudgedIsNoShare() {
        JsonNode shown = drawn("fresh", 2);
        assertThat(shown.has("share") || shown.has("lower")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"closed, 0", "closed, 501", "nonsense, 3"})
    void whatCannotBeDrawnIsRefused(String counter, int size) {
        assertThat(put("refused", "supervisor", Map.of("counter", counter, "size", size))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void whatCannotBeJudgedIsRefused() {
        drawn("small", 1);
        assertThat(put("small/verdicts/1", "supervisor", Map.of("verdict", "holds", "note", ""))
                        .statusCode())
                .isEqualTo(404);
        assertThat(put("small/verdicts/x", "supervisor", Map.of("verdict", "holds", "note", ""))
                        .statusCode())
                .isEqualTo(404);
        assertThat(put("small/verdicts/0", "supervisor", Map.of("verdict", "fine", "note", ""))
                        .statusCode())
                .isEqualTo(400);
        assertThat(put("absent/verdicts/0", "supervisor", Map.of("verdict", "holds", "note", ""))
                        .statusCode())
                .isEqualTo(404);
    }
}
