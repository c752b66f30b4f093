package org.yiping.console.ui.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;
import org.yiping.console.fx.Notice;
import org.yiping.console.fx.Press;
import org.yiping.console.ui.DeskFixture;
import org.yiping.console.ui.control.Toolkit;
import org.yiping.domain.casework.ActionCode;
import org.yiping.domain.casework.Attachment;
import org.yiping.domain.casework.Caller;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.FlowRecord;
import org.yiping.domain.casework.RecordId;
import org.yiping.domain.casework.Report;
import org.yiping.domain.casework.StateCode;
import org.yiping.domain.casework.Subject;
import org.yiping.domain.casework.Tick;
import org.yiping.domain.catalogue.SopStep;
import org.yiping.domain.command.Aside;
import org.yiping.domain.identity.Actor;
import org.yiping.domain.identity.PersonId;
import org.yiping.domain.identity.PostCode;
import org.yiping.domain.identity.SeatId;
import org.yiping.needs.NeedsDisplay;

/// The file of a case on paper and as a PDF, and that it was given out.
@NeedsDisplay
class CasePrintTest {
    private static final String RARE = "𠮷野家门口，䶮先生称井盖异响，署名𪚥";

    @TempDir
    Path folder;

    private final List<Canvas> printed = new ArrayList<>();

    @BeforeAll
    static void start() {
        Toolkit.start();
    }

