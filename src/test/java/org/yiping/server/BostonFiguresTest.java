package org.yiping.server;

// long because each figure stands beside its own SQL

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.domain.kpi.Figure;
import org.yiping.domain.kpi.FigureScope;
import org.yiping.domain.kpi.Grouping;
import org.yiping.domain.kpi.KpiCode;
import org.yiping.fake.ManualClock;
import org.yiping.needs.DataFolder;
import org.yiping.needs.NeedsData;
import org.yiping.protocol.Json;
import org.yiping.protocol.Kinds;
import org.yiping.server.command.Rulebook;
import org.yiping.server.data.CaseFilter;
import org.yiping.server.data.Database;
import org.yiping.server.data.Ledger;
import org.yiping.server.data.Meta;
import org.yiping.server.data.Reach;
import org.yiping.server.data.Rows;
import org.yiping.server.kpi.FigureBook;
import org.yiping.server.kpi.FigureDesk;
import tools.jackson.databind.JsonNode;

/// Ten figures of Boston in 2015: by the import and the engine, and by SQL over the city's own files in a database that
/// knows nothing of ours. Equal to the last digit, and printed.
@Tag("slow")
@NeedsData("cases-boston-2015")
class BostonFiguresTest {
    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    /// When the figures are looked at: everything of 2015 that is due by then and still open is overdue.
    private static final Instant NOW = Instant.parse("2016-03-01T12:00:00Z");
    private static final long FROM =
            LocalDate.of(2015, 1, 1).atStartOfDay(ZONE).toInstant().toEpochMilli();
    private static final long UNTIL =
            LocalDate.of(2016, 1, 1).atStartOfDay(ZONE).toInstant().toEpochMilli();
    private static final String IN_2015 = " BETWEEN " + FROM + " AND " + (UNTIL - 1);

    @TempDir
    static Path folder;

    static Database database;
    static FigureDesk desk;
    static Connection sql;
    static final Map<String, String> CLASSES = new HashMap<>();
    static final Map<String, String> DEPARTMENTS = new HashMap<>();

    @BeforeAll
    static void load() throws IOException, InterruptedException, SQLException {
        List<Path> files;
        try (var list = Files.list(DataFolder.of("cases-boston-2015"))) {
            files = list.filter(f -> f.toString().endsWith(".csv.gz")).sorted().toList();
        }
        List<String> words = new ArrayList<>(List.of("cases", "--data", folder.toString(), "--mapping", "boston-2015"));
        files.forEach(f -> words.add(f.toString()));
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
        assertThat(new Importing(words, Clock.systemUTC(), nowhere, nowhere).run())
                .isZero();
        database = Database.open(folder, null);
        Rulebook book = Rulebook.load(new Meta(database));
        book.catalogues()
                .at(Instant.now())
                .classes()
                .forEach(c -> CLASSES.put(c.code().value(), c.name()));
        for (var row : new Rows(database).page(Kinds.DEPARTMENT, CaseFilter.ALL, Reach.CITY, 0, 1000)) {
            JsonNode department = Json.mapper().readTree(row.content());
            DEPARTMENTS.put(row.id(), department.path("name").asString());
        }
        desk = FigureDesk.open(
                new FigureDesk.City(
                        database,
                        new Ledger(database).genesis().orElseThrow(),
                        book.workflow(),
                        book.zone(),
                        FigureBook.load(new Meta(database))),
                folder,
                Runnable::run,
                new ManualClock(NOW));
        sql = DriverManager.getConnection("jdbc:h2:mem:boston");
        fill(files);
    }

    @AfterAll
    static void close() throws SQLException {
        desk.keeper().close();
        sql.close();
        database.close();
    }

    private static void fill(List<Path> files) throws IOException, SQLException {
        try (Statement s = sql.createStatement()) {
            s.execute("CREATE TABLE request (opened BIGINT, opened_hour INT, target BIGINT, closed BIGINT,"
                    + " status VARCHAR, subject VARCHAR, type VARCHAR, source VARCHAR)");
        }
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (PreparedStatement insert = sql.prepareStatement("INSERT INTO request VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (Path file : files) {
                try (Reader reader = new InputStreamReader(
                        new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8)) {
                    for (CSVRecord r : format.parse(reader)) {
                        insert.setObject(1, millis(r.get("open_dt")));
                        insert.setObject(2, Integer.valueOf(r.get("open_dt").substring(11, 13)));
                        insert.setObject(3, millis(r.get("target_dt")));
                        insert.setObject(4, millis(r.get("closed_dt")));
                        insert.setObject(5, r.get("case_status").strip());
                        insert.setObject(6, r.get("subject").strip());
                        insert.setObject(7, r.get("type").strip());
                        insert.setObject(8, r.get("source").strip());
                        insert.addBatch();
                    }
                    insert.executeBatch();
                }
            }
        }
    }

