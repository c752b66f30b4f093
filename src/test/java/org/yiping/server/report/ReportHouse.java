package org.yiping.server.report;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;
import org.yiping.city.CityFolder;
import org.yiping.domain.casework.Case;
import org.yiping.domain.geo.Feature;
import org.yiping.domain.geo.Layer;
import org.yiping.domain.geo.Position;
import org.yiping.domain.geo.Shape;
import org.yiping.domain.identity.Actor;
import org.yiping.domain.identity.Person;
import org.yiping.domain.identity.PersonId;
import org.yiping.domain.identity.PostCode;
import org.yiping.domain.identity.SeatId;
import org.yiping.domain.kpi.FigureScope;
import org.yiping.domain.report.ReportId;
import org.yiping.domain.report.ReportRun;
import org.yiping.domain.report.TemplateCode;
import org.yiping.fake.ManualClock;
import org.yiping.protocol.Json;
import org.yiping.protocol.Kinds;
import org.yiping.server.SmallCity;
import org.yiping.server.access.Access;
import org.yiping.server.access.Principal;
import org.yiping.server.access.Roster;
import org.yiping.server.command.Rulebook;
import org.yiping.server.data.CaseFacts;
import org.yiping.server.data.Change;
import org.yiping.server.data.Database;
import org.yiping.server.data.Disclosures;
import org.yiping.server.data.LayerTable;
import org.yiping.server.data.Ledger;
import org.yiping.server.data.Meta;
import org.yiping.server.data.Origin;
import org.yiping.server.data.Reach;
import org.yiping.server.data.Rows;
import org.yiping.server.data.Scope;
import org.yiping.server.kpi.FigureBook;
import org.yiping.server.kpi.FigureDesk;
import org.yiping.server.kpi.RandomPast;
import org.yiping.server.load.LayerText;

/// Reports over a real storage of a city's past, made when a test says so, on a clock that stands and a disk a test can
/// spoil.
final class ReportHouse implements AutoCloseable {
    static final Instant NOW = RandomPast.START.plus(Duration.ofDays(390));
    static final FigureScope CITY = FigureScope.CITY;

    final ManualClock clock = new ManualClock(NOW);
    final Path folder;
    final Path city;
    final Database database;
    final Ledger ledger;
    final FigureDesk figures;
    final RandomPast past;
    final Deque<Runnable> work = new ArrayDeque<>();
    UnaryOperator<OutputStream> disk = out -> out;
    long free = 1L << 40;
    private final CityFolder files;
    ReportDesk desk;

    ReportHouse(Path folder) {
        this.folder = folder;
        this.city = SmallCity.in(folder);
        files = new CityFolder(city);
        database = Database.open(folder, null);
        ledger = new Ledger(database);
        figures = FigureDesk.open(
                new FigureDesk.City(
                        database,
                        "journal",
                        files.workflow(),
                        files.settings().workCalendar().zone(),
                        FigureBook.load(new Meta(database))),
                folder,
                Runnable::run,
                clock);
        past = new RandomPast(4, files.workflow());
        figures.keeper().follow(past.write(ledger, 900));
        ledger.write(batch -> files.departments()
                .forEach(d -> batch.put(
                        Origin.PLATFORM,
                        NOW,
                        Change.fact(
                                Kinds.DEPARTMENT, d.id().value(), Json.mapper().writeValueAsString(d), Scope.OPEN))));
        desk = start();
    }

    /// As after a kill: what waited is forgotten, what lies on the disk is not.
    void killed() {
        work.clear();
        desk = start();
    }

