package org.yiping.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.yiping.figures.Row;
import org.yiping.simulator.city.CityGenerator;

/// `bench casework`: twenty seats work cases over HTTP through all thirty rows of the transition table while three
/// hundred push clients listen, then the same among a million closed cases while somebody searches.
///
/// Seats and listeners are this process, the server is another, with the flags it always has.
final class CaseworkBench implements Bench {
    private static final int CLIENTS = Integer.getInteger("yiping.bench.clients", 300);
    private static final int SECONDS = Integer.getInteger("yiping.bench.seconds", 60);
    private static final int TIMES = 3;
    private static final int GOAL = 1000;
    private static final int OPEN = 600;
    /// One command at a time each: as many as there are seats.
    private static final int LINES = 20;
    /// At a steady pace enough to be never the ones that are waited for.
    private static final int PACED_LINES = 64;
    private static final long SEED = 20260325;

    @Override
    public List<Row> run(Hall hall) throws Exception {
        List<Row> rows = new ArrayList<>();
        try (Hiccups hiccups = new Hiccups()) {
            rows.addAll(transitions(hall, hiccups));
        }
        return rows;
    }

    private List<Row> transitions(Hall hall, Hiccups hiccups) throws Exception {
        Path city = hall.folder().resolve("city");
        new CityGenerator(SEED).write(city);
        Path data = hall.folder().resolve("server");
        Hall.Program server = hall.start(
                "SERVER",
                "org.yiping.server.Main",
                "--data",
                data.toString(),
                "--port",
                "0",
                "--city",
                city.toString());
        int port = port(server);
        Seats seats = Seats.of(port, city, data.resolve("accounts.csv"));
        try (Listeners listeners = new Listeners()) {
            seats.listen(listeners, CLIENTS);
            Shift shift = new Shift(seats, "bench", OPEN);
            warm(shift, server, hiccups);
            List<Double> rates = new ArrayList<>();
            List<Double> p99s = new ArrayList<>();
            double hiccup = 0;
            double own = 0;
            int missing = 0;
            for (int i = 1; i <= TIMES; i++) {
                shift.recount();
                Watch watch = new Watch(server.process(), hiccups);
                long bytes = listeners.bytes.get();
                Shift.Done done = shift.flatOut(LINES, SECONDS);
                own = Math.max(own, watch.ownSeconds());
                hiccup = Math.max(hiccup, hiccups.maxMillis());
                watch.tell(String.format(
                        Locale.ROOT,
                        "flat out %d: %.0f transitions/s over %d lines, answered in %s; %d push clients, %.1f MB/s to them",
                        i,
                        done.perSecond(),
                        LINES,
                        done.took().told(),
                        listeners.size(),
                        (listeners.bytes.get() - bytes) / 1e6 / SECONDS));
                shift.tell();
                rates.add(done.perSecond());
                missing = Math.max(missing, shift.missing());
            }
            settle(listeners, shift);
            for (int i = 1; i <= TIMES; i++) {
                shift.recount();
                Watch watch = new Watch(server.process(), hiccups);
                Shift.Done done = shift.paced(PACED_LINES, SECONDS, GOAL / 2);
                hiccup = Math.max(hiccup, hiccups.maxMillis());
                watch.tell(String.format(
                        Locale.ROOT,
                        "paced %d: %.0f of %d transitions/s, answered in %s",
                        i,
                        done.perSecond(),
                        GOAL / 2,
                        done.took().told()));
                Double p99 = done.took().millis(0.99);
                if (p99 != null) {
                    p99s.add(p99);
                }
            }
            shift.tell();
            settle(listeners, shift);
            server.end();
            return List.of(
                    Row.atLeast("transitions_per_s", missing > 0 ? null : median(rates), "1/s", GOAL),
                    Row.atMost("transition_p99_ms", median(p99s), "ms", 50),
                    Row.atMost("transition_rows_missing", (double) missing, "rows", 0),
                    Row.atMost("push_gaps", (double) listeners.gaps.get(), "frames", 0),
                    Row.told("push_clients_cut", (double) listeners.cut.get(), "clients"),
                    Row.told("client_cpu_s_per_minute", Math.round(own * 600.0 / SECONDS) / 10.0, "s"),
                    Row.told("machine_hiccup_max_ms", Math.round(hiccup * 10) / 10.0, "ms"));
        }
    }

    private static int port(Hall.Program server) throws IOException {
        String url = server.await(l -> l.startsWith("ready http"))
                .orElseThrow(() -> new IOException("the server did not start; see errors.log"))
                .substring("ready ".length());
        server.drain();
        return Integer.parseInt(url.substring(url.lastIndexOf(':') + 1));
    }

    private static void warm(Shift shift, Hall.Program server, Hiccups hiccups)
            throws InterruptedException, IOException {
        Watch watch = new Watch(server.process(), hiccups);
        Shift.Done done = shift.flatOut(LINES, Math.max(5, SECONDS / 2.0));
        watch.tell(String.format(Locale.ROOT, "warmed up with %.0f transitions/s", done.perSecond()));
        shift.tell();
    }

    /// What listeners have not been told yet does not burden the next stretch.
    private static void settle(Listeners listeners, Shift shift) throws InterruptedException {
        long end = System.nanoTime() + 60_000_000_000L;
        while (listeners.behind(shift.highest()) > listeners.cut.get() && System.nanoTime() < end) {
            Thread.sleep(50);
        }
        System.out.println("push clients not yet at revision " + shift.highest() + ": "
                + listeners.behind(shift.highest()) + "; frames " + listeners.frames.get() + ", gaps "
                + listeners.gaps.get() + ", cut " + listeners.cut.get());
    }

    private static @Nullable Double median(List<Double> values) {
        return values.size() < TIMES
                ? null
                : Double.valueOf(Math.round(values.stream().sorted().toList().get(TIMES / 2) * 10) / 10.0);
    }
}
