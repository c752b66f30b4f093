package org.yiping.server.http;

// long because plan, draw, card and questionnaire are spoken of in the same few words

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yiping.protocol.Json;
import org.yiping.server.OnePlatform;
import org.yiping.server.Photos;
import org.yiping.server.Platform;
import org.yiping.server.Wishes;
import tools.jackson.databind.JsonNode;

@ExtendWith(OnePlatform.class)
class InspectionTest {
    static Platform platform;

    @BeforeAll
    static void start(Platform one) {
        platform = one;
    }

    static Map<String, Object> task(String area, Map<String, Integer> quotas) {
        return task(area, quotas, "2026-11-01", "2026-11-30");
    }

    private static Map<String, Object> task(String area, Map<String, Integer> quotas, String from, String until) {
        List<Map<String, Object>> all = new ArrayList<>();
        quotas.forEach((kind, points) -> all.add(Map.of("kind", kind, "points", points)));
        return Map.of("name", "十一月考察", "from", from, "until", until, "area", area, "quotas", all);
    }

    static HttpResponse<String> put(Platform to, String path, String user, Object body) {
        return to.send(to.request("/api/v1/inspections/" + path, user)
                .PUT(HttpRequest.BodyPublishers.ofString(Json.mapper().writeValueAsString(body))));
    }

    private static JsonNode drawn(Platform to, String id, String area, Map<String, Integer> quotas) {
        HttpResponse<String> planned = put(to, id, "supervisor", task(area, quotas));
        assertThat(planned.statusCode()).as(planned.body()).isEqualTo(200);
        HttpResponse<String> answer = put(to, id + "/draw", "supervisor", Map.of());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.mapper().readTree(answer.body());
    }

    private static JsonNode drawn(String id, String area, Map<String, Integer> quotas) {
        return drawn(platform, id, area, quotas);
    }

    static Map<String, Object> card(String id, int place, int edition, Map<String, Object> sheet) {
        Map<String, Object> all = new LinkedHashMap<>(
                Map.of("done", false, "marks", List.of(), "note", "", "photos", List.of(), "problems", List.of()));
        all.put("simulated", false);
        all.putAll(sheet);
        return Wishes.command("inspectPoint", id, 0, null, Map.of("place", place, "edition", edition, "sheet", all));
    }

    static Map<String, Object> marked(int points) {
        return Map.of("done", true, "marks", List.of(Map.of("item", "litter", "points", points)));
    }

    static Map<String, Object> reply(String id, String choice) {
        List<Object> given = List.of(Map.of("question", "q1", "choice", choice));
        return Wishes.command("enterReply", id, 0, null, Map.of("form", Map.of("given", given, "simulated", true)));
    }

    private static String refused(String user, Object body) {
        HttpResponse<String> answer = platform.command(user, UUID.randomUUID().toString(), body);
        JsonNode problem = Json.mapper().readTree(answer.body());
        return answer.statusCode() + " " + problem.at("/errors/0/code").asString("")
                + problem.at("/errors/0/pointer").asString("");
    }

    private static List<String> refs(JsonNode shown) {
        return shown.at("/draw/points")
                .valueStream()
                .map(p -> p.path("ref").asString())
                .toList();
    }

