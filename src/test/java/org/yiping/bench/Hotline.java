package org.yiping.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.yiping.console.link.Link;
import org.yiping.protocol.Json;

/// The telephone switch of a measured hall: calls for whoever takes calls. Stateless; any thread.
final class Hotline {
    static final String CALL = "bench-1";
    private static final String KEY = "the switch of a bench";

    private Hotline() {}

    /// The file with the switch's key.
    static Path keys(Path folder) throws IOException {
        String hash = Link.sha256(KEY.getBytes(StandardCharsets.UTF_8));
        Map<String, Object> keys = Map.of("keys", List.of(Map.of("name", "bench", "sha256", hash)));
        return Files.writeString(folder.resolve("switches.json"), Json.mapper().writeValueAsString(keys));
    }

    static void ring(HttpClient http, String url, String call) throws IOException, InterruptedException {
        Map<String, Object> news = Map.of(
                "call",
                call,
                "state",
                "ringing",
                "number",
                "13900001111",
                "at",
                Instant.now().toString());
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(url + "/api/v1/calls"))
                        .header("Authorization", "Bearer " + KEY)
                        .POST(HttpRequest.BodyPublishers.ofString(Json.mapper().writeValueAsString(news)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("the call was not taken: " + answer.body());
        }
    }
}
