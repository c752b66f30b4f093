package org.yiping.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
    private static final int PATIENCE_SECONDS = 240;

    private final HttpClient http = HttpClient.newHttpClient();

    @Override
    public void run(Hall hall, Rows rows) throws Exception {
        FullCity city = FullCity.make(hall);
        List<Double> ready = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            server(hall, city, ready).end();
        }
        Hall.Server server = server(hall, city, new ArrayList<>());
        Seat seat = new Seat(
                server.url(),
                Account.of(server.accounts(), "dispatcher"),
                hall.folder().resolve("seat"));
        fill(hall, seat);
        List<Double> online = consoles(hall, seat, "server up");
        server.end();
        List<Double> offline = consoles(hall, seat, "server down");
        rows.add(
                Row.atMost("console_interactive_ms", median(online), "ms", GOAL_MILLIS),
                Row.atMost("console_offline_ms", median(offline), "ms", GOAL_MILLIS),
                Row.atMost("server_ready_ms", median(ready), "ms", GOAL_MILLIS));
    }

    private Hall.Server server(Hall hall, FullCity city, List<Double> values) throws Exception {
        Files.deleteIfExists(city.data().resolve("server.inside"));
        long exec = System.currentTimeMillis();
        Hall.Server server = hall.server(city.data());
        URI health = URI.create("http://127.0.0.1:"
                + Files.readAllLines(city.data().resolve("server.inside")).getFirst() + "/health/ready");
        while (http.send(HttpRequest.newBuilder(health).build(), HttpResponse.BodyHandlers.discarding())
                        .statusCode()
                != 200) {
            Thread.sleep(5);
        }
        values.add((double) (System.currentTimeMillis() - exec));
        say("server ready", values.getLast(), server.program(), "");
        return server;
    }

    /// One workstation's seat, always the same: its account and its folder.
    private record Seat(String url, Account account, Path own) {
        Path shots() {
            return own.resolve("shots");
        }

        Hall.Program start(Hall hall) throws IOException {
            return hall.start(
                    "CONSOLE",
                    "org.yiping.console.Main",
                    Hall.seat(url, account, "dispatcher", own, "--screens", "0-2", "--shots", shots().toString()));
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
            if (!Hall.await(() -> Files.exists(told) || !console.process().isAlive(), PATIENCE_SECONDS)
                    || !Files.exists(told)) {
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
            Hall.await(() -> Files.exists(revision), PATIENCE_SECONDS);
            return Optional.of(value);
        } finally {
            console.end();
        }
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
