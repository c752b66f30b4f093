package org.yiping.server.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.yiping.domain.casework.CaseId;

/// Against a gateway that works, fails, stalls, breaks off and answers twice, over real sockets.
class HttpGatewayTest {
    private static final String PHONE = "13900001111";

    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final CountDownLatch stalled = new CountDownLatch(1);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private volatile Function<String, String> answers = HttpGatewayTest::sent;
    private ServerSocket server;
    private HttpGateway gateway;

    @BeforeEach
    void start() throws IOException {
        server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
        gateway = gateway(Duration.ofSeconds(20));
        log.start();
        Logger logger = (Logger) LoggerFactory.getLogger(HttpGateway.class);
        logger.setLevel(Level.INFO); // other tests' programs may have made the log terser
        logger.addAppender(log);
    }

    private HttpGateway gateway(Duration patience) {
        return new HttpGateway(new GatewaySettings(
                URI.create("http://127.0.0.1:" + server.getLocalPort() + "/messages"),
                "secret",
                patience,
                List.of("sms")));
    }

    @AfterEach
    void stop() throws IOException {
        Logger logger = (Logger) LoggerFactory.getLogger(HttpGateway.class);
        logger.setLevel(null);
        logger.detachAppender(log);
        stalled.countDown();
        gateway.close();
        server.close();
        assertThat(log.list).allSatisfy(e -> assertThat(e.getFormattedMessage()).doesNotContain(PHONE));
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                Thread.ofVirtual().start(() -> talk(socket));
            } catch (IOException _) {
                // closed
            }
        }
    }

    /// What the scripts answer is written as it is; an empty answer breaks the connection.
    private void talk(Socket socket) {
        try (socket;
                BufferedReader in = new BufferedReader(
                        new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
                OutputStream out = socket.getOutputStream()) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                StringBuilder request = new StringBuilder(line);
                int length = 0;
                for (String head = in.readLine(); head != null && !head.isEmpty(); head = in.readLine()) {
                    request.append('\n').append(head);
                    if (head.toLowerCase().startsWith("content-length:")) {
                        length = Integer.parseInt(head.substring(15).strip());
                    }
                }
                char[] body = new char[length];
                for (int at = 0; at < length; ) {
                    at += in.read(body, at, length - at);
                }
                request.append("\n\n")
                        .append(new String(
                                new String(body).getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
                heard.add(request.toString());
                String answer = answers.apply(request.toString());
                if (answer.isEmpty()) {
                    return;
                }
                out.write(answer.getBytes(StandardCharsets.UTF_8));
                out.flush();
            }
        } catch (IOException _) {
            // the client is gone
        }
    }

    private static String http(int status, String body) {
        return "HTTP/1.1 " + status + " X\r\nContent-Type: application/json\r\nContent-Length: "
                + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body;
    }

    private static String state(String id, String state) {
        return http(200, "{\"id\":\"" + id + "\",\"state\":\"" + state + "\"}");
    }

    private static String sent(String request) {
        return state(request.contains("m2") ? "m2" : "m1", "sent");
    }

    private static Gateway.Message message(String id) {
        return new Gateway.Message(id, "sms", PHONE, new CaseId("c1"), "小城 E0110 一号路");
    }

    @Test
    void aMessageTheGatewayTakesIsSentUnderItsOwnKey() {
        assertThat(gateway.hand(message("m1"))).isEqualTo(new Gateway.Outcome.Sent());
        assertThat(heard.getFirst())
                .startsWith("POST /messages ")
                .contains("Idempotency-Key: m1", "Authorization: Bearer secret")
                .contains("\"to\":\"" + PHONE + "\"", "小城");
        answers = _ -> state("m1", "delivered");
        assertThat(gateway.ask("m1")).isEqualTo(new Gateway.Outcome.Delivered());
        assertThat(heard.getLast()).startsWith("GET /messages/m1 ");
    }

    @Test
    void aGatewayThatFailsIsUnclearWhereItSpeaksOfItselfAndFinalWhereItSpeaksOfTheMessage() {
        answers = _ -> http(503, "{}");
        assertThat(gateway.hand(message("m1"))).isEqualTo(new Gateway.Outcome.Unclear("status-503"));
        answers = _ -> http(422, "{}");
        assertThat(gateway.hand(message("m1"))).isEqualTo(new Gateway.Outcome.Failed("status-422"));
        answers = _ -> http(200, "{\"id\":\"m1\",\"state\":\"failed\",\"cause\":\"blocked\"}");
        assertThat(gateway.hand(message("m1"))).isEqualTo(new Gateway.Outcome.Failed("blocked"));
        answers = _ -> http(200, "<html>");
        assertThat(gateway.hand(message("m1"))).isEqualTo(new Gateway.Outcome.Unclear("no-answer"));
        answers = _ -> http(200, "{\"id\":\"m1\"}");
        assertThat(gateway.hand(message("m1"))).isEqualTo(new Gateway.Outcome.Unclear("no-state"));
    }

    @Test
    void aGatewayThatStallsIsNotWaitedForLongerThanItsPatience() {
        answers = _ -> {
            try {
                stalled.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return "";
        };
        try (HttpGateway hasty = gateway(Duration.ofMillis(300))) {
            assertThat(hasty.hand(message("m1"))).isEqualTo(new Gateway.Outcome.Unclear("timeout"));
        }
    }

    @Test
    void aConnectionThatBreaksOffIsUnclear() throws IOException {
        answers = _ -> "";
        assertThat(gateway.hand(message("m1"))).isEqualTo(new Gateway.Outcome.Unclear("unreachable"));
        server.close();
        assertThat(gateway.hand(message("m1"))).isEqualTo(new Gateway.Outcome.Unclear("unreachable"));
    }

    @Test
    void aSecondAnswerIsNeverTakenForTheNextMessages() {
        answers = r -> r.contains("m1") ? state("m1", "sent") + state("m1", "sent") : http(503, "{}");
        assertThat(gateway.hand(message("m1"))).isEqualTo(new Gateway.Outcome.Sent());
        assertThat(gateway.hand(message("m2")))
                .isInstanceOfAny(Gateway.Outcome.Unclear.class)
                .isNotEqualTo(new Gateway.Outcome.Sent());
        answers = _ -> state("m1", "sent");
        assertThat(gateway.hand(message("m2"))).isEqualTo(new Gateway.Outcome.Unclear("other-answer"));
    }

    @Test
    void withoutAFileThereIsNoneAndItSaysSo() {
        Gateway none = HttpGateway.of(null);
        assertThat(none.unserved("sms")).isEqualTo("no-gateway");
        assertThat(none.hand(message("m1"))).isEqualTo(new Gateway.Outcome.Failed("no-gateway"));
        assertThat(log.list).anySatisfy(e -> assertThat(e.getFormattedMessage()).contains("no message gateway"));
    }

    @Test
    void whatItServesAndWhereItIsStandInAFile(@TempDir Path folder) throws IOException {
        assertThat(gateway.unserved("sms")).isEmpty();
        assertThat(gateway.unserved("voice")).isEqualTo("no-channel");
        Files.writeString(folder.resolve("token"), "abc\n");
        Path file = Files.writeString(
                folder.resolve("gateway.json"),
                "{\"url\":\"https://sms.example/v1\",\"tokenFile\":\"token\",\"patience\":\"PT3S\",\"channels\":[\"sms\",\"voice\"]}");
        GatewaySettings settings = GatewaySettings.read(file);
        assertThat(settings)
                .isEqualTo(new GatewaySettings(
                        URI.create("https://sms.example/v1"), "abc", Duration.ofSeconds(3), List.of("sms", "voice")));
        assertThat(settings.toString()).doesNotContain("abc");
        Files.writeString(file, "{\"channels\":[]}");
        assertThatThrownBy(() -> GatewaySettings.read(file)).isInstanceOf(IllegalArgumentException.class);
    }
}
