package org.yiping.console.ui.camera;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;
import org.yiping.console.fx.Notice;
import org.yiping.console.fx.Press;
import org.yiping.console.ui.DeskFixture;
import org.yiping.console.ui.control.Toolkit;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.camera.CameraState;
import org.yiping.domain.casework.Footage;
import org.yiping.domain.catalogue.ClassCode;
import org.yiping.domain.geo.Position;
import org.yiping.domain.identity.Actor;
import org.yiping.domain.identity.PersonId;
import org.yiping.domain.identity.PostCode;
import org.yiping.domain.identity.SeatId;
import org.yiping.domain.patrol.PatrolPlanId;
import org.yiping.domain.patrol.PatrolRound;
import org.yiping.domain.patrol.PatrolRoundId;

/// The report of a round of four cameras: one finding with its picture, one whose picture is out of reach, one camera
/// not seen, one nobody looked at.
class PatrolPrintTest {
    private static final Actor WALKER = new Actor(new PersonId("p2"), new PostCode("acceptor"), new SeatId("04"));
    private static final Instant NOW = DeskFixture.START;
    private static final String HERE = "ab".repeat(32);
    private static final String FAR = "cd".repeat(32);

    private final DeskFixture seat = new DeskFixture("dispatcher");
    private final AskedCameras cameras = new AskedCameras();
    private final List<Canvas> printed = new ArrayList<>();
    private PatrolRound round;

    @TempDir
    Path folder;

    @BeforeAll
    static void toolkit() {
        Toolkit.start();
    }

    @BeforeEach
    void walked() throws IOException {
        seat.cameras = cameras;
        cameras.pictures.put(HERE, Still.png(new int[64 * 36], 64, 36, Map.of()));
        for (String id : List.of("a", "b", "c", "d")) {
            seat.tables.cameras.put(
                    new CameraId(id),
                    new Camera(
                            new CameraId(id),
                            "玉林街 " + id,
                            new Position(104, 30),
                            new Camera.View(0, 60, "fixed"),
                            List.of(),
                            new CameraState(true, true)));
        }
        round = new PatrolRound(
                new PatrolRoundId("p.1"),
                new PatrolPlanId("p"),
                "早高峰",
                NOW.minusSeconds(600),
                Stream.of("a", "b", "c", "d").map(CameraId::new).toList(),
                List.of(
                        look("a", PatrolRound.NOTED, "占道堆物", HERE),
                        look("b", PatrolRound.NOTED, "围挡破损", FAR),
                        look("c", PatrolRound.UNSEEN, "", "")));
    }

    @Test
    void theReportSaysWhatWasFoundWithItsPictureAndWhatWasNotSeen() throws IOException {
        Path target = folder.resolve("round.pdf");
        new PatrolPrint(seat.desk, seat.hall, press("HP", true)).pdf(round, target);
        String text = text(target);
        assertThat(text)
                .contains("示范市 · 视频巡逻报告", "早高峰", "已巡 3 / 4", "模拟画面")
                .contains("发现（2）", "占道堆物", "围挡破损", "暴露垃圾")
                .contains("未见（1）", "未看（1）", "玉林街 d")
                .contains("断网", "打印 林晓燕（派遣员 03 席）");
        assertThat(text.replace("\n", "").replace(" ", "")).contains(HERE, FAR);
        assertThat(Files.readString(target, java.nio.charset.StandardCharsets.ISO_8859_1))
                .contains("/Subtype/Image");
        assertThat(seat.hall.notices().all()).extracting(Notice::id).containsExactly("patrol-report");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(target);
        }
    }

    @Test
    void onPaperItIsTheSamePages() {
        new PatrolPrint(seat.desk, seat.hall, press("HP LaserJet", true)).paper(round);
        assertThat(printed).isNotEmpty();
        assertThat(seat.hall.notices().all().getLast().what()).contains("HP LaserJet", "早高峰");
    }

    @Test
    void whatCannotBeGivenOutIsSaid() {
        new PatrolPrint(seat.desk, seat.hall, press("", true)).paper(round);
        assertThat(seat.hall.notices().all()).extracting(Notice::code).containsExactly("UI-4111");
        new PatrolPrint(seat.desk, seat.hall, press("HP", false)).paper(round);
        assertThat(seat.hall.notices().all()).extracting(Notice::code).containsExactly("UI-4112");
        PatrolPrint print = new PatrolPrint(seat.desk, seat.hall, press("HP", true));
        print.pdf(round, folder.resolve("no such folder").resolve("round.pdf"));
        assertThat(seat.hall.notices().all()).extracting(Notice::code).containsExactly("UI-4110");
        print.pdf(round, folder.resolve("round.pdf"));
        assertThat(folder.resolve("round.pdf")).as("the next one is made").exists();
    }

    private static PatrolRound.Look look(String camera, String outcome, String note, String file) {
        PatrolRound.Picture picture = file.isEmpty()
                ? null
                : new PatrolRound.Picture(
                        file,
                        new Footage(
                                Footage.PHOTO,
                                new CameraId(camera),
                                "玉林街 " + camera,
                                NOW.minusSeconds(300),
                                NOW.minusSeconds(300),
                                Footage.ARRIVAL,
                                WALKER));
        return new PatrolRound.Look(
                WALKER,
                new PatrolRound.Seen(
                                new CameraId(camera),
                                outcome,
                                NOW.minusSeconds(299),
                                note.isEmpty() ? null : new ClassCode("E-0110"),
                                note,
                                null)
                        .with(picture));
    }

    private Press press(String name, boolean takes) {
        return new Press() {
            @Override
            public Optional<String> printer() {
                return Optional.of(name).filter(n -> !n.isEmpty());
            }

            @Override
            public boolean print(String title, List<? extends Node> pages, double width, double height) {
                pages.forEach(p -> printed.add((Canvas) p));
                return takes;
            }
        };
    }

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
}
