package org.yiping.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
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
class FigureHttpTest {
    static Platform platform;

    @BeforeAll
    static void start(Platform one) {
        platform = one;
        filed("f1", SmallCity.WEST);
        filed("f2", SmallCity.WEST);
        filed("f3", SmallCity.EAST);
        platform.apply("chief", Wishes.act("f1", "force-close", 0, Map.of("reason", "已查明")));
        platform.apply("acceptor", Wishes.call("f4", SmallCity.EAST));
        platform.apply("acceptor", Wishes.act("f4", "merge", 0, Map.of("survivor", "f3", "reason", "同一件")));
    }

    private static void filed(String id, double[] at) {
        platform.apply("acceptor", Wishes.call(id, at));
        platform.apply("acceptor", Wishes.act(id, "pass", 0, Map.of()));
        platform.apply("leader", Wishes.act(id, "file", 0, Map.of("criterion", "E-0110-01")));
    }

    private static JsonNode figure(String query, String code) {
        for (JsonNode item :
                platform.json("/api/v1/figures?" + query, "supervisor").path("items")) {
            if (item.path("code").asString().equals(code)) {
                return item;
            }
        }
        throw new AssertionError("no figure " + code);
    }

    @Test
    void aFigureSaysWhatItWasCountedFrom() {
        JsonNode rate = figure("codes=closing-rate&period=day", "closing-rate");
        assertThat(rate.path("numerator").asLong()).isEqualTo(1);
        assertThat(rate.path("denominator").asLong()).isEqualTo(1);
        assertThat(rate.path("value").asDouble()).isEqualTo(100);
        assertThat(rate.path("formula").asString()).isEqualTo("close_done / close_needed");
        assertThat(rate.path("version").asString()).isEqualTo("kpi-2");
        assertThat(rate.has("from") && rate.has("until")).isTrue();
        assertThat(rate.path("before").has("value"))
                .as("there was no city yesterday")
                .isFalse();
    }

    @Test
    void aClosingRateNeverStandsAlone() {
        Set<String> codes = new HashSet<>();
        platform.json("/api/v1/figures?codes=closing-rate&period=day", "supervisor")
                .path("items")
                .forEach(i -> codes.add(i.path("code").asString()));
        assertThat(codes)
                .contains(
                        "reopened-share",
                        "extended-share",
                        "returned-share",
                        "suspended-share",
                        "merged-share",
                        "voided-share");
        JsonNode merged = figure("codes=closing-rate&period=day", "merged-share");
        assertThat(merged.path("numerator").asLong()).isEqualTo(1);
        assertThat(merged.path("denominator").asLong()).isEqualTo(4);
    }

    @Test
    void everyCounterOpensToItsCases() {
        for (JsonNode item :
                platform.json("/api/v1/figures?period=day", "supervisor").path("items")) {
            for (JsonNode part : item.path("counters")) {
                String counter = part.path("code").asString();
                JsonNode page =
                        platform.json("/api/v1/figures/cases?period=day&limit=2&counter=" + counter, "supervisor");
                assertThat(page.path("total").asLong())
                        .as(counter)
                        .isEqualTo(part.path("value").asLong());
                Set<String> ids = new HashSet<>();
                page.path("items").forEach(c -> ids.add(c.path("id").asString()));
                while (page.has("next")) {
                    page = platform.json(
                            "/api/v1/figures/cases?period=day&limit=2&counter=" + counter + "&after="
                                    + page.path("next").asString(),
                            "supervisor");
                    page.path("items").forEach(c -> ids.add(c.path("id").asString()));
                }
                assertThat(ids).as(counter).hasSize((int) part.path("value").asLong());
            }
        }
    }

    @Test
    void groupsAndScopesAgree() {
        JsonNode groups =
                platform.json("/api/v1/figures/groups?by=area&level=district&codes=filed&period=day", "supervisor");
        assertThat(groups.path("items")).hasSize(2);
        for (JsonNode group : groups.path("items")) {
            String area = group.path("group").asString();
            assertThat(figure("codes=filed&period=day&area=" + area, "filed")
                            .path("value")
                            .asLong())
                    .isEqualTo(group.at("/figures/0/value").asLong());
        }
        JsonNode people = platform.json("/api/v1/figures/groups?by=person&codes=filed&period=day", "supervisor");
        assertThat(people.at("/items/0/group").asString()).isEqualTo("p-lead");
        assertThat(people.at("/items/0/figures/0/value").asLong()).isEqualTo(3);
    }

    @Test
    void personalDataIsMaskedBehindAFigureToo() {
        String body = platform.get("/api/v1/figures/cases?period=day", "wall").body();
        assertThat(body).contains("f1").doesNotContain("13812341234");
    }

    @Test
    void anAdministratorMayCountAnew() {
        JsonNode recount = Json.mapper()
                .readTree(platform.post("/api/v1/figures/recount", "boss", "{}").body());
        assertThat(recount.path("equal").asBoolean()).isTrue();
        assertThat(recount.path("cases").asInt()).isGreaterThanOrEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?period=fortnight",
                "?period=0d",
                "?codes=nonsense",
                "?day=yesterday",
                "?day=0000-01-01",
                "?hour=24",
                "/cases?counter=nonsense",
                "/cases?after=-1",
                "/groups?by=colour"
            })
    void whatCannotBeAskedIsRefused(String query) {
        assertThat(platform.get("/api/v1/figures" + query, "supervisor").statusCode())
                .isEqualTo(400);
    }
}
