package org.yiping.server.http;

// long because the history by lot and what was said of it at the time are made here

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.domain.casework.StateCode;
import org.yiping.domain.casework.Workflow;
import org.yiping.fake.ManualClock;
import org.yiping.protocol.City;
import org.yiping.protocol.Json;
import org.yiping.server.Platform;
import org.yiping.server.SmallCity;
import org.yiping.server.Wishes;
import tools.jackson.databind.JsonNode;

/// The past as the platform tells it is the past as it was: on a history by lot, asked for afterwards, state and
/// changes give to the last character what lists said at the time.
class ReplayHttpTest {
    private static final int STEPS = 400;
    private static final int MOMENTS = 9;

    @TempDir
    static Path folder;

    static final ManualClock TIME = new ManualClock(Instant.parse("2026-09-01T01:00:00Z"));

    static Platform platform;
    static Workflow workflow;
    static final List<Moment> SEEN = new ArrayList<>();

    /// What the lists said then: of cases under way, and of all.
    private record Moment(long revision, Instant at, Map<String, JsonNode> open, Map<String, JsonNode> all) {}

    @BeforeAll
    static void live() {
        platform = Platform.start(folder, clock());
        workflow = Json.mapper()
                .treeToValue(platform.json("/api/v1/city", "supervisor"), City.class)
                .rules()
                .workflow();
        Random lot = new Random(20261127);
        int cases = 0;
        for (int step = 0; step < STEPS; step++) {
            TIME.advance(Duration.ofMillis(lot.nextInt(3_000)));
            if (cases == 0 || lot.nextInt(5) == 0) {
                boolean west = lot.nextBoolean();
                platform.apply("acceptor", Wishes.call("c" + cases++, west ? SmallCity.WEST : SmallCity.EAST));
            } else {
                act("c" + lot.nextInt(cases), lot);
            }
            if (step % (STEPS / MOMENTS) == 0) {
                TIME.advance(Duration.ofMillis(1));
                SEEN.add(moment());
                TIME.advance(Duration.ofMillis(1));
            }
        }
    }

    /// Whatever the rules offer just then.
    private static void act(String id, Random lot) {
        String key = "k" + lot.nextLong();
        switch (lot.nextInt(8)) {
            case 0 -> platform.command("supervisor", key, Wishes.review(id, "sound"));
            case 1 ->
                platform.command(
                        "acceptor",
                        key,
                        Wishes.command("addNote", id, 0, null, Map.of("text", "现场看过", "files", List.of())));
            default -> {
                String user = List.of("acceptor", "dispatcher", "leader", "chief", "depart1", "collector")
                        .get(lot.nextInt(6));
                HttpResponse<String> offered = platform.get("/api/v1/cases/" + id + "/actions", user);
                List<String> open = new ArrayList<>();
                Json.mapper().readTree(offered.body()).path("items").forEach(o -> {
                    if (o.path("allowed").asBoolean()) {
                        open.add(o.path("action").asString());
                    }
                });
                if (!open.isEmpty()) {
                    Map<String, Object> fields = new HashMap<>(Map.of("reason", "依情况", "opinion", "同意"));
                    fields.put("department", "d1");
                    platform.command(user, key, Wishes.act(id, open.get(lot.nextInt(open.size())), 0, fields));
                }
            }
        }
    }