    @Test
    void theFileSaysWhatTheScreenSaysAndCanBeRead() throws IOException {
        OpenCase seat = full(3);
        Path target = folder.resolve("case.pdf");
        new CasePrint(seat.model, seat.fixture.hall, press("HP")).pdf(target);
        assertThat(seat.fixture.hall.notices().all()).extracting(Notice::id).contains("case-file");
        String text = text(target);
        assertThat(text)
                .contains("示范市 · 案件卷宗", "E0110-1", "暴露垃圾", "待派遣")
                .contains("示范路 1 号", "来电 张** · 139****0217", "模拟案件")
                .contains("派遣", "类别目录 2026.2 · 工作日历 2026-3")
                .contains("估计堆放量", "已完成", "通知清运", "未勾选")
                .contains("批转", "值班长", "→ 待立案", "照片可见")
                .contains("处置前 1", "模拟照片", "这一侧没有照片")
                .contains("打印 林晓燕（派遣员 03 席） · 2026-11-24 10:42:18")
                .contains("𠮷野家门口，䶮先生");
        assertThat(Files.readAllBytes(target).length)
                .as("the font goes in with what is used")
                .isLessThan(900_000);
        assertThat(raw(target)).as("what the font lacks keeps its text").contains("ActualText");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(target);
        }
    }

    @Test
    void everyPageIsNumberedAndALongHistoryGoesOn() throws IOException {
        OpenCase seat = full(120);
        Path target = folder.resolve("long.pdf");
        new CasePrint(seat.model, seat.fixture.hall, press("HP")).pdf(target);
        try (PdfReader reader = new PdfReader(target.toString())) {
            int pages = reader.getNumberOfPages();
            assertThat(pages).isGreaterThan(3);
            PdfTextExtractor words = new PdfTextExtractor(reader);
            for (int i = 1; i <= pages; i++) {
                assertThat(words.getTextFromPage(i))
                        .contains("第 " + i + " 页 共 " + pages + " 页", "模拟案件", "E0110-1", "打印 林晓燕");
            }
        }
        String text = text(target);
        assertThat(IntStream.range(0, 120)).allSatisfy(i -> assertThat(text).contains("第" + i + "次"));
    }

    @Test
    void itIsWrittenDownBeforeItIsGivenOutAndNotGivenOutOtherwise() {
        OpenCase seat = full(1);
        CasePrint print = new CasePrint(seat.model, seat.fixture.hall, press("HP"));
        print.pdf(folder.resolve("a.pdf"));
        assertThat(seat.fixture.outbox.submitted).singleElement().isInstanceOfSatisfying(Aside.NotePrint.class, n -> {
            assertThat(n.form()).isEqualTo("pdf");
            assertThat(n.caseId()).isEqualTo(seat.value.id());
        });
        seat.fixture.outbox.full(true);
        print.pdf(folder.resolve("b.pdf"));
        assertThat(folder.resolve("b.pdf")).doesNotExist();
        assertThat(print.progress().get()).isNull();
        assertThat(seat.fixture.hall.notices().all()).extracting(Notice::code).contains("OUT-1001");
    }

    @Test
    void paperGetsTheSamePages() {
        OpenCase seat = full(3);
        Toolkit.onFx(() -> {
            new CasePrint(seat.model, seat.fixture.hall, press("HP LaserJet")).paper();
            return true;
        });
        assertThat(printed).hasSizeGreaterThanOrEqualTo(1).allSatisfy(c -> {
            assertThat(c.getWidth()).isEqualTo(595.28);
            assertThat(c.getHeight()).isEqualTo(841.89);
        });
        assertThat(seat.fixture.outbox.submitted)
                .extracting(c -> ((Aside.NotePrint) c).form())
                .containsExactly("paper");
        assertThat(seat.fixture.hall.notices().all().getLast().what()).contains("HP LaserJet");
    }

    @Test
    void withoutAPrinterNothingIsSaidToBePrinted() {
        OpenCase seat = full(1);
        new CasePrint(seat.model, seat.fixture.hall, press("")).paper();
        assertThat(seat.fixture.outbox.submitted).isEmpty();
        assertThat(seat.fixture.hall.notices().all()).singleElement().satisfies(n -> {
            assertThat(n.code()).isEqualTo("UI-4111");
            assertThat(n.means()).contains("PDF");
        });
    }

    @Test
    void aPlaceThatCannotBeWrittenIsSaid() {
        OpenCase seat = full(1);
        CasePrint print = new CasePrint(seat.model, seat.fixture.hall, press("HP"));
        print.pdf(folder.resolve("no such folder").resolve("case.pdf"));
        assertThat(seat.fixture.hall.notices().all()).extracting(Notice::code).containsExactly("UI-4110");
        assertThat(print.progress().get()).isNull();
    }

    private Press press(String name) {
        return new Press() {
            @Override
            public Optional<String> printer() {
                return Optional.of(name).filter(n -> !n.isEmpty());
            }

            @Override
            public boolean print(String title, List<? extends Node> pages, double width, double height) {
                pages.forEach(p -> printed.add((Canvas) p));
                return true;
            }
        };
    }

    private static OpenCase full(int records) {
        OpenCase seat = new OpenCase();
        seat.fixture.procedure(
                new SopStep("1", "估计堆放量", null, null, false), new SopStep("2", "通知清运", null, null, false));
        Case v = seat.value;
        Subject s = v.subject();
        Report r = v.report();
        Case full = new Case(
                v.id(),
                v.head()
                        .with(List.of(
                                new Attachment("wide", "before", "image/*", DeskFixture.START, true),
                                new Attachment("gone", "before", "image/*", DeskFixture.START, true))),
                new Subject(s.kind(), s.classCode(), null, s.severity(), null, RARE + "\u202E。\n第二行"),
                v.place(),
                new Report(r.source(), r.reportedAt(), null, new Caller("张**", "139****0217", true, true), null, true),
                v.progress()
                        .withTicks(List.of(new Tick("1", new PersonId("p-9"), DeskFixture.START.minusSeconds(60)))));
        seat.fixture.files.put("wide", photo());
        seat.fixture.put(full);
        seat.fixture.tables.records.put(
                v.id(), IntStream.range(0, records).mapToObj(i -> record(v, i)).collect(Collectors.toList()));
        return seat;
    }

    private static FlowRecord record(Case c, int i) {
        Instant at = DeskFixture.START.minus(Duration.ofMinutes(200L - i));
        return new FlowRecord(
                new RecordId("r" + i),
                c.id(),
                at,
                new Actor(new PersonId("p-3"), new PostCode("duty-leader"), new SeatId("01")),
                new FlowRecord.Step(new ActionCode("pass"), new StateCode("to-accept"), new StateCode("to-file")),
                "照片可见，第" + i + "次");
    }

    private static byte[] photo() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(1600, 1200, BufferedImage.TYPE_INT_RGB), "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /// Lines of the page as one, so that a broken line does not hide what it says.
    private static String text(Path pdf) throws IOException {
        try (PdfReader reader = new PdfReader(pdf.toString())) {
            PdfTextExtractor words = new PdfTextExtractor(reader);
            StringBuilder all = new StringBuilder();
            for (int i = 1; i <= reader.getNumberOfPages(); i++) {
                all.append(words.getTextFromPage(i)).append('\n');
            }
            return all.toString();
        }
    }

    private static String raw(Path pdf) throws IOException {
        try (PdfReader reader = new PdfReader(pdf.toString())) {
            return new String(reader.getPageContent(1), StandardCharsets.ISO_8859_1);
        }
    }
}
