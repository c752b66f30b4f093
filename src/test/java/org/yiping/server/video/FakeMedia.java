package org.yiping.server.video;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// A media platform of one camera as they are: a stream that runs is given to all who ask for it, under one session,
/// what was recorded to each under its own; to stop what does not run is an error, said in the body of a 200.
public final class FakeMedia implements AutoCloseable {
    public static final String CAMERA = "51010000001320000009";

    public final Map<String, String> running = new ConcurrentHashMap<>();
    public final AtomicInteger stops = new AtomicInteger();

    private final AtomicInteger given = new AtomicInteger();
    private final HttpServer server;

    public FakeMedia() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    public static Map<String, String> paths() {
        return Map.of(
                "directory", "/devices",
                "play", "/play/{camera}/{grade}",
                "playback", "/playback/{camera}?from={from}&until={until}",
                "stop", "/stop/{session}");
    }

    /// For `--video`.
    public Path sources(Path folder) {
        try {
            return Files.writeString(folder.resolve("video.json"), """
                    {"sources": [{"name": "gb", "kind": "platform", "url": "%s", "paths": {"directory": "/devices",
                      "play": "/play/{camera}/{grade}", "playback": "/playback/{camera}?from={from}&until={until}",
                      "stop": "/stop/{session}"}}]}
                    """.formatted(uri()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized String body(String path) {
        String[] parts = path.split("/");
        return switch (parts[1]) {
            case "devices" ->
                "{\"code\": 0, \"data\": [{\"deviceId\": \"" + CAMERA + "\", \"name\": \"路口\", \"status\": \"ON\"}]}";
            case "play" -> address(running.computeIfAbsent(path, _ -> "s" + given.incrementAndGet()));
            case "playback" -> {
                String session = "s" + given.incrementAndGet();
                running.put(path + session, session);
                yield address(session);
            }
            case "stop" -> {
                stops.incrementAndGet();
                yield running.values().remove(parts[2])
                        ? "{\"code\": 0}"
                        : "{\"code\": 404, \"msg\": \"no such session\"}";
            }
            default -> "{\"code\": 404}";
        };
    }

    private static String address(String session) {
        return "{\"code\": 0, \"data\": {\"url\": \"http://media/" + session
                + ".flv?key=secret\", \"expires\": 60, \"session\": \"" + session + "\"}}";
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] bytes = body(exchange.getRequestURI().getPath()).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
