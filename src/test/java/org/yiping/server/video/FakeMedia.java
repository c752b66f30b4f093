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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/// A media platform of one camera as they are: a stream that runs is given to all who ask for it, under one session,
/// what was recorded to each under its own; to stop what does not run is an error, said in the body of a 200. What is
/// to be done at a device is answered with a ticket; the device has done it by the second time that is asked after.
public final class FakeMedia implements AutoCloseable {
    public static final String CAMERA = "51010000001320000009";

    public final Map<String, String> running = new ConcurrentHashMap<>();
    public final AtomicInteger stops = new AtomicInteger();

    /// What was played aloud: words, volume, repeats.
    public final List<String> heard = new CopyOnWriteArrayList<>();

    private final Map<Integer, String> presets = new TreeMap<>();
    private final Map<String, Job> jobs = new HashMap<>();
    private final AtomicInteger given = new AtomicInteger();
    private final HttpServer server;

    /// What a device does when it comes to it, and whether it could.
    private static final class Job {
        final BooleanSupplier work;
        boolean asked;

        Job(BooleanSupplier work) {
            this.work = work;
        }
    }

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
                "stop", "/stop/{session}",
                "presets", "/presets/{camera}",
                "preset", "/preset/{camera}/{act}/{number}/{name}",
                "speak", "/speak/{camera}/{text}/{volume}/{repeats}",
                "ask", "/ask/{ticket}");
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
            case "presets" ->
                "{\"code\": 0, \"data\": ["
                        + presets.entrySet().stream()
                                .map(e -> "{\"number\": " + e.getKey() + ", \"name\": \"" + e.getValue() + "\"}")
                                .collect(Collectors.joining(","))
                        + "]}";
            case "preset" ->
                ticket(() -> preset(parts[3], Integer.parseInt(parts[4]), parts.length > 5 ? parts[5] : ""));
            case "speak" -> ticket(() -> heard.add(String.join(" ", parts[3], parts[4], parts[5])));
            case "ask" -> asked(parts[2]);
            default -> "{\"code\": 404}";
        };
    }

    private boolean preset(String act, int number, String name) {
        return switch (act) {
            case "set" -> {
                presets.put(number, name);
                yield true;
            }
            case "delete" -> presets.remove(number) != null;
            default -> presets.containsKey(number);
        };
    }

    private String ticket(BooleanSupplier work) {
        String ticket = "t" + given.incrementAndGet();
        jobs.put(ticket, new Job(work));
        return "{\"code\": 0, \"data\": {\"ticket\": \"" + ticket + "\"}}";
    }

    private String asked(String ticket) {
        Job job = jobs.get(ticket);
        if (job == null) {
            return "{\"code\": 404, \"msg\": \"no such ticket\"}";
        }
        if (!job.asked) {
            job.asked = true;
            return "{\"code\": 0, \"data\": {\"state\": \"running\"}}";
        }
        jobs.remove(ticket);
        return "{\"code\": 0, \"data\": {\"state\": \"" + (job.work.getAsBoolean() ? "done" : "failed") + "\"}}";
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
