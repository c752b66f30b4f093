package org.yiping.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.yiping.domain.patrol.PatrolPlanId;
import org.yiping.domain.patrol.PatrolRoundId;
import org.yiping.protocol.Json;
import org.yiping.server.OnePlatform;
import org.yiping.server.Photos;
import org.yiping.server.Platform;
import org.yiping.server.Wishes;
import tools.jackson.databind.JsonNode;

/// Video patrols: lists of cameras are planned, walked by several seats, and what is found becomes a case.
@ExtendWith(OnePlatform.class)
class PatrolTest {
    private static final String WEST = "51010000001320000001";
    private static final String EAST = "51010000001320000002";
    private static final Instant SLOT = Instant.now().truncatedTo(ChronoUnit.HOURS);

    static Platform platform;

    @BeforeAll
    static void start(Platform one) {
        platform = one;
    }

    static Map<String, Object> plan(String id, List<String> cameras, int dwell) {
        Map<String, Object> task =
                Map.of("name", "早高峰", "goal", "店外经营", "cameras", cameras, "dwell", dwell, "times", List.of("08:00:00"));
        return Wishes.command("planPatrol", id, 0, null, Map.of("task", task, "retired", false));
    }

    private static Map<String, Object> look(String plan, String camera, String outcome, Map<String, Object> more) {
        return look(plan, SLOT, camera, outcome, more);
    }

    static Map<String, Object> look(
            String plan, Instant slot, String camera, String outcome, Map<String, Object> more) {
        Map<String, Object> seen = new LinkedHashMap<>(
                Map.of("camera", camera, "outcome", outcome, "at", Instant.now().toString(), "note", ""));
        seen.putAll(more);
        return Wishes.command("patrolLook", plan, 0, null, Map.of("slot", slot.toString(), "seen", seen));
    }

    private static String refused(String user, Object body) {
        HttpResponse<String> answer = platform.command(user, UUID.randomUUID().toString(), body);
        JsonNode problem = Json.mapper().readTree(answer.body());
        return answer.statusCode() + " " + problem.at("/errors/0/code").asString("")
                + problem.at("/errors/0/pointer").asString("");
    }

    private static JsonNode round(String plan) {
        String id = PatrolRoundId.of(new PatrolPlanId(plan), SLOT).value();
        return platform.json("/api/v1/patrols/rounds", "leader")
                .path("items")
                .valueStream()
                .filter(r -> r.path("id").asString().equals(id))
                .findFirst()
                .orElseGet(() -> Json.mapper().createObjectNode());
    }

    @Test
    void twoSeatsWalkOneRoundAndWhoComesSecondIsToldSo() {
        platform.apply("supervisor", plan("both", List.of(WEST, EAST), 12));
        assertThat(round("both").isEmpty()).isTrue();
        platform.apply("dispatcher", look("both", WEST, "in-order", Map.of()));
        assertThat(refused("acceptor", look("both", WEST, "in-order", Map.of())))
                .isEqualTo("409 looked/payload/seen/camera");
        assertThat(refused("acceptor", look("both", WEST, "unseen", Map.of()))).startsWith("409 looked");
        platform.apply("acceptor", look("both", EAST, "unseen", Map.of()));
        platform.apply("dispatcher", look("both", EAST, "noted", Map.of("note", "树挡住了")));
        JsonNode round = round("both");
        assertThat(round.path("looks")
                        .valueStream()
                        .map(l -> l.at("/seen/outcome").asString()))
                .containsExactly("in-order", "unseen", "noted");
        assertThat(round.at("/looks/1/by/post").asString()).isEqualTo("acceptor");
        assertThat(round.path("name").asString()).isEqualTo("早高峰");
    }

