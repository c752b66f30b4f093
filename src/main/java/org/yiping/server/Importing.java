package org.yiping.server;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.geo.CoordinateSystem;
import org.yiping.domain.identity.Department;
import org.yiping.protocol.Json;
import org.yiping.protocol.Kinds;
import org.yiping.server.access.Passwords;
import org.yiping.server.command.Rulebook;
import org.yiping.server.data.CaseFilter;
import org.yiping.server.data.CaseIndexes;
import org.yiping.server.data.CaseWords;
import org.yiping.server.data.Database;
import org.yiping.server.data.LayerTable;
import org.yiping.server.data.Ledger;
import org.yiping.server.data.Meta;
import org.yiping.server.data.Reach;
import org.yiping.server.data.Rows;
import org.yiping.server.load.CaseImport;
import org.yiping.server.load.CaseMapping;
import org.yiping.server.load.GeoImport;
import org.yiping.server.load.ImportSummary;
import org.yiping.server.load.Mappings;
import org.yiping.server.load.Refusal;
import org.yiping.server.load.StorageSink;
import org.yiping.server.load.TagRules;

/// `import …`: another platform's files into the storage of a server that does not run. Its last line is a summary.
final class Importing {
    static final String USAGE = """
            import cases --mapping FILE.yaml|boston-2015 [--data DIR] FILE…
            import components|roads|buildings|water|green|areas [--data DIR] [--attribution TEXT] [--crs NAME] FILE…
            import tracks|air [--mapping FILE.yaml|NAME] [--data DIR] [--crs NAME] FILE…
            import city [--data DIR] FOLDER
            import criteria [--data DIR] [--from DATE] [--version NAME] [--dry-run] [--partial] FILE.xlsx
            import holidays [--data DIR] [--from DATE] [--version NAME] [--years YEAR,…] [--dry-run] FILE.csv
            """;
    private static final int SHOWN = 20;
    private static final Set<String> FLAGS = Set.of("dry-run", "partial");
    private static final Set<String> RULES = Set.of("criteria", "holidays");
    private static final Set<String> SERIES = Set.of("tracks", "air");

    private final Map<String, String> options = new LinkedHashMap<>();
    private final List<Path> files = new ArrayList<>();
    private final String what;
    private final Clock clock;
    private final PrintStream out;
    private final PrintStream err;
    private final List<Refusal> refusals = new ArrayList<>();

    /// `out` gets the answer, `err` what a person wants to know meanwhile.
    Importing(List<String> words, Clock clock, PrintStream out, PrintStream err) {
        this.clock = clock;
        this.out = out;
        this.err = err;
        if (words.isEmpty()) {
            throw new IllegalArgumentException("import what?");
        }
        what = words.getFirst();
        for (int i = 1; i < words.size(); i++) {
            if (words.get(i).startsWith("--") && FLAGS.contains(words.get(i).substring(2))) {
                options.put(words.get(i).substring(2), "");
            } else if (words.get(i).startsWith("--") && i + 1 < words.size()) {
                options.put(words.get(i).substring(2), words.get(++i));
            } else {
                files.add(Path.of(words.get(i)));
            }
        }
        if (files.isEmpty()) {
            throw new IllegalArgumentException("no files to import");
        }
    }

    /// Exit status: 0 done, 3 the files are not there, 4 nothing was written because rows were refused.
    int run() throws IOException, InterruptedException {
        for (Path file : files) {
            if (!Files.exists(file)) {
                err.println("no such file: " + file + " (the data folder is found by YIPING_DATA)");
                return 3;
            }
        }
        Path data = Path.of(options.getOrDefault("data", defaultData()));
        Files.createDirectories(data);
        try (Database database = Database.open(data, options.get("storage"));
                ExecutorService encoding = Executors.newFixedThreadPool(2);
                ExecutorService storing = Executors.newSingleThreadExecutor()) {
            if (RULES.contains(what)) {
                return rules(database, data);
            }
            Ledger ledger = new Ledger(database);
            boolean there = Rulebook.isIn(new Meta(database));
            if (!there) {
                found(database, ledger, data);
            }
            if (what.equals("city")) {
                if (there) {
                    out.println("nothing done: there is a city in " + data.toAbsolutePath()
                            + " already. How it is changed is in docs/city.md.");
                }
                return 0;
            }
            Rulebook rulebook = Rulebook.load(new Meta(database));
            StorageSink sink = new StorageSink(database, ledger, rulebook, clock);
            CaseImport.Threads threads = new CaseImport.Threads(encoding, storing);
            tell(
                    SERIES.contains(what)
                            ? series(database, rulebook, ledger, encoding)
                            : load(database, rulebook, sink, threads),
                    data);
        }
        return 0;
    }

    private ImportSummary load(Database database, Rulebook rulebook, StorageSink sink, CaseImport.Threads threads)
            throws IOException, InterruptedException {
        CityAreas areas = new CityAreas(rulebook.settings().box(), new LayerTable(database), threads.encoding());
        Consumer<Refusal> refused = refusals::add;
        if (what.equals("cases")) {
            CaseMapping mapping = mapping();
            CaseImport.Known known = new CaseImport.Known(
                    rulebook.workflow(),
                    areas,
                    rulebook.catalogues().at(clock.instant()).classes(),
                    departments(database));
            return cases(database, new CaseImport(mapping, known, sink, threads, clock), threads.encoding());
        }
        GeoImport geo = new GeoImport(
                new GeoImport.City(TagRules.shipped(), rulebook.catalogues().at(clock.instant()), areas),
                system(rulebook),
                sink,
                clock);
        return switch (what) {
            case "components" -> geo.components(files, refused);
            case "roads", "buildings", "water", "green", "areas" -> geo.layer(what, files, source(rulebook), refused);
            default -> throw new IllegalArgumentException("cannot import " + what);
        };
    }

