package org.yiping.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkbookTest {
    private static final Workbook.Layout NARROW = new Workbook.Layout(List.of(10, 10), 1, false);

    private interface Filling {
        void fill(Workbook book) throws IOException;
    }

    private static byte[] book(Filling filling) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Workbook book = new Workbook(out, new Workbook.About("周报 <1>", "张三 & 李四", Instant.EPOCH), 1);
        filling.fill(book);
        book.finish();
        return out.toByteArray();
    }

    private static List<Row> rows(byte[] book, int sheet) throws IOException {
        try (ReadableWorkbook read = new ReadableWorkbook(new ByteArrayInputStream(book))) {
            return read.getSheet(sheet).orElseThrow().read();
        }
    }

    /// A cell that begins like a formula is words, in both kinds of file, and the words are all there.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+SUM(A1)",
                "-2",
                "@cmd",
                "\t=1",
                "\r=1",
                "\n=1",
                "=cmd|' /C calc'!A0",
                "＝HYPERLINK(1)",
                "<c t='e'/>]]>&"
            })
    void no_cell_is_a_formula(String hostile) throws IOException {
        byte[] book = book(b -> b.tab("一", NARROW).row(Cell.of(hostile), Cell.of("x" + hostile)));
        Row row = rows(book, 0).getFirst();
        assertThat(row.getCell(0).getType()).isEqualTo(CellType.STRING);
        assertThat(row.getCell(0).getText()).isEqualTo(hostile);
        assertThat(row.getCell(1).getText()).isEqualTo("x" + hostile);
        assertThat(parts(book).get("xl/worksheets/sheet1.xml"))
                .doesNotContain("<f>")
                .doesNotContain("<f ");
        StringBuilder csv = new StringBuilder();
        CsvText.write(List.of(Cell.of(hostile)), csv);
        if (!hostile.startsWith("<")) {
            assertThat(csv.toString()).startsWith("\"'");
        }
        assertThat(csv.toString()).contains(hostile.replace("\"", "\"\""));
    }

    @Test
    void csv_quotes_what_would_break_a_row() {
        StringBuilder csv = new StringBuilder();
        CsvText.write(
                List.of(Cell.of("甲,乙"), Cell.of("说\"好\""), Cell.of("两\n行"), Cell.of(7), Cell.of(-7.5), Cell.EMPTY),
                csv);
        assertThat(csv.toString()).isEqualTo("\"甲,乙\",\"说\"\"好\"\"\",\"两\n行\",7,-7.5,\r\n");
    }

    @Test
    void numbers_and_moments_are_numbers() throws IOException {
        LocalDateTime at = LocalDateTime.of(2026, 11, 27, 7, 30, 5);
        Row row = rows(book(b -> b.tab("一", NARROW).row(Cell.of(1234), Cell.of(95.25), Cell.of(at))), 0)
                .getFirst();
        assertThat(row.getCell(0).asNumber()).isEqualByComparingTo("1234");
        assertThat(row.getCell(1).asNumber()).isEqualByComparingTo("95.25");
        assertThat(row.getCell(2).asDate()).isEqualTo(at);
        StringBuilder csv = new StringBuilder();
        CsvText.write(List.of(Cell.of(at)), csv);
        assertThat(csv.toString()).isEqualTo("2026-11-27T07:30:05\r\n");
    }

    @Test
    void what_no_cell_can_hold_is_left_out_and_what_is_too_long_cut() throws IOException {
        String rare = "甲\u0000\u0001\ud800乙\uffff𪚥";
        String rows =
                rows(book(b -> b.tab("一", NARROW).row(Cell.of(rare), Cell.of("长".repeat(40_000)))), 0)
                        .getFirst()
                        .stream()
                        .map(c ->
                                c.getText().substring(0, Math.min(4, c.getText().length()))
                                        + c.getText().length())
                        .toList()
                        .toString();
        assertThat(rows).isEqualTo("[甲乙𪚥4, 长长长长32767]");
    }

    @Test
    void tabs_of_one_name_and_hostile_names_are_told_apart() throws IOException {
        byte[] book = book(b -> {
            for (String name : List.of("案件", "案件", "a/b:[c]*?\\'", "", "x".repeat(50))) {
                b.tab(name, NARROW).row(Cell.of(name));
            }
        });
        try (ReadableWorkbook read = new ReadableWorkbook(new ByteArrayInputStream(book))) {
            List<String> names = read.getSheets().map(s -> s.getName()).toList();
            assertThat(names)
                    .doesNotHaveDuplicates()
                    .hasSize(5)
                    .allSatisfy(n -> assertThat(n).matches("[^\\[\\]:*?/\\\\]{1,31}"));
        }
    }

    /// Every part is XML, is named in the content types, and every relation leads to a part.
    @Test
    void the_package_holds_together() throws Exception {
        byte[] book = book(b -> {
            Tab tab = b.tab("图 'n' & 表", NARROW);
            tab.row(Cell.of("名", Cell.Look.HEAD), Cell.of("值", Cell.Look.HEAD));
            tab.row(Cell.of("甲"), Cell.of(1));
            tab.chart(new Chart("一 <图>", false, 0, 1, 2, 2), new Tab.Place(3, 1, 400, 300));
            tab.chart(new Chart("二", true, 0, 1, 2, 2), new Tab.Place(3, 20, 400, 300));
            tab.picture(new byte[] {1, 2, 3}, new Tab.Place(3, 40, 10, 10));
            b.tab("空", NARROW).row(Cell.EMPTY);
        });
        Map<String, String> parts = parts(book);
        DocumentBuilderFactory xml = DocumentBuilderFactory.newInstance();
        for (Map.Entry<String, String> part : parts.entrySet()) {
            if (!part.getKey().endsWith(".png")) {
                xml.newDocumentBuilder()
                        .parse(new ByteArrayInputStream(part.getValue().getBytes(StandardCharsets.UTF_8)));
            }
        }
        String types = parts.get("[Content_Types].xml");
        parts.keySet().stream()
                .filter(n -> n.endsWith(".xml") && !n.startsWith("["))
                .forEach(n -> assertThat(types).contains("\"/" + n + "\""));
        assertThat(parts.get("xl/drawings/_rels/drawing1.xml.rels"))
                .contains("../charts/chart1.xml", "../charts/chart2.xml", "../media/image1.png");
        assertThat(parts).containsKeys("xl/charts/chart1.xml", "xl/charts/chart2.xml", "xl/media/image1.png");
        assertThat(parts.get("xl/charts/chart1.xml")).contains("'图 ''n'' &amp; 表'!$B$2:$B$2");
        assertThat(parts.get("xl/workbook.xml")).contains("_xlnm.Print_Titles");
    }

    private static Map<String, String> parts(byte[] book) throws IOException {
        Map<String, String> parts = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(book))) {
            for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
                parts.put(e.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return parts;
    }

    @Test
    void columns_are_named_as_sheets_name_them() {
        for (Map.Entry<Integer, String> each :
                Map.of(0, "A", 25, "Z", 26, "AA", 701, "ZZ", 702, "AAA").entrySet()) {
            StringBuilder out = new StringBuilder();
            RowText.column(each.getKey(), out);
            assertThat(out.toString()).isEqualTo(each.getValue());
        }
    }
}
