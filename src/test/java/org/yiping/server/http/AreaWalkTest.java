package org.yiping.server.http;

// long because one walk goes through every kind of row

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiping.server.http.TwoDistricts.EAST_CAMERA;
import static org.yiping.server.http.TwoDistricts.WEST_CAMERA;
import static org.yiping.server.http.TwoDistricts.eastPhoto;
import static org.yiping.server.http.TwoDistricts.inspect;
import static org.yiping.server.http.TwoDistricts.platform;
import static org.yiping.server.http.TwoDistricts.put;
import static org.yiping.server.http.TwoDistricts.recheck;
import static org.yiping.server.http.TwoDistricts.rollCall;
import static org.yiping.server.http.TwoDistricts.say;
import static org.yiping.server.http.TwoDistricts.sit;
import static org.yiping.server.http.TwoDistricts.westPhoto;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yiping.domain.identity.PostCode;
import org.yiping.protocol.Json;
import org.yiping.server.Ear;
import org.yiping.server.OnePlatform;
import org.yiping.server.Platform;
import org.yiping.server.Wishes;
import org.yiping.server.access.Access;
import tools.jackson.databind.JsonNode;

/// Walks every line of the access table as somebody who has only the west: nothing of the east comes, by no route and
/// no frame, and everything of the west does.
@ExtendWith(OnePlatform.class)
class AreaWalkTest {
    private static final List<String> OF_THE_EAST = List.of(
            "walk-east",
            "patrol-east",
            EAST_CAMERA,
            "sensor-east",
            "recheck-east",
            "recheck-city",
            "assess-east",
            "inspect-city",
            "notice-city",
            "debrief-east",
            "debrief-city",
            "roll-east",
            "report-east",
            "p-east",
            "shift-east",
            "9901020102000002",
            "place-east");
    /// These tell of a case and not which, or of the kind of case there is none here.
    private static final List<String> NAMELESS = List.of(
            "/proof",
            "/frame",
            "/actions",
            "/clocks",
            "/recommendations",
            "/duplicates",
            "/recurrences",
            "/docket",
            "/picture",
            "/assessments/{id}/cases",
            "/assessments/{id}/check",
            "/broadcasts");
    private static final Map<String, String> OF_THE_WEST = Map.ofEntries(
            Map.entry("case", "walk-west"),
            Map.entry("record", "\"caseId\":\"walk-west\""),
            Map.entry("review", "\"verdict\":\"sound\""),
            Map.entry("person", "\"p-d1\""),
            Map.entry("camera", WEST_CAMERA),
            Map.entry("sensor", "sensor-west"),
            Map.entry("reading", "sensor-west"),
            Map.entry("component", "9901010102000001"),
            Map.entry("handover", "shift-west"),
            Map.entry("telemetry", "\"p-d1\""),
            Map.entry("capture", "walk-west"),
            Map.entry("recheck", "recheck-west"),
            Map.entry("assessment", "walk-west"),
            Map.entry("departmentNotice", "d1"),
            Map.entry("inspection", "walk-west"),
            Map.entry("debrief", "debrief-west"),
            Map.entry("debriefComment", "debrief-west"),
            Map.entry("rollCall", "roll-west"),
            Map.entry("rollAnswer", "roll-west"),
            Map.entry("dutySign", "\"p-col\""),
            Map.entry("report", "report-west"),
            Map.entry("patrolPlan", "patrol-west"),
            Map.entry("patrolRound", "patrol-west"),
            Map.entry("seat", "\"place-west\""));

    static final Access ACCESS = Access.shipped();

    @BeforeAll
    static void start(Platform one) {
        TwoDistricts.found(one);
    }

