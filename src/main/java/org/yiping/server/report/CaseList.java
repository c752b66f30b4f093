package org.yiping.server.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.yiping.domain.casework.Case;
import org.yiping.protocol.Json;
import org.yiping.protocol.Kinds;
import org.yiping.server.access.Masking;
import org.yiping.server.kpi.FigureDesk;
import org.yiping.server.kpi.StillFigures.Listed;
import org.yiping.workbook.Cell;
import org.yiping.workbook.CsvText;
import org.yiping.workbook.RowText;
import org.yiping.workbook.Tab;
import org.yiping.workbook.Workbook;

/// Writes a list of cases as long as there are: page by page from the storage, the next one read while
/// one is worded, so that no more than a few pages are in memory. Cases stand in it as they did at the
/// list's revision. One thread.
final class CaseList {
    private static final int PAGE = 1_000;
    private static final int AT_ONCE = 250;

    private final FigureDesk figures;
    private final CaseColumns columns;
    private final Masking masking;
    private final Executor reader;
    private final Progress progress;
    private final AtomicLong personal = new AtomicLong();

    CaseList(FigureDesk figures, CaseColumns columns, Masking masking, Executor reader, Progress progress) {
        this.figures = figures;
        this.columns = columns;
        this.masking = masking;
        this.reader = reader;
        this.progress = progress;
    }

    /// How many cases with personal data went into it.
    int personal() {
        return (int) Math.min(Integer.MAX_VALUE, personal.get());
    }

    private interface Worded {
        void rows(byte[] text, int count) throws IOException;
    }

    private interface Wording {
        void write(int number, List<Cell> cells, StringBuilder out);
    }

    void csv(Listed list, OutputStream out) throws IOException {
        StringBuilder head = new StringBuilder(CsvText.MARK);
        CsvText.write(columns.heads(CaseColumns.ALL).stream().map(Cell::of).toList(), head);
        out.write(head.toString().getBytes(StandardCharsets.UTF_8));
        pages(
                list,
                0,
                list.cases().revisions().length,
                1,
                (_, cells, to) -> CsvText.write(cells, to),
                (text, _) -> out.write(text));
    }

    /// What one sheet cannot hold goes on on the next.
    void xlsx(Listed list, String title, String author, OutputStream out) throws IOException {
        Workbook book = new Workbook(out, new Workbook.About(title, author, list.at()), 1);
        int all = list.cases().revisions().length;
        int room = RowText.MOST_ROWS - 1;
        for (int from = 0; from == 0 || from < all; from += room) {
            Tab tab = book.tab(title, new Workbook.Layout(CaseColumns.WIDTHS, 1, true));
            tab.row(columns.heads(CaseColumns.ALL).stream()
                    .map(h -> Cell.of(h, Cell.Look.HEAD))
                    .toList());
            pages(list, from, Math.min(all, from + room), 2, RowText::write, tab::rows);
        }
        book.finish();
    }

    private void pages(Listed list, int from, int until, int firstRow, Wording wording, Worded worded)
            throws IOException {
        CompletableFuture<List<String>> next = read(list, from, until);
        for (int at = from; at < until; at += PAGE) {
            List<String> page = next.join();
            next = read(list, at + PAGE, until);
            int row = firstRow + at - from;
            int pieces = (page.size() + AT_ONCE - 1) / AT_ONCE;
            List<byte[]> texts = IntStream.range(0, pieces)
                    .parallel()
                    .mapToObj(i -> text(page, i * AT_ONCE, row, wording))
                    .toList();
            for (int i = 0; i < pieces; i++) {
                worded.rows(texts.get(i), Math.min(AT_ONCE, page.size() - i * AT_ONCE));
            }
            progress.reached((double) Math.min(until, at + PAGE) / list.cases().revisions().length);
        }
    }

    private CompletableFuture<List<String>> read(Listed list, int from, int until) {
        if (from >= until) {
            return CompletableFuture.completedFuture(List.of());
        }
        long[] some = Arrays.copyOfRange(list.cases().revisions(), from, Math.min(until, from + PAGE));
        return CompletableFuture.supplyAsync(
                () -> figures.contents(Arrays.stream(some).boxed().toList()), reader);
    }

    private byte[] text(List<String> page, int from, int firstRow, Wording wording) {
        StringBuilder out = new StringBuilder(1 << 18);
        for (int i = from; i < Math.min(page.size(), from + AT_ONCE); i++) {
            String content = page.get(i);
            if (Masking.isPersonal(Kinds.CASE, content)) {
                personal.incrementAndGet();
            }
            Case c = Json.mapper().readValue(masking.mask(Kinds.CASE, content), Case.class);
            wording.write(firstRow + i, columns.cells(c), out);
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }
}
