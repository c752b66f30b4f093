package org.yiping.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.yiping.server.OnePlatform;
import org.yiping.server.Photos;
import org.yiping.server.Platform;
import org.yiping.server.SmallCity;
import org.yiping.server.Wishes;
import tools.jackson.databind.JsonNode;

/// What a camera saw comes into a case: by whom, of which camera, with which file, and when it may not.
@ExtendWith(OnePlatform.class)
class EvidenceTest {
    private static final String CAMERA = "51010000001320000001";

    static Platform platform;

    @BeforeAll
    static void start(Platform one) {
        platform = one;
        platform.apply("collector", Wishes.report("e", SmallCity.WEST));
    }

    /// Packets of a transport stream with nothing in them.
    private static byte[] clip(int packets, int own) {
        byte[] all = new byte[packets * 188];
        for (int i = 0; i < packets; i++) {
            all[i * 188] = 0x47;
            all[i * 188 + 5] = (byte) own;
        }
        return all;
    }

    private static HttpResponse<String> upload(String user, byte[] content) {
        return platform.send(platform.request("/api/v1/files", user)
                .header("Content-Type", "video/mp2t")
                .header("X-Content-SHA256", Photos.sha(content))
                .POST(HttpRequest.BodyPublishers.ofByteArray(content)));
    }

    private static Map<String, Object> evidence(String file, Map<String, Object> other) {
        Instant now = Instant.now();
        Map<String, Object> footage = new HashMap<>(Map.of(
                "kind",
                "clip",
                "camera",
                CAMERA,
                "cameraName",
                "不是这个名字",
                "from",
                now.minusSeconds(18).toString(),
                "until",
                now.toString(),
                "clock",
                "arrival",
                "by",
                Map.of("person", "somebody", "post", "leader", "seat", "s9")));
        footage.putAll(other);
        return Wishes.command("addEvidence", "e", 0, null, Map.of("fileId", file, "footage", footage, "note", "占道"));
    }

    @Test
    void aClipStandsInItsCaseWithCameraTimeAndWhoTookIt() {
        byte[] clip = clip(3_000, 1);
        assertThat(upload("dispatcher", clip).statusCode()).isEqualTo(200);
        assertThat(platform.command(
                                "dispatcher",
                                "ev1",
                                evidence(
                                        Photos.sha(clip),
                                        Map.of("pixels", Map.of("stream", "main", "width", 1920, "height", 1080))))
                        .statusCode())
                .isEqualTo(200);
        JsonNode photos = platform.json("/api/v1/cases/e", "leader").at("/head/photos");
        JsonNode last = photos.get(photos.size() - 1);
        assertThat(last.path("fileId").asString()).isEqualTo(Photos.sha(clip));
        assertThat(last.path("phase").asString()).isEqualTo("evidence");
        assertThat(last.path("mediaType").asString()).isEqualTo("video/mp2t");
        assertThat(last.at("/footage/camera").asString()).isEqualTo(CAMERA);
        assertThat(last.at("/footage/cameraName").asString())
                .as("the platform's own word")
                .isNotEqualTo("不是这个名字")
                .isNotEmpty();
        assertThat(last.at("/footage/pixels/stream").asString() + last.at("/footage/pixels/height"))
                .isEqualTo("main1080");
        assertThat(last.at("/footage/by/post").asString())
                .as("nobody signs for another")
                .isEqualTo("dispatcher");
        JsonNode records = platform.json("/api/v1/cases/e/records", "leader").path("items");
        JsonNode record = records.get(records.size() - 1);
        assertThat(record.at("/step/action").asString()).isEqualTo("evidence");
        assertThat(record.path("note").asString()).endsWith(" · 占道");
        assertThat(platform.get("/api/v1/files/" + Photos.sha(clip), "leader").statusCode())
                .isEqualTo(200);
        assertThat(platform.command("dispatcher", "ev2", evidence(Photos.sha(clip), Map.of()))
                        .body())
                .as("once is enough")
                .contains("already-there");
    }

    @Test
    void whatCannotBeIsRefused() {
        byte[] clip = clip(20, 2);
        upload("dispatcher", clip);
        String sha = Photos.sha(clip);
        refused("dispatcher", evidence(sha, Map.of("camera", "nowhere")), "unknown-camera");
        refused("dispatcher", evidence(sha, Map.of("kind", "photo")), "unknown-kind");
        refused("dispatcher", evidence(sha, Map.of("clock", "guess")), "footage-time");
        refused("dispatcher", evidence(sha, Map.of("until", "2020-01-01T00:00:00Z")), "footage-time");
        refused(
                "dispatcher",
                evidence(sha, Map.of("until", Instant.now().plusSeconds(1_000).toString())),
                "footage-time");
        refused(
                "dispatcher",
                evidence(sha, Map.of("pixels", Map.of("stream", "main", "width", 0, "height", 720))),
                "footage-pixels");
        refused("dispatcher", evidence("0".repeat(64), Map.of()), "unknown-file");
    }

    @Test
    void whoMayNotDoesNot() {
        byte[] clip = clip(20, 3);
        upload("dispatcher", clip);
        String sha = Photos.sha(clip);
        assertThat(platform.command("collector", "x1", evidence(sha, Map.of())).statusCode())
                .isEqualTo(403);
        assertThat(platform.command("acceptor", "x2", evidence(sha, Map.of())).body())
                .as("a file somebody else uploaded and that is in no case")
                .contains("unknown-file");
    }

    private static void refused(String user, Map<String, Object> wish, String code) {
        HttpResponse<String> answer = platform.command(user, "r-" + code + wish.hashCode(), wish);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(answer.body()).contains(code);
    }

    @Test
    void aFilmCutInMidPacketIsNone() {
        byte[] clip = clip(20, 4);
        byte[] torn = java.util.Arrays.copyOf(clip, clip.length - 7);
        assertThat(upload("dispatcher", torn).body()).contains("FIL-4150");
        clip[188 * 11] = 0;
        assertThat(upload("dispatcher", clip).body()).contains("FIL-4150");
    }
}