    private ImportSummary series(Database database, Rulebook rulebook, Ledger ledger, Executor beside)
            throws IOException, InterruptedException {
        SeriesImporting series = new SeriesImporting(
                options,
                rulebook,
                database,
                clock,
                new SeriesImporting.Hearers(refusals::add, read -> progress(new CaseImport.Progress(read, 0, 0))));
        return what.equals("tracks")
                ? series.tracks(files)
                : series.air(files, new CityAreas(rulebook.settings().box(), new LayerTable(database), beside), ledger);
    }

    /// The words are cut up beside the rows that come in; `seconds` count until everything can be found.
    private ImportSummary cases(Database database, CaseImport cases, Executor beside)
            throws IOException, InterruptedException {
        Instant started = clock.instant();
        CaseIndexes indexes = new CaseIndexes(database);
        CaseWords words = new CaseWords(database);
        indexes.leaveOut();
        CompletableFuture<?>[] wording = {CompletableFuture.completedFuture(null)};
        ImportSummary rows = cases.run(files, refusals::add, p -> {
            progress(p);
            if (wording[0].isDone()) {
                wording[0] = CompletableFuture.runAsync(words::catchUp, beside);
            }
        });
        indexes.complete();
        words.catchUp();
        return rows.lasting(Duration.between(started, clock.instant()));
    }

    private int rules(Database database, Path data) throws IOException {
        Meta meta = new Meta(database);
        if (!Rulebook.isIn(meta)) {
            throw new IllegalStateException("no city in " + data + " yet: start the server once with --city DIR");
        }
        if (files.size() > 1) {
            throw new IllegalArgumentException("one file at a time: each is a version");
        }
        RulesImporting rules = new RulesImporting(options, clock, out, err);
        return what.equals("criteria")
                ? rules.criteria(files.getFirst(), meta, data)
                : rules.holidays(files.getFirst(), meta);
    }

    private GeoImport.Source source(Rulebook rulebook) {
        return new GeoImport.Source(
                options.getOrDefault("attribution", rulebook.settings().attribution()),
                options.containsKey("crs")
                        ? system(rulebook).name()
                        : rulebook.settings().datum());
    }

    /// What files are in that do not say it: as the words of the command have it, else as everything of the city is.
    private CoordinateSystem system(Rulebook rulebook) {
        String named = options.get("crs");
        return named == null ? rulebook.settings().system() : CoordinateSystem.of(named);
    }

    private static List<Department> departments(Database database) {
        return new Rows(database)
                .page(Kinds.DEPARTMENT, CaseFilter.ALL, Reach.CITY, 0, 100_000).stream()
                        .map(r -> Json.mapper().readValue(r.content(), Department.class))
                        .toList();
    }

    private CaseMapping mapping() throws IOException {
        String name = options.get("mapping");
        if (name == null) {
            throw new IllegalArgumentException("--mapping is missing");
        }
        return Mappings.read(name, CaseMapping.class);
    }

    /// A storage without a city gets the folder's, or a nameless one in the mapping's zone.
    private void found(Database database, Ledger ledger, Path data) throws IOException {
        Path folder = what.equals("city") ? files.getFirst() : Files.createTempDirectory("city");
        if (!what.equals("city")) {
            String zone = what.equals("cases") ? mapping().zone() : "UTC";
            Files.writeString(folder.resolve("city.yaml"), plain(zone));
        }
        String shown = new Founding(database, ledger, new Passwords(), clock.instant())
                .found(folder, options.getOrDefault("cameras", "http://127.0.0.1:0"), data);
        if (shown != null) {
            out.println("administrator (shown once): " + shown);
        }
    }

    private String plain(String zone) {
        return """
                name: %s
                code: "000000"
                zone: %s
                simulated: false
                notice: ""
                attribution: ""
                datum: WGS 84
                extent: [-180, -90, 180, 90]
                caseNumber: "{kind}{class}{date}{seq4}"
                promises: {link: 10, people: 60, kpis: 60, cameras: 3}
                calendar: {version: none, hours: ["00:00-23:59"], weekend: [], holidays: [], makeUpDays: []}
                catalogueVersion: shipped-2
                """.formatted(what.equals("cases") ? options.getOrDefault("mapping", "imported") : "imported", zone);
    }

    /// A bar on a terminal, nothing in a log.
    private void progress(CaseImport.Progress p) {
        if (System.getenv("TERM") == null) {
            return;
        }
        int done = p.totalBytes() == 0 ? 40 : (int) (40 * p.bytes() / p.totalBytes());
        err.print("\r[" + "#".repeat(done) + "-".repeat(40 - done) + "] " + p.read() + " ");
        err.flush();
    }

    private void tell(ImportSummary s, Path data) throws IOException {
        if (!refusals.isEmpty()) {
            refusals.stream().limit(SHOWN).forEach(r -> err.println(r.file() + ":" + r.line() + ": " + r.reason()));
            Path all = data.resolve("import-refused.txt");
            Files.write(
                    all,
                    refusals.stream()
                            .map(r -> r.file() + ":" + r.line() + ": " + r.reason())
                            .toList());
            err.println(refusals.size() + " refused, all in " + all);
        }
        out.println(String.format(
                Locale.ROOT,
                "{\"read\":%d,\"taken\":%d,\"refused\":%d,\"flagged\":%d,\"no_location\":%d,\"seconds\":%.3f}",
                s.read(),
                s.taken(),
                s.refused(),
                s.flagged(),
                s.noLocation(),
                s.seconds()));
    }

    private static String defaultData() {
        @Nullable String root = System.getenv("YIPING_ROOT");
        return Optional.ofNullable(root).orElse(".") + "/target/data";
    }
}
