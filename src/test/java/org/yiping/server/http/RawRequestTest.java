package org.yiping.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yiping.server.OnePlatform;
import org.yiping.server.Platform;
import org.yiping.server.SmallCity;
import org.yiping.server.Wishes;

/// Requests as no honest client writes them, byte by byte over a socket.
@ExtendWith(OnePlatform.class)
class RawRequestTest {
    static Platform platform;

    @BeforeAll
    static void start(Platform one) {
        platform = one;
        platform.apply("acceptor", Wishes.call("raw", SmallCity.WEST));
    }

    /// Everything the server says until it closes.
    private static String say(String bytes) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", platform.port())) {
            socket.setSoTimeout(5_000);
            OutputStream out = socket.getOutputStream();
            out.write(bytes.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            InputStream in = socket.getInputStream();
            StringBuilder answer = new StringBuilder();
            try {
                for (int b = in.read(); b >= 0; b = in.read()) {
                    answer.append((char) b);
                }
            } catch (SocketException e) {
                // closed with our bytes unread: what was said before is the answer
                assertThat(answer).as("reset without a word").isNotEmpty();
            }
            return answer.toString();
        }
    }

    private static String get(String target) throws IOException {
        return say("GET " + target + " HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer " + platform.token("leader")
                + "\r\nConnection: close\r\n\r\n");
    }

    private static int answers(String said) {
        return said.split("HTTP/1\\.1 ", -1).length - 1;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/cases?at=2026-11-22T10:00:00Z",
                "/api/v1/cases?at=2026-11-22T10%3A00%3A00%2B08%3A00&limit=5",
                "/api/v1/cases?area=%E8%A5%BF%E5%8C%BA",
                "/api/v1/cases?fields=id,head&state=a/b?c@d"
            })
    void whatTheStandardAllowsIsAnswered(String target) throws IOException {
        assertThat(get(target)).startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/cases?state=a\tb",
                "/api/v1/cases?state=a\u0001b",
                "/api/v1/cases?state=a\u007fb",
                "/api/v1/cases?state=%00",
                "/api/v1/cases?state=a%0d%0aSet-Cookie:x",
                "/api/v1/cases?state=%7F",
                "/api/v1/cases?state=%e8%a5",
                "/api/v1/cases?state=%C0%AF",
                "/api/v1/cases?state=%zz",
                "/api/v1/cases?state=%4",
                "/api/v1/cases?state=\u00e9",
                "/api/v1/cases?state=<b>",
                "/api/v1/cases?state=\"x\"",
                "/api/v1/cases?state={x}",
                "/api/v1/cases?state=a\\b",
                "/api/v1/cases?state=a^b|c`d",
                "/api/v1/cases?a#fragment",
                "/api/v1/cases#fragment",
                "/api/v1/ca<s>es",
                "/api/v1/cases/\u00e9",
                "/api/v1/cases/%zz",
                "/api/v1/cases/a\u0001"
            })
    void whatItDoesNotAllowIsAProblemAndEndsTheConnection(String target) throws IOException {
        String said = get(target).concat("");
        assertThat(said).startsWith("HTTP/1.1 400").contains("\"ROU-4000\"").contains("application/problem+json");
        assertThat(said).doesNotContain("Set-Cookie").doesNotContain("Exception");
        assertThat(answers(said)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api HTTP/1.1\r\nHost: a\r\nX: a\nInjected: b\r\n\r\n",
                "GET /api HTTP/1.1\r\nHost: a\r\n folded: b\r\n\r\n",
                "GET /api HTTP/1.1\r\nHost : a\r\n\r\n",
                "GET /api HTTP/1.1\r\nHost: a\r\nX\u0001Y: b\r\n\r\n",
                "GET /api HTTP/1.1\r\nHost: a\r\nX: b\u0000c\r\n\r\n",
                "GET /api HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
                "GET /api HTTP/1.1\r\n\r\n",
                "GET  /api HTTP/1.1\r\nHost: a\r\n\r\n",
                "G\u0001T /api HTTP/1.1\r\nHost: a\r\n\r\n",
                " /api HTTP/1.1\r\nHost: a\r\n\r\n"
            })
    void aBrokenHeadIsAProblem(String head) throws IOException {
        String said = say(head);
        assertThat(said).startsWith("HTTP/1.1 400").contains("\"ROU-4000\"").contains("application/problem+json");
        assertThat(answers(said)).isEqualTo(1);
    }

    /// What is no HTTP/1.1 from its first line on has no protocol to be answered in.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api HTTP/1.1\nHost: a\n\n",
                "GET /api HTTP/1.1\rHost: a\r\n\r\n",
                "GET /api HTTP/1.1 and more\r\nHost: a\r\n\r\n",
                "GET /api HTTP/2.9\r\nHost: a\r\n\r\n",
                "GET /api FTP/1.1\r\nHost: a\r\n\r\n",
                "GET /api\r\n\r\n",
                "GET\r\n\r\n",
                "\u0016\u0003\u0001\u0002\u0000\u0001\r\n\r\n"
            })
    void whatIsNoHttpIsHungUpOn(String bytes) throws IOException {
        assertThat(say(bytes)).isEmpty();
    }

    /// On a connection that speaks HTTP already, the same is refused in words.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api HTTP/1.1\nHost: a\n\n",
                "GET /api HTTP/1.1 and more\r\nHost: a\r\n\r\n",
                "GET /api HTTP/2.9\r\nHost: a\r\n\r\n",
                "GET /api\r\n\r\n",
                "GET\r\n\r\n",
                "G\u0001T /api HTTP/1.1\r\nHost: a\r\n\r\n"
            })
    void aBrokenLineAfterAGoodRequestIsAProblem(String bytes) throws IOException {
        String said = say("GET /api HTTP/1.1\r\nHost: a\r\n\r\n" + bytes);
        assertThat(said).startsWith("HTTP/1.1 200");
        assertThat(said.substring(1 + said.indexOf("HTTP/1.1 200")))
                .contains("HTTP/1.1 400")
                .contains("\"ROU-4000\"");
        assertThat(answers(said)).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 5\r\nTransfer-Encoding: chunked",
                "Content-Length: 5\r\nContent-Length: 50",
                "Content-Length: 5, 50",
                "Content-Length: +5",
                "Content-Length: -1",
                "Content-Length: 99999999999999999999",
                "Transfer-Encoding: gzip, chunked",
                "Transfer-Encoding: xchunked",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity"
            })
    void aRequestWhoseLengthReadsTwoWaysIsRefusedAndWhatFollowsIsNotRead(String headers) throws IOException {
        String hidden = "GET /api/v1/cases/raw HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer " + platform.token("leader")
                + "\r\n\r\n";
        String said = say("POST /api/v1/sessions HTTP/1.1\r\nHost: a\r\n" + headers + "\r\n\r\n0\r\n\r\n" + hidden);
        assertThat(said).startsWith("HTTP/1.1 4");
        assertThat(said).doesNotContain("13812341234");
        assertThat(answers(said)).isEqualTo(1);
    }

    @Test
    void aHeadThatNeverEndsIsCutOff() throws IOException {
        assertThat(say("GET /api?" + "a".repeat(20_000) + " HTTP/1.1\r\nHost: a\r\n\r\n"))
                .startsWith("HTTP/1.1 4");
        assertThat(say("GET /api HTTP/1.1\r\nHost: a\r\n" + ("X: " + "b".repeat(1000) + "\r\n").repeat(40) + "\r\n"))
                .startsWith("HTTP/1.1 4");
    }

    @Test
    void aStreamsRequestIsHeldToTheSame() throws IOException {
        String said = say("GET /api/v1/stream?after=0&topics=%0d%0a HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer "
                + platform.token("leader")
                + "\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
        assertThat(said).startsWith("HTTP/1.1 400");
    }
}