    private static Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return TIME.instant();
            }
        };
    }

    @AfterAll
    static void end() {
        platform.close();
    }

    /// Read again until nothing was written meanwhile: the platform also does things by itself.
    private static Moment moment() {
        while (true) {
            Map<String, JsonNode> all = new TreeMap<>();
            long revision = read(all);
            if (revision == read(new TreeMap<>())) {
                return new Moment(revision, TIME.instant(), underWay(all), all);
            }
        }
    }

    private static long read(Map<String, JsonNode> all) {
        JsonNode page = platform.json("/api/v1/cases?limit=1000", "supervisor");
        assertThat(page.has("next")).isFalse();
        page.path("items").forEach(c -> all.put(c.path("id").asString(), c));
        return page.path("revision").asLong();
    }

    private static Map<String, JsonNode> underWay(Map<String, JsonNode> all) {
        Map<String, JsonNode> open = new TreeMap<>(all);
        open.values().removeIf(c -> {
            Workflow.Ending ending =
                    workflow.ending(new StateCode(c.at("/progress/state").asString()));
            return ending == Workflow.Ending.CLOSED || ending == Workflow.Ending.VOIDED;
        });
        return open;
    }

    private static Map<String, JsonNode> state(long revision, int limit) {
        Map<String, JsonNode> rows = new TreeMap<>();
        String next = "0";
        while (!next.isEmpty()) {
            JsonNode page = platform.json(
                    "/api/v1/replay/state?revision=" + revision + "&limit=" + limit + "&after=" + next, "supervisor");
            assertThat(page.path("revision").asLong()).isEqualTo(revision);
            page.path("items").forEach(i -> take(i, rows));
            next = page.path("next").asString("");
        }
        return rows;
    }

    private static List<JsonNode> changes(long after, Instant until, String user, int limit, @Nullable String caseId) {
        List<JsonNode> all = new ArrayList<>();
        String next = Long.toString(after);
        do {
            JsonNode page = platform.json(
                    "/api/v1/replay/changes?after=" + next + "&until=" + until + "&limit=" + limit
                            + (caseId == null ? "" : "&caseId=" + caseId),
                    user);
            page.path("items").forEach(all::add);
            next = page.path("next").asString("");
        } while (!next.isEmpty());
        return all;
    }

    private static void take(JsonNode item, Map<String, JsonNode> rows) {
        if (item.path("kind").asString().equals("case")) {
            if (item.has("row")) {
                rows.put(item.path("id").asString(), item.path("row"));
            } else {
                rows.remove(item.path("id").asString());
            }
        }
    }

    @Test
    void theHistoryHasWhatItIsTestedFor() {
        Moment last = SEEN.getLast();
        assertThat(SEEN).hasSizeGreaterThanOrEqualTo(MOMENTS);
        assertThat(last.all()).hasSizeGreaterThan(40);
        assertThat(last.open().size()).isBetween(10, last.all().size() - 10);
        Set<String> states = new HashSet<>();
        last.all().values().forEach(c -> states.add(c.at("/progress/state").asString()));
        assertThat(states).hasSizeGreaterThan(3);
    }

    @Test
    void theStateOfAMomentIsWhatTheListsSaidThen() {
        for (Moment m : SEEN) {
            assertThat(state(m.revision(), 1000)).isEqualTo(m.open());
            assertThat(state(m.revision(), 3)).as("in pages of three").isEqualTo(m.open());
        }
    }

    @Test
    void stateAndEverythingSinceIsTheStateOfEveryLaterMoment() {
        Instant end = TIME.instant();
        for (int from = 0; from < SEEN.size(); from++) {
            Moment begin = SEEN.get(from);
            Map<String, JsonNode> rows = new TreeMap<>(begin.open());
            int to = from;
            for (JsonNode item : changes(begin.revision(), end, "supervisor", 17, null)) {
                while (to < SEEN.size()
                        && item.path("revision").asLong() > SEEN.get(to).revision()) {
                    holds(rows, SEEN.get(to++));
                }
                take(item, rows);
            }
            while (to < SEEN.size()) {
                holds(rows, SEEN.get(to++));
            }
        }
    }

    /// What was under way, and of what ended meanwhile how it ended.
    private static void holds(Map<String, JsonNode> rows, Moment then) {
        assertThat(underWay(rows)).isEqualTo(then.open());
        assertThat(then.all()).containsAllEntriesOf(rows);
    }

    @Test
    void aMomentIsTheRevisionJustBeforeIt() {
        for (Moment m : SEEN) {
            long revision = platform.json("/api/v1/replay/state?limit=1&at=" + m.at(), "supervisor")
                    .path("revision")
                    .asLong();
            assertThat(revision).isLessThanOrEqualTo(m.revision());
            assertThat(changes(revision, m.at(), "supervisor", 1000, null)).isEmpty();
            assertThat(changes(0, m.at(), "supervisor", 1000, null))
                    .allSatisfy(i ->
                            assertThat(Instant.parse(i.path("at").asString())).isBefore(m.at()));
            assertThat(changes(revision, TIME.instant(), "supervisor", 1000, null))
                    .allSatisfy(i ->
                            assertThat(Instant.parse(i.path("at").asString())).isAfterOrEqualTo(m.at()));
        }
    }

    @Test
    void oneCaseIsReplayedFromItsFirstWordWithItsRecords() {
        Moment last = SEEN.getLast();
        for (String id : List.of("c0", "c7", "c20")) {
            List<JsonNode> own = changes(0, last.at(), "supervisor", 1000, id);
            List<JsonNode> all = changes(0, last.at(), "supervisor", 1000, null).stream()
                    .filter(i -> i.path("id").asString().equals(id)
                            || i.at("/row/caseId").asString("").equals(id))
                    .toList();
            assertThat(own).isEqualTo(all).isNotEmpty();
            assertThat(changes(0, last.at(), "supervisor", 2, id)).isEqualTo(own);
            JsonNode one = platform.json("/api/v1/replay/state?at=" + last.at() + "&caseId=" + id, "supervisor");
            assertThat(one.path("items").path(0).path("row"))
                    .isEqualTo(last.all().get(id));
        }
    }

    @Test
    void whoHasADistrictSeesItsPastAndItsCallersMasked() {
        Moment last = SEEN.getLast();
        JsonNode mine = platform.json("/api/v1/replay/changes?after=0&limit=1000&until=" + last.at(), "supervisor");
        assertThat(mine.toString()).contains("\"caller\"").doesNotContain("13812341234");
        platform.json("/api/v1/replay/changes?after=0&limit=1000&until=" + last.at() + "&caseId=c0", "leader");
        assertThat(platform.disclosures()).contains("p-lead GET /api/v1/replay/changes c0");
    }

    @Test
    void lookingIsNotedAndClosedToOtherPosts() {
        platform.json("/api/v1/replay/state?at=" + SEEN.getFirst().at(), "supervisor");
        assertThat(platform.disclosures()).contains("p-sup GET /api/v1/replay/state *");
        assertThat(platform.get("/api/v1/replay/state?at=" + SEEN.getFirst().at(), "depart1")
                        .statusCode())
                .isEqualTo(403);
        assertThat(platform.get("/api/v1/replay/state?at=yesterday", "supervisor")
                        .statusCode())
                .isEqualTo(400);
        assertThat(platform.get(
                                "/api/v1/replay/state?caseId=none&at="
                                        + SEEN.getFirst().at(),
                                "supervisor")
                        .statusCode())
                .isEqualTo(404);
    }
}
