package org.yiping.server;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.yiping.Parent;
import org.yiping.server.data.Backup;
import org.yiping.server.data.Database;
import org.yiping.server.data.Ledger;
import org.yiping.server.data.StorageException;

/// The server's command line.
public final class Main {
    private static final String USAGE = """
            server --data DIR [--port N] [--city DIR] [--cameras URL] [--storage JDBC-URL]
                   [--tls-keystore FILE --tls-password-file FILE] [--gateway FILE]
                   [--open311 FILE]         opens GeoReport v2 at /open311/v2; FILE holds the apps' keys (docs/open311.md)
                   [--cti FILE]         takes the hotline's calls at /api/v1/calls; FILE holds its switches' keys (docs/hotline.md)
                   [--video FILE]       names the city's video sources (docs/city.md)
                   [--replay yes]       commands bring their own time: for doing a past again, never for a working hall
            server backup --data DIR --to FILE      copies a running or stopped server's storage
            server restore --from FILE --data DIR   lays a backup out in an empty folder
            server check --data DIR                 follows the journal's hash chain (server stopped)
            """ + Importing.USAGE;

    private Main() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Parent.watch();
        List<String> words = List.of(args);
        if (words.contains("--help")) {
            System.out.println(USAGE);
            return;
        }
        String verb = words.isEmpty() || words.getFirst().startsWith("--") ? "serve" : words.getFirst();
        Map<String, String> options = options(words);
        try {
            switch (verb) {
                case "serve" -> serve(options);
                case "backup" -> backup(path(options, "data"), path(options, "to"));
                case "restore" -> Backup.restore(path(options, "from"), path(options, "data"));
                case "check" -> check(path(options, "data"));
                case "import" ->
                    System.exit(new Importing(words.subList(1, words.size()), Clock.systemUTC(), System.out, System.err)
                            .run());
                default -> throw new IllegalArgumentException("unknown: " + verb);
            }
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage() + "\n" + USAGE);
            System.exit(2);
        } catch (IllegalStateException | StorageException | IOException e) {
            System.err.println(e.getMessage()
                    + (e.getCause() == null ? "" : ": " + e.getCause().getMessage()));
            System.exit(1);
        }
    }

    private static Map<String, String> options(List<String> words) {
        Map<String, String> options = new java.util.LinkedHashMap<>();
        for (int i = 0; i + 1 < words.size(); i++) {
            if (words.get(i).startsWith("--")) {
                options.put(words.get(i).substring(2), words.get(i + 1));
            }
        }
        return options;
    }

    private static Path path(Map<String, String> options, String name) {
        String value = options.get(name);
        if (value == null) {
            throw new IllegalArgumentException("--" + name + " is missing");
        }
        return Path.of(value);
    }

    private static @Nullable Path optional(Map<String, String> options, String name) {
        String value = options.get(name);
        return value == null ? null : Path.of(value);
    }

    private static void serve(Map<String, String> options) throws IOException, InterruptedException {
        Path keystore = optional(options, "tls-keystore");
        Options.Tls tls = keystore == null ? null : new Options.Tls(keystore, path(options, "tls-password-file"));
        boolean replay = "yes".equals(options.get("replay"));
        if (replay) {
            System.out.println("REPLAY: commands bring their own time, and nothing acts by itself");
        }
        Server server = Server.start(
                new Options(
                        path(options, "data"),
                        Integer.parseInt(options.getOrDefault("port", "0")),
                        optional(options, "city"),
                        options.getOrDefault("cameras", "http://127.0.0.1:0"),
                        options.get("storage"),
                        tls,
                        optional(options, "gateway"),
                        replay,
                        optional(options, "open311"),
                        optional(options, "cti"),
                        optional(options, "video")),
                Clock.systemUTC(),
                shown -> System.out.println("administrator (shown once): " + shown));
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            server.close();
            stopped.countDown();
        }));
        System.out.println("ready " + (tls == null ? "http://127.0.0.1:" : "https://localhost:") + server.port());
        stopped.await();
    }

    /// A running server copies itself; a stopped one is copied from here.
    private static void backup(Path data, Path to) throws IOException, InterruptedException {
        Path inside = data.resolve("server.inside");
        if (Files.exists(inside)) {
            List<String> lines = Files.readAllLines(inside);
            URI uri = URI.create("http://127.0.0.1:" + lines.get(0) + "/backup?to="
                    + URLEncoder.encode(to.toAbsolutePath().toString(), StandardCharsets.UTF_8));
            try (HttpClient client = HttpClient.newHttpClient()) {
                HttpResponse<String> answer = client.send(
                        HttpRequest.newBuilder(uri)
                                .header("Authorization", "Bearer " + lines.get(1))
                                .POST(HttpRequest.BodyPublishers.noBody())
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() != 204) {
                    throw new IOException("the server refused: " + answer.statusCode() + " " + answer.body());
                }
                return;
            } catch (java.net.ConnectException e) {
                // left over by a server that was killed: nobody runs, so the files are ours
            }
        }
        try (Database database = Database.existing(data)) {
            new Backup(
                            database,
                            new org.yiping.server.data.FileStore(
                                    data.resolve("files"), new org.yiping.server.data.FileTable(database)))
                    .to(to);
        }
    }

    private static void check(Path data) throws IOException {
        try (Database database = Database.existing(data)) {
            Ledger ledger = new Ledger(database);
            long broken = ledger.firstBroken();
            if (broken != 0) {
                throw new IOException("the journal's chain breaks at revision " + broken);
            }
            System.out.println("journal whole up to revision " + ledger.revision());
        }
    }
}
