package org.yiping.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.yiping.fake.Spoiler;
import org.yiping.protocol.Json;
import org.yiping.server.OnePlatform;
import org.yiping.server.Platform;
import org.yiping.server.SmallCity;
import org.yiping.server.Wishes;

/// Whatever comes in, the server answers in words, never with a failure of its own, and goes on.
@Tag("slow")
@ExtendWith(OnePlatform.class)
class RouteFuzzTest {
    static Platform platform;

    @BeforeAll
    static void start(Platform one) {
        platform = one;
        platform.apply("collector", Wishes.report("z1", SmallCity.WEST));
    }

    @Test
    @Timeout(180)
    void spoiltCommandsAreAppliedOrRefusedInWords() {
        List<Map<String, Object>> sound = List.of(
                Wishes.report("z2", SmallCity.WEST),
                Wishes.call("z3", SmallCity.EAST),
                Wishes.act("z1", "pass", 1, Map.of("reason", "x", "department", "d1")),
                Wishes.review("z1", "sound"));
        Spoiler spoiler = new Spoiler(1);
        for (int i = 0; i < 4000; i++) {
            String user = i % 2 == 0 ? "acceptor" : "collector";
            String body = spoiler.spoil(Json.mapper().writeValueAsString(sound.get(i % sound.size())));
            answeredInWords(body, platform.command(user, "fuzz-" + i, body));
        }
        platform.apply("collector", Wishes.report("afterwards", SmallCity.WEST));
    }

    @Test
    @Timeout(120)
    void spoiltQuestionsAreAnsweredOrRefusedInWords() {
        Spoiler spoiler = new Spoiler(2);
        for (int i = 0; i < 1000; i++) {
            String value = URLEncoder.encode(spoiler.spoil("2026-11-22T10:00:00Z"), StandardCharsets.UTF_8);
            for (String path : List.of(
                    "/api/v1/cases?after=" + value,
                    "/api/v1/cases?kpi=overdue&at=" + value,
                    "/api/v1/cases?area=" + value + "&fields=" + value,
                    "/api/v1/cases/" + value + "/actions",
                    "/api/v1/layers/" + value,
                    "/api/v1/snapshot?topics=" + value)) {
                answeredInWords(path, platform.get(path, "leader"));
            }
        }
    }

    @Test
    @Timeout(180)
    void spoiltRequestsEndTheirConnectionAndNoOther() throws IOException {
        String sound = "POST /api/v1/commands HTTP/1.1\r\nHost: h\r\nAuthorization: Bearer x\r\nIdempotency-Key: k\r\n"
                + "Content-Type: application/json\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}";
        Spoiler spoiler = new Spoiler(3);
        for (int i = 0; i < 400; i++) {
            byte[] spoilt = spoiler.spoil(sound.getBytes(StandardCharsets.UTF_8));
            try (Socket socket = new Socket("127.0.0.1", platform.port())) {
                socket.setSoTimeout(5_000);
                socket.getOutputStream().write(spoilt);
                socket.shutdownOutput();
                String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                assertThat(isRequest(spoilt) ? answer : "")
                        .as(new String(spoilt, StandardCharsets.UTF_8))
                        .doesNotStartWith("HTTP/1.1 5");
            } catch (SocketTimeoutException e) {
                throw new AssertionError("no end to " + new String(spoilt, StandardCharsets.UTF_8), e);
            } catch (IOException e) {
                // cut by the server: that is an end, too
            }
        }
        assertThat(platform.get("/api/v1/me", "leader").statusCode()).isEqualTo(200);
    }

    /// The HTTP library answers 500 to what ends among its headers and to a name that is not ASCII.
    /// It stays: only words tell it from a failure in a route, and a 4xx would make a console drop
    /// a command.
    private static boolean isRequest(byte[] spoilt) {
        String text = new String(spoilt, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        return end >= 0 && text.substring(0, end).chars().allMatch(c -> c < 128);
    }

    private static void answeredInWords(String what, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(what + " -> " + answer.body()).isLessThan(500);
        if (answer.statusCode() >= 400) {
            assertThat(answer.headers().firstValue("Content-Type")).as(what).contains("application/problem+json");
            assertThat(answer.body()).as(what).doesNotContain("Exception");
        }
    }
}
