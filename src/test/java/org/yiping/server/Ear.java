package org.yiping.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.yiping.protocol.Json;
import tools.jackson.databind.JsonNode;

/// Listens to the stream as a console does and keeps what it heard.
public final class Ear implements WebSocket.Listener, AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Duration patience;
    private final BlockingQueue<String> frames = new LinkedBlockingQueue<>();
    private final StringBuilder part = new StringBuilder();
    private final List<JsonNode> heard = new ArrayList<>();
    private WebSocket socket;

    private Ear(Duration patience) {
        this.patience = patience;
    }

    public static Ear on(Platform platform, String user, long after, String topics) {
        return with(platform, platform.token(user), after, topics);
    }

    public static Ear with(Platform platform, String token, long after, String topics) {
        URI stream =
                URI.create("ws://127.0.0.1:" + platform.port() + "/api/v1/stream?after=" + after + "&topics=" + topics);
        return to(platform.client(), stream, token, PATIENCE);
    }

    /// At the stream of any platform; waits at most so long for a frame that fits.
    public static Ear to(HttpClient client, URI stream, String token, Duration patience) {
        Ear ear = new Ear(patience);
        ear.socket = client.newWebSocketBuilder()
                .header("Authorization", "Bearer " + token)
                .buildAsync(stream, ear)
                .join();
        return ear;
    }

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        part.append(data);
        if (last) {
            frames.add(part.toString());
            part.setLength(0);
        }
        webSocket.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
        frames.add("{\"type\":\"closed\"}");
        return null;
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
        frames.add("{\"type\":\"closed\"}");
    }

    /// The next frame that fits; the ones before it are heard too.
    public JsonNode await(Predicate<JsonNode> wanted) {
        long end = System.nanoTime() + patience.toNanos();
        try {
            while (true) {
                String frame = frames.poll(Math.max(1, end - System.nanoTime()), TimeUnit.NANOSECONDS);
                assertThat(frame)
                        .as("no such frame within " + patience.toSeconds() + " s; so far: " + heard)
                        .isNotNull();
                JsonNode node = Json.mapper().readTree(frame);
                heard.add(node);
                if (wanted.test(node)) {
                    return node;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public JsonNode await(String type) {
        return await(f -> f.path("type").asString().equals(type));
    }

    /// Reads until a delta reaches the revision, and returns all changes heard so far.
    public List<JsonNode> changesUpTo(long revision) {
        if (lastRevision() < revision) {
            await(f -> f.path("upto").asLong(0) >= revision);
        }
        List<JsonNode> changes = new ArrayList<>();
        heard.forEach(f -> f.path("changes").forEach(changes::add));
        return changes;
    }

    private long lastRevision() {
        return heard.stream().mapToLong(f -> f.path("upto").asLong(0)).max().orElse(0);
    }

    public List<JsonNode> heard() {
        return List.copyOf(heard);
    }

    @Override
    public void close() {
        socket.abort();
    }
}
