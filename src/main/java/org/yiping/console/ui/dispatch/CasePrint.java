package org.yiping.console.ui.dispatch;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.canvas.Canvas;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Fonts;
import org.yiping.console.fx.Notice;
import org.yiping.console.fx.Press;
import org.yiping.console.paper.PageCanvas;
import org.yiping.console.store.Lookup;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.control.PhotoLevels;
import org.yiping.domain.casework.Attachment;
import org.yiping.domain.command.Aside;
import org.yiping.domain.command.Command;
import org.yiping.domain.command.CommandId;
import org.yiping.paper.Letters;
import org.yiping.paper.Page;
import org.yiping.paper.Sheet;
import org.yiping.paper.Type;

/// Gives the file of the open case out, as a PDF or on paper, beside all other work (打印卷宗). FX thread, but for the
/// making of pages.
///
/// That it was given out is a command that lies on the disk before the first page is made: who looks the case up later
/// sees it in its history. A PDF has its name only when it is whole; one given up leaves nothing.
final class CasePrint {
    private final CaseViewModel model;
    private final Hall hall;
    private final Press press;
    private final ReadOnlyObjectWrapper<@Nullable Progress> progress = new ReadOnlyObjectWrapper<>();
    private AtomicBoolean wanted = new AtomicBoolean();

    /// So many of the parts are made.
    record Progress(int done, int all) {}

    CasePrint(CaseViewModel model, Hall hall, Press press) {
        this.model = model;
        this.hall = hall;
        this.press = press;
    }

    /// Null while nothing is made.
    ReadOnlyObjectProperty<@Nullable Progress> progress() {
        return progress.getReadOnlyProperty();
    }

    /// What is made so far goes.
    void cancel() {
        wanted.set(false);
        progress.set(null);
    }

    void pdf(Path target) {
        begin("pdf", (file, still) -> {
            String number = file.face().value().head().number().value();
            hall.background()
                    .run(
                            () -> written(file, target, still),
                            whole -> {
                                if (ended(still) && whole) {
                                    tell(Notice.info("case-file", text("paper.written", number, target.toString())));
                                }
                            },
                            _ -> {
                                if (ended(still)) {
                                    tell(Notice.warning(
                                            "case-file",
                                            text("paper.failed"),
                                            text("paper.failed-means", target.toString()),
                                            "UI-4110"));
                                }
                            });
        });
    }

    /// Asks for a printer first: without one nothing is made, and nothing is said to have been printed.
    void paper() {
        hall.background()
                .run(
                        press::printer,
                        printer -> printer.ifPresentOrElse(
                                this::paper,
                                () -> tell(Notice.warning(
                                        "case-file",
                                        text("paper.no-printer"),
                                        text("paper.no-printer-means"),
                                        "UI-4111"))),
                        _ -> notPrinted());
    }

    private void paper(String printer) {
        begin("paper", (file, still) -> {
            String number = file.face().value().head().number().value();
            Type type = Letters.type();
            hall.background()
                    .run(
                            () -> pages(file, type, still),
                            pages -> {
                                if (!still.get()) {
                                    return;
                                }
                                List<Canvas> drawn = pages.stream()
                                        .map(p -> PageCanvas.of(p, type, Fonts.FAMILY))
                                        .toList();
                                boolean taken = press.print(number, drawn, Page.WIDTH, Page.HEIGHT);
                                ended(still);
                                if (taken) {
                                    tell(Notice.info(
                                            "case-file", text("paper.printed", number, drawn.size(), printer)));
                                } else {
                                    notPrinted();
                                }
                            },
                            _ -> {
                                if (ended(still)) {
                                    notPrinted();
                                }
                            });
        });
    }

    private void notPrinted() {
        tell(Notice.warning("case-file", text("paper.not-printed"), text("paper.not-printed-means"), "UI-4112"));
    }

    @FunctionalInterface
    private interface Making {
        void make(CasePaper.CaseFile file, AtomicBoolean still);
    }

