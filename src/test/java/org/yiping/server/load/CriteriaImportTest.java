package org.yiping.server.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.domain.catalogue.CaseClass;
import org.yiping.domain.catalogue.Catalogue;
import org.yiping.domain.catalogue.ClassCode;
import org.yiping.domain.catalogue.Criterion;
import org.yiping.domain.catalogue.CriterionId;
import org.yiping.domain.catalogue.KindCode;
import org.yiping.domain.catalogue.Limit;
import org.yiping.domain.catalogue.LimitUnit;

class CriteriaImportTest {
    private static final List<Object> FIRST =
            List.of("01", "公用设施", "01", "上水井盖", "水务公司", "水务局", "缺失、移位或破裂", "恢复", "2紧急工作时");

    @TempDir
    Path folder;

    private static CaseClass service() {
        return new CaseClass(new ClassCode("S-1"), new KindCode("service"), "服务", "咨询", "question", List.of());
    }

    private static final Catalogue BEFORE = new Catalogue(
            "c-1",
            List.of(
                    service(),
                    new CaseClass(
                            new ClassCode("C-0101"),
                            new KindCode("component"),
                            "公用设施",
                            "上水井盖",
                            "water manhole",
                            List.of(
                                    criterion("C-0101-01", "车辆碾压时异响", "修复", "rattles"),
                                    criterion("C-0101-02", "缺失、移位或破裂", "恢复", "missing")))));

    private static Criterion criterion(String id, String condition, String closing, String english) {
        return new Criterion(
                new CriterionId(id),
                condition,
                new Limit(4, LimitUnit.WH),
                closing,
                false,
                new Criterion.Wording(english, "restored"));
    }

    private CriteriaImport.Result read(Workbooks workbook) throws IOException {
        return read(workbook.to(folder.resolve("标准.xlsx")));
    }

    private static CriteriaImport.Result read(Path file) throws IOException {
        return new CriteriaImport(BEFORE).read(file);
    }

    private static List<String> refusals(CriteriaImport.Result result) {
        return result.refusals().stream()
                .map(r -> r.file() + ":" + r.line() + ": " + r.reason())
                .toList();
    }

    private static Workbooks components(List<?>... rows) {
        List<List<Object>> all = new ArrayList<>();
        all.add(Workbooks.HEADER);
        for (List<?> row : rows) {
            all.add(new ArrayList<>(row));
        }
        return new Workbooks().sheet("部件", all);
    }

