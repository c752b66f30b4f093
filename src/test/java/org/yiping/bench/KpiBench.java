package org.yiping.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.yiping.figures.Row;
import org.yiping.protocol.Json;
import tools.jackson.databind.JsonNode;

/// `bench kpi`: a million cases and a thousand changes a second through the product's API, and screens that ask for
/// their panels meanwhile: boards and places, as the console's panels do, and single figures, groups and lists, as
/// others may. Every answer is timed. Beside them the console's own boards show a month and a year, second by second;
/// how old they are is looked at all the time: since the first change that was acknowledged and is not in what stands
/// there. Before and after, everything is counted anew from the journal and from every row, and compared. At the end
/// the list of every case is written.
final class KpiBench implements Bench {
    private static final int SECONDS = Integer.getInteger("yiping.bench.seconds", 60);
    private static final int RATE = Integer.getInteger("yiping.bench.rate", 1000);
    private static final int LINES = 64;
    private static final int OPEN = 600;
    /// Each asks for all its panels, one after another, twice a second.
    private static final int SCREENS = 4;
    private static final int STARTING = 300;

    /// What the panels of a wall and of a supervisor's desk ask for.
    private static final List<String> PANELS = List.of(
            "/api/v1/figures/board?period=month",
            "/api/v1/figures/board?period=year",
            "/api/v1/figures/places?period=month",
            "/api/v1/figures?period=day",
            "/api/v1/figures?period=month&codes=closing-rate,handle-in-time-rate,close-median,close-p90",
            "/api/v1/figures?period=year&codes=closing-rate,on-time-rate,reported,closed",
            "/api/v1/figures/groups?by=department&period=month&codes=filed,closed,on-time-rate,close-p90",
            "/api/v1/figures/groups?by=area&level=street&period=30d&codes=reported,open,overdue",
            "/api/v1/figures/groups?by=class&period=quarter&codes=reported",
            "/api/v1/figures/groups?by=week_hour&period=30d&codes=reported",
            "/api/v1/figures/cases?counter=overdue&period=day&limit=50");

    private final Times panels = new Times();
    private final Times behind = new Times();
    private final Times ages = new Times();
    private final Map<String, Times> byPanel = new TreeMap<>();
    private final AtomicInteger failed = new AtomicInteger();

    /// When which revision was acknowledged first, as often as somebody looked.
    static final class Acks {
        private long[] nanos = new long[1 << 12];
        private long[] revisions = new long[1 << 12];
        private int size;

        synchronized void add(long at, long revision) {
            if (size > 0 && revisions[size - 1] == revision) {
                return;
            }
            if (size == nanos.length) {
                nanos = Arrays.copyOf(nanos, size * 2);
                revisions = Arrays.copyOf(revisions, size * 2);
            }
            nanos[size] = at;
            revisions[size++] = revision;
        }

        /// How long ago something was acknowledged that is not in `revision`; 0 where nothing was.
        synchronized long age(long revision, long now) {
            for (int i = 0; i < size; i++) {
                if (revisions[i] > revision) {
                    return Math.max(0, now - nanos[i]);
                }
            }
            return 0;
        }
    }

