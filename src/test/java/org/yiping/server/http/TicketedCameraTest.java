package org.yiping.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.fake.Await;
import org.yiping.protocol.Json;
import org.yiping.server.Platform;
import tools.jackson.databind.JsonNode;

/// A camera of a media platform that takes what it is asked, and fails it afterwards.
class TicketedCameraTest {
    private static final String CAMERA = "/api/v1/cameras/51010000001320000009";

    private final AtomicBoolean failed = new AtomicBoolean();

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String body = path.equals("/devices")
                ? "{\"data\": [{\"deviceId\": \"51010000001320000009\", \"name\": \"路口\", \"status\": \"ON\", \"ptzType\": 1}]}"
                : path.startsWith("/tickets")
                        ? "{\"data\": {\"state\": \"" + (failed.get() ? "error" : "running") + "\"}}"
                        : "{\"data\": {\"ticket\": \"t1\"}}";
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Test
    void whatBecameOfAStopIsToldToWhoAskedForIt(@TempDir Path folder) throws IOException {
        HttpServer media = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        media.createContext("/", this::answer);
        media.start();
        Path sources = Files.writeString(
                folder.resolve("video.json"), """
                {"sources": [{"name": "gb", "kind": "platform", "url": "http://127.0.0.1:%d",
                  "paths": {"directory": "/devices", "move": "/ptz/{camera}", "ask": "/tickets/{ticket}"}}]}
                """.formatted(media.getAddress().getPort()));
        try (Platform platform = Platform.withVideo(folder, sources)) {
            Await.until("the directory is read", () -> stop(platform).statusCode() == 200);
            JsonNode taken = Json.mapper().readTree(stop(platform).body());
            assertThat(taken.path("state").asString()).isEqualTo("pending");
            String use = CAMERA + "/ptz/" + taken.path("use").asString();
            failed.set(true);
            Await.until(
                    "it has failed",
                    () -> became(platform, use).path("state").asString("").equals("failed"));
            assertThat(became(platform, use).path("reason").asString()).isIn("failed", "late");
            ContractTest.holds("Outcome", use, became(platform, use).toString());
            HttpResponse<String> nobodys =
                    platform.send(platform.request(CAMERA + "/ptz/t1", "chief").GET());
            assertThat(nobodys.statusCode()).isEqualTo(404);
        } finally {
            media.stop(0);
        }
    }

    private static HttpResponse<String> stop(Platform platform) {
        return platform.send(platform.request(CAMERA + "/ptz", "chief")
                .POST(HttpRequest.BodyPublishers.ofString("{\"stop\": true}")));
    }

    private static JsonNode became(Platform platform, String use) {
        return Json.mapper()
                .readTree(platform.send(platform.request(use, "chief").GET()).body());
    }
}
