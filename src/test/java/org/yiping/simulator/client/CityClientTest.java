package org.yiping.simulator.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.yiping.domain.identity.PersonId;
import org.yiping.domain.identity.PostCode;
import org.yiping.simulator.play.Account;

/// A platform that stops in the middle of an answer.
@Timeout(30)
class CityClientTest {
    private static final CityClient.As SOMEBODY = new CityClient.As(
            new Account("user", "pass", new PersonId("p1"), List.of(new PostCode("acceptor")), null), "acceptor");

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch over = new CountDownLatch(1);
    private HttpServer platform;
    private CityClient client;

    @BeforeEach
    void open() throws IOException {
        platform = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        platform.setExecutor(threads);
        platform.createContext("/api/v1/sessions", exchange -> answer(exchange, """
                {"token": "t", "refreshToken": "r", "expiresAt": "2999-01-01T00:00:00Z", "me": {"person": "p1",
                 "name": "n", "post": "acceptor", "seat": "s", "posts": [], "areas": []}, "platform": null}""", 0));
        platform.createContext("/whole", exchange -> answer(exchange, "{\"a\": 1}\n{\"count\": 1}\n", 0));
        platform.createContext("/half", exchange -> answer(exchange, "{\"a\": 1}\n{\"count\": 1}\n", 100));
        platform.start();
        URI here = URI.create("http://127.0.0.1:" + platform.getAddress().getPort());
        client = new CityClient(here, Clock.systemUTC(), Duration.ofSeconds(3));
    }

    @AfterEach
    void close() {
        over.countDown();
        client.close();
        platform.stop(0);
        threads.shutdownNow();
    }

    /// Of which so many bytes never come.
    private void answer(HttpExchange exchange, String text, int missing) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length + missing);
        exchange.getResponseBody().write(bytes);
        exchange.getResponseBody().flush();
        try {
            if (missing > 0) {
                over.await();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        exchange.close();
    }

    @Test
    void aWholeAnswerIsRead() {
        assertThat(client.lines(SOMEBODY, "/whole").orElseThrow()).hasSize(2);
    }

    @Test
    void halfAnAnswerIsSilenceAndNotWaitedForWithoutEnd() {
        assertThat(client.lines(SOMEBODY, "/half")).isEmpty();
        assertThat(client.get(SOMEBODY, "/half")).isInstanceOf(Reply.Silence.class);
        assertThat(client.lines(SOMEBODY, "/whole")).as("the next one").isPresent();
    }
}
