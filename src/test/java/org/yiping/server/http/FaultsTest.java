package org.yiping.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.yiping.protocol.Json;
import org.yiping.server.OnePlatform;
import org.yiping.server.Photos;
import org.yiping.server.Platform;
import org.yiping.server.SmallCity;
import org.yiping.server.Wishes;
import tools.jackson.databind.JsonNode;

@ExtendWith(OnePlatform.class)
class FaultsTest {
    static Platform platform;

    @BeforeAll
    static void start(Platform one) {
        platform = one;
    }

    @Test
    void anUnknownClassIsNamed() {
        String body = Json.mapper()
                .writeValueAsString(Wishes.report("f1", SmallCity.WEST))
                .replace("E-0110", "E-9999");
        JsonNode problem = refused(422, "CMD-4222", platform.command("collector", "f1", body));
        assertThat(problem.at("/errors/0/pointer").asString()).isEqualTo("/payload/intake/subject/classCode");
        assertThat(platform.get("/api/v1/cases/f1", "acceptor").statusCode()).isEqualTo(404);
    }

    @Test
    void aPositionOutsideTheCityIsRefused() {
        refused(422, "CMD-4223", platform.command("collector", "f2", Wishes.report("f2", new double[] {121.47, 31.23
        })));
        refused(400, "BOD-4001", platform.command("collector", "f2b", Wishes.report("f2b", new double[] {999, 31.23})));
    }

    @Test
    void oversizeDeepAndCutBodiesAreRefusedEachInItsWay() {
        refused(413, "BOD-4130", platform.command("collector", "f3", "{\"x\":\"" + "y".repeat(1 << 20) + "\"}"));
        refused(
                400,
                "BOD-4002",
                platform.command(
                        "collector",
                        "f4",
                        "{\"type\":\"reportCase\",\"payload\":" + "[".repeat(60) + "]".repeat(60) + "}"));
        String whole = Json.mapper().writeValueAsString(Wishes.report("f5", SmallCity.WEST));
        refused(400, "BOD-4000", platform.command("collector", "f5", whole.substring(0, whole.length() / 2)));
        refused(400, "BOD-4000", platform.command("collector", "f5", "not json"));
        JsonNode missing = refused(400, "BOD-4001", platform.command("collector", "f5", "{\"target\":\"f5\"}"));
        assertThat(missing.at("/errors/0/pointer").asString()).isEqualTo("/type");
    }

    @Test
    void aHalfFilledPayloadNamesWhatIsMissing() {
        String body = Json.mapper()
                .writeValueAsString(Wishes.report("f6", SmallCity.WEST))
                .replace("\"description\"", "\"decription\"");
        JsonNode problem = refused(400, "BOD-4001", platform.command("collector", "f6", body));
        assertThat(problem.at("/errors/0/pointer").asString()).isEqualTo("/payload/intake/subject/description");
        refused(
                422,
                "CMD-4220",
                platform.command("collector", "f7", Wishes.command("openSesame", "f7", 0, null, Map.of("x", 1))));
    }

    @Test
    void withoutOrWithAWrongTokenNothingIsAnswered() {
        refused(401, "AUT-4010", platform.get("/api/v1/cases", ""));
        HttpResponse<String> wrong = platform.send(
                HttpRequest.newBuilder(platform.uri("/api/v1/cases")).header("Authorization", "Bearer nonsense"));
        refused(401, "AUT-4010", wrong);
        assertThat(wrong.headers().firstValue("WWW-Authenticate")).contains("Bearer");
    }

    @Test
    void anOutdatedCommandGetsTheRowAsItIs() {
        platform.apply("collector", Wishes.report("f8", SmallCity.WEST));
        long seen = Json.mapper()
                .readTree(platform.get("/api/v1/cases/f8/actions", "acceptor").body())
                .path("revision")
                .asLong();
        platform.apply("acceptor", Wishes.act("f8", "pass", seen, Map.of()));
        JsonNode problem = refused(
                409, "CMD-4090", platform.command("acceptor", "f8-b", Wishes.act("f8", "pass", seen, Map.of())));
        assertThat(problem.at("/current/progress/state").asString()).isEqualTo("to-file");
        refused(409, "CMD-4092", platform.command("acceptor", "f8-c", Wishes.act("f8", "pass", 0, Map.of())));
        refused(
                403,
                "CMD-4030",
                platform.command("acceptor", "f8-d", Wishes.act("f8", "file", 0, Map.of("criterion", "E-0110-01"))));
        refused(409, "CMD-4091", platform.command("collector", "f8-e", Wishes.report("f8", SmallCity.WEST)));
    }

    @Test
    void anExpiredCommandIsNotCarriedOut() {
        platform.apply("collector", Wishes.report("f9", SmallCity.WEST));
        Object late = Wishes.command(
                "actOnCase",
                "f9",
                0,
                Instant.now().minusSeconds(5),
                Map.of("action", "pass", "fields", Map.of("photos", List.of())));
        refused(410, "CMD-4100", platform.command("acceptor", "f9", late));
    }

