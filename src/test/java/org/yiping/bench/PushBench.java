package org.yiping.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.yiping.console.cache.RecordForm;
import org.yiping.domain.casework.Case;
import org.yiping.figures.Row;
import org.yiping.protocol.Json;
import org.yiping.protocol.Kinds;
import org.yiping.server.data.Database;
import org.yiping.server.data.Entry;
import org.yiping.server.data.JournalReader;
import org.yiping.simulator.city.CityGenerator;
import tools.jackson.databind.JsonNode;

/// `bench push`: 60,000 commands in 60 s by signed-in people over HTTP, on 20,000 cases, while a workstation shows its
/// queue and its map; how long each commit takes to the screen, and whether every one of them gets there.
///
/// The cases are registered first, by the same means and at the same pace: that warms both programs up.
final class PushBench implements Bench {
    /// Fewer only to try the bench itself; the rows tell how many commands there were.
    private static final int CASES = Integer.getInteger("yiping.bench.cases", 20_000);
    private static final int PER_SECOND = 1000;
    /// So many cases wait before each desk of the main line: the dispatcher's queue is long.
    private static final int WAITING = CASES / 4;
    private static final long SEED = 20260311;

    @Override
    public void run(Hall hall, Rows rows) throws Exception {
        Path city = hall.folder().resolve("city");
        new CityGenerator(SEED).write(city);
        Path data = hall.folder().resolve("server");
        Hall.Server server = hall.server(data, "--city", city.toString());
        String url = server.url();
        List<Account> accounts = server.accounts();
        Account dispatcher = Account.of(accounts, "dispatcher");
        Path own = hall.folder().resolve("console");
        Hall.Program console = console(hall, url, dispatcher, own);
        Path shots = own.resolve("shots");
        Hall.await(() -> Files.exists(shots.resolve("paint")), 60);
        try (HttpClient http = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build();
                Hiccups hiccups = new Hiccups()) {
            Platform eye = Platform.signIn(http, url, dispatcher.user(), dispatcher.password(), "dispatcher");
            CaseLoad load = CaseLoad.of(eye, SEED);
            Typists typists = new Typists(http, url, accounts);
            Typists.Done seeded = typists.type(load, registrations(CASES), PER_SECOND);
            Hall.await(() -> painted(shots) >= seeded.revision(), 30);
            Files.writeString(shots.resolve("clear"), "");
            Hall.await(() -> !Files.exists(shots.resolve("clear")), 10);
            hiccups.reset();
            long before = size(data);
            Typists.Done done = typists.type(load, mainLine(), PER_SECOND);
            boolean shown = Hall.await(() -> painted(shots) >= done.revision(), 30);
            double hiccup = hiccups.maxMillis();
            ConsoleReport report = ConsoleReport.read(shots.resolve("paint"));
            long grown = size(data) - before;
            if (!shown) {
                System.out.println("painted up to " + report.paintedRevision() + ", answered up to " + done.revision());
            }
            System.out.println("painted: " + report.changes() + " changes, p50 " + report.p50Millis() + " ms, p99 "
                    + report.p99Millis() + " ms, max " + report.maxMillis() + " ms");
            System.out.println("stalls of 30 ms and more: " + report.stalls().size() + ", longest "
                    + report.stallMaxMillis() + " ms");
            console.end();
            Map<String, JsonNode> truth = snapshot(eye);
            server.end();
            long lost = lost(own.resolve("cache"), done.revision(), truth, data)
                    + Math.max(0, done.revision() - report.paintedRevision());
            boolean measured = report.changes() > 0;
            rows.add(
                    Row.atMost("lost", (double) lost, "changes", 0),
                    Row.atMost("commit_to_paint_p99_ms", report.p99Millis(), "ms", 250),
                    Row.atMost("fx_stall_max_ms", measured ? report.worstStall(hiccups) : null, "ms", 100),
                    Row.atMost(
                            "db_bytes_per_change",
                            done.accepted() == 0 ? null : (double) Math.round(1.0 * grown / done.accepted()),
                            "bytes",
                            5000),
                    Row.told("commit_to_paint_p50_ms", report.p50Millis(), "ms"),
                    Row.told("commit_to_paint_max_ms", report.maxMillis(), "ms"),
                    Row.told("commands", (double) done.accepted(), "commands"),
                    Row.told("seconds", Math.round(done.seconds() * 10) / 10.0, "s"),
                    Row.told("machine_hiccup_max_ms", Math.round(hiccup * 10) / 10.0, "ms"));
        }
    }