    private static CaseClass of(CriteriaImport.Result result, String code) {
        return result.classes().stream()
                .filter(c -> c.code().value().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> limits(CaseClass c) {
        return c.criteria().stream()
                .map(k -> k.id().value() + " " + k.limit().value() + k.limit().unit())
                .toList();
    }

    @Test
    void blankAndMergedCellsSayWhatStandsAboveThem() throws IOException {
        CriteriaImport.Result result = read(new Workbooks()
                .sheet(
                        "部件立案标准",
                        List.of("城市管理部件立案、处置与结案标准"),
                        Workbooks.HEADER,
                        FIRST,
                        List.of("", "", "", "", "", "", "破损面积超过25平方厘米", "更换或修复", "4工作时"),
                        List.of("", "", "02", "污水井盖", "", "", "缺失", "", "二个工作日"),
                        List.of("", "", "", "", "", "", "", "", ""),
                        List.of("02", "道路交通设施", "0201", "停车场", "交运集团", "交通局", "路面破损", "修复", "5天"))
                .sheet(
                        "事件",
                        Workbooks.HEADER,
                        List.of("01", "市容环境", "01", "私搭乱建", "城管局", "城管局", "正在搭建", "制止", "２ 紧急工作日"))
                .sheet("填表说明", List.of("说明"))
                .merged("A3:A6", "B3:B6", "A1:I1"));
        assertThat(refusals(result)).isEmpty();
        assertThat(result.count()).isEqualTo(new CriteriaImport.Count(5, 5, 0, 6 + 5, 0));
        assertThat(result.notes()).singleElement().asString().contains("填表说明");
        assertThat(limits(of(result, "C-0101"))).containsExactly("C-0101-02 2UH", "C-0101-03 4WH");
        assertThat(limits(of(result, "C-0102"))).containsExactly("C-0102-01 2WD");
        assertThat(of(result, "C-0102").criteria().getFirst().closing()).isEqualTo("更换或修复");
        assertThat(of(result, "C-0102").units()).isEqualTo(new CaseClass.Units("水务公司", "水务局"));
        assertThat(limits(of(result, "C-0201"))).containsExactly("C-0201-01 5WD");
        assertThat(limits(of(result, "E-0101"))).containsExactly("E-0101-01 2UD");
        assertThat(result.classes()).contains(service());
    }

    @Test
    void theSameWordsKeepTheirNumberAndTheirEnglish() throws IOException {
        CaseClass read = of(read(components(FIRST)), "C-0101");
        assertThat(read.nameEnglish()).isEqualTo("water manhole");
        Criterion k = read.criteria().getFirst();
        assertThat(k.id().value()).isEqualTo("C-0101-02");
        assertThat(k.english()).isEqualTo(new Criterion.Wording("missing", "restored"));
    }

    @Test
    void codesKeptAsNumbersGetTheirZerosBack() throws IOException {
        CriteriaImport.Result result = read(components(
                List.of(1, "公用设施", 1, "上水井盖", "a", "b", "x", "y", "1天"),
                List.of(1, "公用设施", 102, "污水井盖", "a", "b", "x", "y", "1天"),
                List.of("01", "公用设施", "103", "雨水井盖", "a", "b", "x", "y", "1天")));
        assertThat(result.classes().stream().map(c -> c.code().value()))
                .containsExactly("C-0101", "C-0102", "C-01103", "S-1");
    }

    @Test
    void aLimitNobodyCanReadIsOneWorkingDayAndSaidWithItsPlace() throws IOException {
        CriteriaImport.Result result = read(components(
                List.of("01", "公用设施", "01", "上水井盖", "a", "b", "x", "y", "视情况"),
                List.of("", "", "", "", "", "", "z", "y", "0天")));
        assertThat(result.count().unreadable()).isEqualTo(2);
        assertThat(result.notes().getFirst()).startsWith("标准.xlsx!部件:2: column I (时限): \"视情况\"");
        Criterion k = of(result, "C-0101").criteria().getFirst();
        assertThat(k.limit()).isEqualTo(new Limit(1, LimitUnit.WD));
        assertThat(k.limitText()).isEqualTo("视情况");
    }

    @Test
    void aFormulaCountsAsTheValueItLastHad() throws IOException {
        CriteriaImport.Result result = read(components(
                List.of("01", "公用设施", "01", "上水井盖", "a", "b", "x", "y", new Workbooks.Formula("J1&\"天\"", "3天")),
                List.of("01", "公用设施", new Workbooks.Formula("C2+1", 2), "污水井盖", "a", "b", "x", "y", "1天"),
                Arrays.asList("", "", "03", "雨水井盖", "", "", "x", "y", new Workbooks.Formula("J2&\"天\"", null)),
                List.of("", "", "04", "雨水箅子", "", "", "x", "y", "")));
        assertThat(limits(of(result, "C-0101"))).containsExactly("C-0101-03 3WD");
        assertThat(limits(of(result, "C-0102"))).containsExactly("C-0102-01 1WD");
        assertThat(refusals(result))
                .satisfiesExactly(
                        formula -> assertThat(formula)
                                .startsWith("标准.xlsx!部件:4: column I (时限): a formula without a stored value"),
                        below -> assertThat(below).startsWith("标准.xlsx!部件:5: column I (时限): blank"));
    }

    @Test
    void aHundredThousandRowsAreRead() throws IOException {
        List<List<Object>> rows = new ArrayList<>();
        rows.add(Workbooks.HEADER);
        for (int i = 0; i < 100_000; i++) {
            boolean first = i % 200 == 0;
            String code = "%02d%02d".formatted(1 + i / 20_000, i / 200 % 100);
            rows.add(List.of(
                    first ? code.substring(0, 2) : "",
                    first ? "大类" + i / 20_000 : "",
                    first ? code : "",
                    first ? "小类" + code : "",
                    first ? "单位" : "",
                    first ? "部门" : "",
                    "立案条件第" + i + "条，有安全隐患",
                    first ? "恢复" : "",
                    (1 + i % 9) + "工作时"));
        }
        CriteriaImport.Result result = read(new Workbooks().sheet("部件", rows));
        assertThat(refusals(result)).isEmpty();
        assertThat(result.count().taken()).isEqualTo(100_000);
        assertThat(result.classes()).hasSize(501);
    }

    @Test
    void macrosAreLeftAsideAndThatIsSaid() throws IOException {
        CriteriaImport.Result result = read(components(FIRST).part("xl/vbaProject.bin", "macro"));
        assertThat(result.count().taken()).isOne();
        assertThat(result.notes()).containsExactly("macros are left aside: xl/vbaProject.bin");
    }

    @Test
    void aBombIsRefusedBeforeItIsUnpacked() throws IOException {
        assertThat(refusals(read(components(FIRST).part("xl/worksheets/sheet1.xml", new byte[40 << 20]))))
                .singleElement()
                .asString()
                .contains("sheet1.xml is not written in UTF-8");
        byte[] spaces = new byte[40 << 20];
        Arrays.fill(spaces, (byte) ' ');
        assertThat(refusals(read(components(FIRST).part("xl/worksheets/sheet1.xml", spaces))))
                .singleElement()
                .asString()
                .contains("sheet1.xml unpacks to more than 200 times its size");
        Workbooks many = components(FIRST);
        byte[] part = Arrays.copyOf(spaces, 7 << 20);
        for (int i = 0; i < 40; i++) {
            many.part("xl/media/" + i + ".bin", part);
        }
        assertThat(refusals(read(many))).singleElement().asString().contains("unpacks to more than 256 MB");
    }

    @Test
    void aPartThatNamesOtherFilesIsRefusedInAnyEncoding() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "geheim");
        String xml = """
                <?xml version="1.0"?>%s<!DOCTYPE sst [<!ENTITY e SYSTEM "%s">]>
                <sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>&e;</t></si></sst>""".formatted(" ".repeat(70_000), secret.toUri());
        assertThat(refusals(read(components(FIRST).part("xl/sharedStrings.xml", xml))))
                .singleElement()
                .asString()
                .contains("declares a document type")
                .doesNotContain("geheim");
        assertThat(refusals(
                        read(components(FIRST).part("xl/sharedStrings.xml", xml.getBytes(StandardCharsets.UTF_16)))))
                .singleElement()
                .asString()
                .contains("is not written in UTF-8");
    }