    /// One at a time. Nothing is made before it is written down that it will be.
    private void begin(String form, Making making) {
        CasePaper.CaseFile file = file();
        if (file == null || progress.get() != null) {
            return;
        }
        AtomicBoolean still = new AtomicBoolean(true);
        wanted = still;
        progress.set(new Progress(0, parts(file)));
        Command note = new Aside.NotePrint(
                new Command.Head(new CommandId(UUID.randomUUID().toString()), 0, null),
                file.face().value().id(),
                form);
        var _ = model.deliveries()
                .keep(note)
                .thenAccept(kept -> hall.fx().execute(() -> {
                    if (kept && still.get()) {
                        making.make(file, still);
                    } else {
                        ended(still);
                    }
                }));
    }

    /// The case as the seat sees it now.
    private CasePaper.@Nullable CaseFile file() {
        return model.face()
                .map(face -> new CasePaper.CaseFile(
                        face,
                        model.records().orElse(List.of()).reversed(),
                        model.desk()
                                .city()
                                .map(c -> c.rules().procedure(face.value()))
                                .orElse(List.of()),
                        model.desk().city().map(c -> c.name().name()).orElse(""),
                        model.desk()
                                .me()
                                .map(me -> text(
                                        "paper.person",
                                        me.name(),
                                        model.words().post(me.actor().post()),
                                        me.actor().seat().value()))
                                .orElse(""),
                        hall.now()))
                .orElse(null);
    }

    /// Whether it was this one that ended, and was wanted until then.
    private boolean ended(AtomicBoolean still) {
        if (still.get() && still.equals(wanted)) {
            progress.set(null);
            return true;
        }
        return false;
    }

    private static int parts(CasePaper.CaseFile file) {
        return pictures(file).size() + 1;
    }

    private static List<Attachment> pictures(CasePaper.CaseFile file) {
        return file.face().value().head().photos().stream()
                .filter(Attachment::showsPicture)
                .toList();
    }

    private boolean written(CasePaper.CaseFile file, Path target, AtomicBoolean still) throws IOException {
        Type type = Letters.type();
        List<Page> pages = pages(file, type, still);
        Path part = target.resolveSibling(target.getFileName() + ".part");
        try {
            try (OutputStream out = Files.newOutputStream(part)) {
                Letters.pdf(type)
                        .write(pages, file.face().value().head().number().value(), out);
            }
            if (still.get()) {
                Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
                return true;
            }
            return false;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private List<Page> pages(CasePaper.CaseFile file, Type type, AtomicBoolean still) {
        Map<String, CasePaper.Print> prints = new HashMap<>();
        List<Attachment> pictures = pictures(file);
        for (int i = 0; i < pictures.size() && still.get(); i++) {
            Attachment photo = pictures.get(i);
            prints.put(photo.fileId(), print(photo));
            int done = i + 1;
            hall.fx().execute(() -> {
                if (still.equals(wanted) && progress.get() != null) {
                    progress.set(new Progress(done, pictures.size() + 1));
                }
            });
        }
        return new CasePaper(file, hall.messages(), model.words(), type).pages(prints);
    }

    private CasePaper.Print print(Attachment photo) {
        return switch (model.desk().lookup().file(photo.fileId()).join()) {
            case Lookup.Found.Got<byte[]>(byte[] bytes) -> {
                try {
                    BufferedImage picture = PhotoLevels.read(bytes).atMost(Sheet.pixels());
                    yield new CasePaper.Print(picture, "");
                } catch (IOException _) {
                    yield new CasePaper.Print(null, text("case.photo-broken"));
                }
            }
            case Lookup.Found.Refused<byte[]>(String code, String detail) ->
                new CasePaper.Print(null, detail + " " + code);
            case Lookup.Found.Unreachable<byte[]>() -> new CasePaper.Print(null, text("case.photo-offline"));
        };
    }

    private void tell(Notice notice) {
        hall.notices().show(notice);
    }

    private String text(String key, Object... args) {
        return hall.messages().get(key, args);
    }
}