    private static Hall.Program console(Hall hall, String url, Account as, Path own) throws IOException {
        String shots = own.resolve("shots").toString();
        Hall.Program console = hall.start(
                "CONSOLE",
                "org.yiping.console.Main",
                Hall.seat(url, as, "dispatcher", own, "--screens", "0-1", "--shots", shots));
        console.drain();
        return console;
    }

    static List<Typists.Stroke> registrations(int cases) {
        List<Typists.Stroke> strokes = new ArrayList<>();
        for (int i = 0; i < cases; i++) {
            strokes.add(new Typists.Stroke(CaseLoad.Step.REGISTER, i));
        }
        return strokes;
    }

    /// Every case is passed on, filed and dispatched, each desk so far behind the one before it.
    static List<Typists.Stroke> mainLine() {
        return mainLine(CASES, WAITING);
    }

    static List<Typists.Stroke> mainLine(int cases, int waiting) {
        List<Typists.Stroke> strokes = new ArrayList<>();
        List<CaseLoad.Step> desks = List.of(CaseLoad.Step.PASS, CaseLoad.Step.FILE, CaseLoad.Step.DISPATCH);
        for (int turn = 0; turn < cases + waiting * (desks.size() - 1); turn++) {
            for (int desk = 0; desk < desks.size(); desk++) {
                int number = turn - waiting * desk;
                if (number >= 0 && number < cases) {
                    strokes.add(new Typists.Stroke(desks.get(desk), number));
                }
            }
        }
        return strokes;
    }

    private static long painted(Path shots) throws IOException {
        return ConsoleReport.read(shots.resolve("paint")).paintedRevision();
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(f -> f.toFile().length())
                    .sum();
        }
    }

    /// All cases as the platform shows them to this person.
    private static Map<String, JsonNode> snapshot(Platform platform) throws IOException, InterruptedException {
        Map<String, JsonNode> cases = new HashMap<>();
        HttpResponse<Stream<String>> lines = platform.http()
                .send(
                        HttpRequest.newBuilder(URI.create(platform.url() + "/api/v1/snapshot?topics=case"))
                                .header("Authorization", "Bearer " + platform.token())
                                .build(),
                        HttpResponse.BodyHandlers.ofLines());
        lines.body().map(l -> Json.mapper().readTree(l)).forEach(line -> {
            if (line.has("row")) {
                cases.put(line.path("id").asString(), line.path("row"));
            }
        });
        return cases;
    }

    /// What the console's own file lacks: revisions behind the last one answered, and cases that read
    /// otherwise. The platform goes on by itself after the console has ended (the receipts of what was
    /// dispatched have their limits): cases that its journal names after the console's revision are not
    /// compared.
    private static long lost(Path cache, long answered, Map<String, JsonNode> truth, Path platform)
            throws SQLException, IOException {
        String file = cache.resolve("facts").toAbsolutePath().toString();
        try (Connection connection = DriverManager.getConnection("jdbc:h2:file:" + file, "sa", "");
                Statement statement = connection.createStatement()) {
            Map<String, Case> kept = new HashMap<>();
            RecordForm<Case> form = RecordForm.of(Case.class);
            try (ResultSet rows = statement.executeQuery("SELECT id, body FROM rows WHERE kind = 'case'")) {
                while (rows.next()) {
                    kept.put(rows.getString(1), form.read(rows.getBytes(2)));
                }
            }
            try (ResultSet cursor = statement.executeQuery("SELECT revision FROM cursor")) {
                long at = cursor.next() ? cursor.getLong(1) : 0;
                Set<String> later = changedAfter(platform, at);
                long wrong = truth.entrySet().stream()
                        .filter(e -> !later.contains(e.getKey()))
                        .filter(e -> !Json.mapper()
                                .treeToValue(e.getValue(), Case.class)
                                .equals(kept.get(e.getKey())))
                        .count();
                System.out.println("console's file: revision " + at + ", answered up to " + answered + ", "
                        + kept.size() + " cases, " + wrong + " of " + (truth.size() - later.size()) + " differ, "
                        + later.size() + " changed later");
                return Math.max(0, answered - at) + wrong + Math.max(0, CASES - truth.size());
            }
        }
    }

    private static Set<String> changedAfter(Path platform, long revision) {
        try (Database database = Database.open(platform, null)) {
            JournalReader journal = new JournalReader(database);
            Set<String> cases = new HashSet<>();
            long last = revision;
            for (var page = journal.after(last, 1000); !page.isEmpty(); page = journal.after(last, 1000)) {
                for (Entry entry : page) {
                    last = entry.revision();
                    if (entry.change().kind().equals(Kinds.CASE)) {
                        cases.add(entry.change().id());
                    }
                }
            }
            return cases;
        }
    }
}
