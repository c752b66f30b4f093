package org.yiping.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.protocol.Json;
import org.yiping.server.Platform;
import org.yiping.server.SmallCity;
import org.yiping.server.Wishes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Special campaigns: planned, counted by what cases are, changed and ended.
class CampaignTest {
    @TempDir
    static Path folder;

    static Platform platform;

    @BeforeAll
    static void start() {
        platform = Platform.start(folder);
        platform.apply("collector", Wishes.report("w1", SmallCity.WEST));
        platform.apply("acceptor", Wishes.call("w2", SmallCity.WEST));
        platform.apply("acceptor", Wishes.call("e1", SmallCity.EAST));
        platform.apply("acceptor", Wishes.act("w2", "pass", 0, Map.of()));
        platform.apply("leader", Wishes.act("w2", "file", 0, Map.of("criterion", "E-0110-01")));
        platform.apply("dispatcher", Wishes.act("w2", "dispatch", 0, Map.of("department", "d1")));
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    private static List<String> cases(String query) {
        return platform.json("/api/v1/cases?" + query, "leader")
                .path("items")
                .valueStream()
                .map(c -> c.at("/id").asString(c.at("/head/id").asString("")))
                .sorted()
                .toList();
    }

    private static double kpi(String campaign, String code) {
        return platform.json("/api/v1/kpis?campaign=" + campaign, "leader")
                .path("items")
                .valueStream()
                .filter(k -> k.path("code").asString().equals(code))
                .findFirst()
                .orElseThrow()
                .path("value")
                .asDouble();
    }

    private static String refused(String user, Object body) {
        HttpResponse<String> answer = platform.command(user, UUID.randomUUID().toString(), body);
        JsonNode problem = Json.mapper().readTree(answer.body());
        return answer.statusCode() + " " + problem.at("/errors/0/code").asString("")
                + problem.at("/errors/0/pointer").asString("");
    }

    /// With one field of its payload set to something else.
    private static ObjectNode but(Map<String, Object> command, String field, Object value) {
        ObjectNode other = Json.mapper().valueToTree(command);
        ((ObjectNode) other.path("payload")).set(field, Json.mapper().valueToTree(value));
        return other;
    }

    @Test
    void itsCasesAreWhatItsBoundsSayAndItsFiguresCountExactlyThem() {
        platform.apply("leader", Wishes.campaign("all", List.of("E-01"), List.of()));
        platform.apply("leader", Wishes.campaign("west", List.of("E-0110"), List.of("990101")));
        platform.apply("leader", Wishes.campaign("other", List.of("E-0111"), List.of()));
        List<String> all = cases("campaign=all");
        assertThat(all).contains("e1", "w1", "w2");
        assertThat(cases("campaign=west")).containsExactly("w1", "w2");
        assertThat(cases("campaign=west&kpi=filed")).containsExactly("w2");
        assertThat(cases("campaign=other")).isEmpty();
        assertThat(kpi("west", "reported")).isEqualTo(2);
        assertThat(kpi("west", "filed")).isEqualTo(1);
        assertThat(kpi("all", "open")).isEqualTo(all.size());
        assertThat(platform.json("/api/v1/kpis/departments?campaign=west", "leader")
                        .path("items")
                        .valueStream()
                        .map(d -> d.path("department").asString() + d.path("open")))
                .containsExactly("d11");
        assertThat(platform.get("/api/v1/kpis?campaign=none", "leader").statusCode())
                .isEqualTo(400);
    }

    @Test
    void aCampaignWithoutBoundsOrWithUnknownOnesIsRefused() {
        Map<String, Object> plan = Wishes.campaign("bad", List.of("E-01"), List.of());
        assertThat(refused("leader", but(plan, "name", " "))).isEqualTo("422 missing/payload/name");
        assertThat(refused("leader", Wishes.campaign("bad", List.of(), List.of())))
                .isEqualTo("422 missing/payload/bounds/classes");
        assertThat(refused("leader", Wishes.campaign("bad", List.of("E-01", "X"), List.of())))
                .isEqualTo("422 unknown-class/payload/bounds/classes/1");
        assertThat(refused("leader", Wishes.campaign("bad", List.of(), List.of("1"))))
                .isEqualTo("422 unknown-area/payload/bounds/areas/0");
        assertThat(refused("leader", but(plan, "lead", "nobody"))).isEqualTo("422 unknown-department/payload/lead");
        Map<String, Object> backwards = Map.of(
                "classes",
                List.of("E-01"),
                "areas",
                List.of(),
                "from",
                "2026-03-02T00:00:00Z",
                "until",
                "2026-03-01T00:00:00Z");
        assertThat(refused("leader", but(plan, "bounds", backwards))).isEqualTo("422 range/payload/bounds/until");
        assertThat(refused("dispatcher", plan)).startsWith("403");
    }

    @Test
    void aChangeCountsAnewTwoSeatsAreToldAndWhatHasEndedStays() {
        platform.apply("leader", Wishes.campaign("turns", List.of("E-0111"), List.of()));
        assertThat(cases("campaign=turns")).isEmpty();
        long seen =
                platform.json("/api/v1/campaigns", "leader").path("revision").asLong();
        platform.apply("supervisor", Wishes.campaign("turns", List.of("E-0110"), List.of("990102")));
        assertThat(cases("campaign=turns")).containsExactly("e1");
        Map<String, Object> late = new HashMap<>(Wishes.campaign("turns", List.of("E-0110"), List.of()));
        late.put("basedOn", seen);
        assertThat(refused("leader", late)).isEqualTo("409 campaign-changed/basedOn");
        assertThat(refused("leader", Wishes.endCampaign("nowhere", "好"))).isEqualTo("404 no-campaign/target");
        assertThat(refused("leader", Wishes.endCampaign("turns", " "))).isEqualTo("422 missing/payload/summary");
        platform.apply("leader", Wishes.endCampaign("turns", "已清理"));
        platform.apply("acceptor", Wishes.call("e2", SmallCity.EAST));
        assertThat(cases("campaign=turns")).as("reported after its end").containsExactly("e1");
        assertThat(refused("leader", Wishes.endCampaign("turns", "再次"))).isEqualTo("409 ended/target");
        assertThat(refused("leader", Wishes.campaign("turns", List.of("E-0110"), List.of())))
                .isEqualTo("409 ended/target");
    }
}
