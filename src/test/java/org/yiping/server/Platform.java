package org.yiping.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.yiping.protocol.Json;
import org.yiping.protocol.SignIn;
import org.yiping.server.data.Disclosures;
import tools.jackson.databind.JsonNode;

/// A real server of the small city on a free port, and somebody to talk to it.
public final class Platform implements AutoCloseable {
    private final Path data;
    private final Map<String, String> passwords = new HashMap<>();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Server server;

    private Platform(Path data, Server server) {
        this.data = data;
        this.server = server;
        try {
            for (String line : Files.readAllLines(data.resolve("accounts.csv"))) {
                String[] cells = line.split(",", -1);
                passwords.put(cells[0], cells[1]);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Platform start(Path folder) {
        return start(folder, Clock.systemUTC());
    }

    public static Platform start(Path folder, Clock clock) {
        return start(folder, clock, null);
    }

    /// By a time that passes as the test wants.
    public static Platform inTime(Path folder, Clock clock, LongSupplier nanos) {
        Path data = folder.resolve("data");
        try {
            Options options = new Options(data, 0, SmallCity.in(folder), "http://127.0.0.1:9", null, null);
            return new Platform(data, Server.start(options, clock, nanos, _ -> {}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// With the Open311 face open for the apps of that file.
    public static Platform start(Path folder, Clock clock, @Nullable Path keys) {
        return start(folder, clock, keys, null);
    }

    /// With the hotline of those switches.
    public static Platform withHotline(Path folder, Clock clock, Path switches) {
        return start(folder, clock, null, switches);
    }

    /// With the video sources of that file.
    public static Platform withVideo(Path folder, Path sources) {
        Path data = folder.resolve("data");
        try {
            Options options = new Options(data, 0, SmallCity.in(folder), "http://127.0.0.1:9", null, null);
            return new Platform(data, Server.start(options.withVideo(sources), Clock.systemUTC(), _ -> {}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// On what an earlier release left in the folder `data`, with the city it was founded with beside it.
    public static Platform again(Path folder, Clock clock) throws IOException {
        Path data = folder.resolve("data");
        Options options = new Options(data, 0, folder.resolve("city"), "http://127.0.0.1:9", null, null);
        return new Platform(data, Server.start(options, clock, _ -> {}));
    }

    private static Platform start(Path folder, Clock clock, @Nullable Path keys, @Nullable Path switches) {
        Path data = folder.resolve("data");
        try {
            return new Platform(
                    data,
                    Server.start(
                            new Options(data, 0, SmallCity.in(folder), "http://127.0.0.1:9", null, null)
                                    .withOpen311(keys)
                                    .withCti(switches),
                            clock,
                            _ -> {}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Server server() {
        return server;
    }

    public Set<String> routes() {
        return server.routes();
    }

    /// The access journal as `person route subject`.
    public List<String> disclosures() {
        return new Disclosures(server.database())
                .newest(100).stream()
                        .map(d -> d.actor().person().value() + " " + d.route() + " " + d.subject())
                        .toList();
    }

    /// How many listen to the stream.
    public int listeners() {
        return server.hub().clients();
    }

    public Path data() {
        return data;
    }

    public int port() {
        return server.port();
    }

    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    public String password(String user) {
        return passwords.get(user);
    }

    /// The token of somebody signed in with the post that fits the account's name.
    public String token(String user) {
        return tokens.computeIfAbsent(user, u -> signIn(u).token());
    }

    public SignIn.Answer signIn(String user) {
        return signIn(user, "seat-1");
    }

    public SignIn.Answer signIn(String user, String seat) {
        String post = switch (user.replaceAll("[0-9]+$", "")) {
            case "leader", "relief" -> "duty-leader";
            case "west" -> "acceptor";
            case "depart", "dept" -> "department";
            case "chief" -> "leader";
            case "boss" -> "administrator";
            case "device" -> "simulator-device";
            default -> user.replaceAll("[0-9]+$", "");
        };
        HttpResponse<String> answer =
                post("/api/v1/sessions", "", new SignIn.Request(user, passwords.get(user), post, seat));
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
        return Json.mapper().readValue(answer.body(), SignIn.Answer.class);
    }

    /// The status of signing this token out.
    public int signOut(String token) {
        return send(HttpRequest.newBuilder(uri("/api/v1/sessions"))
                        .header("Authorization", "Bearer " + token)
                        .DELETE())
                .statusCode();
    }

    /// Who the token is, or the problem.
    public JsonNode me(String token) {
        return Json.mapper()
                .readTree(send(HttpRequest.newBuilder(uri("/api/v1/me")).header("Authorization", "Bearer " + token))
                        .body());
    }

    public HttpResponse<String> get(String path, String user) {
        return send(request(path, user).GET());
    }

    public JsonNode json(String path, String user) {
        HttpResponse<String> answer = get(path, user);
        if (answer.statusCode() != 200) {
            throw new AssertionError(path + ": " + answer.statusCode() + " " + answer.body());
        }
        return Json.mapper().readTree(answer.body());
    }

    public HttpResponse<String> post(String path, String user, Object body) {
        return send(request(path, user)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        body instanceof String s ? s : Json.mapper().writeValueAsString(body))));
    }

    public HttpResponse<String> command(String user, String key, Object body) {
        return send(request("/api/v1/commands", user)
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(
                        body instanceof String s ? s : Json.mapper().writeValueAsString(body))));
    }

    /// Applies a command that must succeed and returns its revision.
    public long apply(String user, Object body) {
        HttpResponse<String> answer = command(user, UUID.randomUUID().toString(), body);
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
        return Json.mapper().readTree(answer.body()).path("revision").asLong();
    }

    /// A builder with the caller's token; the empty user has none.
    public HttpRequest.Builder request(String path, String user) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path));
        return user.isEmpty() ? request : request.header("Authorization", "Bearer " + token(user));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, HttpResponse.BodyHandlers.ofString());
    }

    public <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
        try {
            return client.send(request.build(), body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public HttpClient client() {
        return client;
    }

    @Override
    public void close() {
        client.shutdownNow();
        server.close();
    }
}