    @Test
    void aFindingBecomesACaseOfTheCamerasPlaceOrNothingIsKept() {
        platform.apply("supervisor", plan("finds", List.of(WEST, EAST), 12));
        Map<String, Object> found = Map.of("classCode", "E-0110", "note", "占道堆物", "caseId", "patrol-1");
        assertThat(refused("dispatcher", look("finds", WEST, "case", found)))
                .as("who may not register a case may not make one here")
                .startsWith("403");
        assertThat(round("finds").isEmpty()).isTrue();
        platform.apply("acceptor", look("finds", WEST, "case", found));
        JsonNode made = platform.json("/api/v1/cases/patrol-1", "leader");
        assertThat(made.at("/report/source").asString()).isEqualTo("video");
        assertThat(made.at("/subject/description").asString()).isEqualTo("占道堆物");
        assertThat(round("finds").at("/looks/0/seen/caseId").asString()).isEqualTo("patrol-1");
        assertThat(refused("acceptor", look("finds", EAST, "case", found)))
                .as("that case is there")
                .startsWith("409 exists");
        assertThat(round("finds").path("looks").size()).isEqualTo(1);
    }

    @Test
    void aPictureGoesWithAFindingIntoItsCaseAndIsShownToWhoSeesTheRound() {
        platform.apply("supervisor", plan("shown", List.of(WEST, EAST), 12));
        byte[] photo = Photos.jpeg(0xE7);
        String file = Photos.upload(platform, "acceptor", photo);
        Map<String, Object> picture = picture(file, WEST);
        Map<String, Object> found =
                Map.of("classCode", "E-0110", "note", "堆物", "caseId", "patrol-shown", "picture", picture);
        assertThat(refused("acceptor", look("shown", WEST, "in-order", Map.of("picture", picture))))
                .as("of a finding alone")
                .isEqualTo("422 unknown/payload/seen/picture");
        assertThat(refused("acceptor", look("shown", EAST, "case", found)))
                .as("of the camera that was looked at")
                .isEqualTo("422 unknown-camera/payload/seen/picture/footage/camera");
        assertThat(refused("dispatcher", look("shown", WEST, "noted", Map.of("note", "x", "picture", picture))))
                .as("another's upload, in no case")
                .isEqualTo("422 unknown-file/payload/seen/picture/fileId");
        assertThat(platform.get("/api/v1/cases/patrol-shown", "leader").statusCode())
                .isEqualTo(404);
        platform.apply("acceptor", look("shown", WEST, "case", found));
        JsonNode kept = round("shown").at("/looks/0/seen/picture");
        assertThat(kept.path("fileId").asString()).isEqualTo(file);
        assertThat(kept.at("/footage/by/post").asString()).isEqualTo("acceptor");
        assertThat(kept.at("/footage/cameraName").asString())
                .as("the platform's own word")
                .isNotEqualTo("不是这个名字");
        JsonNode evidence =
                platform.json("/api/v1/cases/patrol-shown", "leader").at("/head/photos/0");
        assertThat(evidence.path("fileId").asString()).isEqualTo(file);
        assertThat(evidence.path("phase").asString()).isEqualTo("evidence");
        assertThat(evidence.at("/footage/camera").asString()).isEqualTo(WEST);
        String path = "/api/v1/patrols/rounds/"
                + PatrolRoundId.of(new PatrolPlanId("shown"), SLOT).value() + "/picture?file=";
        assertThat(platform.get(path + file, "supervisor").statusCode()).isEqualTo(200);
        assertThat(platform.get(path + "0".repeat(64), "supervisor").statusCode())
                .isEqualTo(404);
        assertThat(platform.get(path + file, "depart1").statusCode()).isEqualTo(403);
    }

    static Map<String, Object> picture(String file, String camera) {
        String at = Instant.now().minusSeconds(1).toString();
        Map<String, Object> footage = Map.of(
                "kind", "photo", "camera", camera, "cameraName", "不是这个名字", "from", at, "until", at, "clock", "arrival");
        return Map.of("fileId", file, "footage", footage);
    }

