package org.yiping.server.http;

// long because each proposal is followed over the API to what becomes of it

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.protocol.Json;
import org.yiping.server.Photos;
import org.yiping.server.Platform;
import org.yiping.server.SmallCity;
import org.yiping.server.Wishes;
import tools.jackson.databind.JsonNode;

/// What the platform proposes, and what becomes of it, over the API: recommended departments and what was chosen
/// instead, the docket, duplicates and merging, recurring places, places that words may mean.
class AdviceTest {
    @TempDir
    Path folder;

    private final AtomicInteger keys = new AtomicInteger();
    private Platform p;

    @BeforeEach
    void start() {
        p = Platform.start(folder);
    }

    @AfterEach
    void stop() {
        p.close();
    }

    private void call(String id, double[] at) {
        p.apply("acceptor", Wishes.call(id, at));
    }

    private void act(String user, String id, String action, Map<String, Object> fields) {
        p.apply(user, Wishes.act(id, action, 0, fields));
    }

    private HttpResponse<String> tries(String user, String id, String action, Map<String, Object> fields) {
        return p.command(user, "key-" + keys.incrementAndGet(), Wishes.act(id, action, 0, fields));
    }

    private void filed(String id) {
        act("acceptor", id, "pass", Map.of());
        act("leader", id, "file", Map.of("criterion", "E-0110-01"));
    }

    private JsonNode one(String id, String user) {
        return p.json("/api/v1/cases/" + id, user);
    }

    private static List<String> strings(JsonNode list, String pointer) {
        return list.values().stream().map(n -> n.at(pointer).asString()).toList();
    }

    private static String code(HttpResponse<String> answer) {
        return answer.statusCode() + " "
                + Json.mapper().readTree(answer.body()).path("code").asString()
                + " "
                + Json.mapper().readTree(answer.body()).at("/errors/0/code").asString();
    }

    @Test
    void theDutyGridIsToldByArea() {
        JsonNode duties = p.json("/api/v1/duties?area=9901020011", "dispatcher").path("items");
        assertThat(strings(duties, "/department")).containsExactly("d3", "d2");
        assertThat(strings(duties, "/classCode").getFirst()).isEqualTo("E-0110");
        assertThat(duties.get(1).has("classCode")).isFalse();
        assertThat(p.json("/api/v1/duties?area=990101", "dispatcher").path("items"))
                .isEmpty();
        assertThat(p.get("/api/v1/duties", "dispatcher").statusCode()).isEqualTo(400);
    }

    @Test
    void theDutyGridIsRecommendedAndWhatWasChosenInsteadIsKept() {
        call("e", SmallCity.EAST);
        filed("e");
        JsonNode advice = p.json("/api/v1/cases/e/recommendations", "dispatcher");
        assertThat(advice.at("/items/0/department").asString()).isEqualTo("d3");
        assertThat(advice.at("/items/0/evidence/0/code").asString()).isEqualTo("duty-grid");
        assertThat(advice.path("version").asString()).isEqualTo("advice-1");
        act("dispatcher", "e", "dispatch", Map.of("department", "d2", "reason", "水务今天停工"));
        JsonNode records = p.json("/api/v1/cases/e/records", "leader").path("items");
        JsonNode dispatch = records.get(records.size() - 1);
        assertThat(dispatch.at("/overruled/recommended").asString()).isEqualTo("d3");
        assertThat(dispatch.at("/overruled/chosen").asString()).isEqualTo("d2");
        assertThat(dispatch.at("/overruled/adviceVersion").asString()).isEqualTo("advice-1");
        assertThat(dispatch.at("/actor/person").asString()).isEqualTo("p-dis");
        assertThat(dispatch.path("note").asString()).isEqualTo("水务今天停工");

        call("e2", SmallCity.EAST);
        filed("e2");
        act("dispatcher", "e2", "dispatch", Map.of("department", "d3"));
        records = p.json("/api/v1/cases/e2/records", "leader").path("items");
        assertThat(records.get(records.size() - 1).has("overruled")).isFalse();
    }

