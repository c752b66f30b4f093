package org.yiping.server.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.domain.area.AreaCode;
import org.yiping.domain.area.AreaFinder;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.StageCode;
import org.yiping.domain.casework.StateCode;
import org.yiping.domain.casework.Workflow;
import org.yiping.domain.catalogue.CaseClass;
import org.yiping.domain.geo.Position;
import org.yiping.domain.identity.Department;

class CaseImportTest {
    private static final String HEADER = "id,opened,due,closed,status,note,kind,dept,x,y\n";
    private static final String GOOD =
            "1,2015-03-01 00:54:30,2015-03-04 08:30:00,2015-03-02 06:03:22,Closed,ok,Pothole,PW,-71.05,42.29\n";

    @TempDir
    Path folder;

    private final ExecutorService storing = Executors.newSingleThreadExecutor();
    private final ExecutorService encoding = Executors.newFixedThreadPool(3);
    private final List<Case> cases = new ArrayList<>();
    private final List<CaseClass> classes = new ArrayList<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private CaseMapping mapping;

    @BeforeEach
    void mapping() throws Exception {
        Path file = folder.resolve("m.yaml");
        Files.writeString(file, """
                name: t
                encoding: UTF-8
                zone: America/New_York
                dateFormats: ["yyyy-MM-dd HH:mm:ss"]
                columns: {number: id, reportedAt: opened, dueAt: due, closedAt: closed, state: status, remark: note, class: kind, department: dept, longitude: x, latitude: y}
                constants: {source: hotline}
                states: {Closed: closed, Open: handling}
                noLocation: [[-71.0587, 42.3594]]
                """);
        mapping = Mappings.read(file.toString(), CaseMapping.class);
    }

    @AfterEach
    void stop() {
        storing.shutdownNow();
        encoding.shutdownNow();
    }

    ImportSummary run(Path... files) throws Exception {
        Workflow workflow = new Workflow(
                "w",
                List.of(
                        new Workflow.State(
                                new StateCode("closed"),
                                new StageCode("check"),
                                Workflow.Ending.CLOSED,
                                "结案",
                                "Closed"),
                        new Workflow.State(
                                new StateCode("handling"),
                                new StageCode("handle"),
                                Workflow.Ending.OPEN,
                                "处置中",
                                "Handling")),
                List.of());
        AreaFinder nowhere = new AreaFinder() {
            @Override
            public Optional<AreaCode> areaAt(Position position) {
                return Optional.empty();
            }

            @Override
            public boolean isInCity(Position position) {
                return true;
            }
        };
        CaseSink sink = new CaseSink() {
            @Override
            public Encoded encode(List<Imported> batch) {
                return () -> batch.forEach(i -> cases.add(i.fact()));
            }

            @Override
            public void classes(String version, List<CaseClass> added) {
                classes.addAll(added);
            }

            @Override
            public void departments(List<Department> added) {}
        };
        return new CaseImport(
                        mapping,
                        new CaseImport.Known(workflow, nowhere, List.of(), List.of()),
                        sink,
                        new CaseImport.Threads(encoding, storing),
                        () -> Instant.EPOCH)
                .run(List.of(files), refusals::add, p -> {});
    }

