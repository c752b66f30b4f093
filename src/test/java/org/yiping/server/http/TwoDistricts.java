package org.yiping.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.yiping.protocol.Json;
import org.yiping.server.Photos;
import org.yiping.server.Platform;
import org.yiping.server.SmallCity;
import org.yiping.server.Wishes;

/// A city of two districts in which something of every kind lies in the west and in the east, for walks of who sees
/// what. One thread.
final class TwoDistricts {
    static final String WEST_CAMERA = "51010000001320000001";
    static final String EAST_CAMERA = "51010000001320000002";

    static Platform platform;
    static String westPhoto;
    static String eastPhoto;

    private TwoDistricts() {}

    /// What each of the two has, and whose it is to see.
    static void found(Platform one) {
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
        platform.apply("supervisor", NoticeHttpTest.issue("notice-west", "d1", Instant.now(), "walk-west"));
        platform.apply("chief", NoticeHttpTest.issue("notice-city", "d2", Instant.now()));
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

    static HttpResponse<String> recheck(String id, String query) {
        return platform.send(platform.request("/api/v1/rechecks/" + id + query, "supervisor")
                .PUT(HttpRequest.BodyPublishers.ofString("{\"counter\":\"reported\",\"size\":9}")));
    }

    static int inspect(String id, String area) {
        HttpResponse<String> planned =
                InspectionTest.put(platform, id, "supervisor", InspectionTest.task(area, Map.of("cover", 1)));
        return planned.statusCode() == 200
                ? InspectionTest.put(platform, id + "/draw", "supervisor", Map.of())
                        .statusCode()
                : planned.statusCode();
    }

    static HttpResponse<String> rollCall(String id, String user) {
        String area = id.endsWith("west") ? "990101" : "990102";
        return platform.send(platform.request("/api/v1/staff/rollcalls/" + id, user)
                .PUT(HttpRequest.BodyPublishers.ofString("{\"size\":1,\"area\":\"" + area + "\"}")));
    }

    static void patrol(String user, String plan, String camera) {
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
    static void sit() {
        sit("leader", "place-west", "walk-west");
        sit("relief", "place-east", "walk-east");
    }

    static void sit(String user, String seat, String looking) {
        HttpResponse<String> answer = platform.send(platform.request("/api/v1/seats/own", "")
                .header("Authorization", "Bearer " + platform.signIn(user, seat).token())
                .PUT(HttpRequest.BodyPublishers.ofString(
                        Json.mapper().writeValueAsString(Map.of("state", "ready", "looking", looking)))));
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    static void say() {
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

    static void recognise(String id, String camera) {
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

    static String photo(String id, int seed) {
        String photo = Photos.upload(platform, "west", Photos.jpeg(seed));
        assertThat(platform.get("/api/v1/files/" + photo, "wall").statusCode())
                .as("belongs to no case yet")
                .isEqualTo(404);
        platform.apply("depart1", Wishes.act(id, "assign", 0, Map.of("handler", "p-d1")));
        platform.apply("depart1", Wishes.act(id, "finish", 0, Map.of("photos", List.of(photo))));
        return photo;
    }

    static Map<String, Object> unit(String id, double[] at) {
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

    static void person(String id, String post, String department) {
        assertThat(put(id, post, department, "990101").statusCode()).isEqualTo(200);
    }

    static HttpResponse<String> put(String id, String post, String department, String... areas) {
        Map<String, Object> row =
                new java.util.TreeMap<>(Map.of("id", id, "name", id, "posts", List.of(post), "areas", List.of(areas)));
        if (department != null) {
            row.put("department", department);
        }
        return platform.send(platform.request("/api/v1/people/" + id, "boss")
                .PUT(HttpRequest.BodyPublishers.ofString(Json.mapper().writeValueAsString(row))));
    }
}