    @Test
    void theComponentsRecordSpeaksAndAnUnknownOneIsSaid() {
        report("c", "C-0102", new double[] {104.00302, 30.004}, null);
        JsonNode near = p.json("/api/v1/cases/c/recommendations", "dispatcher");
        assertThat(strings(near.path("items"), "/department")).containsExactly("d3", "d2", "d1");
        assertThat(strings(near.at("/items/0/evidence"), "/code")).contains("owns", "names-class");
        assertThat(strings(near.at("/items/1/evidence"), "/code")).contains("maintains", "every-class");

        report("u", "C-0102", new double[] {104.00302, 30.004}, "no-such-component");
        JsonNode unknown = p.json("/api/v1/cases/u/recommendations", "dispatcher");
        assertThat(strings(unknown.path("notes"), "/code")).containsExactly("unknown-component");
        assertThat(strings(unknown.at("/items/0/evidence"), "/code")).doesNotContain("owns", "maintains");
    }

    @Test
    void whatWasClosedHereBeforeSpeaksForWhoDidIt() {
        call("old", SmallCity.WEST);
        filed("old");
        act("dispatcher", "old", "dispatch", Map.of("department", "d2"));
        String photo = Photos.upload(p, "depart2", Photos.jpeg(4));
        act("depart2", "old", "assign", Map.of("handler", "p-d2"));
        act("depart2", "old", "finish", Map.of("photos", List.of(photo)));
        act("acceptor", "old", "send-check", Map.of("handler", "p-col"));
        act("collector", "old", "check-pass", Map.of());
        act("leader", "old", "close", Map.of("closing", "清了"));
        call("new", SmallCity.WEST);
        JsonNode advice = p.json("/api/v1/cases/new/recommendations", "dispatcher");
        assertThat(advice.at("/items/0/department").asString()).isEqualTo("d2");
        assertThat(strings(advice.at("/items/0/evidence"), "/code")).contains("ruled-place");
    }

    private void report(String id, String classCode, double[] at, String component) {
        Map<String, Object> wish = Wishes.report(id, at);
        Map<String, Object> subject = new LinkedHashMap<>(
                Map.of("kind", "component", "classCode", classCode, "severity", "ORDINARY", "description", "井盖破损"));
        if (component != null) {
            subject.put("component", component);
        }
        put(wish, "subject", subject);
        p.apply("collector", wish);
    }

    @SuppressWarnings("unchecked")
    private static void put(Map<String, Object> wish, String part, Object value) {
        Map<String, Object> payload = (Map<String, Object>) wish.get("payload");
        ((Map<String, Object>) payload.get("intake")).put(part, value);
    }

    private void bounced(String id, String user, String department) {
        act("dispatcher", id, "dispatch", Map.of("department", department));
        act(user, id, "request-return", Map.of("reason", "不归我们"));
        act("dispatcher", id, "return-approve", Map.of("kind", "wrong-dispatch", "reason", "是错派"));
    }

    @Test
    void afterTwoWrongDispatchesTheDutyLeaderRules() {
        call("b", SmallCity.EAST);
        filed("b");
        bounced("b", "depart1", "d1");
        assertThat(p.json("/api/v1/docket", "leader").path("items").isEmpty()).isTrue();
        bounced("b", "depart2", "d2");
        JsonNode docket = p.json("/api/v1/docket", "leader").path("items");
        assertThat(strings(docket, "/caseId")).containsExactly("b");
        assertThat(strings(docket.at("/0/refusals"), "/department")).containsExactly("d1", "d2");
        assertThat(docket.get(0).has("proposal"))
                .as("nothing was ever ruled here")
                .isFalse();
        assertThat(strings(docket.at("/0/notes"), "/code")).containsExactly("no-ruling");
        assertThat(strings(p.json("/api/v1/cases?flag=docket", "leader").path("items"), "/id"))
                .containsExactly("b");
        JsonNode advice = p.json("/api/v1/cases/b/recommendations", "leader");
        assertThat(advice.at("/items/0/department").asString()).isEqualTo("d3");
        assertThat(advice.at("/items/1/evidence").toString()).contains("refused");

        assertThat(code(tries("dispatcher", "b", "dispatch", Map.of("department", "d3"))))
                .isEqualTo("422 CMD-4220 lacks:docket");
        assertThat(code(tries("leader", "b", "rule", Map.of("department", "d3"))))
                .isEqualTo("422 CMD-4224 missing");
        act("leader", "b", "rule", Map.of("department", "d3", "reason", "按责任网格裁定"));
        assertThat(one("b", "leader").at("/progress/state").asString()).isEqualTo("to-handle");
        assertThat(p.json("/api/v1/docket", "leader").path("items").isEmpty()).isTrue();
    }

