package org.yiping.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.yiping.domain.wall.WallPicture;
import org.yiping.protocol.Json;
import org.yiping.server.OnePlatform;
import org.yiping.server.Photos;
import org.yiping.server.Platform;
import tools.jackson.databind.JsonNode;

/// The wall in small as it goes over the wire: who may put it, who may see it, what is refused.
@ExtendWith(OnePlatform.class)
class WallPicturesTest {
    private static final Map<String, Object> MONITOR = Map.of("x", 0, "y", 0, "width", 1920, "height", 1080);

    static Platform platform;

    @BeforeAll
    static void start(Platform one) {
        platform = one;
    }

    @Test
    void aDeskThatLooksIsToldToTheWallAndGetsWhatTheWallPuts() {
        assertThat(word("seen").path("looked").asBoolean(true)).isFalse();
        JsonNode nothing = platform.json("/api/v1/walls/seen/pictures", "dispatcher");
        assertThat(nothing.path("items")).isEmpty();
        assertThat(word("seen").path("looked").asBoolean()).isTrue();

        byte[] jpeg = Photos.jpeg(7);
        assertThat(put("seen", "wall", MONITOR, jpeg).statusCode()).isEqualTo(204);
        HttpResponse<String> answer = platform.get("/api/v1/walls/seen/pictures", "dispatcher");
        JsonNode picture = Json.mapper().readTree(answer.body()).at("/items/0");
        assertThat(picture.path("node").asString()).isEqualTo("left");
        assertThat(Base64.getDecoder().decode(picture.path("jpeg").asString())).isEqualTo(jpeg);
        assertThat(picture.has("taken")).isTrue();

        String tag = answer.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> again = platform.send(
                platform.request("/api/v1/walls/seen/pictures", "dispatcher").header("If-None-Match", tag));
        assertThat(again.statusCode()).isEqualTo(304);
        String revision = tag.replace("\"", "");
        assertThat(platform.json("/api/v1/walls/seen/pictures?since=" + revision, "dispatcher")
                        .at("/items/0")
                        .has("jpeg"))
                .isFalse();
    }

    @Test
    void onlyTheWallPutsAndOnlyWhoMaySeeTheWallGets() {
        word("mine");
        for (String user : List.of("dispatcher", "leader", "boss", "device")) {
            HttpResponse<String> refused = put("mine", user, MONITOR, Photos.jpeg(1));
            assertThat(refused.statusCode()).as(user).isEqualTo(403);
        }
        for (String user : List.of("collector", "depart1", "device")) {
            assertThat(platform.get("/api/v1/walls/mine/pictures", user).statusCode())
                    .as(user)
                    .isEqualTo(403);
        }
        assertThat(word("mine").path("looked").asBoolean(true))
                .as("who is refused does not look")
                .isFalse();
    }

    @Test
    void whatIsTooLargeOrNoJpegOrOfNoMonitorIsRefusedInBothLanguages() {
        word("odd");
        byte[] large = Arrays.copyOf(Photos.jpeg(1), WallPicture.MOST_BYTES + 1);
        refused(put("odd", "wall", MONITOR, large), 413, "WAL-4130", "画面过大");
        byte[] wide = Photos.jpeg(1);
        wide[wide.length - 19] = 5; // claims to be 1,344 wide in a few bytes
        refused(put("odd", "wall", MONITOR, wide), 413, "WAL-4130", "画面过大");
        byte[] cut = Arrays.copyOf(Photos.jpeg(1), 40);
        refused(put("odd", "wall", MONITOR, cut), 415, "WAL-4150", "不是 JPEG");
        byte[] words = "<svg/>".repeat(20).getBytes(StandardCharsets.UTF_8);
        refused(put("odd", "wall", MONITOR, words), 415, "WAL-4150", "不是 JPEG");
        Map<String, Object> other = Map.of("x", 1, "y", 0, "width", 1920, "height", 1080);
        refused(put("odd", "wall", other, Photos.jpeg(1)), 404, "WAL-4041", "没有这块屏");
        refused(put("attic", "wall", MONITOR, Photos.jpeg(1)), 404, "WAL-4041", "没有这块屏");
        refused(put("odd", "wall", Map.of("x", 0), Photos.jpeg(1)), 404, "WAL-4041", "没有这块屏");
        assertThat(platform.json("/api/v1/walls/odd/pictures", "leader").path("items"))
                .isEmpty();
        HttpResponse<String> english = platform.send(platform.request("/api/v1/walls/odd/nodes/left/picture", "wall")
                .header("Accept-Language", "en")
                .PUT(HttpRequest.BodyPublishers.ofString(shot(MONITOR, words))));
        assertThat(english.body()).contains("Not a JPEG");
    }

    private static void refused(HttpResponse<String> answer, int status, String code, String title) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains(code, title);
    }

    private static HttpResponse<String> put(String wall, String user, Map<String, Object> monitor, byte[] jpeg) {
        return platform.send(platform.request("/api/v1/walls/" + wall + "/nodes/left/picture", user)
                .header("Accept-Language", "zh-CN")
                .PUT(HttpRequest.BodyPublishers.ofString(shot(monitor, jpeg))));
    }

    private static String shot(Map<String, Object> monitor, byte[] jpeg) {
        return Json.mapper()
                .writeValueAsString(Map.of("monitor", monitor, "taken", "2026-09-01T04:00:00Z", "jpeg", jpeg));
    }

    private static JsonNode word(String wall) {
        HttpResponse<String> answer = platform.send(platform.request("/api/v1/walls/" + wall + "/nodes/left", "wall")
                .PUT(HttpRequest.BodyPublishers.ofString(Json.mapper()
                        .writeValueAsString(Map.of(
                                "monitors",
                                Map.of("known", List.of(MONITOR), "present", List.of(MONITOR)),
                                "calls",
                                false,
                                "revision",
                                1,
                                "offsetMillis",
                                0)))));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.mapper().readTree(answer.body());
    }
}
