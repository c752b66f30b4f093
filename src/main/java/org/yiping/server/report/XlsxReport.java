package org.yiping.server.report;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.imageio.ImageIO;
import org.yiping.domain.kpi.FigureRule;
import org.yiping.paper.Letters;
import org.yiping.workbook.Cell;
import org.yiping.workbook.Chart;
import org.yiping.workbook.Tab;
import org.yiping.workbook.Workbook;

/// Writes a report as a workbook: what it says first, a tab for each table, chart and map, then how each number was
/// counted and the cases behind it. One thread.
final class XlsxReport {
    private static final int NAMES = 26;
    private static final int FIGURES = 16;

    private final ReportDocument document;
    private final ReportText text;

    XlsxReport(ReportDocument document, ReportText text) {
        this.document = document;
        this.text = text;
    }

    void to(OutputStream out, String author, Instant made) throws IOException {
        ReportDocument.Head head = document.head();
        Workbook book = new Workbook(out, new Workbook.About(head.title(), author, made), 6);
        first(book);
        for (ReportDocument.Part part : document.parts()) {
            switch (part) {
                case ReportDocument.Words _ -> {}
                case ReportDocument.Grid g -> grid(book, g);
                case ReportDocument.Chart c -> chart(book, c);
                case ReportDocument.Areas a -> areas(book, a);
            }
        }
        formulas(book);
        counters(book);
        cases(book);
        book.finish();
    }

    private void first(Workbook book) throws IOException {
        ReportDocument.Head head = document.head();
        Tab tab = book.tab(text.get("tab.report"), new Workbook.Layout(List.of(18, 90), 0, false));
        tab.row(Cell.of(head.title(), Cell.Look.TITLE));
        for (String mark : head.marks()) {
            tab.row(Cell.of(mark, Cell.Look.HEAD), Cell.of("", Cell.Look.HEAD));
        }
        tab.row(Cell.EMPTY);
        tab.row(Cell.of(text.get("fact.city"), Cell.Look.MUTED), Cell.of(head.city(), Cell.Look.WRAPPED));
        for (ReportDocument.Fact fact : head.facts()) {
            tab.row(Cell.of(fact.name(), Cell.Look.MUTED), Cell.of(fact.value(), Cell.Look.WRAPPED));
        }
        for (ReportDocument.Part part : document.parts()) {
            if (part instanceof ReportDocument.Words w) {
                tab.row(Cell.EMPTY);
                tab.row(Cell.of(w.title(), Cell.Look.MUTED), Cell.of(w.words(), Cell.Look.WRAPPED));
            }
        }
    }

    private void grid(Workbook book, ReportDocument.Grid g) throws IOException {
        List<Integer> widths = new ArrayList<>();
        for (ReportDocument.Column c : g.columns()) {
            widths.add(c.figures() ? FIGURES : NAMES);
        }
        Tab tab = book.tab(g.title(), new Workbook.Layout(widths, 1, widths.size() > 5));
        tab.row(g.columns().stream().map(c -> Cell.of(c.name(), Cell.Look.HEAD)).toList());
        for (List<ReportDocument.Value> row : g.rows()) {
            tab.row(row.stream().map(XlsxReport::cell).toList());
        }
        note(tab, g.note());
    }

    private static void note(Tab tab, String note) throws IOException {
        if (!note.isEmpty()) {
            tab.row(Cell.EMPTY);
            tab.row(Cell.of(note, Cell.Look.MUTED));
        }
    }

    /// A number where there is one, so that it can be sorted and added; else the words, which never are a formula.
    private static Cell cell(ReportDocument.Value value) {
        Double number = value.number();
        return number == null
                ? Cell.of(value.words())
                : new Cell.Amount(
                        number,
                        number == Math.rint(number) && !value.words().contains("%")
                                ? Cell.Look.WHOLE
                                : Cell.Look.DECIMAL);
    }

