package org.yiping.console.ui.cases;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Notice;
import org.yiping.console.ui.CaseFace;
import org.yiping.console.ui.Clocks;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Words;
import org.yiping.console.ui.control.SheetFile;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseId;

/// Writes what the queue shows into a table, beside all other work. FX thread, except the writing.
///
/// The words are those on screen, and so is what is left out: a row has no caller, and neither has its line. The file
/// has its name only when it is whole; one given up leaves nothing.
final class QueueExport {
    private static final int TOLD_EVERY = 500;

    private final Desk desk;
    private final Hall hall;
    private final Words words;
    private final RowWords rowWords;
    private final ReadOnlyObjectWrapper<@Nullable Progress> progress = new ReadOnlyObjectWrapper<>();
    private AtomicBoolean wanted = new AtomicBoolean();

    /// So many of the rows are written.
    record Progress(int done, int all) {}

    QueueExport(Desk desk, Hall hall, Words words) {
        this.desk = desk;
        this.hall = hall;
        this.words = words;
        this.rowWords = new RowWords(words, hall.messages());
    }

    /// Null while nothing is written.
    ReadOnlyObjectProperty<@Nullable Progress> progress() {
        return progress.getReadOnlyProperty();
    }

    /// Writes these rows as they are now, of what may be left out only these columns. One at a time: another is refused
    /// while this one runs.
    void start(List<CaseId> rows, Set<QueueColumn> chosen, Path file) {
        if (progress.get() != null) {
            return;
        }
        List<CaseId> all = List.copyOf(rows);
        List<QueueColumn> columns = RowWords.exported(chosen);
        Instant now = hall.now();
        AtomicBoolean still = new AtomicBoolean(true);
        wanted = still;
        progress.set(new Progress(0, all.size()));
        hall.background()
                .run(
                        () -> write(all, columns, file, now, still),
                        written -> {
                            progress.set(null);
                            if (written) {
                                hall.notices()
                                        .show(Notice.info(
                                                "export",
                                                hall.messages().get("cases.exported", all.size(), file.toString())));
                            }
                        },
                        _ -> {
                            progress.set(null);
                            hall.notices()
                                    .show(Notice.warning(
                                            "export",
                                            hall.messages().get("cases.export-failed"),
                                            hall.messages().get("cases.export-failed-means", file.toString()),
                                            "UI-4100"));
                        });
    }

    /// What is written so far goes.
    void cancel() {
        wanted.set(false);
    }

    /// Answers whether it was wanted to its end.
    private boolean write(List<CaseId> rows, List<QueueColumn> columns, Path file, Instant now, AtomicBoolean still)
            throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        AtomicReference<@Nullable Progress> told = new AtomicReference<>();
        try {
            try (SheetFile sheet = SheetFile.open(part, SheetFile.kind(file))) {
                sheet.row(heads(columns));
                for (int i = 0; i < rows.size() && still.get(); i++) {
                    Case value = desk.stores().cases().rows().get(rows.get(i));
                    if (value != null) {
                        sheet.row(cells(value, columns, now));
                    }
                    if (i % TOLD_EVERY == TOLD_EVERY - 1) {
                        tell(told, new Progress(i + 1, rows.size()));
                    }
                }
            }
            if (still.get()) {
                Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
                return true;
            }
            return false;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /// However fast it is written, one word at a time waits for the screen.
    private void tell(AtomicReference<@Nullable Progress> told, Progress next) {
        if (told.getAndSet(next) == null) {
            hall.fx().execute(() -> {
                Progress newest = told.getAndSet(null);
                if (progress.get() != null && newest != null) {
                    progress.set(newest);
                }
            });
        }
    }

    private List<String> heads(List<QueueColumn> columns) {
        var m = hall.messages();
        List<String> heads = new ArrayList<>(List.of(
                m.get("cases.column-number"),
                m.get("cases.column-state"),
                m.get("cases.column-light"),
                m.get("cases.column-code"),
                m.get("cases.column-name"),
                m.get("cases.column-due")));
        columns.stream().map(rowWords::column).forEach(heads::add);
        heads.add(m.get("cases.column-simulated"));
        return heads;
    }

    /// What a line cannot do without, then what the seat chose.
    private List<String> cells(Case value, List<QueueColumn> columns, Instant now) {
        CaseFace face = CaseFace.of(value, desk, words, now);
        List<String> cells = new ArrayList<>(List.of(
                rowWords.cell(QueueColumn.NUMBER, face),
                words.state(value.progress().state()),
                hall.messages().get(Clocks.light(face.light()).key()),
                value.subject().classCode().value(),
                face.text().name(),
                value.runningClock().map(c -> words.stamp(c.dueAt())).orElse("")));
        columns.stream().map(c -> rowWords.cell(c, face)).forEach(cells::add);
        cells.add(value.report().simulated() ? hall.messages().get("control.simulated") : "");
        return cells;
    }
}