    @ParameterizedTest
    @CsvSource({
        "collector,collector",
        "acceptor,acceptor",
        "duty-leader,leader",
        "dispatcher,dispatcher",
        "department,depart1",
        "supervisor,supervisor",
        "administrator,boss",
        "wall,wall",
        "simulator-device,device"
    })
    void nothingOfAnotherAreaComesByAnyRoute(String post, String user) {
        Set<String> walked = new TreeSet<>();
        for (String route : ACCESS.routes()) {
            String kind = ACCESS.rowsOf(route);
            if (ACCESS.mayCall(route, new PostCode(post)) && (ACCESS.isByArea(kind) || kind.equals("city"))) {
                walk(route, kind, post, user);
                walked.add(route);
            }
        }
        assertThat(walked)
                .contains(
                        "GET /api/v1/cases",
                        "GET /api/v1/cameras",
                        "GET /api/v1/sensors",
                        "GET /api/v1/components",
                        "GET /api/v1/stream");
    }

    private static void walk(String route, String kind, String post, String user) {
        String path = route.substring(route.indexOf(' ') + 1);
        switch (route) {
            case "GET /api/v1/stream" -> stream(post, user);
            case "POST /api/v1/commands" -> {
                int status = platform.command(
                                user, user + "-walks", Wishes.act("walk-east", "close", 0, Map.of("closing", "x")))
                        .statusCode();
                assertThat(status).as(post).isIn(403, 404);
            }
            case "POST /api/v1/commands/batch" -> {
                Map<String, Object> item = Map.of(
                        "key",
                        user + "-walks-too",
                        "command",
                        Wishes.act("walk-east", "close", 0, Map.of("closing", "x")));
                JsonNode answers = Json.mapper()
                        .readTree(platform.post(path, user, Map.of("commands", List.of(item)))
                                .body());
                assertThat(answers.at("/answers/0/status").asInt()).as(post).isIn(403, 404);
            }
            case "PUT /api/v1/people/{id}" ->
                assertThat(put("p-east", "department", "d1", "990101").statusCode())
                        .isEqualTo(404);
            case "PUT /api/v1/rechecks/{id}" ->
                assertThat(recheck("recheck-east", "").statusCode()).isEqualTo(404);
            case "PUT /api/v1/rechecks/{id}/verdicts/{place}" ->
                assertThat(platform.send(platform.request("/api/v1/rechecks/recheck-city/verdicts/0", user)
                                        .PUT(HttpRequest.BodyPublishers.ofString(
                                                "{\"verdict\":\"holds\",\"note\":\"\"}")))
                                .statusCode())
                        .isEqualTo(404);
            case "PUT /api/v1/assessments/{id}" ->
                assertThat(platform.send(
                                        platform.request("/api/v1/assessments/assess-east", user)
                                                .PUT(
                                                        HttpRequest.BodyPublishers.ofString(
                                                                "{\"scheme\":\"department\",\"period\":\"day\",\"day\":\"2026-01-01\",\"reason\":\"\"}")))
                                .statusCode())
                        .isEqualTo(404);
            case "PUT /api/v1/inspections/{id}" ->
                assertThat(List.of(inspect("inspect-too", "990102"), inspect("inspect-all", "990100")))
                        .containsOnly(400);
            case "PUT /api/v1/inspections/{id}/draw" ->
                assertThat(InspectionTest.put(platform, "inspect-city/draw", "supervisor", Map.of())
                                .statusCode())
                        .isEqualTo(404);
            case "GET /api/v1/inspections/{id}/picture" ->
                assertThat(platform.get(path.replace("{id}", "walk-east") + "?file=x", user)
                                .statusCode())
                        .isEqualTo(404);
            case "GET /api/v1/staff" ->
                assertThat(platform.get(path, user).body()).contains("p-col").doesNotContain("p-east");
            case "GET /api/v1/staff/days/{unit}/{day}" ->
                assertThat(platform.get("/api/v1/staff/days/p-east/2026-03-11", user)
                                .statusCode())
                        .isEqualTo(404);
            case "GET /api/v1/readings/trends" ->
                assertThat(platform.get(path + "?sensors=sensor-west,sensor-east", user)
                                .body())
                        .contains("sensor-west")
                        .doesNotContain("sensor-east");
            case "PUT /api/v1/staff/rollcalls/{id}" ->
                assertThat(rollCall("roll-east", user).statusCode()).isNotEqualTo(200);
            case "GET /api/v1/reports/{id}", "GET /api/v1/reports/{id}/files/{format}" -> {
                String of = path.replace("{format}", "png");
                assertThat(platform.get(of.replace("{id}", "report-east"), user).statusCode())
                        .as(post + " " + route)
                        .isEqualTo(404);
                assertThat(platform.get(of.replace("{id}", "report-west"), user).statusCode())
                        .as(post + " " + route)
                        .isEqualTo(200);
            }
            case "PUT /api/v1/reports/{id}" ->
                assertThat(ReportHttpTest.put(platform, "report-east", user, "{\"template\":\"daily\"}")
                                .statusCode())
                        .isEqualTo(404);
            case "POST /api/v1/reports/{id}/cancel" ->
                assertThat(platform.post(path.replace("{id}", "report-east"), user, "{}")
                                .statusCode())
                        .isEqualTo(404);
            case "POST /api/v1/backup" ->
                assertThat(platform.post(path, user, "{}").statusCode()).isEqualTo(403);
            case "GET /api/v1/kpis", "GET /api/v1/kpis/departments" -> {
                JsonCount count = JsonCount.of(platform.json(path, user));
                assertThat(count.cases()).as(post + " " + route).isEqualTo(1);
            }
            case "GET /api/v1/figures/board" -> {
                JsonNode board = platform.json(path + "?period=day", user);
                JsonNode filed = board.path("figures")
                        .valueStream()
                        .filter(f -> f.path("code").asString("").equals("filed"))
                        .findFirst()
                        .orElseThrow();
                assertThat(filed.path("value").asLong()).as(post + " " + route).isEqualTo(1);
                assertThat(board.toString()).doesNotContain("walk-east");
            }
            case "GET /api/v1/figures/places" ->
                // one case each side is no place that recurs
                assertThat(platform.get(path, user).body()).doesNotContain("walk-east");
            case "POST /api/v1/figures/recount" ->
                assertThat(platform.post(path, user, "{}").statusCode()).isEqualTo(403);
            case "GET /api/v1/figures", "GET /api/v1/figures/groups" -> {
                JsonNode items =
                        platform.json(path + "?codes=filed&period=day", user).path("items");
                JsonNode figure = route.endsWith("groups") ? items.at("/0/figures/0") : items.path(0);
                assertThat(figure.path("value").asLong()).as(post + " " + route).isEqualTo(1);
            }
            case "GET /api/v1/patrols/rounds/{id}/picture" -> {
                JsonNode east = platform.json("/api/v1/patrols/rounds", "relief")
                        .path("items")
                        .valueStream()
                        .filter(r -> r.path("plan").asString().equals("patrol-east"))
                        .findFirst()
                        .orElseThrow();
                String file = east.at("/looks/0/seen/picture/fileId").asString();
                String there = path.replace("{id}", east.path("id").asString()) + "?file=" + file;
                assertThat(platform.get(there, "relief").statusCode()).isEqualTo(200);
                assertThat(platform.get(there, user).statusCode()).as(post).isEqualTo(404);
            }
            case "GET /api/v1/files/{id}" -> {
                assertThat(platform.get(path.replace("{id}", eastPhoto), user).statusCode())
                        .as(post)
                        .isEqualTo(404);
                assertThat(platform.get(path.replace("{id}", westPhoto), user).statusCode())
                        .as(post)
                        .isEqualTo(200);
            }
            default -> rows(route, path, kind, post, user);
        }
    }

