package org.yiping.server.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.yiping.protocol.Json;
import org.yiping.server.Ear;
import org.yiping.server.OnePlatform;
import org.yiping.server.Platform;
import org.yiping.server.SmallCity;
import org.yiping.server.Wishes;
import tools.jackson.databind.JsonNode;

@ExtendWith(OnePlatform.class)
class StreamTest {
    static Platform platform;

    @BeforeAll
    static void start(Platform one) {
        platform = one;
    }

    @Test
    void everythingAfterTheRevisionComesOnceAndInOrder() {
        long before = platform.apply("collector", Wishes.report("s1", SmallCity.WEST));
        long middle = platform.apply("acceptor", Wishes.act("s1", "pass", 0, Map.of()));
        try (Ear ear = Ear.on(platform, "leader", before, "")) {
            assertThat(ear.await("hello").path("revision").asLong()).isGreaterThanOrEqualTo(middle);
            ear.changesUpTo(middle);
            long last = platform.apply("leader", Wishes.act("s1", "file", 0, Map.of("criterion", "E-0110-01")));
            List<JsonNode> changes = ear.changesUpTo(last);
            assertThat(changes.stream()
                            .filter(c -> c.path("kind").asString().equals("record"))
                            .map(c -> c.at("/row/step/action").asString()))
                    .containsExactly("pass", "file");
            assertThat(changes)
                    .allSatisfy(c -> assertThat(c.path("commandId").asString()).isNotEmpty());
            long expected = before;
            for (JsonNode frame : ear.heard()) {
                if (frame.path("type").asString().equals("delta")) {
                    assertThat(frame.path("after").asLong()).isEqualTo(expected);
                    expected = frame.path("upto").asLong();
                }
            }
        }
    }

    @Test
    void aDeltaIsAsOldAsItsOldestCommit() {
        long first = platform.apply("collector", Wishes.report("s2", SmallCity.WEST));
        long last = platform.apply("acceptor", Wishes.act("s2", "pass", 0, Map.of()));
        try (Ear ear = Ear.on(platform, "leader", first - 2, "")) {
            ear.changesUpTo(last);
            JsonNode delta = ear.heard().stream()
                    .filter(f -> f.path("type").asString().equals("delta"))
                    .findFirst()
                    .orElseThrow();
            assertThat(delta.path("upto").asLong()).isGreaterThanOrEqualTo(last);
            JsonNode record = delta.path("changes").get(1).path("row");
            assertThat(record.at("/step/action").asString()).isEqualTo("report");
            assertThat(Instant.parse(delta.path("at").asString()))
                    .isEqualTo(Instant.parse(record.path("at").asString()));
        }
    }

    @Test
    void areaAndPostDecideWhatIsSeen() {
        long start = platform.apply("acceptor", Wishes.call("seen-west", SmallCity.WEST));
        long last = platform.apply("acceptor", Wishes.call("seen-east", SmallCity.EAST));
        try (Ear west = Ear.on(platform, "west", start - 2, "case,record");
                Ear wall = Ear.on(platform, "wall", start - 2, "case");
                Ear department = Ear.on(platform, "depart1", start - 2, "case")) {
            assertThat(west.changesUpTo(last).stream()
                            .filter(c -> c.path("kind").asString().equals("case"))
                            .map(c -> c.path("id").asString()))
                    .containsExactly("seen-west");
            JsonNode onWall = wall.changesUpTo(last).getFirst();
            assertThat(onWall.at("/row/report/caller/name").asString()).isEqualTo("张**");
            assertThat(onWall.at("/row/report/caller/phone").asString()).isEqualTo("138****1234");
            assertThat(onWall.at("/row/report/caller/masked").asBoolean()).isTrue();
            assertThat(west.changesUpTo(last)
                            .getFirst()
                            .at("/row/report/caller/phone")
                            .asString())
                    .isEqualTo("13812341234");
            assertThat(department.changesUpTo(last)).isEmpty();
        }
    }

