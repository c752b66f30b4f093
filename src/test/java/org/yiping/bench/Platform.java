package org.yiping.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.yiping.protocol.Json;
import tools.jackson.databind.JsonNode;

/// A signed-in client of a platform, with nothing of the console in it. Any thread.
record Platform(HttpClient http, String url, String token) {
    static Platform signIn(HttpClient http, String url, String user, String password, String post)
            throws IOException, InterruptedException {
        String body = Json.mapper()
                .writeValueAsString(Map.of("user", user, "password", password, "post", post, "seat", "bench"));
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(url + "/api/v1/sessions"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException("sign-in refused: " + answer.body());
        }
        return new Platform(
                http, url, Json.mapper().readTree(answer.body()).path("token").asString());
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(url + "/api/v1" + path))
                        .header("Authorization", "Bearer " + token)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        return Json.mapper().readTree(answer.body());
    }
}