    private static @Nullable Long millis(String local) {
        return local.isBlank()
                ? null
                : Long.valueOf(LocalDateTime.parse(local.strip(), LOCAL)
                        .atZone(ZONE)
                        .toInstant()
                        .toEpochMilli());
    }

    private static Map<String, Figure> figures(Grouping by, String code) {
        FigureDesk.Answer answer = desk.answer(new FigureDesk.Question(
                List.of(new KpiCode(code)),
                new FigureDesk.Frame("year", LocalDate.of(2015, 7, 1), FigureScope.CITY, Reach.CITY),
                by,
                ""));
        Map<String, Figure> figures = new TreeMap<>();
        answer.groups()
                .forEach((group, told) -> figures.put(group, told.getFirst().figure()));
        return figures;
    }

    private static Figure figure(String code) {
        return figures(Grouping.NONE, code).get("");
    }

    private static Map<String, Long> rows(String query) throws SQLException {
        Map<String, Long> found = new TreeMap<>();
        try (Statement s = sql.createStatement();
                ResultSet r = s.executeQuery(query)) {
            while (r.next()) {
                found.put(r.getString(1), r.getLong(2));
            }
        }
        return found;
    }

    private static long one(String query) throws SQLException {
        return rows("SELECT '', (" + query + ")").get("");
    }

    private static void print(String what, Object value) {
        System.out.println("Boston 2015 | " + what + " | " + value);
    }

    private static void share(String code, String numerator, String denominator) throws SQLException {
        Figure figure = figure(code);
        long top = one(numerator);
        long bottom = one(denominator);
        assertThat(figure.numerator()).as(code).isEqualTo(top);
        assertThat(figure.denominator()).as(code).isEqualTo(bottom);
        assertThat(figure.value()).as(code).isEqualTo(percent(top, bottom));
        print(code, figure.value() + " % = " + top + " / " + bottom);
    }

    private static double percent(long top, long bottom) {
        return new java.math.BigDecimal(top * 100)
                .divide(new java.math.BigDecimal(bottom), new java.math.MathContext(40))
                .doubleValue();
    }

    @Test
    void reported_and_closed() throws SQLException {
        long reported = one("SELECT COUNT(*) FROM request WHERE opened" + IN_2015);
        long closed = one("SELECT COUNT(*) FROM request WHERE status = 'Closed' AND closed" + IN_2015);
        assertThat(figure("reported").value()).isEqualTo((double) reported);
        assertThat(figure("closed").value()).isEqualTo((double) closed);
        print("1 reported", reported);
        print("2 closed", closed);
    }

    @Test
    void closing_rate() throws SQLException {
        share(
                "closing-rate",
                "SELECT COUNT(*) FROM request WHERE status = 'Closed' AND opened" + IN_2015,
                "SELECT COUNT(*) FROM request WHERE opened" + IN_2015 + " AND (status = 'Closed' OR target < "
                        + NOW.toEpochMilli() + ")");
    }

    @Test
    void on_time_rate() throws SQLException {
        String judged = "FROM request WHERE status = 'Closed' AND target IS NOT NULL AND closed" + IN_2015;
        share("on-time-rate", "SELECT COUNT(*) " + judged + " AND closed <= target", "SELECT COUNT(*) " + judged);
    }

    @Test
    void open_among_reported() throws SQLException {
        share(
                "open-share",
                "SELECT COUNT(*) FROM request WHERE status = 'Open' AND opened" + IN_2015,
                "SELECT COUNT(*) FROM request WHERE opened" + IN_2015);
    }

