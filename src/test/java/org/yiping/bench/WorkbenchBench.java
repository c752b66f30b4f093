package org.yiping.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.yiping.city.CityFolder;
import org.yiping.domain.catalogue.CaseClass;
import org.yiping.domain.component.Component;
import org.yiping.figures.Row;

/// `bench workbench`: a workstation with a small heap in a city of 200,000 open cases, of which a thousand change every
/// second, while a hand sorts a queue of more than 30,000 rows anew five times a second for a minute and then types 500
/// queries into the queue's filter.
///
/// Keys are pressed by the toolkit's robot and go the way of every key; an input method is played by its events, which
/// is all a program sees of one. From the key to the picture: the painting of the frame with the new rows is in it.
final class WorkbenchBench implements Bench {
    /// Fewer only to try the bench itself; the rows tell how many there were.
    private static final int CASES = Integer.getInteger("yiping.bench.cases", 200_000);
    private static final int QUERIES = Integer.getInteger("yiping.bench.queries", 500);
    /// Others only to look at what lives in it.
    private static final String HEAP = System.getProperty("yiping.bench.heap", "-Xmx512m,-Xmn64m");
    /// Of these the typists' hands: three changes each.
    private static final int MOVED = CASES * 2 / 5;
    private static final int PER_SECOND = 1000;
    private static final long SEED = 20261126;
    private static final int STRESS_ROWS = Math.min(30_000, CASES * 3 / 20);
    private static final int SORTS = 300;
    private static final int SORT_PAUSE_MILLIS = 200;
    private static final int PAUSE_MILLIS = 40;