    @Test
    void aCaseOfAnotherAreaIsNotThere() {
        platform.apply("collector", Wishes.report("f10", SmallCity.EAST));
        refused(404, "RES-4040", platform.get("/api/v1/cases/f10", "west"));
        refused(404, "CMD-4040", platform.command("west", "f10", Wishes.act("f10", "pass", 0, Map.of())));
        refused(403, "CMD-4030", platform.command("supervisor", "f10-b", Wishes.act("f10", "pass", 0, Map.of())));
        refused(403, "AUT-4030", platform.command("wall", "f10-c", Wishes.act("f10", "pass", 0, Map.of())));
    }

    @Test
    void filesMustBeWhatTheySay() {
        byte[] photo = Photos.jpeg(1);
        refused(400, "FIL-4001", upload(photo, "0".repeat(64), "image/jpeg", null));
        byte[] text = "no picture at all, whatever the name says".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        refused(415, "FIL-4150", upload(text, Photos.sha(text), "image/jpeg", null));
        refused(415, "BOD-4150", upload(photo, Photos.sha(photo), "text/html", null));
        byte[] cut = java.util.Arrays.copyOf(photo, photo.length - 2);
        refused(415, "FIL-4150", upload(cut, Photos.sha(cut), "image/jpeg", null));
    }

    @Test
    void aPhotoGoesUpInPiecesAndComesBackWhole() {
        byte[] photo = Photos.jpeg(2);
        byte[] one = java.util.Arrays.copyOfRange(photo, 0, 10);
        byte[] two = java.util.Arrays.copyOfRange(photo, 10, photo.length);
        String sha = Photos.sha(photo);
        refused(416, "FIL-4160", upload(two, sha, "image/jpeg", "bytes 10-" + (photo.length - 1) + "/" + photo.length));
        assertThat(upload(one, sha, "image/jpeg", "bytes 0-9/" + photo.length).statusCode())
                .isEqualTo(202);
        HttpResponse<String> done =
                upload(two, sha, "image/jpeg", "bytes 10-" + (photo.length - 1) + "/" + photo.length);
        assertThat(done.statusCode()).as(done.body()).isEqualTo(200);
        byte[] back = platform.send(
                        platform.request("/api/v1/files/" + sha, "collector"), HttpResponse.BodyHandlers.ofByteArray())
                .body();
        assertThat(back).isEqualTo(photo);
    }

    private static HttpResponse<String> upload(byte[] content, String sha, String type, String range) {
        HttpRequest.Builder request = platform.request("/api/v1/files", "collector")
                .header("Content-Type", type)
                .header("X-Content-SHA256", sha);
        if (range != null) {
            request.header("Content-Range", range);
        }
        return platform.send(request.POST(HttpRequest.BodyPublishers.ofByteArray(content)));
    }

    @Test
    void wordsComeInTheCallersLanguageAndNeverWithATrace() {
        HttpResponse<String> english = platform.send(
                HttpRequest.newBuilder(platform.uri("/api/v1/cases")).header("Accept-Language", "en-GB,zh;q=0.5"));
        assertThat(Json.mapper().readTree(english.body()).path("title").asString())
                .isEqualTo("Not signed in");
        assertThat(platform.get("/api/v1/cases", "").body()).contains("未登录");
        refused(404, "ROU-4040", platform.get("/api/v1/nothing", "leader"));
        refused(400, "QRY-4000", platform.get("/api/v1/cases?limit=many", "leader"));
        refused(400, "QRY-4000", platform.get("/api/v1/cases?kpi=happiness", "leader"));
    }

    @Test
    void whatIsNoHttpIsAProblemToo() throws java.io.IOException {
        try (java.net.Socket socket = new java.net.Socket("127.0.0.1", platform.port())) {
            socket.getOutputStream()
                    .write("GET /api HTTP/1.1\r\nHost: a\r\nConnection: close\r\nBad Header: x\r\n\r\n"
                            .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            socket.setSoTimeout(10_000);
            byte[] answer = socket.getInputStream().readAllBytes();
            assertThat(new String(answer, java.nio.charset.StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 400")
                    .contains("\"ROU-4000\"");
        }
    }

    @Test
    void bothLanguagesHaveTheSameWords() {
        Set<String> chinese = Problems.words(java.util.Locale.ROOT).keySet();
        Set<String> english = Problems.words(java.util.Locale.ENGLISH).keySet();
        assertThat(english).isEqualTo(chinese);
    }

    static JsonNode refused(int status, String code, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        JsonNode problem = Json.mapper().readTree(answer.body());
        assertThat(problem.path("code").asString()).isEqualTo(code);
        assertThat(problem.path("detail").asString()).isNotBlank().isNotEqualTo(code);
        assertThat(answer.body()).doesNotContain("Exception").doesNotContain("\tat ");
        return problem;
    }
}