    @Test
    void on_time_rate_by_department() throws SQLException {
        String judged = "FROM request WHERE status = 'Closed' AND target IS NOT NULL AND closed" + IN_2015;
        Map<String, Long> all = rows("SELECT subject, COUNT(*) " + judged + " GROUP BY subject");
        Map<String, Long> good = rows("SELECT subject, COUNT(*) " + judged + " AND closed <= target GROUP BY subject");
        Map<String, Double> expected = new TreeMap<>();
        all.forEach((d, n) -> expected.put(d, percent(good.getOrDefault(d, 0L), n)));
        Map<String, Double> found = new TreeMap<>();
        figures(Grouping.DEPARTMENT, "on-time-rate").forEach((d, f) -> {
            if (f.value() != null) {
                found.put(DEPARTMENTS.get(d), f.value());
            }
        });
        assertThat(found).isEqualTo(expected);
        print("6 on time by department (%)", found);
    }

    @Test
    void median_and_p90_by_department() throws SQLException {
        for (var asked : Map.of("close-median", 50, "close-p90", 90).entrySet()) {
            Map<String, Long> expected = rows("SELECT subject, MIN(took) FROM ("
                    + "SELECT subject, closed - opened AS took,"
                    + " ROW_NUMBER() OVER (PARTITION BY subject ORDER BY closed - opened) AS place,"
                    + " COUNT(*) OVER (PARTITION BY subject) AS many FROM request"
                    + " WHERE status = 'Closed' AND closed >= opened AND closed" + IN_2015
                    + ") WHERE place * 100 >= many * " + asked.getValue() + " GROUP BY subject");
            Map<String, Double> hours = new TreeMap<>();
            expected.forEach((d, millis) -> hours.put(d, millis / 3_600_000.0));
            Map<String, Double> found = new TreeMap<>();
            figures(Grouping.DEPARTMENT, asked.getKey()).forEach((d, f) -> {
                if (f.value() != null) {
                    found.put(DEPARTMENTS.get(d), f.value());
                }
            });
            assertThat(found).as(asked.getKey()).isEqualTo(hours);
            print("7, 8 " + asked.getKey() + " by department (h)", found);
        }
    }

    @Test
    void classes_and_sources() throws SQLException {
        Map<String, Long> expected =
                rows("SELECT type, COUNT(*) FROM request WHERE opened" + IN_2015 + " GROUP BY type");
        Map<String, Long> found = new TreeMap<>();
        figures(Grouping.CLASS, "reported")
                .forEach((c, f) -> found.merge(CLASSES.get(c), f.counters().get("reported"), Long::sum));
        assertThat(found).isEqualTo(expected);
        Map<String, Long> sources = rows("SELECT CASE source WHEN 'Constituent Call' THEN 'hotline'"
                + " WHEN 'Citizens Connect App' THEN 'app' WHEN 'Employee Generated' THEN 'staff'"
                + " WHEN 'City Worker App' THEN 'collector' WHEN 'Self Service' THEN 'web'"
                + " WHEN 'Maximo Integration' THEN 'upper' WHEN 'Twitter' THEN 'media' END, COUNT(*)"
                + " FROM request WHERE opened" + IN_2015 + " GROUP BY source");
        Map<String, Long> counted = new TreeMap<>();
        figures(Grouping.SOURCE, "reported")
                .forEach((c, f) -> counted.put(c, f.counters().get("reported")));
        assertThat(counted).isEqualTo(sources);
        print("12 reported by source", counted);
        print(
                "9 top classes",
                found.entrySet().stream()
                        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                        .limit(10)
                        .toList());
    }

    @Test
    void by_the_hour() throws SQLException {
        Map<String, Long> expected = rows("SELECT LPAD(opened_hour, 2, '0'), COUNT(*) FROM request WHERE opened"
                + IN_2015 + " GROUP BY opened_hour");
        Map<String, Long> found = new TreeMap<>();
        figures(Grouping.HOUR, "reported")
                .forEach((h, f) -> found.put(h, f.counters().get("reported")));
        assertThat(found).isEqualTo(expected);
        print("10 reported by the hour", found);
    }

    @Test
    void open_at_the_end_of_the_year() throws SQLException {
        long open = one("SELECT COUNT(*) FROM request WHERE opened <= " + UNTIL + " AND (status = 'Open' OR closed > "
                + UNTIL + ")");
        assertThat(figure("open").value()).isEqualTo((double) open);
        print("11 open when the year ended", open);
    }

    @Test
    void a_recount_comes_to_the_same() {
        assertThat(desk.keeper().recount().equal()).isTrue();
    }
}