    private Path file(String name, String text) throws Exception {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void timesAreReadInTheCitysZoneAndTheDeadlineIsTheFilesOwn() throws Exception {
        run(file("a.csv", HEADER + GOOD));
        Case c = cases.getFirst();
        assertThat(c.report().reportedAt()).isEqualTo(Instant.parse("2015-03-01T05:54:30Z"));
        assertThat(c.progress().clocks().getFirst().dueAt()).isEqualTo(Instant.parse("2015-03-04T13:30:00Z"));
        assertThat(c.progress().clocks().getFirst().stoppedAt()).isEqualTo(Instant.parse("2015-03-02T11:03:22Z"));
        assertThat(c.report().source().value()).isEqualTo("hotline");
        assertThat(classes).extracting(CaseClass::name).containsExactly("Pothole");
    }

    @Test
    void casesAreStoredInTheOrderOfTheFileHoweverManyThreadsEncode() throws Exception {
        StringBuilder rows = new StringBuilder(HEADER);
        for (int i = 0; i < 25_000; i++) {
            rows.append(i).append(",2015-03-01 00:54:30,,,Open,n,Pothole,PW,-71.05,42.29\n");
        }
        assertThat(run(file("a.csv", rows.toString())).taken()).isEqualTo(25_000);
        assertThat(cases).hasSize(25_000);
        for (int i = 0; i < cases.size(); i++) {
            assertThat(cases.get(i).id().value()).isEqualTo("t-" + i);
        }
    }

    @Test
    void brokenRowsAreRefusedWithTheirLineAndTheRestIsTaken() throws Exception {
        String broken = "2,2015-03-01 00:54:30,,,Open,\"never closed,Pothole,PW,-71,42\n";
        String shortRow = "3,2015-03-01 00:54:30\n";
        String badDate = "4,01/03/2015,,,Open,n,Pothole,PW,-71,42\n";
        String badWord = "5,2015-03-01 00:54:30,,,Limbo,n,Pothole,PW,-71,42\n";
        String quoted = "6,2015-03-01 00:54:30,,,Open,\"two\nlines, one \"\"row\"\"\",Pothole,PW,-71,42\n";
        ImportSummary s = run(file("a.csv", HEADER + GOOD + broken + shortRow + badDate + badWord + quoted));
        assertThat(s.read()).isEqualTo(6);
        assertThat(s.taken()).isEqualTo(2);
        assertThat(s.refused()).isEqualTo(4);
        assertThat(refusals).extracting(Refusal::line).containsExactly(3L, 4L, 5L, 6L);
        assertThat(refusals.getFirst().reason()).contains("quote");
    }

    @Test
    void aLineInAnotherEncodingIsRefusedAlone() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write((HEADER + GOOD).getBytes(StandardCharsets.UTF_8));
        bytes.write("2,2015-03-01 00:54:30,,,Open,caf\u00e9,Pothole,PW,-71,42\n".getBytes(StandardCharsets.ISO_8859_1));
        bytes.write(GOOD.replaceFirst("1", "3").getBytes(StandardCharsets.UTF_8));
        ImportSummary s = run(Files.write(folder.resolve("a.csv"), bytes.toByteArray()));
        assertThat(s.taken()).isEqualTo(2);
        assertThat(s.refused()).isEqualTo(1);
        assertThat(s.read()).isEqualTo(3);
        assertThat(refusals.getFirst()).isEqualTo(new Refusal("a.csv", 3, "not UTF-8 text"));
    }

    @Test
    void aCutArchiveSaysSoAndKeepsWhatCameBefore() throws Exception {
        StringBuilder text = new StringBuilder(HEADER);
        for (int i = 0; i < 3000; i++) {
            text.append(GOOD.replaceFirst("1", Integer.toString(i * 7919)));
        }
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        }
        byte[] half = java.util.Arrays.copyOf(zipped.toByteArray(), zipped.size() / 2);
        ImportSummary s = run(Files.write(folder.resolve("a.csv.gz"), half));
        assertThat(s.taken()).isPositive().isLessThan(3000);
        assertThat(refusals.getLast().reason()).contains("ends in the middle");
    }

    @Test
    void defaultPointsHaveNoLocationAndImpossibleTimesAreFlagged() throws Exception {
        String nowhere = "2,2015-03-01 00:54:30,,,Open,n,Pothole,PW,-71.0587,42.3594\n";
        String backwards = "3,2015-03-05 00:00:00,,2015-03-01 00:00:00,Closed,n,Pothole,PW,-71,42\n";
        ImportSummary s = run(file("a.csv", HEADER + nowhere + backwards));
        assertThat(s.noLocation()).isEqualTo(1);
        assertThat(s.flagged()).isEqualTo(1);
        assertThat(cases.get(0).place().position()).isNull();
        assertThat(cases.get(0).progress().clocks()).isEmpty();
        assertThat(cases.get(1).progress().flags()).containsExactly("closed-before-opened");
    }

    @Test
    void aMappingThatNamesAnUnknownFieldOrColumnIsRefusedInWords() throws Exception {
        Path wrong = file("w.yaml", Files.readString(folder.resolve("m.yaml")).replace("remark:", "remarks:"));
        assertThatThrownBy(() -> Mappings.read(wrong.toString(), CaseMapping.class))
                .hasMessageContaining("columns.remarks");
        assertThatThrownBy(() -> run(file("b.csv", "id,opened\n1,2\n"))).hasMessageContaining("no column");
    }
}
