package org.yiping.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yiping.protocol.Json;
import org.yiping.server.OnePlatform;
import org.yiping.server.Platform;
import org.yiping.server.SmallCity;
import org.yiping.server.Wishes;
import tools.jackson.databind.JsonNode;

@ExtendWith(OnePlatform.class)
class BulkTest {
    private static final int CASES = 1100;

    static Platform platform;

    @BeforeAll
    static void start(Platform one) {
        platform = one;
        for (int i = 0; i < CASES; i++) {
            platform.apply("collector", Wishes.report("b" + i, i % 2 == 0 ? SmallCity.WEST : SmallCity.EAST));
        }
        platform.apply("supervisor", Wishes.review("b1", "sound"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/snapshot", "/api/v1/layers/cell", "/api/v1/components"})
    void streamsAreZippedForWhoTakesThatAndTheSameForWhoDoesNot(String path) throws IOException {
        HttpResponse<byte[]> zipped = platform.send(
                platform.request(path, "leader").header("Accept-Encoding", "gzip"),
                HttpResponse.BodyHandlers.ofByteArray());
        assertThat(zipped.headers().firstValue("Content-Encoding")).contains("gzip");
        String unzipped = new String(
                new GZIPInputStream(new ByteArrayInputStream(zipped.body())).readAllBytes(), StandardCharsets.UTF_8);
        String plain = platform.get(path, "leader").body();
        assertThat(unzipped).isEqualTo(plain);
        List<JsonNode> lines = plain.lines().map(l -> Json.mapper().readTree(l)).toList();
        assertThat(lines.getFirst().propertyNames()).containsExactly("revision");
        assertThat(lines.getLast().path("count").asLong()).isEqualTo(lines.size() - 2);
    }

    @Test
    void aSnapshotHoldsEveryRowOnceAndOnlyOwnAreas() {
        List<JsonNode> all = lines("leader", "case,review");
        assertThat(all.stream()
                        .map(l -> l.path("kind").asString() + l.path("id").asString()))
                .doesNotHaveDuplicates()
                .hasSize(CASES + 1);
        List<JsonNode> west = lines("west", "case,review");
        assertThat(west)
                .hasSize(CASES / 2)
                .allSatisfy(l -> assertThat(l.at("/row/place/area").asString()).startsWith("990101"));
        assertThat(lines("collector", "review")).isEmpty();
    }

    private static List<JsonNode> lines(String user, String topics) {
        return platform.get("/api/v1/snapshot?topics=" + topics, user)
                .body()
                .lines()
                .map(l -> Json.mapper().readTree(l))
                .filter(l -> l.has("kind"))
                .toList();
    }

    @Test
    void anUnchangedLayerIsNotSentAgain() {
        String tag = platform.get("/api/v1/layers/cell", "leader")
                .headers()
                .firstValue("ETag")
                .orElseThrow();
        assertThat(platform.send(platform.request("/api/v1/layers/cell", "leader")
                                .header("If-None-Match", tag))
                        .statusCode())
                .isEqualTo(304);
        assertThat(platform.get("/api/v1/layers/moon", "leader").statusCode()).isEqualTo(404);
    }

    @Test
    void everyFigureOpensExactlyItsCases() {
        JsonNode kpis = platform.json("/api/v1/kpis?period=today", "west");
        assertThat(kpis.path("items").size()).isGreaterThan(8);
        for (JsonNode kpi : kpis.path("items")) {
            String code = kpi.path("code").asString();
            long expected = code.endsWith("-rate")
                    ? kpi.path("denominator").asLong()
                    : kpi.path("numerator").asLong();
            assertThat(count("/api/v1/cases?limit=1000&kpi=" + code + "&at="
                            + kpi.path("at").asString()))
                    .as(code)
                    .isEqualTo(expected);
        }
        assertThat(count("/api/v1/cases?limit=1000&kpi=reported")).isEqualTo(CASES / 2);
        assertThat(kpis.toString()).doesNotContain("NaN");
    }

    private static long count(String path) {
        long count = 0;
        String next = "0";
        while (next != null) {
            JsonNode page = platform.json(path + "&after=" + next, "west");
            count += page.path("items").size();
            next = page.has("next") ? page.path("next").asString() : null;
        }
        return count;
    }

    @Test
    void oneUserAtTwoSeatsHasTwoSessionsAndTheJournalNamesTheSeat() {
        String one = platform.signIn("collector", "seat-a").token();
        String two = platform.signIn("collector", "seat-b").token();
        assertThat(one).isNotEqualTo(two);
        assertThat(platform.signOut(one)).isEqualTo(204);
        assertThat(platform.me(two).path("seat").asString()).isEqualTo("seat-b");
        assertThat(platform.me(one).path("code").asString()).isEqualTo("AUT-4010");
        JsonNode first = platform.json("/api/v1/journal?limit=1000", "boss");
        assertThat(first.path("items").size()).isEqualTo(1000);
        assertThat(first.toString()).contains("\"seat\":\"seat-1\"");
    }
}