    @Test
    void whatIsNoSuchWorkbookIsNamed() throws IOException {
        byte[] ole = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0, 0, 0};
        Path old = Files.write(folder.resolve("old.xls"), ole);
        assertThat(refusals(read(old))).singleElement().asString().contains("of the old kind (.xls)");
        Path locked = Files.write(folder.resolve("locked.xlsx"), ole);
        Files.write(
                locked,
                "..EncryptedPackage".getBytes(StandardCharsets.UTF_16LE),
                java.nio.file.StandardOpenOption.APPEND);
        assertThat(refusals(read(locked))).singleElement().asString().contains("protected by a password");
        Path text = Files.writeString(folder.resolve("text.xlsx"), "a,b,c");
        assertThat(refusals(read(text))).singleElement().asString().contains("is no workbook");
        byte[] whole = Files.readAllBytes(components(FIRST).to(folder.resolve("whole.xlsx")));
        Path cut = Files.write(folder.resolve("cut.xlsx"), Arrays.copyOf(whole, whole.length / 2));
        assertThat(refusals(read(cut))).singleElement().asString().contains("is damaged");
        assertThat(refusals(read(components(FIRST).part("xl/worksheets/sheet1.xml", "<worksheet><sheetData><row"))))
                .singleElement()
                .asString()
                .contains("damaged");
    }

    @Test
    void anEmptySheetAndAWrongHeaderAreSaid() throws IOException {
        assertThat(refusals(read(new Workbooks().sheet("事件", List.of()))))
                .containsExactly("标准.xlsx!事件:1: the sheet is empty or has no header among its first rows");
        List<Object> header = new ArrayList<>(Workbooks.HEADER);
        header.set(6, "备注");
        assertThat(refusals(read(new Workbooks().sheet("事件", header, FIRST))))
                .singleElement()
                .asString()
                .startsWith("标准.xlsx!事件:1: column G (立案): the header says \"备注\"");
        assertThat(refusals(read(new Workbooks().sheet("Sheet1", Workbooks.HEADER, FIRST))))
                .containsExactly("标准.xlsx:1: no sheet named 部件 or 事件 (components, events)");
    }

    @Test
    void aCodeForTwoNamesAndWordsTwiceAreRefused() throws IOException {
        CriteriaImport.Result result = read(components(
                FIRST,
                List.of("01", "公用设施", "01", "污水井盖", "a", "b", "x", "y", "1天"),
                FIRST,
                List.of("零", "公用设施", "?", "污水井盖", "a", "b", "x", "y", "1天")));
        assertThat(result.count().taken()).isOne();
        assertThat(refusals(result))
                .containsExactly(
                        "标准.xlsx!部件:3: column C (小类代码): C-0101 is \"公用设施 上水井盖\" in row 2",
                        "标准.xlsx!部件:4: column G (立案): the class has it in row 2",
                        "标准.xlsx!部件:5: column C (小类代码): \"零\" and \"?\" are no codes");
    }
}
