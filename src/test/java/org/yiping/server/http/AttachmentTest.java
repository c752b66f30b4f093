package org.yiping.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.yiping.fake.Await;
import org.yiping.protocol.Json;
import org.yiping.server.OnePlatform;
import org.yiping.server.Photos;
import org.yiping.server.Platform;
import org.yiping.server.SmallCity;
import org.yiping.server.Wishes;
import tools.jackson.databind.JsonNode;

/// Photos, sounds and films of cases: what they are by content, how a cut upload goes on, how they come into a case.
@ExtendWith(OnePlatform.class)
class AttachmentTest {
    static Platform platform;

    @BeforeAll
    static void start(Platform one) {
        platform = one;
        platform.apply("collector", Wishes.report("c", SmallCity.WEST));
    }

    /// A second of noise by seed.
    private static byte[] wav(long seed, int bytes) {
        byte[] noise = new byte[bytes];
        new Random(seed).nextBytes(noise);
        return ByteBuffer.allocate(44 + bytes)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(StandardCharsets.US_ASCII))
                .putInt(36 + bytes)
                .put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII))
                .putInt(16)
                .putShort((short) 1)
                .putShort((short) 1)
                .putInt(8000)
                .putInt(8000)
                .putShort((short) 1)
                .putShort((short) 8)
                .put("data".getBytes(StandardCharsets.US_ASCII))
                .putInt(bytes)
                .put(noise)
                .array();
    }

    private static byte[] box(String name, byte[] content) {
        return ByteBuffer.allocate(8 + content.length)
                .putInt(8 + content.length)
                .put(name.getBytes(StandardCharsets.US_ASCII))
                .put(content)
                .array();
    }

    private static byte[] mp4(int own) {
        byte[] type = box("ftyp", "isom0000".getBytes(StandardCharsets.US_ASCII));
        byte[] index = box("moov", new byte[64]);
        byte[] data = box("mdat", new byte[] {(byte) own, 2, 3});
        return ByteBuffer.allocate(type.length + index.length + data.length)
                .put(type)
                .put(index)
                .put(data)
                .array();
    }

    private static HttpResponse<String> post(byte[] content, String sha, String type, String range) {
        HttpRequest.Builder request = platform.request("/api/v1/files", "collector")
                .header("Content-Type", type)
                .header("X-Content-SHA256", sha)
                .POST(HttpRequest.BodyPublishers.ofByteArray(content));
        if (!range.isEmpty()) {
            request.header("Content-Range", range);
        }
        return platform.send(request);
    }

    private static HttpResponse<String> post(byte[] content, String type) {
        return post(content, Photos.sha(content), type, "");
    }

    private static long offset(String sha) {
        return platform.json("/api/v1/files/" + sha + "/offset", "collector")
                .path("received")
                .asLong();
    }

    @Test
    void whatAFileIsIsReadFromItsContent() {
        assertThat(post(wav(1, 8000), "audio/wav").statusCode()).isEqualTo(200);
        assertThat(post(mp4(1), "video/mp4").statusCode()).isEqualTo(200);
        byte[] film = mp4(2);
        assertThat(post(film, "audio/mp4").body()).contains("FIL-4150");
        assertThat(post(Arrays.copyOf(film, film.length - 2), "video/mp4").body())
                .as("cut short")
                .contains("FIL-4150");
        assertThat(post(wav(2, 99), "application/pdf").body()).contains("BOD-4150");
        byte[] script = "<script>alert(1)</script>".repeat(9).getBytes(StandardCharsets.US_ASCII);
        assertThat(post(script, "video/mp4").body()).contains("FIL-4150");
        byte[] sound = wav(3, 500);
        assertThat(post(sound, Photos.sha(film), "audio/wav", "").body())
                .as("not what its hash says")
                .contains("FIL-4001");
    }

    @Test
    void anUploadCutHalfWayGoesOnWhereItBrokeOff() throws IOException {
        byte[] content = wav(7, 300_000);
        String sha = Photos.sha(content);
        int half = content.length / 2;
        String head = "POST /api/v1/files HTTP/1.1\r\nHost: x\r\nContent-Type: audio/wav\r\nAuthorization: Bearer "
                + platform.token("collector") + "\r\nX-Content-SHA256: " + sha + "\r\nContent-Range: bytes 0-"
                + (content.length - 1) + "/" + content.length + "\r\nContent-Length: " + content.length + "\r\n\r\n";
        try (Socket line = new Socket(InetAddress.getLoopbackAddress(), platform.port())) {
            OutputStream out = line.getOutputStream();
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            out.write(content, 0, half);
            out.flush();
            Await.until("half of it is here", () -> offset(sha) == half);
        }
        assertThat(offset(sha)).isEqualTo(half);
        assertThat(post(
                                Arrays.copyOfRange(content, half + 10, content.length),
                                sha,
                                "audio/wav",
                                "bytes " + (half + 10) + "-" + (content.length - 1) + "/" + content.length)
                        .body())
                .as("a hole")
                .contains("FIL-4160");
        HttpResponse<String> rest = post(
                Arrays.copyOfRange(content, half, content.length),
                sha,
                "audio/wav",
                "bytes " + half + "-" + (content.length - 1) + "/" + content.length);
        assertThat(rest.statusCode()).as(rest.body()).isEqualTo(200);
        assertThat(Json.mapper().readTree(rest.body()).path("fileId").asString())
                .isEqualTo(sha);
        HttpResponse<byte[]> back = platform.send(
                platform.request("/api/v1/files/" + sha, "collector"), HttpResponse.BodyHandlers.ofByteArray());
        assertThat(back.body()).isEqualTo(content);
        assertThat(back.headers().firstValue("Content-Type")).contains("audio/wav");
    }

    @Test
    void aNoteBringsFilesIntoTheCaseAndPairsBeforeWithAfter() {
        String before = Photos.upload(platform, "collector", Photos.jpeg(1));
        String after = Photos.upload(platform, "collector", Photos.jpeg(2));
        String sound = Json.mapper()
                .readTree(post(wav(9, 4000), "audio/wav").body())
                .path("fileId")
                .asString();
        assertThat(platform.get("/api/v1/files/" + sound, "leader").statusCode())
                .isEqualTo(404);
        platform.apply(
                "collector", Wishes.note("c", "现场录音", before + " before", after + " after " + before, sound + " note"));
        assertThat(platform.get("/api/v1/files/" + sound, "leader").statusCode())
                .as("who sees the case sees its files")
                .isEqualTo(200);
        JsonNode files = platform.json("/api/v1/cases/c", "leader").at("/head/photos");
        assertThat(files.get(1).path("pairOf").asString()).isEqualTo(before);
        assertThat(files.get(2).path("mediaType").asString()).isEqualTo("audio/wav");
        JsonNode records = platform.json("/api/v1/cases/c/records", "leader").path("items");
        assertThat(records.get(records.size() - 1).at("/step/action").asString())
                .isEqualTo("note");
        assertThat(records.get(records.size() - 1).path("note").asString()).isEqualTo("现场录音");
        assertThat(platform.command("collector", "n1", Wishes.note("c", "", sound + " after " + sound))
                        .statusCode())
                .as("a sound is no photo to pair with")
                .isEqualTo(422);
        assertThat(platform.command("collector", "n2", Wishes.note("c", " ")).statusCode())
                .isEqualTo(422);
        assertThat(platform.command("depart1", "n3", Wishes.note("c", "看看")).statusCode())
                .isEqualTo(404);
        assertThat(platform.command("wall", "n4", Wishes.note("c", "看看")).statusCode())
                .isEqualTo(403);
        assertThat(platform.command(
                                "collector", "n5", Wishes.command("reportCase", "c-sound", 0, null, reportWith(sound)))
                        .statusCode())
                .as("a sound does not stand for the photos a step needs")
                .isEqualTo(422);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> reportWith(String file) {
        Map<String, Object> payload = new java.util.HashMap<>(
                (Map<String, Object>) Wishes.report("c-sound", SmallCity.WEST).get("payload"));
        payload.put("photos", java.util.List.of(file));
        return payload;
    }
}