    @Test
    void theSameNearByIsOfferedWithDistanceAgeAndPhoto() {
        String photo = Photos.upload(p, "collector", Photos.jpeg(7));
        Map<String, Object> first = Wishes.report("first", SmallCity.WEST);
        first.put("payload", with(first, "photos", List.of(photo)));
        p.apply("collector", first);
        call("second", new double[] {SmallCity.WEST[0] + 0.0002, SmallCity.WEST[1]});
        call("far", new double[] {SmallCity.WEST[0] + 0.002, SmallCity.WEST[1]});
        report("other", "C-0102", SmallCity.WEST, null);
        JsonNode items = p.json("/api/v1/cases/second/duplicates", "acceptor").path("items");
        assertThat(strings(items, "/caseId")).containsExactly("first");
        JsonNode item = items.get(0);
        assertThat(item.path("metres").asDouble()).isBetween(18.0, 21.0);
        assertThat(item.path("apartSeconds").asLong()).isBetween(0L, 60L);
        assertThat(item.path("photo").asString()).isEqualTo(photo);
        assertThat(item.path("mergeable").asBoolean()).isTrue();
        String draft =
                "/api/v1/duplicates?class=E-0110&longitude=" + SmallCity.WEST[0] + "&latitude=" + SmallCity.WEST[1];
        assertThat(strings(p.json(draft, "acceptor").path("items"), "/caseId")).containsExactly("first", "second");
        assertThat(p.get("/api/v1/duplicates?class=E-0110", "acceptor").statusCode())
                .isEqualTo(400);
        assertThat(p.get("/api/v1/duplicates?class=E-0110&longitude=x&latitude=99", "acceptor")
                        .statusCode())
                .isEqualTo(400);
        assertThat(p.json(draft.replace("104.002", "-20"), "acceptor")
                        .path("items")
                        .isEmpty())
                .as("outside the city is nothing")
                .isTrue();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> with(Map<String, Object> wish, String key, Object value) {
        Map<String, Object> payload = new LinkedHashMap<>((Map<String, Object>) wish.get("payload"));
        payload.put(key, value);
        return payload;
    }

    @Test
    void aMergeKeepsBothReportersAndMasksThem() {
        String photo = Photos.upload(p, "acceptor", Photos.jpeg(8));
        Map<String, Object> again = Wishes.call("again", SmallCity.WEST);
        again.put("payload", with(again, "photos", List.of(photo)));
        p.apply("collector", Wishes.report("first", SmallCity.WEST));
        p.apply("acceptor", again);
        act("acceptor", "again", "merge", Map.of("survivor", "first", "reason", "同一堆垃圾"));
        JsonNode merged = one("again", "acceptor");
        assertThat(merged.at("/progress/state").asString()).isEqualTo("merged");
        assertThat(merged.at("/progress/detours/mergedInto").asString()).isEqualTo("first");
        JsonNode survivor = one("first", "acceptor");
        assertThat(survivor.at("/progress/state").asString()).isEqualTo("to-accept");
        assertThat(survivor.at("/report/reporter").asString()).isEqualTo("p-col");
        assertThat(survivor.at("/report/joined/0/caseId").asString()).isEqualTo("again");
        assertThat(survivor.at("/report/joined/0/caller/phone").asString()).isEqualTo("13812341234");
        assertThat(survivor.at("/head/photos/0/fileId").asString()).isEqualTo(photo);
        JsonNode masked = one("first", "wall");
        assertThat(masked.at("/report/joined/0/caller/phone").asString()).isEqualTo("138****1234");
        assertThat(masked.at("/report/joined/0/caller/name").asString()).isEqualTo("张**");
        assertThat(masked.at("/report/joined/0/caller/masked").asBoolean()).isTrue();
        JsonNode records = p.json("/api/v1/cases/first/records", "leader").path("items");
        assertThat(strings(records, "/step/action")).containsExactly("report", "joined");
        assertThat(strings(p.json("/api/v1/cases/again/records", "leader").path("items"), "/given/survivor"))
                .containsExactly("", "first");
    }

    @Test
    void ofTwoSeatsThatMergeTwoCasesIntoEachOtherOneWins() throws Exception {
        for (int round = 0; round < 10; round++) {
            String a = "a" + round;
            String b = "b" + round;
            call(a, SmallCity.WEST);
            call(b, SmallCity.WEST);
            CountDownLatch go = new CountDownLatch(1);
            List<String> codes;
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                Future<HttpResponse<String>> one = threads.submit(() -> {
                    go.await();
                    return tries("acceptor", a, "merge", Map.of("survivor", b, "reason", "同一件"));
                });
                Future<HttpResponse<String>> two = threads.submit(() -> {
                    go.await();
                    return tries("leader", b, "merge", Map.of("survivor", a, "reason", "同一件"));
                });
                go.countDown();
                codes = List.of(one.get(), two.get()).stream()
                        .map(r -> r.statusCode() == 200 ? "200" : code(r))
                        .toList();
            }
            assertThat(codes).as("round " + round).containsExactlyInAnyOrder("200", "422 CMD-4228 survivor-merged");
            List<String> states = List.of(
                    one(a, "leader").at("/progress/state").asString(),
                    one(b, "leader").at("/progress/state").asString());
            assertThat(states).containsExactlyInAnyOrder("merged", "to-accept");
        }
    }