    private record JsonCount(long cases) {
        static JsonCount of(JsonNode answer) {
            for (var item : answer.path("items")) {
                if (item.path("code").asString("").equals("filed")) {
                    return new JsonCount(item.path("numerator").asLong());
                }
                if (item.has("filed")) {
                    return new JsonCount(item.path("filed").asLong());
                }
            }
            throw new AssertionError("no figure in " + answer);
        }
    }

    private static void rows(String route, String path, String kind, String post, String user) {
        boolean camera = route.contains("/cameras/");
        if (kind.equals("seat")) {
            sit();
        }
        if (path.contains("{id}")) {
            HttpResponse<String> east = platform.get(path.replace("{id}", camera ? EAST_CAMERA : "walk-east"), user);
            assertThat(east.statusCode()).as(post + " " + route).isEqualTo(404);
        }
        HttpResponse<String> answer = platform.get(
                path.replace("{id}", camera ? WEST_CAMERA : "walk-west")
                        + (route.endsWith("/v1/duplicates") ? "?class=E-0110&longitude=104.012&latitude=30.002" : ""),
                user);
        if (answer.statusCode() == 403 && !ACCESS.mayReceive(kind, new PostCode(post))) {
            return; // the route is open, the kind is not
        }
        assertThat(answer.statusCode()).as(post + " " + route + answer.body()).isEqualTo(200);
        OF_THE_EAST.forEach(
                id -> assertThat(answer.body()).as(post + " " + route).doesNotContain(id));
        if (!camera && NAMELESS.stream().noneMatch(route::endsWith)) {
            assertThat(answer.body()).as(post + " " + route).contains(OF_THE_WEST.get(kind));
        }
        if (route.equals("GET /api/v1/snapshot")) {
            assertThat(answer.body()).contains(WEST_CAMERA);
        }
    }

