package org.yiping.server.http;

// long because one walk goes through every kind of row

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
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
import org.yiping.server.Photos;
import org.yiping.server.Platform;
import org.yiping.server.SmallCity;
import org.yiping.server.Wishes;
import org.yiping.server.access.Access;
import tools.jackson.databind.JsonNode;

/// Walks every line of the access table as somebody who has only the west: nothing of the east comes, by no route and
/// no frame, and everything of the west does.
@ExtendWith(OnePlatform.class)
class AreaWalkTest {
    private static final String WEST_CAMERA = "51010000001320000001";
    private static final String EAST_CAMERA = "51010000001320000002";
    private static final List<String> OF_THE_EAST = List.of(
            "walk-east",
            "patrol-east",
            EAST_CAMERA,
            "sensor-east",
            "recheck-east",
            "recheck-city",
            "assess-east",
            "inspect-city",
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

    static Platform platform;
    static String westPhoto;
    static String eastPhoto;
    static final Access ACCESS = Access.shipped();

    @BeforeAll
    static void start(Platform one) {
        platform = one;
        for (var place :
                Map.of("walk-west", SmallCity.WEST, "walk-east", SmallCity.EAST).entrySet()) {
            String id = place.getKey();
            platform.apply("acceptor", Wishes.call(id, place.getValue()));
            platform.apply("acceptor", Wishes.act(id, "pass", 0, Map.of()));
            platform.apply("leader", Wishes.act(id, "file", 0, Map.of("criterion", "E-0110-01")));
            platform.apply("dispatcher", Wishes.act(id, "dispatch", 0, Map.of("department", "d1")));
            platform.apply("supervisor", Wishes.review(id, "sound"));
        }
        westPhoto = photo("walk-west", 1);
        eastPhoto = photo("walk-east", 2);
        platform.post(
                "/api/v1/telemetry",
                "device",
                Map.of("samples", List.of(unit("p-d1", SmallCity.WEST), unit("p-east", SmallCity.EAST))));
        recheck("recheck-west", "?period=day&area=990101");
        recheck("recheck-east", "?period=day&area=990102");
        recheck("recheck-city", "?period=day");
        ContractTest.assess(platform, "walk-west", "990101");
        ContractTest.assess(platform, "assess-east", "990102");
        platform.apply("supervisor", NoticeHttpTest.issue("notice-west", "d1", Instant.now(), "walk-west"));
        inspect("walk-west", "990101");
        inspect("walk-east", "990102");
        inspect("inspect-city", "990100");
        platform.post("/api/v1/staff/signs", "collector", "{\"in\":true}");
        for (String roll : List.of("roll-west", "roll-east")) {
            put("p-col", "collector", null, roll.equals("roll-west") ? "990101" : "990102");
            rollCall(roll, "supervisor");
            platform.send(platform.request("/api/v1/staff/rollcalls/" + roll + "/answer", "collector")
                    .PUT(HttpRequest.BodyPublishers.ofString("{}")));
        }
        say();
        recognise("walk-west", WEST_CAMERA);
        recognise("walk-east", EAST_CAMERA);
        person("p-col", "collector", null);
        person("p-acc", "acceptor", null);
        person("p-lead", "duty-leader", null);
        person("p-dis", "dispatcher", null);
        person("p-d1", "department", "d1");
        person("p-sup", "supervisor", null);
        person("p-wall", "wall", null);
        person("p-dev", "simulator-device", null);
        put("p-rel", "duty-leader", null, "990102");
        person("p-adm", "administrator", null);
        Instant since = Instant.now().minusSeconds(3600);
        platform.apply("leader", Wishes.handOver("shift-west", since));
        platform.apply("relief", Wishes.handOver("shift-east", since));
        String notice = "{\"template\":\"notice\",\"scope\":{\"department\":\"d1\"}}";
        ReportHttpTest.made(platform, "report-west", "leader", notice);
        ReportHttpTest.made(platform, "report-east", "relief", notice);
        patrol("leader", "patrol-west", WEST_CAMERA);
        patrol("relief", "patrol-east", EAST_CAMERA);
        for (String side : List.of("west", "east")) {
            String user = side.equals("west") ? "leader" : "relief";
            platform.apply(user, DebriefTest.open("debrief-" + side, "walk-" + side));
            platform.apply(user, DebriefTest.comment("debrief-" + side, 1, DebriefTest.SINCE, "看过", "walk-" + side));
        }
        platform.apply("chief", DebriefTest.open("debrief-city", null));
    }

    private static HttpResponse<String> recheck(String id, String query) {
        return platform.send(platform.request("/api/v1/rechecks/" + id + query, "supervisor")
                .PUT(HttpRequest.BodyPublishers.ofString("{\"counter\":\"reported\",\"size\":9}")));
    }

    private static int inspect(String id, String area) {
        HttpResponse<String> planned =
                InspectionTest.put(platform, id, "supervisor", InspectionTest.task(area, Map.of("cover", 1)));
        return planned.statusCode() == 200
                ? InspectionTest.put(platform, id + "/draw", "supervisor", Map.of())
                        .statusCode()
                : planned.statusCode();
    }

    private static HttpResponse<String> rollCall(String id, String user) {
        String area = id.endsWith("west") ? "990101" : "990102";
        return platform.send(platform.request("/api/v1/staff/rollcalls/" + id, user)
                .PUT(HttpRequest.BodyPublishers.ofString("{\"size\":1,\"area\":\"" + area + "\"}")));
    }

    private static void patrol(String user, String plan, String camera) {
        platform.apply(user, PatrolTest.plan(plan, List.of(camera), 12));
        String photo = Photos.upload(platform, user, Photos.jpeg(plan.endsWith("west") ? 201 : 202));
        platform.apply(
                user,
                PatrolTest.look(
                        plan,
                        Instant.now().minusSeconds(60),
                        camera,
                        "noted",
                        Map.of("note", "x", "picture", PatrolTest.picture(photo, camera))));
    }

    /// A seat that is silent for long is no more.
    private static void sit() {
        sit("leader", "place-west", "walk-west");
        sit("relief", "place-east", "walk-east");
    }

    private static void sit(String user, String seat, String looking) {
        HttpResponse<String> answer = platform.send(platform.request("/api/v1/seats/own", "")
                .header("Authorization", "Bearer " + platform.signIn(user, seat).token())
                .PUT(HttpRequest.BodyPublishers.ofString(
                        Json.mapper().writeValueAsString(Map.of("state", "ready", "looking", looking)))));
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    private static void say() {
        String now = Instant.now().toString();
        platform.post(
                "/api/v1/readings",
                "device",
                Map.of(
                        "readings",
                        List.of(
                                Map.of("sensor", "sensor-west", "value", 3.5, "at", now),
                                Map.of("sensor", "sensor-east", "value", 250, "at", now))));
    }

    private static void recognise(String id, String camera) {
        Map<String, Object> word = Map.of(
                "id",
                id,
                "camera",
                camera,
                "alarm",
                "882",
                "confidence",
                0.9,
                "at",
                Instant.now().toString(),
                "picture",
                Photos.upload(platform, "device", Photos.jpeg(79)));
        assertThat(platform.post("/api/v1/captures", "device", word).statusCode())
                .isEqualTo(200);
    }

    private static String photo(String id, int seed) {
        String photo = Photos.upload(platform, "west", Photos.jpeg(seed));
        assertThat(platform.get("/api/v1/files/" + photo, "wall").statusCode())
                .as("belongs to no case yet")
                .isEqualTo(404);
        platform.apply("depart1", Wishes.act(id, "assign", 0, Map.of("handler", "p-d1")));
        platform.apply("depart1", Wishes.act(id, "finish", 0, Map.of("photos", List.of(photo))));
        return photo;
    }

    private static Map<String, Object> unit(String id, double[] at) {
        return Map.of(
                "id",
                id,
                "kind",
                "collector",
                "name",
                "某",
                "position",
                Map.of("longitude", at[0], "latitude", at[1]),
                "headingDegrees",
                90,
                "at",
                Instant.now().toString());
    }

    private static void person(String id, String post, String department) {
        assertThat(put(id, post, department, "990101").statusCode()).isEqualTo(200);
    }

    private static HttpResponse<String> put(String id, String post, String department, String... areas) {
        Map<String, Object> row =
                new java.util.TreeMap<>(Map.of("id", id, "name", id, "posts", List.of(post), "areas", List.of(areas)));
        if (department != null) {
            row.put("department", department);
        }
        return platform.send(platform.request("/api/v1/people/" + id, "boss")
                .PUT(HttpRequest.BodyPublishers.ofString(Json.mapper().writeValueAsString(row))));
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