    private void chart(Workbook book, ReportDocument.Chart c) throws IOException {
        Tab tab = book.tab(c.title(), new Workbook.Layout(List.of(NAMES, FIGURES), 1, true));
        tab.row(
                Cell.of(text.get("column.name"), Cell.Look.HEAD),
                Cell.of(text.get("column.value-in", text.open("unit." + c.unit(), c.unit())), Cell.Look.HEAD));
        for (ReportDocument.Bar bar : c.bars()) {
            Double value = bar.value();
            tab.row(
                    Cell.of(bar.name()),
                    value == null
                            ? Cell.of(text.unknown())
                            : new Cell.Amount(value, c.unit().equals("cases") ? Cell.Look.WHOLE : Cell.Look.DECIMAL));
        }
        note(tab, c.note());
        if (!c.bars().isEmpty()) {
            int high = c.line() ? 320 : Math.max(200, 26 * c.bars().size() + 70);
            tab.chart(new Chart(c.title(), c.line(), 0, 1, 2, c.bars().size() + 1), new Tab.Place(3, 1, 760, high));
        }
    }

    private void areas(Workbook book, ReportDocument.Areas a) throws IOException {
        Tab tab = book.tab(a.title(), new Workbook.Layout(List.of(NAMES, FIGURES), 1, true));
        tab.row(
                Cell.of(text.get("by.area"), Cell.Look.HEAD),
                Cell.of(text.get("column.value-in", text.open("unit." + a.unit(), a.unit())), Cell.Look.HEAD));
        for (var area : a.areas()) {
            Double value = area.value();
            tab.row(
                    Cell.of(area.name()),
                    value == null
                            ? Cell.of(text.unknown())
                            : new Cell.Amount(
                                    value, a.unit().equals(FigureRule.PERCENT) ? Cell.Look.DECIMAL : Cell.Look.WHOLE));
        }
        note(tab, a.areas().isEmpty() ? text.get("no-outlines") : a.attribution());
        if (!a.areas().isEmpty()) {
            BufferedImage picture = PdfReport.picture(a, text, Letters.type());
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(picture, "png", png);
            int wide = 760;
            tab.picture(png.toByteArray(), new Tab.Place(3, 1, wide, wide * picture.getHeight() / picture.getWidth()));
        }
    }

    private void formulas(Workbook book) throws IOException {
        Tab tab = book.tab(text.get("formulas"), new Workbook.Layout(List.of(34, 14, 16, 44, 12, 60, 24), 1, true));
        tab.row(heads("figure", "value", "fraction", "formula", "version", "counters", "span"));
        for (ReportDocument.Formula f : document.formulas()) {
            tab.row(
                    Cell.of(f.name()),
                    Cell.of(f.value()),
                    Cell.of(f.fraction()),
                    Cell.of(f.formula()),
                    Cell.of(f.version()),
                    Cell.of(f.counters()),
                    Cell.of(f.span()));
        }
    }

    private List<Cell> heads(String... names) {
        return List.of(names).stream()
                .map(n -> Cell.of(text.get("column." + n), Cell.Look.HEAD))
                .toList();
    }

    private void counters(Workbook book) throws IOException {
        Tab tab = book.tab(text.get("tab.counters"), new Workbook.Layout(List.of(34, 14, 30), 1, false));
        tab.row(heads("counter", "value", "span"));
        for (ReportDocument.Counted c : document.trace().counters()) {
            Long number = c.number();
            tab.row(Cell.of(c.code()), number == null ? Cell.of(text.unknown()) : Cell.of(number), Cell.of(c.span()));
        }
    }

    /// A row a case, a column a counter: what stands in a column is what its number was counted from.
    private void cases(Workbook book) throws IOException {
        ReportDocument.Trace trace = document.trace();
        List<Integer> widths = new ArrayList<>(CaseColumns.SHORT_WIDTHS);
        widths.addAll(Collections.nCopies(trace.counters().size(), 13));
        Tab tab = book.tab(text.get("tab.cases"), new Workbook.Layout(widths, 1, true));
        List<Cell> head = new ArrayList<>();
        trace.columns().forEach(c -> head.add(Cell.of(c, Cell.Look.HEAD)));
        trace.counters().forEach(c -> head.add(Cell.of(c.code() + " " + c.span(), Cell.Look.HEAD)));
        tab.row(head);
        for (ReportDocument.Line line : trace.cases()) {
            List<Cell> cells = new ArrayList<>(line.cells());
            for (int i = 0; i < trace.counters().size(); i++) {
                cells.add(line.counted().get(i) ? Cell.of(1) : Cell.EMPTY);
            }
            tab.row(cells);
        }
        if (trace.cases().size() < trace.all()) {
            note(tab, text.get("some-of", trace.cases().size(), trace.all()));
        }
    }
}
