package org.yiping.server.http;

// long because days, roll-calls and rights of one platform are asked for side by side

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yiping.fake.HandClock;
import org.yiping.protocol.Json;
import org.yiping.server.Platform;
import tools.jackson.databind.JsonNode;

class StaffTest {
    /// A Wednesday, eight in the morning of the city.
    private static final Instant START = Instant.parse("2026-03-11T00:00:00Z");

    private static final String TODAY = "/api/v1/staff/days/p-col/2026-03-11";

    @TempDir
    Path folder;

    private final HandClock clock = new HandClock(START);
    private Platform platform;

    @BeforeEach
    void start() {
        platform = Platform.start(folder, clock);
        person("p-col", "张采", "collector", "990101");
    }

    @AfterEach
    void stop() {
        platform.close();
    }

    private void person(String id, String name, String post, String area) {
        HttpResponse<String> answer = put(
                "/api/v1/people/" + id,
                "boss",
                Map.of("id", id, "name", name, "posts", List.of(post), "areas", List.of(area)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private HttpResponse<String> put(String path, String user, Map<String, ?> body) {
        return platform.send(platform.request(path, user)
                .PUT(HttpRequest.BodyPublishers.ofString(Json.mapper().writeValueAsString(body))));
    }

    private void tell(String unit, String kind, double longitude, double latitude) {
        tell(unit, kind, longitude, latitude, clock.instant());
    }

    private void tell(String unit, String kind, double longitude, double latitude, Instant at) {
        assertThat(told(unit, kind, longitude, latitude, at)).isEqualTo(204);
    }

    private int told(String unit, String kind, double longitude, double latitude, Instant at) {
        Map<String, Object> sample = Map.of(
                "id",
                unit,
                "kind",
                kind,
                "name",
                unit,
                "position",
                Map.of("longitude", longitude, "latitude", latitude),
                "at",
                at);
        return platform.post("/api/v1/telemetry", "device", Map.of("samples", List.of(sample)))
                .statusCode();
    }

    private void sign(boolean in) {
        HttpResponse<String> answer = platform.post("/api/v1/staff/signs", "collector", Map.of("in", in));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    /// Along 解放路 of the western cell, 48 m a minute.
    private void patrol() {
        sign(true);
        for (int i = 0; i <= 8; i++) {
            tell("p-col", "collector", 104.001 + 0.0005 * i, 30.005);
            clock.advance(Duration.ofMinutes(1));
        }
        sign(false);
    }

    private JsonNode row(String unit) {
        return platform.json("/api/v1/staff?period=day", "supervisor")
                .path("rows")
                .valueStream()
                .filter(r -> r.path("unit").asString("").equals(unit))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aSignedDayIsJudgedFromLivePositions() {
        patrol();
        JsonNode row = row("p-col");
        assertThat(row.path("onDutyMillis").asLong())
                .isEqualTo(Duration.ofMinutes(9).toMillis());
        assertThat(row.path("metres").asLong()).isBetween(380L, 390L);
        assertThat(row.at("/gap/part").asLong()).isZero();
        // the street of 300 m in the cell and the one crossing it, cut each 25 m
        long points = row.at("/coverage/whole").asLong();
        long passed = row.at("/coverage/part").asLong();
        assertThat(points).isBetween(45L, 60L);
        assertThat(passed).isBetween(15L, 19L);
        assertThat(row.at("/attendance").has("part"))
                .as("no roster, no attendance")
                .isFalse();
        JsonNode opened = platform.json(TODAY, "supervisor");
        assertThat(opened.path("fixes").size()).isEqualTo(9);
        assertThat(opened.path("passed").size()).isEqualTo((int) passed);
        assertThat(opened.path("open").size()).isEqualTo((int) (points - passed));
        assertThat(opened.path("signs").size()).isEqualTo(2);
        assertThat(opened.at("/day/basis").asString()).isEqualTo("sign");
        assertThat(opened.path("method").asString()).isEqualTo("streets");
    }

    @Test
    void aVehiclesTrackIsJudgedByItselfAndShownToWhoSeesTheCity() {
        tell("V7", "vehicle", 104.001, 30.005);
        clock.advance(Duration.ofMinutes(1));
        tell("V7", "vehicle", 104.002, 30.005);
        JsonNode row = row("V7");
        assertThat(row.path("trackedMillis").asLong()).isEqualTo(60_000);
        assertThat(row.at("/coverage").has("part")).as("it serves no grid").isFalse();
        person("p-sup", "吴督", "supervisor", "990101");
        assertThat(platform.json("/api/v1/staff?period=day", "supervisor").toString())
                .contains("p-col")
                .doesNotContain("V7");
        assertThat(platform.get("/api/v1/staff/days/V7/2026-03-11", "supervisor")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aClockThatRunsAheadTellsNothing() {
        tell("p-col", "collector", 104.001, 30.005, START.plusSeconds(3600));
        assertThat(platform.json(TODAY, "supervisor").path("fixes").size()).isZero();
    }

    @Test
    void whatCannotBeWrittenDownStopsNobodysTrack() {
        assertThat(told("p-col", "k".repeat(33), 104.001, 30.005, clock.instant()))
                .isEqualTo(400);
        assertThat(told("p-col", " ", 104.001, 30.005, clock.instant())).isEqualTo(400);
        tell("truck-lost", "vehicle", 104.001, 30.005, Instant.parse("-100000000-01-01T00:00:00Z"));
        tell("p-col", "collector", 104.001, 30.005);
        assertThat(platform.json(TODAY, "supervisor").path("fixes").size()).isOne();
    }

    /// What a terminal kept while it had no link comes after what is newer, into a day that was judged already.
    @Test
    void lateFixesAreJudgedIntoTheirDay() {
        tell("p-col", "collector", 104.001, 30.005);
        assertThat(yesterday().path("trackedMillis").asLong()).isZero();
        Instant then = START.minus(Duration.ofHours(20));
        tell("p-col", "collector", 104.001, 30.005, then);
        tell("p-col", "collector", 104.002, 30.005, then.plusSeconds(60));
        clock.advance(Duration.ofSeconds(21));
        assertThat(yesterday().path("trackedMillis").asLong()).isEqualTo(60_000);
        clock.advance(Duration.ofSeconds(21));
        assertThat(yesterday().path("trackedMillis").asLong())
                .as("as it was kept")
                .isEqualTo(60_000);
    }

    private JsonNode yesterday() {
        return platform.json("/api/v1/staff?period=day&day=2026-03-10", "supervisor")
                .path("rows")
                .valueStream()
                .filter(r -> r.path("unit").asString("").equals("p-col"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whoeverLooksAtATrackIsNotedAndOthersDoNotSeeIt() {
        patrol();
        platform.json(TODAY, "chief");
        assertThat(platform.disclosures()).contains("p-chief GET /api/v1/staff/days/{unit}/{day} p-col");
        for (String user : List.of("boss", "dispatcher", "acceptor", "collector", "wall", "depart1")) {
            assertThat(platform.get(TODAY, user).statusCode()).as(user).isEqualTo(403);
        }
        person("p-sup", "吴督", "supervisor", "990102");
        assertThat(platform.get(TODAY, "supervisor").statusCode())
                .as("another district's")
                .isEqualTo(404);
    }

    @Test
    void namesAreMaskedForWhoOnlyKeepsTheSystem() {
        assertThat(row("p-col").path("name").asString()).isEqualTo("张采");
        assertThat(platform.json("/api/v1/staff?period=day", "boss").toString())
                .contains("张**")
                .doesNotContain("张采");
    }

    /// Everybody who is drawn from is on duty by their position alone.
    private void crowd(int people) {
        for (int i = 0; i < people; i++) {
            person("p-c" + i, "员" + i, "collector", i % 2 == 0 ? "990101" : "990102");
            tell("p-c" + i, "collector", 104.001, 30.005);
        }
    }

    private JsonNode call(String id, int size) {
        HttpResponse<String> answer = put("/api/v1/staff/rollcalls/" + id, "supervisor", Map.of("size", size));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.mapper().readTree(answer.body());
    }

    private static List<String> drawn(JsonNode sheet) {
        return sheet.path("lines")
                .valueStream()
                .map(l -> l.at("/present/person").asString())
                .toList();
    }

    private static String sha(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes("UTF-8")));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /// By what the contract says, from the journal alone.
    @Test
    void anybodyCanDrawARollCallAgain() {
        crowd(9);
        JsonNode sheet = call("q1", 4);
        JsonNode entry = null;
        long after = 0;
        JsonNode items;
        do {
            items = platform.json("/api/v1/journal?limit=1000&after=" + after, "boss")
                    .path("items");
            for (JsonNode e : items) {
                after = e.path("revision").asLong();
                entry = e.path("kind").asString().equals("rollCall") ? e : entry;
            }
        } while (items.size() == 1000);
        assertThat(entry).isNotNull();
        String hash = entry.path("hash").asString();
        List<String> expected = entry.at("/row/present")
                .valueStream()
                .map(p -> p.path("person").asString())
                .sorted(Comparator.comparing(p -> sha(hash + " " + p)))
                .limit(4)
                .toList();
        assertThat(drawn(sheet)).isEqualTo(expected).hasSize(4);
        assertThat(entry.at("/row/present").size()).isEqualTo(9);
        assertThat(sheet.path("seed").asString()).isEqualTo(hash);
    }

    @Test
    void aNameIsCalledOnceAlsoByTwoAtOnceAndAfterAStop() throws Exception {
        crowd(9);
        List<CompletableFuture<List<String>>> both = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            both.add(CompletableFuture.supplyAsync(() -> drawn(call("q2", 3))));
        }
        List<String> first = both.getFirst().join();
        assertThat(both.getLast().join()).isEqualTo(first);
        assertThat(drawn(call("q2", 9))).as("asked for more").isEqualTo(first);
        platform.close();
        platform = Platform.again(folder, clock);
        assertThat(drawn(call("q2", 9))).isEqualTo(first);
    }

    @Test
    void answersAreInTimeOrLateAndTheFirstOneHolds() {
        tell("p-col", "collector", 104.001, 30.005);
        call("q3", 1);
        JsonNode own = platform.json("/api/v1/staff/rollcalls/own", "collector").path("items");
        assertThat(own.get(0).path("id").asString()).isEqualTo("q3");
        clock.advance(Duration.ofMinutes(5));
        Map<String, Object> here = Map.of("position", Map.of("longitude", 104.002, "latitude", 30.005));
        assertThat(put("/api/v1/staff/rollcalls/q3/answer", "collector", here).statusCode())
                .isEqualTo(200);
        clock.advance(Duration.ofMinutes(1));
        put("/api/v1/staff/rollcalls/q3/answer", "collector", Map.of());
        JsonNode line = newest().at("/lines/0");
        assertThat(line.path("outcome").asString()).isEqualTo("IN_TIME");
        assertThat(line.at("/answer/position/longitude").asDouble()).isEqualTo(104.002);
        assertThat(platform.json("/api/v1/staff/rollcalls/own", "collector")
                        .path("items")
                        .size())
                .isZero();
        tell("p-col", "collector", 104.001, 30.005);
        call("q4", 1);
        clock.advance(Duration.ofMinutes(5).plusMillis(1));
        put("/api/v1/staff/rollcalls/q4/answer", "collector", Map.of());
        assertThat(newest().at("/lines/0/outcome").asString()).isEqualTo("LATE");
        assertThat(row("p-col").at("/answered/part").asLong()).isEqualTo(1);
        assertThat(row("p-col").at("/answered/whole").asLong()).isEqualTo(2);
    }

    private JsonNode newest() {
        return platform.json("/api/v1/staff/rollcalls", "supervisor").at("/items/0");
    }

    @Test
    void whoWasNotHeardOfMayNotHaveGotItWhichIsNoFailure() {
        sign(true);
        tell("p-c1", "collector", 104.001, 30.005);
        person("p-c1", "员", "collector", "990101");
        call("q5", 2);
        assertThat(newest().toString()).contains("WAITING").doesNotContain("SILENT");
        clock.advance(Duration.ofMinutes(6));
        Map<String, String> outcomes = new HashMap<>();
        newest().path("lines")
                .forEach(l -> outcomes.put(
                        l.at("/present/person").asString(), l.path("outcome").asString()));
        assertThat(outcomes).containsEntry("p-col", "UNKNOWN").containsEntry("p-c1", "SILENT");
        assertThat(row("p-col").at("/answered/whole").asLong()).isZero();
        assertThat(row("p-c1").at("/answered/whole").asLong()).isEqualTo(1);
    }

    @Test
    void whoSignedOutIsNotDrawnAndWithoutAnybodyNothingIsCalled() {
        tell("p-col", "collector", 104.001, 30.005);
        sign(true);
        sign(false);
        HttpResponse<String> answer = put("/api/v1/staff/rollcalls/q6", "supervisor", Map.of("size", 1));
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("STF-4090");
    }

    @Test
    void aDistrictDrawsFromItsOwnAndSeesNoOthersCalls() {
        crowd(8);
        call("q7", 8);
        person("p-sup", "吴督", "supervisor", "990102");
        assertThat(drawn(call("q8", 8))).containsExactlyInAnyOrder("p-c1", "p-c3", "p-c5", "p-c7");
        assertThat(platform.json("/api/v1/staff/rollcalls", "supervisor").toString())
                .contains("q8")
                .doesNotContain("q7");
        assertThat(put("/api/v1/staff/rollcalls/q7", "supervisor", Map.of("size", 1))
                        .statusCode())
                .as("another's name")
                .isNotEqualTo(200);
        assertThat(put("/api/v1/staff/rollcalls/q8/answer", "collector", Map.of())
                        .statusCode())
                .as("not drawn")
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"0", "51", "-1"})
    void whatCannotBeDrawnIsRefused(int size) {
        tell("p-col", "collector", 104.001, 30.005);
        assertThat(put("/api/v1/staff/rollcalls/q9", "supervisor", Map.of("size", size))
                        .statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/staff?period=fortnight",
        "/api/v1/staff?period=day&day=soon",
        "/api/v1/staff/days/p-col/soon",
        "/api/v1/staff/days/p-col/0001-01-01"
    })
    void whatCannotBeAskedIsRefused(String path) {
        assertThat(platform.get(path, "supervisor").statusCode()).isEqualTo(400);
    }

    @Test
    void anHourOfASensorIsKeptAndTold() throws IOException {
        clock.advance(Duration.ofMinutes(52));
        for (double value : new double[] {4, 6, 9}) {
            reading(value);
            clock.advance(Duration.ofMinutes(5));
        }
        JsonNode trend = trend("sensor-west,sensor-none");
        assertThat(trend.path("points").valueStream().map(p -> p.path("value").asDouble()))
                .as("the mean of the hour that is over, and of the one that runs")
                .containsExactly(5.0, 9.0);
        assertThat(trend.path("running").asBoolean()).isTrue();
        platform.close();
        platform = Platform.again(folder, clock);
        assertThat(trend("sensor-west")
                        .path("points")
                        .valueStream()
                        .map(p -> p.path("value").asDouble()))
                .as("what ran is lost with the process")
                .containsExactly(5.0);
    }

    private JsonNode trend(String sensors) {
        JsonNode items = platform.json("/api/v1/readings/trends?sensors=" + sensors, "leader")
                .path("items");
        assertThat(items.size()).isEqualTo(1);
        return items.get(0);
    }

    private void reading(double value) {
        platform.post(
                "/api/v1/readings",
                "device",
                Map.of("readings", List.of(Map.of("sensor", "sensor-west", "value", value, "at", clock.instant()))));
    }
}
