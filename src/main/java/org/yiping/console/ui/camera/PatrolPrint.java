package org.yiping.console.ui.camera;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.canvas.Canvas;
import org.yiping.console.fx.Fonts;
import org.yiping.console.fx.Notice;
import org.yiping.console.fx.Press;
import org.yiping.console.paper.PageCanvas;
import org.yiping.console.store.CameraUse;
import org.yiping.console.store.Lookup.Found;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Words;
import org.yiping.console.ui.control.PhotoLevels;
import org.yiping.domain.patrol.PatrolRound;
import org.yiping.paper.Letters;
import org.yiping.paper.Page;
import org.yiping.paper.Sheet;
import org.yiping.paper.Type;

/// Gives the report of a round out, as a PDF or on paper, beside all other work. FX thread, but pages are made by
/// a worker.
///
/// A PDF has its name only when it is whole. One at a time.
final class PatrolPrint {
    private static final String NOTICE = "patrol-report";

    private final Desk desk;
    private final Hall hall;
    private final Press press;
    private final Words words;
    private boolean making;

    PatrolPrint(Desk desk, Hall hall, Press press) {
        this.desk = desk;
        this.hall = hall;
        this.press = press;
        words = new Words(desk.stores(), hall.messages());
    }

    void pdf(PatrolRound round, Path target) {
        if (making) {
            return;
        }
        making = true;
        PatrolPaper.Report report = report(round);
        hall.background()
                .run(
                        () -> write(report, target),
                        _ -> ended(Notice.info(NOTICE, text("patrol.paper-written", round.name(), target.toString()))),
                        _ -> ended(Notice.warning(
                                NOTICE,
                                text("patrol.paper-failed"),
                                text("paper.failed-means", target.toString()),
                                "UI-4110")));
    }

    /// Asks for a printer first: without one nothing is made.
    void paper(PatrolRound round) {
        if (making) {
            return;
        }
        making = true;
        hall.background()
                .run(
                        press::printer,
                        printer -> printer.ifPresentOrElse(
                                name -> paper(round, name),
                                () -> ended(Notice.warning(
                                        NOTICE, text("paper.no-printer"), text("paper.no-printer-means"), "UI-4111"))),
                        _ -> notPrinted());
    }

    private void paper(PatrolRound round, String printer) {
        PatrolPaper.Report report = report(round);
        Type type = Letters.type();
        hall.background()
                .run(
                        () -> pages(report, type),
                        pages -> {
                            List<Canvas> drawn = pages.stream()
                                    .map(p -> PageCanvas.of(p, type, Fonts.FAMILY))
                                    .toList();
                            if (press.print(round.name(), drawn, Page.WIDTH, Page.HEIGHT)) {
                                ended(Notice.info(
                                        NOTICE, text("patrol.paper-printed", round.name(), drawn.size(), printer)));
                            } else {
                                notPrinted();
                            }
                        },
                        _ -> notPrinted());
    }

    private void notPrinted() {
        ended(Notice.warning(NOTICE, text("patrol.paper-not-printed"), text("paper.not-printed-means"), "UI-4112"));
    }

    private void ended(Notice notice) {
        making = false;
        hall.notices().show(notice);
    }

    private PatrolPaper.Report report(PatrolRound round) {
        String by = desk.me()
                .map(me -> text(
                        "paper.person",
                        me.name(),
                        words.post(me.actor().post()),
                        me.actor().seat().value()))
                .orElse("");
        return new PatrolPaper.Report(round, by, hall.now());
    }

    private boolean write(PatrolPaper.Report report, Path target) throws IOException {
        Type type = Letters.type();
        List<Page> pages = pages(report, type);
        Path part = target.resolveSibling(target.getFileName() + ".part");
        try {
            try (OutputStream out = Files.newOutputStream(part)) {
                Letters.pdf(type).write(pages, report.round().name(), out);
            }
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
            return true;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private List<Page> pages(PatrolPaper.Report report, Type type) {
        Map<String, PatrolPaper.Print> prints = new HashMap<>();
        report.round().findings().stream()
                .flatMap(l -> Optional.ofNullable(l.seen().picture()).stream())
                .forEach(p -> prints.computeIfAbsent(p.fileId(), _ -> print(report.round(), p)));
        return new PatrolPaper(report, desk.stores(), hall.messages(), type).pages(prints);
    }

    /// Waits for the platform, as workers may.
    private PatrolPaper.Print print(PatrolRound round, PatrolRound.Picture picture) {
        CameraUse use = desk.lookup().cameras().orElse(null);
        if (use == null) {
            return new PatrolPaper.Print(null, text("case.photo-offline"));
        }
        return switch (use.patrolPicture(round.id(), picture.fileId()).join()) {
            case Found.Got<byte[]>(byte[] bytes) -> {
                try {
                    BufferedImage read = PhotoLevels.read(bytes).atMost(Sheet.pixels());
                    yield new PatrolPaper.Print(read, "");
                } catch (IOException _) {
                    yield new PatrolPaper.Print(null, text("case.photo-broken"));
                }
            }
            case Found.Refused<byte[]>(String code, String detail) -> new PatrolPaper.Print(null, detail + " " + code);
            case Found.Unreachable<byte[]> _ -> new PatrolPaper.Print(null, text("case.photo-offline"));
        };
    }

    private String text(String key, Object... args) {
        return hall.messages().get(key, args);
    }
}
