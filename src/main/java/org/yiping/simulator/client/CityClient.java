package org.yiping.simulator.client;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.yiping.protocol.Json;
import org.yiping.simulator.play.Account;
import tools.jackson.databind.JsonNode;

/// Calls the platform's public API as one of its people. Blocking; any thread.
public final class CityClient implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /// For the last byte of an answer: the client's own patience ends with the first.
    private static final Duration WHOLE_WITHIN = Duration.ofSeconds(60);

    private final URI server;
    private final Duration wholeWithin;
    private final HttpClient http;
    private final Tokens tokens;

    public CityClient(URI server, InstantSource clock) {
        this(server, clock, WHOLE_WITHIN);
    }

    CityClient(URI server, InstantSource clock, Duration wholeWithin) {
        this.server = server;
        this.wholeWithin = wholeWithin;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
        this.tokens = new Tokens(this::post, clock);
    }

    /// Who asks, and in which post.
    public record As(Account account, String post) {}

    public Reply get(As as, String path) {
        return authorised(as, token -> text(request(path, token).GET().build()));
    }

    public Reply send(As as, String path, Object body, String... headers) {
        byte[] bytes = Json.mapper().writeValueAsBytes(body);
        return upload(as, path, bytes, "application/json", headers);
    }

    /// POSTs bytes; `headers` are names and values in turn.
    public Reply upload(As as, String path, byte[] bytes, String mediaType, String... headers) {
        return authorised(as, token -> {
            HttpRequest.Builder builder = request(path, token)
                    .header("Content-Type", mediaType)
                    .POST(HttpRequest.BodyPublishers.ofByteArray(bytes));
            return text((headers.length == 0 ? builder : builder.headers(headers)).build());
        });
    }

    /// Puts a body, as telling a seat does.
    public Reply put(As as, String path, Object body) {
        byte[] bytes = Json.mapper().writeValueAsBytes(body);
        return authorised(
                as,
                token -> text(request(path, token)
                        .header("Content-Type", "application/json")
                        .PUT(HttpRequest.BodyPublishers.ofByteArray(bytes))
                        .build()));
    }

    /// The lines of an NDJSON answer, or nothing where it could not be had or was cut before its count.
    public Optional<List<JsonNode>> lines(As as, String path) {
        List<JsonNode> lines = new ArrayList<>();
        Reply reply = authorised(as, token -> {
            lines.clear();
            return read(
                    request(path, token).header("Accept-Encoding", "gzip").GET().build(), lines);
        });
        boolean whole = reply instanceof Reply.Good
                && !lines.isEmpty()
                && lines.getLast().has("count");
        return whole ? Optional.of(lines) : Optional.empty();
    }

    /// Opens the stream; the listener hears frames and the end. Fails like any call.
    public CompletableFuture<WebSocket> stream(As as, long after, String topics, WebSocket.Listener listener) {
        Tokens.Held held = tokens.of(as).orElse(null);
        if (held == null) {
            return CompletableFuture.failedFuture(new IOException("not signed in"));
        }
        String scheme = "https".equals(server.getScheme()) ? "wss" : "ws";
        URI uri = URI.create(
                scheme + "://" + server.getAuthority() + "/api/v1/stream?after=" + after + "&topics=" + topics);
        return http.newWebSocketBuilder()
                .header("Authorization", "Bearer " + held.token())
                .connectTimeout(Duration.ofSeconds(5))
                .buildAsync(uri, listener);
    }

    private Reply authorised(As as, java.util.function.Function<String, Reply> call) {
        for (int attempt = 0; ; attempt++) {
            Optional<Tokens.Held> held = tokens.of(as);
            if (held.isEmpty()) {
                return new Reply.Silence("not signed in as " + as.account());
            }
            Reply reply = call.apply(held.get().token());
            boolean expired = reply instanceof Reply.Bad bad && bad.status() == 401;
            if (!expired || attempt > 0) {
                return reply;
            }
            tokens.drop(as);
        }
    }

    private Reply post(String path, Object body) {
        byte[] bytes = Json.mapper().writeValueAsBytes(body);
        return text(HttpRequest.newBuilder(server.resolve(path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(bytes))
                .build());
    }

    private HttpRequest.Builder request(String path, String token) {
        return HttpRequest.newBuilder(server.resolve(path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Accept-Language", "zh");
    }

    private Reply text(HttpRequest request) {
        return talk(() -> {
            HttpResponse<String> answer = whole(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            return judge(answer.statusCode(), answer.body());
        });
    }

    private Reply read(HttpRequest request, List<JsonNode> lines) {
        return talk(() -> {
            HttpResponse<byte[]> answer = whole(request, HttpResponse.BodyHandlers.ofByteArray());
            InputStream raw = new ByteArrayInputStream(answer.body());
            try (InputStream in = isZipped(answer) ? new GZIPInputStream(raw) : raw) {
                if (answer.statusCode() != 200) {
                    return judge(answer.statusCode(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
                }
                new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                        .lines()
                        .filter(l -> !l.isBlank())
                        .forEach(add(lines));
                return new Reply.Good(Json.mapper().createObjectNode());
            }
        });
    }

    /// A platform that dies in the middle of an answer says nothing more, and nobody waits for it for ever.
    private <T> HttpResponse<T> whole(HttpRequest request, HttpResponse.BodyHandler<T> body)
            throws IOException, InterruptedException {
        CompletableFuture<HttpResponse<T>> asked = http.sendAsync(request, body);
        try {
            return asked.get(wholeWithin.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new IOException("half an answer", e);
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } finally {
            asked.cancel(true);
        }
    }

    private static Consumer<String> add(List<JsonNode> lines) {
        return l -> lines.add(Json.mapper().readTree(l));
    }

    private static boolean isZipped(HttpResponse<?> answer) {
        return answer.headers().firstValue("Content-Encoding").orElse("").equals("gzip");
    }

    private interface Talk {
        Reply run() throws IOException, InterruptedException;
    }

    private static Reply talk(Talk talk) {
        try {
            return talk.run();
        } catch (IOException | java.io.UncheckedIOException e) {
            return new Reply.Silence(String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Reply.Silence("stopping");
        }
    }

    private static Reply judge(int status, String body) {
        JsonNode node = parse(body);
        return status >= 200 && status < 300
                ? new Reply.Good(node)
                : new Reply.Bad(status, node.path("code").asString(""));
    }

    private static JsonNode parse(String body) {
        try {
            return body.isBlank()
                    ? Json.mapper().createObjectNode()
                    : Json.mapper().readTree(body);
        } catch (tools.jackson.core.JacksonException e) {
            return Json.mapper().createObjectNode(); // a proxy's page: the status says enough
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