    @Test
    void nothingGoesIntoACaseThatHasEndedIntoItselfOrIntoNothing() {
        call("live", SmallCity.WEST);
        call("void", SmallCity.WEST);
        act("acceptor", "void", "reject", Map.of("reason", "不属实"));
        call("closed", SmallCity.WEST);
        act("chief", "closed", "force-close", Map.of("reason", "已处理"));
        call("east", SmallCity.EAST);
        Map<String, Object> why = Map.of("reason", "同一件");
        assertThat(code(tries("acceptor", "live", "merge", and(why, "survivor", "void"))))
                .isEqualTo("422 CMD-4228 survivor-void");
        assertThat(code(tries("acceptor", "live", "merge", and(why, "survivor", "closed"))))
                .isEqualTo("422 CMD-4228 survivor-closed");
        assertThat(code(tries("acceptor", "live", "merge", and(why, "survivor", "live"))))
                .isEqualTo("422 CMD-4229 same-case");
        assertThat(code(tries("acceptor", "live", "merge", and(why, "survivor", "nothing"))))
                .isEqualTo("422 CMD-4229 no-survivor");
        call("west", SmallCity.WEST);
        assertThat(code(tries("west", "west", "merge", and(why, "survivor", "east"))))
                .as("out of the seat's area is not there")
                .isEqualTo("422 CMD-4229 no-survivor");
        assertThat(code(tries("acceptor", "live", "merge", why))).isEqualTo("422 CMD-4224 missing");
        assertThat(one("live", "leader").at("/progress/state").asString()).isEqualTo("to-accept");
        JsonNode offered = p.json("/api/v1/cases/live/duplicates", "acceptor").path("items");
        assertThat(strings(offered, "/caseId")).contains("closed", "west").doesNotContain("void");
        offered.forEach(o -> assertThat(o.path("mergeable").asBoolean())
                .isEqualTo(!o.path("caseId").asString().equals("closed")));
    }

    private static Map<String, Object> and(Map<String, Object> fields, String key, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(fields);
        more.put(key, value);
        return more;
    }

    @Test
    void threeOfAKindAtAPlaceRecur() {
        call("one", SmallCity.WEST);
        call("two", SmallCity.WEST);
        assertThat(p.json("/api/v1/recurrences", "leader").path("items").isEmpty())
                .isTrue();
        call("three", SmallCity.WEST);
        call("east", SmallCity.EAST);
        JsonNode places = p.json("/api/v1/recurrences", "leader").path("items");
        assertThat(places.size()).isEqualTo(1);
        assertThat(places.at("/0/count").asInt()).isEqualTo(3);
        assertThat(places.at("/0/cases").toString()).contains("one", "two", "three");
        act("acceptor", "three", "merge", Map.of("survivor", "one", "reason", "同一件"));
        assertThat(p.json("/api/v1/recurrences?days=7", "leader").path("items").isEmpty())
                .as("a report of the same thing is no new occurrence")
                .isTrue();
        assertThat(p.get("/api/v1/recurrences?days=0", "leader").statusCode()).isEqualTo(400);
    }

    private JsonNode candidates(String user, Map<String, Object> question) {
        HttpResponse<String> answer = p.post("/api/v1/places/candidates", user, question);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.mapper().readTree(answer.body()).path("items");
    }

