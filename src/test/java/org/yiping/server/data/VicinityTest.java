package org.yiping.server.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.casework.CaseNumber;
import org.yiping.domain.casework.Milestones;
import org.yiping.domain.casework.Place;
import org.yiping.domain.casework.Progress;
import org.yiping.domain.casework.Report;
import org.yiping.domain.casework.Severity;
import org.yiping.domain.casework.SourceCode;
import org.yiping.domain.casework.StateCode;
import org.yiping.domain.casework.Subject;
import org.yiping.domain.casework.Workflow;
import org.yiping.domain.catalogue.ClassCode;
import org.yiping.domain.catalogue.KindCode;
import org.yiping.domain.component.ComponentId;
import org.yiping.domain.geo.Position;
import org.yiping.domain.identity.DepartmentId;
import org.yiping.protocol.Json;

class VicinityTest {
    private static final Instant NOW = Instant.parse("2026-11-20T02:00:00Z");
    private static final ClassCode RUBBISH = new ClassCode("E-0110");

    @TempDir
    Path folder;

    private Database database;
    private Vicinity vicinity;

    @BeforeEach
    void open() {
        database = Database.open(folder, null);
        vicinity = new Vicinity(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static Case of(String id, String classCode, Position at, Instant reported, String department) {
        return new Case(
                new CaseId(id),
                new Case.CaseHead(new CaseNumber(id), "w", List.of()),
                new Subject(
                        new KindCode("event"),
                        new ClassCode(classCode),
                        null,
                        Severity.ORDINARY,
                        new ComponentId("k"),
                        ""),
                new Place(at, "", null),
                new Report(new SourceCode("collector"), reported, null, null, null, true),
                new Progress(
                        new StateCode("closed"),
                        department == null ? null : new DepartmentId(department),
                        null,
                        List.of(),
                        Milestones.NONE,
                        List.of()));
    }

    private static Change change(Case c, Workflow.Ending ending) {
        return new Change(
                "case",
                c.id().value(),
                Json.mapper().writeValueAsString(c),
                Scope.OPEN,
                new CaseFacts(c, ending),
                null);
    }

    private void write(Ledger ledger, List<Change> changes) {
        ledger.write(batch -> changes.forEach(c -> batch.put(Origin.PLATFORM, NOW, c)));
    }

    /// The naive way: every case is measured.
    @Test
    void whatIsNearIsFoundAcrossTheEdgesOfTiles() {
        Random random = new Random(3);
        List<Case> all = new ArrayList<>();
        for (int i = 0; i < 900; i++) {
            Position at = new Position(-0.001 + random.nextDouble() / 400, 59.999 + random.nextDouble() / 500);
            all.add(of(
                    "c" + i,
                    random.nextInt(3) == 0 ? "E-0112" : "E-0110",
                    at,
                    NOW.minus(Duration.ofHours(i % 40)),
                    null));
        }
        write(
                new Ledger(database),
                all.stream()
                        .map(c ->
                                change(c, c.id().value().endsWith("7") ? Workflow.Ending.VOIDED : Workflow.Ending.OPEN))
                        .toList());
        for (int i = 0; i < 50; i++) {
            Position centre = new Position(-0.001 + random.nextDouble() / 400, 59.999 + random.nextDouble() / 500);
            Instant from = NOW.minus(Duration.ofHours(24));
            List<String> expected = all.stream()
                    .filter(c -> c.subject().classCode().equals(RUBBISH))
                    .filter(c -> !c.id().value().endsWith("7"))
                    .filter(c -> !c.report().reportedAt().isBefore(from))
                    .filter(c -> centre.distanceMetres(c.place().position()) <= 50)
                    .map(c -> c.id().value())
                    .sorted()
                    .toList();
            assertThat(vicinity.near(RUBBISH, centre, 50, from, NOW).stream()
                            .map(s -> s.id().value())
                            .sorted()
                            .toList())
                    .isEqualTo(expected);
        }
    }

    @Test
    void olderStoragesGetTheirColumnsOnce() {
        Case old = of("old", "E-0110", new Position(104, 30), NOW, "d1");
        write(new Ledger(database), List.of(change(old, Workflow.Ending.CLOSED)));
        database.transact(c -> Sql.update(c, "UPDATE cases SET tile = NULL, class_code = NULL, component = NULL"));
        database.transact(c -> Sql.update(c, "UPDATE case_keys SET k_tile = NULL, k_class = NULL, k_component = NULL"));
        Position here = new Position(104, 30);
        assertThat(vicinity.near(RUBBISH, here, 50, NOW, NOW)).isEmpty();
        Catchup catchup = new Catchup(database);
        catchup.run(text -> new CaseFacts(Json.mapper().readValue(text, Case.class), Workflow.Ending.CLOSED));
        assertThat(vicinity.near(RUBBISH, here, 50, NOW, NOW)).hasSize(1);
        assertThat(vicinity.<List<?>>past(p -> p.ofComponent(new ComponentId("k"), NOW)))
                .hasSize(1);
        catchup.run(text -> {
            throw new AssertionError("done already");
        });
    }
}