    @Test
    void aCaseComesToADepartmentWithItsHistory() {
        platform.apply("collector", Wishes.report("moves", SmallCity.WEST));
        platform.apply("acceptor", Wishes.act("moves", "pass", 0, Map.of()));
        platform.apply("leader", Wishes.act("moves", "file", 0, Map.of("criterion", "E-0110-01")));
        long dispatched = platform.apply("dispatcher", Wishes.act("moves", "dispatch", 0, Map.of("department", "d1")));
        try (Ear first = Ear.on(platform, "depart1", dispatched - 2, "case,record")) {
            assertThat(actions(first.changesUpTo(dispatched)))
                    .as("the case comes with the history it already has")
                    .contains("report", "pass", "file", "dispatch");
        }
        assertThat(platform.get("/api/v1/cases/moves", "depart1").statusCode()).isEqualTo(200);
        assertThat(platform.get("/api/v1/cases/moves", "depart2").statusCode()).isEqualTo(404);
    }

    private static List<String> actions(List<JsonNode> changes) {
        return changes.stream().map(c -> c.at("/row/step/action").asString("")).toList();
    }

    private static List<String> ops(List<JsonNode> changes, String kind, String id) {
        return changes.stream()
                .filter(c -> c.path("kind").asString().equals(kind))
                .filter(c -> c.path("id").asString().equals(id))
                .map(c -> c.path("op").asString())
                .toList();
    }

    @Test
    void rightsThatChangeTakeAndGiveWhatBelongsToCasesAndStandsInAreas() {
        platform.apply("collector", Wishes.report("m-east", SmallCity.EAST));
        platform.apply("supervisor", Wishes.review("m-east", "sound"));
        long now = platform.apply("collector", Wishes.report("m-west", SmallCity.WEST));
        String record = platform.json("/api/v1/cases/m-east/records", "leader")
                .at("/items/0/id")
                .asString();
        String review = platform.json("/api/v1/cases/m-east/reviews", "leader")
                .at("/items/0/id")
                .asString();
        String camera = "51010000001320000002";
        try (Ear ear = Ear.on(platform, "dispatcher", now, "")) {
            ear.await("hello");
            List<JsonNode> narrow = ear.changesUpTo(person("p-dis", "钱派", "dispatcher", "990101"));
            for (var gone : List.of(
                    List.of("case", "m-east"),
                    List.of("record", record),
                    List.of("review", review),
                    List.of("camera", camera),
                    List.of("person", "p-east"))) {
                assertThat(ops(narrow, gone.get(0), gone.get(1)))
                        .as(gone.toString())
                        .containsExactly("gone");
            }
            assertThat(narrow)
                    .noneSatisfy(c -> assertThat(c.path("id").asString()).isEqualTo("m-west"));
            assertThat(platform.get("/api/v1/cameras/" + camera + "/streams", "dispatcher")
                            .statusCode())
                    .isEqualTo(404);
            List<JsonNode> wide = ear.changesUpTo(person("p-dis", "钱派", "dispatcher"));
            for (var back : List.of(
                    List.of("case", "m-east"),
                    List.of("record", record),
                    List.of("review", review),
                    List.of("camera", camera),
                    List.of("person", "p-east"))) {
                assertThat(ops(wide, back.get(0), back.get(1)))
                        .as(back.toString())
                        .containsExactly("gone", "put");
            }
        } finally {
            person("p-dis", "钱派", "dispatcher");
        }
    }

    @Test
    void somebodyOfSeveralAreasIsSeenFromEachOfThem() {
        person("p-both", "两区", "collector", "990101", "990102");
        person("p-third", "三区", "collector", "990103");
        String people = platform.get("/api/v1/people", "west").body();
        assertThat(people).contains("p-both", "p-west").doesNotContain("p-third", "p-east");
    }

    @Test
    void rightsThatChangeWhileConnectedTakeAndGiveRows() {
        platform.apply("collector", Wishes.report("r-west", SmallCity.WEST));
        long now = platform.apply("collector", Wishes.report("r-east", SmallCity.EAST));
        try (Ear ear = Ear.on(platform, "supervisor", now, "case")) {
            ear.await("hello");
            long narrowed = person("p-sup", "吴督", "supervisor", "990101");
            assertThat(ear.changesUpTo(narrowed))
                    .anySatisfy(c -> {
                        assertThat(c.path("id").asString()).isEqualTo("r-east");
                        assertThat(c.path("op").asString()).isEqualTo("gone");
                    })
                    .noneSatisfy(c -> assertThat(c.path("id").asString()).isEqualTo("r-west"));
            assertThat(platform.get("/api/v1/cases/r-east", "supervisor").statusCode())
                    .isEqualTo(404);
            long widened = person("p-sup", "吴督", "supervisor", "990101", "990102");
            assertThat(ear.changesUpTo(widened)).anySatisfy(c -> {
                assertThat(c.path("id").asString()).isEqualTo("r-east");
                assertThat(c.at("/row/id").asString()).isEqualTo("r-east");
            });
            person("p-sup", "吴督", "collector");
            assertThat(ear.await("bye").path("reason").asString()).isEqualTo("signed-out");
            assertThat(platform.get("/api/v1/me", "supervisor").statusCode()).isEqualTo(401);
        } finally {
            person("p-sup", "吴督", "supervisor");
        }
    }