    @Test
    void theSameRoadInTwoDistrictsIsRankedByCameraCallerAndArea() {
        assertThat(strings(candidates("acceptor", Map.of("words", "解放路口")), "/area"))
                .containsExactlyInAnyOrder("990101", "990102");
        JsonNode seen = candidates("acceptor", Map.of("words", "解放路", "camera", "51010000001320000002"));
        assertThat(seen.at("/0/area").asString()).isEqualTo("990102");
        assertThat(seen.at("/0/evidence").toString()).contains("camera-near", "路口二");
        call("before", SmallCity.EAST);
        Map<String, Object> phoned = Map.of("words", "解放路", "callerPhone", "+86 138-1234-1234");
        assertThat(candidates("acceptor", phoned).at("/0/area").asString()).isEqualTo("990102");
        assertThat(candidates("acceptor", phoned).toString()).contains("caller-before");
        assertThat(candidates("collector", phoned).toString())
                .as("who may not see the number learns nothing from it")
                .doesNotContain("caller-before");
        assertThat(candidates("west", Map.of("words", "解放路")).at("/0/area").asString())
                .isEqualTo("990101");
        assertThat(candidates("acceptor", Map.of("words", "没有这条路")).isEmpty()).isTrue();
        assertThat(p.post("/api/v1/places/candidates", "acceptor", Map.of()).statusCode())
                .isEqualTo(400);
        assertThat(p.post("/api/v1/places/candidates", "acceptor", Map.of("words", "路".repeat(401)))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void aReportOfAnAmbiguousPlaceIsTakenAndTheAcceptorPicks() {
        Map<String, Object> wish = Wishes.call("amb", SmallCity.EAST);
        put(wish, "place", Map.of("address", "解放路菜场门口", "candidates", List.of(made())));
        p.apply("acceptor", wish);
        JsonNode taken = one("amb", "acceptor");
        assertThat(taken.at("/place").has("position")).isFalse();
        assertThat(strings(taken.at("/place/candidates"), "/name")).containsExactly("解放路", "解放路");
        assertThat(taken.at("/progress/flags/0").asString()).isEqualTo("place-to-pick");
        JsonNode pick = taken.at("/place/candidates/1");
        Map<String, Object> outside = Map.of("position", Map.of("longitude", 1, "latitude", 1), "address", "x");
        assertThat(code(tries("acceptor", "amb", "locate", Map.of("place", outside))))
                .isEqualTo("422 CMD-4223 outside-city");
        assertThat(code(tries("acceptor", "amb", "locate", Map.of("place", Map.of("address", "哪里")))))
                .isEqualTo("422 CMD-4224 missing");
        act(
                "acceptor",
                "amb",
                "locate",
                Map.of(
                        "place",
                        Map.of(
                                "position",
                                Map.of(
                                        "longitude",
                                        pick.at("/position/longitude").asDouble(),
                                        "latitude",
                                        pick.at("/position/latitude").asDouble()),
                                "address",
                                "解放路菜场门口")));
        JsonNode placed = one("amb", "acceptor");
        assertThat(placed.at("/place/area").asString())
                .startsWith(pick.path("area").asString());
        assertThat(placed.at("/place").has("candidates")).isFalse();
        assertThat(placed.at("/progress/flags").isEmpty()).isTrue();
        call("same", new double[] {
            placed.at("/place/position/longitude").asDouble(),
            placed.at("/place/position/latitude").asDouble()
        });
        assertThat(strings(p.json("/api/v1/cases/same/duplicates", "acceptor").path("items"), "/caseId"))
                .as("it is found where it was put")
                .containsExactly("amb");
    }

    private static Map<String, Object> made() {
        return Map.of(
                "name",
                "假的",
                "position",
                Map.of("longitude", 104.1, "latitude", 30.1),
                "score",
                99,
                "evidence",
                List.of());
    }

    @Test
    void wordsNobodyKnowsAreTakenToo() {
        Map<String, Object> wish = Wishes.call("lost", SmallCity.EAST);
        put(wish, "place", Map.of("address", "村口大树下"));
        p.apply("acceptor", wish);
        assertThat(one("lost", "acceptor").at("/place").has("candidates")).isFalse();
        assertThat(one("lost", "acceptor").at("/progress/flags/0").asString()).isEqualTo("place-to-pick");
        call("known", SmallCity.EAST);
        Map<String, Object> at = Map.of("address", "x", "position", Map.of("longitude", 104.012, "latitude", 30.002));
        assertThat(code(tries("acceptor", "known", "locate", Map.of("place", at))))
                .as("its place was picked already")
                .isEqualTo("422 CMD-4220 has:place-to-pick");
        assertThat(p.json("/api/v1/cases/lost/duplicates", "acceptor")
                        .path("items")
                        .isEmpty())
                .isTrue();
        assertThat(p.json("/api/v1/cases/lost/recommendations", "acceptor")
                        .path("items")
                        .isEmpty())
                .as("the whole city's departments still answer")
                .isFalse();
    }
}