    @Override
    public void run(Hall hall, Rows rows) throws Exception {
        MillionCity.Copy city = MillionCity.copy(hall);
        Hall.Server server = hall.server(city.data());
        long begin = System.nanoTime();
        Seats seats = Seats.of(server.port(), city.city(), city.data().resolve("accounts.csv"));
        try (Hiccups hiccups = new Hiccups();
                Line line = new Line(server.port())) {
            Seats.Seat asking = seats.seat("acceptor", 0);
            Seats.Seat boss = seats.seat("administrator", 0);
            boolean counted = Hall.await(
                    () -> line.get("/api/v1/figures?period=day", asking.head()).status() == 200, STARTING);
            double started = (System.nanoTime() - begin) / 1e9;
            System.out.printf(Locale.ROOT, "first counted from the journal within %.1f s of the start%n", started);
            JsonNode first = recount(line, boss);
            Shift shift = new Shift(seats, "kpi", OPEN);
            Watch warm = new Watch(server.program().process(), hiccups);
            Shift.Done warmed = shift.flatOut(20, Math.max(5, SECONDS / 2.0));
            warm.tell(String.format(Locale.ROOT, "warmed up with %.0f changes/s", warmed.perSecond()));
            Watch watch = new Watch(server.program().process(), hiccups);
            Shift.Done done = underLoad(shift, server.port(), asking);
            watch.tell(String.format(
                    Locale.ROOT,
                    "%.0f of %d changes/s, answered in %s; %d panels, failed %d",
                    done.perSecond(),
                    RATE,
                    done.took().told(),
                    panels.count(),
                    failed.get()));
            byPanel.forEach((panel, times) -> System.out.println(panel + ": " + times.told()));
            System.out.println("answers behind by: " + behind.told());
            System.out.println("shown figures behind by: " + ages.told());
            JsonNode second = recount(line, boss);
            double heap = Watch.liveHeap(server.program().process());
            boolean sound = counted && failed.get() == 0;
            double equal =
                    first.path("equal").asBoolean(false) && second.path("equal").asBoolean(false) ? 1 : 0;
            rows.add(
                    Row.atMost(
                            "recompute_s",
                            Math.max(
                                    first.path("seconds").asDouble(),
                                    second.path("seconds").asDouble()),
                            "s",
                            60),
                    Row.atLeast("recompute_equal", equal, "", 1),
                    Row.atMost("figure_age_p99_ms", sound ? ages.millis(0.99) : null, "ms", 2000),
                    Row.atMost("panel_p99_ms", sound ? panels.millis(0.99) : null, "ms", 100),
                    Row.told("kpi_changes_per_s", Math.round(done.perSecond() * 10) / 10.0, "1/s"),
                    Row.told("kpi_first_count_s", Math.round(started * 10) / 10.0, "s"),
                    Row.told("kpi_heap_mb", (double) Math.round(heap), "MB"));
            ListExport export = new ListExport(
                    server.port(), seats.seat("supervisor", 0), server.program().process());
            rows.part("export", () -> rows.add(export.rows()));
            server.end();
        }
    }

    private static JsonNode recount(Line line, Seats.Seat boss) throws IOException {
        Line.Answer answer = line.post(
                "/api/v1/figures/recount", boss.head() + "Content-Type: application/json\r\n", new byte[] {'{', '}'});
        System.out.println("recount: " + answer.body());
        return Json.mapper().readTree(answer.body());
    }

    private Shift.Done underLoad(Shift shift, int port, Seats.Seat asking) throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        Acks acks = new Acks();
        List<Thread> threads = new ArrayList<>();
        threads.add(Thread.ofPlatform().name("acks").start(() -> {
            while (!over.get()) {
                acks.add(System.nanoTime(), shift.highest());
                pause(2);
            }
        }));
        for (String panel : PANELS) {
            byPanel.put(panel, new Times());
        }
        for (int i = 0; i < SCREENS; i++) {
            int screen = i;
            threads.add(Thread.ofPlatform().name("screen-" + i).start(() -> screen(port, asking, screen, over, acks)));
        }
        ShownBoards shown = new ShownBoards(port, asking, acks, ages);
        threads.add(Thread.ofPlatform().name("boards").start(() -> {
            try {
                shown.show(over);
            } catch (IOException e) {
                failed.incrementAndGet();
            }
        }));
        threads.add(Thread.ofPlatform().name("looks").start(() -> shown.look(over)));
        Shift.Done done = shift.paced(LINES, SECONDS, RATE);
        over.set(true);
        for (Thread thread : threads) {
            thread.join();
        }
        return done;
    }

    private void screen(int port, Seats.Seat asking, int number, AtomicBoolean over, Acks acks) {
        try (Line line = new Line(port)) {
            for (int round = number; !over.get(); round++) {
                for (int i = 0; i < PANELS.size() && !over.get(); i++) {
                    ask(line, asking, PANELS.get((round + i) % PANELS.size()), acks);
                    pause(500 / PANELS.size());
                }
            }
        } catch (IOException e) {
            failed.incrementAndGet();
        }
    }

    private void ask(Line line, Seats.Seat asking, String panel, Acks acks) throws IOException {
        long start = System.nanoTime();
        Line.Answer answer = line.get(panel, asking.head());
        long end = System.nanoTime();
        if (answer.status() != 200) {
            failed.incrementAndGet();
            return;
        }
        panels.add(end - start);
        byPanel.get(panel).add(end - start);
        JsonNode revision = Json.mapper().readTree(answer.body()).path("revision");
        if (revision.isNumber()) { // places have none
            behind.add(acks.age(revision.asLong(), end));
        }
    }

    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
