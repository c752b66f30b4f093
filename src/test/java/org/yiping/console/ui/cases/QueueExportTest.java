package org.yiping.console.ui.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.console.fx.Notice;
import org.yiping.console.ui.DeskFixture;
import org.yiping.console.ui.Samples;
import org.yiping.console.ui.Words;
import org.yiping.domain.casework.Caller;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.casework.Place;
import org.yiping.domain.casework.Report;

class QueueExportTest {
    private static final Set<QueueColumn> ALL = EnumSet.allOf(QueueColumn.class);
    private final DeskFixture fixture = new DeskFixture("dispatcher");
    private final QueueExport export =
            new QueueExport(fixture.desk, fixture.hall, new Words(fixture.desk.stores(), fixture.hall.messages()));

    @TempDir
    Path folder;

    @BeforeEach
    void fill() {
        for (int i = 0; i < 1200; i++) {
            fixture.put(Samples.waiting("c" + i, "to-dispatch", DeskFixture.START, Duration.ofMinutes(i - 600)));
        }
        fixture.put(at("odd", "=1+1,\"玉林\" <路> & 𠮷\u0001"));
    }

    private static Case at(String id, String address) {
        Case c = Samples.waiting(id, "to-dispatch", DeskFixture.START, Duration.ofMinutes(3));
        return new Case(
                c.id(),
                c.head(),
                c.subject(),
                new Place(null, address, null),
                new Report(
                        c.report().source(),
                        c.report().reportedAt(),
                        null,
                        new Caller("王**", "139****1234", false, true),
                        null,
                        true),
                c.progress());
    }

    private static List<CaseId> rows() {
        List<CaseId> rows = new ArrayList<>();
        rows.add(new CaseId("odd"));
        for (int i = 0; i < 1200; i++) {
            rows.add(new CaseId("c" + i));
        }
        return rows;
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    private static List<List<String>> workbook(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                ReadableWorkbook book = new ReadableWorkbook(in);
                Stream<org.dhatim.fastexcel.reader.Row> rows =
                        book.getFirstSheet().openStream()) {
            return rows.map(r -> r.stream().map(Cell::getText).toList()).toList();
        }
    }

    @Test
    void aWorkbookHasTheRowsShownInTheirOrderInTheWordsOfTheScreen() throws IOException {
        Path file = folder.resolve("待派遣.xlsx");
        export.start(rows(), ALL, file);

        List<List<String>> table = workbook(file);
        assertThat(table).hasSize(1202);
        assertThat(table.getFirst()).startsWith("案件编号", "状态", "时限灯", "小类代码", "案件名称");
        assertThat(table.get(1))
                .containsExactly(
                        "E0110-odd",
                        "待派遣",
                        "将超时",
                        "E-0110",
                        "暴露垃圾",
                        "2026-11-24 10:45:18",
                        "",
                        "",
                        "",
                        "2026-11-24 10:30:18",
                        "监督员上报",
                        "=1+1,\"玉林\" <路> & 𠮷",
                        "模拟");
        assertThat(table.get(2).getFirst()).isEqualTo("E0110-c0");
        assertThat(table.get(2).get(2)).isEqualTo("已超时");
        assertThat(files()).containsExactly("待派遣.xlsx");
        assertThat(fixture.hall.notices().all())
                .extracting(Notice::what)
                .allSatisfy(w -> assertThat(w).contains("201 件", "待派遣.xlsx"));
        assertThat(export.progress().get()).isNull();
    }

    @Test
    void aFileHasTheColumnsOfTheRowsAndWhatALineCannotDoWithout() throws IOException {
        Path file = folder.resolve("a.xlsx");
        export.start(List.of(new CaseId("odd")), EnumSet.of(QueueColumn.SOURCE), file);
        assertThat(workbook(file))
                .containsExactly(
                        List.of("案件编号", "状态", "时限灯", "小类代码", "案件名称", "时限", "来源", "模拟"),
                        List.of("E0110-odd", "待派遣", "将超时", "E-0110", "暴露垃圾", "2026-11-24 10:45:18", "监督员上报", "模拟"));
    }

    @Test
    void aTextFileIsReadByASpreadsheetAndComputesNothing() throws IOException {
        Path file = folder.resolve("all.CSV");
        export.start(rows(), ALL, file);

        String text = Files.readString(file);
        assertThat(text).startsWith("\uFEFF案件编号,");
        try (CSVParser parser = CSVParser.parse(text.substring(1), CSVFormat.DEFAULT)) {
            List<CSVRecord> table = parser.getRecords();
            assertThat(table).hasSize(1202);
            assertThat(table.get(1).get(11)).isEqualTo("'=1+1,\"玉林\" <路> & 𠮷\u0001");
        }
    }

    @Test
    void noCallerLeavesTheScreenInAFile() throws IOException {
        Path file = folder.resolve("a.csv");
        export.start(List.of(new CaseId("odd")), ALL, file);
        assertThat(Files.readString(file, StandardCharsets.UTF_8)).doesNotContain("王", "139", "1234");
    }

    @Test
    void anExportGivenUpLeavesNothing() throws IOException {
        export.progress().subscribe(p -> {
            if (p != null && p.done() >= 500) {
                export.cancel();
            }
        });
        export.start(rows(), ALL, folder.resolve("a.xlsx"));
        assertThat(files()).isEmpty();
        assertThat(fixture.hall.notices().all()).isEmpty();
    }

    @Test
    void whereNothingCanBeWrittenItIsSaidAndTheOldFileStands() throws IOException {
        Path file = folder.resolve("a.csv");
        Files.createDirectories(folder.resolve("a.csv.part").resolve("in the way"));
        Files.writeString(file, "old");
        export.start(rows(), ALL, file);
        assertThat(Files.readString(file)).isEqualTo("old");
        assertThat(fixture.hall.notices().all()).extracting(Notice::kind).containsExactly(Notice.Kind.WARNING);
        assertThat(export.progress().get()).isNull();
    }
}