    @Test
    void aRoundKeepsTheCamerasItWasBegunWith() {
        platform.apply("supervisor", plan("grows", List.of(WEST), 12));
        platform.apply("dispatcher", look("grows", WEST, "in-order", Map.of()));
        platform.apply("supervisor", plan("grows", List.of(EAST, WEST), 12));
        assertThat(refused("dispatcher", look("grows", EAST, "in-order", Map.of())))
                .isEqualTo("422 unknown-camera/payload/seen/camera");
        assertThat(round("grows").path("cameras").size()).isEqualTo(1);
    }

    @Test
    void looksThatDoNotHoldAreRefused() {
        platform.apply("supervisor", plan("bad", List.of(WEST), 12));
        assertThat(refused("dispatcher", look("nowhere", WEST, "in-order", Map.of())))
                .isEqualTo("404 no-patrol/target");
        assertThat(refused("dispatcher", look("bad", WEST, "fine", Map.of())))
                .isEqualTo("422 unknown/payload/seen/outcome");
        assertThat(refused("dispatcher", look("bad", WEST, "noted", Map.of())))
                .isEqualTo("422 missing/payload/seen/note");
        assertThat(refused("acceptor", look("bad", WEST, "case", Map.of("caseId", "x"))))
                .isEqualTo("422 missing/payload/seen/classCode");
        assertThat(refused("acceptor", look("bad", WEST, "noted", Map.of("classCode", "X-1"))))
                .isEqualTo("422 unknown-class/payload/seen/classCode");
        assertThat(refused("dispatcher", look("bad", WEST, "in-order", Map.of("caseId", "x"))))
                .isEqualTo("422 unknown/payload/seen/caseId");
        String late = Instant.now().plus(Duration.ofHours(1)).toString();
        assertThat(refused("dispatcher", look("bad", WEST, "in-order", Map.of("at", late))))
                .isEqualTo("422 range/payload/seen/at");
        assertThat(refused("dispatcher", look("bad", SLOT.minus(Duration.ofDays(2)), WEST, "in-order", Map.of())))
                .isEqualTo("422 range/payload/seen/at");
        assertThat(refused("depart1", look("bad", WEST, "in-order", Map.of()))).startsWith("403");
    }

    @Test
    void aPlanWithoutCamerasOrWithUnknownOnesIsRefusedAndARetiredOneIsWalkedNoMore() {
        assertThat(refused("supervisor", plan("p", List.of(), 12))).isEqualTo("422 missing/payload/task/cameras");
        assertThat(refused("supervisor", plan("p", List.of("1"), 12)))
                .isEqualTo("422 unknown-camera/payload/task/cameras/0");
        assertThat(refused("supervisor", plan("p", List.of(WEST, WEST), 12)))
                .isEqualTo("422 range/payload/task/cameras");
        assertThat(refused("supervisor", plan("p", List.of(WEST), 4))).isEqualTo("422 range/payload/task/dwell");
        assertThat(refused("dispatcher", plan("p", List.of(WEST), 12))).startsWith("403");
        platform.apply("supervisor", plan("p", List.of(WEST), 12));
        long seen = platform.json("/api/v1/patrols", "leader").path("revision").asLong();
        platform.apply("leader", plan("p", List.of(EAST), 20));
        Map<String, Object> behind = new LinkedHashMap<>(plan("p", List.of(WEST), 30));
        behind.put("basedOn", seen);
        assertThat(refused("supervisor", behind)).startsWith("409 patrol-changed");
        @SuppressWarnings("unchecked")
        Map<String, Object> payload = new LinkedHashMap<>(
                (Map<String, Object>) plan("p", List.of(EAST), 20).get("payload"));
        payload.put("retired", true);
        platform.apply("leader", Wishes.command("planPatrol", "p", 0, null, payload));
        assertThat(refused("dispatcher", look("p", EAST, "in-order", Map.of()))).isEqualTo("404 no-patrol/target");
    }
}