    /// What was asked for under other rights would else stay with whoever was not on the line when they changed.
    @Test
    void rightsThatChangedWhileNobodyListenedSendBackToTheSnapshot() {
        long now = platform.apply("collector", Wishes.report("r-away", SmallCity.EAST));
        try {
            long narrowed = person("p-sup", "吴督", "supervisor", "990101");
            try (Ear ear = Ear.on(platform, "supervisor", now, "case")) {
                assertThat(ear.await("resync").path("reason").asString()).isEqualTo("rights");
            }
            try (Ear ear = Ear.on(platform, "supervisor", narrowed, "case")) {
                ear.await("hello");
                platform.apply("collector", Wishes.report("r-next", SmallCity.WEST));
                ear.await(f -> f.toString().contains("r-next"));
            }
        } finally {
            person("p-sup", "吴督", "supervisor");
        }
    }

    private static long person(String id, String name, String post, String... areas) {
        var answer = platform.send(platform.request("/api/v1/people/" + id, "boss")
                .PUT(HttpRequest.BodyPublishers.ofString(Json.mapper()
                        .writeValueAsString(
                                Map.of("id", id, "name", name, "posts", List.of(post), "areas", List.of(areas))))));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.mapper().readTree(answer.body()).path("revision").asLong();
    }

    @Test
    void aRevisionOfAnotherJournalIsSentBackToTheSnapshot() {
        try (Ear ear = Ear.on(platform, "leader", 1_000_000, "")) {
            assertThat(ear.await("resync").path("reason").asString()).isEqualTo("unknown-revision");
            assertThat(ear.await("bye").path("reason").asString()).isEqualTo("resync");
            ear.await("closed");
        }
    }

    @Test
    void movingUnitsComeMergedAndOnlyFromOwnAreas() {
        long now = platform.apply("collector", Wishes.report("t1", SmallCity.WEST));
        try (Ear all = Ear.on(platform, "leader", now, "telemetry");
                Ear west = Ear.on(platform, "west", now, "telemetry")) {
            all.await("hello");
            west.await("hello");
            unit("u-west", SmallCity.WEST, Instant.now());
            unit("u-east", SmallCity.EAST, Instant.now());
            unit("u-west", SmallCity.EAST, Instant.now().minusSeconds(60));
            assertThat(west.await("telemetry").at("/samples/0/id").asString()).isEqualTo("u-west");
            all.await(f -> f.toString().contains("u-east"));
            JsonNode units = platform.json("/api/v1/units", "west");
            assertThat(units.path("items").size()).isEqualTo(1);
            assertThat(units.at("/items/0/position/longitude").asDouble()).isEqualTo(SmallCity.WEST[0]);
        }
    }

    private static void unit(String id, double[] at, Instant when) {
        var answer = platform.post(
                "/api/v1/telemetry",
                "device",
                Map.of(
                        "samples",
                        List.of(Map.of(
                                "id",
                                id,
                                "kind",
                                "collector",
                                "name",
                                "张",
                                "position",
                                Map.of("longitude", at[0], "latitude", at[1]),
                                "headingDegrees",
                                90,
                                "at",
                                when.toString()))));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
    }

    @Test
    void nobodyListensWithoutAToken() {
        assertThatThrownBy(() -> Ear.with(platform, "wrong", 0, "")).hasStackTraceContaining("401");
    }

    @Test
    void signingOutEndsTheStream() {
        String token = platform.signIn("wall").token();
        try (Ear ear = Ear.with(platform, token, 0, "case")) {
            ear.await("hello");
            var answer = platform.send(HttpRequest.newBuilder(platform.uri("/api/v1/sessions"))
                    .header("Authorization", "Bearer " + token)
                    .DELETE());
            assertThat(answer.statusCode()).isEqualTo(204);
            assertThat(ear.await("bye").path("reason").asString()).isEqualTo("signed-out");
        }
    }
}
