package org.yiping.server.http;

// long because every route of the contract is visited in one small platform

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.yiping.conform.Contract;
import org.yiping.protocol.Json;
import org.yiping.server.Ear;
import org.yiping.server.OnePlatform;
import org.yiping.server.Photos;
import org.yiping.server.Platform;
import org.yiping.server.SmallCity;
import org.yiping.server.Wishes;
import tools.jackson.databind.JsonNode;

@ExtendWith(OnePlatform.class)
class ContractTest {
    private static final Contract CONTRACT = Contract.in(Path.of("docs/api"));

    private static final List<String> RUN_BY_SUPERVISORS =
            List.of("rechecks", "assessments", "notices", "accountability", "inspections");

    static Platform platform;

    @BeforeAll
    static void start(Platform one) {
        platform = one;
        platform.apply("acceptor", Wishes.call("c1", SmallCity.WEST));
        platform.apply("acceptor", Wishes.act("c1", "pass", 0, Map.of()));
        platform.apply("leader", Wishes.act("c1", "file", 0, Map.of("criterion", "E-0110-01")));
        platform.apply("dispatcher", Wishes.act("c1", "dispatch", 0, Map.of("department", "d1")));
        platform.apply("supervisor", Wishes.review("c1", "sound"));
        platform.apply("leader", Wishes.handOver("h1", Instant.now().minusSeconds(60)));
        platform.apply("leader", Wishes.campaign("z1", List.of("E-01"), List.of()));
        platform.apply("leader", Wishes.endCampaign("z1", "已清理"));
        String patrolled = "51010000001320000001";
        List.of(PatrolTest.plan("v1", List.of(patrolled), 12), SceneSaveTest.overview())
                .forEach(wish -> platform.apply("supervisor", wish));
        platform.apply(
                "dispatcher",
                PatrolTest.look(
                        "v1", Instant.now().minusSeconds(60), patrolled, "noted", Map.of("classCode", "E-0110")));
        platform.apply("dispatcher", WallDeskTest.send(WallDeskTest.camera(3, 1, patrolled), 600, false));
        platform.apply("acceptor", Wishes.call("c4", SmallCity.WEST));
        platform.apply("acceptor", Wishes.call("c5", SmallCity.WEST));
        platform.apply("acceptor", Wishes.act("c5", "pass", 0, Map.of()));
        platform.apply("leader", Wishes.act("c5", "file", 0, Map.of("criterion", "E-0110-01")));
        bounced("c5", "depart1", "d1");
        bounced("c5", "depart2", "d2");
        platform.post("/api/v1/telemetry", "device", Map.of("samples", List.of(unit())));
        say();
        recognise();
        use();
        recheck();
        inspect();
        platform.apply("supervisor", DebriefTest.open("f1", "c1"));
        platform.apply("leader", DebriefTest.comment("f1", 1, DebriefTest.SINCE, "派遣及时", "c1"));
        ReportHttpTest.put(platform, "c1", "leader", "{\"template\":\"daily\"}");
        node();
        assess(platform, "c1", "");
        platform.apply("supervisor", NoticeHttpTest.issue("n1", "d1", Instant.now(), "c1"));
        staff();
    }

    /// Yesterday's, put up for all to see.
    static void assess(Platform p, String id, String area) {
        Map<String, Object> wish = new java.util.TreeMap<>(
                Map.of("scheme", "department", "period", "day", "day", yesterday(), "reason", ""));
        if (!area.isEmpty()) {
            wish.put("area", area);
        }
        String body = Json.mapper().writeValueAsString(wish);
        HttpResponse<String> run = p.send(
                p.request("/api/v1/assessments/" + id, "supervisor").PUT(HttpRequest.BodyPublishers.ofString(body)));
        holds("AssessmentWish", "wish", body);
        holds("Assessment", "run", run.body());
        p.apply("supervisor", AssessmentHttpTest.move(id, 0, "SUBMIT", Map.of()));
        p.apply("supervisor", AssessmentHttpTest.move(id, 1, "OPEN_APPEALS", Map.of()));
    }

    private static String yesterday() {
        return Instant.now()
                .atZone(ZoneId.of("Asia/Shanghai"))
                .toLocalDate()
                .minusDays(1)
                .toString();
    }