    private static String sha(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes("UTF-8")));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode entry(Platform of, String kind, String id) {
        return entries(of, kind, id).getFirst();
    }

    private static List<JsonNode> entries(Platform of, String kind, String id) {
        List<JsonNode> found = new ArrayList<>();
        long after = 0;
        while (true) {
            JsonNode items =
                    of.json("/api/v1/journal?limit=1000&after=" + after, "boss").path("items");
            if (items.isEmpty()) {
                return found;
            }
            for (JsonNode e : items) {
                after = e.path("revision").asLong();
                if (e.path("kind").asString().equals(kind)
                        && e.path("id").asString().equals(id)) {
                    found.add(e);
                }
            }
        }
    }

    /// By what the document says, from journal and frame alone.
    @Test
    void anybodyCanDrawItAgain() {
        JsonNode shown = drawn("again", "990100", Map.of("road", 2));
        String frame =
                platform.get("/api/v1/inspections/again/frame", "supervisor").body();
        List<String> lines = frame.lines().toList();
        assertThat(lines).hasSize(3);
        assertThat(sha(frame)).isEqualTo(shown.at("/plan/frame").asString());
        JsonNode planned = entry(platform, "inspection", "again");
        assertThat(planned.path("hash").asString())
                .isEqualTo(shown.path("commitment").asString());
        String seed = sha(planned.path("hash").asString() + " again");
        assertThat(shown.at("/draw/seed").asString()).isEqualTo(seed);
        // two roads in the west, one in the east, and one of each is drawn
        List<String> expected = Stream.of("990101", "990102")
                .map(area -> IntStream.range(0, lines.size())
                        .filter(i -> lines.get(i).startsWith("road\t" + area + "\t"))
                        .boxed()
                        .min(Comparator.comparing(i -> sha(seed + " " + i)))
                        .map(i -> lines.get(i).split("\t")[2])
                        .orElseThrow())
                .toList();
        assertThat(refs(shown)).isEqualTo(expected);
        JsonNode proof = platform.json("/api/v1/inspections/again/proof", "supervisor");
        assertThat(proof.path("differs").asInt()).isEqualTo(-1);
        assertThat(List.of("frame", "strata", "commitment", "seed"))
                .allMatch(step -> proof.path(step).asBoolean());
    }

    @Test
    void twoDrawsAtOnceAreOne() {
        put(platform, "once", "supervisor", task("990100", Map.of("road", 2, "cover", 1)));
        List<CompletableFuture<String>> asked = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> put(platform, "once/draw", i % 2 == 0 ? "supervisor" : "chief", Map.of())
                                .body()))
                .toList();
        assertThat(asked.stream()
                        .map(f -> refs(Json.mapper().readTree(f.join())))
                        .distinct())
                .hasSize(1);
        assertThat(entries(platform, "inspectionDraw", "once")).hasSize(1);
    }

    /// The draw was written and its answer lost. That a lost draw can only come to the same is SamplingTest's.
    @Test
    void whoStartsAgainDrawsNothingElse(@TempDir Path folder) throws IOException {
        List<String> first;
        try (Platform before = Platform.start(folder)) {
            first = refs(drawn(before, "kept", "990100", Map.of("road", 2, "cover", 1)));
        }
        try (Platform after = Platform.again(folder, Clock.systemUTC())) {
            assertThat(refs(drawn(after, "kept", "990100", Map.of("road", 2, "cover", 1))))
                    .isEqualTo(first);
            assertThat(entries(after, "inspectionDraw", "kept")).hasSize(1);
        }
    }

    @Test
    void aPlanIsNeverChanged() {
        drawn("fixed", "990100", Map.of("road", 1));
        assertThat(put(platform, "fixed", "supervisor", task("990100", Map.of("road", 1)))
                        .statusCode())
                .as("said again")
                .isEqualTo(200);
        assertThat(put(platform, "fixed", "supervisor", task("990100", Map.of("road", 2)))
                        .statusCode())
                .isEqualTo(409);
        assertThat(put(platform, "fixed", "chief", task("990100", Map.of("road", 1)))
                        .statusCode())
                .as("another's")
                .isEqualTo(409);
        assertThat(entries(platform, "inspection", "fixed")).hasSize(1);
    }

    /// Whoever plans until the draw pleases leaves plans behind.
    @Test
    void aProofCountsTheOtherPlansOfTheSameDays() {
        put(platform, "try-1", "supervisor", task("990102", Map.of("cover", 1), "2025-03-01", "2025-03-31"));
        put(platform, "try-2", "supervisor", task("990102", Map.of("cover", 1), "2025-03-15", "2025-04-15"));
        put(platform, "try-2/draw", "supervisor", Map.of());
        put(platform, "later", "supervisor", task("990102", Map.of("cover", 1), "2025-05-01", "2025-05-31"));
        assertThat(platform.json("/api/v1/inspections/try-2/proof", "supervisor")
                        .path("others")
                        .asInt())
                .isEqualTo(1);
        assertThat(platform.get("/api/v1/inspections/later/proof", "supervisor").statusCode())
                .as("nothing drawn")
                .isEqualTo(409);
    }

    @ParameterizedTest
    @CsvSource({
        "990100, bridge, 1, INS-4220",
        "990100, tram, 1, BOD-4001",
        "990100, road, 0, BOD-4001",
        "990100, road, 501, BOD-4001",
        "990109, road, 1, BOD-4001"
    })
    void whatCannotBePlannedIsRefused(String area, String kind, int points, String code) {
        HttpResponse<String> answer = put(platform, "bad", "supervisor", task(area, Map.of(kind, points)));
        assertThat(Json.mapper().readTree(answer.body()).path("code").asString())
                .isEqualTo(code);
        assertThat(platform.get("/api/v1/inspections/bad", "supervisor").statusCode())
                .isEqualTo(404);
    }

    @Test
    void aCardIsWrittenByTheEditionItWasMadeFrom() {
        put(platform, "cards", "supervisor", task("990100", Map.of("cover", 2)));
        assertThat(refused("supervisor", card("cards", 0, 0, marked(4)))).isEqualTo("409 not-drawn/target");
        put(platform, "cards/draw", "supervisor", Map.of());
        platform.apply("supervisor", card("cards", 0, 0, Map.of("note", "先记一笔")));
        HttpResponse<String> second = platform.command("chief", "k-second", card("cards", 0, 0, marked(1)));
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(Json.mapper()
                        .readTree(second.body())
                        .at("/current/by/person")
                        .asString())
                .as("whose it is")
                .isEqualTo("p-sup");
        platform.apply("chief", card("cards", 0, 1, marked(5)));
        assertThat(refused("supervisor", card("cards", 1, 0, Map.of("done", true))))
                .as("an empty card is not done")
                .isEqualTo("422 missing/payload/sheet/marks");
        assertThat(refused("supervisor", card("cards", 1, 0, marked(6)))).startsWith("422 range");
        assertThat(refused("supervisor", card("cards", 2, 0, marked(5)))).isEqualTo("422 range/payload/place");
        assertThat(refused("supervisor", card("cards", 1, 0, Map.of("photos", List.of("f".repeat(64))))))
                .isEqualTo("422 unknown-file/payload/sheet/photos/0");
        assertThat(refused("dispatcher", card("cards", 1, 0, marked(5)))).startsWith("403");
        JsonNode shown = platform.json("/api/v1/inspections/cards", "supervisor");
        assertThat(shown.path("cards").size()).isEqualTo(1);
        assertThat(shown.at("/cards/0/edition").asInt()).isEqualTo(2);
        assertThat(shown.at("/score/parts/0/score").asDouble()).isEqualTo(100);
        assertThat(shown.at("/score/parts/0/unknown").asDouble()).isEqualTo(0.5);
        assertThat(shown.at("/score/parts/0/small").asBoolean()).isTrue();
        assertThat(shown.at("/score/parts/1").has("score"))
                .as("nobody was asked")
                .isFalse();
    }

    @Test
    void aProblemBecomesACaseAndStaysOnItsCard() {
        drawn("finds", "990100", Map.of("cover", 1));
        String photo = Photos.upload(platform, "supervisor", Photos.jpeg(231));
        Map<String, Object> problem = Map.of("caseId", "inspect-1", "classCode", "E-0110", "text", "箱边有散落垃圾");
        Map<String, Object> unknown = Map.of("caseId", "inspect-2", "classCode", "E-9999", "text", "说不清");
        Map<String, Object> sheet = Map.of("photos", List.of(photo), "problems", List.of(problem));
        assertThat(refused("supervisor", card("finds", 0, 0, Map.of("problems", List.of(problem, unknown)))))
                .as("one at a time")
                .isEqualTo("422 range/payload/sheet/problems");
        assertThat(refused("supervisor", card("finds", 0, 0, Map.of("problems", List.of(unknown)))))
                .startsWith("422 unknown-class");
        assertThat(platform.json("/api/v1/inspections/finds", "supervisor")
                        .path("cards")
                        .size())
                .as("both or neither")
                .isZero();
        platform.apply("supervisor", card("finds", 0, 0, sheet));
        JsonNode made = platform.json("/api/v1/cases/inspect-1", "leader");
        assertThat(made.at("/report/source").asString()).isEqualTo("inspection");
        assertThat(made.at("/head/photos/0/fileId").asString()).isEqualTo(photo);
        assertThat(refused("supervisor", card("finds", 0, 1, Map.of("note", "没有问题"))))
                .as("no case is wiped off its card")
                .isEqualTo("422 missing/payload/sheet/problems");
        platform.apply(
                "supervisor", card("finds", 0, 1, Map.of("problems", List.of(problem), "photos", List.of(photo))));
        String picture = "/api/v1/inspections/finds/picture?file=";
        assertThat(platform.get(picture + photo, "chief").statusCode()).isEqualTo(200);
        assertThat(platform.get(picture + "f".repeat(64), "chief").statusCode()).isEqualTo(404);
    }

    /// A city that brought its workflow before there were inspections.
    @Test
    void aWorkflowWithoutTheActionSaysWhatIsMissingAndInspectsAllTheSame(@TempDir Path folder) throws IOException {
        Path catalogue = folder.resolve("city/catalogue");
        Files.createDirectories(catalogue);
        Files.writeString(catalogue.resolve("workflow.yaml"), withoutInspect());
        try (Platform older = Platform.start(folder)) {
            drawn(older, "older", "990100", Map.of("cover", 1));
            Map<String, Object> problem = Map.of("caseId", "older-1", "classCode", "E-0110", "text", "散落垃圾");
            HttpResponse<String> answer = older.command(
                    "supervisor", "older-1", card("older", 0, 0, Map.of("problems", List.of(problem), "note", "看过")));
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body())
                    .contains("INS-4221", "no-action", "/payload/sheet/problems", "filing.action", "受理");
            assertThat(older.get("/api/v1/cases/older-1", "leader").statusCode())
                    .isEqualTo(404);
            older.apply("supervisor", card("older", 0, 0, marked(4)));
            older.apply("supervisor", reply("older", "yes"));
            JsonNode shown = older.json("/api/v1/inspections/older", "supervisor");
            assertThat(shown.at("/score/parts/0/score").asDouble()).isEqualTo(80);
            assertThat(shown.at("/score/replies").asInt()).isEqualTo(1);
        }
    }

    /// The shipped workflow as it was before.
    private static String withoutInspect() throws IOException {
        try (InputStream in = InspectionTest.class.getResourceAsStream("/org/yiping/catalogue/workflow.yaml")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            int from = text.indexOf("  - action: inspect\n");
            return text.substring(0, from) + text.substring(text.indexOf("  - action: ", from + 1));
        }
    }

    @Test
    void answersAreCountedAndComparedWithTheLastPeriod() {
        put(platform, "spring", "supervisor", task("990101", Map.of("cover", 1), "2026-03-01", "2026-03-31"));
        platform.apply("supervisor", reply("spring", "no"));
        put(platform, "summer", "supervisor", task("990101", Map.of("cover", 1), "2026-06-01", "2026-06-30"));
        platform.apply("supervisor", reply("summer", "yes"));
        platform.apply("chief", reply("summer", "no"));
        platform.apply("chief", reply("summer", "yes"));
        assertThat(refused("supervisor", reply("summer", "perhaps"))).isEqualTo("422 unknown/payload/form/given/0");
        assertThat(refused("supervisor", reply("nowhere", "yes"))).startsWith("404 no-inspection");
        JsonNode shown = platform.json("/api/v1/inspections/summer", "supervisor");
        assertThat(shown.at("/score/replies").asInt()).isEqualTo(3);
        assertThat(shown.at("/score/parts/1/score").asDouble()).isEqualTo(100 * (2.0 / 3));
        assertThat(shown.at("/score/total").asDouble()).isCloseTo(200.0 / 3, within(1e-9));
        assertThat(shown.at("/score/known").asDouble()).as("of the weights").isEqualTo(0.4);
        assertThat(shown.at("/before/id").asString()).isEqualTo("spring");
        assertThat(shown.at("/before/score/parts/1/score").asDouble()).isZero();
    }
}
