package org.yiping.server.data;

// long because every rule of the storage is held on both databases

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.Workflow;
import org.yiping.domain.geo.Layer;
import org.yiping.domain.identity.Actor;
import org.yiping.domain.identity.PersonId;
import org.yiping.domain.identity.PostCode;
import org.yiping.domain.identity.SeatId;
import org.yiping.protocol.Json;

/// The same tests on the H2 file a city starts with and on PostgreSQL.
class StorageTest {
    private static final Instant AT = Instant.parse("2026-11-22T10:00:00.123Z");
    private static final Origin LI =
            new Origin(new Actor(new PersonId("p1"), new PostCode("acceptor"), new SeatId("s1")), "k1", "看了", "c-1");

    @TempDir
    static Path folder;

    private static EmbeddedPostgres postgres;
    private static int opened;

    @BeforeAll
    static void startPostgres() throws IOException {
        postgres = EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("pg"))
                .start();
    }

    @AfterAll
    static void stopPostgres() throws IOException {
        postgres.close();
    }

    private static Database open(String kind) {
        opened++;
        if (kind.equals("h2")) {
            return Database.open(folder.resolve("h2-" + opened), null);
        }
        String name = "city" + opened;
        try (var c = postgres.getPostgresDatabase().getConnection();
                var s = c.createStatement()) {
            s.execute("CREATE DATABASE " + name);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
        return Database.open(folder, postgres.getJdbcUrl("postgres", name));
    }

    static Change subject(String id, String state, String area, String department, long filedMs) {
        String json = """
                {"id":"%s","head":{"number":"E1","workflowVersion":"w","photos":[]},
                 "subject":{"kind":"event","classCode":"E-0110","severity":"ORDINARY","description":"x"},
                 "place":{"address":"a"%s},
                 "report":{"source":"hotline","reportedAt":"2026-11-22T09:00:00Z","simulated":true},
                 "progress":{"state":"%s"%s,"clocks":[],"milestones":{%s},"flags":[]}}
                """.formatted(
                        id,
                        area == null ? "" : ",\"area\":\"" + area + "\"",
                        state,
                        department == null ? "" : ",\"department\":\"" + department + "\"",
                        filedMs == 0 ? "" : "\"filedAt\":\"" + Instant.ofEpochMilli(filedMs) + "\"");
        Case c = Json.mapper().readValue(json, Case.class);
        return new Change(
                "case",
                id,
                Json.mapper().writeValueAsString(c),
                new Scope(area, department),
                new CaseFacts(c, Workflow.Ending.OPEN),
                null);
    }

    private static Set<String> indexes(Database database) {
        return database.with(c -> {
            Set<String> found = new TreeSet<>();
            for (String table : List.of("cases", "case_keys")) {
                String name = database.isH2() ? table.toUpperCase(Locale.ROOT) : table;
                try (ResultSet r = c.getMetaData().getIndexInfo(null, null, name, false, false)) {
                    while (r.next()) {
                        found.add((r.getString("INDEX_NAME") + " " + r.getInt("ORDINAL_POSITION") + " "
                                        + r.getString("COLUMN_NAME") + " " + r.getString("ASC_OR_DESC"))
                                .toLowerCase(Locale.ROOT));
                    }
                }
            }
            return found;
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgres"})
    void indexesThatAnImportLeftOutAreMadeAsTheMigrationsMadeThem(String kind) {
        try (Database database = open(kind)) {
            Set<String> migrated = indexes(database);
            CaseIndexes cases = new CaseIndexes(database);
            cases.leaveOut();
            assertThat(migrated).anyMatch(i -> i.startsWith("keys_tile 1"));
            assertThat(indexes(database))
                    .as("only what a constraint needs")
                    .noneMatch(i -> i.startsWith("keys_") || i.startsWith("cases_ending"));
            new Ledger(database).write(b -> b.put(LI, AT, subject("c1", "to-accept", "9901", null, 0)));
            cases.complete();
            assertThat(indexes(database)).isEqualTo(migrated);
            cases.leaveOut();
            assertThat(indexes(database)).as("there are cases").isEqualTo(migrated);
        }
    }

    @Test
    void theNewestScriptIsTheOneThatStartUpLooksFor() throws IOException {
        try (Stream<Path> scripts = Files.list(Path.of("src/main/resources/org/yiping/server/migrations"))) {
            int newest = scripts.map(p -> p.getFileName().toString())
                    .mapToInt(n -> Integer.parseInt(n.substring(1, n.indexOf("__"))))
                    .max()
                    .orElseThrow();
            assertThat(Database.NEWEST)
                    .as("a storage of this version is not migrated any more")
                    .isEqualTo(String.valueOf(newest));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgres"})
    void casesOfAnOlderStorageAreFoundByTheirKeys(String kind) {
        String url = older(kind);
        Flyway.configure()
                .dataSource(url, kind.equals("h2") ? "sa" : null, kind.equals("h2") ? "" : null)
                .locations("classpath:org/yiping/server/migrations")
                .target("6")
                .load()
                .migrate();
        try (Connection c = kind.equals("h2")
                        ? DriverManager.getConnection(url, "sa", "")
                        : DriverManager.getConnection(url);
                var s = c.createStatement()) {
            s.execute("INSERT INTO journal (revision, at_ms, kind, id, content, previous, trail, hash)"
                    + " VALUES (1, 0, 'case', 'c1', '{}', 0, 0, X'00')"
                            .replace("X'00'", kind.equals("h2") ? "X'00'" : "'\\x00'"));
            s.execute(
                    "INSERT INTO cases (born, id, revision, trail, state, ending, source, reported_ms, number, class_code)"
                            + " VALUES (1, 'c1', 1, 0, 'to-file', 'OPEN', 'hotline', 5, 'N-1', 'E-0110')");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        try (Database database = Database.open(folder, url)) {
            assertThat(new Rows(database).find("case", "c1")).isPresent();
            CaseFinder finder = new CaseFinder(database, new CaseWords(database));
            Sought number = new Sought("E-0110", "N-1", null, null, null);
            assertThat(finder.find(new CaseFinder.Question(CaseFilter.ALL, number, Reach.CITY, null, List.of(), 0, 9)))
                    .extracting(Row::id)
                    .containsExactly("c1");
        }
    }

    /// The address of an empty storage.
    private static String older(String kind) {
        opened++;
        if (kind.equals("h2")) {
            return "jdbc:h2:file:" + folder.resolve("older-" + opened).toAbsolutePath();
        }
        String name = "older" + opened;
        try (var c = postgres.getPostgresDatabase().getConnection();
                var s = c.createStatement()) {
            s.execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return postgres.getJdbcUrl("postgres", name);
    }

    @Test
    void aStorageWhoseImportWasKilledGetsItsIndexesWhenItIsOpened() {
        Path file = folder.resolve("killed");
        Set<String> migrated;
        try (Database database = Database.open(file, null)) {
            migrated = indexes(database);
            new CaseIndexes(database).leaveOut();
            assertThat(indexes(database)).isNotEqualTo(migrated);
        }
        try (Database database = Database.open(file, null)) {
            assertThat(indexes(database)).isEqualTo(migrated);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgres"})
    void rowsAreWhatTheJournalLastSaid(String kind) {
        try (Database database = open(kind)) {
            Ledger ledger = new Ledger(database);
            ledger.write(b -> {
                b.put(LI, AT, subject("c1", "to-accept", "9901", null, 0));
                b.put(LI, AT, subject("c1", "to-file", "9901", "d1", 0));
                b.put(LI, AT, subject("c2", "to-accept", "9902", null, 0));
            });
            ledger.write(b -> b.put(LI, AT, subject("c2", "closed", "9902", "d2", 0)));
            Rows rows = new Rows(database);
            assertThat(rows.find("case", "c1").orElseThrow().revision()).isEqualTo(2);
            assertThat(rows.find("case", "c1").orElseThrow().place().born()).isEqualTo(1);
            assertThat(rows.page("case", CaseFilter.ALL, Reach.CITY, 0, 10))
                    .extracting(Row::id)
                    .containsExactly("c1", "c2");
            assertThat(rows.page("case", CaseFilter.ALL, new Reach(List.of("9902"), null), 0, 10))
                    .extracting(Row::id)
                    .containsExactly("c2");
            assertThat(rows.page("case", CaseFilter.ALL, new Reach(List.of(), "d1"), 0, 10))
                    .extracting(Row::id)
                    .containsExactly("c1");
            assertThat(rows.page("case", CaseFilter.ALL, Reach.CITY, 1, 10))
                    .extracting(Row::id)
                    .containsExactly("c2");
            Entry last = new JournalReader(database).after(3, 10).getFirst();
            assertThat(last.before()).isEqualTo(new Scope("9902", null));
            assertThat(last.links().previous()).isEqualTo(3);
            assertThat(last.origin()).isEqualTo(LI);
            assertThat(last.at()).isEqualTo(AT);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgres"})
    void aCasesHistoryIsFoundWithoutAnIndex(String kind) {
        try (Database database = open(kind)) {
            Ledger ledger = new Ledger(database);
            ledger.write(b -> {
                b.put(LI, AT, subject("c1", "to-accept", null, null, 0));
                b.put(LI, AT, new Change("record", "r1", "{\"n\":1}", Scope.OPEN, null, "c1"));
                b.put(LI, AT, subject("c2", "to-accept", null, null, 0));
            });
            ledger.write(b -> {
                b.put(LI, AT, new Change("record", "x1", "{}", Scope.OPEN, null, "c2"));
                b.put(LI, AT, subject("c1", "to-file", null, null, 0));
                b.put(LI, AT, new Change("record", "r2", "{\"n\":2}", Scope.OPEN, null, "c1"));
            });
            ledger.write(b -> b.put(LI, AT, new Change("review", "v1", "{\"n\":3}", Scope.OPEN, null, "c1")));
            Rows rows = new Rows(database);
            Row row = rows.find("case", "c1").orElseThrow();
            assertThat(rows.history(row.place().trail()))
                    .extracting(e -> e.change().id())
                    .containsExactly("v1", "r2", "r1");
            assertThat(rows.page("review", CaseFilter.ALL, Reach.CITY, 0, 10))
                    .extracting(Row::id)
                    .containsExactly("v1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgres"})
    void theChainHoldsOverAReopenAndTellsWhatWasChanged(String kind) {
        try (Database database = open(kind)) {
            new Ledger(database).write(b -> b.put(LI, AT, subject("c1", "to-accept", null, null, 0)));
            Ledger again = new Ledger(database);
            again.write(b -> b.put(Origin.PLATFORM, AT, Change.fact("person", "p1", "{}", Scope.OPEN)));
            assertThat(again.revision()).isEqualTo(2);
            assertThat(again.firstBroken()).isZero();
            database.with(c -> Sql.update(c, "UPDATE journal SET content = '{}' WHERE revision = 1"));
            assertThat(again.firstBroken()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgres"})
    void aBatchThatFailsLeavesNothing(String kind) {
        try (Database database = open(kind)) {
            Ledger ledger = new Ledger(database);
            ledger.write(b -> b.put(LI, AT, subject("c1", "to-accept", null, null, 0)));
            assertThatThrownBy(() -> ledger.write(b -> {
                        b.put(LI, AT, subject("c2", "to-accept", null, null, 0));
                        b.put(LI, AT, new Change("x".repeat(99), "too-long-a-kind", "{}", Scope.OPEN, null, null));
                    }))
                    .isInstanceOf(StorageException.class);
            assertThat(ledger.revision()).isEqualTo(1);
            assertThat(new Rows(database).find("case", "c2")).isEmpty();
            ledger.write(b -> b.put(LI, AT, subject("c3", "to-accept", null, null, 0)));
            assertThat(ledger.revision()).isEqualTo(2);
            assertThat(ledger.firstBroken()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgres"})
    void eachFigureCountsExactlyTheCasesOfItsList(String kind) {
        try (Database database = open(kind)) {
            Instant from = Instant.parse("2026-11-21T16:00:00Z");
            Instant until = Instant.parse("2026-11-22T16:00:00Z");
            new Ledger(database).write(b -> {
                for (int i = 0; i < 20; i++) {
                    long filed = i % 3 == 0 ? 0 : from.toEpochMilli() + (i - 2) * 3_600_000L * 3;
                    b.put(LI, AT, subject("c" + i, "to-dispatch", "990" + i % 4, "d" + i % 2, filed));
                }
            });
            Figures figures = new Figures(database);
            Figures.Day day = new Figures.Day(from, until, AT);
            for (Reach reach : List.of(Reach.CITY, new Reach(List.of("9901", "9902"), null))) {
                Map<String, Figures.Count> counts = figures.counts(day, null, reach, figures.sources());
                assertThat(counts).containsKeys("filed", "source-hotline", "on-time-rate");
                assertThat(counts.get("filed").cases()).isPositive();
                counts.forEach((code, count) -> {
                    CaseFilter filter = new CaseFilter(
                            null,
                            null,
                            null,
                            null,
                            null,
                            KpiFilter.of(code, from, until, AT).orElseThrow(),
                            null);
                    assertThat(new Rows(database).page("case", filter, reach, 0, 1000))
                            .as(code)
                            .hasSize((int) count.cases());
                });
            }
            assertThat(figures.byDepartment(day, null, Reach.CITY)).containsOnlyKeys("d0", "d1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgres"})
    void answersAreRememberedInOrderAndForgottenAfterTheirTime(String kind) {
        try (Database database = open(kind)) {
            Ledger ledger = new Ledger(database);
            Remembered.Verdict verdict = new Remembered.Verdict(200, 7, null, null);
            ledger.write(b -> b.remember(new Remembered("old", AT.minusSeconds(100), "f", verdict)));
            ledger.write(b -> {
                b.remember(new Remembered("k1", AT, "f", verdict));
                b.remember(new Remembered("k2", AT, "f", new Remembered.Verdict(422, 0, "missing", "/x")));
            });
            CommandTable commands = new CommandTable(database);
            assertThat(commands.last()).isEqualTo(3);
            commands.prune(AT);
            List<String> keys = new ArrayList<>();
            commands.keys(0, (key, place) -> keys.add(place + key));
            assertThat(keys).containsExactly("2k1", "3k2");
            assertThat(commands.at(3).orElseThrow().verdict().code()).isEqualTo("missing");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgres"})
    void accountsSessionsLayersFilesAndMetaComeBackAsTheyWent(String kind) throws IOException {
        try (Database database = open(kind)) {
            Accounts accounts = new Accounts(database);
            accounts.add(List.of(new Accounts.Account("li", "p1", "secret", 0, Instant.EPOCH)));
            assertThat(accounts.fail("li")).isEqualTo(1);
            assertThat(accounts.fail("li")).isEqualTo(2);
            accounts.lock("li", AT);
            assertThat(accounts.find("li").orElseThrow().lockedUntil()).isEqualTo(AT);
            accounts.clear("li");
            accounts.change("li", "other");
            assertThat(accounts.find("li").orElseThrow().secret()).isEqualTo("other");

            SessionTable sessions = new SessionTable(database);
            SessionTable.Stored session = new SessionTable.Stored(
                    "s", "p1", "acceptor", "seat", new SessionTable.Ticket("t", AT), new SessionTable.Ticket("r", AT));
            sessions.put(session);
            assertThat(sessions.living(AT.minusSeconds(1))).containsExactly(session);
            assertThat(sessions.living(AT.plusSeconds(1))).isEmpty();

            LayerTable layers = new LayerTable(database);
            byte[] content = new byte[1_300_000];
            new java.util.Random(1).nextBytes(content);
            Layer layer = new Layer("roads", 5, 3, "© x", "WGS 84");
            layers.put(layer, content, AT);
            layers.put(layer, content, AT);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            layers.copy("roads", out);
            assertThat(out.toByteArray()).isEqualTo(content);
            assertThat(layers.all()).containsExactly(layer);
            assertThat(layers.editions(List.of("roads")))
                    .as("what a new city brings was always so")
                    .containsExactly(new LayerTable.Edition("roads", 5, Instant.EPOCH, null));
            new Ledger(database).write(b -> b.put(LI, AT, subject("c1", "to-accept", "9901", null, 0)));
            Instant later = AT.plusSeconds(200_000);
            layers.put(new Layer("roads", 6, 3, "© x", "WGS 84"), content, later);
            layers.put(new Layer("roads", 7, 3, "© x", "WGS 84"), content, later);
            assertThat(layers.editions(List.of("roads")))
                    .as("what stood for no time is not kept")
                    .containsExactly(
                            new LayerTable.Edition("roads", 5, Instant.EPOCH, later),
                            new LayerTable.Edition("roads", 7, later, null));

            FileTable files = new FileTable(database);
            FileTable.Picture picture = new FileTable.Picture("ab", "image/png", 10, 2, 3);
            files.add(picture, "p1", AT);
            files.add(picture, "p2", AT);
            assertThat(files.find("ab")).contains(picture);

            Meta meta = new Meta(database);
            meta.set("a", "长".repeat(200_000));
            meta.set("a", "b");
            assertThat(meta.get("a")).contains("b");
            Disclosures disclosures = new Disclosures(database);
            disclosures.add(new Disclosures.Disclosure(AT, LI.actor(), "GET /x", "c1", 1));
            assertThat(disclosures.newest(5)).hasSize(1);
        }
    }
}