    private ReportDesk start() {
        try {
            Rows rows = new Rows(database);
            Rulebook rules = new Rulebook(files.settings(), files.catalogue(), files.workflow());
            InstantSource time = clock;
            ReportBook book = ReportBook.open(city, figures.book(), new Meta(database), clock.instant());
            ReportMaker maker = new ReportMaker(
                    figures,
                    book,
                    new ReportMaker.City(rows, new Roster(rows), rules, database),
                    Access.shipped(),
                    new ReportFiles(reports(), () -> free, out -> disk.apply(out)),
                    new ReportMaker.Means(Runnable::run, time, new Disclosures(database)));
            ReportDesk made = new ReportDesk(
                    new ReportRows(rows, this::write, new Scope("9901", null)),
                    book,
                    maker,
                    new ReportDesk.Works(work::add, time, figures.zone()));
            made.open();
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long write(Origin origin, List<Change> changes) {
        return ledger.write(batch -> changes.forEach(c -> batch.put(origin, clock.instant(), c)))
                .getLast()
                .revision();
    }

    void add(Case c) {
        figures.keeper()
                .follow(ledger.write(batch -> batch.put(
                        Origin.PLATFORM,
                        clock.instant(),
                        new Change(
                                Kinds.CASE,
                                c.id().value(),
                                Json.mapper().writeValueAsString(c),
                                Scope.of(c),
                                new CaseFacts(
                                        c, files.workflow().ending(c.progress().state())),
                                null))));
    }

    Path reports() {
        return folder.resolve("reports");
    }

    List<String> onDisk() throws IOException {
        if (!Files.exists(reports())) {
            return List.of();
        }
        try (var all = Files.list(reports())) {
            return all.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    /// Does what waits, until nothing does.
    void work() {
        for (Runnable task = work.poll(); task != null; task = work.poll()) {
            task.run();
        }
    }

    static Principal who(String post) {
        return new Principal(
                "s",
                new Actor(new PersonId("p-" + post), new PostCode(post), new SeatId("seat-1")),
                new Person(new PersonId("p-" + post), "张三", List.of(new PostCode(post)), List.of(), null));
    }

    ReportRun report(String id, String template, @Nullable LocalDate day, FigureScope scope) {
        return report(id, template, day, scope, Reach.CITY);
    }

    ReportRun report(String id, String template, @Nullable LocalDate day, FigureScope scope, Reach reach) {
        var found = desk.book().find(new TemplateCode(template)).orElseThrow();
        return desk.order(
                new ReportDesk.Order(
                        new ReportId(id),
                        found,
                        null,
                        found.title(false),
                        found.period(),
                        day,
                        scope,
                        "zh",
                        ReportRun.PDF,
                        reach),
                who("supervisor"));
    }

    ReportRun list(String id, String counter, String format, String post) {
        return list(id, counter, format, post, "800d", null);
    }

    ReportRun list(String id, String counter, String format, String post, String period, @Nullable LocalDate day) {
        return desk.order(
                new ReportDesk.Order(
                        new ReportId(id), null, counter, "案件清单", period, day, CITY, "zh", format, Reach.CITY),
                who(post));
    }

    ReportNames names(ReportText text) {
        Rows rows = new Rows(database);
        Rulebook rules = new Rulebook(files.settings(), files.catalogue(), files.workflow());
        return new ReportNames(rows, new Roster(rows), rules, files.catalogue(), text);
    }

    /// The city's two districts with their outlines, and a template `where` that draws them.
    void districts() throws IOException {
        Files.createDirectories(city.resolve("reports"));
        Files.writeString(city.resolve("reports/where.yaml"), """
                version: where-1
                title: 分布
                titleEnglish: Where
                period: month
                sections:
                  - {kind: map, title: 立案数分布, titleEnglish: Where, figures: [filed], level: district}
                """);
        ledger.write(batch -> files.areas()
                .forEach(a -> batch.put(
                        Origin.PLATFORM,
                        NOW,
                        Change.fact(Kinds.AREA, a.code().value(), Json.mapper().writeValueAsString(a), Scope.OPEN))));
        List<Feature> districts = List.of(district("990101", "西区", 104.0), district("990102", "东区", 104.01));
        Layer layer = new Layer("district", ledger.revision(), districts.size(), "", "WGS 84");
        LayerText.put(new LayerTable(database), layer, districts, NOW);
        killed(); // templates are read at a start
    }

    private static Feature district(String code, String name, double west) {
        List<Position> ring = List.of(
                new Position(west, 30),
                new Position(west + 0.01, 30),
                new Position(west + 0.01, 30.01),
                new Position(west, 30.01),
                new Position(west, 30));
        return new Feature(code, "district", name, new Shape.Surface(List.of(List.of(ring))), Map.of());
    }

    ReportRun now(String id) {
        return desk.find(new ReportId(id)).orElseThrow();
    }

    Path file(String id, String format) {
        return desk.files().path(new ReportId(id), format);
    }

    List<Row> sheet(String id, String name) throws IOException {
        try (ReadableWorkbook book =
                new ReadableWorkbook(new ByteArrayInputStream(Files.readAllBytes(file(id, ReportRun.XLSX))))) {
            return book.findSheet(name).orElseThrow().read();
        }
    }

    /// All words of its workbook.
    String book(String id) throws IOException {
        try (ReadableWorkbook book =
                new ReadableWorkbook(new ByteArrayInputStream(Files.readAllBytes(file(id, ReportRun.XLSX))))) {
            StringBuilder words = new StringBuilder();
            for (var sheet : book.getSheets().toList()) {
                words.append(sheet.getName()).append(sheet.read());
            }
            return words.toString();
        }
    }

    @Override
    public void close() {
        figures.keeper().close();
        database.close();
    }
}
