package org.yiping.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
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
    private static final int STARTS = Integer.getInteger("yiping.bench.starts", 5);
    private static final int GOAL = 1000;
    private static final int OPEN = 600;
    /// One command at a time each: as many as there are seats.
    private static final int LINES = 20;
    /// At a steady pace enough to be never the ones that are waited for.
    private static final int PACED_LINES = 64;
    private static final long SEED = 20260325;

    @Override
    public void run(Hall hall, Rows rows) throws Exception {
        try (Hiccups hiccups = new Hiccups()) {
            rows.part("transitions", () -> rows.add(transitions(hall, hiccups)));
            rows.part("searches", () -> rows.add(searches(hall, hiccups)));
        }
    }

    private List<Row> transitions(Hall hall, Hiccups hiccups) throws Exception {
        Path city = hall.folder().resolve("city");
        new CityGenerator(SEED).write(city);
        Hall.Server server = hall.server(hall.folder().resolve("server"), "--city", city.toString());
        Seats seats = Seats.of(server.port(), city, server.data().resolve("accounts.csv"));
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
                Watch watch = new Watch(server.program().process(), hiccups);
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
                Watch watch = new Watch(server.program().process(), hiccups);
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
            double cut = listeners.cut.get();
            server.end();
            return List.of(
                    Row.atLeast("transitions_per_s", missing > 0 ? null : median(rates), "1/s", GOAL),
                    Row.atMost("transition_p99_ms", median(p99s), "ms", 50),
                    Row.atMost("transition_rows_missing", (double) missing, "rows", 0),
                    Row.atMost("push_gaps", (double) listeners.gaps.get(), "frames", 0),
                    Row.atMost("push_clients_cut", cut, "clients", 0),
                    Row.told("client_cpu_s_per_minute", Math.round(own * 600.0 / SECONDS) / 10.0, "s"),
                    Row.told("machine_hiccup_max_ms", Math.round(hiccup * 10) / 10.0, "ms"));
        }
    }

    /// Cold are the first questions of each kind after a start, before anything warmed the server up; five starts.
    private List<Row> searches(Hall hall, Hiccups hiccups) throws Exception {
        MillionCity.Copy city = MillionCity.copy(hall);
        Times cold = new Times();
        Map<String, List<Double>> coldByKind = new TreeMap<>();
        for (int i = 1; i <= STARTS; i++) {
            Hall.Server server = hall.server(city.data());
            Seats seats = Seats.of(server.port(), city.city(), city.data().resolve("accounts.csv"));
            SearchStretch search = new SearchStretch(seats, i);
            search.round();
            for (String kind : SearchStretch.KINDS) {
                Double took = search.of(kind).millis(1);
                if (took != null) {
                    coldByKind.computeIfAbsent(kind, k -> new ArrayList<>()).add(took);
                    cold.add((long) (took * 1e6));
                }
            }
            if (i < STARTS) {
                server.end();
                continue;
            }
            coldByKind.forEach((kind, all) -> System.out.println("cold " + kind + " (ms, each start): " + all));
            return warmSearches(server, seats, cold, hiccups);
        }
        throw new IllegalStateException("no start");
    }

    private List<Row> warmSearches(Hall.Server server, Seats seats, Times cold, Hiccups hiccups) throws Exception {
        try (Listeners listeners = new Listeners()) {
            seats.listen(listeners, CLIENTS);
            Shift shift = new Shift(seats, "million", OPEN);
            warm(shift, server, hiccups);
            shift.recount();
            Watch watch = new Watch(server.program().process(), hiccups);
            SearchStretch search = new SearchStretch(seats, 77);
            long end = System.nanoTime() + SECONDS * 1_000_000_000L;
            Thread searcher = Thread.ofPlatform().name("searcher").start(() -> {
                try {
                    while (System.nanoTime() < end) {
                        search.round();
                        Thread.sleep(50);
                    }
                } catch (IOException | InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            });
            Shift.Done done = shift.paced(PACED_LINES, SECONDS, GOAL / 2);
            searcher.join();
            double hiccup = hiccups.maxMillis();
            watch.tell(String.format(
                    Locale.ROOT,
                    "among %d closed cases: %.0f of %d transitions/s, answered in %s",
                    MillionCity.CLOSED,
                    done.perSecond(),
                    GOAL / 2,
                    done.took().told()));
            shift.tell();
            search.tell("warm");
            double heap = Watch.liveHeap(server.program().process());
            server.end();
            List<Row> rows = new ArrayList<>();
            rows.add(Row.atMost("search_p99_ms", worst(search, cold), "ms", 300));
            for (String kind : SearchStretch.KINDS) {
                rows.add(Row.told("search_" + kind + "_p99_ms", search.of(kind).millis(0.99), "ms"));
            }
            rows.add(Row.told("search_cold_max_ms", cold.millis(1), "ms"));
            for (String kind : SearchStretch.BESIDE) {
                rows.add(Row.atMost(kind + "_p99_ms", search.of(kind).millis(0.99), "ms", 100));
            }
            rows.add(Row.atMost("heap_mb", (double) Math.round(heap), "MB", 1024));
            rows.add(Row.told("transition_p99_ms_among_a_million", done.took().millis(0.99), "ms"));
            rows.add(Row.told("machine_hiccup_max_ms_among_a_million", Math.round(hiccup * 10) / 10.0, "ms"));
            return search.failed() > 0 ? List.of(Row.atMost("search_p99_ms", null, "ms", 300)) : rows;
        }
    }

    /// The worst of the eight kinds, warm by its p99, cold by its longest.
    private static @Nullable Double worst(SearchStretch search, Times cold) {
        Double worst = cold.millis(1);
        for (String kind : SearchStretch.KINDS) {
            Double p99 = search.of(kind).millis(0.99);
            if (p99 == null || worst == null) {
                return null;
            }
            worst = Math.max(worst, p99);
        }
        return worst;
    }

    private static void warm(Shift shift, Hall.Server server, Hiccups hiccups)
            throws InterruptedException, IOException {
        Watch watch = new Watch(server.program().process(), hiccups);
        Shift.Done done = shift.flatOut(LINES, Math.max(5, SECONDS / 2.0));
        watch.tell(String.format(Locale.ROOT, "warmed up with %.0f transitions/s", done.perSecond()));
        shift.tell();
    }

    /// What listeners have not been told yet does not burden the next stretch.
    private static void settle(Listeners listeners, Shift shift) throws Exception {
        Hall.await(() -> listeners.behind(shift.highest()) <= listeners.cut.get(), 60);
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
