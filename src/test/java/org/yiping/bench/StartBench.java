package org.yiping.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.yiping.figures.Row;
import org.yiping.protocol.Json;
import tools.jackson.databind.JsonNode;

/// `bench start`: five new processes each of the server and of a workstation with three windows, with the server up and
/// with it down, in a city of 20,000 open cases that the workstation has in its cache.
///
/// A workstation is there when a mouse click on a row of the painted queue has opened that case and the whole map is
/// painted; it tells the moment itself, because nobody outside sees its screen. A server is there when it has said so
/// and answers its health question. From the exec to there, by the machine's clock.
final class StartBench implements Bench {
    private static final int TIMES = 5;
    private static final double GOAL_MILLIS = 3000;
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final HttpClient http = HttpClient.newHttpClient();

    @Override
    public List<Row> run(Hall hall) throws Exception {
        FullCity city = FullCity.make(hall);
        List<Double> ready = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            Hall.Program server = server(hall, city, ready);
            server.end();
        }
        Hall.Program server = server(hall, city, new ArrayList<>());
        String url = "http://127.0.0.1:"
                + Files.readString(city.data().resolve("server.port")).strip();
        Seat seat = Seat.of(hall, city, url);
        fill(hall, seat);
        List<Double> online = consoles(hall, seat, "server up");
        server.end();
        List<Double> offline = consoles(hall, seat, "server down");
        return List.of(
                Row.atMost("console_interactive_ms", median(online), "ms", GOAL_MILLIS),
                Row.atMost("console_offline_ms", median(offline), "ms", GOAL_MILLIS),
                Row.atMost("server_ready_ms", median(ready), "ms", GOAL_MILLIS));
    }

    private Hall.Program server(Hall hall, FullCity city, List<Double> values) throws Exception {
        Files.deleteIfExists(city.data().resolve("server.inside"));
        long exec = System.currentTimeMillis();
        Hall.Program server = hall.start(
                "SERVER", "org.yiping.server.Main", "--data", city.data().toString(), "--port", "0");
        if (server.await(l -> l.startsWith("ready http")).isEmpty()) {
            throw new IOException("the server did not start; see errors.log");
        }
        URI health = URI.create("http://127.0.0.1:"
                + Files.readAllLines(city.data().resolve("server.inside")).getFirst() + "/health/ready");
        while (http.send(HttpRequest.newBuilder(health).build(), HttpResponse.BodyHandlers.discarding())
                        .statusCode()
                != 200) {
            Thread.sleep(5);
        }
        values.add((double) (System.currentTimeMillis() - exec));
        say("server ready", values.getLast(), server, "");
        server.drain();
        return server;
    }

    /// One workstation's seat, always the same: its account and its folder.
    private record Seat(FullCity.Account account, Path password, Path cache, Path shots, String url) {
        static Seat of(Hall hall, FullCity city, String url) throws IOException {
            FullCity.Account account = city.account("dispatcher");
            Path password = hall.folder().resolve("password");
            Files.writeString(password, account.password());
            return new Seat(
                    account,
                    password,
                    hall.folder().resolve("cache"),
                    hall.folder().resolve("shots"),
                    url);
        }

        Hall.Program start(Hall hall) throws IOException {
            return hall.start(
                    "CONSOLE",
                    "org.yiping.console.Main",
                    "--server",
                    url,
                    "--user",
                    account.user(),
                    "--password-file",
                    password.toString(),
                    "--post",
                    account.post(),
                    "--data",
                    cache.toString(),
                    "--screens",
                    "0-2",
                    "--shots",
                    shots.toString());
        }
    }

    /// The seat's first morning: it takes the city from the server into its cache.
    private static void fill(Hall hall, Seat seat) throws Exception {
        Optional<Double> first = console(hall, seat, "the seat's first start, not counted");
        if (first.isEmpty()) {
            throw new IOException("the workstation did not come up; it needs three monitors");
        }
    }

    private static List<Double> consoles(Hall hall, Seat seat, String what) throws Exception {
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            console(hall, seat, what).ifPresent(values::add);
        }
        return values;
    }

    private static Optional<Double> console(Hall hall, Seat seat, String what) throws Exception {
        Files.createDirectories(seat.shots());
        Path told = seat.shots().resolve("interactive");
        Path revision = seat.shots().resolve("revision");
        Files.deleteIfExists(told);
        Files.deleteIfExists(revision);
        Files.writeString(seat.shots().resolve("click"), "");
        long exec = System.currentTimeMillis();
        Hall.Program console = seat.start(hall);
        console.drain();
        try {
            if (!settled(() -> Files.exists(told) || !console.process().isAlive()) || !Files.exists(told)) {
                System.out.println(what + ": not interactive");
                return Optional.empty();
            }
            JsonNode moments = Json.mapper().readTree(told);
            double value = moments.path("painted").asLong() - (double) exec;
            say(
                    what,
                    value,
                    console,
                    String.format(
                            Locale.ROOT,
                            ", clicked after %d, map after %d",
                            moments.path("click").asLong() - exec,
                            moments.path("map").asLong() - exec));
            settled(() -> Files.exists(revision));
            return Optional.of(value);
        } finally {
            console.end();
        }
    }

    private static boolean settled(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            Thread.sleep(10);
        }
        return true;
    }

    private static void say(String what, double millis, Hall.Program program, String more) {
        System.out.printf(
                Locale.ROOT,
                "%s: %.0f ms, %s s of processor%s%n",
                what,
                millis,
                program.process()
                        .info()
                        .totalCpuDuration()
                        .map(d -> String.format(Locale.ROOT, "%.1f", d.toMillis() / 1000.0))
                        .orElse("?"),
                more);
    }

    private static @Nullable Double median(List<Double> values) {
        return values.size() < TIMES ? null : values.stream().sorted().toList().get(TIMES / 2);
    }
}