    private static void staff() {
        holds(
                "DutySigns",
                "sign",
                platform.post("/api/v1/staff/signs", "collector", Map.of("in", true))
                        .body());
        HttpResponse<String> drawn = put("/api/v1/staff/rollcalls/n1", "supervisor", "{\"size\":1}");
        holds("RollCallSheet", "roll-call", drawn.body());
        HttpResponse<String> next = put("/api/v1/staff/rollcalls/n2", "supervisor", "{\"size\":1}");
        assertThat(next.statusCode()).as(next.body()).isEqualTo(200);
        holds(
                "RollAnswer",
                "answer",
                put("/api/v1/staff/rollcalls/n1/answer", "collector", "{}").body());
    }

    private static HttpResponse<String> put(String path, String user, String body) {
        return platform.send(platform.request(path, user).PUT(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static void node() {
        Map<String, Object> box = Map.of("x", 0, "y", 0, "width", 1920, "height", 1080);
        String word = Json.mapper()
                .writeValueAsString(Map.of(
                        "monitors",
                        Map.of("known", List.of(box), "present", List.of(box)),
                        "calls",
                        false,
                        "revision",
                        1,
                        "stood",
                        Map.of("scene", "kpi", "due", "2026-09-01T04:00:00Z", "painted", "2026-09-01T04:00:00.040Z"),
                        "offsetMillis",
                        -3,
                        "oldest",
                        Map.of("name", "案件", "since", "2026-09-01T03:59:58Z", "promise", "PT10S")));
        holds("NodeWord", "node", word);
        HttpResponse<String> told = platform.send(
                platform.request("/api/v1/walls/c1/nodes/left", "boss").PUT(HttpRequest.BodyPublishers.ofString(word)));
        assertThat(told.statusCode()).as(told.body()).isEqualTo(200);
        holds("WallTeam", "team", told.body());
        picture(word, box);
    }

    /// The wall in small, of the wall there is.
    private static void picture(String word, Map<String, Object> box) {
        platform.send(platform.request("/api/v1/walls/wall/nodes/left", "wall")
                .PUT(HttpRequest.BodyPublishers.ofString(word)));
        String shot = Json.mapper()
                .writeValueAsString(
                        Map.of("monitor", box, "taken", Instant.now().toString(), "jpeg", Photos.jpeg(3)));
        holds("WallShot", "shot", shot);
        HttpResponse<String> taken = platform.send(platform.request("/api/v1/walls/wall/nodes/left/picture", "wall")
                .PUT(HttpRequest.BodyPublishers.ofString(shot)));
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(204);
    }

    private static void recheck() {
        for (String path : List.of("/api/v1/rechecks/q1?period=day", "/api/v1/rechecks/q1/verdicts/0")) {
            Map<String, Object> body = path.endsWith("/0")
                    ? Map.of("verdict", "holds", "note", "已清理")
                    : Map.of("counter", "reported", "size", 2);
            HttpResponse<String> answer = platform.send(platform.request(path, "supervisor")
                    .PUT(HttpRequest.BodyPublishers.ofString(Json.mapper().writeValueAsString(body))));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            holds("RecheckShown", path, answer.body());
        }
        holds(
                "Recount",
                "recount",
                platform.post("/api/v1/figures/recount", "boss", "{}").body());
    }

    private static void inspect() {
        for (String path : List.of("c1", "c1/draw")) { // by the name that paths of the document are filled with
            HttpResponse<String> answer =
                    InspectionTest.put(platform, path, "supervisor", InspectionTest.task("990100", Map.of("cover", 2)));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            holds("Inspection", path, answer.body());
        }
        platform.apply("supervisor", InspectionTest.card("c1", 0, 0, InspectionTest.marked(4)));
        platform.apply("supervisor", InspectionTest.reply("c1", "yes"));
    }

    private static void use() {
        String camera = "/api/v1/cameras/51010000001320000001";
        Map<String, Object> seen = Map.of(
                "camera",
                "51010000001320000001",
                "state",
                "live",
                "at",
                Instant.now().minusSeconds(30).toString());
        platform.post("/api/v1/cameras/observations", "leader", Map.of("observations", List.of(seen)));
        Map<String, Object> preset = Map.of("preset", Map.of("do", "set", "number", 1, "name", "校门"));
        holds(
                "Turned",
                "turned",
                platform.post(camera + "/ptz", "leader", preset).body());
        Map<String, Object> words = Map.of("text", "请收好物品", "volume", 50, "repeats", 1);
        holds(
                "Spoken",
                "spoken",
                platform.post(camera + "/broadcast", "leader", words).body());
        HttpResponse<String> address = platform.post(camera + "/play", "leader", Map.of("grade", "sub"));
        holds("PlayAddress", "address", address.body());
    }

    private static void recognise() {
        String word = Json.mapper()
                .writeValueAsString(Map.of(
                        "id",
                        "c1",
                        "camera",
                        "51010000001320000002",
                        "alarm",
                        "882",
                        "confidence",
                        0.9,
                        "at",
                        Instant.now().toString(),
                        "picture",
                        Photos.upload(platform, "device", Photos.jpeg(78))));
        holds("CaptureWord", "word", word);
        holds(
                "CaptureHeard",
                "heard",
                platform.post("/api/v1/captures", "device", word).body());
    }

    private static void say() {
        Map<String, Object> readings = Map.of(
                "readings",
                List.of(
                        Map.of(
                                "sensor",
                                "sensor-west",
                                "value",
                                3.5,
                                "at",
                                Instant.now().toString()),
                        Map.of("sensor", "sensor-east", "at", Instant.now().toString())));
        holds("Readings", "readings", Json.mapper().writeValueAsString(readings));
        HttpResponse<String> taken = platform.post("/api/v1/readings", "device", readings);
        assertThat(taken.statusCode()).isEqualTo(200);
        holds("ReadingsTaken", "taken", taken.body());
    }

    private static String seat(String looking) {
        String word = Json.mapper().writeValueAsString(Map.of("state", "ready", "looking", looking));
        holds("SeatWord", "seat", word);
        return platform.send(
                        platform.request("/api/v1/seats/own", "leader").PUT(HttpRequest.BodyPublishers.ofString(word)))
                .body();
    }

    private static void bounced(String id, String user, String department) {
        platform.apply("dispatcher", Wishes.act(id, "dispatch", 0, Map.of("department", department)));
        platform.apply(user, Wishes.act(id, "request-return", 0, Map.of("reason", "不归我们")));
        platform.apply(
                "dispatcher", Wishes.act(id, "return-approve", 0, Map.of("kind", "wrong-dispatch", "reason", "是错派")));
    }

    private static Map<String, Object> unit() {
        return Map.of(
                "id",
                "p-col",
                "kind",
                "collector",
                "name",
                "张采",
                "position",
                Map.of("longitude", 104.002, "latitude", 30.002),
                "headingDegrees",
                10.5,
                "at",
                Instant.now().toString());
    }

    static void holds(String schema, String what, String json) {
        assertThat(CONTRACT.faults(schema, json)).as(what + ": " + json).isEmpty();
    }

    @Test
    void theDocumentNamesExactlyTheRoutesThereAre() {
        Set<String> documented = new TreeSet<>();
        for (Map.Entry<String, JsonNode> path : CONTRACT.paths().entrySet()) {
            path.getValue().propertyNames().forEach(m -> documented.add(m.toUpperCase() + " " + path.getKey()));
        }
        Set<String> routes = new TreeSet<>(platform.routes());
        routes.removeIf(r -> r.contains(" /open311/")); // a document of their own
        routes.add("GET /api/v1/stream");
        assertThat(documented).isEqualTo(routes);
    }

    @TestFactory
    Stream<DynamicTest> everyAnswerKeepsItsSchema() {
        return CONTRACT.paths().entrySet().stream()
                .filter(p -> p.getValue().has("get") && !p.getKey().endsWith("/stream"))
                .filter(p -> !p.getKey().contains("/files/") && !p.getKey().endsWith("/picture"))
                .filter(p -> !p.getKey().endsWith("/ptz/{use}")) // of a platform by tickets: TicketedCameraTest
                .map(p -> dynamicTest("GET " + p.getKey(), () -> answerHolds(p.getKey(), p.getValue())));
    }

    private static void answerHolds(String path, JsonNode item) {
        String real = path.replace("/cameras/{id}", "/cameras/51010000001320000001")
                .replace("{id}/offset", "0".repeat(64) + "/offset")
                .replace("/walls/{id}", "/walls/wall")
                .replace("{id}", "c1")
                .replace("{name}", "cell")
                .replace("{version}", "c-1")
                .replace("/duplicates", "/duplicates?class=E-0110&longitude=104.002&latitude=30.002")
                .replace("/days/{unit}/{day}", "/days/p-col/2026-03-11")
                .replace("/trends", "/trends?sensors=sensor-west")
                .replace("/duties", "/duties?area=990102");
        JsonNode content = item.at("/get/responses/200/content");
        String type = content.propertyNames().iterator().next();
        String reference = content.path(type).at("/schema/$ref").asString();
        String user = path.contains("journal")
                ? "boss"
                : RUN_BY_SUPERVISORS.stream().anyMatch(path::contains)
                        ? "supervisor"
                        : path.endsWith("/own") ? "collector" : "leader";
        if (path.endsWith("/seats")) {
            holds("Seat", "seat", seat("c1")); // now: a seat that is silent for long is no more
        }
        HttpResponse<String> answer = platform.get(real, user);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains(type);
        String schema = reference.substring(reference.lastIndexOf('/') + 1);
        if (type.equals("application/x-ndjson")) {
            assertThat(answer.body().lines().count()).isGreaterThan(2);
            answer.body().lines().forEach(line -> holds(schema, path, line));
        } else if (type.equals("text/plain")) {
            assertThat(answer.body()).isNotBlank();
        } else {
            holds(schema, path, answer.body());
            assertThat(answer.body()).doesNotContain("\"items\":[]");
        }
    }

    @Test
    void whatIsWrittenIsAnsweredByTheDocument() {
        holds("SignInAnswer", "sign-in", Json.mapper().writeValueAsString(platform.signIn("wall")));
        HttpResponse<String> applied = platform.command("collector", "k", Wishes.report("c2", SmallCity.WEST));
        holds("CommandAnswer", "command", applied.body());
        Map<String, Object> question = Map.of("words", "解放路", "callerPhone", "13812341234");
        holds("PlaceQuestion", "question", Json.mapper().writeValueAsString(question));
        String candidates =
                platform.post("/api/v1/places/candidates", "acceptor", question).body();
        holds("CandidatePage", "candidates", candidates);
        assertThat(candidates).contains("caller-before");
        Map<String, Object> merge = Map.of("survivor", "c1", "reason", "同一件");
        platform.apply("acceptor", Wishes.act("c4", "merge", 0, merge));
        holds("Fields", "merge", Json.mapper().writeValueAsString(merge));
        holds("Case", "survivor", platform.get("/api/v1/cases/c1", "leader").body());
        holds("Case", "merged", platform.get("/api/v1/cases/c4", "leader").body());
        HttpResponse<String> refused = platform.command("acceptor", "k2", Wishes.act("c1", "pass", 1, Map.of()));
        assertThat(refused.statusCode()).isEqualTo(409);
        holds("Problem", "problem", refused.body());
    }

    @Test
    void requestsThisTestSendsAreOnesTheDocumentKnows() {
        holds("CommandRequest", "report", Json.mapper().writeValueAsString(Wishes.call("c3", SmallCity.EAST)));
        assertThat(CONTRACT.faults("CommandRequest", "{\"type\":\"x\"}")).isNotEmpty();
    }

    @Test
    void everyFrameKeepsItsSchema() {
        try (Ear ear = Ear.on(platform, "leader", 0, "");
                Ear lost = Ear.on(platform, "leader", 99_999_999, "")) {
            ear.await("delta");
            platform.post("/api/v1/telemetry", "device", Map.of("samples", List.of(unit())));
            ear.await("telemetry");
            say();
            ear.await("readings");
            holds("Seat", "seat", seat("c5"));
            ear.await(f -> f.path("type").asString().equals("seats")
                    && f.path("seats").toString().contains("c5"));
            ear.await("heartbeat");
            lost.await("closed");
            Stream.concat(ear.heard().stream(), lost.heard().stream())
                    .filter(f -> !f.path("type").asString().equals("closed"))
                    .forEach(f ->
                            assertThat(CONTRACT.frameFaults(f)).as(f.toString()).isEmpty());
        }
    }
}