    @Override
    public void run(Hall hall, Rows out) throws Exception {
        FullCity city = FullCity.make(hall, CASES - MOVED, true);
        Hall.Server server = hall.server(city.data());
        String url = server.url();
        Path own = hall.folder().resolve("console");
        Path shots = Files.createDirectories(own.resolve("shots"));
        List<Account> accounts = server.accounts();
        Account dispatcher = Account.of(accounts, "dispatcher");
        try (HttpClient http = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build();
                Hiccups hiccups = new Hiccups()) {
            Platform eye = Platform.signIn(http, url, dispatcher.user(), dispatcher.password(), "dispatcher");
            CaseLoad load = CaseLoad.of(eye, SEED);
            Typists typists = new Typists(http, url, accounts);
            long seeded = typists.type(load, PushBench.registrations(MOVED), PER_SECOND)
                    .revision();
            Hall.Program console = console(hall, url, dispatcher, own);
            long asked = System.nanoTime();
            if (!Hall.await(() -> revision(shots) >= seeded, 240)) {
                throw new IOException("the workstation has no cases; see errors.log");
            }
            System.out.printf(
                    Locale.ROOT,
                    "the workstation has %d cases %.1f s after its start%n",
                    CASES,
                    (System.nanoTime() - asked) / 1e9);
            Thread.sleep(15_000); // the first minute of a shift is not what is measured
            AtomicBoolean enough = new AtomicBoolean();
            AtomicReference<Typists.@Nullable Done> typed = new AtomicReference<>();
            Thread typing = Thread.ofPlatform().start(() -> {
                try {
                    typed.set(typists.type(load, PushBench.mainLine(MOVED, MOVED / 4), PER_SECOND, enough::get));
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            List<String> words = words(hall.folder().resolve("city"));
            Stretch sorts = Stretch.played(
                    shots,
                    hiccups,
                    SORT_PAUSE_MILLIS,
                    "view state-to-dispatch",
                    java.util.Collections.nCopies(SORTS, "F5"));
            boolean loaded = typing.isAlive();
            // the first token has run out by now; later the typists have taken many of them on
            int rows = rows(Platform.signIn(http, url, dispatcher.user(), dispatcher.password(), "dispatcher"));
            Stretch keys = Stretch.played(
                    shots, hiccups, PAUSE_MILLIS, "view open", new Queries(SEED, words).strokes(QUERIES));
            loaded &= typing.isAlive();
            enough.set(true);
            typing.join();
            double heap = Watch.liveHeap(console.process());
            System.out.printf(
                    Locale.ROOT,
                    "load %.1f on %d processors%n",
                    ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                    Runtime.getRuntime().availableProcessors());
            console.end();
            server.end();
            if (!loaded) {
                System.out.println("the typists gave up before the hand");
            }
            if (rows < STRESS_ROWS) {
                System.out.println("only " + rows + " cases waited for a dispatcher");
            }
            out.add(
                    Row.atMost("keystroke_p99_ms", loaded ? keys.millis(0.99) : null, "ms", 50),
                    Row.atMost("refresh_fx_p99_ms", loaded ? keys.report.refreshMillis() : null, "ms", 16),
                    Row.atMost("fx_stall_max_ms", loaded ? keys.stall : null, "ms", 100),
                    Row.atMost("heap_mb", (double) Math.round(heap), "MB", 512),
                    Row.atMost(
                            "stress30k_fx_stall_max_ms", loaded && rows >= STRESS_ROWS ? sorts.stall : null, "ms", 100),
                    Row.told("keystroke_p50_ms", keys.millis(0.5), "ms"),
                    Row.told("keystroke_max_ms", keys.millis(1), "ms"),
                    Row.told("keystrokes", (double) keys.times.count(), "keys"),
                    Row.told("stress_rows", (double) rows, "rows"),
                    Row.told("cases", (double) CASES, "cases"),
                    Row.told("changes_per_s", perSecond(typed.get()), "cases/s"),
                    Row.told("machine_hiccup_max_ms", Math.round(hiccups.maxMillis() * 10) / 10.0, "ms"));
        }
    }

    private static @Nullable Double perSecond(Typists.@Nullable Done done) {
        return done == null ? null : (double) Math.round(done.accepted() / done.seconds());
    }

    /// What a script came to.
    private record Stretch(Times times, ConsoleReport report, double stall) {
        static Stretch played(Path shots, Hiccups hiccups, int pause, String view, List<String> strokes)
                throws Exception {
            play(shots, pause, List.of(view));
            Thread.sleep(3000);
            Files.writeString(shots.resolve("clear"), "");
            Hall.await(() -> !Files.exists(shots.resolve("clear")), 10);
            hiccups.reset();
            long began = System.nanoTime();
            List<String> told = play(shots, pause, strokes);
            double seconds = (System.nanoTime() - began) / 1e9;
            Thread.sleep(1000); // the console's next report
            ConsoleReport report = ConsoleReport.read(shots.resolve("paint"));
            Times times = new Times();
            told.forEach(line -> times.add(Long.parseLong(line.substring(0, line.indexOf(' ')))));
            told.stream()
                    .sorted((a, b) -> Long.compare(nanos(b), nanos(a)))
                    .limit(12)
                    .forEach(line -> System.out.printf(
                            Locale.ROOT, "  %.1f ms %s%n", nanos(line) / 1e6, line.substring(line.indexOf(' '))));
            System.out.printf(
                    Locale.ROOT,
                    "%s: %d strokes in %.1f s, %s; refresh p99 %s ms; stalls of 30 ms and more: %d, longest %d ms; "
                            + "painted p99 %s ms%n",
                    view,
                    strokes.size(),
                    seconds,
                    times.count() == 0 ? "none timed" : times.told(),
                    report.refreshMillis(),
                    report.stalls().size(),
                    report.stallMaxMillis(),
                    report.p99Millis());
            return new Stretch(times, report, report.worstStall(hiccups));
        }

        private static long nanos(String line) {
            return Long.parseLong(line.substring(0, line.indexOf(' ')));
        }

        @Nullable
        Double millis(double share) {
            return times.millis(share);
        }
    }

    private static List<String> play(Path shots, int pause, List<String> strokes) throws Exception {
        Path typed = shots.resolve("typed");
        Files.deleteIfExists(typed);
        List<String> script = new ArrayList<>();
        script.add(Integer.toString(pause));
        script.addAll(strokes);
        Path part = shots.resolve("type.part");
        Files.write(part, script);
        Files.move(part, shots.resolve("type"));
        if (!Hall.await(() -> Files.exists(typed), 1200)) {
            throw new IOException("the hand did not come to an end");
        }
        return Files.readAllLines(typed);
    }

    private static Hall.Program console(Hall hall, String url, Account as, Path own) throws IOException {
        String shots = own.resolve("shots").toString();
        Hall.Program console = hall.start(
                "CONSOLE",
                List.of(HEAP.split(",", -1)),
                "org.yiping.console.Main",
                Hall.seat(url, as, "dispatcher", own, "--screens", "0-1", "--shots", shots));
        console.drain();
        return console;
    }

    private static long revision(Path shots) {
        try {
            return Long.parseLong(Files.readString(shots.resolve("revision")).strip());
        } catch (IOException | NumberFormatException e) {
            return -1;
        }
    }

    /// What waits for a dispatcher now.
    private static int rows(Platform eye) throws IOException, InterruptedException {
        int rows = 0;
        String after = "";
        while (true) {
            var page = eye.get("/cases?state=to-dispatch&limit=1000&fields=id" + after);
            rows += page.path("items").size();
            if (!page.path("next").isString()) {
                return rows;
            }
            after = "&after=" + page.path("next").asString();
        }
    }

    /// Names of classes and places, which stand in the cases.
    private static List<String> words(Path city) throws IOException {
        CityFolder folder = new CityFolder(city);
        Predicate<String> chinese = n -> n.chars().allMatch(c -> c >= 0x4e00 && c <= 0x9fa5);
        List<String> words = new ArrayList<>(
                folder.catalogue().classes().stream().map(CaseClass::name).toList());
        words.addAll(folder.components().stream()
                .map(Component::name)
                .distinct()
                .limit(400)
                .toList());
        return words.stream().filter(chinese).toList();
    }
}
