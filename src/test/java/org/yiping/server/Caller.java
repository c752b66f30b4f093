package org.yiping.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.yiping.protocol.Json;
import org.yiping.protocol.SignIn;
import tools.jackson.databind.JsonNode;

/// Talks to a server that may vanish: no answer is an empty answer.
final class Caller implements AutoCloseable {
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final int port;
    private final String token;

    private Caller(int port, String token) {
        this.port = port;
        this.token = token;
    }

    static Caller signIn(int port, Path data, String user, String post) throws IOException {
        String password = Files.readAllLines(data.resolve("accounts.csv")).stream()
                .filter(l -> l.startsWith(user + ","))
                .map(l -> l.split(",", -1)[1])
                .findFirst()
                .orElseThrow();
        try (Caller stranger = new Caller(port, "none")) {
            HttpResponse<String> answer = stranger.send(stranger.request("/api/v1/sessions")
                            .POST(HttpRequest.BodyPublishers.ofString(Json.mapper()
                                    .writeValueAsString(new SignIn.Request(user, password, post, "seat-1")))))
                    .orElseThrow();
            return new Caller(
                    port,
                    Json.mapper().readValue(answer.body(), SignIn.Answer.class).token());
        }
    }

    /// The same session at a server started again.
    Caller at(int newPort) {
        return new Caller(newPort, token);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + token);
    }

    Optional<HttpResponse<String>> command(String key, Object body) {
        return send(request("/api/v1/commands")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(Json.mapper().writeValueAsString(body))));
    }

    Optional<HttpResponse<String>> post(String path) {
        return send(request(path).POST(HttpRequest.BodyPublishers.noBody()));
    }

    JsonNode json(String path) {
        HttpResponse<String> answer = send(request(path)).orElseThrow();
        if (answer.statusCode() != 200) {
            throw new AssertionError(path + ": " + answer.statusCode() + " " + answer.body());
        }
        return Json.mapper().readTree(answer.body());
    }

    private Optional<HttpResponse<String>> send(HttpRequest.Builder request) {
        try {
            return Optional.of(client.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