    private static void stream(String post, String user) {
        sit();
        long last = platform.json("/api/v1/cases", user).path("revision").asLong();
        try (Ear ear = Ear.on(platform, user, 0, "")) {
            List<JsonNode> changes = ear.changesUpTo(last);
            OF_THE_EAST.forEach(id -> assertThat(changes.toString()).as(post).doesNotContain("\"" + id + "\""));
            for (String kind : List.of("case", "record", "review", "person", "camera", "sensor")) {
                assertThat(changes.stream()
                                .filter(c -> c.path("kind").asString().equals(kind))
                                .anyMatch(c -> c.toString().contains(OF_THE_WEST.get(kind))))
                        .as(post + " hears " + kind)
                        .isEqualTo(ACCESS.mayReceive(kind, new PostCode(post)));
            }
            if (ACCESS.mayReceive("telemetry", new PostCode(post))) {
                assertThat(ear.await("telemetry").path("samples").toString())
                        .contains("\"p-d1\"")
                        .doesNotContain("p-east");
            }
            if (ACCESS.mayReceive("reading", new PostCode(post))) {
                say();
                assertThat(ear.await("readings").path("readings").toString())
                        .contains("sensor-west")
                        .doesNotContain("sensor-east");
            }
            if (ACCESS.mayReceive("seat", new PostCode(post))) {
                assertThat(ear.await("seats").path("seats").toString())
                        .contains("\"place-west\"")
                        .doesNotContain("place-east");
            }
        }
    }

    @Test
    void componentsByTheirLayersNameAreNoWayRound() {
        assertThat(platform.get("/api/v1/layers/components", "wall").body())
                .contains("9901010102000001")
                .doesNotContain("9901020102000002");
    }

    @Test
    void whoManagesSomeAreasGivesNobodyMore() {
        assertThat(put("p-wall", "wall", null).statusCode()).isEqualTo(403);
        assertThat(put("p-wall", "wall", null, "990101", "990102").statusCode()).isEqualTo(403);
        assertThat(put("p-adm", "administrator", null).statusCode()).isEqualTo(403);
        assertThat(put("p-west", "acceptor", null, "990101").statusCode()).isEqualTo(200);
        assertThat(put("p-d2", "department", "d2", "990101").statusCode())
                .as("somebody of the whole city is not theirs to change")
                .isEqualTo(403);
    }
}
